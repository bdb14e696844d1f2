public import Domain
import Postgres
import Store

extension Operations {
    /// Makes a run's pairs proposals, all of them or none.
    ///
    /// Every pair is held once more against the rules with the records as they stand now; a run that no longer fits is
    /// refused with what has changed, and one that is decided is refused.
    public func decideMatch(
        _ actor: Actor, code: Code? = nil, dryRun: Bool = false
    ) async throws -> (run: StoredRun, placements: [DecidedPlacement]) {
        try await change(actor, .decideMatch, dryRun: dryRun) { connection in
            let municipality = actor.municipality
            try await connection.lockProposals(municipality)
            guard let found = try await connection.matchRun(municipality, code: code) else {
                throw Refusal.noSuch(.run, code?.rawValue ?? "–")
            }
            try await connection.lockMatchRun(found.id, municipality)
            // Read again behind the lock: somebody may have decided it meanwhile.
            let run = try await connection.storedRun(actor, found.code)
            guard run.decidedAt == nil else { throw Refusal.runDecided }
            try await connection.lockSlots(run.result.pairs.map(\.slot), municipality)
            let settings = try await connection.municipalitySettings(municipality)
            let now = try await connection.matchInputs(municipality, settings, run.parameters, today: clock.today)
            let changes = run.changes(since: now)
            guard changes.isEmpty else { throw Refusal.runStale(Array(changes.prefix(5))) }

            let placements = try await propose(run, now, municipality, connection)
            try await connection.postProposals(
                placements.map(\.1), municipality, at: clock.now(), until: Self.proposalLinksEnd(clock.today))
            try await connection.markDecided(run.id, municipality, at: clock.now(), by: actor.name)
            let records = placements.map { placement, id in
                AuditRecord(
                    entity: "placement", id: id,
                    after: [
                        "code": placement.code.rawValue, "participant": placement.participant,
                        "slot": placement.slot.rawValue, "state": PlacementState.proposed.rawValue,
                        "run": run.code.rawValue,
                    ])
            }
            let decision = AuditRecord(
                entity: "match_run", id: run.id,
                after: ["code": run.code.rawValue, "placements": String(placements.count)])
            return Changed((run, placements.map(\.0)), records: [decision] + records)
        }
    }

    private func propose(
        _ run: StoredRun, _ now: MatchInputs, _ municipality: MunicipalityCode, _ connection: Connection
    ) async throws -> [(DecidedPlacement, Identifier<Placement>)] {
        var placements: [(DecidedPlacement, Identifier<Placement>)] = []
        let codes = try await connection.newPlacementCodes(run.result.pairs.count, municipality)
        for (pair, code) in zip(run.result.pairs, codes) {
            guard
                let (referrer, reference) = run.names(of: pair),
                let keys = try await connection.proposalKeys(
                    municipality, referrer: referrer, reference: reference, slot: pair.slot)
            else { throw Refusal.noSuch(.participant, pair.participant) }
            let id: Identifier<Placement> = identifiers.next()
            try await connection.insertProposal(
                municipality, id: id, code: code, participant: keys.participant, person: keys.person,
                slot: keys.slot, period: pair.days, on: clock.today, run: run.id)
            placements.append(
                (
                    DecidedPlacement(
                        code: code, participant: pair.participant, slot: pair.slot, days: pair.days,
                        warnings: now.slots.first { $0.code == pair.slot }.map { slot in
                            SupervisionWarning.list(slot, nil, on: pair.days).map(StoredPhrase.init)
                        } ?? []), id
                ))
        }
        return placements
    }
}

extension StoredRun {
    /// The referrer and the reference of a pair's participant.
    fileprivate func names(of pair: MatchResult.Placed) -> (Code, Code)? {
        inputs.people.lazy.flatMap(\.referrals).first { $0.label == pair.participant }
            .map { ($0.referrer, $0.reference) }
    }

    /// What keeps the run's pairs from being proposed now, one sentence a pair, each pair taking its days from the next.
    fileprivate func changes(since now: MatchInputs) -> [Phrase] {
        var slots = Dictionary(uniqueKeysWithValues: now.slots.map { ($0.code, $0) })
        var supervisors = Dictionary(uniqueKeysWithValues: now.supervisors.map { ($0.code, $0) })
        var people = now.people
        var changes: [Phrase] = []
        for pair in result.pairs {
            guard !hides(pair.participant) else {
                changes.append(
                    Phrase(
                        sv: "En person som nu har skyddade uppgifter ingår; samordnaren placerar för hand.",
                        en: "It holds a person who is protected now; the coordinator places by hand."))
                continue
            }
            let name = "\(pair.participant) – \(pair.slot): "
            guard
                let slot = slots[pair.slot],
                let person = people.firstIndex(where: { $0.referrals.contains { $0.label == pair.participant } }),
                let referral = people[person].referrals.first(where: { $0.label == pair.participant })
            else {
                changes.append(
                    Phrase(
                        sv: name + "Ingår inte längre i omgången.", en: name + "No longer part of the round."))
                continue
            }
            let failures = parameters.eligibility.failures(
                people[person], referral, slot, supervisor: slot.supervisor.flatMap { supervisors[$0] })
            if !failures.isEmpty {
                changes.append(
                    Phrase(
                        sv: name + failures.map(\.phrase.sv).joined(separator: " "),
                        en: name + failures.map(\.phrase.en).joined(separator: " ")))
            } else if parameters.eligibility.days(referral, slot) != pair.days {
                changes.append(Phrase(sv: name + "Dagarna har ändrats.", en: name + "The days have changed."))
            }
            slots[pair.slot]?.taken.append(pair.days)
            if let supervisor = slot.supervisor { supervisors[supervisor]?.taken.append(pair.days) }
            people[person].busy.append(pair.days)
        }
        return changes + unitsExceeded(now)
    }

    /// The units that would take more of the run's pairs than it was to give them, since slots or units have moved.
    private func unitsExceeded(_ now: MatchInputs) -> [Phrase] {
        let tree = UnitTree(now.units)
        let unitOfSlot = Dictionary(uniqueKeysWithValues: now.slots.map { ($0.code, $0.unit) })
        return parameters.bounds.unitMaxima.compactMap { bound in
            let placed = result.pairs.count { pair in
                unitOfSlot[pair.slot].map { tree.path($0).contains(bound.code) } ?? false
            }
            guard placed > bound.count else { return nil }
            return Phrase(
                sv: "\(bound.code): Enheten skulle ta emot \(placed), men högst \(bound.count).",
                en: "\(bound.code): The unit would take \(placed), but \(bound.count) at most.")
        }
    }
}
