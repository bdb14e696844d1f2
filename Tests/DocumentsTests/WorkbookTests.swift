import Documents
import FoundationEssentials
import Subprocess
import SystemPackage
import Testing

/// What is written is read back by a reader that knows nothing of the writer.
struct WorkbookTests {
    private static let interpreter = ProcessInfo.processInfo.environment["PRAKTIK_ORACLES"]
    private static let hasReader: Bool = interpreter != nil

    private static let book = Workbook(
        title: "Årsrapport 2026", author: "Uddevalla kommun", created: 1_800_000_000,
        tables: [
            DataTable(
                "Per enhet",
                [
                    .init("Enhet", .text), .init("Erbjudna", .integer), .init("Andel", .share),
                    .init("Timmar", .decimal),
                    .init("Dag", .day),
                ],
                rows: [
                    [.text("Räddningstjänsten"), .integer(12), .share(0.25), .decimal(2.5), .day(2026, 3, 9)],
                    [.text("=1+1"), .withheld, .empty, .integer(3), .empty],
                ]),
            DataTable("Per enhet", [.init("Å/ä:ö", .wide)], rows: [[.text("Så räknas det")]]),
            DataTable("Per studiemedelsberättigad utbildning och mera till", [.init("x", .text)]),
        ], withheld: (mark: "–", note: "Visas inte"))

    @Test func `the same content is the same file`() throws {
        let bytes = try Self.book.bytes()
        #expect(try Self.book.bytes() == bytes)
        #expect(bytes.starts(with: [0x50, 0x4B]))
    }

    @Test(.enabled(if: hasReader, "PRAKTIK_ORACLES names no Python"))
    func `a reader finds numbers as numbers, days as days, Swedish letters and a header that stays`() async throws {
        let path = FileManager.default.temporaryDirectory.path() + "workbook-\(UUID().uuidString).xlsx"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(Self.book.bytes()).write(to: URL(filePath: path))
        let program = FilePath(#filePath).removingLastComponent().removingLastComponent().appending(
            "Oracles/workbook.py")
        let result = try await Subprocess.run(
            .path(FilePath(Self.interpreter ?? "")), arguments: [program.string, path],
            output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
        let lines = result.standardOutput.split(separator: "\n").map(String.init)
        #expect(
            lines == [
                "book\tÅrsrapport 2026\tUddevalla kommun\t2027-01-15T08:00:00",
                "sheet\tPer enhet\tB2\tA1:E3", "cell\tPer enhet\tA1\tstr\tGeneral\tEnhet\t",
                "cell\tPer enhet\tB1\tstr\tGeneral\tErbjudna\t", "cell\tPer enhet\tC1\tstr\tGeneral\tAndel\t",
                "cell\tPer enhet\tD1\tstr\tGeneral\tTimmar\t", "cell\tPer enhet\tE1\tstr\tGeneral\tDag\t",
                "cell\tPer enhet\tA2\tstr\tGeneral\tRäddningstjänsten\t", "cell\tPer enhet\tB2\tint\t#,##0\t12\t",
                "cell\tPer enhet\tC2\tfloat\t0%\t0.25\t", "cell\tPer enhet\tD2\tfloat\t#,##0.00\t2.5\t",
                "cell\tPer enhet\tE2\tday\tyyyy-mm-dd\t2026-03-09 00:00:00\t",
                "cell\tPer enhet\tA3\tstr\tGeneral\t=1+1\t", "cell\tPer enhet\tB3\tstr\tGeneral\t–\tVisas inte",
                "cell\tPer enhet\tD3\tint\t#,##0\t3\t", "sheet\tPer enhet 2\tB2\tA1:A2",
                "cell\tPer enhet 2\tA1\tstr\tGeneral\tÅ/ä:ö\t",
                "cell\tPer enhet 2\tA2\tstr\tGeneral\tSå räknas det\t",
                "sheet\tPer studiemedelsberättigad utbi\tB2\tA1:A1",
                "cell\tPer studiemedelsberättigad utbi\tA1\tstr\tGeneral\tx\t",
            ], "\(result.standardError)")
    }

    @Test(.enabled(if: hasReader, "PRAKTIK_ORACLES names no Python"))
    func `a spreadsheet in Swedish finds the cells and numbers of a file for people without asking`() async throws {
        var writer = CSVWriter(.people)
        writer.write(["enhet", "erbjudna", "timmar"])
        writer.write([.text("Räddningstjänsten; Å, Ä"), .integer(12), .decimal(2.5, places: 2)])
        writer.write([.text("=1+1"), .empty, .integer(-3)])
        let path = FileManager.default.temporaryDirectory.path() + "people-\(UUID().uuidString).csv"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(writer.take()).write(to: URL(filePath: path))
        let program = FilePath(#filePath).removingLastComponent().removingLastComponent()
            .appending("Oracles/swedish_csv.py")
        let result = try await Subprocess.run(
            .path(FilePath(Self.interpreter ?? "")), arguments: [program.string, path],
            output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
        let lines = result.standardOutput.split(separator: "\n").map(String.init)
        #expect(
            lines == [
                "1\t1\ttext\tenhet", "1\t2\ttext\terbjudna", "1\t3\ttext\ttimmar",
                "2\t1\ttext\tRäddningstjänsten; Å, Ä", "2\t2\tnumber\t12", "2\t3\tnumber\t2,50", "3\t1\ttext\t'=1+1",
                "3\t2\tempty\t", "3\t3\tnumber\t-3",
            ], "\(result.standardError)")
    }
}
