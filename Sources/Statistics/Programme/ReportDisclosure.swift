import Domain

/// The counts of people in one report or several, and what a reader knows of how they hang together. In a report: the rows
/// of a cut add up to the total; every ended placement is completed or interrupted, and known or unknown, and all of them are
/// the denominator; a numerator is at most its denominator. Between reports: see ``bindTime(_:)``.
///
/// Persons do not add up, but over sexes they nearly do, so they are protected as if the reader knew by how much they overlap.
/// `filled` is treated as people; that it is at most `offered` is not held against it, since in a row of one place the very
/// blank says that somebody was there, as the count of persons says.
struct ReportDisclosure {
    /// A report with what of it is out already.
    struct Sheet {
        let report: AnnualReport
        /// As it was published; nil where that is still to be decided.
        let form: AnnualReport?
    }

    struct Place: Hashable {
        let sheet: Int
        let cut: Cut
        let key: String
        let figure: Figure
    }

    private static let divisions: [(whole: Figure, parts: [Figure])] = [
        (.koladaDenominator, [.completed, .interrupted]), (.koladaDenominator, [.known, .unknown]),
    ]
    static let shares: [(part: Figure, whole: Figure)] = [
        (.employedAny, .known), (.hiredByHost, .employedAny), (.sixtyNumerator, .sixtyKnown),
        (.sixtyKnown, .sixtyDenominator), (.koladaNumerator, .koladaKnown), (.koladaKnown, .koladaDenominator),
        (.sfiNumerator, .sfiDenominator), (.sfiUndated, .sfiDenominator), (.sfiDenominator, .sixtyDenominator),
    ]
    /// What is lost with what is not to be given up if it can be helped.
    static let dear = 1_000_000

    let sheets: [Sheet]
    let threshold: Int
    /// Where each cell stands; the cells after them stand nowhere.
    private(set) var places: [Place] = []
    private(set) var cells: [DisclosureProblem.Cell] = []
    private var balances: [[DisclosureProblem.Term]] = []
    private var orders: [DisclosureProblem.Order] = []
    private var numbers: [Place: Int] = [:]

    init(_ sheets: [Sheet], below threshold: Int, _ lineage: UnitLineage = UnitLineage()) {
        self.sheets = sheets
        self.threshold = max(1, threshold)
        for sheet in sheets.indices { place(sheet) }
        for sheet in sheets.indices { bindReport(sheet) }
        bindVersions()
        bindTime(lineage)
    }

    func problem() throws(DisclosureRefusal) -> DisclosureProblem {
        do throws(DisclosureProblem.Fault) {
            return try DisclosureProblem(threshold: threshold, cells: cells, balances: balances, orders: orders)
        } catch {
            throw .inconsistent(error)
        }
    }

    /// The cell there; nil where the report has no such row, which is a zero.
    func number(_ sheet: Int, _ cut: Cut, _ key: String, _ figure: Figure) -> Int? {
        numbers[Place(sheet: sheet, cut: cut, key: key, figure: figure)]
    }

    private mutating func place(_ sheet: Int) {
        let (report, form) = (sheets[sheet].report, sheets[sheet].form)
        let worth = sheets.count > 1 ? PublicationProgramme.worth(of: report.period) : 1
        for cut in Cut.allCases {
            for figure in Figure.allCases where figure.countsPersons {
                for (row, figures) in report[cut].enumerated() {
                    guard let value = figures[figure] else { continue }
                    let place = Place(sheet: sheet, cut: cut, key: figures.key, figure: figure)
                    var standing = DisclosureProblem.Standing.open
                    if let form {
                        let shown = form[cut].indices.contains(row) ? form[cut][row][figure] : nil
                        standing = shown == nil && value > 0 ? .keptBack : .shown
                    }
                    // A larger number tells more, and the total most.
                    let weight = worth * (20 + min(value, 1_000) + (cut == .total ? 2_000 : 0))
                    numbers[place] = cells.count
                    places.append(place)
                    cells.append(.init(name: name(of: place), value: value, weight: weight, standing: standing))
                }
            }
        }
    }

    private func name(of place: Place) -> String {
        let name = AnnualReport.name(of: place.figure, in: place.cut, row: place.key)
        return sheets.count > 1 ? "\(sheets[place.sheet].report.period) \(name)" : name
    }

    // MARK: Within a report

    private mutating func bindReport(_ sheet: Int) {
        let report = sheets[sheet].report
        for cut in Cut.allCases {
            for row in report[cut] { bindRow(sheet, cut, row.key) }
            guard cut != .total, !report[cut].isEmpty else { continue }
            for figure in Figure.allCases {
                guard let total = number(sheet, .total, report.total.key, figure) else { continue }
                let rows = report[cut].compactMap { number(sheet, cut, $0.key, figure) }
                balance(rows, [total], isPresumed: !figure.addsUp)
                if !figure.addsUp || sum(rows) != cells[total].value { for row in rows { order(row, atMost: total) } }
            }
        }
    }

    private mutating func bindRow(_ sheet: Int, _ cut: Cut, _ key: String) {
        for (whole, parts) in Self.divisions {
            let parts = parts.compactMap { number(sheet, cut, key, $0) }
            guard let whole = number(sheet, cut, key, whole), parts.count == 2 else { continue }
            balance(parts, [whole])
        }
        for (part, whole) in Self.shares {
            if let part = number(sheet, cut, key, part), let whole = number(sheet, cut, key, whole) {
                order(part, atMost: whole)
            }
        }
    }

    // MARK: Bonds

    func sum(_ cells: [Int]) -> Int { cells.reduce(0) { $0 + self.cells[$1].value } }

    mutating func add(_ cell: DisclosureProblem.Cell) -> Int {
        cells.append(cell)
        return cells.count - 1
    }

    /// The parts make up the whole. Where they do not, or it is `isPresumed` that they may not, the reader is presumed to
    /// know by how much; at `worth`, that is given up.
    mutating func balance(_ parts: [Int], _ whole: [Int], isPresumed: Bool = false, worth: Int = dear) {
        let rest = sum(parts) - sum(whole)
        var terms: [DisclosureProblem.Term] = parts.map { .plus($0) } + whole.map { .minus($0) }
        if isPresumed || rest != 0 {
            let name = "rest of " + (whole.first.map { cells[$0].name } ?? "nothing")
            let cell = add(.init(name: name, value: abs(rest), weight: worth, standing: .presumed))
            terms.append(rest < 0 ? .plus(cell) : .minus(cell))
        }
        if !terms.isEmpty { balances.append(terms) }
    }

    /// Nobody can know what does not hold.
    mutating func order(_ smaller: Int, atMost greater: Int) {
        if cells[smaller].value <= cells[greater].value { orders.append(.init(smaller, atMost: greater)) }
    }
}

extension AnnualReport {
    /// What a figure is called in `suppressed`, such as `by_unit.SB.completed`.
    static func name(of figure: Figure, in cut: Cut, row key: String) -> String {
        ([cut.rawValue] + (cut == .total ? [] : [key]) + [figure.rawValue]).joined(separator: ".")
    }
}
