package import Domain
package import FoundationEssentials
package import Postgres

/// An entry of the audit log about something that a row of figures is made of.
package struct CorrectionCause: Sendable, RowDecodable {
    /// The slot, placement or participant that the row is of.
    package let subject: UUID
    package let action: String
    package let at: Date
    package let role: Role

    package init(row: Row) throws {
        subject = try row.value("subject")
        action = try row.value("action")
        at = try row.value("at")
        role = try row.value("role")
    }
}

extension Connection {
    /// What was done since a moment to slots, placements and participants, and to what their rows are made of besides: a
    /// placement's slot, participant and outcomes, a participant's outcomes. Imports are among it.
    package func correctionCauses(
        _ municipality: MunicipalityCode, since moment: Date, slots: [Identifier<Slot>],
        placements: [Identifier<Placement>], participants: [Identifier<Participant>], others: [UUID]
    ) async throws -> [CorrectionCause] {
        try await query(
            """
            WITH related (subject, id) AS (
                SELECT x.id, x.id FROM unnest(\(slots)::uuid[] || \(placements)::uuid[] || \(participants)::uuid[]
                    || \(others)::uuid[]) AS x (id)
                UNION
                SELECT p.id, k.id FROM placement p
                CROSS JOIN LATERAL (VALUES (p.slot_id), (p.participant_id)) AS k (id)
                WHERE p.municipality = \(municipality) AND p.id = ANY (\(placements))
                UNION
                SELECT p.id, o.id FROM placement p
                JOIN outcome o ON o.municipality = \(municipality) AND o.person_id = p.person_id
                    AND (o.placement_id = p.id OR o.placement_id IS NULL)
                WHERE p.municipality = \(municipality) AND p.id = ANY (\(placements))
                UNION
                SELECT i.id, o.id FROM participant i
                JOIN outcome o ON o.municipality = \(municipality) AND o.person_id = i.person_id
                WHERE i.municipality = \(municipality) AND i.id = ANY (\(participants))
            )
            SELECT r.subject, e.action, e.at, e.role FROM related r
            JOIN audit_entry e ON e.municipality = \(municipality) AND e.entity_id = r.id
            WHERE e.at > \(moment) AND e.outcome = 'done'
            UNION
            SELECT r.subject, e.action, e.at, e.role FROM related r
            JOIN audit_row w ON w.municipality = \(municipality) AND w.entity_id = r.id
            JOIN audit_entry e ON e.municipality = \(municipality) AND e.id = w.entry_id
            WHERE e.at > \(moment) AND e.outcome = 'done'
            ORDER BY subject, at
            """, as: CorrectionCause.self)
    }

    /// The keys of units, or of referrers, by code.
    package func keys(
        ofUnits units: [String], referrers: [String], _ municipality: MunicipalityCode
    ) async throws -> [String: UUID] {
        let rows = try await query(
            """
            SELECT 'unit ' || code AS name, id FROM organisation_unit
            WHERE municipality = \(municipality) AND code = ANY (\(units))
            UNION ALL
            SELECT 'referrer ' || code, id FROM referrer
            WHERE municipality = \(municipality) AND code = ANY (\(referrers))
            """)
        var keys: [String: UUID] = [:]
        for row in rows { keys[try row.value("name", as: String.self)] = try row.value("id", as: UUID.self) }
        return keys
    }
}
