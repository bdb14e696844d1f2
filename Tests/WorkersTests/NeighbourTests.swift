import Domain
import Operations
import Postgres
import Store
import TestSupport
import Testing
import Workers

struct NeighbourTests {
    @Test func `what fails in one municipality keeps nothing from the next, and is told once`() async throws {
        try await MailTown.with(people: 1, on: "2026-02-01") { town in
            try await town.agree("P1")
            town.clock.move(4 * 86_400)
            try await breakNeighbour(of: town)
            let carrier = TestCarrier()
            let (events, told) = AsyncStream.makeStream(of: WorkerEvent.self)
            let daemon = Workers(town.operations, sending: (carrier, try town.office)) { told.yield($0) }
            let working = Task { await daemon.run(every: .milliseconds(20)) }
            var heard = events.makeAsyncIterator()
            let first = await heard.next()
            guard case .fails(.refused(let sentence)) = first else {
                Issue.record("\(String(describing: first))")
                working.cancel()
                return
            }
            #expect(sentence.en.contains("neighbour_is_broken"))
            try await town.database.owner.withConnection {
                _ = try await $0.execute("ALTER TABLE placement DROP CONSTRAINT neighbour_is_broken")
            }
            #expect(await heard.next() == .goesOn)
            working.cancel()
            await working.value
            #expect(carrier.carried.count == 1)
            let states = try await town.database.pool.transaction(for: MunicipalityCode("1480"), by: "test") {
                try await $0.query("SELECT state FROM placement").map { try $0.value("state", as: PlacementState.self) }
            }
            #expect(states == [.lapsed])
        }
    }

    /// A municipality that comes first, where a proposal that should lapse cannot.
    private func breakNeighbour(of town: MailTown) async throws {
        let neighbour = try await TestMunicipality.make(town.database.pool, code: "1480", proposed: 1)
        try await town.operations.addUser(
            Actor(name: "root", role: .operator, municipality: neighbour.code), name: try Code("kim"),
            role: .coordinator, unit: nil, referrer: nil)
        try await town.database.owner.withConnection {
            _ = try await $0.execute(
                """
                ALTER TABLE placement ADD CONSTRAINT neighbour_is_broken
                    CHECK (municipality <> '1480' OR state <> 'lapsed')
                """)
        }
    }
}
