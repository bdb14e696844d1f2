/// One record of a CSV file: its fields, unquoted and as valid UTF-8.
public struct CSVRecord: Sendable, Hashable {
    /// The physical line, from 1, on which the record begins; a quoted field may hold line breaks.
    public internal(set) var line = 0
    var bytes: [UInt8] = []
    var ends: [Int] = []

    public var count: Int { ends.count }

    /// The bytes of a field, from 0.
    public subscript(index: Int) -> ArraySlice<UInt8> {
        bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }

    public func isEmpty(_ index: Int) -> Bool { ends[index] == (index == 0 ? 0 : ends[index - 1]) }

    /// Whether every field is empty, as the lines are that spreadsheets leave behind the last row.
    public var isBlank: Bool { bytes.isEmpty }

    public func text(_ index: Int) -> String {
        String(decoding: self[index], as: UTF8.self)
    }

    public var texts: [String] { (0..<count).map(text) }
}
