public import Domain
public import Postgres

/// What may await a coordinator.
public enum WorkKind: String, Vocabulary {
    case unconfirmedOffers = "unconfirmed_offers"
    case waitingPerson = "waiting_person"
    case unansweredProposal = "unanswered_proposal"
    case nextInTurn = "next_in_turn"
    case unapprovedAgreement = "unapproved_agreement"
    case overdueStart = "overdue_start"
    case overdueEnd = "overdue_end"
    case midFollowUp = "mid_follow_up"
    case endFollowUp = "end_follow_up"
    case missingOutcome = "missing_outcome"
    case contradictingOutcomes = "contradicting_outcomes"
    case overbookedSupervisor = "overbooked_supervisor"
    case openComplaint = "open_complaint"
    /// A participant without a mail address, who has to be asked in another way.
    case voiceToAsk = "voice_to_ask"
    /// Of the report calendar, not of this file's statement.
    case dueReport = "due_report"

    public var label: Phrase {
        switch self {
        case .unconfirmedOffers: Phrase(sv: "erbjudanden att bekräfta", en: "offers to confirm")
        case .waitingPerson: Phrase(sv: "har väntat längst", en: "waiting longest")
        case .unansweredProposal: Phrase(sv: "förslag utan svar", en: "unanswered proposals")
        case .nextInTurn: Phrase(sv: "näst i tur", en: "next in turn")
        case .unapprovedAgreement: Phrase(sv: "överenskommelser att få klara", en: "agreements to be settled")
        case .overdueStart: Phrase(sv: "skulle ha börjat", en: "should have started")
        case .overdueEnd: Phrase(sv: "skulle ha slutat", en: "should have ended")
        case .midFollowUp: Phrase(sv: "uppföljning halvvägs", en: "follow-ups halfway")
        case .endFollowUp: Phrase(sv: "uppföljning vid slutet", en: "follow-ups at the end")
        case .missingOutcome: Phrase(sv: "saknar utfall", en: "without outcome")
        case .contradictingOutcomes: Phrase(sv: "utfall som säger olika", en: "outcomes that contradict each other")
        case .overbookedSupervisor: Phrase(sv: "handledare med för många", en: "supervisors with too many")
        case .openComplaint: Phrase(sv: "klagomål att hantera", en: "complaints to handle")
        case .voiceToAsk: Phrase(sv: "deltagare att fråga", en: "participants to ask")
        case .dueReport: Phrase(sv: "rapporter att lämna", en: "reports due")
        }
    }
}

/// One line of the worklist as the database tells it; which fields there are goes by the kind.
package struct WorkRow: Sendable, RowDecodable {
    package let kind: WorkKind
    package let since: Day
    package let count: Int
    package let unit: Code?
    package let unitName: String?
    package let slot: Code?
    package let slotTitle: String?
    package let referrer: Code?
    package let reference: Code?
    package let placement: Code?
    package let supervisor: String?
    package let total: Int

    package init(row: Row) throws {
        kind = try row.value("kind")
        since = try row.value("since")
        count = try row.value("count")
        unit = try row.value("unit")
        unitName = try row.value("unit_name")
        slot = try row.value("slot")
        slotTitle = try row.value("title")
        referrer = try row.value("referrer")
        reference = try row.value("reference")
        placement = try row.value("placement")
        supervisor = try row.value("supervisor")
        total = try row.value("total")
    }
}

extension WorkKind: PostgresEncodable, PostgresDecodable {}

