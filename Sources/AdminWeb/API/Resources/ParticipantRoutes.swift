import Domain
import Operations
import Store

/// Participants, as far as the actor's reach goes.
enum ParticipantRoutes {
    private static let referrer = APIParameter("referrer", Code.self, "The referrer's code.")
    private static let reference = APIParameter("reference", Code.self, "The referrer's reference of the person.")
    private static let state = APIParameter("state", BoardState.self, "Only those who stand there.")
    private static let sort = APIParameter("sort", ParticipantSort.self, "What the list is in order of.")

    static let routes: [APIRoute] = [
        APIRoute(
            .get, "/participants", "listParticipants", in: "Participants",
            "Participants within one's reach; protected persons are only counted.", .listParticipants,
            [
                referrer.optional, state.optional, SlotRoutes.search.optional,
                sort.optional(default: "registered"), SlotRoutes.descending.optional(default: false),
            ] + Paging.parameters, .ok(Paging.schema(.participantRow)), list),
        APIRoute(
            .get, "/participants/{referrer}/{reference}", "readParticipant", in: "Participants",
            "One participant. A protected person's is for named officers, and every look is on record.",
            .listParticipants, of: .participant, [referrer.inPath, reference.inPath],
            .ok(Representation.participant.schema)
        ) { call in try await answer(call, try call(referrer), try call(reference)) },
        APIRoute(
            .post, "/participants", "registerParticipant", in: "Participants",
            "Register one participant; a whole class comes in by an import.", .registerParticipant,
            body: .json(ParticipantInput.schema), .created(Representation.participant.schema)
        ) { call in
            let referrer = try call.body(ParticipantInput.referrer)
            let reference = try call.body(ParticipantInput.reference)
            try await call.operations.registerParticipant(
                call.actor, referrer: referrer, reference: reference,
                fields: ParticipantInput.fields(call.body))
            var result = try await answer(call, referrer, reference)
            result.location =
                "/participants/" + URLEncoded.encode(referrer.rawValue) + "/" + URLEncoded.encode(reference.rawValue)
            return result
        },
    ]

    private static func list(_ call: APICall) async throws -> APIResult {
        var filter = ParticipantListFilter()
        filter.referrer = try call[referrer]
        filter.state = try call[state]
        filter.search = try call[SlotRoutes.search]?.rawValue
        let (page, protected) = try await call.operations.participantList(
            call.actor, filter, by: try call[sort] ?? .registered,
            isDescending: try call[SlotRoutes.descending] ?? false, page: try Paging.request(call))
        return Paging.answer(.participantRow, page, protected: protected, call)
    }

    private static func answer(_ call: APICall, _ referrer: Code, _ reference: Code) async throws -> APIResult {
        let found = try await call.operations.participant(call.actor, referrer: referrer, reference: reference)
        return APIResult(.participant, found, call)
    }
}
