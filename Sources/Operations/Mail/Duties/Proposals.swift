import Domain
import Postgres
import Store

extension MailDuty {
    /// Asks those again who have not answered a proposal, once, some days after it was made; they are told the last day on
    /// which it can be answered.
    func remindOfProposals(_ connection: Connection, of placement: Identifier<Placement>? = nil) async throws -> Int {
        let due: SQL =
            placement.map { "p.id = \($0)" }
            ?? "p.state_on BETWEEN \(since(settings.answerDays)) AND \(today.adding(-settings.answerDays))"
        var posted = 0
        for party in AnsweringParty.allCases {
            let (side, recipient, language): (Party, SQL, SQL) =
                switch party {
                case .host: (.host, "s.unit_id", "'sv'")
                case .participant: (.participant, "t.id", .participantLanguage)
                }
            posted += try await connection.postMessages(
                .answerReminder, to: side, link: .answerProposal, municipality, at: now,
                from: """
                    SELECT \(recipient) AS recipient_id, p.id AS placement_id, NULL::uuid AS slot_id, NULL::uuid AS unit_id,
                        p.state_on + \(settings.lapseDays - 1)::int AS day, \(language) AS language,
                        concat_ws(':', 'answer_reminder', p.id, \(party)::text, p.state_on, nullif(\(again), '')) AS dedupe_key,
                        (p.state_on + \(settings.lapseDays)::int)::timestamp AT TIME ZONE 'Europe/Stockholm' AS expires_at
                    FROM placement p JOIN slot s ON s.municipality = p.municipality AND s.id = p.slot_id
                    JOIN participant t ON t.municipality = p.municipality AND t.id = p.participant_id
                    WHERE p.municipality = \(municipality) AND p.state = 'proposed' AND \(due)
                        AND p.state_on > \(today.adding(-settings.lapseDays))
                        AND NOT EXISTS (SELECT FROM placement_answer n WHERE n.municipality = p.municipality
                            AND n.placement_id = p.id AND n.party = \(party) AND n.standing)
                    """)
        }
        return posted
    }
}
