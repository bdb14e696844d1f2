public import Domain
import Postgres
import Store

/// A follow-up as whoever is asked by a link sees it.
public struct AskedFollowUp: Sendable {
    public let placement: AskedPlacement
    public let moment: FollowUpMoment
    /// What is to be learnt of the language, where that is agreed on.
    public let languageGoal: Line?
}

extension Operations {
    /// What an open link asks today; nil where there is nothing to answer any more.
    public func askedFollowUp(_ opened: OpenedLink) async throws -> AskedFollowUp? {
        let placement = try await askedPlacement(opened)
        let actor = opened.actor
        return try await read(actor, .usePartyLink) { connection in
            let found = try await connection.placementInReach(placement.code, actor)
            do {
                let planned = try await connection.presentFollowUp(found, actor, today: clock.today)
                return AskedFollowUp(
                    placement: placement, moment: planned.moment,
                    languageGoal: try await connection.languageGoal(of: found.id, actor.municipality))
            } catch Refusal.nothingAsked {
                return nil
            }
        }
    }
}
