import Domain
import Testing

@testable import ExampleMaker

/// The files of a year, read back.
struct ExampleFiles {
    let slots: [String: Row]
    let participants: [String: Row]
    let placements: [Row]
    let outcomes: [Row]
    let undertakings: [Row]

    /// The years that are looked at: every turn of the joint figure, and two leap years.
    static let years = 2025...2032

    /// Made once; a year beyond the last is there to be compared with.
    private static let made = Dictionary(
        uniqueKeysWithValues: (years.lowerBound...years.upperBound + 1).map { year in
            (year, Result { try ExampleFiles(making: year) })
        })

    static func of(_ year: Int) throws -> ExampleFiles { try #require(made[year]).get() }

    private init(making year: Int) throws {
        var files: [String: [Row]] = [:]
        for table in Example(year: year).tables {
            files[table.kind] = try CSVRows(table.text).rows.map(Row.init)
        }
        let keyed = { (rows: [Row]?, key: (Row) -> String) in
            let pairs = (rows ?? []).map { (key($0), $0) }
            #expect(Set(pairs.map(\.0)).count == pairs.count, "keys stand once")
            return Dictionary(pairs) { first, _ in first }
        }
        slots = keyed(files["slots"]) { $0["code"] }
        participants = keyed(files["participants"]) { $0["referrer"] + "/" + $0["reference"] }
        placements = try #require(files["placements"])
        outcomes = try #require(files["outcomes"])
        undertakings = try #require(files["undertakings"])
    }

    func person(_ row: Row, referrer: String = "referrer", reference: String = "participant") throws -> String {
        let participant = try #require(participants[row[referrer] + "/" + row[reference]])
        let identity = participant["identity"]
        return participant["identity_type"] == "none" ? row[referrer] + "/" + row[reference] : identity
    }

    struct Row {
        let cells: [String: String]

        init(_ cells: [String: String]) { self.cells = cells }

        subscript(column: String) -> String { cells[column] ?? "no column \(column)" }

        func day(_ column: String) throws -> Day { try Day(self[column]) }

        func dayIfAny(_ column: String) throws -> Day? { self[column].isEmpty ? nil : try day(column) }

        func number(_ column: String) throws -> Int { try #require(Int(self[column])) }

        func list(_ column: String) -> [String] { self[column].split(separator: "|").map(String.init) }
    }
}
