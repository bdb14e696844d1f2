import Domain
import Operations
import Postgres
import Store
import TestSupport
import Testing

/// What hosts and participants answer to a proposal, and what follows of it.
struct AnswerTests {
    @Test(arguments: [true, false])
    func `both accept, in either order, and the placement is accepted by itself`(_ hostFirst: Bool) async throws {
        try await AnswerHouse.with { house in
            let answers: [(Actor, AnsweringParty)] = [(house.rut, .host), (house.amina, .participant)]
            let ordered = hostFirst ? answers : answers.reversed()
            #expect(
                try await house.operations.answerPlacement(ordered[0].0, house.code, ordered[0].1, .accepted)
                    == .proposed)
            #expect(
                try await house.operations.answerPlacement(ordered[1].0, house.code, ordered[1].1, .accepted)
                    == .accepted)
            let sheet = try await house.operations.placementSheet(house.karin, code: house.code)
            #expect(sheet.detail.placement.state == .accepted)
            #expect(sheet.events.last?.actor == ordered[1].0.name)
            #expect(sheet.standing(.host)?.actor == "rut")
            #expect(sheet.standing(.participant)?.actor == "K-1")
            let lines = try await house.operations.auditLines(house.root).filter { $0.action == "placement.answer" }
            #expect(Set(lines.map(\.actor)) == ["rut", "K-1"])
        }
    }

    @Test func `one no is a no, with its reason; the host is not told the participant's why`() async throws {
        try await AnswerHouse.with { house in
            _ = try await house.operations.answerPlacement(house.rut, house.code, .host, .accepted)
            let state = try await house.operations.answerPlacement(
                house.amina, house.code, .participant, .declined(.distance), note: try Line("Två byten med barn"))
            #expect(state == .declined)
            let sheet = try await house.operations.placementSheet(house.karin, code: house.code)
            #expect(sheet.standing(.participant)?.reason == .distance)
            #expect(sheet.standing(.participant)?.note?.rawValue == "Två byten med barn")
            let host = try await house.operations.placementSheet(house.rut, code: house.code)
            #expect(host.standing(.participant)?.kind == .declined)
            #expect(host.standing(.participant)?.reason == nil)
            #expect(host.standing(.participant)?.note == nil)
            #expect(host.standing(.participant)?.actor == nil)
            #expect(host.detail.placement.reason?.rawValue == "Deltagaren tackade nej")
            #expect(host.events.allSatisfy { $0.reason == nil || $0.reason == "Deltagaren tackade nej" })
        }
    }

    @Test func `the coordinator answers for a party on a ground, and the log says for whom`() async throws {
        try await AnswerHouse.with { house in
            await #expect(throws: Refusal.groundMissing) {
                try await house.operations.answerPlacement(house.karin, house.code, .host, .accepted)
            }
            _ = try await house.operations.answerPlacement(
                house.karin, house.code, .host, .accepted, onBehalf: .phoned)
            let state = try await house.operations.answerPlacement(
                house.karin, house.code, .participant, .declined(.studies), onBehalf: .noEmail)
            #expect(state == .declined)
            let sheet = try await house.operations.placementSheet(house.karin, code: house.code)
            #expect(sheet.standing(.host)?.ground == .phoned)
            #expect(sheet.standing(.participant)?.ground == .noEmail)
            let entries = try await house.database.owner.withConnection { connection in
                try await connection.query(
                    """
                    SELECT actor || ' ' || role || ' ' || on_behalf_of AS line FROM audit_entry
                    WHERE action = 'placement.answer' AND outcome = 'done' ORDER BY sequence
                    """
                ).map { try $0.value("line", as: String.self) }
            }
            #expect(entries == ["karin coordinator registrar", "karin coordinator participant"])
        }
    }

    @Test func `nobody gives the other party's answer, and no reason of the other party's list`() async throws {
        try await AnswerHouse.with { house in
            await #expect(throws: Refusal.answerNotYours) {
                try await house.operations.answerPlacement(house.rut, house.code, .participant, .accepted)
            }
            await #expect(throws: Refusal.answerNotYours) {
                try await house.operations.answerPlacement(house.amina, house.code, .host, .accepted)
            }
            await #expect(throws: Refusal.answerNotYours) {
                try await house.operations.answerPlacement(
                    house.rut, house.code, .host, .accepted, onBehalf: .phoned)
            }
            await #expect(throws: Refusal.value("reason", .declineReason)) {
                try await house.operations.answerPlacement(house.rut, house.code, .host, .declined(.distance))
            }
            // Another person's placement is not there for a participant.
            await #expect(throws: Refusal.noSuch(.placement, "P2")) {
                try await house.operations.answerPlacement(house.amina, try Code("P2"), .participant, .accepted)
            }
            let clerk = Actor(name: "siw", role: .statistician, municipality: house.town.code)
            await #expect(throws: Refusal.notAllowed(.answerPlacement, .statistician)) {
                try await house.operations.answerPlacement(clerk, house.code, .host, .accepted)
            }
        }
    }

    @Test func `a changed answer replaces the old one, which is kept; a decided proposal takes none`() async throws {
        try await AnswerHouse.with { house in
            _ = try await house.operations.answerPlacement(house.rut, house.code, .host, .accepted)
            _ = try await house.operations.answerPlacement(house.rut, house.code, .host, .declined(.overloaded))
            let sheet = try await house.operations.placementSheet(house.karin, code: house.code)
            #expect(sheet.answers.map(\.kind) == [.accepted, .declined])
            #expect(sheet.answers.map(\.isStanding) == [false, true])
            await #expect(throws: Refusal.answersClosed) {
                try await house.operations.answerPlacement(house.rut, house.code, .host, .accepted)
            }
            // Taken back, the no no longer stands, and the proposal can be answered again.
            _ = try await house.operations.correctPlacement(house.karin, house.code, reason: try Line("Fel person"))
            let again = try await house.operations.placementSheet(house.karin, code: house.code)
            #expect(again.standing(.host) == nil)
            #expect(try await house.operations.answerPlacement(house.rut, house.code, .host, .accepted) == .proposed)
        }
    }

    @Test func `a no in the party's own words is its answer too`() async throws {
        try await AnswerHouse.with { house in
            _ = try await house.operations.stepPlacement(
                house.rut, house.code, to: .declined, reason: try Line("Vi flyttar"))
            let sheet = try await house.operations.placementSheet(house.karin, code: house.code)
            #expect(sheet.standing(.host)?.reason == .other)
            #expect(sheet.standing(.host)?.note?.rawValue == "Vi flyttar")
        }
    }

    @Test func `the place is the database's to give: the second pair is refused`() async throws {
        try await AnswerHouse.with { house in
            for code in ["P1", "P2"] {
                _ = try await house.operations.answerPlacement(house.rut, try Code(code), .host, .accepted)
            }
            let codes = [try Code("P1"), try Code("P2")]
            let outcomes = await withTaskGroup(of: Result<PlacementState, any Error>.self) { group in
                for code in codes {
                    group.addTask {
                        do {
                            return .success(
                                try await house.operations.answerPlacement(
                                    house.karin, code, .participant, .accepted, onBehalf: .phoned))
                        } catch {
                            return .failure(error)
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.compactMap { try? $0.get() } == [.accepted])
            let refusals = outcomes.compactMap { outcome -> Refusal? in
                if case .failure(let error) = outcome { error as? Refusal } else { nil }
            }
            #expect(refusals == [.slotFull])
        }
    }

    @Test func `other days have not been answered`() async throws {
        try await AnswerHouse.with { house in
            _ = try await house.operations.answerPlacement(house.rut, house.code, .host, .accepted)
            try await house.database.pool.transaction(for: house.town.code, by: "test") { connection in
                _ = try await connection.execute("UPDATE placement SET ends_on = '2026-04-30' WHERE code = 'P1'")
            }
            let sheet = try await house.operations.placementSheet(house.karin, code: house.code)
            #expect(sheet.answers.map(\.isStanding) == [false])
        }
    }

    @Test func `what nobody answers in time lapses, once, by the clock`() async throws {
        try await AnswerHouse.with(today: "2026-02-01") { house in
            let clock = Actor(name: "clock", role: .clock, municipality: house.town.code)
            await #expect(throws: Refusal.answerAwaited(until: try Day("2026-02-02"))) {
                try await house.operations.stepPlacement(house.karin, house.code, to: .lapsed)
            }
            #expect(try await house.operations.lapseOverdue(clock).isEmpty)
            let later = Operations(pool: house.database.pool, clock: .fixed(try Day("2026-02-02")))
            _ = try await later.answerPlacement(house.rut, house.code, .host, .accepted)
            await #expect(throws: Refusal.self) { try await later.lapseOverdue(house.rut) }
            #expect(try await later.lapseOverdue(clock, dryRun: true).map(\.rawValue) == ["P1", "P2"])
            // One answer is not both.
            #expect(try await later.lapseOverdue(clock).map(\.rawValue) == ["P1", "P2"])
            #expect(try await later.lapseOverdue(clock).isEmpty)
            let sheet = try await later.placementSheet(house.karin, code: house.code)
            #expect(sheet.detail.placement.state == .lapsed)
            #expect(sheet.events.last?.actor == "clock")
        }
    }

    @Test func `the days are the municipality's own, and the reminder comes before the end`() async throws {
        try await AnswerHouse.with(today: "2026-01-20") { house in
            await #expect(throws: Refusal.value("lapse_days", .lapseDays)) {
                try await house.operations.changeSettings(house.root) { $0.lapseDays = 7 }
            }
            try await house.operations.changeSettings(house.root) { ($0.answerDays, $0.lapseDays) = (3, 8) }
            #expect(try await house.operations.lapseOverdue(house.root).count == 2)
        }
    }

    @Test func `of a protected person only the named officer answers, for both`() async throws {
        try await AnswerHouse.with(proposed: 1) { house in
            try await house.database.pool.transaction(for: house.town.code, by: "test") { connection in
                _ = try await connection.execute("UPDATE person SET protected = true")
            }
            for actor in [house.karin, house.root] {
                await #expect(throws: Refusal.self) {
                    try await house.operations.answerPlacement(actor, house.code, .host, .accepted, onBehalf: .phoned)
                }
            }
            await #expect(throws: Refusal.noSuch(.placement, "P1")) {
                try await house.operations.answerPlacement(house.rut, house.code, .host, .accepted)
            }
            var officer = house.karin
            officer.isNamedOfficer = true
            for party in AnsweringParty.allCases {
                _ = try await house.operations.answerPlacement(
                    officer, house.code, party, .accepted, onBehalf: .phoned)
            }
            let start = try await house.operations.registrarStart(house.rut)
            #expect(start.proposals.rows.isEmpty)
            let sheet = try await house.operations.placementSheet(officer, code: house.code)
            #expect(sheet.detail.placement.state == .accepted)
        }
    }
}
