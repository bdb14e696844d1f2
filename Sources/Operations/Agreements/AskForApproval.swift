import Domain
import FoundationEssentials
import Postgres
import Store

extension Connection {
    /// Writes to those whose word on the newest version of an agreement is missing: the unit that it is made with, the
    /// participant, and a referrer without an account. Of protected persons nobody is written to; their coordinator approves
    /// on behalf.
    ///
    /// - Parameters:
    ///   - narrowing: which of the agreements `a` of placements `p`; all that wait, where it is empty.
    ///   - again: goes into the key, so that a reminder by hand comes beside the one that comes by itself.
    /// - Returns: how many messages were new.
    @discardableResult
    func askForApproval(
        _ kind: MessageKind, _ municipality: MunicipalityCode, at now: Date, again: String = "", where narrowing: SQL
    ) async throws -> Int {
        var posted = 0
        for party in AgreementParty.allCases {
            let (recipient, language, reached): (SQL, SQL, SQL) =
                switch party {
                case .host: ("s.unit_id", "'sv'", "true")
                case .participant: ("t.id", .participantLanguage, "true")
                case .referrer:
                    (
                        "t.referrer_id", "'sv'",
                        """
                        NOT EXISTS (SELECT FROM user_account u WHERE u.municipality = a.municipality
                            AND u.referrer_id = t.referrer_id AND u.role = 'referrer' AND u.disabled_on IS NULL)
                        """
                    )
                }
            posted += try await postMessages(
                kind, to: party.party, link: .approveAgreement, municipality, at: now,
                from: """
                    SELECT \(recipient) AS recipient_id, p.id AS placement_id, NULL::uuid AS slot_id, NULL::uuid AS unit_id,
                        a.starts_on AS day, \(language) AS language,
                        concat_ws(':', \(kind)::text, p.id, a.version, \(party)::text, nullif(\(again), '')) AS dedupe_key,
                        greatest((a.ends_on + 1)::timestamp AT TIME ZONE 'Europe/Stockholm',
                            \(now)::timestamptz + interval '14 days') AS expires_at
                    FROM agreement a
                    JOIN placement p ON p.municipality = a.municipality AND p.id = a.placement_id
                    JOIN participant t ON t.municipality = p.municipality AND t.id = p.participant_id
                    JOIN slot s ON s.municipality = a.municipality AND s.id = a.slot_id
                    WHERE a.municipality = \(municipality) AND a.in_force_at IS NULL
                        AND p.state IN ('accepted', 'agreed', 'started') AND \(reached)
                        AND NOT EXISTS (SELECT FROM agreement n WHERE n.municipality = a.municipality
                            AND n.placement_id = a.placement_id AND n.version > a.version)
                        AND NOT EXISTS (SELECT FROM agreement_approval v WHERE v.municipality = a.municipality
                            AND v.placement_id = a.placement_id AND v.version = a.version AND v.party = \(party))
                        AND (\(narrowing))
                    """)
        }
        return posted
    }
}
