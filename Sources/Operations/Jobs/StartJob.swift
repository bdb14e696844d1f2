public import Domain
import FoundationEssentials
import Postgres
public import Store

/// A job that has its row, and is begun when that is committed.
public struct QueuedJob: Sendable {
    public let id: Identifier<JobEntity>
    let work: @Sendable () async -> Void
    let runner: JobRunner

    public func begin() { runner.start(id, work) }
}

extension Operations {
    /// Starts an import in the background; ``job(_:_:)`` says how far it has come.
    ///
    /// - Parameter bytes: The file, as ``importFile(_:_:from:dryRun:municipalityNeeded:progress:)`` reads it.
    public func startImport(
        _ actor: Actor, _ kind: ImportKind, bytes: [UInt8], dryRun: Bool = false
    ) async throws -> Identifier<JobEntity> {
        let job = try await queueImport(actor, kind, bytes: bytes, dryRun: dryRun)
        job.begin()
        return job.id
    }

    /// Starts a round in the background; its result is the stored run.
    public func startMatch(
        _ actor: Actor, _ parameters: MatchParameters, dryRun: Bool = false
    ) async throws -> Identifier<JobEntity> {
        let job = try await queueMatch(actor, parameters, dryRun: dryRun)
        job.begin()
        return job.id
    }

    package func queueImport(
        _ actor: Actor, _ kind: ImportKind, bytes: [UInt8], dryRun: Bool
    ) async throws -> QueuedJob {
        try await queue(actor, .importFile, .import, subject: kind.rawValue, bytes.count, dryRun) { operations, meter in
            let summary = try await operations.importFile(actor, kind, from: ImportSource(bytes: bytes), dryRun: dryRun)
            { progress in meter.tell(min(progress.bytes, bytes.count), of: bytes.count) }
            return JobResult(created: summary.created, updated: summary.updated, unchanged: summary.unchanged)
        }
    }

    package func queueMatch(
        _ actor: Actor, _ parameters: MatchParameters, dryRun: Bool
    ) async throws -> QueuedJob {
        let subject = parameters.roundStart.description
        return try await queue(
            actor, .runMatch, .match, subject: subject, JobMeter.roundStages, dryRun, after: parameters.check
        ) { operations, meter in
            let run = try await operations.runMatch(actor, parameters, dryRun: dryRun, timings: meter.timings)
            return JobResult(run: dryRun ? nil : run.code, placed: run.placed, unplaced: run.shown.unplaced.count)
        }
    }

    private func queue(
        _ actor: Actor, _ action: Action, _ kind: JobKind, subject: String, _ total: Int, _ dryRun: Bool,
        after check: () throws(Refusal) -> Void = {},
        _ work: @escaping @Sendable (Operations, JobMeter) async throws -> JobResult
    ) async throws -> QueuedJob {
        let id: Identifier<JobEntity> = identifiers.next()
        try await change(actor, action) { connection in
            try check()
            try await connection.insertJob(
                actor.municipality, id: id, kind: kind, subject: subject, actor: actor.name, isDryRun: dryRun,
                daemon: jobs.daemon, total: total)
            return Changed((), records: [])
        }
        let own = unbound
        return QueuedJob(id: id, work: { await own.carryOut(id, actor, work) }, runner: jobs)
    }
}
