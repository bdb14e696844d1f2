public import Domain
import Postgres
public import Store

extension Operations {
    /// A daemon that has said nothing for so many seconds is taken for dead.
    private static let patience = 30.0

    /// How a job stands: the actor's own, or anybody's for those who run matching.
    public func job(_ actor: Actor, _ id: Identifier<JobEntity>) async throws -> Job {
        let found = try await living(actor, \.self) { connection, own in
            let found = try await connection.jobs(actor.municipality, id: id, actor: own, limit: 1)
            guard found.isEmpty else { return found }
            // Refused in here, so that the log says so; another's job is no more there than one that never was.
            let isThere = try await !connection.jobs(actor.municipality, id: id, actor: nil, limit: 1).isEmpty
            if isThere { throw Hidden(.job, id.description) }
            throw Refusal.noSuch(.job, id.description)
        }
        guard let found = found.first else { throw Refusal.noSuch(.job, id.description) }
        return try Job(found)
    }

    /// The newest first, at most `limit`.
    public func jobs(_ actor: Actor, limit: Int = 100) async throws -> [Job] {
        try await living(actor, \.self) { connection, own in
            try await connection.jobs(actor.municipality, actor: own, limit: limit)
        }.map(Job.init)
    }

    /// A page of them, the newest first.
    public func jobList(_ actor: Actor, page: PageRequest = PageRequest()) async throws -> ListPage<Job> {
        try await living(actor, \.rows) { connection, own in
            try await connection.jobPage(actor.municipality, actor: own, page).orGone
        }.map(Job.init)
    }

    /// What is found, after jobs whose daemon is dead were given up.
    private func living<Found: Sendable>(
        _ actor: Actor, _ records: (Found) -> [JobRecord], _ find: (Connection, String?) async throws -> Found
    ) async throws -> Found {
        let own = Action.runMatch.roles.contains(actor.role) ? nil : actor.name
        let found = try await read(actor, .listJobs) { try await find($0, own) }
        let isSilent = records(found).contains {
            ($0.state == .queued || $0.state == .running) && $0.silence > Self.patience
        }
        guard isSilent else { return found }
        let failure = try Self.text(JobFailure.silent)
        return try await pool.transaction(for: actor.municipality, by: actor.name) { connection in
            try await connection.giveUpJobs(actor.municipality, silentFor: Self.patience, failure: failure)
            return try await find(connection, own)
        }
    }
}
