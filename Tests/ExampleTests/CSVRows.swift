import FoundationEssentials
import Testing

/// Rows by column name, read by means that the maker does not share.
struct CSVRows {
    let rows: [[String: String]]

    init(_ text: String) throws {
        var lines: [[String]] = [[]]
        var cell: [UInt8] = []
        var quoted = false
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): quoted.toggle()
            case UInt8(ascii: ";") where !quoted, UInt8(ascii: "\n") where !quoted:
                lines[lines.count - 1].append(String(decoding: cell, as: UTF8.self))
                cell.removeAll(keepingCapacity: true)
                if byte == UInt8(ascii: "\n") { lines.append([]) }
            default: cell.append(byte)
            }
        }
        #expect(!quoted && cell.isEmpty && lines.popLast() == [])
        let columns = try #require(lines.first)
        let body = lines.dropFirst()
        #expect(body.allSatisfy { $0.count == columns.count })
        rows = body.map { Dictionary(uniqueKeysWithValues: zip(columns, $0)) }
    }

    /// One of the files that come with the source.
    init(file: String) throws {
        let path = Self.root + "/Database/" + file
        let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        try self.init(file.hasPrefix("Reference") ? text.replacing(",", with: ";") : text)
    }

    static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
}
