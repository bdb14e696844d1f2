import Domain
import FoundationEssentials
import Operations
import Store
import StrictJSON

/// Accessibility faults that somebody has reported of a page.
enum FaultReportRoutes {
    private static let group = "Accessibility reports"
    private static let id = APIParameter("id", Identifier<FaultReport>.self, "The report's key.")
    private static let answer = InputField("answer", Line.self, "What was done about it.")

    static let routes: [APIRoute] = [
        APIRoute(
            .get, "/accessibility-reports", "listFaultReports", in: group, "Every report, the newest first.",
            .manageFaultReports, Paging.parameters, .ok(Paging.schema(.faultReport))
        ) { call in
            let page = try await call.operations.faultReportList(call.actor, page: try Paging.request(call))
            return Paging.answer(.faultReport, page, call)
        },
        APIRoute(
            .get, "/accessibility-reports/{id}", "readFaultReport", in: group, "One report.", .manageFaultReports,
            of: .faultReport, [id.inPath], .ok(Representation.faultReport.schema)
        ) { call in APIResult(.faultReport, try await call.operations.faultReport(call.actor, try call(id)), call) },
        APIRoute(
            .post, "/accessibility-reports/{id}/handle", "handleFaultReport", in: group,
            "Mark a report as handled today.", .manageFaultReports, of: .faultReport, [id.inPath],
            body: .json(.named("HandledReport", "What was done about it.", [answer.optional])),
            .ok(Representation.faultReport.schema)
        ) { call in
            let id = try call(id)
            try await call.operations.handleFaultReport(call.actor, id, answer: try call.body[answer])
            return APIResult(.faultReport, try await call.operations.faultReport(call.actor, id), call)
        },
    ]
}

extension Representation<FaultReportRecord> {
    static let faultReport = Representation(
        "AccessibilityReport", "Something that keeps somebody from using a page."
    ) {
        APIField("id", "Its key.") { $0.id }
        APIField("reported_at", "When it was reported.") { $0.reportedAt }
        APIField("page", "The page's path, as far as it was said.") { $0.page }
        APIField("problem", "What is wrong.") { $0.problem }
        APIField("contact", "Where an answer is wanted, if it is.") { $0.contact }
        APIField("handled_on", "When it was handled.") { $0.handledOn }
        APIField("answer", "What was done about it.") { $0.answer }
    }
}
