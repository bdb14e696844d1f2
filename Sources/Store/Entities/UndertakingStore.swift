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

extension Connection {
    package func undertakings(
        _ municipality: MunicipalityCode, code: Code? = nil
    ) async throws -> [Stored<Undertaking>] {
        try await query(
            """
            SELECT t.municipality, t.id, t.code, t.document, t.section, t.number, u.code AS unit, t.text, t.measure,
                t.target_hundredths, t.baseline_hundredths, r.code AS earmark, t.starts_on, t.ends_on, t.cadence, t.rule
            FROM undertaking t
            LEFT JOIN organisation_unit u ON u.municipality = t.municipality AND u.id = t.unit_id
            LEFT JOIN referrer r ON r.municipality = t.municipality AND r.id = t.earmark_id
            WHERE t.municipality = \(municipality) AND (\(code)::text IS NULL OR t.code = \(code))
            ORDER BY t.code COLLATE "C"
            """, as: Stored<Undertaking>.self)
    }
}
