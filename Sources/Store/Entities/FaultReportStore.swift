public import Domain
public import FoundationEssentials
public import Postgres

/// A fault that somebody reported of a page.
public struct FaultReportRecord: Sendable, RowDecodable {
    public let id: Identifier<FaultReport>
    public let reportedAt: Date
    /// The page's path, as far as it was said.
    public let page: String?
    public let problem: String
    /// Where an answer is wanted, if it is.
    public let contact: String?
    public let handledOn: Day?
    public let answer: String?

    public init(row: Row) throws {
        id = try row.value("id")
        reportedAt = try row.value("reported_at")
        page = try row.value("page")
        problem = try row.value("problem")
        contact = try row.value("contact")
        handledOn = try row.value("handled_on")
        answer = try row.value("answer")
    }
}

extension Connection {
    package func insertFaultReport(
        _ municipality: MunicipalityCode, id: Identifier<FaultReport>, page: Line?, problem: String, contact: Line?
    ) async throws {
        _ = try await execute(
            """
            INSERT INTO accessibility_report (municipality, id, page, problem, contact)
            VALUES (\(municipality), \(id), \(page), \(problem), \(contact))
            """)
    }

    /// How many came within the last day.
    package func faultReportsToday(_ municipality: MunicipalityCode) async throws -> Int {
        try await value(
            """
            SELECT count(*) FROM accessibility_report
            WHERE municipality = \(municipality) AND reported_at > clock_timestamp() - interval '1 day'
            """, as: Int.self)
    }

    /// Those not handled first, of each the newest first; at most 500.
    package func faultReports(_ municipality: MunicipalityCode) async throws -> [FaultReportRecord] {
        try await query(
            """
            SELECT id, reported_at, page, problem, contact, handled_on, answer FROM accessibility_report
            WHERE municipality = \(municipality)
            ORDER BY handled_on IS NOT NULL, reported_at DESC, id DESC LIMIT 500
            """, as: FaultReportRecord.self)
    }

    /// All of them, the newest first.
    package func faultReportPage(
        _ municipality: MunicipalityCode, _ request: PageRequest
    ) async throws -> ListPage<FaultReportRecord>? {
        try await page(
            IndexedList(
                municipality, columns: "t.id, t.reported_at, t.page, t.problem, t.contact, t.handled_on, t.answer",
                table: "accessibility_report t", key: "t.id", isDescending: true),
            request, as: FaultReportRecord.self)
    }

    package func faultReport(
        _ id: Identifier<FaultReport>, _ municipality: MunicipalityCode
    ) async throws -> FaultReportRecord? {
        try await queryFirst(
            """
            SELECT id, reported_at, page, problem, contact, handled_on, answer FROM accessibility_report
            WHERE municipality = \(municipality) AND id = \(id)
            """, as: FaultReportRecord.self)
    }

    /// Whether there was such a report.
    package func handleFaultReport(
        _ id: Identifier<FaultReport>, _ municipality: MunicipalityCode, on day: Day, answer: Line?
    ) async throws -> Bool {
        try await execute(
            """
            UPDATE accessibility_report SET handled_on = \(day), answer = \(answer)
            WHERE municipality = \(municipality) AND id = \(id)
            """) == 1
    }
}
