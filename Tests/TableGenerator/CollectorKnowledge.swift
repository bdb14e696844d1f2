import LinearProgramming
import Statistics

/// What a collector knows of one family of figures, as a linear programme.
final class Knowledge {
    private typealias Spot = Collector.Spot
    private let collector: Collector
    private let figures: [Figure]
    private let threshold: Int
    private let isBlank: Bool
    private var spots: [Spot] = []
    private var columns: [Spot: Int] = [:]
    private var bounds: [LinearProgram.Column] = []
    private var rows: [LinearProgram.Row] = []
    private var program = LinearProgram(columns: [], rows: [])
    private var asked: Int?
    private var least: [Double] = []
    private var most: [Double] = []

    /// - Parameter isBlank: Knows of all counts only which are zeros.
    init(_ collector: Collector, _ figures: [Figure], below threshold: Int, isBlank: Bool) {
        self.threshold = threshold
        self.collector = collector
        self.figures = figures
        self.isBlank = isBlank
        for cut in collector.cuts {
            for span in 0...7 where collector.has(cut, span) { fill(span, cut) }
        }
        for cut in collector.cuts {
            for span in 0...7 where collector.has(cut, span) { bindRows(span, cut) }
            for span in 0...5 where collector.has(cut, span) && cut != .total { bindTotal(span, cut) }
            if collector.has(cut, 1) { bindTime(cut) }
        }
        program = LinearProgram(columns: bounds, rows: rows)
    }

    private func fill(_ span: Int, _ cut: Cut) {
        for figure in figures where cut.holds(figure) && (span < 6 || figure.overTime == .addsUp) {
            for key in collector.keys(cut, of: span) {
                let spot = Spot(span: span, cut: cut, key: key, figure: figure)
                guard let count = collector.count(spot), count > 0 else { continue }
                guard isBlank || collector.shown(spot) == nil else { continue }
                columns[spot] = bounds.count
                spots.append(spot)
                bounds.append(.init(lower: span < 6 || count < threshold ? 1 : 0, upper: .infinity))
            }
        }
    }

    // MARK: Bonds

