import Domain
import StrictJSON
import Testing

@testable import AdminWeb

struct JSONTests {
    @Test(
        arguments: [
            ("null", JSON.null), (" true ", true), ("-0", 0), ("12", 12), ("9223372036854775807", .integer(.max)),
            ("1.5", .number(1.5)), ("1e2", .number(100)), ("9223372036854775808", .number(9223372036854775808)),
            (#""å\n\u00e5\ud83d\ude00\/""#, "å\nå😀/"), ("[]", []), ("[1,[2]]", [1, [2]]), ("{}", [:]),
            (#"{"a":{"b":null}}"#, ["a": ["b": .null]]),
        ] as [(String, JSON)]) func `what is JSON is read`(text: String, value: JSON) throws
    {
        #expect(try JSONParser.parse(Array(text.utf8)) == value)
    }

    @Test(arguments: [
        "", " ", "tru", "nul", "01", "-", "1.", ".5", "1e", "+1", "NaN", "Infinity", "'a'", "\"a", "\"\u{1}\"",
        #""\x""#,
        #""\u12""#, "[1", "[1,]", "[,1]", "{", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, "{a:1}", "1 2", "[]]", "/* */1",
        "nulll", "True", "\"\n\"", #""\ud83dA""#, "]", "[1 2]", "{} {}", "\u{FEFF}{}",
    ]) func `what is not JSON is refused`(text: String) {
        #expect(throws: JSONFault.self) { try JSONParser.parse(Array(text.utf8)) }
    }

    @Test(arguments: [
        (#"{"a":1,"a":2}"#, JSONFault.Cause.duplicate), (#"{"a":1,"\u0061":2}"#, .duplicate),
        (#"{"å":1,"a\u030a":2}"#, .duplicate), ("1e999", .number),
        (#""\ud800""#, .encoding), (#""\udc00x""#, .encoding),
        (String(repeating: "[", count: 33), .tooDeep), (String(repeating: #"{"a":"#, count: 100_000), .tooDeep),
    ]) func `what only looks like JSON is refused by its name`(text: String, cause: JSONFault.Cause) {
        let fault = #expect(throws: JSONFault.self) { try JSONParser.parse(Array(text.utf8)) }
        #expect(fault?.cause == cause)
    }

    @Test func `bytes that are not UTF-8 are refused`() {
        for bytes in [[0x22, 0xFF, 0x22], [0x22, 0xC3, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22]] as [[UInt8]] {
            #expect(throws: JSONFault.self) { try JSONParser.parse(bytes) }
        }
    }

    /// What is written is read back the same, whatever stands in it.
    @Test func `writing and reading agree`() throws {
        var random = SplitMix64(seed: 4)
        for _ in 0..<2_000 {
            let value = Self.random(&random, depth: 4)
            var json = JSONWriter()
            json.value(value)
            #expect(try JSONParser.parse(json.bytes) == value)
        }
    }

    /// No bytes make the reader stop in any other way than by saying so.
    @Test func `a broken text is refused or read, and nothing else`() {
        var random = SplitMix64(seed: 5)
        for _ in 0..<5_000 {
            var json = JSONWriter()
            json.value(Self.random(&random, depth: 3))
            var bytes = json.bytes
            for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            _ = try? JSONParser.parse(bytes)
        }
    }

    private static func random(_ random: inout SplitMix64, depth: Int) -> JSON {
        switch Int.random(in: 0...(depth > 0 ? 6 : 4), using: &random) {
        case 0: .null
        case 1: .bool(.random(using: &random))
        case 2: .integer(Int.random(in: .min ... .max, using: &random))
        case 3: .number(Double.random(in: -1e9...1e9, using: &random))
        case 4: .string(text(&random))
        case 5: .array((0..<Int.random(in: 0...3, using: &random)).map { _ in Self.random(&random, depth: depth - 1) })
        default:
            .object(
                (0..<Int.random(in: 0...3, using: &random)).map { place in
                    JSON.Member(name: "\(place)" + text(&random), value: Self.random(&random, depth: depth - 1))
                })
        }
    }

    private static func text(_ random: inout SplitMix64) -> String {
        String(
            String.UnicodeScalarView(
                (0..<Int.random(in: 0...6, using: &random)).compactMap { _ in
                    Unicode.Scalar(UInt32.random(in: 0...0x3FFF, using: &random))
                }))
    }

    @Test func `YAML quotes what could be taken for something else`() {
        let value: JSON = [
            "a": "yes", "200": ["- x", "plain/text", ""], "b": [["k": true], [], [:]], "c": "two words",
        ]
        #expect(
            YAMLWriter.write(value) == """
                a: "yes"
                "200":
                  - "- x"
                  - plain/text
                  - ""
                b:
                  - k: true
                  - []
                  - {}
                c: "two words"

                """)
    }
}
