import Domain
import Operations
import StrictJSON

/// What is due to whom, and when it was handed in.
enum CalendarRoutes {
    private static let group = "Report calendar"
    private static let parameter = APIParameter("code", Code.self, "The report's code.")
    private static let dueOn = APIParameter("due_on", Day.self, "The day on which it was due.")
    private static let code = InputField("code", Code.self, "The report's key, yours to choose.")
    private static let title = InputField("title", Line.self, "What it is called.")
    private static let recipient = InputField("recipient", Line.self, "To whom: a board or an office, never a person.")
    private static let covers = InputField("covers", ReportCoverage.self, "What time it tells of.")
    private static let days = InputField("days", YearlyDays.self, "The days of each year on which it is due.")
    private static let remind = InputField("remind_days", RemindDays.self, "So many days before it is asked for.")
    private static let from = InputField("valid_from", Day.self, "The first day on which it may be due.")
    private static let to = InputField("valid_to", Day.self, "The last day on which it may be due.")
    private static let due = InputField("due_on", Day.self, "One of the days on which it is due.")
    private static let on = InputField("delivered_on", Day.self, "The day it was handed in; left out, today.")
    private static let note = InputField("note", Line.self, "Such as the file's number; nothing of persons.")

    private static let details: [APIProperty] = [
        title.required, recipient.required, covers.required, days.required, remind.required, from.required, to.optional,
    ]

    static let routes: [APIRoute] = [
        APIRoute(
            .get, "/report-calendar", "readReportCalendar", in: group,
            "What is due within a year or overdue, what was handed in over the last year, and what comes back every year.",
            .readCalendar, [], .ok(Representation.reportCalendar.schema)
        ) { call in
            let calendar = ReportCalendarView(
                duties: try await call.operations.reportDuties(call.actor),
                reports: try await call.operations.reportCalendar(call.actor))
            return APIResult(.reportCalendar, calendar, call)
        },
        APIRoute(
            .post, "/report-calendar/usual", "addUsualReports", in: group,
            "Add what municipalities commonly owe, of what is not there yet.", .manageCalendar, [],
            .ok(Representation.addedReports.schema)
        ) { call in APIResult(.addedReports, try await call.operations.addUsualReportDuties(call.actor), call) },
        APIRoute(
            .post, "/report-duties", "addReportDuty", in: group, "Add a report that comes back every year.",
            .manageCalendar, body: .json(.named("NewReportDuty", "A new recurring report.", [code.required] + details)),
            .created(Representation.reportDuty.schema)
        ) { call in
            let duty = try duty(call, try call.body(code))
            try await call.operations.addReportDuty(call.actor, duty)
            return RegisterRoutes.answer(
                .reportDuty, duty, call, version: duty.version, at: "report-duties", duty.code)
        },
        APIRoute(
            .get, "/report-duties/{code}", "readReportDuty", in: group, "One recurring report.", .readCalendar,
            of: .reportDuty, [parameter.inPath], .ok(Representation.reportDuty.schema)
        ) { call in
            let code = try call(parameter)
            guard let duty = try await call.operations.reportDuties(call.actor, code: code).first else {
                throw Refusal.noSuch(.reportDuty, code.rawValue)
            }
            return APIResult(.reportDuty, duty, call, version: duty.version)
        },
        APIRoute(
            .put, "/report-duties/{code}", "changeReportDuty", in: group,
            "Change a recurring report to what is given, all of it; one that is no longer due gets a last day.",
            .manageCalendar, of: .reportDuty, [parameter.inPath],
            body: .json(.named("ReportDutyChange", "A recurring report as it is to be.", details)),
            .ok(Representation.reportDuty.schema), precondition: .required
        ) { call in
            let code = try call(parameter)
            let said = try duty(call, code)
            let duty = try await call.operations.changeReportDuty(call.actor, code, expecting: call.version) {
                $0 = said
            }
            return RegisterRoutes.answer(.reportDuty, duty, call, version: duty.version, at: "report-duties", code)
        },
        APIRoute(
            .post, "/report-duties/{code}/deliveries", "deliverReport", in: group, "Note that it was handed in.",
            .deliverReport, of: .reportDuty, [parameter.inPath],
            body: .json(
                .named(
                    "ReportDelivery", "What was handed in, and when.", [due.required, on.optional, note.optional])),
            .noContent
        ) { call in
            try await call.operations.deliverReport(
                call.actor, try call(parameter), dueOn: try call.body(due), on: try call.body[on],
                note: try call.body[note])
            return APIResult()
        },
        APIRoute(
            .delete, "/report-duties/{code}/deliveries/{due_on}", "undeliverReport", in: group,
            "Take back what was noted by mistake.", .deliverReport, of: .reportDuty,
            [parameter.inPath, dueOn.inPath], .noContent
        ) { call in
            try await call.operations.undeliverReport(call.actor, try call(parameter), dueOn: try call(dueOn))
            return APIResult()
        },
    ]

