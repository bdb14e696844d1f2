import Documents
import Testing

struct CSVReaderTests {
    static func records(_ bytes: [UInt8], chunk: Int = 65_536) throws -> [[String]] {
        var reader = CSVReader(MemorySource(bytes, chunk: chunk), chunk: max(chunk, 16))
        var records: [[String]] = []
        while let record = try reader.next() { records.append(record.texts) }
        return records
    }

    static func records(_ text: String, chunk: Int = 65_536) throws -> [[String]] {
        try records(Array(text.utf8), chunk: chunk)
    }

    @Test(arguments: [
        "a;b\n1;2\n", "a,b\n1,2\n", "a;b\r\n1;2\r\n", "a,b\r\n1,2", "\u{FEFF}a;b\n1;2", "\n\na;b\n\n1;2\n\n",
        "\"a\";\"b\"\n\"1\";2",
        "\"a\";b\r\n1;\"2\"\r\n",
    ])
    func `the same table in many dresses`(text: String) throws {
        for chunk in [16, 17, 65_536] { #expect(try Self.records(text, chunk: chunk) == [["a", "b"], ["1", "2"]]) }
    }

    @Test(arguments: [
        ("a;b\n\"x;y\";\"he said \"\"no\"\"\"\n", ["x;y", "he said \"no\""]),
        ("a;b\n\"two\nlines\";z\n", ["two\nlines", "z"]),
        ("a;b\n;\n", ["", ""]),
        ("a;b\n\"\";\"\"\n", ["", ""]),
        ("a;b\n5\" pipe;x\"\"y\n", ["5\" pipe", "x\"\"y"]),
        ("a;b\n x ; y \n", [" x ", " y "]),
        ("a;b\n1,5;2\n", ["1,5", "2"]),
        ("a;b\n1;2;3\n", ["1", "2", "3"]),
    ])
    func `fields`(text: String, fields: [String]) throws {
        #expect(try Self.records(text)[1] == fields)
    }

    @Test func `lines are those of the file`() throws {
        var reader = CSVReader(MemorySource("a;b\r\n\"1\r\n1\";2\r\n\r\n3;4\r\n"))
        var lines: [Int] = []
        while let record = try reader.next() { lines.append(record.line) }
        #expect(lines == [1, 2, 5])
    }

    @Test func `UTF-8 and Windows-1252 give the same text`() throws {
        let text = "namn;ort\nA;Skärgården\nÉva – \u{201D}x\u{201D} €;Ü\n"
        let windows = text.unicodeScalars.map { scalar -> UInt8 in
            switch scalar {
            case "–": 0x96
            case "\u{201D}": 0x94
            case "€": 0x80
            default: UInt8(scalar.value)
            }
        }
        let expected = try Self.records(text)
        #expect(expected[1] == ["A", "Skärgården"])
        #expect(expected[2] == ["Éva – \u{201D}x\u{201D} €", "Ü"])
        for chunk in [16, 23, 65_536] {
            #expect(try Self.records(windows, chunk: chunk) == expected)
            #expect(try Self.records(text, chunk: chunk) == expected)
        }
        var reader = CSVReader(MemorySource(windows))
        while try reader.next() != nil {}
        #expect(reader.encoding == .windows1252)
    }

    static let faulty: [(String, [UInt8], CSVFault.Kind, Int, Int, recordsAfter: Int)] = [
        ("text after a quote", Array("a;b\n1;\"2\"x\n3;4\n".utf8), .textAfterQuote, 2, 2, 1),
        ("unclosed", Array("a;b\n1;2\n3;\"4\n5;6\n".utf8), .unclosedQuote, 3, 2, 0),
        ("zero byte", Array("a;b\n1\u{0};2\n3;4\n".utf8), .zeroByte, 2, 1, 0),
        ("UTF-16", [0xFF, 0xFE, 0x61, 0x00], .utf16, 1, 1, 0),
        ("mixed", Array("a;å\n1;".utf8) + [0xE5, 0x0A] + Array("3;4\n".utf8), .mixedEncoding, 2, 2, 1),
        ("mixed the other way", Array("a;".utf8) + [0xE5, 0x0A] + Array("ö;4\n3;4\n".utf8), .mixedEncoding, 2, 1, 1),
        (
            "byte order mark and Windows", [0xEF, 0xBB, 0xBF] + Array("a;b\n1;".utf8) + [0xE5, 0x0A], .mixedEncoding, 2,
            2, 0
        ),
        ("undefined", Array("a;b\n1;".utf8) + [0x81, 0x0A] + Array("3;4\n".utf8), .undefinedByte, 2, 2, 1),
        ("long field", Array(("a;b\n1;" + String(repeating: "x", count: 70_000)).utf8), .fieldTooLong, 2, 2, 0),
        ("many fields", Array(String(repeating: ";", count: 1_001).utf8), .tooManyFields, 1, 1_000, 0),
    ]

    @Test(arguments: faulty.indices)
    func `faults of form say where`(index: Int) throws {
        let (name, bytes, kind, line, position, after) = Self.faulty[index]
        for chunk in [16, 65_536] {
            var reader = CSVReader(MemorySource(bytes, chunk: chunk), chunk: chunk)
            var fault: CSVFault?
            var following = 0
            while true {
                do {
                    guard try reader.next() != nil else { break }
                    if fault != nil { following += 1 }
                } catch let found as CSVFault {
                    #expect(fault == nil, "\(name)")
                    fault = found
                }
            }
            // Where there are too many fields, the position is that of the last one kept.
            let expected = CSVFault(kind: kind, line: line, position: kind == .tooManyFields ? position + 1 : position)
            #expect(fault == expected, "\(name)")
            #expect(following == after, "\(name)")
        }
    }
}
