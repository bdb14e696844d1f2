import Domain
import Operations

/// Why a slot stands free or somebody waits, by the records as they stand; for what a run says, ask the run.
enum ProspectRoutes {
    private static let referrer = APIParameter("referrer", Code.self, "The referrer's code.")
    private static let reference = APIParameter("reference", Code.self, "The referrer's reference of the person.")

    static let routes: [APIRoute] = [
        APIRoute(
            .get, "/slots/{code}/prospects", "readSlotProspects", in: "Slots",
            "How those who could come stand to a slot on offer, as the records are now.", .listRuns, of: .slot,
            [SlotRoutes.code.inPath], .ok(Representation.prospects.schema)
        ) { call in
            APIResult(.prospects, try await call.operations.slotNow(call.actor, try call(SlotRoutes.code)), call)
        },
        APIRoute(
            .get, "/participants/{referrer}/{reference}/prospects", "readParticipantProspects", in: "Participants",
            "How somebody who waits stands to the slots on offer, as the records are now.", .listRuns, of: .participant,
            [referrer.inPath, reference.inPath], .ok(Representation.prospects.schema)
        ) { call in
            let referral = ReferralLabel(referrer: try call(referrer), reference: try call(reference))
            return APIResult(.prospects, try await call.operations.personNow(call.actor, referral), call)
        },
    ]
}

extension Representation<Phrase?> {
    static let prospects = Representation("Prospects", "How things stand, in a sentence.") {
        APIField("sentence", "The sentence; null for what is not on offer or does not wait.") { $0 }
    }
}
