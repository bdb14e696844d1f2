public import Domain
public import FoundationEssentials
public import Postgres

/// What the audit log is to say of one record: which, and how it stood before and after.
///
/// Field names are the file columns' where there is one. An identity number is never among the values.
public struct AuditRecord: Sendable {
    public var entity: String
    public var id: UUID?
    public var before: [String: String]?
    public var after: [String: String]?

    public init<Entity>(
        entity: String, id: Identifier<Entity>, before: [String: String]? = nil, after: [String: String]? = nil
    ) {
        self.init(entity: entity, id: id.rawValue, before: before, after: after)
    }

    public init(entity: String, id: UUID?, before: [String: String]? = nil, after: [String: String]? = nil) {
        self.entity = entity
        self.id = id
        self.before = before
        self.after = after
    }
}

/// Whether what was asked for was done, refused, or was a reading worth a mark.
public enum AuditOutcome: String, Sendable, CaseIterable, PostgresEncodable, PostgresDecodable {
    case done, refused, read
}

extension Connection {
    /// Writes an entry; its place in the chain and its hash are set when the transaction commits.
    package func insertAudit(
        _ record: AuditRecord, actor: Actor, action: String, outcome: AuditOutcome, id: Identifier<AuditEntry>
    ) async throws {
        _ = try await execute(
            """
            INSERT INTO audit_entry (municipality, id, actor, role, on_behalf_of, reason, action, entity, entity_id,
                outcome)
            VALUES (\(actor.municipality), \(id), \(actor.name), \(actor.role), \(actor.onBehalfOf), \(actor.reason),
                \(action), \(record.entity), \(record.id), \(outcome))
            """)
        guard record.before != nil || record.after != nil else { return }
        try await insertAuditValue(before: record.before, after: record.after, entry: id, actor.municipality)
    }

    /// How a record stood before and after, under an entry of the same transaction.
    package func insertAuditValue(
        before: [String: String]?, after: [String: String]?, entry: Identifier<AuditEntry>,
        _ municipality: MunicipalityCode
    ) async throws {
        _ = try await execute(
            """
            INSERT INTO audit_value (municipality, entry_id, before, after)
            VALUES (\(municipality), \(entry), \(try before.map(jsonText)), \(try after.map(jsonText)))
            """)
    }
}

private func jsonText(_ values: [String: String]) throws -> JSONText {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return JSONText(String(decoding: try encoder.encode(values), as: UTF8.self))
}

/// One entry of the chain as the log's reader sees it, without values.
public struct AuditLine: Sendable, RowDecodable {
    public let sequence: Int?
    public let at: Date
    public let actor: String
    public let role: Role
    public let action: String
    public let entity: String
    public let outcome: AuditOutcome
    public let reason: String?
    public let detail: String?

    public init(row: Row) throws {
        sequence = try row.value("sequence")
        at = try row.value("at")
        actor = try row.value("actor")
        role = try row.value("role")
        action = try row.value("action")
        entity = try row.value("entity")
        outcome = try row.value("outcome")
        reason = try row.value("reason")
        detail = try row.value("detail")
    }
}

/// A fault in a municipality's chain; see `audit_faults` in the schema for the words.
public struct AuditFault: Sendable, RowDecodable {
    public let sequence: Int?
    public let fault: String

    public init(row: Row) throws {
        sequence = try row.value("sequence")
        fault = try row.value("fault")
    }
}

extension Connection {
    /// The newest entries first.
    package func auditLines(_ municipality: MunicipalityCode, limit: Int) async throws -> [AuditLine] {
        try await query(
            """
            SELECT e.sequence, e.at, e.actor, e.role, e.action, e.entity, e.outcome, e.reason,
                v.after ->> CASE WHEN e.outcome = 'refused' THEN 'refusal' ELSE 'code' END AS detail
            FROM audit_entry e
            LEFT JOIN audit_value v ON v.municipality = e.municipality AND v.entry_id = e.id
            WHERE e.municipality = \(municipality)
            ORDER BY e.sequence DESC LIMIT \(limit)
            """, as: AuditLine.self)
    }

    package func auditLength(_ municipality: MunicipalityCode) async throws -> Int {
        try await value("SELECT count(*) FROM audit_entry WHERE municipality = \(municipality)", as: Int.self)
    }

    package func auditFaults(_ municipality: MunicipalityCode) async throws -> [AuditFault] {
        try await query("SELECT sequence, fault FROM audit_faults(\(municipality))", as: AuditFault.self)
    }
}
