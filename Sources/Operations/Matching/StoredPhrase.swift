public import Domain

/// A phrase as it was said, in both languages.
public struct StoredPhrase: Sendable, Hashable, Codable {
    public var sv: String
    public var en: String

    public init(_ phrase: Phrase) {
        sv = phrase.sv
        en = phrase.en
    }

    public var phrase: Phrase { Phrase(sv: sv, en: en) }
}
