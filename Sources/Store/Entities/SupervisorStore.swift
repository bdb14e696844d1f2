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

extension Connection {
    package func supervisors(
        _ municipality: MunicipalityCode, code: Code? = nil, units: Set<Identifier<OrganisationUnit>>? = nil
    ) async throws -> [Stored<Supervisor>] {
        try await query(
            """
            SELECT v.municipality, v.id, v.code, u.code AS unit, v.name, v.email, v.trained_on, v.capacity,
                d.code AS deputy
            FROM supervisor v
            JOIN organisation_unit u ON u.municipality = v.municipality AND u.id = v.unit_id
            LEFT JOIN supervisor d ON d.municipality = v.municipality AND d.id = v.deputy_id
            WHERE v.municipality = \(municipality) AND (\(code)::text IS NULL OR v.code = \(code))
                AND (\(units.map(Array.init))::uuid[] IS NULL OR v.unit_id = ANY (\(units.map(Array.init))))
            ORDER BY v.code COLLATE "C"
            """, as: Stored<Supervisor>.self)
    }
}
