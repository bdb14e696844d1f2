import Domain
import Operations
import Postgres
import TestSupport
import Testing

struct LastPlaceRaceTests {
    @Test(arguments: [1, 3]) func `of 200 who accept at once, only as many as there are places get one`(
        _ places: Int
    ) async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool, places: places, proposed: 200)
            let pool = Pool(
                PoolConfiguration(
                    connectionString: database.connectionString(), maximumConnections: 100, maximumWaiting: 1000))
            let operations = Operations(pool: pool, clock: .fixed(try Day("2026-01-20")))
            let actor = Actor(name: "lisa", role: .coordinator, municipality: town.code)
            let answers = await withTaskGroup(of: Refusal?.self) { group in
                for number in 1...200 {
                    group.addTask {
                        do {
                            _ = try await operations.stepPlacement(actor, try Code("P\(number)"), to: .accepted)
                            return nil
                        } catch let refusal as Refusal {
                            return refusal
                        } catch {
                            Issue.record(error)
                            return .slotFull
                        }
                    }
                }
                return await group.reduce(into: [Refusal?]()) { $0.append($1) }
            }
            #expect(answers.count { $0 == nil } == places)
            #expect(answers.count { $0 == .slotFull } == 200 - places)
            let audited = try await operations.verifyAudit(
                Actor(name: "root", role: .operator, municipality: town.code))
            #expect(audited.entries == 200)
            #expect(audited.isWhole)
            await pool.close()
        }
    }
}