extension Connection {
    /// The oldest of each kind, at most `limit` of each, with how many there are. What concerns persons with protected identity
    /// is not among them.
    ///
    /// - Parameters:
    ///   - unconfirmedDays: after which an offer counts as unconfirmed.
    ///   - answerDays: after which a proposal counts as unanswered.
    package func worklist(
        _ m: MunicipalityCode, today: Day, unconfirmedDays: Int, answerDays: Int, limit: Int
    ) async throws -> [WorkRow] {
        let placements = placementWork(m, today: today, answerDays: answerDays)
        return try await query(
            """
            WITH \(contradicted(m, today: today)), work AS (
                SELECT 'unconfirmed_offers' AS kind,
                    min(coalesce(s.confirmed_on, s.offered_on, s.starts_on)) AS since, sum(s.places) AS count,
                    u.code AS unit, u.name AS unit_name, NULL::text AS slot, NULL::text AS title, NULL::text AS referrer,
                    NULL::text AS reference, NULL::text AS placement, NULL::text AS supervisor
                FROM slot s JOIN organisation_unit u ON u.municipality = s.municipality AND u.id = s.unit_id
                WHERE s.municipality = \(m) AND s.state = 'offered' AND s.ends_on >= \(today)
                    AND coalesce(s.confirmed_on, s.offered_on, s.starts_on) <= \(today.adding(-unconfirmedDays))
                GROUP BY u.municipality, u.id
                UNION ALL
                SELECT 'waiting_person', \(BoardStanding.since(today)), 1, NULL, NULL, NULL, NULL, r.code, t.reference, NULL,
                    NULL
                FROM \(ParticipantDetail.source(m)) \(BoardStanding.placement)
                WHERE NOT e.protected AND \(BoardStanding.waits(today))
                UNION ALL \(placements)
                UNION ALL \(followUpWork(m, today: today))
                UNION ALL \(contradictions(m))
                UNION ALL \(overbooked(m, today: today))
                UNION ALL \(voiceWork(m, today: today))
            )
            SELECT x.kind, x.since, x.count, x.unit, x.unit_name, x.slot, x.title, x.referrer, x.reference, x.placement,
                x.supervisor, x.total
            FROM (
                SELECT w.*, count(*) OVER (PARTITION BY w.kind) AS total, row_number() OVER (PARTITION BY w.kind
                    ORDER BY w.since, w.placement COLLATE "C", w.reference COLLATE "C", w.unit COLLATE "C") AS place
                FROM work w
            ) AS x
            WHERE x.place <= \(limit)
            ORDER BY x.since, x.kind, x.place
            """, as: WorkRow.self)
    }

    private func placementWork(_ m: MunicipalityCode, today: Day, answerDays: Int) -> SQL {
        """
        SELECT y.kind, y.since, y.count, u.code, u.name, s.code, s.title, r.code, t.reference, p.code, NULL
        FROM \(PlacementDetail.source(m))
        CROSS JOIN LATERAL (
            SELECT 'unanswered_proposal' AS kind, p.state_on AS since, 1 AS count
            WHERE p.state = 'proposed' AND p.state_on <= \(today.adding(-answerDays))
            UNION ALL
            SELECT 'next_in_turn', p.state_on, 1
            WHERE p.state IN ('declined', 'lapsed') AND p.match_run_id IS NOT NULL AND p.state_on > \(today.adding(-60))
                AND s.state = 'offered' AND s.ends_on > \(today) AND NOT EXISTS (SELECT FROM placement q
                    WHERE q.municipality = p.municipality AND q.replaces_id = p.id)
            UNION ALL
            SELECT 'unapproved_agreement', (a.made_at AT TIME ZONE 'Europe/Stockholm')::date, a.version
            FROM agreement a
            WHERE a.municipality = p.municipality AND a.placement_id = p.id AND a.in_force_at IS NULL
                AND p.state IN ('accepted', 'agreed', 'started')
                AND (a.made_at AT TIME ZONE 'Europe/Stockholm')::date <= \(today.adding(-answerDays))
                AND NOT EXISTS (SELECT FROM agreement n WHERE n.municipality = a.municipality
                    AND n.placement_id = a.placement_id AND n.version > a.version)
            UNION ALL
            SELECT 'overdue_start', p.starts_on, 1 WHERE p.state IN ('accepted', 'agreed') AND p.starts_on < \(today)
            UNION ALL
            SELECT 'overdue_end', p.ends_on, 1 WHERE p.state = 'started' AND p.ends_on < \(today)
        ) AS y
        WHERE NOT e.protected
        """
    }

