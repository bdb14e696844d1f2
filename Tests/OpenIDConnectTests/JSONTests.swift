import Domain
import FoundationEssentials
import StrictJSON
import Testing

/// What a provider answers is read as others would read it.
struct JSONTests {
    /// Whatever is read here is read by Foundation too, and the same.
    @Test func `what is read of broken texts is what others read`() throws {
        var random = SplitMix64(seed: 20_261_122)
        let seed = Array(#"{"a":[1.5,-2e3,true,null],"b":{"c":"d\u00e5\n","e":"å😀"},"f":"","g":[[],{}]}"#.utf8)
        var read = 0
        for _ in 0..<(Rounds.isLong ? 300_000 : 10_000) {
            let bytes = Mutation.mutated(seed, &random)
            guard let value = try? JSONParser.parse(bytes) else { continue }
            read += 1
            let theirs = try JSONDecoder().decode(Foreign.self, from: Data(bytes))
            #expect(theirs.value == value.unordered)
        }
        #expect(read > 100)
    }
}

/// JSON as Foundation reads it.
private struct Foreign: Decodable {
    let value: JSON

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        if let object = try? decoder.container(keyedBy: Name.self) {
            value = .object(
                try object.allKeys.map { name in
                    JSON.Member(name: name.stringValue, value: try object.decode(Foreign.self, forKey: name).value)
                }.sorted { $0.name < $1.name })
        } else if var array = try? decoder.unkeyedContainer() {
            var elements: [JSON] = []
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

extension JSON {
    /// With every number a double and members by their names, which is all that other readers promise.
    fileprivate var unordered: JSON {
        switch self {
        case .integer(let number): .number(Double(number))
        case .array(let elements): .array(elements.map(\.unordered))
        case .object(let members):
            .object(
                members.map { Member(name: $0.name, value: $0.value.unordered) }.sorted { $0.name < $1.name })
        case .null, .bool, .number, .string: self
        }
    }
}
