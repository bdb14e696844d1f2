import Documents
import Domain
import FoundationEssentials
import Operations
import Statistics
import TestSupport
import Testing

/// The file for people as LibreOffice has it for somebody in Sweden who opens it and says OK: see
/// `Oracles/libreoffice_csv.py`.
struct SpreadsheetTests {
    /// The dialogue comes with LibreOffice's windows, not with what Debian builds without them.
    private static let isThere =
        FileManager.default.fileExists(
            atPath: "/usr/lib/libreoffice/share/config/soffice.cfg/modules/scalc/ui/textimportcsv.ui")
        && FileManager.default.fileExists(atPath: "/usr/lib/python3/dist-packages/uno.py")

    @Test(.enabled(if: isThere, "there is no LibreOffice Calc with python3-uno; Deploy/test installs them"))
    func `LibreOffice has a report's numbers as numbers and its letters right, by OK alone`() async throws {
        try await TestDatabase.with { database in
            try await FigureTown.make(database.pool)
            let code = try MunicipalityCode(FigureTown.code)
            let report = try await Operations(pool: database.pool).annualReport(
                Actor(name: "karin", role: .coordinator, municipality: code), year: 2026)
            let more: [CSVCell] = [
                "Räddningstjänsten, Åmål; Östra", .decimal(3.5, places: 1), .decimal(-1234.25, places: 2), "=1+1",
                "a\tb",
            ]
            let rows = [AnnualReport.fileColumns.map(CSVCell.text)] + report.fileRows + [more]
            var writer = CSVWriter(.people)
            for row in rows { writer.write(row) }
            let file = FileManager.default.temporaryDirectory.appending(path: "praktik-\(UUID().uuidString).csv")
            defer { try? FileManager.default.removeItem(at: file) }
            try Data(writer.take()).write(to: file)

            let cells = try await open(file)
            #expect(cells["proposed charset"] == ["Unicode (UTF-8)"])
            #expect(cells["proposed language"]?.first?.hasSuffix("Swedish (Sweden)") == true)
            #expect(cells["size \(rows.count)"] == ["\(AnnualReport.fileColumns.count)"])
            var numbers = 0
            for (row, written) in rows.enumerated() {
                for (column, cell) in written.enumerated() {
                    let found = cells["\(row + 1) \(column + 1)"]
                    switch cell {
                    case .empty: #expect(found == ["empty", ""])
                    case .integer(let value):
                        numbers += 1
                        #expect(found == ["value", "\(value)"])
                    case .decimal(let value, _): #expect(found == ["value", "\(value)"])
                    case .text("=1+1"): #expect(found == ["text", "'=1+1"])
                    case .text("a\tb"): #expect(found == ["text", "a b"] || found == ["text", "a\tb"])
                    // Codes of digits, and days, are numbers to a spreadsheet.
                    case .text(let text) where text.allSatisfy { $0.isNumber || $0 == "-" } && !text.isEmpty:
                        #expect(found?.first == "value" || found == ["text", text])
                    case .text(let text): #expect(found == [text.isEmpty ? "empty" : "text", text])
                    }
                }
            }
            #expect(numbers > 200)
        }
    }

    /// What stands after each line's first two words, by those.
    private func open(_ file: URL) async throws -> [String: [String]] {
        let program = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Oracles/libreoffice_csv.py")
        let output = try await TestProgram.run(["/usr/bin/python3", program.path, file.path])
        var found: [String: [String]] = [:]
        for line in output.split(separator: "\n") {
            let parts = line.split(separator: "\t", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
            guard parts.count > 2 else { continue }
            found["\(parts[0]) \(parts[1])"] = Array(parts[2...])
        }
        return found
    }
}
