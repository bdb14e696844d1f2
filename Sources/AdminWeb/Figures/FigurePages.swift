import Documents
import Domain
import HTTPTypes
import Operations
import Statistics
import Store

/// The year's figures as the report to the board needs them, the rule beside each, and the rows behind.
enum FigurePages {
    static let routes: [PageRoute] = [
        .get("/figures", .may(.readFigures), thisYear),
        .get("/figures/:year", .may(.readFigures), YearPage.show),
        .get("/figures/:year/delivery", .may(.readFigures), DeliveryPage.show),
        .get("/figures/:year/voice", .may(.readFigures), VoiceFiguresPage.show),
        .get("/figures/:year/file", .may(.readFigures), FigureFile.answer),
        .get("/figures/:year/rows", .may(.readFigureRows), FigureRowsPage.show),
    ]

    private static func thisYear(_ visit: Visit) async throws -> PageAnswer {
        .redirect("/figures/\(visit.today.year)")
    }

    static func year(_ visit: Visit) throws -> Int {
        guard let year = visit.parameters["year"].flatMap({ Int($0) }), (1990...2200).contains(year) else {
            throw WebFault.notFound
        }
        return year
    }

    /// What a row of the report is called.
    static func title(_ row: FigureRow, in cut: Cut) -> Phrase {
        if row.key == Cut.total.rawValue { return Phrase(sv: "Totalt", en: "Total") }
        switch cut {
        case .sex: return Sex(rawValue: row.key)?.label.capitalized ?? Phrase(sv: row.key, en: row.key)
        case .kind: return SlotKind(rawValue: row.key)?.label.capitalized ?? Phrase(sv: row.key, en: row.key)
        default: return Phrase(sv: row.name ?? row.key, en: row.name ?? row.key)
        }
    }
}
