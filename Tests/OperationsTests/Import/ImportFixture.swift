import Domain
import FoundationEssentials
import Operations
import Postgres
import Store
import TestSupport
import Testing

/// A municipality with a unit, a referrer, a supervisor and a slot to import into.
struct ImportFixture {
    let database: TestDatabase
    let operations: Operations
    let actor: Actor

    static let today = "2026-11-22"

    static func with(_ body: (ImportFixture) async throws -> Void) async throws {
        try await TestDatabase.with { database in
            let fixture = try ImportFixture(
                database: database,
                operations: Operations(pool: database.pool, clock: .fixed(Day(today))),
                actor: Actor(name: "tester", role: .operator, municipality: MunicipalityCode("1485")))
            for (kind, text) in base { _ = try await fixture.load(kind, text) }
            try await body(fixture)
        }
    }

    static let base: [(ImportKind, String)] = [
        (.units, "code;name;kind;parent\nSBF;Samhällsbyggnad;forvaltning;\nPARK;Park;avdelning;SBF\n"),
        (.referrers, "code;name\nSFI;SFI Uddevalla\nAMA;Arbetsmarknad\n"),
        (.supervisors, "code;unit;name\nH1;PARK;Test Handledare\n"),
        (
            .slots,
            """
            code;unit;title;ssyk;kind;from;to;places;state;offered_on
            S1;PARK;Parkarbete;6113;arbetspraktik;2026-01-12;2026-12-18;2;offered;2025-12-01
            S2;PARK;Kök;9412;sprakpraktik;2026-01-12;2026-12-18;1;offered;2025-12-01

            """
        ),
    ]

    @discardableResult
    func load(
        _ kind: ImportKind, _ text: String, dryRun: Bool = false, as actor: Actor? = nil
    ) async throws -> [Int] {
        try await load(kind, bytes: Array(text.utf8), dryRun: dryRun, as: actor)
    }

    @discardableResult
    func load(
        _ kind: ImportKind, bytes: [UInt8], dryRun: Bool = false, as actor: Actor? = nil
    ) async throws -> [Int] {
        let summary = try await operations.importFile(
            actor ?? self.actor, kind, from: ImportSource(bytes: bytes), dryRun: dryRun)
        return [summary.created, summary.updated, summary.unchanged]
    }

    /// The faults of a file that must have some, as `line:column@position`.
    func faults(_ kind: ImportKind, _ text: String) async throws -> [String] {
        try await faultList(kind, text).map { "\($0.line):\($0.column)@\($0.position.map(String.init) ?? "-")" }
    }

    func faultList(_ kind: ImportKind, _ text: String) async throws -> [ImportFault] {
        do {
            _ = try await load(kind, text)
        } catch Refusal.importFaults(let faults) {
            return faults.list
        }
        return []
    }

    /// A number from the database, looked up behind row-level security.
    func count(_ sql: SQL) async throws -> Int {
        try await database.owner.withConnection { try await $0.value(sql, as: Int.self) }
    }

    func text(_ sql: SQL) async throws -> String? {
        try await database.owner.withConnection { try await $0.value(sql, as: String?.self) }
    }
}
