import Domain
import Operations
import Postgres
import Store
import TestSupport
import Testing

struct PrivacyTests {
    private func with(
        _ body: (Operations, MunicipalityCode, TestDatabase) async throws -> Void
    ) async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool)
            try await database.pool.transaction(for: town.code, by: "test") { connection in
                _ = try await connection.execute(
                    """
                    UPDATE person SET protected = true
                    WHERE id = (SELECT person_id FROM participant WHERE reference = 'K-1')
                    """)
                _ = try await connection.execute(
                    "INSERT INTO referrer (municipality, id, code, name) VALUES (\(town.code), uuid_v7(), 'SFI', 'SFI')"
                )
            }
            try await body(
                Operations(pool: database.pool, clock: .fixed(try Day("2026-03-02"))), town.code, database)
        }
    }

    @Test func `a protected person is left out of every list, and the list says how many`() async throws {
        try await with { operations, town, _ in
            let karin = Actor(name: "karin", role: .coordinator, municipality: town)
            let participants = try await operations.participants(karin)
            let hidden = try Code("K-1")
            #expect(participants.shown.map(\.participant.reference.rawValue) == ["K-2"])
            #expect(participants.protected == 1)
            let placements = try await operations.placements(karin)
            #expect(placements.shown.map(\.placement.code.rawValue) == ["P2"])
            #expect(placements.protected == 1)
            _ = try await operations.recordOutcome(karin) { code in
                Outcome(
                    municipality: town, code: code, referrer: participants.shown[0].participant.referrer,
                    participant: hidden, checkedOn: operations.clock.today, status: .employed)
            }
            let outcomes = try await operations.outcomes(karin)
            #expect(outcomes.shown.isEmpty)
            #expect(outcomes.protected == 1)
        }
    }

    @Test func `looking at a protected person is for the named officer, and each look is on record`() async throws {
        try await with { operations, town, _ in
            let karin = Actor(name: "karin", role: .coordinator, municipality: town, isNamedOfficer: true)
            let kalle = Actor(name: "kalle", role: .coordinator, municipality: town)
            let root = Actor(name: "root", role: .operator, municipality: town)
            _ = try await operations.participant(karin, referrer: try Code("AMA"), reference: try Code("K-1"))
            _ = try await operations.placement(karin, code: try Code("P1"))
            await #expect(throws: Refusal.notAllowed(.viewProtectedPerson, .operator)) {
                try await operations.participant(root, referrer: try Code("AMA"), reference: try Code("K-1"))
            }
            await #expect(throws: Refusal.notAllowed(.viewProtectedPerson, .operator)) {
                try await operations.placement(root, code: try Code("P1"))
            }
            await #expect(throws: Refusal.notNamedOfficer) {
                try await operations.participant(kalle, referrer: try Code("AMA"), reference: try Code("K-1"))
            }
            let lines = try await operations.auditLines(root)
            #expect(lines.map(\.outcome) == [.refused, .refused, .refused, .read, .read])
            #expect(lines.allSatisfy { $0.action == "participant.view_protected" })
        }
    }

    @Test func `a referrer sees the own people and no others'`() async throws {
        try await with { operations, town, database in
            let referrers = try await database.pool.transaction(for: town, by: "test") { connection in
                try await connection.referrers(town)
            }
            let own = Actor(name: "anna", role: .referrer, municipality: town, referrer: referrers[0].id)
            let other = Actor(name: "sven", role: .referrer, municipality: town, referrer: referrers[1].id)
            #expect(try await operations.participants(own).shown.count == 1)
            #expect(try await operations.participants(other).shown.isEmpty)
            #expect(try await operations.participants(other).protected == 0)
            #expect(try await operations.placements(other).shown.isEmpty)
            await #expect(throws: Refusal.noSuch(.participant, "AMA/K-2")) {
                try await operations.participant(other, referrer: try Code("AMA"), reference: try Code("K-2"))
            }
            await #expect(throws: Refusal.noSuch(.placement, "P2")) {
                try await operations.placement(other, code: try Code("P2"))
            }
        }
    }
}
