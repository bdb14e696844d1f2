import Domain
import Postgres
import Store

extension MailDuty {
    /// Asks units about offers that nobody has confirmed for the days set: one message to each address, for the units that are
    /// reached by it, and no second one within a week.
    func askToConfirmOffers(_ connection: Connection, of unit: Identifier<OrganisationUnit>? = nil) async throws -> Int
    {
        let today = today
        let narrowing: SQL =
            unit.map { "c.unit_id = \($0)" }
                ?? """
                NOT EXISTS (SELECT FROM message m WHERE m.municipality = \(municipality) AND m.kind = 'confirm_offers'
                    AND m.recipient_id = c.contact_id AND m.posted_at > \(now)::timestamptz - interval '7 days')
                """
        // What has rested for long is asked about by hand: a first daemon does not write to everybody about old offers.
        let isNew: SQL = unit == nil ? "max(\(SlotDetail.confirmed)) >= \(since(settings.unconfirmedDays))" : "true"
        return try await connection.postMessages(
            .confirmOffers, to: .host, link: .confirmOffers, municipality, at: now,
            from: """
                WITH RECURSIVE up (unit_id, contact_id, email, parent_id) AS (
                    SELECT u.id, u.id, u.email, u.parent_id FROM organisation_unit u WHERE u.municipality = \(municipality)
                    UNION ALL
                    SELECT up.unit_id, q.id, q.email, q.parent_id FROM up
                        JOIN organisation_unit q ON q.municipality = \(municipality) AND q.id = up.parent_id
                    WHERE up.email IS NULL
                )
                SELECT c.contact_id AS recipient_id, NULL::uuid AS placement_id, NULL::uuid AS slot_id, c.contact_id AS unit_id,
                    max(\(SlotDetail.confirmed)) AS day, 'sv' AS language,
                    concat_ws(':', 'confirm_offers', c.contact_id, max(\(SlotDetail.confirmed)), nullif(\(again), '')) AS dedupe_key,
                    \(answerableUntil) AS expires_at
                FROM slot s JOIN up c ON c.unit_id = s.unit_id AND c.email IS NOT NULL
                WHERE s.municipality = \(municipality) AND s.state = 'offered' AND s.ends_on >= \(today)
                    AND \(SlotDetail.confirmed) <= \(today.adding(-settings.unconfirmedDays)) AND \(narrowing)
                GROUP BY c.contact_id HAVING \(isNew)
                """)
    }
}
