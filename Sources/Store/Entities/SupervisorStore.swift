public import Domain
public import Postgres

extension Supervisor: RowDecodable {
    public init(row: Row) throws {
        self.init(
            municipality: try row.value("municipality"), code: try row.value("code"), unit: try row.value("unit"),
            name: try row.value("name"), email: try row.value("email"), trainedOn: try row.value("trained_on"),
            capacity: try row.value("capacity"), deputy: try row.value("deputy"))
    }
}

extension Supervisor {
    fileprivate static var columns: SQL {
        """
        t.municipality, t.id, t.code, u.code AS unit, t.name, t.email, t.trained_on, t.capacity, d.code AS deputy
        """
    }

    fileprivate static var joins: SQL {
        """
        JOIN organisation_unit u ON u.municipality = t.municipality AND u.id = t.unit_id
        LEFT JOIN supervisor d ON d.municipality = t.municipality AND d.id = t.deputy_id
        """
    }
}

extension Connection {
    package func supervisors(
        _ municipality: MunicipalityCode, code: Code? = nil, units: Set<Identifier<OrganisationUnit>>? = nil
    ) async throws -> [Stored<Supervisor>] {
        try await query(
            """
            SELECT \(Supervisor.columns) FROM supervisor t \(Supervisor.joins)
            WHERE t.municipality = \(municipality)\(SQL.narrowed(by: code.map { "t.code = \($0)" }))
                AND (\(units.map(Array.init))::uuid[] IS NULL OR t.unit_id = ANY (\(units.map(Array.init))))
            ORDER BY t.code COLLATE "C"
            """, as: Stored<Supervisor>.self)
    }

    /// By code, as the database orders text.
    package func supervisorPage(
        _ municipality: MunicipalityCode, units: Set<Identifier<OrganisationUnit>>?, _ request: PageRequest
    ) async throws -> ListPage<Stored<Supervisor>>? {
        try await page(
            IndexedList(
                municipality, columns: Supervisor.columns, table: "supervisor t", joins: Supervisor.joins,
                key: "t.code", conditions: units.map { ["t.unit_id = ANY (\(Array($0)))"] } ?? []),
            request, as: Stored<Supervisor>.self)
    }
}

extension SQL {
    /// Who guides the participant of a placement `p` at a slot `s`: whom the agreement in force names, else the slot's.
    package static let guide: SQL = """
        coalesce((SELECT g.supervisor_id FROM agreement g WHERE g.municipality = p.municipality AND g.placement_id = p.id
            AND g.in_force_at IS NOT NULL ORDER BY g.version DESC LIMIT 1), s.supervisor_id)
        """
}

extension Connection {
    /// Whether a supervisor has people enough without this placement on some of the days, and was trained by the first.
    package func supervision(
        by supervisor: Code, _ municipality: MunicipalityCode, besides placement: Identifier<Placement>, on days: Period
    ) async throws -> (isFull: Bool, isTrained: Bool) {
        let row = try await query(
            """
            SELECT coalesce(k.most >= v.capacity, false) AS is_full, (v.trained_on <= \(days.from)) IS TRUE AS is_trained
            FROM supervisor v
            CROSS JOIN LATERAL (
                SELECT max(d.people) AS most FROM (
                    SELECT sum(sum(z.step)) OVER (ORDER BY z.day) AS people
                    FROM guided g
                    CROSS JOIN LATERAL (VALUES (greatest(g.starts_on, \(days.from)), 1), (g.occupied_to + 1, -1))
                        AS z (day, step)
                    WHERE g.municipality = v.municipality AND g.supervisor_id = v.id AND g.placement_id <> \(placement)
                        AND g.starts_on <= \(days.to) AND g.occupied_to >= greatest(g.starts_on, \(days.from))
                    GROUP BY z.day
                ) AS d
            ) AS k
            WHERE v.municipality = \(municipality) AND v.code = \(supervisor)
            """
        ).first
        return try (row?.value("is_full") ?? false, row?.value("is_trained") ?? true)
    }

    /// Whether the supervisor is a placement's.
    package func guides(
        _ supervisor: Identifier<Supervisor>, _ placement: Identifier<Placement>, _ municipality: MunicipalityCode
    ) async throws -> Bool {
        try await value(
            """
            SELECT EXISTS (SELECT FROM placement p JOIN slot s ON s.municipality = p.municipality AND s.id = p.slot_id
                WHERE p.municipality = \(municipality) AND p.id = \(placement) AND \(.guide) = \(supervisor))
            """, as: Bool.self)
    }
}
