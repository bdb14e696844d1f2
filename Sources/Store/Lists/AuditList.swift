public import Domain
public import FoundationEssentials
public import Postgres

/// Which entries of the audit log are asked for; what is nil or empty does not narrow.
public struct AuditFilter: Sendable, Hashable {
    /// The name of whoever acted, whole.
    public var actor: String?
    /// An action's name, such as `slot.change`, or the part before the point.
    public var action: String?
    /// What it was done to: `slot`, `participant`, `placement` …
    public var entity: String?
    public var entityID: UUID?
    public var outcomes: Set<AuditOutcome> = []
    /// Days as they are in Sweden.
    public var from: Day?
    public var to: Day?

    public init() {}
}

/// An entry as the log's reader sees it, with the key to its values.
public struct AuditListRow: Sendable, RowDecodable {
    public let id: Identifier<AuditEntry>
    public let line: AuditLine
    public let onBehalfOf: Role?
    public let entityID: UUID?

    public init(row: Row) throws {
        id = try row.value("id")
        line = try AuditLine(row: row)
        onBehalfOf = try row.value("on_behalf_of")
        entityID = try row.value("entity_id")
    }
}

/// A field of an entry, as it was and as it became; nil where it was not there.
public struct AuditChange: Sendable, Hashable {
    public let field: String
    public let before: String?
    public let after: String?

    package init(field: String, before: String?, after: String?) {
        self.field = field
        self.before = before
        self.after = after
    }
}

extension Connection {
    /// So many entries are counted; a search that finds more says so.
    package static let auditCount = 1000

    /// The newest entries first. Walks the chain's own index instead of gathering what matches: the log only grows. Nil if
    /// the entry that the cursor names is not there.
    package func auditList(
        _ municipality: MunicipalityCode, _ filter: AuditFilter, _ request: PageRequest
    ) async throws -> ListPage<AuditListRow>? {
        var conditions: [SQL] = ["e.municipality = \(municipality)", "e.sequence IS NOT NULL"]
        if let actor = filter.actor { conditions.append("e.actor = \(actor)") }
        if let action = filter.action {
            conditions.append("(e.action = \(action) OR split_part(e.action, '.', 1) = \(action))")
        }
        if let entity = filter.entity { conditions.append("e.entity = \(entity)") }
        if let id = filter.entityID { conditions.append("e.entity_id = \(id)") }
        if !filter.outcomes.isEmpty {
            conditions.append("e.outcome = ANY (\(filter.outcomes.map(\.rawValue).sorted()))")
        }
        if let from = filter.from { conditions.append("e.at >= \(SwedishTime.start(of: from))") }
        if let to = filter.to { conditions.append("e.at < \(SwedishTime.start(of: to.adding(1)))") }
        let whole = SQL.joined(conditions, by: " AND ")
        let isBackward = request.cursor?.direction == .before
        var place: SQL = ""
        if let cursor = request.cursor {
            let sequence = try await value(
                "SELECT max(sequence) FROM audit_entry WHERE municipality = \(municipality) AND id = \(cursor.row)",
                as: Int?.self)
            guard let sequence else { return nil }
            let relation: SQL = isBackward ? ">" : "<"
            place = " AND e.sequence \(relation) \(sequence)"
        }
        let order: SQL = isBackward ? "e.sequence" : "e.sequence DESC"
        let rows = try await query(
            """
            SELECT e.id, e.id AS page_id, e.sequence, e.at, e.actor, e.role, e.action, e.entity, e.entity_id, e.outcome,
                e.reason, e.on_behalf_of,
                v.after ->> CASE WHEN e.outcome = 'refused' THEN 'refusal' ELSE 'code' END AS detail
            FROM audit_entry e
            LEFT JOIN audit_value v ON v.municipality = e.municipality AND v.entry_id = e.id
            WHERE \(whole)\(place)
            ORDER BY \(order) LIMIT \(request.size + 1)
            """)
        let count = try await value(
            "SELECT count(*) FROM (SELECT FROM audit_entry e WHERE \(whole) LIMIT \(Self.auditCount + 1)) AS n",
            as: Int.self)
        return try ListPage(
            rows, request, total: min(count, Self.auditCount), isTotalCapped: count > Self.auditCount)
    }

    /// One entry, or nil if there is none.
    package func auditEntry(
        _ id: Identifier<AuditEntry>, _ municipality: MunicipalityCode
    ) async throws -> AuditListRow? {
        try await queryFirst(
            """
            SELECT e.id, e.sequence, e.at, e.actor, e.role, e.action, e.entity, e.entity_id, e.outcome, e.reason,
                e.on_behalf_of, v.after ->> CASE WHEN e.outcome = 'refused' THEN 'refusal' ELSE 'code' END AS detail
            FROM audit_entry e
            LEFT JOIN audit_value v ON v.municipality = e.municipality AND v.entry_id = e.id
            WHERE e.municipality = \(municipality) AND e.id = \(id)
            """, as: AuditListRow.self)
    }

    /// The fields of an entry that differ before and after, or that only one side has, by name.
    package func auditChanges(
        _ id: Identifier<AuditEntry>, _ municipality: MunicipalityCode
    ) async throws -> [AuditChange] {
        try await query(
            """
            SELECT f.name, v.before ->> f.name AS before, v.after ->> f.name AS after
            FROM audit_value v
            CROSS JOIN LATERAL (
                SELECT jsonb_object_keys(coalesce(v.before, '{}')) AS name
                UNION SELECT jsonb_object_keys(coalesce(v.after, '{}'))
            ) AS f
            WHERE v.municipality = \(municipality) AND v.entry_id = \(id)
                AND v.before ->> f.name IS DISTINCT FROM v.after ->> f.name
            ORDER BY f.name
            """
        ).map { row in
            AuditChange(
                field: try row.value("name"), before: try row.value("before"), after: try row.value("after"))
        }
    }

    /// How many rows an import's entry has, made and changed.
    package func auditRowCounts(
        _ id: Identifier<AuditEntry>, _ municipality: MunicipalityCode
    ) async throws -> (created: Int, updated: Int) {
        let counts = try await queryFirst(
            """
            SELECT count(*) FILTER (WHERE change = 'created') AS created,
                count(*) FILTER (WHERE change = 'updated') AS updated
            FROM audit_row WHERE municipality = \(municipality) AND entry_id = \(id)
            """, as: StagedRowCounts.self)
        return (counts?.created ?? 0, counts?.updated ?? 0)
    }
}

private struct StagedRowCounts: RowDecodable {
    let created: Int
    let updated: Int

    init(row: Row) throws {
        created = try row.value("created")
        updated = try row.value("updated")
    }
}
