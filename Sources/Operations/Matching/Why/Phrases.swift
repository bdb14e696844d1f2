package import Domain

extension Phrase {
    /// `a, b och c`; empty for none.
    package static func list(_ phrases: [Phrase]) -> Phrase {
        func joined(_ texts: [String], _ and: String) -> String {
            guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
            return texts.dropLast().joined(separator: ", ") + " \(and) " + last
        }
        return Phrase(sv: joined(phrases.map(\.sv), "och"), en: joined(phrases.map(\.en), "and"))
    }

    /// Sentences one after another.
    package static func sentences(_ phrases: [Phrase]) -> Phrase {
        Phrase(sv: phrases.map(\.sv).joined(separator: " "), en: phrases.map(\.en).joined(separator: " "))
    }

    /// A name that is the same in every language.
    package static func name(_ name: some CustomStringConvertible) -> Phrase {
        Phrase(sv: name.description, en: name.description)
    }
}

extension ScorePart {
    /// `yrke +80, önskemål −40`, without the parts that do not differ; empty if none does.
    package static func differences(_ parts: [String: Int]) -> Phrase {
        let changed = allCases.filter { parts[$0.rawValue, default: 0] != 0 }
        func text(_ language: Language) -> String {
            changed.map { "\($0.label[language]) \(signed(parts[$0.rawValue, default: 0]))" }.joined(separator: ", ")
        }
        return Phrase(sv: text(.swedish), en: text(.english))
    }

    private static func signed(_ points: Int) -> String {
        points < 0 ? "−\(-points)" : "+\(points)"
    }
}
