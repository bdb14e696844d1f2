import Domain
import FoundationEssentials
import Operations
import Statistics
import TestSupport
import Testing

@testable import ExampleMaker

struct ExampleImportTests {
    /// An older look first: the next year's files then find what there was and take it on.
    @Test(arguments: [2025, 2026]) func `the files come in, twice change nothing, and can be matched and counted`(
        year: Int
    ) async throws {
        try await TestDatabase.with { database in
            let operations = Operations(pool: database.pool)
            let actor = Actor(name: "tester", role: .operator, municipality: try MunicipalityCode(municipality))
            for (kind, source) in try files(year) {
                let summary = try await operations.importFile(actor, kind, from: source)
                #expect(summary.created > 0 && summary.updated == 0 && summary.unchanged == 0)
            }
            for (kind, source) in try files(year) {
                let summary = try await operations.importFile(actor, kind, from: source)
                #expect(summary.created == 0 && summary.updated == 0 && summary.unchanged > 0)
            }
            // The departments say that what they offered still holds: what nobody has confirmed for long is left out.
            let example = try ExampleFiles.of(year)
            for (code, slot) in example.slots where slot["state"] == "offered" {
                try await operations.confirmSlot(actor, try Code(code))
            }
            let run = try await operations.runMatch(actor, MatchParameters(roundStart: roundDay(year)))
            #expect(run.result.pairs.count >= 20)
            #expect(run.result.unplaced.count >= 20)
            #expect(run.result.unplaced.allSatisfy { !$0.text.sv.isEmpty && !$0.text.en.isEmpty })
            #expect(run.result.unplaced.contains { $0.participant == "•••" }, "somebody is protected")

            for left in run.placesLeft {
                let slot = try #require(example.slots[left.slot.rawValue])
                let held = try example.placements.count {
                    let state = try #require(PlacementState(rawValue: $0["state"]))
                    let isHeld = PlacementState.open.contains(state)
                    return try isHeld && $0["slot"] == left.slot.rawValue && $0.day("to") >= roundDay(year)
                }
                #expect(try left.places == slot.number("places") - held - left.placed)
                #expect(slot["state"] == "offered")
            }

            let joint = try await operations.commitmentStatus(actor, year: year).undertakings.first { $0.unit == nil }
            #expect(joint?.count.offered == jointPlaces(year))
            let report = try await operations.annualReport(actor, year: year)
            #expect((report.total[.started] ?? 0) > 0)

            for (kind, source) in try files(year + 1) {
                _ = try await operations.importFile(actor, kind, from: source)
            }
        }
    }

    private func files(_ year: Int) throws -> [(ImportKind, ImportSource)] {
        let given: [ImportKind] = [.units, .referrers, .supervisors, .undertakings]
        return try given.map { kind in
            (kind, try ImportSource(path: "\(CSVRows.root)/Database/Example/\(kind.rawValue).csv"))
        }
            + Example(year: year).tables.map {
                (try #require(ImportKind(rawValue: $0.kind)), ImportSource(text: $0.text))
            }
    }
}
