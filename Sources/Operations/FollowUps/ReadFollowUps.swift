public import Domain
import Postgres
public import Store

/// A placement's plan with what was told at each moment, by whom.
public struct FollowUpSheet: Sendable {
    public let detail: PlacementDetail
    /// In order of time.
    public let moments: [FollowUpLine]
    /// Statuses that belong to no moment of the plan.
    public let others: [ToldOutcome]
    /// What is to be learnt of the language, where that is agreed on.
    public let languageGoal: Line?
}

/// One moment of a plan.
public struct FollowUpLine: Sendable {
    public let moment: FollowUpMoment
    /// Nil for what was told at a moment that the plan has no more.
    public let plan: PlannedFollowUp?
    public let state: FollowUpState
    /// In the order they were told; the newest of a source is what it says.
    public let reports: [FollowUpReport]
    /// Every status told then, with its source.
    public let outcomes: [ToldOutcome]

    /// Whether sources contradict each other and which counts is not said.
    public var isContradicted: Bool { outcomes.contains(where: \.isOpen) }
}

extension Operations {
    /// What is due, and with `ahead` what comes within so many days, the oldest first. Nothing of protected persons.
    public func followUps(_ actor: Actor, ahead: Int = 0, limit: Int = 200) async throws -> [DueFollowUp] {
        try await read(actor, .listFollowUps) { connection in
            try await connection.dueFollowUps(
                actor.municipality, today: clock.today, ahead: min(max(ahead, 0), 365), limit: min(max(limit, 1), 500))
        }
    }

    /// A placement's plan and what was told; of a protected person for named officers, and audited.
    public func followUpSheet(_ actor: Actor, code: Code) async throws -> FollowUpSheet {
        let sheet = try await read(actor, .listFollowUps) { connection in
            try await connection.followUpSheet(
                try await connection.placementInReach(code, actor), actor.municipality, today: clock.today)
        }
        if sheet.detail.protected { try await viewProtected(actor, person: sheet.detail.personID) }
        return sheet
    }
}

extension Connection {
    func followUpSheet(
        _ found: PlacementDetail, _ municipality: MunicipalityCode, today: Day
    ) async throws -> FollowUpSheet {
        let plan = try await followUps(of: found.id, municipality)
        let reports = try await followUpReports(of: found.id, municipality)
        let outcomes = try await outcomes(of: found.id, municipality)
        let moments = Set(plan.map(\.moment)).union(reports.map(\.moment)).sorted()
        let lines = moments.map { moment in
            let planned = plan.first { $0.moment == moment }
            return FollowUpLine(
                moment, planned, reports.filter { $0.moment == moment },
                outcomes.filter { planned?.holds($0) ?? false }, of: found, today: today)
        }
        let shown = Set(lines.flatMap(\.outcomes).map(\.id))
        return FollowUpSheet(
            detail: found, moments: lines, others: outcomes.filter { !shown.contains($0.id) },
            languageGoal: try await languageGoal(of: found.id, municipality))
    }
}

extension PlannedFollowUp {
    /// Whether a status was told at this moment; none is asked for halfway.
    fileprivate func holds(_ outcome: ToldOutcome) -> Bool {
        moment >= .end && (firstDay...lastDay).contains(outcome.checkedOn)
    }
}

extension FollowUpLine {
    fileprivate init(
        _ moment: FollowUpMoment, _ plan: PlannedFollowUp?, _ reports: [FollowUpReport], _ outcomes: [ToldOutcome],
        of found: PlacementDetail, today: Day
    ) {
        self.moment = moment
        self.plan = plan
        self.reports = reports
        self.outcomes = outcomes
        let isTold =
            moment.isAfter
            ? outcomes.contains { $0.status != .unknown || $0.source ?? .coordinator == .coordinator }
            : !reports.isEmpty
        state =
            if isTold {
                .told
            } else if let plan, plan.dueOn <= today, plan.lastDay >= today {
                moment == .mid || found.endedOn != nil ? .due : .coming
            } else if let plan, plan.dueOn > today {
                .coming
            } else {
                .missed
            }
    }
}
