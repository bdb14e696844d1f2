import FoundationEssentials
import Testing

/// What is said of the seeds' rows in `Statistics.docc/Seeds.md` is there.
struct SeedTests {
    @Test func `every test that the table of the seeds names exists`() throws {
        let tests = try Repository.files(in: "Tests", suffix: "Tests.swift")
        let rows = try Repository.text("Sources/Statistics/Statistics.docc/Seeds.md").split(separator: "\n")
            .filter { $0.hasPrefix("| ") && $0.hasSuffix(" |") }.dropFirst()
        #expect(rows.count == 15)
        for row in rows {
            let named = try #require(row.dropLast(2).split(separator: "|").last).split(separator: ";")
            #expect(!named.isEmpty)
            for one in named {
                let parts = one.split(separator: "`: ", maxSplits: 1).map {
                    $0.drop { $0 == " " || $0 == "`" }
                }
                let (suite, test) = (try #require(parts.first), try #require(parts.last))
                let file = try #require(tests.first { $0.hasSuffix("/\(suite).swift") }, "\(suite)")
                #expect(try Repository.text(file).contains("func `\(test)`"), "\(suite): \(test)")
            }
        }
    }

    /// S2 4.3.8–9: by women and men, and by nothing else of who somebody is.
    @Test func `no column tells of origin, faith or health`() throws {
        let words = [
            "ethnic", "origin_", "country", "nationality", "citizenship", "birthplace", "religion", "faith", "health",
            "diagnos", "disab", "background", "residence_permit",
        ]
        let schema = try Repository.text("Database/current.sql").split(separator: "\n")
        let columns = schema.filter { $0.hasPrefix("    ") && !$0.hasPrefix("     ") }.map {
            String($0.dropFirst(4).prefix { $0 != " " })
        }
        #expect(columns.contains("introduction_ended_on"))
        // Accounts are disabled, people are not.
        for column in columns where column != "disabled_on" {
            #expect(!words.contains { column.contains($0) }, "\(column)")
        }
    }
}
