import Domain
import FoundationEssentials
import Operations
import Statistics
import Store
import StrictJSON

/// The commitment and the year's figures, as the console writes them.
enum FigureRoutes {
    private static let year = APIParameter("year", Year.self, "The year.")
    private static let period = APIParameter("period", ReportPeriod.self, "Which period.")
    private static let publication = APIParameter(
        "for_publication", Bool.self, "Keep small counts of people back, as a statistician's always are.")

    private static let live = APIParameter(
        "live", Bool.self, "Today's figures, also of a closed period; for those who may see the rows.")

    private static let figure = APIParameter("figure", Figure.self, "Which figure.")
    private static let cut = APIParameter("cut", Cut.self, "Which cut of the report.")
    private static let key = APIParameter("key", Line.self, "The row of the cut, by its key; the total has none.")

    static let routes: [APIRoute] = [
        APIRoute(
            .get, "/commitment/{year}/progress", "readProgress", in: "Figures",
            "The year's joint undertaking as the start page shows it.", .readFigures, [year.inPath],
            .ok(Representation.joint.schema)
        ) { call in
            let found = try await call.operations.commitmentProgress(call.actor, year: try call(year).number)
            return APIResult(.joint, found, call)
        },
        APIRoute(
            .get, "/commitment/{year}/delivery", "readDelivery", in: "Figures",
            "What was agreed in the year and what became of it, by unit, and the agreements that are not delivered.",
            .readFigures, [year.inPath, publication.optional(default: false)], .ok(FigureSchemas.delivery)
        ) { call in
            try result(
                try await call.operations.deliveryReport(
                    call.actor, year: try call(year).number, forPublication: try call[publication] ?? false))
        },
        APIRoute(
            .get, "/reports/annual", "listAnnualReports", in: "Figures",
            "Years in which slots or placements had days, the newest first.", .readFigures,
            [], .ok(Representation.years.schema)
        ) { call in APIResult(.years, try await call.operations.yearsWithFigures(call.actor), call) },
        APIRoute(
            .get, "/reports/annual/{year}/rows", "readFigureRows", in: "Figures",
            "The rows behind a figure of the report: their counts add up to it.", .readFigureRows,
            [year.inPath, figure.required, cut.optional(default: .string(Cut.total.rawValue)), key.optional],
            .ok(Paging.wholeSchema(.figureSource))
        ) { call in
            let cut = try call[cut] ?? .total
            let rows = try await call.operations.figureRows(
                call.actor, .year(try call(year).number), try call(figure), in: cut,
                key: cut == .total ? nil : try call[key]?.rawValue)
            return Paging.answer(.figureSource, whole: rows, call)
        },
        APIRoute(
            .get, "/reports/periods/{period}", "readReport", in: "Figures",
            "The figures of a year, a half-year, a tertial, a school term or chosen days; these last are for those who may "
                + "see the rows, and are never published.", .readFigures,
            [period.inPath, publication.optional(default: false), live.optional(default: false)],
            .ok(FigureSchemas.annualReport)
        ) { call in
            try result(
                try await call.operations.periodReport(
                    call.actor, try call(period), forPublication: try call[publication] ?? false,
                    live: try call[live] ?? false))
        },
        APIRoute(
            .get, "/reports/periods/{period}/rows", "readReportRows", in: "Figures",
            "The rows behind a figure of the report: their counts add up to it.", .readFigureRows,
            [
                period.inPath, figure.required, cut.optional(default: .string(Cut.total.rawValue)), key.optional,
                live.optional(default: false),
            ],
            .ok(Paging.wholeSchema(.figureSource))
        ) { call in
            let cut = try call[cut] ?? .total
            let rows = try await call.operations.figureRows(
                call.actor, try call(period), try call(figure), in: cut,
                key: cut == .total ? nil : try call[key]?.rawValue, live: try call[live] ?? false)
            return Paging.answer(.figureSource, whole: rows, call)
        },
        APIRoute(
            .get, "/reports/periods/{period}/workbook", "readReportWorkbook", in: "Figures",
            "The period's figures as for publication, in a workbook (XLSX), as the year's.", .readFigures,
            [period.inPath], .file(ReportFileKind.workbook.type)
        ) { call in try await file(.workbook, try call(period), call) },
        APIRoute(
            .get, "/reports/periods/{period}/document", "printReport", in: "Figures",
            "The period's figures as for publication, on paper with their pictures: tagged PDF (PDF/UA), in Swedish.",
            .readFigures, [period.inPath], .file(ReportFileKind.paper.type)
        ) { call in try await file(.paper, try call(period), call) },
        APIRoute(
            .get, "/reports/periods/{period}/planning", "readPeriodPlanningFile", in: "Figures",
            "The undertakings as they stand at the period's end, for the planning system (VUV-IT), as for publication.",
            .readFigures, [period.inPath], .file("text/csv; charset=utf-8")
        ) { call in
            let file = try await call.operations.planningDocument(call.actor, try call(period))
            return APIResult(file: file.bytes, named: file.name)
        },
        APIRoute(
            .get, "/reports/definitions", "listDefinitions", in: "Figures",
            "Every figure's name, rule, sources and version.", .readFigures, [], .ok(FigureSchemas.definitions)
        ) { call in try result(try await call.operations.definitions(call.actor)) },
        APIRoute(
            .get, "/commitment/{year}", "readCommitment", in: "Figures",
            "How the year's undertakings stand, by their own counting rules.", .readFigures,
            [year.inPath, publication.optional(default: false)], .ok(FigureSchemas.commitment)
        ) { call in
            try result(
                try await call.operations.commitmentStatus(
                    call.actor, year: try call(year).number, forPublication: try call[publication] ?? false))
        },
        APIRoute(
            .get, "/reports/annual/{year}/workbook", "readAnnualWorkbook", in: "Figures",
            "The year's figures as for publication, in a workbook (XLSX): a sheet a cut, the undertakings, the definitions.",
            .readFigures, [year.inPath], .file(ReportFileKind.workbook.type)
        ) { call in try await file(.workbook, .year(try call(year).number), call) },
        APIRoute(
            .get, "/reports/annual/{year}/document", "printAnnualReport", in: "Figures",
            "The year's figures as for publication, on paper with their pictures: tagged PDF (PDF/UA), in Swedish.",
            .readFigures, [year.inPath], .file(ReportFileKind.paper.type)
        ) { call in try await file(.paper, .year(try call(year).number), call) },
        APIRoute(
            .get, "/reports/annual/{year}/planning", "readPlanningFile", in: "Figures",
            "The year's undertakings for the planning system (VUV-IT), as for publication: CSV, RFC 4180.",
            .readFigures, [year.inPath], .file("text/csv; charset=utf-8")
        ) { call in
            let file = try await call.operations.planningDocument(call.actor, .year(try call(year).number))
            return APIResult(file: file.bytes, named: file.name)
        },
        APIRoute(
            .get, "/reports/annual/{year}", "readAnnualReport", in: "Figures",
            "The year's figures in their fixed programme of cuts.", .readFigures,
            [year.inPath, publication.optional(default: false)], .ok(FigureSchemas.annualReport)
        ) { call in
            try result(
                try await call.operations.periodReport(
                    call.actor, .year(try call(year).number), forPublication: try call[publication] ?? false))
        },
    ]

    private static func file(_ kind: ReportFileKind, _ period: ReportPeriod, _ call: APICall) async throws -> APIResult
    {
        let file = try await call.operations.reportFile(call.actor, period, as: kind, in: call.language)
        return APIResult(file: file.bytes, named: file.name)
    }

    /// A document that encodes itself.
    static func result(_ document: some Encodable) throws -> APIResult {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var result = APIResult()
        result.body = Array(try encoder.encode(document))
        return result
    }
}
