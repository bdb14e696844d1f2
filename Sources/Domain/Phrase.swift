/// A language of the user interface.
public enum Language: String, Sendable, CaseIterable {
    case swedish = "sv"
    case english = "en"
}

/// A text of the user interface in every language it exists in; that both are there is by construction.
public struct Phrase: Sendable, Hashable {
    public let sv: String
    public let en: String

    public init(sv: String, en: String) {
        self.sv = sv
        self.en = en
    }

    public subscript(language: Language) -> String {
        switch language {
        case .swedish: sv
        case .english: en
        }
    }
}

extension Phrase {
    /// `1 dag`, `41 dagar`.
    public static func days(_ count: Int) -> Phrase {
        Phrase(sv: count == 1 ? "1 dag" : "\(count) dagar", en: count == 1 ? "1 day" : "\(count) days")
    }

    /// `1 vecka`, `4 veckor`.
    public static func weeks(_ count: Int) -> Phrase {
        Phrase(sv: count == 1 ? "1 vecka" : "\(count) veckor", en: count == 1 ? "1 week" : "\(count) weeks")
    }
}
