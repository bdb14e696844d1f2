public import Domain
import FoundationEssentials
import Postgres
import Store

extension Operations {
    /// Proposes one participant for one slot without a run, by the same rules as matching.
    ///
    /// Days that are not given are those a match would have: from today at the earliest, as long as both sides can. A person
    /// with protected identity is placed this way, by those whose task it is.
    public func addPlacement(
        _ actor: Actor, referrer: Code, participant: Code, slot: Code, from: Day? = nil, to: Day? = nil,
        dryRun: Bool = false
    ) async throws -> DecidedPlacement {
        try await change(actor, .addPlacement, dryRun: dryRun) { connection in
            try await connection.lockProposals(actor.municipality)
            try await connection.lockSlots([slot], actor.municipality)
            return try await propose(
                connection, actor, ReferralLabel(referrer: referrer, reference: participant), for: slot, from: from,
                to: to)
        }
    }

    /// The proposal within a change that has the municipality's proposals and the slot's row.
    ///
    /// - Parameter replaced: a placement of the slot that came to nothing, whose place it is.
    func propose(
        _ connection: Connection, _ actor: Actor, _ who: ReferralLabel, for slot: Code, from: Day? = nil,
        to: Day? = nil, replacing replaced: Identifier<Placement>? = nil
    ) async throws -> Changed<DecidedPlacement> {
        let municipality = actor.municipality
        let settings = try await connection.municipalitySettings(municipality)
        let rules = Eligibility(
            roundStart: from ?? clock.today, minimumDays: settings.minimumDays, leavesOutProtected: false)
        let facts = try await connection.matchSlots(
            municipality, endingFrom: nil, takenFrom: rules.roundStart, rules: settings.slotRules(clock.today),
            code: slot)
        guard let offered = facts.first else { throw Refusal.noSuch(.slot, slot.rawValue) }
        let people = try await connection.matchPeople(
            municipality, availableFrom: nil, busyFrom: rules.roundStart, having: who)
        guard let person = people.first,
            let referral = person.referrals.first(where: { $0.label == who.description }),
            let keys = try await connection.proposalKeys(
                municipality, referrer: who.referrer, reference: who.reference, slot: slot)
        else { throw Refusal.noSuch(.participant, who.description) }
        if person.isProtected, let refusal = Action.viewProtectedPerson.refusal(of: actor) { throw refusal }
        let days = try rules.agreed(referral, offered, from: from, to: to)
        let supervisor = try await connection.matchSupervisors(
            municipality, of: [slot], takenFrom: rules.roundStart
        ).first
        let failures = rules.failures(
            person, referral, offered, supervisor: settings.supervisorPolicy == .block ? supervisor : nil, on: days)
        guard failures.isEmpty, let days else { throw Refusal.notEligible(failures.map(\.phrase)) }

        let id: Identifier<Placement> = identifiers.next()
        let code = try await connection.newPlacementCodes(1, municipality)[0]
        try await connection.insertProposal(
            municipality, id: id, code: code, participant: keys.participant, person: keys.person, slot: keys.slot,
            period: days, on: clock.today, replacing: replaced)
        try await connection.postProposals(
            [id], municipality, at: clock.now(), until: Self.proposalLinksEnd(clock.today))
        let made = DecidedPlacement(
            code: code, participant: referral.label, slot: slot, days: days,
            warnings: SupervisionWarning.list(offered, supervisor, on: days).map(StoredPhrase.init))
        return Changed(
            made,
            AuditRecord(
                entity: "placement", id: id,
                after: [
                    "code": code.rawValue, "participant": made.participant, "slot": slot.rawValue,
                    "state": PlacementState.proposed.rawValue, "from": days.from.description,
                    "to": days.to.description,
                ]))
    }

    /// Until when the links to a proposal made that day open, unless it is answered or lapses before.
    static func proposalLinksEnd(_ day: Day) -> Date { SwedishTime.start(of: day.adding(60)) }
}

extension Eligibility {
    /// The days asked for, with those of a match where one end is not given; none where nothing is left between.
    fileprivate func agreed(
        _ referral: ReferralFacts, _ slot: SlotFacts, from: Day?, to: Day?
    ) throws(Refusal) -> Period? {
        let open = days(referral, slot)
        guard let first = from ?? open?.from, let last = to ?? open?.to else { return nil }
        do {
            return try Period(from: first, to: last)
        } catch {
            throw .value("to", error)
        }
    }
}
