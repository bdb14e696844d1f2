import Documents
import FoundationEssentials
import Testing

struct CSVPropertyTests {
    static let long = ProcessInfo.processInfo.environment["PRAKTIK_LONG"] != nil

    static let alphabet = Array("aåé€;,\"'\n\r =+-@\t1|😀")

    static func table(_ random: inout Generator) -> [[String]] {
        let columns = Int.random(in: 1...6, using: &random)
        return (0..<Int.random(in: 1...12, using: &random)).map { _ in
            (0..<columns).map { _ in
                String(
                    (0..<Int.random(in: 0...8, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "x"
                    })
            }
        }
    }

    @Test(arguments: CSVDialect.allCases)
    func `what is written reads back`(dialect: CSVDialect) throws {
        var random = Generator(seed: 7)
        for _ in 0..<(Self.long ? 50_000 : 500) {
            // A header with the dialect's separator decides; of one column there is nothing to separate.
            var table = Self.table(&random)
            table.insert((0..<table[0].count).map { "c\($0)" }, at: 0)
            var writer = CSVWriter(dialect)
            for row in table { writer.write(row) }
            for chunk in [17, 64, 65_536] {
                var reader = CSVReader(MemorySource(writer.bytes, chunk: chunk), chunk: max(chunk, 32))
                var read: [[String]] = []
                while let record = try reader.next() {
                    read.append(
                        (0..<record.count).map { index in
                            let bytes = dialect == .people ? Inert.restored(record[index]) : record[index]
                            return String(decoding: bytes, as: UTF8.self)
                        })
                }
                // A single empty field is written in quotes; so is nothing else that reads as an empty line.
                let separatorSeen = table[0].count > 1
                if separatorSeen || dialect == .people { #expect(read == table) }
            }
        }
    }

    @Test func `people's cells are inert and numbers are not`() {
        var writer = CSVWriter(.people)
        writer.write([
            .text("=1+1"), .text("@x"), .text("-"), .integer(-5), .decimal(-2.5, places: 1), .text("a=b"), .empty,
            .text("a,b"), .text("a\tb"),
        ])
        // What another setting would take for a separator stands in quotes, numbers too.
        let line = "'=1+1;'@x;'-;-5;\"-2,5\";a=b;;\"a,b\";\"a\tb\"\r\n"
        #expect(String(decoding: writer.bytes.dropFirst(3), as: UTF8.self) == line)
        #expect(Array(writer.bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
    }

    @Test func `machines' cells follow RFC 4180`() {
        var writer = CSVWriter(.machines)
        writer.write([
            .text("=1+1"), .text("a,b"), .text("say \"x\""), .decimal(2.345, places: 2), .integer(0), .text("a;b"),
        ])
        #expect(String(decoding: writer.take(), as: UTF8.self) == "=1+1,\"a,b\",\"say \"\"x\"\"\",2.35,0,a;b\r\n")
        writer.write([.decimal(-0.001, places: 2)])
        #expect(String(decoding: writer.take(), as: UTF8.self) == "0.00\r\n")
    }

    @Test func `no bytes bring the reader down`() throws {
        var random = Generator(seed: 11)
        let seeds = [
            Array("code;name\nA1;\"Åsa \"\"Ö\"\"\"\r\nA2;x\n".utf8), Array("a,b\n1,2\n".utf8),
            [0xEF, 0xBB, 0xBF, 0x61],
        ]
        for _ in 0..<(Self.long ? 200_000 : 3_000) {
            var bytes = seeds.randomElement(using: &random) ?? []
            for _ in 0..<Int.random(in: 0...12, using: &random) {
                let place = Int.random(in: 0...bytes.count, using: &random)
                switch Int.random(in: 0...3, using: &random) {
                case 0: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
                case 1: bytes.insert(contentsOf: "\";,\r\n".utf8.shuffled(using: &random).prefix(2), at: place)
                case 2 where place < bytes.count: bytes.remove(at: place)
                default: bytes.append(contentsOf: bytes.prefix(place))
                }
            }
            var results: [String] = []
            for chunk in [16, 65_536] {
                var limits = CSVReader.Limits()
                limits.field = 40
                limits.record = 100
                limits.fields = 8
                // Both are read with the same first piece, which is what the separator is detected in.
                var reader = CSVReader(
                    MemorySource(Array("k;v\n".utf8) + bytes, chunk: chunk), limits: limits, chunk: max(chunk, 64))
                var result = ""
                for _ in 0..<1_000 {
                    do {
                        guard let record = try reader.next() else { break }
                        #expect(record.bytesAreUTF8)
                        result += "\(record.line)\(record.texts)"
                    } catch let fault as CSVFault {
                        result += "\(fault.kind)\(fault.line)"
                    }
                }
                results.append(result)
            }
            #expect(results[0] == results[1])
        }
    }
}

extension CSVRecord {
    var bytesAreUTF8: Bool {
        (0..<count).allSatisfy { String(validating: self[$0], as: UTF8.self) != nil }
    }
}

struct Generator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
