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
