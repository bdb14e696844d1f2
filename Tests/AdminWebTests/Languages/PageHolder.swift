import HTTPTypes
import Testing

/// Holds pages against their other language; a text that was right is not looked at again.
final class PageHolder {
    private struct Pair: Hashable {
        let sv: String
        let en: String
    }

    /// What the test types into forms: it is told back as it is, in the field, a summary or a record that it became, and is
    /// nobody's text.
    let typed: [String]
    /// The numbers in groups that stood in Swedish pages.
    private(set) var numbers: Set<String> = []
    /// What stood on the last page in Swedish.
    private(set) var told: [String] = []
    private var right: Set<Pair> = []

    init(typed: [String] = []) { self.typed = typed }

    func hold(_ sv: WebTester.Answer, _ en: WebTester.Answer, _ said: String) {
        told = []
        #expect(sv.status == en.status, "\(said)")
        guard sv.headers[.contentType]?.hasPrefix("text/html") == true else { return }
        let (one, other) = (PageText(sv.body), PageText(en.body))
        told = one.texts
        #expect(one.language == "sv" && other.language == "en", "\(said)")
        #expect(sv.headers[.contentLanguage] == "sv" && en.headers[.contentLanguage] == "en", "\(said)")
        guard one.pieces.count == other.pieces.count else {
            let place = zip(one.pieces, other.pieces).first { left, right in
                if case .text = left, case .text = right { return false }
                return left != right
            }
            Issue.record("\(said): not the same page: \(String(describing: place))")
            return
        }
        for (left, right) in zip(one.pieces, other.pieces) {
            switch (left, right) {
            case (.text(let sv), .text(let en)): hold(sv, en, said)
            default:
                if left != right { Issue.record("\(said): \(left) and \(right)") }
            }
        }
        for (sv, en) in zip(one.numbers, other.numbers) where !typed.contains(sv) {
            if let fault = WritingLaw.cellFault(sv, en) { Issue.record("\(said): \(fault): \(sv) | \(en)") }
        }
        for list in one.choices + other.choices {
            if let fault = WritingLaw.orderFault(list) { Issue.record("\(said): \(fault)") }
        }
    }

    private func hold(_ sv: String, _ en: String, _ said: String) {
        guard !right.contains(Pair(sv: sv, en: en)) else { return }
        let (swedish, english) = (ours(sv), ours(en))
        let faults = [LanguageLaw.fault(swedish, english), WritingLaw.fault(swedish, english)].compactMap(\.self)
        for fault in faults { Issue.record("\(said): \(fault)\n  \(sv.prefix(200))\n  \(en.prefix(200))") }
        numbers.formUnion(WritingLaw.numbers(sv))
        if faults.isEmpty { right.insert(Pair(sv: sv, en: en)) }
    }

    /// A text without what was typed, where that is all of it or stands at its end.
    private func ours(_ text: String) -> String {
        for typed in typed where !typed.isEmpty {
            if text == typed { return "" }
            if text.hasSuffix(": \(typed)") { return String(text.dropLast(typed.count)) }
            if typed.count > 4, text.contains(typed) { return text.replacing(typed, with: "") }
        }
        return text
    }
}
