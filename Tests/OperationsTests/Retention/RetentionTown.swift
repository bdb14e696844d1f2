import Domain
import FoundationEssentials
import Operations
import Postgres
import Store
import TestSupport

/// A municipality with several years of life: one slot a year from 2022, and people who were at it, each with something in
/// every table that can be about a person. All has gone as it should but what `held` says.
struct RetentionTown {
    /// The day on which it is asked what may go: by then the years to 2024 are older than two years.
    static let today = "2027-06-15"
    static let lastOldYear = 2024

    let database: TestDatabase
    let people: [RetentionPerson]
    let municipality: MunicipalityCode
    /// Old enough, and with a complaint that nobody has handled.
    let held: Set<Int>
    let closedYears: [Int]

    var root: Actor { Actor(name: "root", role: .operator, municipality: municipality) }
    var karin: Actor { Actor(name: "karin", role: .coordinator, municipality: municipality) }

    func on(_ day: String) throws -> Operations { Operations(pool: database.pool, clock: .fixed(try Day(day))) }

    var due: [RetentionPerson] { people.filter { $0.year <= Self.lastOldYear && !held.contains($0.number) } }
    var staying: [RetentionPerson] { people.filter { $0.year > Self.lastOldYear || held.contains($0.number) } }

    static func make(
        _ database: TestDatabase, seed: UInt64, people count: Int = 9, closing years: [Int] = [2022, 2023, 2024]
    ) async throws -> RetentionTown {
        var random = SplitMix64(seed: seed)
        // Each year has somebody, whatever the seed.
        let people = (0..<count).map { number in
            RetentionPerson(number, year: 2022 + (number < 5 ? number : .random(in: 0..<5, using: &random)), &random)
        }
        let town = RetentionTown(
            database: database, people: people, municipality: try MunicipalityCode("1485"), held: [1],
            closedYears: years)
        _ = try await TestCluster.shared().runScript(town.script, database: database.name)
        try await town.live(seed)
        return town
    }

    /// What the operations themselves write: the log with its values and reasons, and match runs.
    private func live(_ seed: UInt64) async throws {
        for person in people {
            let operations = try on("\(person.year)-06-10")
            try await database.pool.transaction(for: municipality, by: "karin", as: .coordinator) { connection in
                for record in try await records(of: person, connection) {
                    try await connection.insertAudit(
                        record.0, actor: record.1, action: "participant.change", outcome: .done,
                        id: operations.identifiers.next())
                }
            }
        }
        for year in [2023, 2026] {
            let start = try Day(year, 1, 5)
            let operations = try on("\(year)-01-02")
            _ = try await operations.runMatch(karin, operations.standardParameters(karin, roundStart: start))
        }
        // Who was in a run long ago may have been so by a reference that nobody has any more.
        _ = try await database.owner.withConnection { connection in
            try await connection.execute(
                "UPDATE participant SET available_to = registered_on WHERE available_to IS NULL")
        }
    }

    private func records(
        of person: RetentionPerson, _ connection: Connection
    ) async throws -> [(AuditRecord, Actor)] {
        let keys = try await connection.query(
            """
            SELECT i.id AS participant, i.person_id AS person, p.id AS placement FROM participant i
            JOIN placement p ON p.municipality = i.municipality AND p.participant_id = i.id
            WHERE i.municipality = \(municipality) AND i.reference = \(person.reference)
            """)
        guard let row = keys.first else { return [] }
        let (participant, whole, placement): (UUID, UUID, UUID) = (
            try row.value("participant"), try row.value("person"), try row.value("placement")
        )
        var because = karin
        because.reason = try Line("\(person.givenName) ringde: \(person.phone)")
        let themselves = Actor(name: person.label, role: .participant, municipality: municipality)
        return [
            (
                AuditRecord(
                    entity: "participant", id: participant, before: ["given_name": person.givenName],
                    after: ["given_name": person.givenName, "email": person.email, "reference": person.reference]),
                karin
            ),
            (AuditRecord(entity: "person", id: whole), karin),
            (AuditRecord(entity: "placement", id: placement, after: ["participant": person.label]), because),
            (AuditRecord(entity: "refusal", id: nil, after: ["refusal": "value"]), themselves),
        ]
    }
}
