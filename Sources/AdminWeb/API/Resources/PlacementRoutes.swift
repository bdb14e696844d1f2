import Domain
import Operations
import Store
import StrictJSON

/// Placements: proposed by hand, taken from step to step, corrected.
enum PlacementRoutes {
    private static let code = APIParameter("code", Code.self, "The placement's code.")
    private static let state = APIParameter("state", PlacementState.self, "Only those in this state.")
    private static let slot = APIParameter("slot", Code.self, "Only those of this slot.")
    private static let unit = APIParameter("unit", Code.self, "Only those of this unit and the units below it.")
    private static let referrer = APIParameter("referrer", Code.self, "Only this referrer's people.")
    private static let sort = APIParameter("sort", PlacementSort.self, "What the list is in order of.")

    private static let newReferrer = InputField("referrer", Code.self, "The referrer's code.")
    private static let newParticipant = InputField("participant", Code.self, "The referrer's reference of the person.")
    private static let newSlot = InputField("slot", Code.self, "The slot's code.")
    private static let newFrom = InputField("from", Day.self, "The first day; left out, as a match would have it.")
    private static let newTo = InputField("to", Day.self, "The last day; left out, as a match would have it.")
    private static let to = InputField("to", PlacementState.self, "Where it is to stand.")
    private static let on = InputField("on", Day.self, "The day of the step; left out, today.")

    private static let endedBy = InputField("broken_off_by", EndingParty.self, "Who breaks it off, where it is.")
    private static let attendedDays = InputField(
        "attended_days", AttendedDays.self, "Days on which the participant was there, where it ends.")
    private static let attendedHours = InputField(
        "attended_hours", AttendedHours.self, "Hours in all, where it ends.")
    private static let party = InputField("party", AnsweringParty.self, "Whose answer it is.")
    private static let said = InputField("answer", AnswerKind.self, "Yes or no.")
    private static let why = InputField(
        "reason", DeclineReason.self, "Why not, from the party's list; needed with no, and only then.")
    private static let note = InputField("note", Line.self, "Something to add.")
    private static let ground = InputField(
        "ground", AnswerGround.self, "Why it is given in the party's place; needed by who is not the party.")

    private static let new = APISchema.named(
        "NewPlacement", "Who is proposed for which slot.",
        [newReferrer.required, newParticipant.required, newSlot.required, newFrom.optional, newTo.optional])
    private static let step = APISchema.named(
        "PlacementStep", "A step of a placement.",
        [
            to.required, on.optional, SlotRoutes.reason.optional, endedBy.optional, attendedDays.optional,
            attendedHours.optional,
        ])
    private static let correction = APISchema.named(
        "Correction", "Why the last step was wrong.", [SlotRoutes.reason.required])

    private static let newAnswer = APISchema.named(
        "NewPlacementAnswer", "What a party answers to a proposal.",
        [party.required, said.required, why.optional, note.optional, ground.optional])

