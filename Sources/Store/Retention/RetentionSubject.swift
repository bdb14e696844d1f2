package import Domain
package import FoundationEssentials
package import Postgres

/// Somebody, or something, that a rule looks at.
package struct RetentionSubject: Sendable, RowDecodable {
    package let id: UUID
    /// Nil where there is no event at all.
    package let firstEvent: Day?
    package let lastEvent: Day?
    package let holds: [RetentionHold]

    package init(row: Row) throws {
        id = try row.value("id")
        firstEvent = try row.value("first_event")
        lastEvent = try row.value("last_event")
        holds = try row.value("holds", as: [String].self).compactMap(RetentionHold.init)
    }
}

extension Connection {
    /// What had its last event before a day, held or not.
    ///
    /// - Parameter day: the day on which it is asked, for what is open then.
    package func retentionSubjects(
        _ category: RetentionCategory, _ municipality: MunicipalityCode, before: Day, on day: Day
    ) async throws -> [RetentionSubject] {
        let all: SQL
        switch category {
        case .participants:
            all = """
                SELECT p.person_id AS id, p.first_event, p.last_event, p.holds
                FROM retention_persons(\(municipality), \(day)) p
                """
        case .contacts:
            all = """
                SELECT c.supervisor_id AS id, c.last_event AS first_event, c.last_event, c.holds
                FROM retention_contacts(\(municipality)) c WHERE c.last_event IS NOT NULL
                """
        case .accounts:
            all = """
                SELECT a.account_id AS id, a.last_event AS first_event, a.last_event, '{}'::text[] AS holds
                FROM retention_accounts(\(municipality)) a
                """
        case .faultReports:
            all = """
                SELECT t.id, t.handled_on AS first_event, t.handled_on AS last_event, '{}'::text[] AS holds
                FROM accessibility_report t WHERE t.municipality = \(municipality) AND t.handled_on IS NOT NULL
                """
        case .jobs:
            all = """
                SELECT t.id, t.finished_at::date AS first_event, t.finished_at::date AS last_event, '{}'::text[] AS holds
                FROM job t WHERE t.municipality = \(municipality) AND t.finished_at IS NOT NULL
                """
        }
        return try await query(
            """
            SELECT x.id, x.first_event, x.last_event, x.holds FROM (\(all)) x
            WHERE x.last_event IS NULL OR x.last_event < \(before) ORDER BY x.last_event NULLS FIRST, x.id
            """, as: RetentionSubject.self)
    }

    /// The calendar years that are closed and not opened again.
    package func closedYears(_ municipality: MunicipalityCode) async throws -> Set<Int> {
        let rows = try await query(
            """
            SELECT starts_on FROM snapshot
            WHERE municipality = \(municipality) AND kind = 'year' AND reopened_at IS NULL
            """)
        return Set(try rows.map { try $0.value("starts_on", as: Day.self).year })
    }

    /// Whether this transaction alone erases in the municipality.
    package func lockRetention(_ municipality: MunicipalityCode) async throws -> Bool {
        try await value(
            "SELECT pg_try_advisory_xact_lock(hashtextextended('retention:' || \(municipality), 0))", as: Bool.self)
    }
}
