import Documents
import Domain
import FoundationEssentials
import Operations
import Postgres
import Statistics
import Store
import TestSupport
import Testing

/// Anyone can verify a closing, in Praktik and outside it; a tampered row is found, and an erased one says by what rule.
struct VerificationTests {
    @Test func `the export is verified by a shell with standard tools, after the corrections too`() async throws {
        try await ClosedYear.with { year in
            let closed = try await year.on().closePeriod(year.karin, .year(2026))
            try await year.correct()
            for actor in [year.karin, year.anna] {
                let export = try await year.on().exportSnapshot(actor, .year(2026))
                let found = try await year.verifyOutside(export, digest: closed.rootDigest)
                #expect(found.isWhole, "\(found.said)")
                #expect(found.said.contains("digest: \(closed.rootDigest)"))
                #expect(found.said.contains("\(closed.rows) rows verified") == (actor.role == .coordinator))
            }
        }
    }

    @Test func `a tampered row, document and digest are found outside`() async throws {
        try await ClosedYear.with { year in
            let closed = try await year.on().closePeriod(year.karin, .year(2026))
            let export = try await year.on().exportSnapshot(year.karin, .year(2026))
            func edit(_ file: String, _ from: String, _ to: String) async throws -> (isWhole: Bool, said: String) {
                try await year.verifyOutside(export, digest: closed.rootDigest) { folder in
                    let path = URL(filePath: "\(folder)/\(file)")
                    let text = try String(contentsOf: path, encoding: .utf8)
                    #expect(text.contains(from))
                    try Data(text.replacing(from, with: to, maxReplacements: 1).utf8).write(to: path)
                }
            }
            let row = try await edit("rows.txt", "\"completed\": 1", "\"completed\": 2")
            #expect(!row.isWhole && row.said.contains("row ") && row.said.contains("NOT what was closed"))
            let document = try await edit("published.json", "\"offered\":", "\"offered\": ")
            #expect(!document.isWhole && document.said.contains("published.json: NOT"))
            let digests = try await edit("digests.txt", "a", "b")
            #expect(!digests.isWhole && digests.said.contains("the digest \(closed.rootDigest): NOT"))
        }
    }

    @Test func `a tampered row, document and root are found inside`() async throws {
        try await ClosedYear.with { year in
            _ = try await year.on().closePeriod(year.karin, .year(2026))
            try await year.tamper(
                """
                UPDATE snapshot_row SET content = replace(content, '"completed": 1', '"completed": 2')
                WHERE content LIKE '%"placement": "K4"%'
                """)
            var verdict = try await year.on().verifySnapshot(year.karin, .year(2026))
            #expect(!verdict.holds && verdict.tampered.count == 1 && verdict.rootHolds)
            // With its digest made to fit, the root does not.
            try await year.tamper("UPDATE snapshot_row SET digest = snapshot_row_digest(salt, content)")
            verdict = try await year.on().verifySnapshot(year.karin, .year(2026))
            #expect(!verdict.holds && verdict.tampered.isEmpty && !verdict.rootHolds)
            try await year.tamper(
                """
                UPDATE snapshot n SET root_digest = encode(sha256(convert_to(n.published_digest || E'\\n'
                    || n.document_digest || E'\\n' || (SELECT string_agg(w.digest || E'\\n', '' ORDER BY w.position)
                        FROM snapshot_row w WHERE w.snapshot_id = n.id), 'UTF8')), 'hex')
                """)
            // The audit log was sealed with the digest that was closed.
            verdict = try await year.on().verifySnapshot(year.karin, .year(2026))
            #expect(!verdict.holds && verdict.rootHolds && !verdict.logHolds && verdict.addsUp == false)
            try await year.tamper("UPDATE snapshot SET published = replace(published, '5', '6')")
            verdict = try await year.on().verifySnapshot(year.karin, .year(2026))
            #expect(!verdict.publishedHolds)
            try await year.tamper("DELETE FROM snapshot_row WHERE position = 3")
            verdict = try await year.on().verifySnapshot(year.karin, .year(2026))
            #expect(verdict.missing == [3])
        }
    }

    @Test func `rows erased by rule are said to be, and the rest is verified as before`() async throws {
        try await ClosedYear.with { year in
            let closed = try await year.on().closePeriod(year.karin, .year(2026))
            let municipality = year.karin.municipality
            let frozen = try await year.forms(year.on())
            let erased = try await year.database.pool.transaction(for: municipality, by: "clock", as: .clock) {
                connection in
                let persons = try await connection.query(
                    "SELECT DISTINCT person_id FROM participant WHERE reference IN ('bo', 'anna')"
                ).map { try $0.value("person_id", as: Identifier<Person>.self) }
                return try await connection.eraseSnapshotRows(of: persons, rule: "placements@1", in: municipality)
            }
            #expect(erased > 2)
            let verdict = try await year.on().verifySnapshot(year.karin, .year(2026))
            #expect(verdict.holds && verdict.erased["placements@1"]?.count == erased && verdict.addsUp == nil)
            #expect(verdict.phrase.sv.contains("Gallrade enligt placements@1"))
            #expect(try await year.forms(year.on()) == frozen)
            let export = try await year.on().exportSnapshot(year.karin, .year(2026))
            let found = try await year.verifyOutside(export, digest: closed.rootDigest)
            #expect(
                found.isWhole && found.said.contains("\(closed.rows - erased) rows verified, \(erased) erased by rule"))
        }
    }

    @Test func `a protected person's row is not given out, and everything is verified all the same`() async throws {
        try await ClosedYear.with { year in
            let closed = try await year.on().closePeriod(year.karin, .year(2026))
            try await year.database.pool.transaction(for: year.karin.municipality, by: "karin", as: .coordinator) {
                _ = try await $0.execute(
                    "UPDATE person SET protected = true FROM participant i WHERE i.person_id = person.id AND i.reference = 'fia'"
                )
            }
            let export = try await year.on().exportSnapshot(year.karin, .year(2026))
            let found = try await year.verifyOutside(export, digest: closed.rootDigest)
            #expect(found.isWhole && found.said.contains("2 withheld"))
            let rows = try #require(export.files.first { $0.name == "rows.txt" })
            #expect(!String(decoding: rows.bytes, as: UTF8.self).contains("\"K9\""))
        }
    }
}
