import Domain

/// What a string may hold: said in the document by pattern and length, and held to by the domain's own initialiser.
struct APIText: Sendable {
    /// In code points.
    var length: ClosedRange<Int>?
    /// A regular expression that JSON Schema's readers agree on.
    var pattern: String?
    var format: String?
    var words: [String] = []
    var example: String?
    /// The domain's word on it; nil where there is nothing more to hold it to.
    var check: (@Sendable (String) throws(ValueError) -> Void)?

    /// An answer's text, which nothing more is promised of.
    static let anything = APIText()

    init(
        length: ClosedRange<Int>? = nil, pattern: String? = nil, format: String? = nil, example: String? = nil,
        check: (@Sendable (String) throws(ValueError) -> Void)? = nil
    ) {
        self.length = length
        self.pattern = pattern
        self.format = format
        self.example = example
        self.check = check
    }

    init(words: [String]) {
        self.words = words
    }

    /// What is wrong with a text, if anything.
    func fault(_ text: String) -> Phrase? {
        if !words.isEmpty {
            let list = words.joined(separator: ", ")
            return words.contains(text)
                ? nil : Phrase(sv: "Skriv ett av orden \(list).", en: "Write one of the words \(list).")
        }
        if let length, !length.contains(text.unicodeScalars.count) {
            return Phrase(
                sv: "Texten ska ha \(length.lowerBound)–\(length.upperBound) tecken.",
                en: "The text must have \(length.lowerBound)–\(length.upperBound) characters.")
        }
        do { try check?(text) } catch { return error.phrase }
        // No text of ours holds control characters, and the database could not hold the first of them.
        guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            return ValueError.line.phrase
        }
        return nil
    }
}
