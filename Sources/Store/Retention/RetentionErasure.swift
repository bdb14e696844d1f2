package import Domain
import FoundationEssentials
package import Postgres

/// What one step of an erasure came to.
package struct RetentionGone: Sendable, RowDecodable {
    /// Rows by table.
    package internal(set) var counts: [String: Int]
    /// Over the keys of what went, in hexadecimal.
    package let digest: String
    package let auditEntries: Int

    package init(row: Row) throws {
        let text: String = try row.value("counts")
        counts = try JSONDecoder().decode([String: Int].self, from: Data(text.utf8))
        digest = try row.value("digest")
        auditEntries = try row.value("audit_entries")
    }
}

extension Connection {
    /// Erases what is due of a category, in the order that foreign keys demand; refused by the database if anybody of them
    /// is not due.
    package func erase(
        _ category: RetentionCategory, _ subjects: [RetentionSubject], _ municipality: MunicipalityCode, on day: Day,
        run: Identifier<RetentionRun>
    ) async throws -> RetentionGone {
        let keys = subjects.map(\.id)
        var emptied = 0
        if category == .participants {
            emptied = try await eraseSnapshotRows(
                of: keys.map { Identifier<Person>($0) }, rule: category.rawValue, in: municipality)
        }
        let call: SQL =
            switch category {
            case .participants: "retention_erase_persons(\(municipality), \(day), \(run), \(keys))"
            case .contacts: "retention_erase_contacts(\(municipality), \(day), \(run), \(keys))"
            case .accounts, .faultReports, .jobs:
                "retention_erase_others(\(municipality), \(day), \(run), \(category))"
            }
        let rows = try await query(
            """
            SELECT g.counts::text AS counts, encode(g.digest, 'hex') AS digest, g.audit_entries FROM \(call) g
            """, as: RetentionGone.self)
        guard var gone = rows.first else { throw NothingErased() }
        if emptied > 0 { gone.counts["snapshot_row"] = emptied }
        return gone
    }
}

private struct NothingErased: Error {}
