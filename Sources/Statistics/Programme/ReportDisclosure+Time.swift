import Domain

/// What ties reports of one year together. Each half is a tertial and two months, and so is what the second tertial is made
/// of: first half = T1 + May and June, T2 = May and June + July and August, second half = July and August + T3. No file
/// prints those two pairs of months, but whoever has two files reckons them out, so that they are cells like the others. All
/// other sums over time follow from these.
extension ReportDisclosure {
    /// The same period once more, after a correction: a reader expects the numbers to be the same.
    mutating func bindVersions() {
        var latest: [ReportPeriod: Int] = [:]
        for sheet in sheets.indices {
            let period = sheets[sheet].report.period
            defer { latest[period] = sheet }
            guard let before = latest[period] else { continue }
            for place in places where place.sheet == sheet {
                guard let now = number(sheet, place.cut, place.key, place.figure),
                    let then = number(before, place.cut, place.key, place.figure)
                else { continue }
                balance([now], [then], isPresumed: true)
            }
        }
    }

    mutating func bindTime(_ lineage: UnitLineage) {
        let years = Set(sheets.map(\.report.year)).sorted()
        for year in years {
            let latest = Dictionary(
                sheets.indices.filter { sheets[$0].report.year == year }.map { (sheets[$0].report.period, $0) },
                uniquingKeysWith: { $1 })
            let periods = PublicationProgramme.periods(of: year)
            let found = periods.map { latest[$0] }
            guard found.count(where: { $0 != nil }) > 1 else { continue }
            for cut in Cut.allCases {
                for figure in Figure.allCases where figure.countsPersons && cut.holds(figure) {
                    if figure.overTime == .atMost { bindCover(found, cut, figure, lineage) }
                }
                bindSums(found, cut, lineage)
            }
        }
    }

    // MARK: What adds up

    /// - Parameter found: The sheets of the year, its halves and its tertials; nil where there is none.
    private mutating func bindSums(_ found: [Int?], _ cut: Cut, _ lineage: UnitLineage) {
        let (year, first, second) = (found[0], found[1], found[2])
        let (t1, t2, t3) = (found[3], found[4], found[5])
        var spring: [Figure: [String: Int]] = [:]
        var summer: [Figure: [String: Int]] = [:]
        for figure in Figure.allCases where figure.countsPersons && cut.holds(figure) && figure.overTime == .addsUp {
            if let first, let t1 {
                spring[figure] = rest(row(first, cut, figure), row(t1, cut, figure), at: first, cut, lineage)
            }
            if let t2, let before = spring[figure] {
                summer[figure] = rest(row(t2, cut, figure), before, at: t2, cut, lineage)
            }
            if let second, let t3, let before = summer[figure] {
                bind(row(second, cut, figure), [before, row(t3, cut, figure)], at: second, cut, lineage)
            } else if let second, let t3, t2 == nil || first == nil || t1 == nil {
                summer[figure] = rest(row(second, cut, figure), row(t3, cut, figure), at: second, cut, lineage)
            }
            guard let year else { continue }
            if let first, let second {
                bind(
                    row(year, cut, figure), [row(first, cut, figure), row(second, cut, figure)], at: year, cut, lineage)
            } else if let t1, let t2, let t3 {
                bind(
                    row(year, cut, figure), [t1, t2, t3].map { row($0, cut, figure) }, at: year, cut, lineage)
            }
        }
        for months in [spring, summer] {
            for (part, whole) in Self.shares {
                for (key, cell) in (months[part] ?? [:]).sorted(by: { $0.key < $1.key }) {
                    if let greater = months[whole]?[key] { order(cell, atMost: greater) }
                }
            }
        }
    }

    /// The cells of a figure by their rows.
    private func row(_ sheet: Int, _ cut: Cut, _ figure: Figure) -> [String: Int] {
        Dictionary(
            uniqueKeysWithValues: sheets[sheet].report[cut].compactMap { row in
                number(sheet, cut, row.key, figure).map { (row.key, $0) }
            })
    }

    /// The cells of earlier rows by what these have become.
    private func moved(
        _ rows: [String: Int], at sheet: Int, _ cut: Cut, _ lineage: UnitLineage
    ) -> [String: [Int]] {
        Dictionary(
            grouping: rows.sorted { $0.key < $1.key },
            by: { lineage.row(of: $0.key, in: cut, at: sheets[sheet].report.period) }
        ).mapValues { $0.map(\.value) }
    }

    private mutating func bind(
        _ whole: [String: Int], _ parts: [[String: Int]], at sheet: Int, _ cut: Cut, _ lineage: UnitLineage
    ) {
        let parts = parts.map { moved($0, at: sheet, cut, lineage) }
        for key in Set(parts.flatMap(\.keys)).union(whole.keys).sorted() {
            balance(parts.flatMap { $0[key] ?? [] }, whole[key].map { [$0] } ?? [])
        }
    }

    /// What is left of a period when its beginning is taken away: cells that no file prints. A small one must stay unexposed; of
    /// a large one nothing is asked.
    private mutating func rest(
        _ whole: [String: Int], _ beginning: [String: Int], at sheet: Int, _ cut: Cut, _ lineage: UnitLineage
    ) -> [String: Int] {
        let beginning = moved(beginning, at: sheet, cut, lineage)
        var rests: [String: Int] = [:]
        for key in Set(beginning.keys).union(whole.keys).sorted() {
            let parts = beginning[key] ?? []
            let whole = whole[key].map { [$0] } ?? []
            let value = sum(whole) - sum(parts)
            let standing: DisclosureProblem.Standing =
                value <= 0 ? .shown : value < threshold ? .keptBack : .presumed
            let name = "rest of " + (whole.first.map { cells[$0].name } ?? key)
            let cell = add(.init(name: name, value: max(0, value), weight: 1, standing: standing))
            rests[key] = cell
            balance(parts + [cell], whole)
        }
        return rests
    }

    // MARK: What does not

    /// Each part is at most the whole, and the whole at most all parts together; by how much it is less, nobody knows.
    private mutating func bindCover(_ found: [Int?], _ cut: Cut, _ figure: Figure, _ lineage: UnitLineage) {
        let covers = [(0, [1, 2]), (0, [3, 4, 5]), (1, [3, 4]), (2, [4, 5])]
        let inside = [(1, 0), (2, 0), (3, 1), (3, 0), (4, 0), (5, 2), (5, 0)]
        for (part, whole) in inside {
            guard let part = found[part], let whole = found[whole] else { continue }
            let wholes = row(whole, cut, figure)
            for (key, cells) in moved(row(part, cut, figure), at: whole, cut, lineage).sorted(by: { $0.key < $1.key }) {
                guard let greater = wholes[key] else { continue }
                for cell in cells { order(cell, atMost: greater) }
            }
        }
        for (whole, parts) in covers {
            let parts = parts.compactMap { found[$0] }
            guard let whole = found[whole], parts.count > 1, let last = parts.last else { continue }
            // Where a unit has changed after the whole's last day, its parts tell of other units.
            let wholes = moved(row(whole, cut, figure), at: last, cut, lineage)
            let moved = parts.map { self.moved(row($0, cut, figure), at: last, cut, lineage) }
            for key in Set(wholes.keys).union(moved.flatMap(\.keys)).sorted() {
                let parts = moved.flatMap { $0[key] ?? [] }
                guard let whole = wholes[key], whole.count == 1, sum(parts) >= sum(whole), sum(whole) > 0 else {
                    continue
                }
                balance(parts, whole, isPresumed: true, worth: 1)
            }
        }
    }
}
