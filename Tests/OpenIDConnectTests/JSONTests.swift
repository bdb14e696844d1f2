import Domain
import FoundationEssentials
import Testing

@testable import OpenIDConnect

struct JSONTests {
    @Test(arguments: [
        ("null", JSONValue.null), (" true ", .bool(true)), ("-0.5e+2", .number(-50)), ("0", .number(0)),
        (#""a\u00e5\ud83d\ude00\n\/""#, .string("aå😀\n/")), ("[]", .array([])), ("{}", .object([:])),
        (
            #"{"a":[1,{"b":null}],"":"å"}"#,
            .object(["a": .array([.number(1), .object(["b": .null])]), "": .string("å")])
        ),
    ])
    func `a text is read`(_ text: String, _ value: JSONValue) throws {
        #expect(try JSONValue(Array(text.utf8)) == value)
    }

    @Test(arguments: [
        "", " ", "nul", "nulll", "True", "01", "-", "1.", ".5", "1e", "+1", "1e999", "NaN", "'a'", "\"a", "\"\n\"",
        #""\x""#, #""\u12""#, #""\ud83d""#, #""\ud83dA""#, #""\ude00""#, "[1,]", "[1 2]", "[", "]", "{\"a\"}",
        "{\"a\":1,}", "{a:1}", "{} {}", "\u{FEFF}{}", "// x\n1", String(repeating: "[", count: 100_000),
    ])
    func `anything else is a fault`(_ text: String) {
        #expect(throws: JSONValue.Fault.malformed) { try JSONValue(Array(text.utf8)) }
    }

    @Test(arguments: [#"{"a":1,"a":1}"#, #"[{"x":{"a":1,"b":2,"\u0061":3}}]"#, #"{"å":1,"a\u030a":2}"#])
    func `a name twice is a fault, however it is spelt`(_ text: String) {
        #expect(throws: JSONValue.Fault.duplicateName) { try JSONValue(Array(text.utf8)) }
    }

    @Test func `bytes that are no text are a fault`() {
        for bytes: [UInt8] in [[0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22]] {
            #expect(throws: JSONValue.Fault.malformed) { try JSONValue(bytes) }
        }
    }

    /// Whatever is read here is read by Foundation too, and the same.
    @Test func `what is read of broken texts is what others read`() throws {
        var random = SplitMix64(seed: 20_261_122)
        let seed = Array(#"{"a":[1.5,-2e3,true,null],"b":{"c":"d\u00e5\n","e":"å😀"},"f":"","g":[[],{}]}"#.utf8)
        var read = 0
        for _ in 0..<(Rounds.isLong ? 300_000 : 10_000) {
            let bytes = Mutation.mutated(seed, &random)
            guard let value = try? JSONValue(bytes) else { continue }
            read += 1
            let theirs = try JSONDecoder().decode(Foreign.self, from: Data(bytes))
            #expect(theirs.value == value)
        }
        #expect(read > 100)
    }
}

/// JSON as Foundation reads it.
private struct Foreign: Decodable {
    let value: JSONValue

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        if let object = try? decoder.container(keyedBy: Name.self) {
            var members: [String: JSONValue] = [:]
            for name in object.allKeys {
                members[name.stringValue] = try object.decode(Foreign.self, forKey: name).value
            }
            value = .object(members)
        } else if var array = try? decoder.unkeyedContainer() {
            var elements: [JSONValue] = []
            while !array.isAtEnd { elements.append(try array.decode(Foreign.self).value) }
            value = .array(elements)
        } else {
            let single = try decoder.singleValueContainer()
            if single.decodeNil() {
                value = .null
            } else if let bool = try? single.decode(Bool.self) {
                value = .bool(bool)
            } else if let number = try? single.decode(Double.self) {
                value = .number(number)
            } else {
                value = .string(try single.decode(String.self))
            }
        }
    }
}
