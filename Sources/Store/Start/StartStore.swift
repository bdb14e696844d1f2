package import Domain
package import FoundationEssentials
public import Postgres

/// An account that nobody has signed in to.
public struct IdleAccount: Sendable, RowDecodable {
    public let name: String
    public let displayName: String?
    public let role: String
    /// Whether there is an invitation that still can be used.
    public let hasInvitation: Bool

    public init(row: Row) throws {
        name = try row.value("name")
        displayName = try row.value("display_name")
        role = try row.value("role")
        hasInvitation = try row.value("has_invitation")
    }
}

extension Connection {
    /// Years in which slots or placements had days, newest first.
    package func yearsWithFigures(_ m: MunicipalityCode) async throws -> [Int] {
        try await query(
            """
            SELECT y.year FROM (
                SELECT extract(year FROM min(d.first))::int AS first, extract(year FROM max(d.last))::int AS last FROM (
                    SELECT min(starts_on) AS first, max(ends_on) AS last FROM slot WHERE municipality = \(m)
                    UNION ALL SELECT min(starts_on), max(ends_on) FROM placement WHERE municipality = \(m)
                ) AS d
            ) AS n
            CROSS JOIN LATERAL generate_series(n.last, greatest(n.first, n.last - 50), -1) AS y (year)
            """
        ).map { try $0.value("year") }
    }

    /// Places on offer that are shaky: unconfirmed for long, not begun, and nobody placed there. Of departments only, PUT and
    /// extratjänst apart, as the joint undertaking counts.
    package func shakyPlaces(_ m: MunicipalityCode, _ year: Period, today: Day, unconfirmedDays: Int) async throws
        -> Int
    {
        let parts = FigureParts(m, year)
        return try await value(
            """
            WITH RECURSIVE
            \(parts.root),
            \(parts.offer)
            SELECT coalesce(sum(o.places), 0) FROM offer o
            JOIN root r ON r.unit_id = o.unit_id AND r.kind = 'forvaltning'
            JOIN slot s ON s.municipality = \(m) AND s.id = o.slot_id
            WHERE NOT o.is_draft AND o.kind NOT IN ('put', 'extratjanst') AND s.state = 'offered' AND s.starts_on > \(today)
                AND coalesce(s.confirmed_on, s.offered_on, s.starts_on) <= \(today.adding(-unconfirmedDays))
                AND NOT EXISTS (SELECT FROM placement p WHERE p.municipality = s.municipality AND p.slot_id = s.id
                    AND p.occupied_to IS NOT NULL)
            """, as: Int.self)
    }

    /// Accounts that may sign in and never have, by name.
    package func idleAccounts(_ m: MunicipalityCode, today: Day, now: Date) async throws -> [IdleAccount] {
        try await query(
            """
            SELECT a.name, a.display_name, a.role, EXISTS (SELECT FROM account_link l
                WHERE l.municipality = a.municipality AND l.account_id = a.id AND l.used_at IS NULL
                    AND l.revoked_at IS NULL AND l.expires_at > \(now)) AS has_invitation
            FROM user_account a
            WHERE a.municipality = \(m) AND a.role <> 'operator' AND a.last_signed_in_at IS NULL
                AND (a.disabled_on IS NULL OR a.disabled_on > \(today))
            ORDER BY a.name COLLATE "sv-x-icu" LIMIT 200
            """, as: IdleAccount.self)
    }

    package func openFaultReports(_ m: MunicipalityCode) async throws -> Int {
        try await value(
            "SELECT count(*) FROM accessibility_report WHERE municipality = \(m) AND handled_on IS NULL", as: Int.self)
    }

    /// The unit's code at the top of the actor's own.
    package func rootUnit(of unit: Identifier<OrganisationUnit>, _ m: MunicipalityCode) async throws -> Code? {
        let row = try await query(
            """
            WITH RECURSIVE up (id, parent_id, code) AS (
                SELECT u.id, u.parent_id, u.code FROM organisation_unit u WHERE u.municipality = \(m) AND u.id = \(unit)
                UNION ALL
                SELECT u.id, u.parent_id, u.code FROM up
                JOIN organisation_unit u ON u.municipality = \(m) AND u.id = up.parent_id
            ) SELECT code FROM up WHERE parent_id IS NULL
            """
        ).first
        return try row?.value("code")
    }
}
