public import Domain
import Postgres
public import Store

/// What a coordinator's start page holds, all of it in one snapshot.
public struct CoordinatorStart: Sendable {
    public let progress: CommitmentProgress?
    public let worklist: Worklist
    /// Slots on offer with free places, the longest unconfirmed last.
    public let free: ListPage<SlotListRow>
    /// People who wait, longest first.
    public let waiting: ListPage<ParticipantListRow>
    /// Of those free places and those people.
    public let reasons: ReasonsNow
}

/// The slots that wait to be renewed, and how the own department's places stand.
public struct PendingRenewals: Sendable {
    public let plan: RenewalPlan
    /// Places that the own department has offered this year, and those it is to; nil where no undertaking says so.
    public let offered: Int?
    public let target: Int?
    public let year: Int
}

/// What a registrar's start page holds.
public struct RegistrarStart: Sendable {
    public let plan: RenewalPlan
    /// Proposals to answer, oldest first.
    public let proposals: ListPage<PlacementListRow>
    /// Places that the own department has offered this year, and those it is to; nil where no undertaking says so.
    public let offered: Int?
    public let target: Int?
    public let year: Int
}

/// A referrer's people by where they stand; of each state the longest first.
public struct ReferrerBoard: Sendable {
    public struct Column: Sendable {
        public let state: BoardState
        public let total: Int
        public let rows: [ParticipantListRow]
    }

    /// Every state, in its order.
    public let columns: [Column]
    /// Own people with protected identity, who stand in no column.
    public let protected: Int
}

/// What a statistician's start page holds.
public struct StatisticianStart: Sendable {
    /// Newest first.
    public let years: [Int]
    public let progress: CommitmentProgress?
    /// Overdue, or near enough to be asked for.
    public let reports: [DueReport]
}

/// What an administrator's start page holds.
public struct AdministratorStart: Sendable {
    public let idleAccounts: [IdleAccount]
    /// The newest refusals.
    public let refusals: [AuditListRow]
    /// Reported accessibility faults that nobody has handled.
    public let openFaultReports: Int
}

extension Operations {
    public func coordinatorStart(_ actor: Actor) async throws -> CoordinatorStart {
        try await read(actor, .readWorklist) { connection in
            let inside = within(connection)
            var free = SlotListFilter()
            free.freeOnly = true
            var waiting = ParticipantListFilter()
            waiting.state = .waiting
            let freeSlots = try await inside.slotList(
                actor, free, by: .confirmed, isDescending: true, page: PageRequest(size: 10))
            let people = try await inside.participantList(actor, waiting, by: .since, page: PageRequest(size: 10)).page
            let work = try await connection.workRows(actor, today: clock.today)
            let reasons = try await connection.reasonsNow(
                actor.municipality, slots: freeSlots.rows.map(\.slot.code),
                people: people.rows.map(\.participant.label) + work.compactMap(\.waiting), today: clock.today)
            return CoordinatorStart(
                progress: try await connection.commitmentProgress(actor, year: clock.today.year, today: clock.today),
                worklist: try await connection.worklist(actor, work, reasons, today: clock.today),
                free: freeSlots, waiting: people,
                reasons: reasons)
        }
    }

    /// What waits to be renewed, within the actor's reach.
    public func pendingRenewals(_ actor: Actor) async throws -> PendingRenewals {
        try await read(actor, .listRenewals) { connection in
            let year = clock.today.year
            let share = try await connection.departmentShare(actor, year: year)
            return PendingRenewals(
                plan: try await within(connection).renewalPlan(actor), offered: share.offered, target: share.target,
                year: year)
        }
    }

    public func registrarStart(_ actor: Actor) async throws -> RegistrarStart {
        try await read(actor, .listRenewals) { connection in
            let inside = within(connection)
            var proposed = PlacementListFilter()
            proposed.awaiting = .host
            let pending = try await inside.pendingRenewals(actor)
            return RegistrarStart(
                plan: pending.plan, proposals: try await inside.placementList(actor, proposed, by: .stateOn).page,
                offered: pending.offered, target: pending.target, year: pending.year)
        }
    }

