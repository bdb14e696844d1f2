public import Domain
import Postgres
import Store

/// Somebody who could have a place that a proposal did not fill.
public struct Alternate: Sendable, Hashable {
    public let referral: ReferralLabel
    /// As the run had them: 9 first.
    public let priority: Int
    public let score: Int
    /// The days it would be now.
    public let days: Period
}

extension Operations {
    /// Who is next for the place of a proposal that was declined or has lapsed, in the order of the run it came from: those
    /// who could have had it then, are free, and may have it as the records are now. Nobody who has been asked before for
    /// this slot, and nobody with protected identity.
    public func alternates(_ actor: Actor, _ code: Code) async throws -> [Alternate] {
        try await read(actor, .addPlacement) { connection in
            let found = try await connection.placementInReach(code, actor)
            return try await connection.alternates(actor, [found], today: clock.today)[code] ?? []
        }
    }

    /// Proposes whoever is next in place of a proposal that was declined or has lapsed, by the rules of any proposal.
    public func proposeAlternate(_ actor: Actor, _ code: Code, dryRun: Bool = false) async throws -> DecidedPlacement {
        try await change(actor, .addPlacement, dryRun: dryRun) { connection in
            try await connection.lockProposals(actor.municipality)
            let found = try await connection.placementInReach(code, actor)
            let slot = found.placement.slot
            try await connection.lockSlots([slot], actor.municipality)
            guard let next = try await connection.alternates(actor, [found], today: clock.today)[code]?.first else {
                throw Refusal.nobodyNext
            }
            return try await propose(connection, actor, next.referral, for: slot, replacing: found.id)
        }
    }
}

extension Connection {
    /// Who is next for each of the placements' places, the first first; nothing of a placement that leaves no place.
    func alternates(
        _ actor: Actor, _ placements: [PlacementDetail], today: Day
    ) async throws -> [Code: [Alternate]] {
        let municipality = actor.municipality
        let left = placements.filter { [.declined, .lapsed].contains($0.placement.state) && $0.run != nil }
        let replaced = try await replacedPlacements(left.map(\.id), municipality)
        let vacated = left.filter { !replaced.contains($0.id) }
        guard !vacated.isEmpty else { return [:] }
        let settings = try await municipalitySettings(municipality)
        let parameters = settings.parameters(roundStart: today)
        let only = Set(vacated.map(\.placement.slot))
        let all = try await matchInputs(
            municipality, settings, parameters, slot: only.count == 1 ? only.first : nil, today: today)
        var runs: [Code: StoredRun] = [:]
        var alternates: [Code: [Alternate]] = [:]
        for one in vacated {
            guard let code = one.run else { continue }
            let run: StoredRun
            if let known = runs[code] { run = known } else { run = try await storedRun(actor, code) }
            runs[code] = run
            var now = all
            now.slots = all.slots.filter { $0.code == one.placement.slot }
            let asked = try await referralsAsked(forSlot: one.slotID, municipality)
            alternates[one.placement.code] = run.alternates(
                at: one.placement.slot, MatchQuestion(now, parameters), except: asked)
        }
        return alternates
    }
}

extension StoredRun {
    /// Those of the run who could have had the slot then and may have it now, by class, score and name.
    ///
    /// - Parameters:
    ///   - now: how everybody stands to this one slot today.
    ///   - asked: referrals that are not asked again.
    func alternates(at slot: Code, _ now: MatchQuestion, except asked: Set<String>) -> [Alternate] {
        var frozen = inputs
        frozen.slots = inputs.slots.filter { $0.code == slot }
        guard frozen.slots.count == 1, now.inputs.slots.count == 1 else { return [] }
        let then = MatchQuestion(frozen, parameters)
        var stood: [String: (priority: Int, score: Int)] = [:]
        for (person, options) in zip(then.inputs.people, then.options) {
            guard let option = options[0] else { continue }
            for referral in person.referrals { stood[referral.label] = (person.priority, option.score.total) }
        }
        let forbidden = Set(parameters.forbidden.lazy.filter { $0.slot == slot }.map(\.participant))
        var found: [Alternate] = []
        for (person, options) in zip(now.inputs.people, now.options) {
            let labels = person.referrals.map(\.label)
            guard let option = options[0], let known = labels.lazy.compactMap({ stood[$0] }).first,
                !labels.contains(where: { asked.contains($0) || forbidden.contains($0) || hides($0) })
            else { continue }
            let referral = person.referrals[option.referral]
            found.append(
                Alternate(
                    referral: ReferralLabel(referrer: referral.referrer, reference: referral.reference),
                    priority: known.priority, score: known.score, days: option.days))
        }
        return found.sorted {
            ($1.priority, $1.score, $0.referral.description) < ($0.priority, $0.score, $1.referral.description)
        }
    }
}
