public import Domain
public import Postgres

/// For how long a category is kept in a municipality.
package struct RetentionRuleRecord: Sendable, RowDecodable {
    package let category: RetentionCategory
    package let months: Int
    /// Nil where the municipality has decided nothing of its own.
    package let basis: Line?
    package let decidedOn: Day?

    package init(row: Row) throws {
        category = try row.value("category")
        months = try row.value("months")
        basis = try row.value("basis")
        decidedOn = try row.value("decided_on")
    }
}

extension RetentionCategory: PostgresEncodable, PostgresDecodable {}
extension RetentionHold: PostgresEncodable, PostgresDecodable {}

extension Connection {
    /// Of every category.
    package func retentionRules(_ municipality: MunicipalityCode) async throws -> [RetentionRuleRecord] {
        try await query(
            """
            SELECT c.category, coalesce(r.months, c.months) AS months, r.basis, r.decided_on
            FROM retention_category c
            LEFT JOIN retention_rule r ON r.municipality = \(municipality) AND r.category = c.category
            """, as: RetentionRuleRecord.self
        ).sorted { $0.category < $1.category }
    }

    package func decideRetention(
        _ category: RetentionCategory, _ municipality: MunicipalityCode, months: Int, basis: Line, on day: Day
    ) async throws {
        _ = try await execute(
            """
            INSERT INTO retention_rule (municipality, category, months, basis, decided_on)
            VALUES (\(municipality), \(category), \(months), \(basis), \(day))
            ON CONFLICT (municipality, category) DO UPDATE
            SET months = excluded.months, basis = excluded.basis, decided_on = excluded.decided_on
            """)
    }

    package func undecideRetention(_ category: RetentionCategory, _ municipality: MunicipalityCode) async throws {
        _ = try await execute(
            "DELETE FROM retention_rule WHERE municipality = \(municipality) AND category = \(category)")
    }

    /// The first day of each category that is still kept on a day.
    package func retentionBefore(
        _ category: RetentionCategory, _ municipality: MunicipalityCode, on day: Day
    ) async throws -> Day {
        try await value("SELECT retention_before(\(municipality), \(category), \(day))", as: Day.self)
    }
}
