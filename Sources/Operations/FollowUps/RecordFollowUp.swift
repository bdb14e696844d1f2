public import Domain
import Postgres
import Store

extension Operations {
    /// Records what was told at a follow-up, with its source: how it goes, and a dated status of what has become of the person.
    /// Nothing that was told before is written over. Returns the status's code, where there is one.
    public func recordFollowUp(
        _ actor: Actor, _ code: Code, at moment: FollowUpMoment, _ answer: FollowUpAnswer, dryRun: Bool = false
    ) async throws -> Code? {
        try await change(actor, .recordFollowUp, dryRun: dryRun) { connection in
            try checked(answer.note, as: "--note")
            let found = try await connection.placementToChange(code, actor)
            let plan = try await connection.followUps(of: found.id, actor.municipality)
            guard let planned = plan.first(where: { $0.moment == moment }) else {
                throw Refusal.noSuch(.followUp, moment.description)
            }
            return try await tell(connection, actor, found, planned, answer)
        }
    }

    /// What whoever came by a link answers, at the moment it is.
    public func answerFollowUp(
        _ actor: Actor, _ code: Code, _ answer: FollowUpAnswer, dryRun: Bool = false
    ) async throws {
        _ = try await change(actor, .answerFollowUp, dryRun: dryRun) { connection in
            let found = try await connection.placementToChange(code, actor)
            let planned = try await connection.presentFollowUp(found, actor, today: clock.today)
            guard let own = actor.role.ownSource, answer.source == own else { throw Refusal.answerNotYours }
            try checked(answer.note, as: "note")
            return try await tell(connection, actor, found, planned, answer)
        }
    }

    /// Makes a status the one that counts, where sources contradict each other: the others stand back, and stay as they were
    /// told. Returns the placement that it is about.
    @discardableResult
    public func confirmOutcome(_ actor: Actor, _ code: Code, dryRun: Bool = false) async throws -> Code {
        try await change(actor, .confirmOutcome, dryRun: dryRun) { connection in
            guard let outcome = try await connection.outcome(code, actor.municipality) else {
                throw Refusal.noSuch(.outcome, code.rawValue)
            }
            guard let placement = outcome.placement else { throw Refusal.nothingToConfirm }
            let found = try await connection.placementToChange(placement, actor)
            guard
                try await connection.confirm(outcome.id, of: found.id, actor.municipality, by: actor.name)
            else { throw Refusal.nothingToConfirm }
            let said = ["code": code.rawValue, "placement": placement.rawValue, "confirmed": "yes"]
            return Changed(placement, AuditRecord(entity: "outcome", id: outcome.id, after: said))
        }
    }

    private func tell(
        _ connection: Connection, _ actor: Actor, _ found: PlacementDetail, _ planned: PlannedFollowUp,
        _ answer: FollowUpAnswer
    ) async throws -> Changed<Code?> {
        let day = answer.on ?? clock.today
        guard day <= clock.today else { throw Refusal.dayNotReached(day) }
        try check(answer, at: planned, on: day, of: found)
        var records: [AuditRecord] = []
        var status: (id: Identifier<Outcome>, code: Code)?
        if let said = answer.status {
            let outcome = Outcome(
                municipality: actor.municipality, code: try await connection.newOutcomeCode(actor.municipality),
                placement: found.placement.code, checkedOn: day, status: said, facts: answer.facts,
                source: answer.source)
            let made = try await put(outcome, of: found, connection)
            status = (made.id, outcome.code)
            records.append(made.record)
        }
        let id: Identifier<FollowUpEntry> = identifiers.next()
        try await connection.insertFollowUpReport(
            answer, id: id, of: found.id, actor.municipality, at: planned.moment, outcome: status?.id, on: day)
        records.append(AuditRecord(answer, id, of: found, at: planned.moment, on: day, status: status?.code))
        return Changed(status?.code, records: records)
    }

    private func put(
        _ outcome: Outcome, of found: PlacementDetail, _ connection: Connection
    ) async throws -> (id: Identifier<Outcome>, record: AuditRecord) {
        let id: Identifier<Outcome> = identifiers.next()
        try await connection.insert(
            outcome, id: id, participant: found.participantID, person: found.personID, placement: found.id)
        try await connection.standBack(id, of: found.id, outcome.municipality)
        return (id, AuditRecord(outcome: outcome, id))
    }

    /// Halfway and at the end it is told how it went, afterwards what has become of the person; a status belongs to the moment
    /// that its day is nearest to.
    private func check(
        _ answer: FollowUpAnswer, at planned: PlannedFollowUp, on day: Day, of found: PlacementDetail
    ) throws(Refusal) {
        let moment = planned.moment
        guard answer.status != nil || answer.facts.isEmpty else { throw .followUpStatusMissing }
        if moment.isAfter {
            guard found.endedOn != nil else { throw .followUpNotYet(planned.firstDay) }
            guard answer.status != nil else { throw .followUpEmpty(moment) }
        } else {
            guard answer.progress != nil else { throw .followUpEmpty(moment) }
        }
        // A status at the end is about the end, and not about the day the placement began.
        let first = moment == .end ? min(planned.dueOn, found.endedOn ?? planned.dueOn) : planned.firstDay
        if moment.isAfter || answer.status != nil, day < first { throw .followUpNotYet(first) }
        if answer.status != nil, day > planned.lastDay { throw .followUpOver(planned.lastDay) }
        if moment == .mid, answer.status != nil { throw .followUpEmpty(moment) }
    }
}

extension Role {
    /// Whose word it is when somebody of the role tells of what they know themselves.
    var ownSource: OutcomeSource? {
        switch self {
        case .supervisor, .registrar: .host
        case .participant: .participant
        case .coordinator, .operator: .coordinator
        default: nil
        }
    }
}

extension Connection {
    /// The follow-up that a party is to tell of on a day; refused where there is none.
    func presentFollowUp(
        _ found: PlacementDetail, _ actor: Actor, today: Day
    ) async throws -> PlannedFollowUp {
        let plan = try await followUps(of: found.id, actor.municipality)
        let asked = plan.last { planned in
            (planned.dueOn...max(planned.dueOn, planned.lastDay)).contains(today)
                && (actor.role != .participant || planned.moment.isAfter)
                && (planned.moment == .mid ? found.placement.state == .started : found.endedOn != nil)
        }
        guard let asked else { throw Refusal.nothingAsked }
        return asked
    }
}

extension AuditRecord {
    init(outcome: Outcome, _ id: Identifier<Outcome>) {
        self.init(
            entity: "outcome", id: id,
            after: [
                "code": outcome.code.rawValue, "status": outcome.status.rawValue,
                "checked_on": outcome.checkedOn.description, "placement": outcome.placement?.rawValue ?? "",
                "source": outcome.source?.rawValue ?? "",
            ])
    }

    fileprivate init(
        _ answer: FollowUpAnswer, _ id: Identifier<FollowUpEntry>, of found: PlacementDetail,
        at moment: FollowUpMoment, on day: Day, status: Code?
    ) {
        var said = [
            "code": found.placement.code.rawValue, "moment": moment.description, "source": answer.source.rawValue,
            "told_on": day.description,
        ]
        said["progress"] = answer.progress?.rawValue
        said["language_goal"] = answer.languageGoal?.rawValue
        said["hired"] = answer.hired.map { $0 ? "yes" : "no" }
        said["outcome"] = status?.rawValue
        self.init(entity: "follow_up", id: id, after: said)
    }
}
