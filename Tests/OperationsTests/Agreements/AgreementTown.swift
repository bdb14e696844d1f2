import Domain
import Operations
import Postgres
import Store
import TestSupport

/// A municipality with an accepted placement `P1` on the slot `S1`, and somebody for each party.
struct AgreementTown {
    let database: TestDatabase
    let operations: Operations
    let coordinator: Actor
    let registrar: Actor
    let referrer: Actor
    let participant: Actor
    let code: Code

    static func with(
        today: String = "2026-01-20", places: Int = 1, proposed: Int = 1, born: String? = nil,
        recordCheck: Bool = false,
        purpose: SlotPurpose? = nil, _ body: (AgreementTown) async throws -> Void
    ) async throws {
        try await TestDatabase.with { database in
            let made = try await TestMunicipality.make(database.pool, places: places, proposed: proposed)
            let keys = try await database.pool.transaction(for: made.code, by: "test") { connection in
                _ = try await connection.execute(
                    "UPDATE slot SET record_check = \(recordCheck), purpose = \(purpose) WHERE code = 'S1'")
                if let born {
                    _ = try await connection.execute("UPDATE participant SET birth_date = \(try Day(born))")
                }
                return (
                    try await connection.value(
                        "SELECT id FROM organisation_unit", as: Identifier<OrganisationUnit>.self),
                    try await connection.value("SELECT id FROM referrer", as: Identifier<Referrer>.self),
                    try await connection.value(
                        "SELECT person_id FROM placement WHERE code = 'P1'", as: Identifier<Person>.self)
                )
            }
            let coordinator = Actor(name: "karin", role: .coordinator, municipality: made.code)
            let town = AgreementTown(
                database: database, operations: Operations(pool: database.pool, clock: .fixed(try Day(today))),
                coordinator: coordinator,
                registrar: Actor(name: "rut", role: .registrar, municipality: made.code, unit: keys.0),
                referrer: Actor(name: "anna", role: .referrer, municipality: made.code, referrer: keys.1),
                participant: Actor(name: "p", role: .participant, municipality: made.code, person: keys.2),
                code: try Code("P1"))
            _ = try await town.operations.stepPlacement(coordinator, town.code, to: .accepted)
            try await body(town)
        }
    }

    var sheet: AgreementSheet { get async throws { try await operations.agreement(coordinator, code: code) } }

    func approveByAll(from version: Int? = nil) async throws {
        _ = try await operations.approveAgreement(participant, code, expecting: version)
        _ = try await operations.approveAgreement(registrar, code, expecting: version)
        _ = try await operations.approveAgreement(referrer, code, expecting: version)
    }

    func change(_ make: (inout AgreementChange) throws -> Void) async throws -> Int {
        var change = AgreementChange()
        try make(&change)
        return try await operations.changeAgreement(coordinator, code, change)
    }

    func run(_ sql: SQL) async throws {
        _ = try await database.pool.transaction(for: coordinator.municipality, by: "test", as: .operator) {
            connection in
            try await connection.execute(sql)
        }
    }
}
