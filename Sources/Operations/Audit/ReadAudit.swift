public import Domain
import Postgres
public import Store

/// Whether a municipality's audit chain is whole.
public struct AuditVerdict: Sendable {
    /// How many entries the chain has.
    public let entries: Int
    public let faults: [AuditFault]
    /// How many of them each erasure by rule has emptied. Their places stand, and what is left of them is held to what the
    /// erasure left.
    public let erased: [(run: Code, entries: Int)]

    public var isWhole: Bool { faults.isEmpty }
}

extension Operations {
    /// The newest entries first, at most `limit`.
    public func auditLines(_ actor: Actor, limit: Int = 50) async throws -> [AuditLine] {
        try await read(actor, .readAudit) { connection in
            try await connection.auditLines(actor.municipality, limit: limit)
        }
    }

    /// Recomputes every hash of the chain and lists what does not agree.
    public func verifyAudit(_ actor: Actor) async throws -> AuditVerdict {
        try await read(actor, .readAudit) { connection in
            AuditVerdict(
                entries: try await connection.auditLength(actor.municipality),
                faults: try await connection.auditFaults(actor.municipality),
                erased: try await connection.auditErasures(actor.municipality))
        }
    }
}
