import Domain
import FoundationEssentials
import Postgres
import Store

/// The job has been given up meanwhile, since its daemon was silent: it must change nothing any more.
private struct GivenUp: Error {}

extension Operations {
    /// Does a job's work and marks it done in one transaction; where that fails, says so.
    func carryOut(
        _ id: Identifier<JobEntity>, _ actor: Actor,
        _ work: @escaping @Sendable (Operations, JobMeter) async throws -> JobResult
    ) async {
        let municipality = actor.municipality
        do {
            let isOurs = try await pool.transaction(for: municipality, by: actor.name) { connection in
                try await connection.claimJob(municipality, id: id, daemon: jobs.daemon)
            }
            guard isOurs else { return }
        } catch {
            return await fail(id, actor, error)
        }
        let meter = JobMeter()
        let pulse = Task { await keepAlive(id, actor, meter) }
        defer { pulse.cancel() }
        do {
            try await together(actor) { operations, connection in
                let result = try await work(operations, meter)
                guard
                    try await connection.finishJob(
                        municipality, id: id, result: try Self.text(result), failure: nil)
                else { throw GivenUp() }
            }
        } catch is GivenUp {
            return
        } catch {
            pulse.cancel()
            await fail(id, actor, error)
        }
    }

    private func keepAlive(_ id: Identifier<JobEntity>, _ actor: Actor, _ meter: JobMeter) async {
        while !Task.isCancelled {
            do { try await Task.sleep(for: .milliseconds(500)) } catch { return }
            let progress = meter.progress
            try? await pool.transaction(for: actor.municipality, by: actor.name) { connection in
                try await connection.jobIsAlive(
                    actor.municipality, id: id, done: progress.done, total: progress.total)
            }
        }
    }

    private func fail(_ id: Identifier<JobEntity>, _ actor: Actor, _ error: any Error) async {
        // A task of its own: that this one was cancelled must not keep it from being said.
        let failure = JobFailure(Task.isCancelled ? CancellationError() : error)
        let saying = Task {
            let text = try Self.text(failure)
            try await pool.transaction(for: actor.municipality, by: actor.name) { connection in
                _ = try await connection.finishJob(actor.municipality, id: id, result: nil, failure: text)
            }
        }
        // Without a database it is said by the silence.
        _ = try? await saying.value
    }

    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
