import Domain
import Operations
import Store
import Testing

struct EligibilityTests {
    private let rules = Eligibility(roundStart: Fixture.start)

    private func failures(
        _ slot: SlotFacts, busy: [Period] = [], protected: Bool = false,
        _ change: (inout ReferralFacts) -> Void = { _ in }
    ) -> [RuleFailure] {
        let person = Fixture.person("AMA/K-1", busy: busy, protected: protected, change)
        return rules.failures(person, person.referrals[0], slot)
    }

    @Test func `somebody whom nothing stops is eligible`() {
        #expect(failures(Fixture.slot("P1")).isEmpty)
    }

    @Test(arguments: [SlotState.draft, .closed, .withdrawn])
    func `only an offered slot can be taken`(state: SlotState) {
        #expect(failures(Fixture.slot("P1") { $0.state = state }) == [.notOffered])
    }

    @Test(arguments: [
        // The last day of exactly four weeks from Monday 2 March is Sunday 29 March.
        ("2026-01-01", "2026-03-29", nil, nil, true),
        ("2026-01-01", "2026-03-28", nil, nil, false),
        ("2026-03-10", "2026-06-05", nil, "2026-04-06", true),
        ("2026-03-10", "2026-06-05", nil, "2026-04-05", false),
        ("2026-01-01", "2026-06-05", "2026-05-09", nil, true),
        ("2026-01-01", "2026-06-05", "2026-05-10", nil, false),
        ("2026-01-01", "2026-02-28", nil, nil, false),
        ("2026-01-01", "2026-06-05", nil, "2026-01-31", false),
    ])
    func `four weeks must fit between the latest start and the earliest end`(
        from: String, to: String, available: String?, until: String?, fits: Bool
    ) {
        let found = failures(Fixture.slot("P1", from, to)) {
            $0.availableFrom = available.map(Fixture.day)
            $0.availableTo = until.map(Fixture.day)
        }
        #expect(found == (fits ? [] : [.dates(minimumDays: 28)]))
    }

