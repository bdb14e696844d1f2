import Domain
import FoundationEssentials
import Postgres
import Store
import TestSupport
import Testing

@testable import Operations

struct JobTests {
    private static let units = "code;name;kind\nSB;Samhällsbyggnad;forvaltning\nKF;Kultur;forvaltning\n"

    private func with(_ body: (Operations, Actor, TestDatabase) async throws -> Void) async throws {
        try await TestDatabase.with { database in
            let town = try MunicipalityCode("1485")
            let operations = Operations(pool: database.pool, clock: .fixed(try Day("2026-03-02")))
            try await body(operations, Actor(name: "karin", role: .coordinator, municipality: town), database)
            await operations.endJobs()
        }
    }

    private func finished(_ operations: Operations, _ actor: Actor, _ id: Identifier<JobEntity>) async throws -> Job {
        while true {
            let job = try await operations.job(actor, id)
            if job.isOver { return job }
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    @Test func `an import in the background says what it counted, and a second time that nothing changed`() async throws
    {
        try await with { (operations, karin, _) async throws -> Void in
            let first = try await operations.startImport(karin, .units, bytes: Array(Self.units.utf8))
            let done = try await finished(operations, karin, first)
            #expect(done.state == .done)
            #expect(done.result == JobResult(created: 2, updated: 0, unchanged: 0))
            #expect(done.done == Self.units.utf8.count)
            let second = try await operations.startImport(karin, .units, bytes: Array(Self.units.utf8))
            #expect(try await finished(operations, karin, second).result?.unchanged == 2)
            #expect(try await operations.jobs(karin).map(\.id) == [second, first])
        }
    }

    @Test func `a dry run in the background changes nothing`() async throws {
        try await with { (operations, karin, _) async throws -> Void in
            let id = try await operations.startImport(karin, .units, bytes: Array(Self.units.utf8), dryRun: true)
            let done = try await finished(operations, karin, id)
            #expect(done.isDryRun)
            #expect(done.result?.created == 2)
            #expect(try await operations.units(karin).isEmpty)
        }
    }

    @Test func `a file with faults is a failed job with every fault`() async throws {
        try await with { (operations, karin, _) async throws -> Void in
            let id = try await operations.startImport(karin, .units, bytes: Array("code;name;kind\nA;;b\n".utf8))
            let job = try await finished(operations, karin, id)
            #expect(job.state == .failed)
            #expect(job.failure?.code == "import_faults")
            #expect(job.failure?.faults.map(\.column) == ["name", "kind"])
            #expect(try await operations.units(karin).isEmpty)
        }
    }

    @Test func `a job is followed by its own and by those who run matching, and is not there for others`() async throws
    {
        try await with { (operations, karin, _) async throws -> Void in
            let id = try await operations.startImport(karin, .units, bytes: Array(Self.units.utf8))
            let root = Actor(name: "root", role: .operator, municipality: karin.municipality)
            let anna = Actor(name: "anna", role: .registrar, municipality: karin.municipality)
            _ = try await finished(operations, root, id)
            await #expect(throws: Refusal.noSuch(.job, id.description)) { try await operations.job(anna, id) }
            let other = Actor(name: "karin", role: .coordinator, municipality: try MunicipalityCode("1487"))
            await #expect(throws: Refusal.noSuch(.job, id.description)) { try await operations.job(other, id) }
        }
    }

    @Test func `a job whose daemon is silent is given up, and can then change nothing`() async throws {
        try await with { (operations, karin, database) async throws -> Void in
            let dead = try await operations.queueImport(karin, .units, bytes: Array(Self.units.utf8), dryRun: false)
            try await database.pool.transaction(for: karin.municipality, by: "test") { connection in
                _ = try await connection.execute("UPDATE job SET alive_at = alive_at - interval '1 minute'")
            }
            let job = try await operations.job(karin, dead.id)
            #expect(job.state == .failed)
            #expect(job.failure == .silent)
            // It lives after all: the job is no longer its own.
            await dead.work()
            #expect(try await operations.job(karin, dead.id).failure == .silent)
            #expect(try await operations.units(karin).isEmpty)
        }
    }

    @Test func `work that was given up while it ran is taken back whole`() async throws {
        try await with { (operations, karin, database) async throws -> Void in
            let job = try await operations.queueImport(karin, .units, bytes: Array(Self.units.utf8), dryRun: false)
            await operations.unbound.carryOut(job.id, karin) { bound, _ in
                let summary = try await bound.importFile(karin, .units, from: ImportSource(text: Self.units))
                try await database.pool.transaction(for: karin.municipality, by: "test") { connection in
                    try await connection.giveUpJobs(karin.municipality, silentFor: -1, failure: #"{"code":"x"}"#)
                }
                return JobResult(created: summary.created)
            }
            #expect(try await operations.units(karin).isEmpty)
        }
    }

    @Test func `an end breaks off what does not end, and says so`() async throws {
        try await with { (operations, karin, _) async throws -> Void in
            let job = try await operations.queueImport(karin, .units, bytes: [], dryRun: false)
            operations.jobs.start(job.id) {
                await operations.carryOut(job.id, karin) { _, _ in
                    try await Task.sleep(for: .seconds(600))
                    return JobResult()
                }
            }
            await operations.endJobs(within: .milliseconds(50))
            #expect(try await operations.job(karin, job.id).failure?.code == "interrupted")
        }
    }

    @Test func `a round in the background leaves a run`() async throws {
        try await TestDatabase.with { database in
            let town = try await TestMunicipality.make(database.pool, proposed: 0)
            let operations = Operations(pool: database.pool, clock: .fixed(try Day("2026-02-02")))
            let karin = Actor(name: "karin", role: .coordinator, municipality: town.code)
            let id = try await operations.startMatch(karin, MatchParameters(roundStart: try Day("2026-02-02")))
            let job = try await finished(operations, karin, id)
            #expect(job.failure == nil)
            let run = try #require(job.result?.run)
            #expect(try await operations.matchRun(karin, code: run).code == run)
            #expect(job.done == job.total)
        }
    }
}
