public import Domain
import LinearProgramming
public import Statistics

/// Somebody who has every published file of a year, with all that follows from how they hang together, written down here a
/// second time from the counting rules: shares nothing with disclosure control but the solver of linear programmes.
///
/// Like the reader that disclosure control reckons with, this one sees in which rows nothing happened in May and June, or in
/// July and August, though no file says so.
public struct Collector {
    struct Spot: Hashable {
        /// 0 to 5 as the programme has them; 6 is May and June, 7 is July and August.
        let span: Int
        let cut: Cut
        let key: String
        let figure: Figure
    }

    private static let families: [[Figure]] = [
        [.filled], [.started], [.noShow], [.persons],
        [
            .koladaDenominator, .completed, .interrupted, .known, .unknown, .employedAny, .hiredByHost, .koladaKnown,
            .koladaNumerator,
        ], [.sixtyDenominator, .sixtyKnown, .sixtyNumerator, .sfiDenominator, .sfiNumerator, .sfiUndated],
    ]

    private let files: [AnnualReport]
    private let wholes: [AnnualReport]
    private let row: (_ unit: String, _ period: ReportPeriod) -> String

    /// - Parameters:
    ///   - files: As published, in the programme's order.
    ///   - wholes: The same with every figure.
    ///   - row: Under which unit a unit is counted in a period.
    public init(
        _ files: [AnnualReport], wholes: [AnnualReport],
        row: @escaping (_ unit: String, _ period: ReportPeriod) -> String
    ) {
        self.files = files
        self.wholes = wholes
        self.row = row
    }

    /// What is known too well: small counts that are shown or can be reckoned out, and others that can.
    public func breaches(below threshold: Int) -> [String] {
        Self.families.flatMap { figures in
            let knowledge = Knowledge(self, figures, below: threshold, isBlank: false)
            let blanks = Knowledge(self, figures, below: threshold, isBlank: true)
            return knowledge.breaches(where: blanks)
        }
    }

    // MARK: What is counted

    /// True counts; nil where the files have no such number.
    func count(_ spot: Spot) -> Int? {
        guard spot.span > 5 else {
            return files[spot.span][spot.cut].isEmpty
                ? nil : wholes[spot.span][spot.cut, spot.key].map { $0[spot.figure] } ?? 0
        }
        let (whole, beginning) = spot.span == 6 ? (1, 3) : (4, 6)
        let all = count(Spot(span: whole, cut: spot.cut, key: spot.key, figure: spot.figure)) ?? 0
        return all
            - keys(spot.cut, of: beginning, at: whole, in: spot.key).reduce(0) {
                $0 + (count(Spot(span: beginning, cut: spot.cut, key: $1, figure: spot.figure)) ?? 0)
            }
    }

    func shown(_ spot: Spot) -> Int? {
        guard spot.span < 6 else { return count(spot) == 0 ? 0 : nil }
        guard let row = files[spot.span][spot.cut, spot.key] else { return 0 }
        return row[spot.figure]
    }

    /// Rows of a span; those of the two pairs of months are those of the periods that they end with.
    func keys(_ cut: Cut, of span: Int) -> [String] {
        switch span {
        case 6: Set(keys(cut, of: 1) + keys(cut, of: 3).map { place($0, cut, 1) }).sorted()
        case 7: Set(keys(cut, of: 4) + keys(cut, of: 6).map { place($0, cut, 4) }).sorted()
        default: wholes[span][cut].map(\.key)
        }
    }

    /// The rows of one span that are one row in a later one.
    func keys(_ cut: Cut, of span: Int, at later: Int, in key: String) -> [String] {
        keys(cut, of: span).filter { place($0, cut, later) == key }
    }

    private func place(_ key: String, _ cut: Cut, _ span: Int) -> String {
        cut == .unit ? row(key, files[span].period) : key
    }

    var cuts: [Cut] { Cut.allCases }
    func has(_ cut: Cut, _ span: Int) -> Bool { !files[span > 5 ? 1 : span][cut].isEmpty }
}
