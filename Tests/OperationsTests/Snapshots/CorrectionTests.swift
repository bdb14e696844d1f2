import Documents
import Domain
import FoundationEssentials
import Operations
import Postgres
import Statistics
import Store
import TestSupport
import Testing

/// What the closed figures would be today, and why.
struct CorrectionTests {
    @Test func `an outcome, a slot and a unit's name are the three corrections, each with its effect and cause`()
        async throws
    {
        try await ClosedYear.with { year in
            _ = try await year.on().closePeriod(year.karin, .year(2026))
            #expect(try await year.on().corrections(year.karin, .year(2026)).corrections.isEmpty)
            try await year.correct()
            let list = try await year.on().corrections(year.karin, .year(2026))
            #expect(list.corrections.count == 3, "\(list.corrections)")
            let outcome = try #require(list.corrections.first { $0.subject == .placement })
            #expect(outcome.kind == .changed && outcome.code == "K6" && outcome.effect["employed_any"] == 1)
            #expect(outcome.fields.map(\.name) == ["outcomes"])
            #expect(outcome.fields.first?.before?.contains("studying") == true)
            #expect(outcome.fields.first?.after?.contains("employed") == true)
            #expect(outcome.causes.map(\.action) == ["import"] && outcome.causes.first?.role == .coordinator)
            let slot = try #require(list.corrections.first { $0.subject == .places })
            #expect(slot.code == "S6" && slot.effect == ["offered": 1])
            #expect(slot.fields == [Correction.Field(name: "places", before: "4", after: "5")])
            #expect(slot.causes.map(\.action) == ["slot.change"])
            let name = try #require(list.corrections.first { $0.subject == .unit })
            #expect(name.kind == .renamed && name.code == "SB" && name.effect.isEmpty)
            #expect(
                name.fields
                    == [.init(name: "name", before: "Samhällsbyggnad", after: "Samhällsbyggnad och miljö")])
            #expect(name.causes.map(\.action) == ["unit.manage"])
            let moved = Dictionary(uniqueKeysWithValues: list.moved.map { ($0.figure, $0.now - $0.closed) })
            #expect(moved["employed_any"] == 1 && moved["offered"] == 1)
            #expect(try await year.on().correctionCount(year.anna, .year(2026)) == 3)
            await #expect(throws: Refusal.notAllowed(.readFigureRows, .statistician)) {
                try await year.on().corrections(year.anna, .year(2026))
            }
        }
    }

    @Test func `the effects of the rows add up to how the figures move`() async throws {
        try await ClosedYear.with { year in
            _ = try await year.on().closePeriod(year.karin, .year(2026))
            try await year.correct()
            try await year.database.pool.transaction(for: year.karin.municipality, by: "karin", as: .coordinator) {
                // A placement that is gone from the year, a slot that is new in it, and a sex that is known.
                _ = try await $0.execute("UPDATE participant SET sex = 'man' WHERE reference = 'david'")
                _ = try await $0.execute(
                    """
                    INSERT INTO slot (municipality, id, code, unit_id, title, kind, starts_on, ends_on, places, state)
                    SELECT municipality, uuid_v7(), 'S9', id, 'Ny', 'arbetspraktik', '2026-02-01', '2026-03-01', 3, 'offered'
                    FROM organisation_unit WHERE code = 'KF'
                    """)
                _ = try await $0.execute(
                    "UPDATE participant SET introduction_ended_on = NULL WHERE reference = 'hedda'")
            }
            let list = try await year.on().corrections(year.karin, .year(2026))
            #expect(Set(list.corrections.map(\.kind)) == [.added, .gone, .changed, .renamed])
            var sums: [String: Int] = [:]
            for one in list.corrections { sums.merge(one.effect, uniquingKeysWith: +) }
            sums = sums.filter { $0.value != 0 }
            let moved = Dictionary(
                uniqueKeysWithValues: list.moved.filter { $0.figure != "persons" }.map {
                    ($0.figure, $0.now - $0.closed)
                })
            #expect(sums == moved)
        }
    }

    @Test func `of a protected person a correction tells how much, and nothing else`() async throws {
        try await ClosedYear.with { year in
            _ = try await year.on().closePeriod(year.karin, .year(2026))
            try await year.correct()
            try await year.database.pool.transaction(for: year.karin.municipality, by: "karin", as: .coordinator) {
                _ = try await $0.execute(
                    "UPDATE person SET protected = true FROM participant i WHERE i.person_id = person.id AND i.reference = 'erik'"
                )
            }
            let list = try await year.on().corrections(year.karin, .year(2026))
            let one = try #require(list.corrections.first { $0.isProtected })
            #expect(one.code == nil && one.fields.isEmpty && one.causes.isEmpty && one.position == nil)
            #expect(one.effect["employed_any"] == 1)
        }
    }
}
