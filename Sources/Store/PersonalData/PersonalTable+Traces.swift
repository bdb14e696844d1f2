import Domain
import Postgres

extension PersonalTable {
    /// What the service did with it: mail and links, matching, and who has looked and changed.
    static func traces(_ whose: Whose) -> [PersonalTable] {
        let (m, person) = (whose.municipality, whose.person)
        let ofTheirs: SQL = "(t.placement_id IN \(whose.placements) OR t.recipient_id IN \(whose.referrals))"
        return [
            PersonalTable(
                "message", sv: "Utskick", en: "Mail",
                [
                    Column("kind", sv: "Vad", en: "What", "t.kind", MessageKind.self),
                    Column("party", sv: "Till", en: "To", "t.party", Party.self),
                    Column("state", sv: "Läge", en: "State", "t.state", MessageState.self),
                    Column("posted_at", sv: "Skrivet", en: "Written", .swedish("t.posted_at")),
                    Column("ended_at", sv: "Avslutat", en: "Ended", .swedish("t.ended_at")),
                ], "FROM message t WHERE t.municipality = \(m) AND \(ofTheirs) ORDER BY t.posted_at, t.id"),
            PersonalTable(
                "party_link", sv: "Länkar", en: "Links",
                [
                    Column("purpose", sv: "För att", en: "To", "t.purpose", PartyPurpose.self),
                    Column("party", sv: "Till", en: "For", "t.party", Party.self),
                    Column("created_at", sv: "Gjord", en: "Made", .swedish("t.created_at")),
                    Column("used_at", sv: "Använd", en: "Used", .swedish("t.used_at")),
                    Column("revoked_at", sv: "Återkallad", en: "Revoked", .swedish("t.revoked_at")),
                ], "FROM party_link t WHERE t.municipality = \(m) AND \(ofTheirs) ORDER BY t.created_at, t.id"),
            PersonalTable(
                "match_run", sv: "Matchningar", en: "Matching",
                [
                    Column("code", sv: "Matchning", en: "Match run", "t.code"),
                    Column("computed_at", sv: "Räknad", en: "Computed", .swedish("t.computed_at")),
                    Column("decided_at", sv: "Beslutad", en: "Decided", .swedish("t.decided_at")),
                    Column("slot", sv: "Fick plats", en: "Got the place", "x.slot"),
                    Column("score", sv: "Poäng", en: "Score", "x.score"),
                ],
                """
                FROM match_run t
                JOIN (SELECT r.code || '/' || i.reference AS label FROM participant i
                    JOIN referrer r ON r.municipality = i.municipality AND r.id = i.referrer_id
                    WHERE i.municipality = \(m) AND i.person_id = \(person)) AS l
                    ON EXISTS (SELECT FROM jsonb_path_query(t.inputs::jsonb, '$.people[*].referrals[*]') AS f
                        WHERE (f ->> 'referrer') || '/' || (f ->> 'reference') = l.label)
                LEFT JOIN LATERAL (SELECT e ->> 'slot' AS slot, e -> 'score' AS score
                    FROM jsonb_array_elements(t.result::jsonb -> 'pairs') AS e WHERE e ->> 'participant' = l.label) AS x
                    ON true
                WHERE t.municipality = \(m) ORDER BY t.computed_at, t.id
                """),
            PersonalTable(
                "snapshot_row", sv: "Rader i stängda perioder", en: "Rows of closed periods",
                [
                    Column("period", sv: "Period", en: "Period", "n.period"),
                    Column("closed_on", sv: "Stängd", en: "Closed", "n.closed_on"),
                    Column("content", sv: "Raden", en: "The row", "t.content"),
                ],
                """
                FROM snapshot_row t JOIN snapshot n ON n.municipality = t.municipality AND n.id = t.snapshot_id
                WHERE t.municipality = \(m) AND t.participant_id IN \(whose.referrals)
                ORDER BY n.closed_at, t.position
                """),
            PersonalTable(
                "audit_entry", sv: "Vem som sett och ändrat", en: "Who has looked and changed",
                [
                    Column("at", sv: "När", en: "When", .swedish("t.at")),
                    Column("role", sv: "Roll", en: "Role", "t.role", Role.self),
                    Column("action", sv: "Vad (åtgärdens namn)", en: "What (the action's name)", "t.action"),
                    Column("outcome", sv: "Hur det gick", en: "How it went", "t.outcome"),
                ],
                """
                FROM audit_entry t
                WHERE t.municipality = \(m) AND (t.entity_id = \(person) OR t.entity_id IN \(whose.referrals)
                    OR t.entity_id IN \(whose.placements) OR EXISTS (
                        SELECT FROM audit_row w WHERE w.municipality = t.municipality AND w.entry_id = t.id
                            AND (w.entity_id = \(person) OR w.entity_id IN \(whose.referrals)
                                OR w.entity_id IN \(whose.placements))))
                ORDER BY t.sequence
                """),
        ]
    }
}
