public import Domain
import Postgres
import Store

extension Operations {
    /// Takes a placement one step along `PlacementLifecycle`, on a day (today if none is given).
    ///
    /// Whether the person and the place are free is the database's to say, so that of two who accept the last place at once
    /// one is refused. An earlier end than agreed needs a reason.
    ///
    /// - Parameter ending: what is said of attendance, and of who broke it off, where it ends.
    public func stepPlacement(
        _ actor: Actor, _ code: Code, to state: PlacementState, on day: Day? = nil, reason: Line? = nil,
        ending: PlacementEnding = PlacementEnding(), expecting version: Version? = nil, dryRun: Bool = false
    ) async throws -> PlacementState {
        try await change(actor, .stepPlacement, dryRun: dryRun) { connection in
            try checked(reason)
            let found = try await connection.placementToChange(code, actor)
            try found.placement.version.check(version, .placement, code.rawValue)
            let day = day ?? clock.today
            guard let step = PlacementLifecycle.transition(from: found.placement.state, to: state) else {
                throw Refusal.stepIllegal(from: found.placement.state, to: state)
            }
            guard step.roles.contains(actor.role) else { throw Refusal.stepNotYours(step, actor.role) }
            if step.demandsReason, reason == nil { throw Refusal.reasonMissing }
            try step.check(day: day, of: found, today: clock.today, reason: reason)
            try ending.check(state, on: day, of: found)
            if state == .agreed {
                return Changed(state, try await agree(found, connection, actor, on: day, reason: reason))
            }
            if state == .lapsed {
                let settings = try await connection.municipalitySettings(actor.municipality)
                if let due = found.lapsesOn(after: settings.lapseDays), due > clock.today {
                    throw Refusal.answerAwaited(until: due)
                }
            }
            if state == .declined, let party = AnsweringParty.allCases.first(where: { $0.role == actor.role }) {
                // In the party's own words: its answer, so that what is told of answers is the whole.
                return try await give(
                    connection, actor, found, party, .declined(.other), note: reason, onBehalf: nil, on: day)
            }
            try await connection.setPlacementState(found.id, actor.municipality, state, on: day, reason: reason)
            // What is accepted has an agreement to be approved.
            if state == .accepted {
                _ = try await connection.newestAgreement(found, by: actor, at: clock.now())
            }
            var record = AuditRecord(placement: found, state: state, on: day, reason: reason)
            if PlacementState.ended.contains(state) {
                try await connection.setPlacementEnding(ending, found.id, actor.municipality, by: actor.name)
                record = AuditRecord(placement: found, state: state, on: day, reason: reason, ending)
            }
            return Changed(state, record)
        }
    }

    /// Brings the newest version of the agreement into force, or says what it lacks.
    private func agree(
        _ found: PlacementDetail, _ connection: Connection, _ actor: Actor, on day: Day, reason: Line?
    ) async throws -> AuditRecord {
        let newest = try await connection.newestAgreement(found, by: actor, at: clock.now())
        guard newest.missingApprovals.isEmpty else { throw Refusal.agreement(.notApproved(newest.missingApprovals)) }
        guard newest.missingChecks.isEmpty else { throw Refusal.agreement(.checksMissing(newest.missingChecks)) }
        // A version that held before its step was taken back.
        guard newest.inForceAt == nil,
            let record = try await bringIntoForce(found, connection, actor, on: day, reason: reason).1
        else {
            try await connection.setPlacementState(found.id, actor.municipality, .agreed, on: day, reason: reason)
            return AuditRecord(placement: found, state: .agreed, on: day, reason: reason)
        }
        return record
    }

    /// Takes back the last step, with a reason: the placement stands where it stood before, and its history says so.
    public func correctPlacement(
        _ actor: Actor, _ code: Code, reason: Line, expecting version: Version? = nil, dryRun: Bool = false
    ) async throws -> PlacementState {
        try await change(actor, .stepPlacement, dryRun: dryRun) { connection in
            try checked(reason)
            let found = try await connection.placementToChange(code, actor)
            try found.placement.version.check(version, .placement, code.rawValue)
            guard PlacementLifecycle.correctors.contains(actor.role) else { throw Refusal.correctionNotYours }
            let before = try await connection.placementStateBefore(
                found.id, actor.municipality, present: found.placement.state)
            guard let before else { throw Refusal.nothingToCorrect }
            let day = before == .started ? found.startedOn ?? clock.today : clock.today
            try await connection.setPlacementState(found.id, actor.municipality, before, on: day, reason: reason)
            if PlacementState.ended.contains(found.placement.state) {
                try await connection.setPlacementEnding(
                    PlacementEnding(), found.id, actor.municipality, by: actor.name)
            }
            return Changed(before, AuditRecord(placement: found, state: before, on: day, reason: reason))
        }
    }
}

extension PlacementTransition {
    /// Whether the day of the step suits it: the first day reached, none in the future, an end within the placement.
    fileprivate func check(day: Day, of found: PlacementDetail, today: Day, reason: Line?) throws(Refusal) {
        let period = found.placement.period
        guard day <= today else { throw .dayNotReached(day) }
        if demands.contains(.firstDayReached), day < period.from { throw .dayNotReached(period.from) }
        guard PlacementState.ended.contains(to) else { return }
        let started = found.startedOn ?? period.from
        guard day >= started, to != .interrupted || day <= period.to else { throw .endOutsidePlacement }
        if to == .completed, day < period.to, reason == nil { throw .reasonMissing }
    }
}

extension PlacementEnding {
    /// Refuses what does not belong to the step, or does not fit its days.
    fileprivate func check(_ state: PlacementState, on day: Day, of found: PlacementDetail) throws(Refusal) {
        guard !isEmpty else { return }
        guard PlacementState.ended.contains(state) else { throw .value(days != nil ? "days" : "by", .endingOnly) }
        guard by == nil || state == .interrupted else { throw .value("by", .endingOnly) }
        do {
            try check(within: Period(from: found.startedOn ?? found.placement.period.from, to: day))
        } catch {
            throw .value(error == .attendedHours ? "hours" : "days", error)
        }
    }
}

extension AuditRecord {
    init(
        placement: PlacementDetail, state: PlacementState, on day: Day, reason: Line?,
        _ ending: PlacementEnding = PlacementEnding()
    ) {
        let code = placement.placement.code.rawValue
        var after = [
            "code": code, "state": state.rawValue, "state_on": day.description, "reason": reason?.rawValue ?? "",
        ]
        after["broken_off_by"] = ending.by?.rawValue
        after["attended_days"] = ending.days.map { "\($0)" }
        after["attended_hours"] = ending.hours?.description
        self.init(
            entity: "placement", id: placement.id,
            before: ["code": code, "state": placement.placement.state.rawValue], after: after)
    }
}

extension Connection {
    /// The placement for a change, its row locked, within the actor's reach. A protected person's is changed by those alone
    /// who may see it; whoever has no account acts for themselves, or for nobody.
    func placementToChange(_ code: Code, _ actor: Actor, orAwaited: Bool = false) async throws -> PlacementDetail {
        let found = try await placementInReach(code, actor, orAwaited: orAwaited)
        if found.protected, Role.ofAccounts.contains(actor.role),
            let refusal = Action.viewProtectedPerson.refusal(of: actor)
        {
            throw refusal
        }
        try await lockPlacement(found.id, actor.municipality)
        // Read again behind the lock: it may have been waited for.
        return try await placementInReach(code, actor, orAwaited: orAwaited)
    }
}
