import Domain
import Operations
import Store

/// Short ways to say what a test is about: everything not said suits everything.
// swift-format-ignore: NeverUseForceTry
enum Fixture {
    static let start = day("2026-03-02")

    static func day(_ text: String) -> Day {
        try! Day(text)
    }

    static func days(_ from: String, _ to: String) -> Period {
        try! Period(from: day(from), to: day(to))
    }

    static func code(_ text: String) -> Code {
        try! Code(text)
    }

    static func words(_ texts: String...) -> [Keyword] {
        texts.map { try! Keyword($0) }
    }

    static func slot(
        _ code: String, _ from: String = "2026-03-02", _ to: String = "2026-06-05", places: Int = 1,
        _ change: (inout SlotFacts) -> Void = { _ in }
    ) -> SlotFacts {
        var slot = SlotFacts(
            code: Self.code(code), unit: Self.code("SBF"), title: "Plats", period: days(from, to), places: places)
        change(&slot)
        return slot
    }

    static func referral(_ label: String, _ change: (inout ReferralFacts) -> Void = { _ in }) -> ReferralFacts {
        let parts = label.split(separator: "/")
        var referral = ReferralFacts(
            referrer: code(String(parts[0])), reference: code(String(parts[1])), registeredOn: day("2026-01-05"))
        change(&referral)
        return referral
    }

    static func person(
        _ label: String, busy: [Period] = [], protected: Bool = false,
        _ change: (inout ReferralFacts) -> Void = { _ in }
    ) -> PersonFacts {
        PersonFacts(isProtected: protected, referrals: [referral(label, change)], busy: busy)
    }
}
