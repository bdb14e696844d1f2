import Domain
import Operations
import Postgres
import Store
import TestSupport

/// A slot with proposals, and those who have a say about them.
struct AnswerHouse {
    let operations: Operations
    let database: TestDatabase
    let town: TestMunicipality
    let karin: Actor
    /// The host's.
    let rut: Actor
    /// The person of the placement P1.
    let amina: Actor
    let root: Actor
    let code: Code

    static func with(
        today: String = "2026-01-20", places: Int = 1, proposed: Int = 2, _ body: (AnswerHouse) async throws -> Void
    ) async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool, places: places, proposed: proposed)
            let (unit, person) = try await database.pool.transaction(for: town.code, by: "test") { connection in
                (
                    try await connection.value(
                        "SELECT id FROM organisation_unit", as: Identifier<OrganisationUnit>.self),
                    try await connection.value(
                        "SELECT person_id FROM placement WHERE code = 'P1'", as: Identifier<Person>.self)
                )
            }
            try await body(
                AnswerHouse(
                    operations: Operations(pool: database.pool, clock: .fixed(try Day(today))), database: database,
                    town: town, karin: Actor(name: "karin", role: .coordinator, municipality: town.code),
                    rut: Actor(name: "rut", role: .registrar, municipality: town.code, unit: unit),
                    amina: Actor(name: "K-1", role: .participant, municipality: town.code, person: person),
                    root: Actor(name: "root", role: .operator, municipality: town.code), code: try Code("P1")))
        }
    }
}