    /// - Parameter size: rows of each state.
    public func referrerBoard(_ actor: Actor, size: Int = 20) async throws -> ReferrerBoard {
        try await read(actor, .listParticipants) { connection in
            let inside = within(connection)
            var columns: [ReferrerBoard.Column] = []
            var protected = 0
            for state in BoardState.allCases {
                var filter = ParticipantListFilter()
                filter.state = state
                let found = try await inside.participantList(
                    actor, filter, by: .since, isDescending: state == .ended, page: PageRequest(size: size))
                columns.append(.init(state: state, total: found.page.total, rows: found.page.rows))
                protected = found.protected
            }
            return ReferrerBoard(columns: columns, protected: protected)
        }
    }

    public func statisticianStart(_ actor: Actor) async throws -> StatisticianStart {
        try await read(actor, .readFigures) { connection in
            StatisticianStart(
                years: try await connection.yearsWithFigures(actor.municipality),
                progress: try await within(connection).commitmentProgress(actor),
                reports: try await connection.dueReports(actor.municipality, today: clock.today)
                    .filter { $0.state == .overdue || $0.state == .due })
        }
    }

    /// Years in which slots or placements had days, newest first.
    public func yearsWithFigures(_ actor: Actor) async throws -> [Int] {
        try await read(actor, .readFigures) { try await $0.yearsWithFigures(actor.municipality) }
    }

    /// Open accounts whose owner has never signed in.
    public func idleAccounts(_ actor: Actor) async throws -> [IdleAccount] {
        try await read(actor, .manageUsers) {
            try await $0.idleAccounts(actor.municipality, today: clock.today, now: clock.now())
        }
    }

    public func administratorStart(_ actor: Actor) async throws -> AdministratorStart {
        try await read(actor, .manageUsers) { connection in
            var refused = AuditFilter()
            refused.outcomes = [.refused]
            return AdministratorStart(
                idleAccounts: try await connection.idleAccounts(
                    actor.municipality, today: clock.today, now: clock.now()),
                refusals: try await within(connection).auditList(actor, refused, page: PageRequest(size: 20)).rows,
                openFaultReports: try await connection.openFaultReports(actor.municipality))
        }
    }
}

extension Operations {
    /// The operations in the reading transaction that is open, so that all they tell is of one moment.
    fileprivate func within(_ connection: Connection) -> Operations {
        bound == nil ? Operations(self, within: BoundTransaction(connection)) : self
    }
}

extension CommitmentProgress {
    /// Places offered only: how many are filled would tell of people.
    var withoutPersons: CommitmentProgress {
        CommitmentProgress(
            year: year, undertaking: undertaking, target: target, pledged: pledged, offered: offered, filled: nil,
            started: nil, completed: nil, inBooks: inBooks, forecast: forecast)
    }
}

extension Connection {
    /// What the actor's department has offered in the year, of its own undertaking in places, else of the joint one.
    fileprivate func departmentShare(_ actor: Actor, year: Int) async throws -> (offered: Int?, target: Int?) {
        guard let unit = actor.unit, let root = try await rootUnit(of: unit, actor.municipality) else {
            return (nil, nil)
        }
        let figures = try await commitmentFigures(actor.municipality, Period(year: year))
        // What is set aside for one referrer is a part, not all that the department has promised.
        let earmarked = Set(
            try await undertakings(actor.municipality).map(\.record).filter { $0.earmark != nil }.map(\.code.rawValue))
        let own = figures.first {
            $0.unit == root.rawValue && $0.measure == .places && $0.rule == .offeredInYear
                && !earmarked.contains($0.code)
        }
        if let own { return (own.count.offered, own.target.map { $0.hundredths / 100 }) }
        let joint = figures.first { $0.unit == nil && $0.measure == .places && $0.rule == .offeredInYear }
        guard let joint, let place = joint.shareUnits.firstIndex(of: root.rawValue) else { return (nil, nil) }
        return (joint.shareOffered[place], nil)
    }
}
