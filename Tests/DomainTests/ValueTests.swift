import Domain
import FoundationEssentials
import Testing

struct ValueTests {
    @Test(arguments: [("6", 360), ("7,5", 450), ("7.5", 450), ("7,25", 435), ("24", 1440), ("0,02", 1), ("6,67", 400)])
    func `hours are kept in minutes`(text: String, minutes: Int) throws {
        #expect(try WorkHours(text).minutes == minutes)
    }

    @Test(arguments: [
        "", "0", "0,00", "24,1", "25", "-1", "7,555", "7,", ",5", "7.5.0", "sju", "1e1", " 7", "99999999999999999999",
    ])
    func `what is no working time is refused`(text: String) {
        #expect(throws: ValueError.workHours) { try WorkHours(text) }
    }

    @Test func `hours read back as they are written`() throws {
        for minutes in 1...1440 {
            let hours = try WorkHours(minutes: minutes)
            #expect(try WorkHours(hours.description).minutes == minutes)
            #expect(try WorkHours(hours.formatted(decimal: ",")).minutes == minutes)
        }
    }

    @Test(arguments: [("50", "50"), ("2,5", "2.5"), ("2.50", "2.5"), ("0", "0"), ("1,05", "1.05"), ("007", "7")])
    func `amounts keep two decimals`(text: String, written: String) throws {
        #expect(try Amount(text).description == written)
    }

    @Test(arguments: [("1|2|3|4|5", 0b11111), ("7", 0b100_0000), ("5|1", 0b10001), ("1|1", 1), ("1 | 2", 0b11)])
    func `weekdays are ISO numbers`(text: String, bits: Int) throws {
        #expect(try Weekdays(text).rawValue == UInt8(bits))
    }

    @Test(arguments: ["", "0", "8", "1|", "|1", "12", "1,2", "mån"])
    func `what is no weekday is refused`(text: String) {
        #expect(throws: ValueError.weekdays) { try Weekdays(text) }
    }

    @Test func `weekdays know the days of the calendar`() throws {
        let monday = try Day("2026-03-09")
        #expect(Weekdays.mondayToFriday.contains(monday))
        #expect(!Weekdays.mondayToFriday.contains(monday.adding(5)))
        #expect(Weekdays.mondayToFriday.description == "1|2|3|4|5")
        #expect(try Weekdays("1|3").names(in: .swedish) == "mån ons")
    }

    @Test(arguments: [
        ("9412", "9412", 4), ("9412", "9413", 3), ("9412", "9499", 2), ("9412", "9310", 1), ("9412", "5120", 0),
        ("0110", "0210", 1), ("0110", "9110", 0),
    ])
    func `nearness is the number of shared leading digits`(left: String, right: String, nearness: Int) throws {
        #expect(try SSYK(left).nearness(to: SSYK(right)) == nearness)
        #expect(try SSYK(right).nearness(to: SSYK(left)) == nearness)
        #expect(try SSYK(left).description == left)
    }

    @Test(arguments: ["", "941", "94123", "94a2", "-412", "９４12"])
    func `what is no occupation is refused`(text: String) {
        #expect(throws: ValueError.ssyk) { try SSYK(text) }
    }

    @Test(arguments: ["S-1", "åäö", "K/114#2", String(repeating: "a", count: 64), "é", "2026:12"])
    func `codes are what people write`(text: String) throws {
        #expect(try Code(text).rawValue == text)
    }

    @Test(arguments: [
        "", "a b", "a;b", "a,b", "a|b", "a\"b", "a\tb", "a\u{A0}b", "a\u{200B}b", "\u{7F}",
        String(repeating: "a", count: 65),
    ])
    func `what cannot be a code is refused`(text: String) {
        #expect(throws: ValueError.code) { try Code(text) }
    }

