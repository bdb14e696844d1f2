import FoundationEssentials
import Testing

/// Rows by column name, read by means that the maker does not share.
struct CSVRows {
    let rows: [[String: String]]

    init(_ text: String) throws {
        var lines: [[String]] = [[""]]
        var quoted = false
        for character in text {
            let last = lines.count - 1
            switch character {
            case "\"": quoted.toggle()
            case ";" where !quoted: lines[last].append("")
            case "\n" where !quoted: lines.append([""])
            default: lines[last][lines[last].count - 1].append(character)
            }
        }
        #expect(!quoted)
        let columns = try #require(lines.first)
        let body = lines.dropFirst().filter { $0 != [""] }
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
