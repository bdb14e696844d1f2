package import Domain
package import Postgres

extension Connection {
    /// What the rows of a closing add up to, by the figures' names; persons are counted once each. A figure that no row
    /// counts is 0.
    package func rowTotals(
        _ snapshot: Identifier<Snapshot>, _ municipality: MunicipalityCode
    ) async throws -> [String: Int] {
        let rows = try await query(
            """
            SELECT c.key, CASE c.key WHEN \(FigureMeasure.persons.rawValue)
                THEN count(DISTINCT x.content ->> 'person') ELSE sum(c.value::int) END AS total
            FROM snapshot_row w
            CROSS JOIN LATERAL (SELECT w.content::jsonb AS content) AS x
            CROSS JOIN LATERAL jsonb_each_text(x.content -> 'counts') AS c
            WHERE w.municipality = \(municipality) AND w.snapshot_id = \(snapshot) AND w.content IS NOT NULL
            GROUP BY c.key
            """)
        var totals = Dictionary(uniqueKeysWithValues: FigureMeasure.counted.map { ($0.rawValue, 0) })
        for row in rows { totals[try row.value("key")] = try row.value("total", as: Int.self) }
        return totals
    }
}
