import Domain
import Operations
import StrictJSON

/// For how long personal data is kept, what is due to be erased, and what was.
enum RetentionRoutes {
    private static let group = "Retention"
    private static let category = APIParameter("category", RetentionCategory.self, "A kind of personal data.")
    private static let code = APIParameter("code", Code.self, "The erasure's code.")
    private static let on = APIParameter("on", Day.self, "Another day than today.")
    private static let months = InputField("months", RetentionMonthNumber.self, "Months after the last event.")
    private static let basis = InputField("basis", Line.self, "The decision and what it rests on.")
    private static let decidedOn = InputField("decided_on", Day.self, "The day of the decision; left out, today.")

    static let routes: [APIRoute] = [
        APIRoute(
            .get, "/retention/rules", "listRetentionRules", in: group, "The period of every kind of personal data.",
            .readRetention, [], .ok(Representation.retentionRules.schema)
        ) { call in
            APIResult(
                .retentionRules, RetentionRules(rules: try await call.operations.retentionRules(call.actor)), call)
        },
        APIRoute(
            .put, "/retention/rules/{category}", "decideRetention", in: group,
            "Write down the municipality's own decision on a period.", .manageRetention, of: .retentionRule,
            [category.inPath],
            body: .json(
                .named(
                    "RetentionDecision", "A decision on a period.",
                    [months.required, basis.required, decidedOn.optional])),
            .ok(Representation.retentionRule.schema)
        ) { call in
            let decision = RetentionDecision(
                months: try RetentionMonths(try call.body(months).number), basis: try call.body(basis),
                on: try call.body[decidedOn])
            let rule = try await call.operations.decideRetention(call.actor, try call(category), decision)
            return APIResult(.retentionRule, rule, call)
        },
        APIRoute(
            .delete, "/retention/rules/{category}", "undecideRetention", in: group,
            "Go back to the period that holds without a decision.", .manageRetention, of: .retentionRule,
            [category.inPath], .ok(Representation.retentionRule.schema)
        ) { call in
            let rule = try await call.operations.decideRetention(call.actor, try call(category), nil)
            return APIResult(.retentionRule, rule, call)
        },
        APIRoute(
            .get, "/retention/plan", "planRetention", in: group,
            "What would be erased on a day, and what is held back and by what; it names nobody.", .readRetention,
            [on.optional], .ok(Representation.retentionPlan.schema)
        ) { call in
            APIResult(
                .retentionPlan, try await call.operations.retentionPlan(call.actor, on: try call[on]), call)
        },
        APIRoute(
            .post, "/retention/runs", "runRetention", in: group,
            "Erase what is due today and write the protocol. It cannot be undone; a dry run tells the rows.",
            .runRetention, [], .ok(Representation.retentionReport.schema)
        ) { call in APIResult(.retentionReport, try await call.operations.runRetention(call.actor), call) },
        APIRoute(
            .get, "/retention/runs", "listRetentionRuns", in: group, "The protocol, the newest erasure first.",
            .readRetention, [], .ok(Representation.retentionReports.schema)
        ) { call in
            let reports = RetentionReports(runs: try await call.operations.retentionReports(call.actor))
            return APIResult(.retentionReports, reports, call)
        },
        APIRoute(
            .get, "/retention/runs/{code}", "readRetentionRun", in: group, "One erasure.", .readRetention,
            of: .retentionRun, [code.inPath], .ok(Representation.retentionReport.schema)
        ) { call in
            APIResult(.retentionReport, try await call.operations.retentionReport(call.actor, try call(code)), call)
        },
    ]
}

/// The periods, as the API answers with them.
struct RetentionRules: Sendable { let rules: [RetentionRule] }
/// The protocol, as the API answers with it.
struct RetentionReports: Sendable { let runs: [RetentionReport] }

extension RetentionCategory: APIWord {}
extension RetentionHold: APIWord {}

/// Months of a request, within the bounds that the document says.
struct RetentionMonthNumber: BoundedNumber {
    static let range = RetentionMonths.range
    let number: Int
}
