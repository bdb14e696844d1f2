import Domain
import HTTPTypes
import Operations
import Testing

@testable import AdminWeb

/// Every page, as everybody who may have it, in Swedish and in English: piece by piece the same page, each text in its own
/// language, its days, weeks, numbers and choices by custom.
struct PageLanguageTests {
    private static let accounts = [
        "zx-utpekad", "zx-samordnare", "zx-admin", "zx-vard", "zx-kom", "zx-ama", "zx-statistiker",
    ]

    @Test func `every page has a visit, and every visit a page`() {
        let pages = Set(PageList.all.filter { $0.method == .get }.map(\.path))
        #expect(pages.subtracting(LanguageVisits.all.keys).sorted() == [])
        #expect(Set(LanguageVisits.all.keys).subtracting(pages).sorted() == [])
        #expect(Set(LanguageVisits.pageless.keys).subtracting(pages).sorted() == [])
    }

    @Test func `every page is in both languages`() async throws {
        try await LanguageTown.with { town in
            var seen: Set<String> = []
            let holder = PageHolder()
            for (page, visits) in LanguageVisits.all.sorted(by: { $0.key < $1.key }) {
                for account in [nil] + Self.accounts.map(Optional.some) {
                    for visit in visits {
                        let path = town.address(visit)
                        let (sv, en) = try await town.both(account, path)
                        if sv.status == 200 { seen.insert(page) }
                        holder.hold(sv, en, "\(account ?? "nobody") \(path) \(sv.status)")
                    }
                }
            }
            let unseen = Set(LanguageVisits.all.keys).subtracting(seen)
            #expect(unseen == Set(LanguageVisits.pageless.keys))
            // The town's target is large enough to be written in groups, and was.
            #expect(holder.numbers.contains("12\u{A0}500"), "\(holder.numbers.sorted())")
            let (sv, en) = try await town.both("zx-utpekad", "/nothing")
            holder.hold(sv, en, "/nothing")
        }
    }

    /// What is posted wrong comes back with a sentence at its field that says what is expected, in the language of the page.
    @Test func `every form's faults are sentences in both languages`() async throws {
        try await LanguageTown.with { town in
            // The last is one character more than a line holds.
            let holder = PageHolder(
                typed: [
                    "", "|", "a b", "99999999999999999999", "-1", "2026-13-45", "0,001", "199001019999", "\u{1}",
                    String(repeating: "q", count: 1001),
                ])
            var forms: Set<String> = []
            // What anybody may report is shown to others: that form comes last.
            let open = "/accessibility"
            for page in LanguageVisits.all.keys.filter({ $0 != open }).sorted() + [open] {
                let visits = try #require(LanguageVisits.all[page])
                for account in [nil, "zx-utpekad", "zx-admin", "zx-vard", "zx-kom"] {
                    let path = town.address(visits[0])
                    let shown = try await town.both(account, path).sv
                    guard shown.status == 200 else { continue }
                    for form in PostedForm.all(shown.body) where form.fields.contains(where: { !$0.isHidden }) {
                        // What stands on every page is tried once for each account.
                        let names = form.fields.map(\.name).joined(separator: " ")
                        guard forms.insert("\(account ?? "") \(form.action) \(names)").inserted else { continue }
                        for text in holder.typed {
                            let said = "\(account ?? "nobody") \(form.action) \(text.prefix(30))"
                            let (sv, en) = try await town.both(account, form.action, form: form.filled(with: text))
                            // A search or a free text takes anything.
                            guard sv.status >= 400, en.status >= 400 else {
                                // A link is used once: with the first password that is long enough.
                                if form.action.hasPrefix("/invitation/") { break }
                                continue
                            }
                            #expect([422, 409].contains(sv.status), "\(said): \(sv.status)")
                            holder.hold(sv, en, said)
                            let told = holder.told.filter { text.isEmpty || !$0.contains(text) }
                            for sentence in told where sentence.contains("går inte att läsa") {
                                Issue.record("says nothing of what is expected: \(said): \(sentence)")
                            }
                            for sentence in told where sentence.contains(#/(^|\s)--[a-z]/#) {
                                Issue.record("the console's option: \(said): \(sentence)")
                            }
                        }
                    }
                }
            }
            #expect(forms.count > 20, "\(forms.sorted())")
        }
    }

    @Test func `the API's problems are in both languages`() {
        for type in ProblemType.all {
            #expect(LanguageLaw.fault(type.title.sv, type.title.en) == nil, "\(type.name)")
            #expect(!type.title.sv.isEmpty && !type.title.en.isEmpty && type.title.sv != type.title.en)
        }
    }
}
