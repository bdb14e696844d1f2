import Domain
import Operations
import Store
import StrictJSON

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
        ) { call in
            let found = try await call.operations.participant(
                call.actor, referrer: try call(referrer), reference: try call(reference))
            return APIResult(.participant, found, call, version: found.participant.version)
        },
        APIRoute(
            .get, "/participants/{referrer}/{reference}/extract", "extractPersonalData", in: "Participants",
            "Everything on file about a person (GDPR article 15), with what is to be told besides. It is put on record.",
            .extractPersonalData, of: .participant, [referrer.inPath, reference.inPath], .file("application/json")
        ) { call in
            let extract = try await call.operations.extractPersonalData(
                call.actor, referrer: try call(referrer), reference: try call(reference))
            return APIResult(file: try extract.json, named: "personuppgifter-\(extract.madeOn).json")
        },
        APIRoute(
            .get, "/participants/{referrer}/{reference}/extract/document", "printPersonalData", in: "Participants",
            "The same on paper: tagged PDF (PDF/UA), in Swedish.", .extractPersonalData, of: .participant,
            [referrer.inPath, reference.inPath], .file("application/pdf")
        ) { call in
            let document = try await call.operations.printPersonalData(
                call.actor, referrer: try call(referrer), reference: try call(reference))
            return APIResult(file: document.bytes, named: document.name)
        },
        APIRoute(
            .post, "/participants", "registerParticipant", in: "Participants",
            "Register one participant; a whole class comes in by an import.", .registerParticipant,
            body: .json(ParticipantInput.schema), .created(registered.schema)
        ) { call in
            let made = try await call.operations.registerParticipant(
                call.actor, referrer: try call.body(ParticipantInput.referrer),
                reference: try call.body(ParticipantInput.reference), fields: ParticipantInput.fields(call.body)
            ).participant
            var result = APIResult(registered, made, call)
            result.location = "/participants/\(URLEncoded.encode(made.referrer.rawValue))"
            result.location? += "/" + URLEncoded.encode(made.reference.rawValue)
            return result
        },
        APIRoute(
            .patch, "/participants/{referrer}/{reference}", "changeParticipant", in: "Participants",
            "Change what is given; null empties, what is left out stays.", .changeParticipant, of: .participant,
            [referrer.inPath, reference.inPath], body: .json(ParticipantInput.change),
            .ok(Representation.participant.schema), precondition: .required
        ) { call in
            let changed = try await call.operations.changeParticipant(
                call.actor, referrer: try call(referrer), reference: try call(reference),
                fields: ParticipantInput.fields(call.body, emptying: true), expecting: call.version)
            return APIResult(.participant, changed, call, version: changed.participant.version)
        },
    ]

    /// What somebody has registered they may not be allowed to look at: the person may be protected.
    private static let registered = Representation<Participant>(
        "RegisteredParticipant", "The participant that was registered."
    ) {
        APIField("referrer", "The referrer's code.") { $0.referrer }
        APIField("reference", "The referrer's own key of the person.") { $0.reference }
    }

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
}
