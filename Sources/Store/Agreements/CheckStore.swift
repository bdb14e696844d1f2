public import Domain
public import FoundationEssentials
public import Postgres

/// That a check was made: when and by whom, never what it showed.
public struct RecordedCheck: Sendable, RowDecodable {
    /// The agreement's, as it stood.
    public let version: Int
    public let check: CheckBeforeStart
    public let on: Day
    public let at: Date
    /// The account's name; nil for hosts, where it is not their own.
    public internal(set) var by: String?

    public init(row: Row) throws {
        version = try row.value("version")
        check = try row.value("check_name")
        on = try row.value("done_on")
        at = try row.value("recorded_at")
        by = try row.value("recorded_by")
    }

    /// As whoever has that account sees it, told of nobody else's.
    package func namingOnly(_ account: String) -> RecordedCheck {
        var check = self
        if by != account { check.by = nil }
        return check
    }
}

extension Connection {
    /// In the order they were recorded.
    package func recordedChecks(
        _ placement: Identifier<Placement>, _ municipality: MunicipalityCode
    ) async throws -> [RecordedCheck] {
        try await query(
            """
            SELECT version, check_name, done_on, recorded_at, recorded_by FROM check_before_start
            WHERE municipality = \(municipality) AND placement_id = \(placement) ORDER BY recorded_at, check_name
            """, as: RecordedCheck.self)
    }

    /// False where that version has it already.
    package func insertCheck(
        _ check: CheckBeforeStart, _ placement: Identifier<Placement>, _ municipality: MunicipalityCode, version: Int,
        on day: Day, by actor: String
    ) async throws -> Bool {
        try await execute(
            """
            INSERT INTO check_before_start (municipality, placement_id, version, check_name, done_on, recorded_by)
            VALUES (\(municipality), \(placement), \(version), \(check), \(day), \(actor))
            ON CONFLICT DO NOTHING
            """) == 1
    }

    /// The participant's date of birth by the identity in force, else as stated; of a number with an unknown month or day,
    /// the youngest the person can be.
    package func birthDate(
        _ participant: Identifier<Participant>, _ municipality: MunicipalityCode
    ) async throws -> Day? {
        let row = try await query(
            """
            SELECT t.birth_date, i.type AS identity_type, i.value AS identity FROM participant t
            LEFT JOIN LATERAL (SELECT x.type, x.value FROM person_identifier x
                WHERE x.municipality = t.municipality AND x.person_id = t.person_id AND x.replaced_on IS NULL
                ORDER BY x.recorded_on DESC, x.id DESC LIMIT 1) i ON true
            WHERE t.municipality = \(municipality) AND t.id = \(participant)
            """
        ).first
        guard let row else { return nil }
        let type: IdentityType? = try row.value("identity_type")
        let number: String? = try row.value("identity")
        let identity = type.flatMap { type in number.map { IdentityNumber(stored: $0, type: type) } }
        return try identity?.birthDate?.latest ?? row.value("birth_date")
    }
}
