package import Domain
package import Postgres

extension Connection {
    /// Lets an outcome stand back where it contradicts one that has been confirmed: which counts is the coordinator's to say
    /// anew.
    package func standBack(
        _ outcome: Identifier<Outcome>, of placement: Identifier<Placement>, _ municipality: MunicipalityCode
    ) async throws {
        _ = try await execute(
            """
            UPDATE outcome t SET set_aside_by = c.id
            FROM (SELECT k.id FROM contradicting_outcomes(\(municipality), \(placement)) AS x
                JOIN outcome k ON k.municipality = \(municipality) AND k.id = x.other_id AND k.confirmed_at IS NOT NULL
                WHERE x.outcome_id = \(outcome) ORDER BY k.confirmed_at DESC LIMIT 1) AS c
            WHERE t.municipality = \(municipality) AND t.id = \(outcome)
            """)
    }

    /// Makes an outcome the one that counts at its follow-up: those that contradict it stand back, and what stood back for
    /// another does no more. False where nothing contradicts it.
    package func confirm(
        _ outcome: Identifier<Outcome>, of placement: Identifier<Placement>, _ municipality: MunicipalityCode,
        by actor: String
    ) async throws -> Bool {
        let rows = try await query(
            """
            SELECT x.moment, x.other_id FROM contradicting_outcomes(\(municipality), \(placement)) AS x
            WHERE x.outcome_id = \(outcome)
            """)
        guard let moment = try rows.first?.value("moment", as: FollowUpMoment.self) else { return false }
        let others = try rows.map { try $0.value("other_id", as: Identifier<Outcome>.self) }
        _ = try await execute(
            """
            UPDATE outcome t SET set_aside_by = NULL, confirmed_at = NULL, confirmed_by = NULL FROM follow_up f
            WHERE t.municipality = \(municipality) AND t.placement_id = \(placement)
                AND f.municipality = \(municipality) AND f.placement_id = \(placement) AND f.moment = \(moment)
                AND t.checked_on BETWEEN f.first_day AND f.last_day
            """)
        _ = try await execute(
            """
            UPDATE outcome SET set_aside_by = \(outcome) WHERE municipality = \(municipality) AND id = ANY (\(others))
            """)
        _ = try await execute(
            """
            UPDATE outcome SET confirmed_at = clock_timestamp(), confirmed_by = \(actor)
            WHERE municipality = \(municipality) AND id = \(outcome)
            """)
        return true
    }

    /// The outcome of that code and its placement's; nil where there is none such.
    package func outcome(
        _ code: Code, _ municipality: MunicipalityCode
    ) async throws -> (id: Identifier<Outcome>, placement: Code?)? {
        guard
            let row = try await query(
                """
                SELECT t.id, p.code AS placement FROM outcome t
                LEFT JOIN placement p ON p.municipality = t.municipality AND p.id = t.placement_id
                WHERE t.municipality = \(municipality) AND t.code = \(code)
                """
            ).first
        else { return nil }
        return (try row.value("id"), try row.value("placement"))
    }
}
