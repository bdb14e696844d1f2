public import Domain
import Postgres
public import Store

extension Operations {
    /// Placements within the actor's reach: a registrar's own units', a referrer's own people's. Protected persons are left
    /// out of lists; how many there are in reach, whatever was asked for, is the second part of the answer.
    public func placements(
        _ actor: Actor, state: PlacementState? = nil
    ) async throws -> (shown: [PlacementDetail], protected: Int) {
        try await read(actor, .listPlacements) { connection in
            let filter = PlacementFilter(
                state: state, referrer: try actor.referrerScope, units: try await connection.unitScope(actor))
            let shown = try await connection.placements(actor.municipality, filter).filter { !$0.protected }
            return (shown, try await connection.protectedPlacements(toldTo: actor))
        }
    }

    /// One placement with its history, of which a host is told who took their own steps only. Looking at a protected person's
    /// is for named officers, and is audited.
    public func placement(_ actor: Actor, code: Code) async throws -> (PlacementDetail, [PlacementEvent]) {
        let answer = try await read(actor, .listPlacements) { connection in
            let found = try await connection.placementInReach(code, actor)
            return (found, try await connection.placementEvents(found.id, actor.municipality))
        }
        if answer.0.protected { try await viewProtected(actor, person: answer.0.personID) }
        return actor.role == .registrar ? (answer.0, answer.1.map { $0.namingOnly(actor.name) }) : answer
    }

    /// A placement with its history and what stands around it; of a protected person as in `placement`.
    public func placementSheet(_ actor: Actor, code: Code) async throws -> PlacementSheet {
        let (sheet, person) = try await read(actor, .listPlacements) { connection in
            let found = try await connection.placementInReach(code, actor)
            guard let background = try await connection.placementBackground(found.id, actor.municipality) else {
                throw Refusal.noSuch(.placement, code.rawValue)
            }
            let isHost = actor.role == .registrar
            let events = try await connection.placementEvents(found.id, actor.municipality)
            let answers = try await connection.placementAnswers(found.id, actor.municipality)
            let settings = try await connection.municipalitySettings(actor.municipality)
            let ending = try await connection.placementEnding(found.id, actor.municipality)
            let sheet = PlacementSheet(
                detail: found, events: isHost ? events.map { $0.namingOnly(actor.name) } : events,
                answers: isHost ? answers.map { $0.toldToHost(actor.name) } : answers,
                background: isHost ? background.withoutFamilyName : background,
                ending: PlacementState.ended.contains(found.placement.state) ? ending : nil,
                lapsesOn: found.lapsesOn(after: settings.lapseDays),
                warnings: actor.role == .referrer
                    ? [] : background.warnings(found.placement, training: settings.trainingPolicy))
            return (sheet, found.protected ? found.personID : nil)
        }
        if let person { try await viewProtected(actor, person: person) }
        return sheet
    }
}

/// A placement, what has happened to it, and what stands around it.
public struct PlacementSheet: Sendable {
    public let detail: PlacementDetail
    public let events: [PlacementEvent]
    /// To its proposals, oldest first.
    public let answers: [PlacementAnswer]
    public let background: PlacementBackground
    /// What was said of attendance and of its end; nil where nothing was, or it goes on.
    public let ending: PlacementEnding?
    /// The day a proposal lapses on, unless both have answered; nil for what is no proposal.
    public let lapsesOn: Day?
    /// What is to be known of its supervisor, while it is to be or goes on. A referrer is not told.
    public let warnings: [Phrase]

    /// What a party's answer is now.
    public func standing(_ party: AnsweringParty) -> PlacementAnswer? {
        answers.first { $0.party == party && $0.isStanding }
    }
}

extension PlacementDetail {
    /// The first day on which a proposal's time to be answered is out; nil for what is no proposal.
    func lapsesOn(after days: Int) -> Day? {
        guard placement.state == .proposed else { return nil }
        return (placement.stateOn ?? placement.period.from).adding(days)
    }
}

extension PlacementBackground {
    fileprivate func warnings(_ placement: Placement, training: TrainingPolicy) -> [Phrase] {
        guard let name = supervisorName, PlacementState.open.contains(placement.state) else { return [] }
        var warnings: [Phrase] = []
        if training != .off, supervisorTrainedOn.map({ $0 > placement.period.from }) ?? true {
            warnings.append(
                Phrase(
                    sv: "Handledaren \(name) är inte utbildad till första dagen.",
                    en: "The supervisor \(name) is not trained by the first day."))
        }
        if let supervisorFullOn {
            warnings.append(
                Phrase(
                    sv: "Handledaren \(name) har fler praktikanter än hen tar emot från \(supervisorFullOn).",
                    en: "The supervisor \(name) has more people than they take from \(supervisorFullOn)."))
        }
        return warnings
    }
}

extension Connection {
    /// How many placements of protected persons are left out of the actor's lists. A host is not told: where somebody is is
    /// what the protection is for.
    func protectedPlacements(toldTo actor: Actor) async throws -> Int {
        guard actor.role != .registrar else { return 0 }
        return try await protectedPlacements(actor.municipality, units: nil, referrer: try actor.referrerScope)
    }

    /// The placement, if it is within the actor's reach; one that is not is refused as if it were not there, since that it
    /// is there is somebody else's to know. Protected persons' are beyond any host's reach.
    ///
    /// - Parameter orAwaited: whether it is enough that an agreement is to bring it to the actor's units.
    func placementInReach(_ code: Code, _ actor: Actor, orAwaited: Bool = false) async throws -> PlacementDetail {
        let units = try await unitScope(actor)
        let referrer = try actor.referrerScope
        guard let found = try await placements(actor.municipality, PlacementFilter(codes: [code])).first else {
            throw Refusal.noSuch(.placement, code.rawValue)
        }
        guard try await isHost(units, of: found, actor, orAwaited), referrer == nil || referrer == found.referrerID,
            !found.protected || actor.role != .registrar,
            actor.role != .participant || found.personID == actor.person
        else { throw Hidden(.placement, code.rawValue) }
        // A supervisor has come by a link, and reaches whom they guide.
        if let supervisor = actor.supervisor {
            let isTheirs = try await guides(supervisor, found.id, actor.municipality)
            if found.protected || !isTheirs { throw Hidden(.placement, code.rawValue) }
        }
        return found
    }

    private func isHost(
        _ units: Set<Identifier<OrganisationUnit>>?, of found: PlacementDetail, _ actor: Actor, _ orAwaited: Bool
    ) async throws -> Bool {
        guard let units, !units.contains(found.unitID) else { return true }
        guard orAwaited, let unit = try await unitAwaited(found.id, actor.municipality) else { return false }
        return units.contains(unit)
    }
}