    private static func duty(_ call: APICall, _ code: Code) throws -> ReportDuty {
        let body = call.body
        do {
            return try ReportDuty(
                municipality: call.actor.municipality, code: code, title: body(title), recipient: body(recipient),
                covers: body(covers), days: body(days).days, remindDays: body(remind).number, from: body(from),
                to: body[to])
        } catch ValueError.periodReversed {
            throw Refusal.value("valid_to", .periodReversed)
        }
    }
}

extension ReportCoverage: APIWord {}
extension DueReport.State: APIWord {}

extension MonthDay: APITextValue {
    static var text: APIText {
        let pattern =
            "^((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))$"
        return APIText(length: 5...5, pattern: pattern, example: "02-28") { (text) throws(ValueError) in
            _ = try MonthDay(text)
        }
    }
}

/// The days of each year on which a report is due.
struct YearlyDays: APIInput {
    static let schema = APISchema.list(MonthDay.schema, ReportDuty.daysInYear)
    let days: [MonthDay]

    init(api json: JSON) throws(ValueError) { days = try [MonthDay](api: json) }
    func write(to json: inout JSONWriter) { days.write(to: &json) }
}

struct RemindDays: BoundedNumber {
    static let range = ReportDuty.remindDayRange
    let number: Int
}

struct ReportCalendarView: Sendable {
    let duties: [ReportDuty]
    let reports: [DueReport]
}

extension Representation<ReportDuty> {
    static let reportDuty = Representation(
        "ReportDuty", "A report that is due to somebody on the same days every year."
    ) {
        APIField("code", "Its key.") { $0.code }
        APIField("title", "What it is called.") { $0.title }
        APIField("recipient", "To whom.") { $0.recipient }
        APIField("covers", "What time it tells of.") { $0.covers }
        APIField("days", "The days of each year on which it is due, MM-DD.") { $0.days }
        APIField("remind_days", "So many days before it is asked for.") { $0.remindDays }
        APIField("valid_from", "The first day on which it may be due.") { $0.from }
        APIField("valid_to", "The last day on which it may be due.") { $0.to }
    }
}

extension Representation<DueReport> {
    static let dueReport = Representation("DueReport", "A report on one of the days it is due.") {
        APIField("code", "The recurring report's key.") { $0.duty.code }
        APIField("title", "What it is called.") { $0.duty.title }
        APIField("recipient", "To whom.") { $0.duty.recipient }
        APIField("due_on", "The day.") { $0.dueOn }
        APIField("first_day", "The first of the days it tells of.") { $0.period.from }
        APIField("last_day", "The last of the days it tells of.") { $0.period.to }
        APIField("state", "Where it stands.") { $0.state }
        APIField("delivered_on", "When it was handed in.") { $0.deliveredOn }
        APIField("note", "What was noted of it.") { $0.note }
    }
}

extension Representation<ReportCalendarView> {
    static let reportCalendar = Representation("ReportCalendar", "What is due to whom.") {
        APIField("reports", "By the day they are due.", listOf: .dueReport) { $0.reports }
        APIField("recurring", "What comes back every year, by code.", listOf: .reportDuty) { $0.duties }
    }
}

extension Representation<[Code]> {
    static let addedReports = Representation("AddedReports", "What was added.") {
        APIField("codes", "The recurring reports' keys.") { $0 }
    }
}
