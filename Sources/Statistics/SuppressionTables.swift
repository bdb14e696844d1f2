/// The counts of people in a report, and what a reader knows of how they hang together.
struct SuppressionTables {
    struct Cell {
        let cut: Cut
        let row: Int
        let figure: Figure
        let value: Int
        var isHidden = false
    }

    /// What holds between cells, whatever their numbers.
    enum Bond {
        /// The terms' sum stays as it is.
        case sum([(cell: Int, sign: Int)])
        case atMost(smaller: Int, greater: Int)
    }

    var cells: [Cell] = []
    private(set) var bonds: [Bond] = []
    /// The numbers of the bonds that each cell is in.
    private(set) var bondsOfCell: [[Int]] = []

    private struct Place: Hashable {
        let cut: Cut
        let row: Int
        let figure: Figure
    }

    init(_ report: AnnualReport) {
        var numbers: [Place: Int] = [:]
        for cut in Cut.allCases {
            for figure in Figure.allCases where figure.countsPersons {
                for (row, figures) in report[cut].enumerated() {
                    guard let value = figures[figure] else { continue }
                    numbers[Place(cut: cut, row: row, figure: figure)] = cells.count
                    cells.append(Cell(cut: cut, row: row, figure: figure, value: value))
                }
            }
        }
        bondsOfCell = Array(repeating: [], count: cells.count)
        for cut in Cut.allCases {
            for row in report[cut].indices { bindRow { numbers[Place(cut: cut, row: row, figure: $0)] } }
            guard cut != .total else { continue }
            for figure in Figure.allCases {
                guard let total = numbers[Place(cut: .total, row: 0, figure: figure)] else { continue }
                let rows = report[cut].indices.compactMap { numbers[Place(cut: cut, row: $0, figure: figure)] }
                bindColumn(rows, total: total, addsUp: figure.addsUp)
            }
        }
    }

    private mutating func bindRow(_ number: (Figure) -> Int?) {
        for parts in [[Figure.completed, .interrupted], [.known, .unknown]] {
            guard let whole = number(.koladaDenominator) else { continue }
            let parts = parts.compactMap(number)
            if parts.count == 2 { add(.sum(parts.map { ($0, 1) } + [(whole, -1)])) }
        }
        for (smaller, greater) in [
            (Figure.employedAny, Figure.known), (.sixtyNumerator, .sixtyDenominator),
            (.koladaNumerator, .koladaDenominator),
        ] {
            if let smaller = number(smaller), let greater = number(greater) {
                add(.atMost(smaller: smaller, greater: greater))
            }
        }
    }

    private mutating func bindColumn(_ rows: [Int], total: Int, addsUp: Bool) {
        guard !rows.isEmpty else { return }
        add(.sum(rows.map { ($0, 1) } + [(total, -1)]))
        if !addsUp { for row in rows { add(.atMost(smaller: row, greater: total)) } }
    }

    private mutating func add(_ bond: Bond) {
        switch bond {
        case .sum(let terms): for term in terms { bondsOfCell[term.cell].append(bonds.count) }
        case .atMost(let smaller, let greater):
            bondsOfCell[smaller].append(bonds.count)
            bondsOfCell[greater].append(bonds.count)
        }
        bonds.append(bond)
    }
}
