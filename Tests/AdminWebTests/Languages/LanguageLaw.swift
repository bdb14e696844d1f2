/// What is held against a text in one language and its other.
enum LanguageLaw {
    /// What is called the same in both: names, abbreviations, and words that are.
    static let same: Set<String> = [
        "praktik", "api", "openapi", "csv", "sfi", "ssyk", "start", "uppdatera", "komvux", "ama", "vård", "skola",
        "hemtjänst", "test", "am", "man", "under", "normal", "svenska", "english", "status", "text",
        "tertial",
    ]

    /// Terms of Swedish law without an English name, which English text gives in brackets.
    static let terms: Set<String> = ["extratjänst"]

    /// Words that stand in one language's sentences only.
    private static let swedish: Set<String> = [
        "och", "att", "är", "inte", "som", "av", "ett", "eller", "från", "på", "ingen", "inga", "sida", "visa", "alla",
        "plats", "platser", "deltagare", "anvisare", "enhet", "enheter", "ändra", "spara", "sök",
    ]
    private static let english: Set<String> = [
        "the", "of", "and", "with", "this", "which", "are", "has", "been", "not", "is", "all", "show", "page", "slots",
        "slot", "participant", "participants", "unit", "units", "change", "save", "search", "from",
    ]

    /// Why a text and its other cannot both be right; nil where they can.
    static func fault(_ sv: String, _ en: String) -> String? {
        if sv == en {
            let words = words(sv).filter { !same.contains($0.lowercased()) && !isData($0) }
            return words.isEmpty ? nil : "the same in both: \(words)"
        }
        let strange = words(sv).filter { english.contains($0.lowercased()) && !isData($0) }
        if !strange.isEmpty { return "English in Swedish: \(strange)" }
        let swedishWords = words(en).filter { swedish.contains($0.lowercased()) && !isData($0) }
        if !swedishWords.isEmpty { return "Swedish in English: \(swedishWords)" }
        let letters = words(en).filter { word in
            let lower = word.lowercased()
            return lower.contains { "åäö".contains($0) } && !terms.contains(lower) && !isData(word)
        }
        return letters.isEmpty ? nil : "Swedish letters in English: \(letters)"
    }

    /// Whether a word is somebody's record rather than ours: the tests' all have `zx` in them.
    private static func isData(_ word: String) -> Bool { word.lowercased().contains("zx") }

    /// Runs of letters; what has digits or a dot within is a code, an address, a date.
    static func words(_ text: String) -> [String] {
        text.split(whereSeparator: { $0.isWhitespace || "(),:;/–—|\"”?!…§".contains($0) })
            .map { $0.drop { ".'<>".contains($0) } }
            .map { word in
                var word = word
                while let last = word.last, ".'<>".contains(last) { word.removeLast() }
                return String(word)
            }
            .filter { word in
                word.count > 1 && word.contains { $0.isLetter } && !word.contains { $0.isNumber || ".@_=".contains($0) }
            }
    }
}
