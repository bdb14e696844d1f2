public import Domain
public import Postgres

extension OrganisationUnit: RowDecodable {
    public init(row: Row) throws {
        self.init(
            municipality: try row.value("municipality"), code: try row.value("code"), name: try row.value("name"),
            kind: try row.value("kind"), parent: try row.value("parent"), email: try row.value("email"),
            validFrom: try row.value("valid_from"), validTo: try row.value("valid_to"),
            successor: try row.value("successor"))
    }
}

extension OrganisationUnit {
    fileprivate static var columns: SQL {
        """
        t.municipality, t.id, t.code, t.name, t.kind, p.code AS parent, t.email, t.valid_from, t.valid_to,
            s.code AS successor
        """
    }

    fileprivate static var joins: SQL {
        """
        LEFT JOIN organisation_unit p ON p.municipality = t.municipality AND p.id = t.parent_id
        LEFT JOIN organisation_unit s ON s.municipality = t.municipality AND s.id = t.successor_id
        """
    }
}

extension Connection {
    package func units(_ municipality: MunicipalityCode, code: Code? = nil) async throws -> [Stored<OrganisationUnit>] {
        try await query(
            """
            SELECT \(OrganisationUnit.columns) FROM organisation_unit t \(OrganisationUnit.joins)
            WHERE t.municipality = \(municipality)\(SQL.narrowed(by: code.map { "t.code = \($0)" }))
            ORDER BY t.code COLLATE "C"
            """, as: Stored<OrganisationUnit>.self)
    }

    /// By code, as the database orders text.
    package func unitPage(
        _ municipality: MunicipalityCode, _ request: PageRequest
    ) async throws -> ListPage<Stored<OrganisationUnit>>? {
        try await page(
            IndexedList(
                municipality, columns: OrganisationUnit.columns, table: "organisation_unit t",
                joins: OrganisationUnit.joins, key: "t.code"), request, as: Stored<OrganisationUnit>.self)
    }

    /// The unit and every unit below it.
    package func unitsBelow(
        _ unit: Identifier<OrganisationUnit>, _ municipality: MunicipalityCode
    ) async throws -> Set<Identifier<OrganisationUnit>> {
        let rows = try await query(
            """
            WITH RECURSIVE below (id) AS (
                SELECT \(unit)::uuid
                UNION SELECT u.id FROM below b
                    JOIN organisation_unit u ON u.municipality = \(municipality) AND u.parent_id = b.id
            ) SELECT id FROM below
            """)
        return Set(try rows.map { try $0.value("id") })
    }
}
