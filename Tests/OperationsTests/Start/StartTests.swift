import Domain
import Operations
import Postgres
import Store
import TestSupport
import Testing

struct StartTests {
    @Test func `the worklist tells what has waited, oldest first, and nothing of protected people`() async throws {
        try await ListTown.with { town in
            let list = try await town.operations.worklist(town.coordinator, limit: 500)
            let today = try Day(ListTown.today)
            #expect(list.items.map(\.since) == list.items.map(\.since).sorted())
            #expect(
                Set(list.items.map(\.kind)) == [.unconfirmedOffers, .waitingPerson, .unansweredProposal, .overdueStart])
            for item in list.items {
                #expect(item.days == today.days(since: item.since) || item.since > today)
                #expect(!["AMA/K-30", "SFI/K-30", "SFI/K-60", "SFI/K-90"].contains(item.participant ?? ""))
                #expect(!item.sentence.sv.isEmpty && item.sentence.sv != item.sentence.en)
            }
            for kind in WorkKind.allCases {
                #expect(list.items.filter { $0.kind == kind }.count == list.totals[kind, default: 0])
            }
            var filter = SlotListFilter()
            filter.unconfirmedDays = 30
            let unconfirmed = try await town.operations.slotList(town.coordinator, filter, page: PageRequest(size: 200))
            let asked = list.items.filter { $0.kind == .unconfirmedOffers }
            #expect(asked.reduce(0) { $0 + $1.count } == unconfirmed.rows.reduce(0) { $0 + $1.slot.places.rawValue })
            let short = try await town.operations.worklist(town.coordinator, limit: 2)
            #expect(short.totals == list.totals && short.items.filter { $0.kind == .waitingPerson }.count == 2)
        }
    }

    @Test func `a start and an end that are overdue and an outcome that is missing are told until they are done`()
        async throws
    {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool, places: 2)
            // Whoever has no mail address has to be asked how it was besides.
            try await database.pool.transaction(for: town.code, by: "test") {
                _ = try await $0.execute("UPDATE participant SET email = 'k@example.se'")
            }
            let karin = Actor(name: "karin", role: .coordinator, municipality: town.code)
            func at(_ day: String) throws -> Operations {
                Operations(pool: database.pool, clock: .fixed(try Day(day)))
            }
            func kinds(_ day: String) async throws -> [WorkKind] {
                try await at(day).worklist(karin).items.filter { $0.placement?.rawValue == "P1" }.map(\.kind)
            }
            let code = try Code("P1")
            #expect(try await kinds("2026-01-14").isEmpty)
            #expect(try await kinds("2026-01-19") == [.unansweredProposal])
            _ = try await at("2026-01-19").stepPlacement(karin, code, to: .accepted)
            try await at("2026-01-19").agreeInFull(karin, code)
            #expect(try await kinds("2026-02-02").isEmpty)
            #expect(try await kinds("2026-02-03") == [.overdueStart])
            _ = try await at("2026-02-03").stepPlacement(karin, code, to: .started, on: try Day("2026-02-02"))
            #expect(try await kinds("2026-04-01") == [.midFollowUp])
            func tell(_ moment: FollowUpMoment, _ day: String) async throws {
                _ = try await at(day).recordFollowUp(
                    karin, code, at: moment, FollowUpAnswer(source: .coordinator, progress: .asPlanned))
            }
            try await tell(.mid, "2026-04-01")
            #expect(try await kinds("2026-05-29").isEmpty)
            #expect(try await kinds("2026-05-30") == [.overdueEnd])
            _ = try await at("2026-05-30").stepPlacement(karin, code, to: .completed, on: try Day("2026-05-29"))
            #expect(try await kinds("2026-05-30") == [.endFollowUp])
            try await tell(.end, "2026-05-30")
            #expect(try await kinds("2026-06-27").isEmpty)
            #expect(try await kinds("2026-06-28") == [.missingOutcome])
            _ = try await at("2026-06-28").recordOutcome(karin) { outcome in
                Outcome(
                    municipality: town.code, code: outcome, placement: code,
                    checkedOn: Day.clampedForTest("2026-06-28"),
                    status: .seeking)
            }
            #expect(try await kinds("2026-07-28").isEmpty)
            #expect(try await kinds("2026-08-27") == [.missingOutcome])
            #expect(try await kinds("2027-06-30").isEmpty)
        }
    }

    @Test func `same again for all, seen beforehand with the supervisors' load, and done once`() async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool, places: 2)
            let operations = Operations(pool: database.pool, clock: .fixed(try Day("2026-05-02")))
            let karin = Actor(name: "karin", role: .coordinator, municipality: town.code)
            try await operations.addSupervisor(
                karin,
                Supervisor(
                    municipality: town.code, code: try Code("H"), unit: try Code("SB"), name: try Line("Test"),
                    capacity: 3))
            try await operations.changeSlot(karin, try Code("S1")) { $0.supervisor = try Code("H") }
            for code in ["A-2026", "B-2026"] {
                var slot = try #require(try await operations.slots(karin, code: try Code("S1")).first).slot
                slot.code = try Code(code)
                slot.places = try Capacity(1)
                try await operations.registerSlot(karin, slot)
            }
            let plan = try await operations.renewalPlan(karin)
            #expect(plan.renewals.map(\.code.rawValue).sorted() == ["A-2027", "B-2027", "S1-2027"] && plan.places == 4)
            #expect(plan.supervisors.map(\.peak) == [4] && plan.supervisors[0].isOver)
            #expect(plan.renewals.allSatisfy { $0.period.from.description == "2027-02-08" })

            try await operations.declineRenewal(karin, try Code("B-2026"), .noSupervisor)
            let less = try await operations.renewAll(karin, dryRun: true)
            #expect(less.renewals.count == 2 && less.supervisors.map(\.peak) == [3] && !less.supervisors[0].isOver)
            #expect(try await operations.slots(karin).count == 3)
            await #expect(throws: Refusal.noSuch(.slot, "B-2026")) {
                try await operations.renewAll(karin, only: [try Code("B-2026")])
            }
            try await operations.renewAll(karin)
            #expect(
                try await operations.slots(karin).map(\.slot.code.rawValue).sorted()
                    == ["A-2026", "A-2027", "B-2026", "S1", "S1-2027"])
            #expect(try await operations.renewalPlan(karin).renewals.isEmpty)
            try await operations.reconsiderRenewal(karin, try Code("B-2026"))
            #expect(try await operations.renewalPlan(karin).renewals.map(\.code.rawValue) == ["B-2027"])
            #expect(try await operations.renewAll(karin).renewals.count == 1)
            #expect(
                try await operations.verifyAudit(Actor(name: "r", role: .operator, municipality: town.code)).isWhole)
        }
    }

    @Test func `each role's start is of one piece and of its own`() async throws {
        try await ListTown.with { town in
            let start = try await town.operations.coordinatorStart(town.coordinator)
            #expect(start.progress == nil && !start.worklist.items.isEmpty && start.waiting.rows.count == 10)
            #expect(start.free.rows.allSatisfy { $0.free > 0 })
            let registrar = try await town.registrar("PARK")
            let own = try await town.operations.registrarStart(registrar)
            #expect(own.plan.renewals.allSatisfy { $0.from.slot.unit.rawValue == "PARK" } && !own.plan.renewals.isEmpty)
            #expect(own.proposals.rows.allSatisfy { $0.detail.unit.rawValue == "PARK" && $0.familyName == nil })
            await #expect(throws: Refusal.notAllowed(.readWorklist, .registrar)) {
                try await town.operations.coordinatorStart(registrar)
            }
            let board = try await town.operations.referrerBoard(try await town.referrer("SFI"))
            #expect(board.columns.map(\.state) == BoardState.allCases && board.protected == 3)
            #expect(board.columns.reduce(0) { $0 + $1.total } == 27)
            let anna = Actor(name: "anna", role: .statistician, municipality: town.municipality)
            #expect(try await town.operations.statisticianStart(anna).years == [2026, 2025])
            let ada = Actor(name: "ada", role: .administrator, municipality: town.municipality)
            let admin = try await town.operations.administratorStart(ada)
            #expect(admin.refusals.map(\.line.action) == ["worklist.read"] && admin.idleAccounts.isEmpty)
        }
    }

    @Test func `what is free and who waits are told with why, by the records of the day`() async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool, places: 2, proposed: 0)
            let karin = Actor(name: "karin", role: .coordinator, municipality: town.code)
            func reasons(_ day: String) async throws -> (slot: String?, people: [String?]) {
                let operations = Operations(pool: database.pool, clock: .fixed(try Day(day)))
                let start = try await operations.coordinatorStart(karin)
                // The slot's and the person's own pages and the worklist say the same.
                let slot = try Code("S1")
                #expect(try await operations.slotNow(karin, slot) == start.reasons.slot(slot))
                for person in start.waiting.rows.map(\.participant) {
                    let label = ReferralLabel(referrer: person.referrer, reference: person.reference)
                    let reason = start.reasons.person(label.description)
                    #expect(try await operations.personNow(karin, label) == reason)
                    for work in [start.worklist, try await operations.worklist(karin)] {
                        #expect(work.items.first { $0.participant == label.description }?.reason == reason)
                    }
                }
                return (
                    start.reasons.slot(try Code("S1"))?.sv,
                    start.waiting.rows.map { start.reasons.person($0.participant.label)?.sv }
                )
            }
            let operations = Operations(pool: database.pool, clock: .fixed(try Day("2026-01-07")))
            try await operations.changeSlot(karin, try Code("S1")) { $0.sfiRequired = .c }
            for reference in ["K-1", "K-2"] {
                try await operations.registerParticipant(
                    karin, referrer: try Code("AMA"), reference: try Code(reference), fields: ["sfi_passed": "B"])
            }
            let before = try await reasons("2026-01-07")
            #expect(before.slot == "Ingen uppfyller kraven; 2 deltagare faller bara på SFI C.")
            #expect(Set(before.people) == ["Godkänd SFI B; två lediga platser kräver C."])
            try await operations.registerParticipant(
                karin, referrer: try Code("AMA"), reference: try Code("K-3"), fields: ["sfi_passed": "D"])
            let after = try await reasons("2026-01-08")
            #expect(after.slot == "1 deltagare uppfyller kraven.")
            #expect(after.people.contains("Behörig till 1 ledig plats.") && after.people.count == 3)
            let late = try await reasons("2026-05-20")
            #expect(late.slot == "Mindre än 4 veckor kvar; ingen ny praktik ryms.")
            #expect(Set(late.people) == ["Inga lediga platser just nu."])
            try await operations.closeSlot(karin, try Code("S1"))
            #expect(try await operations.slotNow(karin, try Code("S1")) == nil)
        }
    }

    @Test func `the commitment is one bar with a forecast from what is shaky to what may come`() async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool, places: 2)
            let operations = Operations(pool: database.pool, clock: .fixed(try Day("2026-03-02")))
            let karin = Actor(name: "karin", role: .coordinator, municipality: town.code)
            let csv =
                "code;text;measure;target;from;to;rule\nG;Platser;places;3;2026-01-01;2026-12-31;offered_in_year\n"
            _ = try await operations.importFile(karin, .undertakings, from: ImportSource(text: csv))
            for (code, from, state, confirmed) in [
                ("OLD", "2026-09-01", SlotState.offered, true), ("DRAFT", "2026-09-01", .draft, false),
            ] {
                var slot = try #require(try await operations.slots(karin, code: try Code("S1")).first).slot
                slot.code = try Code(code)
                slot.period = try Period(from: Day(from), to: Day("2026-11-30"))
                slot.state = state
                try await
                    (confirmed ? Operations(pool: database.pool, clock: .fixed(try Day("2026-01-02"))) : operations)
                    .registerSlot(karin, slot)
            }
            _ = try await operations.stepPlacement(karin, try Code("P1"), to: .accepted)
            let progress = try #require(try await operations.commitmentProgress(karin))
            #expect(progress.target == 3 && progress.offered == 4 && progress.pledged == 6 && progress.filled == 1)
            #expect(progress.inBooks == 2...6 && progress.isMet)
            let anna = Actor(name: "anna", role: .statistician, municipality: town.code)
            let places = try #require(try await operations.statisticianStart(anna).progress)
            #expect(places.offered == 4 && places.filled == nil)
            let past = try await operations.commitmentProgress(karin, year: 2025)
            #expect(past == nil)
        }
    }
}

extension Day {
    // swift-format-ignore: NeverUseForceTry
    fileprivate static func clampedForTest(_ text: String) -> Day { try! Day(text) }
}
