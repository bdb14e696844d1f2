/// Counts that are to be published together, and all that a reader knows of how they hang together: what disclosure control
/// works on, whatever the tables are about. The rule is in <doc:DisclosureControl>.
public struct DisclosureProblem: Sendable, Hashable {
    /// One count.
    public struct Cell: Sendable, Hashable {
        /// What it is called where it has to be named, such as `by_unit.SB.completed`.
        public let name: String
        /// The true count, from 0.
        public let value: Int
        /// What is lost when it is kept back, from 1; only how it compares with others matters.
        public let weight: Int
        public let standing: Standing

        public init(name: String, value: Int, weight: Int, standing: Standing = .open) {
            self.name = name
            self.value = value
            self.weight = weight
            self.standing = standing
        }
    }

    /// What a reader has of a cell before anything is decided.
    public enum Standing: Sendable, Hashable {
        /// A count of people that is to be published now: it may be kept back, unless it is 0.
        case open
        /// Everybody has it: an earlier publication showed it, or it is not about people.
        case shown
        /// An earlier publication kept it back; it is at least 1, and must stay unexposed.
        case keptBack
        /// Never published. The reader is presumed to know it, though, and that is given up only where nothing else helps;
        /// then it is at least 0. By how much the persons of parts overlap is such a number.
        case presumed
    }

    /// A cell and whether it is added or taken away.
    public struct Term: Sendable, Hashable {
        public let cell: Int
        public let isTakenAway: Bool

        public static func plus(_ cell: Int) -> Term { Term(cell: cell, isTakenAway: false) }
        public static func minus(_ cell: Int) -> Term { Term(cell: cell, isTakenAway: true) }

        var sign: Int { isTakenAway ? -1 : 1 }
    }

    /// One cell is at most another.
    public struct Order: Sendable, Hashable {
        public let smaller: Int
        public let greater: Int

        public init(_ smaller: Int, atMost greater: Int) {
            self.smaller = smaller
            self.greater = greater
        }
    }

    /// Why cells and bonds are no problem that can be worked on.
    public enum Fault: Error, Hashable {
        case thresholdBelowOne
        /// A negative count, a weight below 1, or a 0 that was kept back; the cell's number.
        case cell(Int)
        /// A balance that names a cell twice or one that is not there, or does not come to 0; its number.
        case balance(Int)
        /// An order of a cell with itself or with one that is not there, or that does not hold; its number.
        case order(Int)
    }

    /// Counts of people from 1 to this − 1 are small.
    public let threshold: Int
    public let cells: [Cell]
    /// Sums that are 0: rows, columns, hierarchies, periods that make up another.
    public let balances: [[Term]]
    public let orders: [Order]

    public init(threshold: Int, cells: [Cell], balances: [[Term]], orders: [Order] = []) throws(Fault) {
        guard threshold >= 1 else { throw .thresholdBelowOne }
        for (number, cell) in cells.enumerated()
        where cell.value < 0 || cell.weight < 1 || (cell.standing == .keptBack && cell.value == 0) {
            throw .cell(number)
        }
        for (number, terms) in balances.enumerated() {
            guard terms.allSatisfy({ cells.indices.contains($0.cell) }), Set(terms.map(\.cell)).count == terms.count,
                terms.reduce(0, { $0 + $1.sign * cells[$1.cell].value }) == 0
            else { throw .balance(number) }
        }
        for (number, order) in orders.enumerated() {
            guard cells.indices.contains(order.smaller), cells.indices.contains(order.greater),
                order.smaller != order.greater, cells[order.smaller].value <= cells[order.greater].value
            else { throw .order(number) }
        }
        self.threshold = threshold
        self.cells = cells
        self.balances = balances
        self.orders = orders
    }

    /// A small count of people, which the reader must learn nothing more of than that it is kept back.
    public func isPrimary(_ cell: Int) -> Bool {
        switch cells[cell].standing {
        case .open, .keptBack: (1..<threshold).contains(cells[cell].value)
        case .shown, .presumed: false
        }
    }

    /// Whether a reader may be left without the cell at all.
    func canBeUnknown(_ cell: Int) -> Bool {
        switch cells[cell].standing {
        case .open: cells[cell].value > 0
        case .keptBack, .presumed: true
        case .shown: false
        }
    }

    /// The least that a cell kept back can be: zeros are shown.
    func least(_ cell: Int) -> Int { cells[cell].standing == .presumed ? 0 : 1 }
}
