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

extension Connection {
    package func units(_ municipality: MunicipalityCode, code: Code? = nil) async throws -> [Stored<OrganisationUnit>] {
        try await query(
            """
            SELECT u.municipality, u.id, u.code, u.name, u.kind, p.code AS parent, u.email, u.valid_from, u.valid_to,
                s.code AS successor
            FROM organisation_unit u
            LEFT JOIN organisation_unit p ON p.municipality = u.municipality AND p.id = u.parent_id
            LEFT JOIN organisation_unit s ON s.municipality = u.municipality AND s.id = u.successor_id
            WHERE u.municipality = \(municipality) AND (\(code)::text IS NULL OR u.code = \(code))
            ORDER BY u.code COLLATE "C"
            """, as: Stored<OrganisationUnit>.self)
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
