import Domain
import FoundationEssentials
import Postgres
import Store

extension Operations {
    /// For how many days after its day a participant is still asked, where it was not on the day.
    static let voiceAskedFor = 14
    /// For how many days the questions can be answered by the link.
    static let voiceAnswerable = 30
    /// For how many days after the planned end a complaint can be made by the link that stands.
    static let complaintOpenFor = 180

    /// Tells participants on the first day where they can complain, and asks them halfway and afterwards how it is; those who
    /// have a mail address. Answers how many messages were new.
    func postVoiceQuestions(_ municipality: MunicipalityCode, _ connection: Connection) async throws -> Int {
        let today = clock.today
        let since = today.adding(-Self.voiceAskedFor)
        var posted = try await connection.postMessages(
            .complaintRoute, to: .participant, link: .complaint, municipality, at: clock.now(),
            from: """
                SELECT t.id AS recipient_id, p.id AS placement_id, NULL::uuid AS slot_id, NULL::uuid AS unit_id,
                    p.ends_on + \(Self.complaintOpenFor)::int AS day, \(.participantLanguage) AS language,
                    'complaint_route:' || p.id AS dedupe_key,
                    (p.ends_on + \(Self.complaintOpenFor + 1)::int) AT TIME ZONE 'Europe/Stockholm' AS expires_at
                FROM placement p JOIN participant t ON t.municipality = p.municipality AND t.id = p.participant_id
                WHERE p.municipality = \(municipality) AND p.state = 'started' AND t.email IS NOT NULL
                    AND p.started_on <= \(today) AND p.started_on >= \(since)
                """)
        let expiry = SwedishTime.start(of: today.adding(Self.voiceAnswerable + 1))
        for (occasion, purpose, states) in [
            (VoiceOccasion.mid, PartyPurpose.voiceMid, ["started"]),
            (.end, .voiceEnd, ["completed", "interrupted"]),
        ] {
            posted += try await connection.postMessages(
                .voice, to: .participant, link: purpose, municipality, at: clock.now(),
                from: """
                    SELECT t.id AS recipient_id, p.id AS placement_id, NULL::uuid AS slot_id, NULL::uuid AS unit_id,
                        \(today.adding(Self.voiceAnswerable)) AS day, \(.participantLanguage) AS language,
                        'voice_' || \(occasion) || ':' || p.id AS dedupe_key, \(expiry)::timestamptz AS expires_at
                    FROM placement p JOIN participant t ON t.municipality = p.municipality AND t.id = p.participant_id
                    CROSS JOIN LATERAL (SELECT \(.voiceDay(occasion)) AS due) AS d
                    WHERE p.municipality = \(municipality) AND p.state = ANY (\(states)) AND t.email IS NOT NULL
                        AND p.starts_on <= \(today) AND greatest(p.state_on, p.ends_on) >= \(since)
                        AND d.due <= \(today) AND d.due >= \(since) AND NOT voice_is_given(p.id, \(occasion))
                    """)
        }
        return posted
    }
}
