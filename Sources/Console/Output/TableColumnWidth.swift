/// How many cells a column of a table takes.
struct TableColumnWidth {
    let isNumeric: Bool
    /// Below this a column says nothing any more. Codes, dates and figures are whole or not there at all; prose may be cut,
    /// and so may a title that is longer than what stands below it.
    let least: Int
    var width: Int

    private static let leastProse = 8
    private static let leastTitle = 4

    init(title: String, texts: [String], cells: [Cell]) {
        let title = DisplayWidth.of(title)
        let widest = texts.map { DisplayWidth.of($0) }.max() ?? 0
        let filled = cells.filter { $0 != .empty }
        isNumeric = !filled.isEmpty && filled.allSatisfy(\.isNumber)
        width = max(title, widest)
        let isProse = texts.contains { $0.contains(" ") }
        least = isProse ? min(width, Self.leastProse) : max(widest, min(title, Self.leastTitle))
    }
}