    static let routes: [APIRoute] = [
        APIRoute(
            .get, "/placements", "listPlacements", in: "Placements", "Placements within one's reach.",
            .listPlacements,
            [
                state.optional, slot.optional, unit.optional, referrer.optional, SlotRoutes.from.optional,
                SlotRoutes.to.optional, SlotRoutes.search.optional, sort.optional(default: "from"),
                SlotRoutes.descending.optional(default: false),
            ] + Paging.parameters, .ok(Paging.schema(.placement)), list),
        APIRoute(
            .get, "/placements/{code}", "readPlacement", in: "Placements", "One placement with its history.",
            .listPlacements, of: .placement, [code.inPath], .ok(Representation.placementStory.schema)
        ) { call in try await answer(call, try call(code)) },
        APIRoute(
            .post, "/placements", "addPlacement", in: "Placements",
            "Propose a participant for a slot without a run, by the same rules.", .addPlacement, body: .json(new),
            .created(Representation.placementStory.schema)
        ) { call in
            let made = try await call.operations.addPlacement(
                call.actor, referrer: try call.body(newReferrer), participant: try call.body(newParticipant),
                slot: try call.body(newSlot), from: try call.body[newFrom], to: try call.body[newTo])
            var result = try await answer(call, made.code)
            result.location = "/placements/" + URLEncoded.encode(made.code.rawValue)
            return result
        },
        APIRoute(
            .post, "/placements/{code}/steps", "stepPlacement", in: "Placements", "Take a placement one step on.",
            .stepPlacement, of: .placement, [code.inPath], body: .json(step),
            .ok(Representation.placementStory.schema), precondition: .optional
        ) { call in
            let code = try call(code)
            _ = try await call.operations.stepPlacement(
                call.actor, code, to: try call.body(to), on: try call.body[on],
                reason: try call.body[SlotRoutes.reason],
                ending: PlacementEnding(
                    by: try call.body[endedBy], days: try call.body[attendedDays]?.number,
                    hours: try call.body[attendedHours]),
                expecting: call.version)
            return try await answer(call, code)
        },
        APIRoute(
            .post, "/placements/{code}/answers", "answerPlacement", in: "Placements",
            "Give a party's answer to a proposal; when both accept it is accepted.", .answerPlacement, of: .placement,
            [code.inPath], body: .json(newAnswer), .ok(Representation.placementStory.schema), precondition: .optional
        ) { call in
            let code = try call(code)
            let reason = try call.body[why]
            guard (try call.body(said) == .declined) == (reason != nil) else {
                throw Refusal.value("reason", .declineReason)
            }
            try await call.operations.answerPlacement(
                call.actor, code, try call.body(party), reason.map(ProposalAnswer.declined) ?? .accepted,
                note: try call.body[note], onBehalf: try call.body[ground], expecting: call.version)
            return try await answer(call, code)
        },
        APIRoute(
            .get, "/placements/{code}/alternates", "listAlternates", in: "Placements",
            "Who is next for the place of a proposal that was declined or has lapsed, in the order of its run.",
            .addPlacement, of: .placement, [code.inPath], .ok(Representation.alternates.schema)
        ) { call in
            APIResult(.alternates, try await call.operations.alternates(call.actor, try call(code)), call)
        },
        APIRoute(
            .post, "/placements/{code}/alternates", "proposeAlternate", in: "Placements",
            "Propose whoever is next.", .addPlacement, of: .placement, [code.inPath],
            .created(Representation.placementStory.schema)
        ) { call in
            let made = try await call.operations.proposeAlternate(call.actor, try call(code))
            var result = try await answer(call, made.code)
            result.location = "/placements/" + URLEncoded.encode(made.code.rawValue)
            return result
        },
        APIRoute(
            .post, "/placements/{code}/correction", "correctPlacement", in: "Placements", "Take back the last step.",
            .stepPlacement, of: .placement, [code.inPath], body: .json(correction),
            .ok(Representation.placementStory.schema), precondition: .optional
        ) { call in
            let code = try call(code)
            _ = try await call.operations.correctPlacement(
                call.actor, code, reason: try call.body(SlotRoutes.reason), expecting: call.version)
            return try await answer(call, code)
        },
    ]

    private static func list(_ call: APICall) async throws -> APIResult {
        var filter = PlacementListFilter()
        if let state = try call[state] { filter.states = [state] }
        filter.slot = try call[slot]
        filter.unit = try call[unit]
        filter.referrer = try call[referrer]
        filter.during = try SlotRoutes.period(call)
        filter.search = try call[SlotRoutes.search]?.rawValue
        let (page, protected) = try await call.operations.placementList(
            call.actor, filter, by: try call[sort] ?? .from, isDescending: try call[SlotRoutes.descending] ?? false,
            page: try Paging.request(call))
        let role = call.actor.role
        let shown = page.map { row in
            PlacementView(row.detail, for: role, givenName: row.givenName, familyName: row.familyName)
        }
        return Paging.answer(.placement, shown, protected: protected, call)
    }

    private static func answer(_ call: APICall, _ code: Code) async throws -> APIResult {
        let sheet = try await call.operations.placementSheet(call.actor, code: code)
        let found = sheet.detail
        let story = PlacementStory(
            view: PlacementView(found, for: call.actor.role), events: sheet.events, answers: sheet.answers,
            ending: sheet.ending)
        return APIResult(.placementStory, story, call, version: found.placement.version)
    }
}

struct AttendedDays: BoundedNumber {
    static let range = PlacementEnding.dayRange
    let number: Int
}
