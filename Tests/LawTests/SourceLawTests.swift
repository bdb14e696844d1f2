import Database
import FoundationEssentials
import Testing

struct SourceLawTests {
    private static let everySource: [String] = {
        let folders = ["Sources", "Tests", "Database"]
        return folders.flatMap { (try? Repository.files(in: $0, suffix: ".swift")) ?? [] }
    }()

    @Test func `a file is under 300 lines`() throws {
        #expect(Self.everySource.count > 100)
        for path in Self.everySource {
            let lines = try Repository.text(path).split(separator: "\n", omittingEmptySubsequences: false).count
            #expect(lines <= 300, "\(path) has \(lines) lines; is it still one thing?")
        }
    }

    @Test func `nothing in the program is left for later or made to crash`() throws {
        let marks = ["TODO", "FIXME", "XXX", "fatal" + "Error(", "try" + "!", "precondition" + "Failure("]
        for path in Self.everySource where path.hasPrefix("Sources/") {
            let text = try Repository.text(path)
            for mark in marks { #expect(!text.contains(mark), "\(path) has \(mark)") }
        }
    }

    @Test func `main only composes`() throws {
        let lines = try Repository.text("Sources/praktik/main.swift").split(separator: "\n").count
        #expect(lines < 80)
    }

    @Test func `no placeholder stands where real files are`() throws {
        let folders = Dictionary(grouping: Self.everySource) {
            $0.split(separator: "/").dropLast().joined(separator: "/")
        }
        for (folder, files) in folders where files.count > 1 {
            #expect(!files.contains { $0.hasSuffix("/Placeholder.swift") }, "\(folder)")
        }
    }

    @Test func `every migration of the folder is embedded, in order and without gaps`() throws {
        let files = try Repository.files(in: "Database/Migrations", suffix: "")
        #expect(Embedded.migrations.map(\.number) == Array(1...Embedded.migrations.count))
        let embedded = Embedded.migrations.map { migration in
            let digits = String(migration.number)
            let number = String(repeating: "0", count: 4 - digits.count) + digits
            return "Database/Migrations/\(number)_\(migration.name).sql"
        }
        #expect(files == embedded)
        for (path, migration) in zip(embedded, Embedded.migrations) {
            #expect(try Repository.text(path) == migration.sql)
        }
    }

    @Test func `the top level stays as it is`() throws {
        let settled: Set = ["Package.swift", "Package.resolved", "Sources", "Tests", "Database", "Deploy", "README.md"]
        let names = try FileManager.default.contentsOfDirectory(atPath: Repository.root)
        #expect(Set(names.filter { !$0.hasPrefix(".") }).isSubset(of: settled))
    }
}
