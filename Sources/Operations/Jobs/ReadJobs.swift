public import Domain
import Postgres
public import Store

extension Operations {
    /// A daemon that has said nothing for so many seconds is taken for dead.
    private static let patience = 30.0

    /// How a job stands: the actor's own, or anybody's for those who run matching.
    public func job(_ actor: Actor, _ id: Identifier<JobEntity>) async throws -> Job {
        guard let found = try await jobs(actor, id).first else { throw Refusal.noSuch(.job, id.description) }
        return found
    }

    /// The newest first, at most `limit`.
    public func jobs(_ actor: Actor, limit: Int = 100) async throws -> [Job] {
        try await jobs(actor, nil, limit: limit)
    }

    private func jobs(_ actor: Actor, _ id: Identifier<JobEntity>?, limit: Int = 1) async throws -> [Job] {
        let own = Action.runMatch.roles.contains(actor.role) ? nil : actor.name
        var found = try await read(actor, .listJobs) { connection in
            try await connection.jobs(actor.municipality, id: id, actor: own, limit: limit)
        }
        if found.contains(where: { ($0.state == .queued || $0.state == .running) && $0.silence > Self.patience }) {
            let failure = try Self.text(JobFailure.silent)
            found = try await pool.transaction(for: actor.municipality, by: actor.name) { connection in
                try await connection.giveUpJobs(actor.municipality, silentFor: Self.patience, failure: failure)
                return try await connection.jobs(actor.municipality, id: id, actor: own, limit: limit)
            }
        }
        return try found.map(Job.init)
    }
}
