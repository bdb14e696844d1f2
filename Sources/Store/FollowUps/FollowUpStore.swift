public import Domain
public import Postgres

/// One moment of a placement's plan.
public struct PlannedFollowUp: Sendable, Hashable, RowDecodable {
    public let moment: FollowUpMoment
    public let dueOn: Day
    /// What is told from then to the last day belongs to it.
    public let firstDay: Day
    public let lastDay: Day

    public init(row: Row) throws {
        moment = try row.value("moment")
        dueOn = try row.value("due_on")
        firstDay = try row.value("first_day")
        lastDay = try row.value("last_day")
    }
}

/// What one source told at a follow-up.
public struct FollowUpReport: Sendable, RowDecodable {
    public let id: Identifier<FollowUpEntry>
    public let moment: FollowUpMoment
    public let source: OutcomeSource
    public let progress: FollowUpProgress?
    public let languageGoal: LanguageProgress?
    public let hired: Bool?
    public let note: Line?
    /// The dated status that came of it.
    public let outcome: Code?
    public let toldOn: Day
    /// Who put it on record: an account, or whoever had the link.
    public let actor: String
    public let role: Role

    public init(row: Row) throws {
        id = try row.value("id")
        moment = try row.value("moment")
        source = try row.value("source")
        progress = try row.value("progress")
        languageGoal = try row.value("language_goal")
        hired = try row.value("hired")
        note = try row.value("note")
        outcome = try row.value("outcome")
        toldOn = try row.value("told_on")
        actor = try row.value("actor")
        role = try row.value("role")
    }
}

extension Connection {
    /// A placement's plan in order of time; empty for one that has not begun.
    package func followUps(
        of placement: Identifier<Placement>, _ municipality: MunicipalityCode
    ) async throws -> [PlannedFollowUp] {
        try await query(
            """
            SELECT moment, due_on, first_day, last_day FROM follow_up
            WHERE municipality = \(municipality) AND placement_id = \(placement) ORDER BY moment
            """, as: PlannedFollowUp.self)
    }

    /// What was told of a placement, in the order it was told.
    package func followUpReports(
        of placement: Identifier<Placement>, _ municipality: MunicipalityCode
    ) async throws -> [FollowUpReport] {
        try await query(
            """
            SELECT t.id, t.moment, t.source, t.progress, t.language_goal, t.hired, t.note, o.code AS outcome, t.told_on,
                t.actor, t.role
            FROM follow_up_report t
            LEFT JOIN outcome o ON o.municipality = t.municipality AND o.id = t.outcome_id
            WHERE t.municipality = \(municipality) AND t.placement_id = \(placement) ORDER BY t.told_at, t.id
            """, as: FollowUpReport.self)
    }

    package func insertFollowUpReport(
        _ answer: FollowUpAnswer, id: Identifier<FollowUpEntry>, of placement: Identifier<Placement>,
        _ municipality: MunicipalityCode, at moment: FollowUpMoment, outcome: Identifier<Outcome>?, on day: Day
    ) async throws {
        _ = try await execute(
            """
            INSERT INTO follow_up_report (municipality, id, placement_id, moment, source, progress, language_goal, hired,
                note, outcome_id, told_on)
            VALUES (\(municipality), \(id), \(placement), \(moment), \(answer.source), \(answer.progress),
                \(answer.languageGoal), \(answer.hired), \(answer.note), \(outcome), \(day))
            """)
    }

    /// The language goal of the agreement in force, or of the newest; nil where there is none.
    package func languageGoal(
        of placement: Identifier<Placement>, _ municipality: MunicipalityCode
    ) async throws -> Line? {
        try await query(
            """
            SELECT language_goal FROM agreement
            WHERE municipality = \(municipality) AND placement_id = \(placement)
            ORDER BY in_force_at IS NULL, version DESC LIMIT 1
            """
        ).first?.value("language_goal")
    }
}
