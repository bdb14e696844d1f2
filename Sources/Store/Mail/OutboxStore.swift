package import Domain
package import FoundationEssentials
package import Postgres

extension SQL {
    /// Whether a row `w` with `party`, `recipient_id` and `placement_id` is to or about somebody protected.
    static func concernsProtected(_ municipality: MunicipalityCode) -> SQL {
        """
        (EXISTS (SELECT FROM placement p JOIN person e ON e.municipality = p.municipality AND e.id = p.person_id
                WHERE p.municipality = \(municipality) AND p.id = w.placement_id AND e.protected)
            OR w.party = 'participant' AND EXISTS (
                SELECT FROM participant t JOIN person e ON e.municipality = t.municipality AND e.id = t.person_id
                WHERE t.municipality = \(municipality) AND t.id = w.recipient_id AND e.protected))
        """
    }

    /// Mail to a participant `t` is in the language that is on file, where it is one of ours.
    package static let participantLanguage: SQL = """
        CASE WHEN lower(t.language) IN ('en', 'eng', 'engelska', 'english') THEN 'en' ELSE 'sv' END
        """
}

extension Connection {
    /// Writes messages into the outbox, with their links: one for each row of `source` that is not there yet by its key, and
    /// none to or about a protected person. Answers how many.
    ///
    /// - Parameters:
    ///   - purpose: what its link is for; nil: it has none.
    ///   - source: a query with the columns `recipient_id`, `placement_id`, `slot_id`, `unit_id` (uuid, one of the three last
    ///     not null), `day` (date), `language`, `dedupe_key` (text) and `expires_at` (timestamptz; the link's).
    @discardableResult
    package func postMessages(
        _ kind: MessageKind, to party: Party, link purpose: PartyPurpose?, _ municipality: MunicipalityCode,
        at now: Date, from source: SQL
    ) async throws -> Int {
        try await execute(
            """
            WITH source AS (SELECT s.*, \(party) AS party FROM (\(source)) AS s), wanted AS (
                SELECT DISTINCT ON (w.dedupe_key) w.* FROM source w
                WHERE NOT \(.concernsProtected(municipality)) AND NOT EXISTS (
                    SELECT FROM message m WHERE m.municipality = \(municipality) AND m.dedupe_key = w.dedupe_key)
                ORDER BY w.dedupe_key
            ), link AS (
                INSERT INTO party_link (municipality, purpose, party, recipient_id, placement_id, slot_id, unit_id, created_at,
                    expires_at)
                SELECT DISTINCT ON (w.recipient_id, w.placement_id, w.slot_id, w.unit_id) \(municipality), \(purpose), w.party,
                    w.recipient_id, w.placement_id, w.slot_id, w.unit_id, \(now), w.expires_at
                FROM wanted w WHERE \(purpose)::text IS NOT NULL
                ON CONFLICT (municipality, purpose, party, recipient_id, placement_id, slot_id, unit_id)
                    WHERE used_at IS NULL AND revoked_at IS NULL
                    DO UPDATE SET expires_at = greatest(party_link.expires_at, EXCLUDED.expires_at)
                RETURNING id, recipient_id, placement_id, slot_id, unit_id
            )
            INSERT INTO message (municipality, kind, party, recipient_id, placement_id, slot_id, unit_id, day, language, link_id,
                dedupe_key, posted_at, next_try_at)
            SELECT \(municipality), \(kind), w.party, w.recipient_id, w.placement_id, w.slot_id, w.unit_id, w.day, w.language,
                l.id, w.dedupe_key, \(now), \(now)
            FROM wanted w LEFT JOIN link l ON l.recipient_id = w.recipient_id
                AND (l.placement_id, l.slot_id, l.unit_id) IS NOT DISTINCT FROM (w.placement_id, w.slot_id, w.unit_id)
            ON CONFLICT (municipality, dedupe_key) DO NOTHING
            """)
    }

    /// The municipalities that have mail to send by then.
    package func municipalitiesWithMail(by moment: Date) async throws -> [MunicipalityCode] {
        try await query("SELECT municipality FROM municipalities_with_mail(\(moment))").map {
            try $0.value("municipality")
        }
    }

    /// Every municipality there is.
    package func servedMunicipalities() async throws -> [MunicipalityCode] {
        try await query("SELECT municipality FROM served_municipalities()").map { try $0.value("municipality") }
    }

    /// Whether this is the only transaction that does a duty in the municipality just now; if so it is until it ends.
    package func claimDuty(_ duty: StaticString, _ municipality: MunicipalityCode) async throws -> Bool {
        let key = "praktik.duty:\(duty):\(municipality)"
        return try await value("SELECT pg_try_advisory_xact_lock(hashtextextended(\(key), 0))", as: Bool.self)
    }
}
