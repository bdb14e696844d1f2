public import Domain
public import Postgres

extension Referrer: RowDecodable {
    public init(row: Row) throws {
        self.init(
            municipality: try row.value("municipality"), code: try row.value("code"), name: try row.value("name"),
            email: try row.value("email"))
    }
}

extension Connection {
    package func referrers(_ municipality: MunicipalityCode, code: Code? = nil) async throws -> [Stored<Referrer>] {
        try await query(
            """
            SELECT municipality, id, code, name, email FROM referrer
            WHERE municipality = \(municipality)\(SQL.narrowed(by: code.map { "code = \($0)" }))
            ORDER BY code COLLATE "C"
            """, as: Stored<Referrer>.self)
    }

    /// By code, as the database orders text.
    package func referrerPage(
        _ municipality: MunicipalityCode, _ request: PageRequest
    ) async throws -> ListPage<Stored<Referrer>>? {
        try await page(
            IndexedList(
                municipality, columns: "t.municipality, t.id, t.code, t.name, t.email", table: "referrer t",
                key: "t.code"), request, as: Stored<Referrer>.self)
    }
}
