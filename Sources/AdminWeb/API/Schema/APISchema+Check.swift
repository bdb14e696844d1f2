import Domain
import StrictJSON

/// Something of a request that is not as its schema says: where, as a JSON pointer (RFC 6901), and what to do about it.
struct APIFault: Sendable, Hashable {
    let pointer: String
    let sentence: Phrase
}

extension APISchema {
    /// Everything that keeps a value from being of this shape, at most `limit` faults.
    func faults(_ value: JSON, limit: Int = 100) -> [APIFault] {
        var faults: [APIFault] = []
        check(value, at: "", &faults)
        return Array(faults.prefix(limit))
    }

    private func check(_ value: JSON, at pointer: String, _ faults: inout [APIFault]) {
        if value == .null {
            if isNullable { return }
            faults.append(APIFault(pointer: pointer, sentence: Sentences.wrongType(self)))
            return
        }
        switch (shape, value) {
        case (.named(_, let schema), _): schema.check(value, at: pointer, &faults)
        case (.oneOf(let schemas), _):
            let tries = schemas.map { $0.faults(value) }
            if !tries.contains([]) { faults += (tries.min { $0.count < $1.count } ?? []).map { $0.below(pointer) } }
        case (.boolean, .bool): return
        case (.integer(let range), .integer), (.integer(let range), .number):
            guard let number = value.wholeNumber, range.contains(number) else {
                faults.append(APIFault(pointer: pointer, sentence: Sentences.outside(range)))
                return
            }
        case (.number(let range), .integer), (.number(let range), .number):
            if let range, let number = value.double, !range.contains(number) {
                faults.append(APIFault(pointer: pointer, sentence: Sentences.outside(range)))
            }
        case (.string(let kind), .string(let text)):
            if let sentence = kind.fault(text) { faults.append(APIFault(pointer: pointer, sentence: sentence)) }
        case (.array(let element, let count), .array(let elements)):
            guard count.contains(elements.count) else {
                faults.append(APIFault(pointer: pointer, sentence: Sentences.count(count)))
                return
            }
            for (index, one) in elements.enumerated() { element.check(one, at: "\(pointer)/\(index)", &faults) }
        case (.map(let element), .object(let members)):
            for member in members { element.check(member.value, at: pointer + "/" + member.name.escaped, &faults) }
        case (.object(let properties), .object(let members)):
            check(members, properties, at: pointer, &faults)
        default: faults.append(APIFault(pointer: pointer, sentence: Sentences.wrongType(self)))
        }
    }

    private func check(
        _ members: [JSON.Member], _ properties: [APIProperty], at pointer: String, _ faults: inout [APIFault]
    ) {
        for member in members {
            let place = pointer + "/" + member.name.escaped
            if let property = properties.first(where: { $0.name == member.name }) {
                property.schema.check(member.value, at: place, &faults)
            } else {
                faults.append(
                    APIFault(pointer: place, sentence: Sentences.unknown(properties.map(\.name))))
            }
        }
        for property in properties where property.isRequired && !members.contains(where: { $0.name == property.name }) {
            faults.append(APIFault(pointer: pointer + "/" + property.name.escaped, sentence: Sentences.missing))
        }
    }
}

extension APIFault {
    fileprivate func below(_ parent: String) -> APIFault { APIFault(pointer: parent + pointer, sentence: sentence) }
}

extension String {
    /// As a part of a JSON pointer.
    fileprivate var escaped: String {
        contains { $0 == "~" || $0 == "/" }
            ? map { $0 == "~" ? "~0" : $0 == "/" ? "~1" : String($0) }.joined() : self
    }
}

private enum Sentences {
    static let missing = Phrase(sv: "Fältet saknas.", en: "The field is missing.")

    static func unknown(_ names: [String]) -> Phrase {
        let list = names.joined(separator: ", ")
        return Phrase(sv: "Fältet är okänt; här finns \(list).", en: "The field is unknown; here there are \(list).")
    }

    static func outside(_ range: ClosedRange<Int>) -> Phrase {
        Phrase(
            sv: "Talet ska vara ett heltal från \(range.lowerBound) till \(range.upperBound).",
            en: "The number must be whole, from \(range.lowerBound) to \(range.upperBound).")
    }

    static func outside(_ range: ClosedRange<Double>) -> Phrase {
        Phrase(
            sv: "Talet ska vara från \(range.lowerBound) till \(range.upperBound).",
            en: "The number must be from \(range.lowerBound) to \(range.upperBound).")
    }

    static func count(_ range: ClosedRange<Int>) -> Phrase {
        Phrase(
            sv: "Listan ska ha \(range.lowerBound)–\(range.upperBound) delar.",
            en: "The list must have \(range.lowerBound)–\(range.upperBound) elements.")
    }

    static func wrongType(_ schema: APISchema) -> Phrase {
        let name: Phrase =
            switch schema.shape {
            case .boolean: Phrase(sv: "true eller false", en: "true or false")
            case .integer: Phrase(sv: "ett heltal", en: "a whole number")
            case .number: Phrase(sv: "ett tal", en: "a number")
            case .string: Phrase(sv: "en text", en: "a string")
            case .array: Phrase(sv: "en lista", en: "an array")
            case .object, .map, .named, .oneOf: Phrase(sv: "ett objekt", en: "an object")
            }
        return Phrase(sv: "Här ska stå \(name.sv).", en: "Here must stand \(name.en).")
    }
}
