import Documents
import Domain
import FoundationEssentials
import Operations
import Postgres
import Statistics
import Store
import TestSupport
import Testing

private let oracles = ProcessInfo.processInfo.environment["PRAKTIK_ORACLES"]

/// A closed year's workbook and paper, read by other programs than wrote them, say the same whatever is changed after.
struct FrozenFileTests {
    private static let isAt = "/usr/bin/pdftotext"

    private func read(_ document: PrintedDocument, _ command: (String) -> [String]) async throws -> String {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString)-\(document.name)").path
        #expect(FileManager.default.createFile(atPath: path, contents: Data(document.bytes)))
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try await TestProgram.run(command(path))
    }

    @Test(.enabled(if: oracles != nil, "PRAKTIK_ORACLES names no Python"))
    func `the workbook is cell by cell the same, and names the digest`() async throws {
        let program = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Oracles/workbook.py").path
        try await ClosedYear.with { year in
            func cells(_ day: String) async throws -> String {
                let book = try await year.on(day).reportFile(
                    year.karin, .year(2026), as: .workbook, in: .swedish)
                return try await read(book) { [oracles ?? "", program, $0] }
            }
            let open = try await cells("2027-03-01")
            let closed = try await year.on().closePeriod(year.karin, .year(2026))
            let frozen = try await cells("2027-03-02")
            #expect(frozen.contains(closed.rootDigest) && !open.contains(closed.rootDigest))
            #expect(frozen.contains("Stängd 2027-03-01") && frozen.contains("2027-03-01T00:00:00"))
            // All but what says that it is closed stands as it stood.
            let told = Set(frozen.split(separator: "\n")).subtracting(open.split(separator: "\n"))
            #expect(told.allSatisfy { $0.contains("Om rapporten") })
            try await year.correct()
            #expect(try await cells("2028-06-01") == frozen)
        }
    }

    @Test(.enabled(if: Operations.canPrint, "there is no WeasyPrint to print with"))
    func `the paper says the same, and names the digest`() async throws {
        try await ClosedYear.with { year in
            func text(_ day: String) async throws -> String {
                let paper = try await year.on(day).reportFile(
                    year.karin, .year(2026), as: .paper, in: .swedish)
                return try await read(paper) { [Self.isAt, "-layout", $0, "-"] }
            }
            let closed = try await year.on().closePeriod(year.karin, .year(2026))
            let frozen = try await text("2027-03-02")
            #expect(frozen.contains("Framtagen 1 mars 2027"))
            #expect(frozen.replacing(/\s+/, with: "").contains(closed.rootDigest))
            #expect(frozen.contains("Samhällsbyggnad"))
            try await year.correct()
            #expect(try await text("2028-06-01") == frozen)
        }
    }
}
