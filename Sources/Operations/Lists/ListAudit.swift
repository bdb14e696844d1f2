public import Domain
import FoundationEssentials
import Postgres
public import Store

/// An entry of the audit log with what changed by it.
public struct AuditDetail: Sendable {
    public let entry: AuditListRow
    public let changes: [AuditChange]
    /// The rows an import made and changed; 0 for every other entry.
    public let created: Int
    public let updated: Int
    /// Whether values are kept back from this reader: they are of people, and only the fields' names are shown.
    public let isMasked: Bool
}

extension Operations {
    /// A page of the audit log, newest first. `total` stops at 1,000.
    public func auditList(
        _ actor: Actor, _ filter: AuditFilter = AuditFilter(), page: PageRequest = PageRequest()
    ) async throws -> ListPage<AuditListRow> {
        try await read(actor, .readAudit) { connection in
            try await connection.auditList(actor.municipality, filter, page).orGone
        }
    }

    /// One entry with its fields before and after. Values of people are shown to nobody who may not see people.
    public func auditDetail(_ actor: Actor, _ id: Identifier<AuditEntry>) async throws -> AuditDetail {
        try await read(actor, .readAudit) { connection in
            guard let entry = try await connection.auditEntry(id, actor.municipality) else {
                throw Refusal.noSuch(.auditEntry, id.rawValue.uuidString.lowercased())
            }
            let counts = try await connection.auditRowCounts(id, actor.municipality)
            let isMasked =
                AuditRecord.entitiesOfPeople.contains(entry.line.entity)
                && !Action.listParticipants.roles.contains(actor.role)
            let changes = try await connection.auditChanges(id, actor.municipality)
            return AuditDetail(
                entry: entry, changes: isMasked ? changes.map(\.masked) : changes, created: counts.created,
                updated: counts.updated, isMasked: isMasked)
        }
    }
}

extension AuditRecord {
    static let entitiesOfPeople: Set<String> = ["participant", "person", "placement", "outcome"]
}

extension AuditChange {
    /// That the field changed, and not from what to what.
    fileprivate var masked: AuditChange {
        AuditChange(field: field, before: before.map { _ in "•••" }, after: after.map { _ in "•••" })
    }
}
