public import Domain
import Postgres
import Store

extension Operations {
    /// Withdraws a slot, or some of its places, from a day on: that day is the first on which they are not offered.
    ///
    /// Refused while placements that are agreed or under way hold the places on later days. A withdrawal before the first day
    /// takes the places out of the year's count, one afterwards does not (`offered_in_year`).
    public func withdrawSlot(
        _ actor: Actor, _ code: Code, places: Capacity? = nil, on day: Day? = nil, reason: Line,
        expecting version: Version? = nil, dryRun: Bool = false
    ) async throws {
        try await change(actor, .withdrawSlot, dryRun: dryRun) { connection in
            try checked(reason)
            let found = try await connection.slotToChange(code, actor)
            try found.slot.version.check(version, .slot, code.rawValue)
            let day = day ?? clock.today
            let left = found.slot.places.rawValue - found.withdrawnPlaces
            // The last of several withdrawals is one more of them: the earlier ones keep their own days.
            if let places, places.rawValue < left || (places.rawValue == left && found.withdrawnPlaces > 0) {
                guard found.slot.state == .offered || found.slot.state == .draft else {
                    throw Refusal.slotStepIllegal(from: found.slot.state, to: .withdrawn)
                }
                try await connection.withdrawPlaces(
                    found.id, actor.municipality, places: places.rawValue, on: day, reason: reason)
                return Changed(
                    (),
                    AuditRecord(
                        slot: found,
                        after: [
                            "withdrawn_places": places.description, "withdrawn_on": day.description,
                            "withdrawn_reason": reason.rawValue,
                        ]))
            }
            if let places, places.rawValue > left { throw Refusal.moreWithdrawnThanOffered(left) }
            if found.slot.state == .withdrawn { throw Refusal.placesAlreadyWithdrawn }
            try SlotLifecycle.check(found.slot.state, .withdrawn)
            try await connection.setSlotState(
                found.id, actor.municipality, .withdrawn, withdrawnOn: day, reason: reason)
            return Changed(
                (),
                AuditRecord(
                    slot: found,
                    after: [
                        "state": "withdrawn", "withdrawn_on": day.description, "withdrawn_reason": reason.rawValue,
                    ]))
        }
    }
}