    @Test func `a match begins and ends where slot, round and person meet`() {
        let referral = Fixture.referral("AMA/K-1") {
            $0.availableFrom = Fixture.day("2026-03-16")
            $0.availableTo = Fixture.day("2026-05-15")
        }
        #expect(rules.days(referral, Fixture.slot("P1")) == Fixture.days("2026-03-16", "2026-05-15"))
        let open = Fixture.referral("AMA/K-2")
        #expect(
            rules.days(open, Fixture.slot("P1", "2026-01-01", "2026-04-30"))
                == Fixture.days("2026-03-02", "2026-04-30"))
        #expect(rules.days(open, Fixture.slot("P1", "2026-01-01", "2026-02-01")) == nil)
    }

    @Test func `the slot's weekdays must be among the person's`() {
        let weekend = Fixture.slot("P1") { $0.weekdays = Weekdays(rawValue: 0b110_0000) }
        #expect(failures(weekend) == [.weekdays(missing: Weekdays(rawValue: 0b110_0000))])
        #expect(failures(weekend) { $0.weekdays = .all }.isEmpty)
        let monday = Fixture.slot("P1") { $0.weekdays = Weekdays(rawValue: 1) }
        #expect(failures(monday).isEmpty)
    }

    @Test(
        arguments: [
            (nil, nil, true), (360, nil, true), (480, nil, true), (481, nil, false),
            (nil, 479, false), (nil, 480, true), (240, 239, false), (240, 240, true),
        ] as [(Int?, Int?, Bool)])
    func `the slot's hours must fit, none said is full time`(asked: Int?, available: Int?, fits: Bool) {
        let found = failures(Fixture.slot("P1") { $0.minutesPerDay = asked }) { $0.minutesPerDay = available }
        #expect(found == (fits ? [] : [.hours(asked: asked ?? 480, available: available ?? 480)]))
    }

    @Test(arguments: SFICourse.allCases, SFIPassed.allCases)
    func `the SFI course must be passed, or not needed`(required: SFICourse, passed: SFIPassed) {
        let order: [SFIPassed] = [.none, .a, .b, .c, .d]
        let courses: [SFICourse] = [.a, .b, .c, .d]
        let enough =
            passed == .notNeeded
            || (order.firstIndex(of: passed) ?? 0) > (courses.firstIndex(of: required) ?? 0)
        let found = failures(Fixture.slot("P1") { $0.sfiRequired = required }) { $0.sfiPassed = passed }
        #expect(found == (enough ? [] : [.sfi(required: required, passed: passed)]))
    }

    @Test func `every licence must be held`() {
        let slot = Fixture.slot("P1") { $0.licences = Fixture.words("B", "truck") }
        #expect(failures(slot) == [.licence(missing: Fixture.words("B", "truck"))])
        #expect(failures(slot) { $0.licences = Fixture.words("B") } == [.licence(missing: Fixture.words("truck"))])
        #expect(failures(slot) { $0.licences = Fixture.words("truck", "C", "B") }.isEmpty)
    }

    @Test(arguments: [("2008-03-02", true), ("2008-03-03", false)])
    func `the age counts on the first day`(birth: String, oldEnough: Bool) {
        let slot = Fixture.slot("P1") { $0.minimumAge = 18 }
        let found = failures(slot) { $0.birthDate = Fixture.day(birth) }
        #expect(found == (oldEnough ? [] : [.age(required: 18, isKnown: true)]))
    }

    @Test func `what is unknown satisfies no requirement`() {
        let slot = Fixture.slot("P1") {
            $0.minimumAge = 16
            $0.recordCheck = true
            $0.purpose = .language
            $0.sfiRequired = .a
            $0.licences = Fixture.words("B")
        }
        #expect(
            failures(slot) == [
                .sfi(required: .a, passed: .none), .licence(missing: Fixture.words("B")),
                .age(required: 16, isKnown: false), .recordCheck, .purpose(asked: .language, own: nil),
            ])
    }

    @Test func `the record check must have been shown by the first day`() {
        let slot = Fixture.slot("P1") { $0.recordCheck = true }
        #expect(failures(slot) { $0.recordCheckShownOn = Fixture.start }.isEmpty)
        #expect(failures(slot) { $0.recordCheckShownOn = Fixture.day("2026-03-03") } == [.recordCheck])
    }

    @Test func `an earmarked slot is for its referrer`() {
        #expect(failures(Fixture.slot("P1") { $0.earmark = Fixture.code("AMA") }).isEmpty)
        let other = Fixture.code("INV")
        #expect(failures(Fixture.slot("P1") { $0.earmark = other }) == [.earmark(other)])
    }

    @Test func `the purpose must be the slot's, where it has one`() {
        let slot = Fixture.slot("P1") { $0.purpose = .language }
        #expect(failures(slot) { $0.purpose = .language }.isEmpty)
        #expect(failures(slot) { $0.purpose = .job } == [.purpose(asked: .language, own: .job)])
        #expect(failures(Fixture.slot("P2")) { $0.purpose = .job }.isEmpty)
    }

    @Test(arguments: [
        ("2026-06-05", "2026-07-01", true), ("2026-06-06", "2026-07-01", false),
        ("2026-01-01", "2026-03-02", true), ("2026-01-01", "2026-03-01", false),
    ])
    func `one shared day with another placement is a clash`(from: String, to: String, clashes: Bool) {
        #expect(failures(Fixture.slot("P1"), busy: [Fixture.days(from, to)]) == (clashes ? [.clash] : []))
    }

    @Test func `a place must be free on every day`() {
        let one = Fixture.days("2026-04-01", "2026-04-10")
        let two = Fixture.days("2026-04-10", "2026-04-20")
        let apart = Fixture.days("2026-04-11", "2026-04-20")
        #expect(failures(Fixture.slot("P1") { $0.taken = [one] }) == [.noPlace])
        #expect(failures(Fixture.slot("P1", places: 2) { $0.taken = [one, two] }) == [.noPlace])
        #expect(failures(Fixture.slot("P1", places: 2) { $0.taken = [one, apart] }).isEmpty)
        let shrunk = Fixture.slot("P1", places: 2) {
            $0.taken = [one]
            $0.withdrawals = [.init(on: Fixture.day("2026-04-10"), places: 1)]
        }
        #expect(failures(shrunk) == [.noPlace])
        let later = Fixture.slot("P1", places: 2) {
            $0.taken = [one]
            $0.withdrawals = [.init(on: Fixture.day("2026-04-11"), places: 1)]
        }
        #expect(failures(later).isEmpty)
    }

    @Test func `protected identity is left out of what is automatic, not of what is done by hand`() {
        #expect(failures(Fixture.slot("P1"), protected: true) == [.protected])
        let person = Fixture.person("AMA/K-1", protected: true)
        let byHand = Eligibility(roundStart: Fixture.start, leavesOutProtected: false)
        #expect(byHand.failures(person, person.referrals[0], Fixture.slot("P1")).isEmpty)
    }

    @Test func `agreed days must lie within what slot and person can`() {
        let person = Fixture.person("AMA/K-1") { $0.availableTo = Fixture.day("2026-05-31") }
        func found(_ from: String, _ to: String) -> [RuleFailure] {
            rules.failures(person, person.referrals[0], Fixture.slot("P1"), on: Fixture.days(from, to))
        }
        #expect(found("2026-03-09", "2026-05-31").isEmpty)
        #expect(found("2026-03-09", "2026-06-01") == [.dates(minimumDays: 28)])
        #expect(found("2026-03-01", "2026-05-31") == [.dates(minimumDays: 28)])
        #expect(found("2026-03-09", "2026-04-01") == [.dates(minimumDays: 28)])
    }
}