    @Test func `a line is trimmed and single`() throws {
        #expect(try Line("  Kök \t").rawValue == "Kök")
        for text in ["", "  ", "a\nb", "a\u{0}b", "a\u{85}b", String(repeating: "å", count: 1001)] {
            #expect(throws: ValueError.line) { try Line(text) }
        }
        #expect(try Line(String(repeating: "å", count: 1000)).rawValue.count == 1000)
        #expect(throws: ValueError.keyword) { try Keyword("B|C") }
    }

    @Test(arguments: ["a@b.se", "for.namn+x@uddevalla.se", "åsa@exempel.se"])
    func `e-mail addresses of the usual form are taken`(text: String) throws {
        #expect(try EmailAddress(text).rawValue == text)
    }

    @Test(arguments: ["", "a", "@b.se", "a@", "a@b@c", "a b@c.se", "a@b.se, c@d.se", "A <a@b.se>", "a@b."])
    func `what is no e-mail address is refused`(text: String) {
        #expect(throws: ValueError.email) { try EmailAddress(text) }
    }

    @Test func `municipality codes are four digits of text`() throws {
        #expect(try MunicipalityCode("0114").rawValue == "0114")
        for text in ["", "114", "01140", "Udde", "１485"] {
            #expect(throws: ValueError.municipality) { try MunicipalityCode(text) }
        }
    }

    @Test func `numbers stay in their ranges`() {
        #expect(throws: Never.self) { try (Capacity(1), Capacity(500), Priority(0), Priority(9)) }
        #expect(throws: ValueError.capacity) { try Capacity(0) }
        #expect(throws: ValueError.capacity) { try Capacity(501) }
        #expect(throws: ValueError.priority) { try Priority(10) }
    }

    @Test(arguments: SFIPassed.allCases, SFICourse.allCases)
    func `a passed course satisfies itself and those below`(passed: SFIPassed, required: SFICourse) {
        let order: [SFIPassed] = [.none, .a, .b, .c, .d, .notNeeded]
        let need = order.firstIndex(of: SFIPassed(rawValue: required.rawValue) ?? .notNeeded) ?? 0
        #expect(passed.satisfies(required) == ((order.firstIndex(of: passed) ?? 0) >= need))
        #expect(passed.satisfies(nil))
    }

    @Test func `every word has a label in both languages`() {
        func check<V: Vocabulary>(_: V.Type) {
            for word in V.allCases {
                #expect(!word.label.sv.isEmpty && !word.label.en.isEmpty)
                #expect(V(rawValue: word.rawValue) == word)
            }
        }
        check(SlotKind.self)
        check(SlotState.self)
        check(SlotPurpose.self)
        check(Urgency.self)
        check(UnitKind.self)
        check(PlacementState.self)
        check(OutcomeStatus.self)
        check(Party.self)
        check(PartyPurpose.self)
        check(MessageKind.self)
        check(MessageState.self)
        check(AttemptOutcome.self)
        check(Employer.self)
        check(EmploymentForm.self)
        check(OutcomeSource.self)
        check(Sex.self)
        check(YesNoUnknown.self)
        check(IdentityType.self)
        check(UndertakingMeasure.self)
        check(Cadence.self)
        check(CountingRule.self)
        check(Role.self)
        check(SFICourse.self)
        check(SFIPassed.self)
        check(PlacementTransition.Demand.self)
        for fault in ValueError.allCases { #expect(!fault.phrase.sv.isEmpty && !fault.phrase.en.isEmpty) }
    }

    @Test func `keys rise, whatever the clock does`() throws {
        let early = Date(timeIntervalSince1970: 1_790_000_000)
        let identifiers = Identifiers(clock: .fixed(early), seed: 1)
        var last: Identifier<Slot> = identifiers.next()
        for _ in 0..<10_000 {
            let next: Identifier<Slot> = identifiers.next()
            #expect(last < next)
            #expect(Array(next.description)[14] == "7")
            #expect("89ab".contains(Array(next.description)[19]))
            last = next
        }
        let again = Identifiers(clock: .fixed(early), seed: 1)
        let first: Identifier<Slot> = again.next()
        #expect(first == Identifiers(clock: .fixed(early), seed: 1).next(Slot.self))
    }
}
