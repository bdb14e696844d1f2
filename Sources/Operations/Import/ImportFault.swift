public import Domain

/// One thing that keeps a file from being imported: where it stands and how to mend it, never the value itself.
public struct ImportFault: Sendable, Hashable {
    /// The line of the file, from 1; a record that spans several is named by its first.
    public let line: Int
    /// The column's name as in the format; empty where the whole line is meant.
    public let column: String
    /// The column's place in the file, from 1; nil where the column is not in the file or the whole line is meant.
    public let position: Int?
    /// What kind of value stands there.
    public let kind: Phrase
    /// What is wrong and what to do about it.
    public let sentence: Phrase

    public init(line: Int, column: String, position: Int?, kind: Phrase, sentence: Phrase) {
        self.line = line
        self.column = column
        self.position = position
        self.kind = kind
        self.sentence = sentence
    }
}

/// Everything found wrong with a file, in the order of its lines; nothing of it was written.
public struct ImportFaults: Sendable, Hashable {
    /// So many faults are kept; a file with more is not a file of this kind, and its memory is bounded.
    public static let limit = 100_000

    public private(set) var list: [ImportFault] = []
    /// How many there are in all.
    public private(set) var count = 0

    public init() {}

    public var isEmpty: Bool { count == 0 }

    mutating func append(_ fault: ImportFault) {
        count += 1
        if list.count < Self.limit { list.append(fault) }
    }

    mutating func sort() {
        list.sort { ($0.line, $0.position ?? 0, $0.column) < ($1.line, $1.position ?? 0, $1.column) }
    }
}
