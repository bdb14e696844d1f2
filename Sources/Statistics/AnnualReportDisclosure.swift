/// The counts of people in an annual report, and what a reader knows of how they hang together: the rows of a cut add up to
/// the total; every ended placement is completed or interrupted, and known or unknown, and all of them are the denominator; a
/// numerator is at most its denominator.
///
/// Persons do not add up, but over sexes they nearly do, so they are protected as if the reader knew by how much they overlap.
/// `filled` is treated as people; that it is at most `offered` is not held against it, since in a row of one place the very
/// blank says that somebody was there, as the count of persons says.
struct AnnualReportDisclosure {
    struct Place: Hashable {
        let cut: Cut
        let row: Int
        let figure: Figure
    }

    private static let divisions: [(whole: Figure, parts: [Figure])] = [
        (.koladaDenominator, [.completed, .interrupted]), (.koladaDenominator, [.known, .unknown]),
    ]
    private static let shares: [(part: Figure, whole: Figure)] = [
        (.employedAny, .known), (.hiredByHost, .employedAny), (.sixtyNumerator, .sixtyKnown),
        (.sixtyKnown, .sixtyDenominator), (.koladaNumerator, .koladaKnown), (.koladaKnown, .koladaDenominator),
        (.sfiNumerator, .sfiDenominator), (.sfiUndated, .sfiDenominator), (.sfiDenominator, .sixtyDenominator),
    ]

    /// Where each cell stands; presumed cells come after them and stand nowhere.
    private(set) var places: [Place] = []
    private var cells: [DisclosureProblem.Cell] = []
    private var balances: [[DisclosureProblem.Term]] = []
    private var orders: [DisclosureProblem.Order] = []
    private var numbers: [Place: Int] = [:]

    init(_ report: AnnualReport) {
        for cut in Cut.allCases {
            for figure in Figure.allCases where figure.countsPersons {
                for (row, figures) in report[cut].enumerated() {
                    guard let value = figures[figure] else { continue }
                    let place = Place(cut: cut, row: row, figure: figure)
                    numbers[place] = cells.count
                    places.append(place)
                    // A larger number tells more, and the total most.
                    let weight = 20 + min(value, 1_000) + (cut == .total ? 2_000 : 0)
                    cells.append(.init(name: report.name(of: place), value: value, weight: weight))
                }
            }
        }
        for cut in Cut.allCases {
            for row in report[cut].indices { bindRow(cut, row) }
            guard cut != .total, !report[cut].isEmpty else { continue }
            for figure in Figure.allCases {
                guard let total = numbers[Place(cut: .total, row: 0, figure: figure)] else { continue }
                let rows = report[cut].indices.compactMap { numbers[Place(cut: cut, row: $0, figure: figure)] }
                bindColumn(rows, total: total, overlap: "\(cut.rawValue).\(figure.rawValue)", addsUp: figure.addsUp)
            }
        }
    }

    func problem(below threshold: Int) throws(DisclosureProblem.Fault) -> DisclosureProblem {
        try DisclosureProblem(threshold: threshold, cells: cells, balances: balances, orders: orders)
    }

    private mutating func bindRow(_ cut: Cut, _ row: Int) {
        let numbers = numbers
        func number(_ figure: Figure) -> Int? { numbers[Place(cut: cut, row: row, figure: figure)] }
        for (whole, parts) in Self.divisions {
            let parts = parts.compactMap(number)
            guard let whole = number(whole), parts.count == 2 else { continue }
            balances.append(parts.map { .plus($0) } + [.minus(whole)])
        }
        for (part, whole) in Self.shares {
            if let part = number(part), let whole = number(whole) { order(part, atMost: whole) }
        }
    }

    private mutating func bindColumn(_ rows: [Int], total: Int, overlap name: String, addsUp: Bool) {
        var terms: [DisclosureProblem.Term] = rows.map { .plus($0) } + [.minus(total)]
        let overlap = rows.reduce(-cells[total].value) { $0 + cells[$1].value }
        if !addsUp || overlap != 0 {
            terms.append(overlap < 0 ? .plus(cells.count) : .minus(cells.count))
            cells.append(.init(name: name, value: abs(overlap), weight: 1_000_000, standing: .presumed))
            for row in rows { order(row, atMost: total) }
        }
        balances.append(terms)
    }

    /// Nobody can know what does not hold.
    private mutating func order(_ smaller: Int, atMost greater: Int) {
        if cells[smaller].value <= cells[greater].value { orders.append(.init(smaller, atMost: greater)) }
    }
}

extension AnnualReport {
    /// The report as it may be taken out: counts of persons from 1 to `threshold` − 1 are nil and named in `suppressed`, and
    /// so is what would tell them. Audited; see ``Publication``.
    public func suppressed(below threshold: Int = 5) throws(DisclosureRefusal) -> AnnualReport {
        let tables = AnnualReportDisclosure(self)
        let problem: DisclosureProblem
        do { problem = try tables.problem(below: max(1, threshold)) } catch { throw .inconsistent(error) }
        let publication = try Publication(of: problem)
        var report = self
        for cell in publication.keptBack {
            let place = tables.places[cell]
            report.withhold(place.figure, in: place.cut, row: place.row)
            report.suppressed.append(problem.cells[cell].name)
        }
        if !publication.keptBack.isEmpty { report.loss = publication.loss }
        return report
    }

    fileprivate func name(of place: AnnualReportDisclosure.Place) -> String {
        let row = place.cut == .total ? [] : [self[place.cut][place.row].key]
        return ([place.cut.rawValue] + row + [place.figure.rawValue]).joined(separator: ".")
    }
}
