import Domain
import Operations
import Postgres
import Store
import TestSupport

/// Placements that go on, P1 and P2, from 2 February to 29 May 2026, and those who have, or have not, a say about them. Halfway
/// is 1 April.
struct VoiceHouse {
    let database: TestDatabase
    let town: TestMunicipality
    let karin: Actor
    /// A coordinator, and a named officer.
    let nora: Actor
    let amina: Actor
    let code: Code

    static let good = VoiceAnswers(
        tasks: .aBit, alone: .yes, swedish: .no, learnt: nil, words: try? OwnWords("Jag städar ensam hela dagen."))

    static func with(proposed: Int = 2, _ body: (VoiceHouse) async throws -> Void) async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool, places: max(2, proposed), proposed: proposed)
            let person = try await database.pool.transaction(for: town.code, by: "test") { connection in
                _ = try await connection.execute("UPDATE participant SET email = lower(reference) || '@example.se'")
                return try await connection.value(
                    "SELECT person_id FROM placement WHERE code = 'P1'", as: Identifier<Person>.self)
            }
            let house = VoiceHouse(
                database: database, town: town,
                karin: Actor(name: "karin", role: .coordinator, municipality: town.code),
                nora: Actor(name: "nora", role: .coordinator, municipality: town.code, isNamedOfficer: true),
                amina: Actor(name: "AMA/K-1", role: .participant, municipality: town.code, person: person),
                code: try Code("P1"))
            let operations = try house.on("2026-02-02")
            for number in 1...proposed {
                let code = try Code("P\(number)")
                _ = try await operations.stepPlacement(house.karin, code, to: .accepted)
                try await operations.agreeInFull(house.karin, code)
                _ = try await operations.stepPlacement(house.karin, code, to: .started)
            }
            try await body(house)
        }
    }

    func on(_ day: String) throws -> Operations {
        Operations(pool: database.pool, clock: .fixed(try Day(day)))
    }

    func actor(_ role: Role) async throws -> Actor {
        switch role {
        case .participant: return amina
        case .registrar:
            let unit = try await database.pool.transaction(for: town.code, by: "test") {
                try await $0.value("SELECT id FROM organisation_unit", as: Identifier<OrganisationUnit>.self)
            }
            return Actor(name: "rut", role: .registrar, municipality: town.code, unit: unit)
        case .referrer:
            let referrer = try await database.pool.transaction(for: town.code, by: "test") {
                try await $0.value("SELECT id FROM referrer", as: Identifier<Referrer>.self)
            }
            return Actor(name: "rolf", role: .referrer, municipality: town.code, referrer: referrer)
        default: return Actor(name: role.rawValue, role: role, municipality: town.code)
        }
    }

    func protect() async throws {
        try await database.pool.transaction(for: town.code, by: "test") {
            _ = try await $0.execute(
                "UPDATE person SET protected = true WHERE id = (SELECT person_id FROM placement WHERE code = 'P1')")
        }
    }

    func sql<Value: PostgresDecodable & Sendable>(
        as role: Role?, _ statement: SQL, _ type: Value.Type
    ) async throws -> Value {
        try await database.pool.transaction(for: town.code, by: "x", as: role) {
            try await $0.value(statement, as: type)
        }
    }

    /// The name of the rule that refuses the statement, or the state of SQL; nil where it is done.
    func refusal(as role: Role?, _ statement: SQL) async throws -> String? {
        do {
            try await database.pool.transaction(for: town.code, by: "x", as: role) {
                _ = try await $0.execute(statement)
            }
            return nil
        } catch let error as PostgresError {
            return error.server.map { $0.constraint ?? $0.sqlState.rawValue }
        }
    }
}
