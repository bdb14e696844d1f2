public import Domain
import Postgres
public import Store

/// What a coordinator looks at before a round.
public struct RoundPlan: Sendable {
    /// As the municipality has settled them.
    public let parameters: MatchParameters
    /// Who and what would be in it, and not.
    public let counts: RoundCounts
    /// The newest first.
    public let earlier: [MatchRunSummary]
}

extension Operations {
    /// A round that would begin on a day, before it is computed.
    ///
    /// - Parameter minimumDays: the shortest placement; if nil, as the municipality has settled it.
    public func planRound(_ actor: Actor, roundStart: Day, minimumDays: Int? = nil) async throws -> RoundPlan {
        try await read(actor, .listRuns) { connection in
            let settings = try await connection.municipalitySettings(actor.municipality)
            var parameters = settings.parameters(roundStart: roundStart)
            if let minimumDays { parameters.minimumDays = minimumDays }
            return RoundPlan(
                parameters: parameters,
                counts: try await connection.roundCounts(
                    actor.municipality, from: roundStart, endingFrom: parameters.earliestEnd, today: clock.today,
                    dormantBy: settings.slotRules(clock.today).dormantBy),
                earlier: try await connection.matchRuns(actor.municipality).map(MatchRunSummary.init))
        }
    }
}
