import Domain
import Operations
import StrictJSON

/// What became of people.
enum OutcomeRoutes {
    private static let ofPlacement = APIParameter("placement", Code.self, "Only those of this placement.")

    private static let code = InputField("code", Code.self, "The outcome's key; made if it is left out.")
    private static let placement = InputField("placement", Code.self, "Either the placement it follows …")
    private static let referrer = InputField("referrer", Code.self, "… or the referrer …")
    private static let participant = InputField("participant", Code.self, "… and the reference of the person.")
    private static let checkedOn = InputField("checked_on", Day.self, "The day it was checked; left out, today.")
    private static let status = InputField("status", OutcomeStatus.self, "What had become of the person.")
    private static let source = InputField("source", OutcomeSource.self, "Who says so.")

    private static let new = APISchema.named(
        "NewOutcome", "A dated status, of a placement or of a person with or without one.",
        [
            code.optional, placement.optional, referrer.optional, participant.optional, checkedOn.optional,
            status.required, source.optional,
        ] + OutcomeFactsInput.fields)

    static let routes: [APIRoute] = [
        APIRoute(
            .get, "/outcomes", "listOutcomes", in: "Outcomes",
            "Outcomes in the order they were recorded; those of protected persons are only counted.", .listOutcomes,
            [ofPlacement.optional] + Paging.parameters, .ok(Paging.schema(.outcome))
        ) { call in
            let (page, protected) = try await call.operations.outcomeList(
                call.actor, placement: try call[ofPlacement], page: try Paging.request(call))
            return Paging.answer(.outcome, page, protected: protected, call)
        },
        APIRoute(
            .post, "/outcomes", "recordOutcome", in: "Outcomes", "Record what has become of a person.",
            .recordOutcome, body: .json(new), .created(recorded.schema), record),
    ]

    /// An outcome of a protected person is recorded without being shown.
    private static let recorded = Representation<Code>(
        "RecordedOutcome", "The outcome that was recorded."
    ) {
        APIField("code", "Its key.") { $0 }
    }

    private static func record(_ call: APICall) async throws -> APIResult {
        let body = call.body
        let template = Outcome(
            municipality: call.actor.municipality, code: try Code("-"), placement: try body[placement],
            referrer: try body[referrer], participant: try body[participant],
            checkedOn: try body[checkedOn] ?? call.operations.clock.today, status: try body(status),
            facts: try OutcomeFactsInput.read(body), source: try body[source])
        let made = try await call.operations.recordOutcome(call.actor, code: try body[code]) { code in
            var outcome = template
            outcome.code = code
            return outcome
        }
        return APIResult(recorded, made, call)
    }
}
