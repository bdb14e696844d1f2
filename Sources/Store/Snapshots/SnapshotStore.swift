public import Domain
public import FoundationEssentials
public import Postgres

/// A closing of a period, without its documents.
public struct Snapshot: Sendable, Hashable, RowDecodable {
    package let id: Identifier<Snapshot>
    public let period: ReportPeriod
    /// Which closing of the period, from 1.
    public let number: Int
    public let closedAt: Date
    public let closedOn: Day
    public let closedBy: String
    public let closedRole: Role
    public let reopenedOn: Day?
    public let reopenedBy: String?
    public let reopenedReason: String?
    /// SHA-256 in hexadecimal, as the next two.
    public let rootDigest: String
    public let publishedDigest: String
    public let documentDigest: String
    /// Each with its version.
    public let rules: [String]
    public let threshold: Int
    public let rows: Int
    public let erasedRows: Int

    public var isInForce: Bool { reopenedOn == nil }

    public init(row: Row) throws {
        id = try row.value("id")
        period = try ReportPeriod(row.value("period", as: String.self))
        number = try row.value("number")
        closedAt = try row.value("closed_at")
        closedOn = try row.value("closed_on")
        closedBy = try row.value("closed_by")
        closedRole = try row.value("closed_role")
        reopenedOn = try row.value("reopened_on")
        reopenedBy = try row.value("reopened_by")
        reopenedReason = try row.value("reopened_reason")
        rootDigest = try row.value("root_digest")
        publishedDigest = try row.value("published_digest")
        documentDigest = try row.value("document_digest")
        rules = try row.value("rules")
        threshold = try row.value("threshold")
        rows = try row.value("rows")
        erasedRows = try row.value("erased_rows")
    }
}

/// What a closing is written with.
package struct NewSnapshot: Sendable {
    package let id: Identifier<Snapshot>
    package let period: ReportPeriod
    package let days: Period
    package let number: Int
    package let closedOn: Day
    package let rules: [String]
    package let threshold: Int
    package let document: String
    package let published: String

    package init(
        id: Identifier<Snapshot>, period: ReportPeriod, days: Period, number: Int, closedOn: Day, rules: [String],
        threshold: Int, document: String, published: String
    ) {
        self.id = id
        self.period = period
        self.days = days
        self.number = number
        self.closedOn = closedOn
        self.rules = rules
        self.threshold = threshold
        self.document = document
        self.published = published
    }
}

extension Connection {
    /// Closings, the latest period first and of a period the latest closing first.
    ///
    /// - Parameter period: Only of this one.
    package func snapshots(
        _ municipality: MunicipalityCode, of period: ReportPeriod? = nil
    ) async throws -> [Snapshot] {
        let which: SQL = period.map { "AND n.period = \($0.description)" } ?? ""
        return try await query(
            """
            SELECT n.id, n.period, n.number, n.closed_at, n.closed_on, n.closed_by, n.closed_role, n.reopened_on,
                n.reopened_by, n.reopened_reason, n.root_digest, n.published_digest, n.document_digest, n.rules,
                n.threshold, count(w.position)::int AS rows,
                (count(w.position) FILTER (WHERE w.erased_at IS NOT NULL))::int AS erased_rows
            FROM snapshot n
            LEFT JOIN snapshot_row w ON w.municipality = n.municipality AND w.snapshot_id = n.id
            WHERE n.municipality = \(municipality) \(which)
            GROUP BY n.municipality, n.id
            ORDER BY n.ends_on DESC, n.starts_on, n.number DESC
            """, as: Snapshot.self)
    }

    /// Writes a closing, whose rows are there already; digests are reckoned from what is written.
    package func insert(_ snapshot: NewSnapshot, _ actor: Actor) async throws {
        _ = try await execute(
            """
            INSERT INTO snapshot (municipality, id, period, kind, starts_on, ends_on, number, closed_on, closed_by,
                closed_role, rules, threshold, document, published, document_digest, published_digest, root_digest)
            SELECT d.municipality, \(snapshot.id), \(snapshot.period.description), \(snapshot.period.kind.rawValue),
                \(snapshot.days.from), \(snapshot.days.to), \(snapshot.number), \(snapshot.closedOn), \(actor.name),
                \(actor.role), \(snapshot.rules), \(snapshot.threshold), d.document, d.published, d.document_digest,
                d.published_digest, \(.rootDigest(of: "d", snapshot.id))
            FROM (SELECT t.municipality, t.document, t.published,
                    encode(sha256(convert_to(t.document, 'UTF8')), 'hex') AS document_digest,
                    encode(sha256(convert_to(t.published, 'UTF8')), 'hex') AS published_digest
                FROM (VALUES (\(actor.municipality)::text, \(snapshot.document)::text, \(snapshot.published)::text))
                    AS t (municipality, document, published)) AS d
            """)
    }

    /// Says that a period is opened again.
    package func reopen(
        _ snapshot: Identifier<Snapshot>, _ actor: Actor, on day: Day, reason: String
    ) async throws {
        _ = try await execute(
            """
            UPDATE snapshot SET reopened_at = clock_timestamp(), reopened_on = \(day), reopened_by = \(actor.name),
                reopened_reason = \(reason)
            WHERE municipality = \(actor.municipality) AND id = \(snapshot)
            """)
    }

    /// A closing's document: the whole one, or the one as published.
    package func snapshotDocument(
        _ snapshot: Identifier<Snapshot>, _ municipality: MunicipalityCode, published: Bool
    ) async throws -> String {
        let column: SQL = published ? "published" : "document"
        return try await value(
            "SELECT \(column) FROM snapshot WHERE municipality = \(municipality) AND id = \(snapshot)", as: String.self)
    }
}

extension SQL {
    /// The root digest from the digests of the relation of that name, and the stored digests of the rows.
    static func rootDigest(of relation: StaticString, _ snapshot: Identifier<Snapshot>) -> SQL {
        """
        encode(sha256(convert_to(\(raw: relation).published_digest || E'\\n' || \(raw: relation).document_digest || E'\\n'
            || coalesce((SELECT string_agg(w.digest || E'\\n', '' ORDER BY w.position) FROM snapshot_row w
                WHERE w.municipality = \(raw: relation).municipality AND w.snapshot_id = \(snapshot)), ''), 'UTF8')), 'hex')
        """
    }
}
