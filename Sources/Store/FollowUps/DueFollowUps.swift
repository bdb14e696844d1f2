public import Domain
package import FoundationEssentials
public import Postgres

/// A follow-up that awaits somebody.
public struct DueFollowUp: Sendable, RowDecodable {
    public let placement: Code
    public let referrer: Code
    public let reference: Code
    public let slot: Code
    public let slotTitle: String
    public let unit: Code
    public let unitName: String
    public let plan: PlannedFollowUp
    /// Who has told something already, though not what the follow-up is for.
    public let heard: [OutcomeSource]

    public init(row: Row) throws {
        placement = try row.value("placement")
        referrer = try row.value("referrer")
        reference = try row.value("reference")
        slot = try row.value("slot")
        slotTitle = try row.value("title")
        unit = try row.value("unit")
        unitName = try row.value("unit_name")
        plan = try PlannedFollowUp(row: row)
        heard = try row.value("heard")
    }

    public var referral: String { "\(referrer)/\(reference)" }
}

extension SQL {
    /// Whether the follow-up `f` of the placement `p` has come by a day and its time has not gone by today. What is after the
    /// end awaits the end; that a placement ended the coordinator is asked for elsewhere.
    static func followUpIsDue(by day: Day, today: Day) -> SQL {
        """
        (f.due_on <= \(day) AND f.last_day >= \(today) AND CASE WHEN f.moment < 0 THEN p.state = 'started'
            ELSE p.ended_on IS NOT NULL OR \(day) > \(today) END)
        """
    }

    /// Whether the follow-up `f` of the placement `p` has been told of: halfway and at the end how it went, afterwards what has
    /// become of the person. A host that does not know has not told; a coordinator who could not find out has.
    static let followUpIsTold: SQL = """
        CASE WHEN f.moment <= 0 THEN EXISTS (SELECT FROM follow_up_report h
                WHERE h.municipality = p.municipality AND h.placement_id = p.id AND h.moment = f.moment)
            ELSE EXISTS (SELECT FROM outcome o
                WHERE o.municipality = p.municipality AND o.person_id = p.person_id
                    AND (o.placement_id IS NULL OR o.placement_id = p.id)
                    AND o.checked_on >= f.first_day AND o.checked_on <= f.last_day
                    AND (o.status <> 'unknown' OR coalesce(o.source, 'coordinator') = 'coordinator'))
        END
        """

    /// The follow-ups that have come by a day and whose time has not gone by, as `f`, with their placements as `placement p`.
    /// What the view `follow_up` tells, found before anything is joined to it: a planner without statistics would look at all
    /// for each.
    static func followUpSource(_ municipality: MunicipalityCode, by day: Day, today: Day) -> SQL {
        """
        (SELECT p.id AS placement_id, f.moment, f.due_on, f.first_day, f.last_day
            FROM placement p JOIN slot s ON s.municipality = p.municipality AND s.id = p.slot_id
            LEFT JOIN follow_up_rule r ON r.municipality = s.municipality AND r.kind = s.kind
            CROSS JOIN LATERAL follow_up_moments(
                r.at_mid, r.at_end, r.days_after, p.started_on, p.ends_on, p.ended_on) AS f
            WHERE p.municipality = \(municipality) AND p.started_on IS NOT NULL
                AND (p.ended_on IS NULL OR p.ended_on > \(today.adding(-FollowUpMoment.daysAfter.upperBound - 185)))
                AND \(followUpIsDue(by: day, today: today)) OFFSET 0) AS f
            JOIN (\(PlacementDetail.source(municipality))) ON p.id = f.placement_id
        """
    }
}

extension Connection {
    /// What is due today, and what comes within so many days, the oldest first; not of protected persons.
    package func dueFollowUps(
        _ m: MunicipalityCode, today: Day, ahead: Int, limit: Int
    ) async throws -> [DueFollowUp] {
        try await query(
            """
            SELECT p.code AS placement, r.code AS referrer, t.reference, s.code AS slot, s.title, u.code AS unit,
                u.name AS unit_name, f.moment, f.due_on, f.first_day, f.last_day,
                ARRAY(SELECT DISTINCT h.source FROM follow_up_report h
                    WHERE h.municipality = p.municipality AND h.placement_id = p.id AND h.moment = f.moment
                    ORDER BY h.source) AS heard
            FROM \(.followUpSource(m, by: today.adding(ahead), today: today))
            WHERE NOT e.protected AND NOT \(.followUpIsTold)
            ORDER BY f.due_on, p.code COLLATE "C" LIMIT \(limit)
            """, as: DueFollowUp.self)
    }

    /// Posts questions to whoever has not told yet of the follow-ups that are due: to hosts halfway, at the end and after it,
    /// to participants after it. A placement's host is its supervisor, where one can be written to, else the unit.
    package func postFollowUps(_ m: MunicipalityCode, today: Day, at now: Date) async throws -> Int {
        let due: SQL = """
            FROM \(.followUpSource(m, by: today, today: today))
            LEFT JOIN supervisor v ON v.municipality = s.municipality AND v.id = \(.guide) AND v.email IS NOT NULL
            WHERE NOT EXISTS (SELECT FROM follow_up_report h
                WHERE h.municipality = p.municipality AND h.placement_id = p.id AND h.moment = f.moment
                    AND h.source IN ('coordinator', w.source))
            """
        func asked(_ source: OutcomeSource) -> SQL {
            """
            p.id AS placement_id, NULL::uuid AS slot_id, NULL::uuid AS unit_id, f.due_on AS day,
                concat_ws(':', 'follow_up', \(source), p.id, f.moment) AS dedupe_key,
                ((f.last_day + 1)::timestamp AT TIME ZONE 'Europe/Stockholm') AS expires_at
            """
        }
        func question(_ source: OutcomeSource, _ recipient: SQL, language: SQL, _ condition: SQL) -> SQL {
            """
            SELECT q.* FROM (SELECT \(source)::text AS source) AS w CROSS JOIN LATERAL (
                SELECT \(recipient) AS recipient_id, \(language) AS language, \(asked(source)) \(due) AND \(condition)
            ) AS q
            """
        }
        let supervisors = try await postMessages(
            .followUpToHost, to: .supervisor, link: .followUp, m, at: now,
            from: question(.host, "v.id", language: "'sv'", "v.id IS NOT NULL"))
        let units = try await postMessages(
            .followUpToHost, to: .host, link: .followUp, m, at: now,
            from: question(.host, "s.unit_id", language: "'sv'", "v.id IS NULL"))
        let participants = try await postMessages(
            .followUpToParticipant, to: .participant, link: .followUp, m, at: now,
            from: question(.participant, "t.id", language: .participantLanguage, "f.moment > 0"))
        return supervisors + units + participants
    }
}
