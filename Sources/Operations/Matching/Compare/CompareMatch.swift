public import Domain
import Postgres
import Store

extension Operations {
    /// Holds two stored runs against one another.
    public func compareMatches(_ actor: Actor, _ first: Code?, with second: Code) async throws -> MatchComparison {
        try await read(actor, .listRuns) { connection in
            let (one, other) = (
                try await connection.storedRun(actor, first), try await connection.storedRun(actor, second)
            )
            return try Refusal.round {
                MatchComparison(
                    try ComparedRound(one), try ComparedRound(other), hiding: one.hidden.union(other.hidden))
            }
        }
    }

    /// Computes what a run would have come to with changes, from its own optimum, and holds it against the run; nothing is
    /// kept of it.
    public func tryMatch(_ actor: Actor, _ code: Code?, _ change: MatchChange) async throws -> MatchComparison {
        try await read(actor, .listRuns) { connection in
            let run = try await connection.storedRun(actor, code)
            let earlier = try Refusal.round { try run.problem(keeping: change.keepBonus) }
            let computed = try await connection.compute(run, change, actor, from: earlier, today: clock.today)
            return try Refusal.round {
                MatchComparison(
                    try ComparedRound(run), ComparedRound(computed, code: nil), hiding: run.hidden)
            }
        }
    }

    /// The same, and keeps the result as a run of its own, which can be decided; deciding holds it against the records as
    /// they stand then.
    public func storeTriedMatch(
        _ actor: Actor, _ code: Code?, _ change: MatchChange, dryRun: Bool = false
    ) async throws -> MatchComparison {
        try await self.change(actor, .runMatch, dryRun: dryRun) { connection in
            let run = try await connection.storedRun(actor, code)
            let computed = try await connection.compute(run, change, actor, from: nil, today: clock.today)
            let stored = try await connection.store(computed, actor, by: self, nil)
            let comparison = try Refusal.round {
                MatchComparison(
                    try ComparedRound(run), ComparedRound(computed, code: stored.code), hiding: run.hidden)
            }
            return Changed(comparison, stored.auditRecord)
        }
    }
}

extension Refusal {
    /// Does something with rounds; what cannot be computed is a refusal.
    fileprivate static func round<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let fault as MatchFault {
            throw Refusal.round(fault)
        }
    }
}

extension Connection {
    fileprivate func compute(
        _ run: StoredRun, _ change: MatchChange, _ actor: Actor, from earlier: MatchProblem?, today: Day
    ) async throws -> MatchEngine.Computed {
        let parameters = change.parameters(run)
        let settings = try await municipalitySettings(actor.municipality)
        var inputs =
            change.usesToday
            ? try await matchInputs(actor.municipality, settings, parameters, today: today) : run.inputs
        inputs = try await changed(inputs, change, run, actor.municipality, settings, today: today)
        return try MatchEngine.computeOrRefuse(inputs, parameters, from: earlier)
    }

    /// The inputs with what the change takes out, adds and alters. Whoever is protected today is taken out: what is
    /// automatic leaves them out.
    private func changed(
        _ inputs: MatchInputs, _ change: MatchChange, _ run: StoredRun, _ municipality: MunicipalityCode,
        _ settings: MunicipalitySettings, today: Day
    ) async throws -> MatchInputs {
        var (slots, people, supervisors, units) = (inputs.slots, inputs.people, inputs.supervisors, inputs.units)
        let visible = people.filter { !$0.referrals.contains { run.hides($0.label) } }
        let leftOut = inputs.leftOut + people.count - visible.count
        people = visible
        for code in change.withdrawnSlots {
            guard slots.contains(where: { $0.code == code }) else { throw Refusal.round(.unknownSlot(code)) }
            slots.removeAll { $0.code == code }
        }
        for label in change.withdrawnPeople {
            guard people.contains(where: { $0.bears(label) }) else { throw Refusal.round(.unknownParticipant(label)) }
            people.removeAll { $0.bears(label) }
        }
        if !change.addedSlots.isEmpty {
            let added = try await addedSlots(
                change.addedSlots, municipality, settings, from: run.parameters.roundStart, today: today)
            slots.removeAll { change.addedSlots.contains($0.code) }
            slots += added
            let known = Set(supervisors.map(\.code))
            supervisors += try await bindingSupervisors(
                municipality, settings, of: change.addedSlots, takenFrom: run.parameters.roundStart
            ).filter { !known.contains($0.code) }
            let old = Set(units.map(\.code))
            units += try await matchUnits(municipality).filter { !old.contains($0.code) }
        }
        for label in change.addedPeople {
            let person = try await addedPerson(label, municipality, from: run.parameters.roundStart)
            people.removeAll { old in person.referrals.contains { old.bears($0.label) } }
            people.append(person)
        }
        for bound in change.places {
            guard let slot = slots.firstIndex(where: { $0.code == bound.code }) else {
                throw Refusal.round(.unknownSlot(bound.code))
            }
            guard (0...500).contains(bound.count) else { throw Refusal.round(.boundOutOfRange) }
            slots[slot].places = bound.count
        }
        return MatchInputs(
            slots: slots, people: people, supervisors: supervisors, units: units,
            previous: run.result.pairs.map { MatchPair(participant: $0.participant, slot: $0.slot) },
            leftOut: leftOut)
    }

    /// As if they were on offer and confirmed.
    private func addedSlots(
        _ codes: [Code], _ municipality: MunicipalityCode, _ settings: MunicipalitySettings, from day: Day, today: Day
    ) async throws -> [SlotFacts] {
        let rules = settings.slotRules(today)
        var added: [SlotFacts] = []
        for code in codes {
            guard
                var slot = try await matchSlots(
                    municipality, endingFrom: nil, takenFrom: day, rules: rules, code: code
                ).first
            else { throw Refusal.noSuch(.slot, code.rawValue) }
            slot.state = .offered
            slot.unconfirmedSince = nil
            added.append(slot)
        }
        return added
    }

    private func addedPerson(
        _ label: String, _ municipality: MunicipalityCode, from day: Day
    ) async throws -> PersonFacts {
        guard let referral = try? ReferralLabel(label),
            let person = try await matchPeople(
                municipality, availableFrom: nil, busyFrom: day, having: referral
            ).first, !person.isProtected
        else { throw Refusal.noSuch(.participant, label) }
        return person
    }
}

extension StoredRun {
    /// The run's own question with its pairs as those to keep, which is what a trial asks too: the optimum to go on from.
    fileprivate func problem(keeping bonus: Int) throws(MatchFault) -> MatchProblem {
        var (inputs, parameters) = (inputs, parameters)
        inputs.previous = result.pairs.map { MatchPair(participant: $0.participant, slot: $0.slot) }
        parameters.keep = MatchKeep(run: code, bonus: bonus)
        return try MatchProblem(MatchQuestion(inputs, parameters))
    }
}

extension PersonFacts {
    fileprivate func bears(_ label: String) -> Bool {
        referrals.contains { $0.label == label }
    }
}
