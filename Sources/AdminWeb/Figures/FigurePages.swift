import Documents
import Domain
import HTTPTypes
import Operations
import Statistics
import Store

/// The year's figures as the report to the board needs them, the rule beside each, and the rows behind.
enum FigurePages {
    static let routes: [PageRoute] = [
        .get("/figures", .may(.readFigures), start),
        .get("/figures/:period", .may(.readFigures), ReportPage.show),
        .get("/figures/:period/delivery", .may(.readFigures), DeliveryPage.show),
        .get("/figures/:period/voice", .may(.readFigures), VoiceFiguresPage.show),
        .get("/figures/:period/file", .may(.readFigures), FigureFile.answer),
        .get("/figures/:period/rows", .may(.readFigureRows), FigureRowsPage.show),
    ]

    /// This year, or the days that somebody asks for.
    private static func start(_ visit: Visit) async throws -> PageAnswer {
        guard let from = visit.query["from"], let to = visit.query["to"] else {
            return .redirect("/figures/\(visit.today.year)")
        }
        guard let period = try? Period(from: Day(from), to: Day(to)) else {
            throw Refusal.value("period", .periodReversed)
        }
        return .redirect("/figures/\(ReportPeriod.range(period))")
    }

    static func period(_ visit: Visit) throws -> ReportPeriod {
        guard let period = visit.parameters["period"].flatMap({ try? ReportPeriod($0) }),
            (1990...2200).contains(period.year)
        else { throw WebFault.notFound }
        return period
    }

    /// Where only whole years have a page.
    static func year(_ visit: Visit) throws -> Int {
        guard case .year(let year) = try period(visit) else { throw WebFault.notFound }
        return year
    }

    /// The way back to a period's page.
    static func crumb(_ period: ReportPeriod) -> Page.Crumb {
        Page.Crumb(
            path: "/figures/\(period)",
            label: Phrase(sv: "Siffror \(period.label.sv)", en: "Figures \(period.label.en)"))
    }

    /// Whether today's figures are asked for, also of a closed period.
    static func isLive(_ visit: Visit) -> Bool { visit.query["live"] == "1" }

    /// What a row of the report is called.
    static func title(_ row: FigureRow, in cut: Cut) -> Phrase {
        // Names are as they are written in their register.
        cut.keys == nil ? cut.title(row) : cut.title(row).capitalized
    }
}
