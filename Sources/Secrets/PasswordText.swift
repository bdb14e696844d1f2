/// A password's text, the same whatever keyboard it was typed on.
enum PasswordText {
    /// Latin letters with marks in their composed form (`a` + ring becomes `å`), as NIST SP 800-63B asks that the same text be
    /// the same bytes. Everything else stays as it was typed.
    static func normalised(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 > 0x7F }) else { return text }
        return String(text.map { composed[$0] ?? $0 })
    }

    /// Characters are equal if they are canonically equivalent, so that the decomposed one finds the composed.
    private static let composed: [Character: Character] = Dictionary(
        (UInt32(0xC0)...0x24F).compactMap(Unicode.Scalar.init).map { (Character($0), Character($0)) },
        uniquingKeysWith: { first, _ in first })
}
