public import Domain
import FoundationEssentials
import Postgres
import Store

extension Operations {
    /// For how many days after its first day a placement's start is still asked about, where it was not on the day.
    static let startAskedFor = 14
    /// For how many days the question can be answered.
    static let startAnswerable = 30

    /// Posts the mail that the day asks for in a municipality. Done as often as one likes, by as many daemons as there are: each
    /// message is known by its key. Answers how many were new.
    @discardableResult
    public func postDueMail(in municipality: MunicipalityCode) async throws -> Int {
        try await pool.transaction(for: municipality, by: Actor.clock(municipality).name, as: .clock) { connection in
            // One daemon at a time is enough; the key is what keeps the next from doing it again.
            guard try await connection.claimDuty("post", municipality) else { return 0 }
            var posted = try await postStartQuestions(municipality, connection)
            posted += try await postVoiceQuestions(municipality, connection)
            return posted
        }
    }

    /// Asks supervisors on the first day whether it went as planned.
    private func postStartQuestions(_ municipality: MunicipalityCode, _ connection: Connection) async throws -> Int {
        let today = clock.today
        let expiry = SwedishTime.start(of: today.adding(Self.startAnswerable))
        return try await connection.postMessages(
            .startReport, to: .supervisor, link: .startReport, municipality, at: clock.now(),
            from: """
                SELECT s.supervisor_id AS recipient_id, p.id AS placement_id, NULL::uuid AS slot_id, NULL::uuid AS unit_id,
                    p.starts_on AS day, 'sv' AS language, 'start_report:' || p.id || ':' || p.starts_on AS dedupe_key,
                    \(expiry) AS expires_at
                FROM placement p JOIN slot s ON s.municipality = p.municipality AND s.id = p.slot_id
                WHERE p.municipality = \(municipality) AND p.state = 'agreed' AND s.supervisor_id IS NOT NULL
                    AND p.starts_on <= \(today) AND p.starts_on >= \(today.adding(-Self.startAskedFor))
                """)
    }
}
