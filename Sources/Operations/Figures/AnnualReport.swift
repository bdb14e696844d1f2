public import Domain
import Postgres
public import Statistics
import Store

extension Operations {
    /// The year's figures in their fixed programme of cuts.
    ///
    /// - Parameters:
    ///   - year: 1 to 9999.
    ///   - forPublication: Keeps small counts of people back, as a statistician's reports always do.
    public func annualReport(_ actor: Actor, year: Int, forPublication: Bool = false) async throws -> AnnualReport {
        let (figures, threshold) = try await read(actor, .readFigures) { connection in
            (
                try await connection.annualFigures(actor.municipality, Period(year: year)),
                try await connection.municipalitySettings(actor.municipality).suppressionThreshold
            )
        }
        let report = AnnualReport(
            year: year, municipality: actor.municipality,
            parts: Dictionary(uniqueKeysWithValues: Cut.allCases.map { ($0, $0.rows(of: figures)) }))
        guard forPublication || actor.role == .statistician else { return report }
        do throws(DisclosureRefusal) {
            return try report.suppressed(below: threshold)
        } catch {
            throw Refusal.disclosure(error)
        }
    }
}

extension Cut {
    /// The rows of the cut; all sexes and all kinds are there, in their own order, whether they were met or not.
    fileprivate func rows(of figures: [AnnualFigures]) -> [FigureRow] {
        let counted = figures.filter { $0.cut == storedCut }
        let keys: [String] =
            switch self {
            case .total: [rawValue]
            case .unit, .referrer: counted.compactMap(\.key)
            case .sex: Sex.allCases.map(\.rawValue)
            case .kind: SlotKind.allCases.map(\.rawValue)
            }
        let byKey = Dictionary(
            counted.map { ($0.key ?? Cut.total.rawValue, $0) }, uniquingKeysWith: { first, _ in first })
        return keys.map { FigureRow(key: $0, figures: byKey[$0], in: self) }
    }

    var storedCut: AnnualFigures.Cut {
        switch self {
        case .total: .total
        case .unit: .unit
        case .referrer: .referrer
        case .sex: .sex
        case .kind: .kind
        }
    }
}

extension FigureRow {
    fileprivate init(key: String, figures: AnnualFigures?, in cut: Cut) {
        self.init(key: key, name: figures?.name, in: cut)
        guard let figures else { return }
        let counts: [(Figure, Int)] = [
            (.offered, figures.offered), (.filled, figures.filled), (.started, figures.started),
            (.completed, figures.completed), (.interrupted, figures.interrupted), (.noShow, figures.noShow),
            (.persons, figures.persons), (.employedAny, figures.employedAny),
            (.sixtyNumerator, figures.sixtyNumerator), (.sixtyDenominator, figures.sixtyDenominator),
            (.koladaNumerator, figures.koladaNumerator), (.known, figures.known),
        ]
        for (figure, count) in counts where cut.holds(figure) { self[figure] = count }
    }
}
