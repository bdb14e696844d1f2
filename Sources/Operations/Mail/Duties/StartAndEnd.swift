import Domain
import Postgres
import Store

extension MailDuty {
    /// Asks supervisors on the first day whether it went as planned.
    func askAboutStarts(_ connection: Connection, of placement: Identifier<Placement>? = nil) async throws -> Int {
        try await ask(
            .startReport, .startReport, connection,
            "'start_report:' || p.id || ':' || p.starts_on", "p.starts_on",
            where: placement.map { "p.state = 'agreed' AND p.starts_on <= \(today) AND p.id = \($0)" }
                ?? "p.state = 'agreed' AND p.starts_on BETWEEN \(since(0)) AND \(today)")
    }

    /// Asks supervisors on the last day how it went.
    func askAboutEnds(_ connection: Connection, of placement: Identifier<Placement>? = nil) async throws -> Int {
        try await ask(
            .endReport, .endReport, connection,
            "'end_report:' || p.id || ':' || p.ends_on", "p.ends_on",
            where: placement.map { "p.state = 'started' AND p.ends_on <= \(today) AND p.id = \($0)" }
                ?? "p.state = 'started' AND p.ends_on BETWEEN \(since(0)) AND \(today)")
    }

    private func ask(
        _ kind: MessageKind, _ purpose: PartyPurpose, _ connection: Connection, _ key: SQL, _ day: SQL, where due: SQL
    ) async throws -> Int {
        try await connection.postMessages(
            kind, to: .supervisor, link: purpose, municipality, at: now,
            from: """
                SELECT \(.guide) AS recipient_id, p.id AS placement_id, NULL::uuid AS slot_id, NULL::uuid AS unit_id,
                    \(day) AS day, 'sv' AS language, concat_ws(':', \(key), nullif(\(again), '')) AS dedupe_key,
                    \(answerableUntil) AS expires_at
                FROM placement p JOIN slot s ON s.municipality = p.municipality AND s.id = p.slot_id
                WHERE p.municipality = \(municipality) AND \(.guide) IS NOT NULL AND \(due)
                """)
    }
}