    /// Complaints that nobody has handled, and participants whom no mail can ask how it is.
    private func voiceWork(_ m: MunicipalityCode, today: Day) -> SQL {
        """
        SELECT 'open_complaint', c.made_on, 1, u.code, u.name, s.code, s.title, r.code, t.reference, p.code, NULL
        FROM \(PlacementDetail.source(m)) JOIN complaints_to_handle() AS c ON c.placement_id = p.id
        WHERE NOT e.protected
        UNION ALL
        SELECT 'voice_to_ask', d.due, 1, u.code, u.name, s.code, s.title, r.code, t.reference, p.code, NULL
        FROM \(PlacementDetail.source(m))
        CROSS JOIN LATERAL (VALUES ('mid', \(.voiceDay(.mid))), ('end', \(.voiceDay(.end)))) AS d (occasion, due)
        WHERE p.state IN ('started', 'completed', 'interrupted') AND NOT e.protected AND t.email IS NULL
            AND p.ends_on > \(today.adding(-400)) AND d.due <= \(today) AND d.due > \(today.adding(-30))
            AND NOT voice_is_given(p.id, d.occasion)
        """
    }

    /// Follow-ups that are due and not told of.
    private func followUpWork(_ m: MunicipalityCode, today: Day) -> SQL {
        """
        SELECT CASE f.moment WHEN -1 THEN 'mid_follow_up' WHEN 0 THEN 'end_follow_up' ELSE 'missing_outcome' END,
            f.due_on, greatest(f.moment, 0), u.code, u.name, s.code, s.title, r.code, t.reference, p.code, NULL
        FROM \(.followUpSource(m, by: today, today: today))
        WHERE NOT e.protected AND NOT \(.followUpIsTold)
        """
    }

    /// Placements of which sources say what cannot all be so, and nobody has said which counts.
    private func contradictions(_ m: MunicipalityCode) -> SQL {
        """
        SELECT 'contradicting_outcomes', k.newest, 1, u.code, u.name, s.code, s.title, r.code, t.reference, p.code, NULL
        FROM contradicted k JOIN (\(PlacementDetail.source(m))) ON p.id = k.placement_id
        WHERE NOT e.protected
        """
    }

    /// `contradicted (placement_id, newest)`, found once and before anything is joined to it.
    private func contradicted(_ m: MunicipalityCode, today: Day) -> SQL {
        """
        contradicted AS MATERIALIZED (
            SELECT c.placement_id, c.newest FROM (
                SELECT o.placement_id, max(o.checked_on) AS newest FROM outcome o
                WHERE o.municipality = \(m) AND o.placement_id IS NOT NULL AND o.checked_on > \(today.adding(-730))
                GROUP BY o.placement_id HAVING count(DISTINCT coalesce(o.source, 'coordinator')) > 1 OFFSET 0
            ) AS c
            WHERE EXISTS (SELECT FROM contradicting_outcomes(\(m), c.placement_id) AS x WHERE x.is_open)
        )
        """
    }

    /// Supervisors who on some day from today on have more people than they take, whichever slot they are on.
    private func overbooked(_ m: MunicipalityCode, today: Day) -> SQL {
        """
        SELECT 'overbooked_supervisor', min(k.day), max(k.people)::int, u.code, u.name, NULL, NULL, NULL, NULL, NULL, v.name
        FROM supervisor v
        JOIN organisation_unit u ON u.municipality = v.municipality AND u.id = v.unit_id
        CROSS JOIN LATERAL (
            SELECT z.day, sum(z.step) OVER (ORDER BY z.day, z.step) AS people
            FROM guided g
            CROSS JOIN LATERAL (VALUES (greatest(g.starts_on, \(today)), 1), (g.occupied_to + 1, -1)) AS z (day, step)
            WHERE g.municipality = v.municipality AND g.supervisor_id = v.id AND g.occupied_to >= \(today)
        ) AS k
        WHERE v.municipality = \(m) AND v.capacity IS NOT NULL AND k.people > v.capacity
        GROUP BY v.municipality, v.id, u.municipality, u.id
        """
    }
}
