import Domain
import Operations
import Postgres
import Store
import TestSupport
import Testing

struct RegisterParticipantTests {
    @Test func `one participant is a file of one row: the same rules, only new, only one's own`() async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool)
            let operations = Operations(pool: database.pool, clock: .fixed(try Day("2026-03-02")))
            let karin = Actor(name: "karin", role: .coordinator, municipality: town.code)
            let ama = try Code("AMA")
            try await operations.registerParticipant(
                karin, referrer: ama, reference: try Code("K-50"),
                fields: ["sfi_passed": "C", "identity_type": "samordningsnummer", "identity": "191503882399"])
            let shown = try await operations.participant(karin, referrer: ama, reference: try Code("K-50"))
            #expect(shown.participant.sfiPassed == .c)
            #expect(shown.participant.registeredOn == (try Day("2026-03-02")))
            #expect(shown.participant.birthDate == (try Day("1915-03-28")))
            await #expect(throws: Refusal.codeTaken(.participant)) {
                try await operations.registerParticipant(
                    karin, referrer: ama, reference: try Code("K-50"), fields: ["sfi_passed": "D"])
            }
            #expect(
                try await operations.participant(karin, referrer: ama, reference: try Code("K-50")).participant
                    .sfiPassed
                    == .c)
            await #expect(throws: Refusal.self) {
                try await operations.registerParticipant(
                    karin, referrer: ama, reference: try Code("K-51"), fields: ["sfi_passed": "E"])
            }
            let keys = try await database.pool.transaction(for: town.code, by: "test") { connection in
                _ = try await connection.execute(
                    "INSERT INTO referrer (municipality, id, code, name) VALUES (\(town.code), uuid_v7(), 'SFI', 'SFI')"
                )
                return try await connection.referrers(town.code)
            }
            let sven = Actor(name: "sven", role: .referrer, municipality: town.code, referrer: keys[1].id)
            await #expect(throws: Refusal.outsideScope(.registerParticipant)) {
                try await operations.registerParticipant(sven, referrer: ama, reference: try Code("K-52"), fields: [:])
            }
            try await operations.registerParticipant(
                sven, referrer: try Code("SFI"), reference: try Code("K-52"), fields: [:])
            #expect(try await operations.participants(sven).shown.map(\.participant.reference.rawValue) == ["K-52"])
        }
    }
}
