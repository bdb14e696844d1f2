package import Domain
package import Postgres

/// What a closing's digests come to when they are reckoned anew from what is stored.
package struct SnapshotCheck: Sendable, RowDecodable {
    package let documentHolds: Bool
    package let publishedHolds: Bool
    package let rootHolds: Bool
    /// Whether the audit log, which is sealed by itself, names the same root digest.
    package let logHolds: Bool
    /// Rows whose digest is not that of their content.
    package let tampered: [Int]
    /// Positions that no row stands at, up to the last.
    package let missing: [Int]

    package init(row: Row) throws {
        documentHolds = try row.value("document_holds")
        publishedHolds = try row.value("published_holds")
        rootHolds = try row.value("root_holds")
        logHolds = try row.value("log_holds")
        tampered = try row.value("tampered")
        missing = try row.value("missing")
    }
}

extension Connection {
    package func checkSnapshot(
        _ snapshot: Identifier<Snapshot>, _ municipality: MunicipalityCode
    ) async throws -> SnapshotCheck? {
        try await queryFirst(
            """
            SELECT encode(sha256(convert_to(n.document, 'UTF8')), 'hex') = n.document_digest AS document_holds,
                encode(sha256(convert_to(n.published, 'UTF8')), 'hex') = n.published_digest AS published_holds,
                \(.rootDigest(of: "n", snapshot)) = n.root_digest AS root_holds,
                EXISTS (SELECT FROM audit_entry e
                    JOIN audit_value v ON v.municipality = e.municipality AND v.entry_id = e.id
                    WHERE e.municipality = n.municipality AND e.entity = 'snapshot' AND e.entity_id = n.id
                        AND v.after ->> 'digest' = n.root_digest) AS log_holds,
                coalesce((SELECT array_agg(w.position ORDER BY w.position) FROM snapshot_row w
                    WHERE w.municipality = n.municipality AND w.snapshot_id = n.id AND w.erased_at IS NULL
                        AND snapshot_row_digest(w.salt, w.content) <> w.digest), '{}') AS tampered,
                coalesce((SELECT array_agg(x.place ORDER BY x.place) FROM (
                    SELECT generate_series(1, (SELECT max(w.position) FROM snapshot_row w
                        WHERE w.municipality = n.municipality AND w.snapshot_id = n.id)) AS place
                    EXCEPT SELECT w.position FROM snapshot_row w
                    WHERE w.municipality = n.municipality AND w.snapshot_id = n.id) AS x), '{}') AS missing
            FROM snapshot n
            WHERE n.municipality = \(municipality) AND n.id = \(snapshot)
            """, as: SnapshotCheck.self)
    }
}

/// A row that retention has emptied.
package struct ErasedSnapshotRow: Sendable, RowDecodable {
    package let position: Int
    package let rule: String

    package init(row: Row) throws {
        position = try row.value("position")
        rule = try row.value("erased_rule")
    }
}

extension Connection {
    /// In order.
    package func erasedSnapshotRows(
        _ snapshot: Identifier<Snapshot>, _ municipality: MunicipalityCode
    ) async throws -> [ErasedSnapshotRow] {
        try await query(
            """
            SELECT position, erased_rule FROM snapshot_row
            WHERE municipality = \(municipality) AND snapshot_id = \(snapshot) AND erased_at IS NOT NULL
            ORDER BY position
            """, as: ErasedSnapshotRow.self)
    }
}
