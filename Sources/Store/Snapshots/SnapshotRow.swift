package import Domain
public import FoundationEssentials
public import Postgres

/// A row of a closed period.
public struct SnapshotRow: Sendable, RowDecodable {
    /// From 1.
    public let position: Int
    /// Nil of a row that is not frozen.
    public let digest: String?
    /// Nil where the row was erased by rule, as content is.
    public let salt: String?
    /// JSON.
    public let content: String?
    package let slot: Identifier<Slot>?
    package let placement: Identifier<Placement>?
    package let participant: Identifier<Participant>?
    public let erasedAt: Date?
    public let erasedRule: String?
    /// The referrer's reference of the participant, as it is now.
    package let reference: Code?
    package let isProtected: Bool

    public init(row: Row) throws {
        position = try row.value("position")
        digest = try row.value("digest")
        salt = try row.value("salt")
        content = try row.value("content")
        slot = try row.value("slot_id")
        placement = try row.value("placement_id")
        participant = try row.value("participant_id")
        erasedAt = try row.value("erased_at")
        erasedRule = try row.value("erased_rule")
        reference = try row.value("reference")
        isProtected = try row.value("protected")
    }
}

extension Connection {
    /// The rows of a closed period, in order.
    package func snapshotRows(
        _ snapshot: Identifier<Snapshot>, _ municipality: MunicipalityCode
    ) async throws -> [SnapshotRow] {
        try await query(
            """
            SELECT w.position, w.digest, w.salt, w.content, w.slot_id, w.placement_id, w.participant_id, w.erased_at,
                w.erased_rule, i.reference, coalesce(e.protected, false) AS protected
            FROM snapshot_row w
            LEFT JOIN participant i ON i.municipality = w.municipality AND i.id = w.participant_id
            LEFT JOIN person e ON e.municipality = i.municipality AND e.id = i.person_id
            WHERE w.municipality = \(municipality) AND w.snapshot_id = \(snapshot)
            ORDER BY w.position
            """, as: SnapshotRow.self)
    }
}
