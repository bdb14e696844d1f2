import Domain
import Testing

@testable import ExampleMaker

private let years = ExampleFiles.years

struct ExampleCourseTests {
    private typealias Row = ExampleFiles.Row

    @Test(arguments: years) func `nobody is in two places, no place holds more than it has`(year: Int) throws {
        let files = try ExampleFiles.of(year)
        var bySlot: [String: [Period]] = [:]
        var byPerson: [String: [Period]] = [:]
        for placement in files.placements {
            let slot = try #require(files.slots[placement["slot"]])
            let days = try Period(from: placement.day("from"), to: placement.day("to"))
            #expect(try Period(from: slot.day("from"), to: slot.day("to")).contains(days))
            guard let occupied = try occupied(placement) else { continue }
            if let withdrawn = try slot.dayIfAny("withdrawn_on") { #expect(occupied.to < withdrawn) }
            bySlot[placement["slot"], default: []].append(occupied)
            byPerson[try files.person(placement), default: []].append(occupied)
        }
        for (code, periods) in bySlot {
            let places = try #require(files.slots[code]).number("places")
            for day in periods.map(\.from) {
                #expect(periods.count { $0.contains(day) } <= places, "\(code) on \(day)")
            }
        }
        for periods in byPerson.values {
            let ordered = periods.sorted { $0.from < $1.from }
            #expect(zip(ordered, ordered.dropFirst()).allSatisfy { $0.to < $1.from })
        }
    }

    @Test(arguments: years) func `each state has its day and its reason`(year: Int) throws {
        let files = try ExampleFiles.of(year)
        let today = roundDay(year)
        for placement in files.placements {
            let state = try #require(PlacementState(rawValue: placement["state"]))
            let on = try placement.day("state_on")
            #expect(on <= today)
            let path = try #require(PlacementLifecycle.path(to: state))
            if path.count > 1, let step = PlacementLifecycle.transition(from: path[path.count - 2], to: state) {
                #expect(!step.demandsReason || !placement["reason"].isEmpty)
            }
            switch state {
            case .started, .noShow: #expect(on == (try placement.day("from")))
            case .completed: #expect(on == (try placement.day("to")))
            case .interrupted:
                #expect(try Period(from: placement.day("from"), to: placement.day("to")).contains(on))
            default: #expect(try on < placement.day("from"))
            }
        }
        for slot in files.slots.values {
            let state = try #require(SlotState(rawValue: slot["state"]))
            #expect((state == .withdrawn) == !slot["withdrawn_on"].isEmpty)
            #expect((state == .withdrawn) == !slot["withdrawn_reason"].isEmpty)
            #expect((state == .draft) == slot["offered_on"].isEmpty)
        }
    }

    @Test(arguments: years) func `the hard rules held when they were placed`(year: Int) throws {
        let files = try ExampleFiles.of(year)
        for placement in files.placements {
            let slot = try #require(files.slots[placement["slot"]])
            let person = try #require(files.participants[placement["referrer"] + "/" + placement["participant"]])
            let passed = person["sfi_passed"].isEmpty ? SFIPassed.none : SFIPassed(rawValue: person["sfi_passed"])
            #expect(try #require(passed).satisfies(SFICourse(rawValue: slot["sfi_required"])))
            #expect(slot.list("licences").allSatisfy(person.list("licences").contains))
            #expect(try WorkHours(slot["hours_per_day"]) <= WorkHours(person["hours_per_day"]))
            #expect(try Weekdays(slot["weekdays"]).isSubset(of: Weekdays(person["weekdays"])))
            #expect(slot["earmark"].isEmpty || slot["earmark"] == person["referrer"])
            #expect(slot["purpose"].isEmpty || slot["purpose"] == person["purpose"])
            #expect(slot["record_check"] == "no" || !person["record_check_shown_on"].isEmpty)
            #expect(try person.day("available_from") <= placement.day("from"))
            #expect(try placement.day("to") <= person.dayIfAny("available_to") ?? Day.latest)
            #expect(person["protected"] == "no")
        }
    }

    @Test(arguments: years) func `outcomes follow what has ended and lie in the past`(year: Int) throws {
        let files = try ExampleFiles.of(year)
        let placements = Dictionary(uniqueKeysWithValues: files.placements.map { ($0["code"], $0) })
        for outcome in files.outcomes {
            #expect(try outcome.day("checked_on") <= roundDay(year))
            let status = try #require(OutcomeStatus(rawValue: outcome["status"]))
            #expect(status == .employed || outcome["employer"].isEmpty && outcome["form"].isEmpty)
            #expect(["", "yes", "no"].contains(outcome["student_aid"]))
            #expect(status == .studying || outcome["student_aid"].isEmpty)
            guard let placement = placements[outcome["placement"]] else { continue }
            #expect(["completed", "interrupted"].contains(placement["state"]))
            #expect(try outcome.day("checked_on").days(since: placement.day("state_on")) <= 180)
        }
        #expect(Set(files.outcomes.map { $0["status"] }).count == OutcomeStatus.allCases.count)
    }

    @Test(arguments: years) func `there is enough to see, and to match`(year: Int) throws {
        let files = try ExampleFiles.of(year)
        for counted in year - 2...year {
            let short = twoDigits(counted)
            #expect(files.participants.keys.count { $0.contains("\(short)-") } >= 100)
        }
        let engaged = try Set(
            files.placements.filter { ["proposed", "accepted", "agreed", "started"].contains($0["state"]) }
                .map { try files.person($0) })
        let waiting = try files.participants.values.filter { row in
            let until = try row.dayIfAny("available_to") ?? Day.latest
            let person = try files.person(row, reference: "reference")
            return until > roundDay(year).adding(27) && !engaged.contains(person)
        }
        #expect(waiting.count >= 60)
        #expect(waiting.contains { $0["protected"] == "yes" })
        let identities = files.participants.values.map { $0["identity"] }.filter { !$0.isEmpty }
        #expect(identities.count - Set(identities).count >= 4, "some come from two referrers")
        let states = Set(files.placements.map { $0["state"] })
        #expect(states.isSuperset(of: ["completed", "interrupted", "no_show", "declined", "withdrawn", "agreed"]))
        #expect(Set(files.slots.values.map { $0["state"] }) == ["draft", "offered", "withdrawn", "closed"])
        #expect(Set(files.undertakings.map { $0["measure"] }) == ["places", "persons", "hours_per_day", "delta"])
        #expect(files.undertakings.allSatisfy { $0["text"].hasPrefix("EXEMPEL – ") })
    }

    /// Whoever looks again a year later finds what was there, further on by legal steps.
    @Test(arguments: years) func `the next year's example continues this one's`(year: Int) throws {
        let (now, later) = (try ExampleFiles.of(year), try ExampleFiles.of(year + 1))
        let laterPlacements = Dictionary(uniqueKeysWithValues: later.placements.map { ($0["code"], $0) })
        var moved = 0
        for placement in now.placements {
            guard let then = laterPlacements[placement["code"]] else { continue }
            let from = try #require(PlacementState(rawValue: placement["state"]))
            let to = try #require(PlacementState(rawValue: then["state"]))
            #expect(PlacementLifecycle.path(from: from, to: to) != nil)
            if from != to { moved += 1 }
        }
        #expect(moved > 0)
        for (code, slot) in now.slots {
            guard let then = later.slots[code] else { continue }
            let from = try #require(SlotState(rawValue: slot["state"]))
            let to = try #require(SlotState(rawValue: then["state"]))
            #expect(from == to || SlotLifecycle.transition(from: from, to: to) != nil)
        }
        for (key, participant) in now.participants {
            guard let then = later.participants[key] else { continue }
            #expect(participant.cells == then.cells)
        }
    }

    /// The days taken, as the database reckons them.
    private func occupied(_ placement: Row) throws -> Period? {
        let state = try #require(PlacementState(rawValue: placement["state"]))
        guard PlacementState.occupiesUntilEnd.contains(state) else { return nil }
        let ends = PlacementState.ended.contains(state) ? try placement.day("state_on") : try placement.day("to")
        return try Period(from: placement.day("from"), to: min(ends, placement.day("to")))
    }
}
