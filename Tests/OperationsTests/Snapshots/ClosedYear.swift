import Documents
import Domain
import FoundationEssentials
import Operations
import Postgres
import Statistics
import Store
import TestSupport
import Testing

/// The municipality of ``FigureTown`` whose year 2026 can be closed, changed after, and read in every form.
struct ClosedYear {
    let database: TestDatabase
    let karin: Actor
    let anna: Actor

    /// On a day, 2027-03-01 if none is given.
    func on(_ day: String = "2027-03-01") throws -> Operations {
        Operations(pool: database.pool, clock: .fixed(try Day(day)))
    }

    static func with<Value: Sendable>(_ body: (ClosedYear) async throws -> Value) async throws -> Value {
        try await TestDatabase.with { database in
            try await FigureTown.make(database.pool)
            let code = try MunicipalityCode(FigureTown.code)
            // Whoever changes a slot on a page says how urgent it is.
            try await database.pool.transaction(for: code, by: "karin", as: .coordinator) {
                _ = try await $0.execute("UPDATE slot SET urgency = 'normal'")
            }
            return try await body(
                ClosedYear(
                    database: database, karin: Actor(name: "karin", role: .coordinator, municipality: code),
                    anna: Actor(name: "anna", role: .statistician, municipality: code)))
        }
    }

    /// An outcome, a slot and a unit's name, each as a coordinator does it.
    func correct() async throws {
        let operations = try on("2027-04-02")
        let csv = """
            municipality,code,placement,checked_on,status,employer,form,from
            1485,U6,K6,2026-10-15,employed,other,permanent,2026-10-10
            """
        _ = try await operations.importFile(karin, .outcomes, from: ImportSource(text: csv))
        _ = try await operations.changeSlot(karin, try Code("S6")) { $0.places = try Capacity(5) }
        _ = try await operations.changeUnit(karin, try Code("SB")) { $0.name = try Line("Samhällsbyggnad och miljö") }
    }

    /// What a script gets: the report as JSON, as CSV for machines, whole and as published.
    func forms(_ operations: Operations) async throws -> [String] {
        var forms: [String] = []
        for publication in [false, true] {
            let whole = try await operations.periodReport(karin, .year(2026), forPublication: publication)
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            forms.append(String(decoding: try encoder.encode(whole), as: UTF8.self))
            var writer = CSVWriter(.machines)
            writer.write(AnnualReport.fileColumns.map(CSVCell.text))
            for row in whole.report.fileRows { writer.write(row) }
            forms.append(String(decoding: writer.take(), as: UTF8.self))
        }
        return forms
    }

    /// Does something to the database that no operation does.
    func tamper(_ statement: SQL) async throws {
        try await database.owner.withConnection { connection in
            _ = try await connection.execute("ALTER TABLE snapshot DISABLE TRIGGER USER")
            _ = try await connection.execute("ALTER TABLE snapshot_row DISABLE TRIGGER USER")
            #expect(try await connection.execute(statement) > 0)
        }
    }

    /// Writes the export into a folder, and runs its script there with nothing but a shell.
    func verifyOutside(
        _ export: SnapshotExport, digest: String, changing change: (String) throws -> Void = { _ in }
    ) async throws -> (isWhole: Bool, said: String) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "praktik-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for file in export.files {
            #expect(FileManager.default.createFile(atPath: "\(folder)/\(file.name)", contents: Data(file.bytes)))
        }
        try change(folder)
        let said = try await TestProgram.run(
            ["/bin/sh", "-c", "env -i PATH=/usr/bin:/bin sh '\(folder)/verify.sh' \(digest); echo \"status $?\""])
        return (said.contains("status 0"), said)
    }
}
