import Domain
import Operations
import Store
import StrictJSON

/// Follow-ups: what is due, a placement's plan with what was told, and telling it.
enum FollowUpRoutes {
    private static let code = APIParameter("code", Code.self, "The placement's code.")
    private static let outcome = APIParameter("code", Code.self, "The outcome's code.")
    private static let moment = APIParameter(
        "moment", FollowUpMoment.self, "mid, end, or the days after the end.")
    private static let ahead = APIParameter("ahead", AheadDays.self, "Also what comes within so many days.")
    private static let limit = APIParameter("limit", WorklistSize.self, "How many, the oldest first.")

    private static let source = InputField("source", OutcomeSource.self, "Whose word it is.")
    private static let progress = InputField(
        "progress", FollowUpProgress.self, "How it goes; needed halfway and at the end.")
    private static let goal = InputField(
        "language_goal", LanguageProgress.self, "How far the language goal is reached.")
    private static let note = InputField("note", Line.self, "Something to add.")
    private static let on = InputField("on", Day.self, "When it was told; left out, today.")
    private static let status = InputField(
        "status", OutcomeStatus.self, "What has become of the person; needed after the end.")

    private static let new = APISchema.named(
        "NewFollowUpReport", "What somebody tells at a follow-up.",
        [
            source.optional(default: "coordinator"), progress.optional, goal.optional, note.optional, on.optional,
            status.optional,
        ] + OutcomeFactsInput.fields)

    static let routes: [APIRoute] = [
        APIRoute(
            .get, "/follow-ups", "listFollowUps", in: "Outcomes",
            "Follow-ups that are due, the oldest first. Nothing of protected persons.", .listFollowUps,
            [ahead.optional(default: 0), limit.optional(default: 200)], .ok(Paging.wholeSchema(.dueFollowUp))
        ) { call in
            let found = try await call.operations.followUps(
                call.actor, ahead: try call[ahead]?.number ?? 0, limit: try call[limit]?.number ?? 200)
            return Paging.answer(.dueFollowUp, whole: found, call)
        },
        APIRoute(
            .get, "/placements/{code}/follow-ups", "readFollowUps", in: "Outcomes",
            "A placement's plan of follow-ups, with what was told at each and by whom.", .listFollowUps, of: .placement,
            [code.inPath], .ok(Representation.followUpSheet.schema)
        ) { call in try await answer(call, try call(code)) },
        APIRoute(
            .post, "/placements/{code}/follow-ups/{moment}", "recordFollowUp", in: "Outcomes",
            "Record what was told at a follow-up. What was told before stays.", .recordFollowUp, of: .placement,
            [code.inPath, moment.inPath], body: .json(new), .ok(Representation.followUpSheet.schema)
        ) { call in
            let code = try call(code)
            _ = try await call.operations.recordFollowUp(
                call.actor, code, at: try call(moment), try told(call.body))
            return try await answer(call, code)
        },
        APIRoute(
            .post, "/outcomes/{code}/confirm", "confirmOutcome", in: "Outcomes",
            "Say that an outcome is the one that counts, where others contradict it. They stay and are not counted.",
            .confirmOutcome, of: .outcome, [outcome.inPath], .ok(Representation.followUpSheet.schema)
        ) { call in
            try await answer(call, try await call.operations.confirmOutcome(call.actor, try call(outcome)))
        },
    ]

    private static func told(_ body: RequestBody) throws -> FollowUpAnswer {
        FollowUpAnswer(
            source: try body[source] ?? .coordinator, progress: try body[progress], languageGoal: try body[goal],
            note: try body[note], status: try body[status], facts: try OutcomeFactsInput.read(body), on: try body[on])
    }

    private static func answer(_ call: APICall, _ code: Code) async throws -> APIResult {
        APIResult(.followUpSheet, try await call.operations.followUpSheet(call.actor, code: code), call)
    }
}

struct AheadDays: BoundedNumber {
    static let range = 0...365
    let number: Int
}