    /// The sum of what is added less what is taken away is within bounds, which it is in truth or nobody knows of it.
    private func bind(_ plus: [Spot], _ minus: [Spot], isEqual: Bool) {
        var terms: [Int: Double] = [:]
        var known = 0
        var truth = 0
        for (spots, sign) in [(plus, 1), (minus, -1)] {
            for spot in spots {
                guard let count = collector.count(spot) else { return }
                truth += sign * count
                if let column = columns[spot] {
                    terms[column, default: 0] += Double(sign)
                } else {
                    known += sign * count
                }
            }
        }
        guard isEqual ? truth == 0 : truth >= 0, !terms.isEmpty else { return }
        rows.append(
            .init(
                lower: Double(-known), upper: isEqual ? Double(-known) : .infinity,
                terms: terms.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }))
    }

    private func bindRows(_ span: Int, _ cut: Cut) {
        for key in collector.keys(cut, of: span) {
            func spot(_ figure: Figure) -> [Spot] { [Spot(span: span, cut: cut, key: key, figure: figure)] }
            func order(_ part: Figure, _ whole: Figure) {
                guard figures.contains(part), cut.holds(part), cut.holds(whole) else { return }
                bind(spot(whole), spot(part), isEqual: false)
            }
            if figures.contains(.completed) {
                bind(spot(.completed) + spot(.interrupted), spot(.koladaDenominator), isEqual: true)
                bind(spot(.known) + spot(.unknown), spot(.koladaDenominator), isEqual: true)
            }
            order(.employedAny, .known)
            order(.hiredByHost, .employedAny)
            order(.koladaKnown, .koladaDenominator)
            order(.koladaNumerator, .koladaKnown)
            order(.sixtyKnown, .sixtyDenominator)
            order(.sixtyNumerator, .sixtyKnown)
            order(.sfiDenominator, .sixtyDenominator)
            order(.sfiNumerator, .sfiDenominator)
            order(.sfiUndated, .sfiDenominator)
        }
    }

    private func bindTotal(_ span: Int, _ cut: Cut) {
        for figure in figures where cut.holds(figure) {
            let rows = collector.keys(cut, of: span).map { Spot(span: span, cut: cut, key: $0, figure: figure) }
            let total = [Spot(span: span, cut: .total, key: "total", figure: figure)]
            bind(rows, total, isEqual: figure.addsUp)
            if !figure.addsUp { for row in rows { bind(total, [row], isEqual: false) } }
        }
    }

    private func bindTime(_ cut: Cut) {
        for figure in figures where cut.holds(figure) {
            func spots(_ parts: [Int], at whole: Int, _ key: String) -> [Spot] {
                parts.flatMap { part in
                    collector.keys(cut, of: part, at: whole, in: key).map {
                        Spot(span: part, cut: cut, key: $0, figure: figure)
                    }
                }
            }
            func bind(_ whole: Int, _ parts: [Int], isEqual: Bool) {
                let moved = parts.flatMap { part in
                    collector.keys(cut, of: part).filter { !collector.keys(cut, of: part, at: whole, in: $0).isEmpty }
                }
                for key in Set(collector.keys(cut, of: whole) + moved).sorted() {
                    let spot = Spot(span: whole, cut: cut, key: key, figure: figure)
                    let parts = spots(parts, at: whole, key)
                    self.bind(parts, [spot], isEqual: isEqual)
                    if !isEqual { for part in parts { self.bind([spot], [part], isEqual: false) } }
                }
            }
            if figure.overTime == .addsUp {
                for (whole, parts) in [(0, [1, 2]), (0, [3, 4, 5]), (1, [3, 6]), (4, [6, 7]), (2, [7, 5])] {
                    bind(whole, parts, isEqual: true)
                }
            } else {
                for (whole, parts) in [(0, [1, 2]), (0, [3, 4, 5])] { bind(whole, parts, isEqual: false) }
                guard cut != .unit else { continue }
                for (whole, parts) in [(1, [3, 4]), (2, [4, 5])] {
                    for key in collector.keys(cut, of: whole) {
                        let spot = Spot(span: whole, cut: cut, key: key, figure: figure)
                        self.bind(spots(parts, at: whole, key), [spot], isEqual: false)
                    }
                }
                // A part is at most the whole; the other way about it takes more than one part.
                for (whole, part) in [(1, 3), (2, 5)] {
                    for key in collector.keys(cut, of: whole) {
                        let spot = Spot(span: whole, cut: cut, key: key, figure: figure)
                        for part in spots([part], at: whole, key) { self.bind([spot], [part], isEqual: false) }
                    }
                }
            }
        }
    }

    // MARK: Questions

    func breaches(where blanks: Knowledge) -> [String] {
        var breaches: [String] = []
        for cut in collector.cuts {
            for span in 0...7 where collector.has(cut, span) {
                for figure in figures where cut.holds(figure) {
                    for key in collector.keys(cut, of: span) {
                        let spot = Spot(span: span, cut: cut, key: key, figure: figure)
                        let count = collector.count(spot) ?? 0
                        let isSmall = (1..<threshold).contains(count)
                        guard isSmall || (count > 0 && columns[spot] != nil) else { continue }
                        guard isSmall || span < 6 else { continue }
                        if span > 5, columns[spot] == nil { continue }
                        if !isOpen(spot, isSmall ? threshold : nil, blanks) {
                            breaches.append("\(span) \(cut.rawValue).\(key).\(figure.rawValue) = \(count)")
                        }
                    }
                }
            }
        }
        return breaches
    }

    private func isOpen(_ spot: Collector.Spot, _ threshold: Int?, _ blanks: Knowledge) -> Bool {
        guard let column = columns[spot] else { return false }
        func isWide() -> Bool {
            guard !least.isEmpty else { return false }
            let low = (least[column] - 1e-6).rounded(.up)
            let high = (most[column] + 1e-6).rounded(.down)
            guard let threshold else { return high > low }
            guard high > low, high >= Double(threshold - 1) else { return false }
            return low <= 1 || low <= blanks.lowest(spot)
        }
        if isWide() { return true }
        return !ask(column) ? false : isWide()
    }

    private func lowest(_ spot: Collector.Spot) -> Double {
        guard let column = columns[spot], ask(column) else { return 1 }
        return (least[column] - 1e-6).rounded(.up)
    }

    private func ask(_ column: Int) -> Bool {
        if let asked { program.setCost(of: asked, 0) }
        program.setCost(of: column, 1)
        asked = column
        guard case .optimal = program.optimise(greatest: false) else { return false }
        note()
        switch program.optimise(greatest: true) {
        case .optimal: note()
        case .unbounded: most[column] = .infinity
        case .infeasible, .failed: return false
        }
        return true
    }

    private func note() {
        let solution = program.solution
        least = least.isEmpty ? solution : zip(least, solution).map(min)
        most = most.isEmpty ? solution : zip(most, solution).map(max)
    }
}
