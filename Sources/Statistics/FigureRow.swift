/// One row of a report: what was counted for one key of a cut.
public struct FigureRow: Sendable, Hashable {
    /// A unit's or referrer's code, a word of a vocabulary, or `total`.
    public let key: String
    /// What the key stands for, where it has a name of its own.
    public let name: String?
    /// Whether it is a department that is valid on some day of the period.
    public var isDepartment = false
    private var counts: [Int?]
    private var median: Int?

    /// Every figure is 0; those that mean nothing in the cut are nil.
    public init(key: String, name: String? = nil, in cut: Cut) {
        self.key = key
        self.name = name
        counts = Figure.allCases.map { cut.holds($0) ? 0 : nil }
    }

    /// The count, from 0; nil where it has no meaning or is suppressed.
    public subscript(figure: Figure) -> Int? {
        get { counts[Self.place[figure] ?? 0] }
        set { counts[Self.place[figure] ?? 0] = newValue }
    }

    /// The median of the days from registration to start, from 0; nil where nothing started, and where it is not shown how
    /// much did.
    public var daysToStart: Int? {
        get { (self[.started] ?? 0) > 0 ? median : nil }
        set { median = newValue }
    }

    private static let place = Dictionary(
        uniqueKeysWithValues: Figure.allCases.enumerated().map { ($0.element, $0.offset) })
}

extension FigureRow {
    /// The name of ``daysToStart`` in files and JSON.
    public static let daysToStartName = "days_to_start"

    /// Nothing was counted in it.
    public var isEmpty: Bool { counts.allSatisfy { ($0 ?? 0) == 0 } }

    /// Sets what follows from the rest: every ended placement is known or unknown, and all of them are the denominator.
    mutating func complete() {
        guard let completed = self[.completed], let interrupted = self[.interrupted], let known = self[.known] else {
            return
        }
        self[.koladaDenominator] = completed + interrupted
        self[.unknown] = completed + interrupted - known
    }
}

extension FigureRow: Encodable {
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Name.self)
        try container.encode(key, forKey: Name("key"))
        if let name { try container.encode(name, forKey: Name("name")) }
        // A missing figure is written as null, never left out.
        for figure in Figure.allCases { try container.encode(self[figure], forKey: Name(figure.rawValue)) }
        try container.encode(daysToStart, forKey: Name(Self.daysToStartName))
    }
}

/// A key of a JSON object that is made from a vocabulary.
struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ stringValue: String) { self.stringValue = stringValue }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
