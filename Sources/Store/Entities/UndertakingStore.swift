public import Domain
public import Postgres

extension Undertaking: RowDecodable {
    public init(row: Row) throws {
        self.init(
            municipality: try row.value("municipality"), code: try row.value("code"),
            document: try row.value("document"), section: try row.value("section"), number: try row.value("number"),
            unit: try row.value("unit"), text: try row.value("text"), measure: try row.value("measure"),
            target: try row.value("target_hundredths"), baseline: try row.value("baseline_hundredths"),
            earmark: try row.value("earmark"), period: try row.period(), cadence: try row.value("cadence"),
            rule: try row.value("rule"))
    }
}

extension Undertaking {
    fileprivate static var columns: SQL {
        """
        t.municipality, t.id, t.code, t.document, t.section, t.number, u.code AS unit, t.text, t.measure,
            t.target_hundredths, t.baseline_hundredths, r.code AS earmark, t.starts_on, t.ends_on, t.cadence, t.rule
        """
    }

    fileprivate static var joins: SQL {
        """
        LEFT JOIN organisation_unit u ON u.municipality = t.municipality AND u.id = t.unit_id
        LEFT JOIN referrer r ON r.municipality = t.municipality AND r.id = t.earmark_id
        """
    }
}

extension Connection {
    package func undertakings(
        _ municipality: MunicipalityCode, code: Code? = nil
    ) async throws -> [Stored<Undertaking>] {
        try await query(
            """
            SELECT \(Undertaking.columns) FROM undertaking t \(Undertaking.joins)
            WHERE t.municipality = \(municipality)\(SQL.narrowed(by: code.map { "t.code = \($0)" }))
            ORDER BY t.code COLLATE "C"
            """, as: Stored<Undertaking>.self)
    }

    /// By code, as the database orders text.
    package func undertakingPage(
        _ municipality: MunicipalityCode, _ request: PageRequest
    ) async throws -> ListPage<Stored<Undertaking>>? {
        try await page(
            IndexedList(
                municipality, columns: Undertaking.columns, table: "undertaking t", joins: Undertaking.joins,
                key: "t.code"), request, as: Stored<Undertaking>.self)
    }
}
