import Domain
import FoundationEssentials
import Operations
import Statistics
import StrictJSON

/// The commitment and the year's figures, as the console writes them.
enum FigureRoutes {
    private static let year = APIParameter("year", Year.self, "The year.")
    private static let publication = APIParameter(
        "for_publication", Bool.self, "Keep small counts of people back, as a statistician's always are.")

    static let routes: [APIRoute] = [
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
            .get, "/reports/annual/{year}", "readAnnualReport", in: "Figures",
            "The year's figures in their fixed programme of cuts.", .readFigures,
            [year.inPath, publication.optional(default: false)], .ok(FigureSchemas.annualReport)
        ) { call in
            try result(
                try await call.operations.annualReport(
                    call.actor, year: try call(year).number, forPublication: try call[publication] ?? false))
        },
    ]

    /// A document that encodes itself.
    static func result(_ document: some Encodable) throws -> APIResult {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var result = APIResult()
        result.body = Array(try encoder.encode(document))
        return result
    }
}
