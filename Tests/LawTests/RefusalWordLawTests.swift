import Testing

/// The log keeps a refusal's code; its page says it in words.
struct RefusalWordLawTests {
    @Test func `every refusal's code has its words, and no others are kept`() throws {
        var codes: Set<Substring> = []
        let files = [
            ("Refusal.swift", 10), ("Accounts/AccountRefusal.swift", 10), ("Agreements/AgreementRefusal.swift", 10),
            ("Voice/VoiceRefusal.swift", 4),
        ]
        for (file, fewest) in files {
            let text = try Repository.text("Sources/Operations/" + file)
            let begins = try #require(text.firstRange(of: "public var code: String {"))
            let body = text[begins.upperBound...].prefix { $0 != "}" }
            let found = body.matches(of: /case \.\w+: "(\w+)"/).map(\.output.1)
            #expect(found.count > fewest)
            codes.formUnion(found)
        }
        let words = try Repository.text("Sources/Operations/RefusalWords.swift")
        #expect(codes == Set(words.matches(of: /^        "(\w+)": Phrase/.anchorsMatchLineEndings()).map(\.output.1)))
    }
}
