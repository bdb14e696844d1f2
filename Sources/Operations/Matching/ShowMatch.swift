public import Domain
import Postgres
import Store

extension Operations {
    /// Every run, the newest first.
    public func matchRuns(_ actor: Actor) async throws -> [MatchRunSummary] {
        try await read(actor, .listRuns) { connection in
            try await connection.matchRuns(actor.municipality).map(MatchRunSummary.init)
        }
    }

    /// A run as it was stored; the newest where no code is given.
    public func matchRun(_ actor: Actor, code: Code? = nil) async throws -> StoredRun {
        try await read(actor, .listRuns) { connection in
            try await connection.storedRun(actor, code)
        }
    }

    /// Computes a stored run again from its own inputs and holds the result, byte for byte, and its certificate against
    /// what is stored.
    public func replayMatch(_ actor: Actor, code: Code? = nil) async throws -> StoredRun {
        let run = try await matchRun(actor, code: code)
        try run.replay()
        return run
    }
}

extension Connection {
    func storedRun(_ actor: Actor, _ code: Code?) async throws -> StoredRun {
        guard let record = try await matchRun(actor.municipality, code: code) else {
            throw Refusal.noSuch(.run, code?.rawValue ?? "–")
        }
        var run = try StoredRun(record)
        run.hidden = try await protectedReferrals(actor.municipality)
        return run
    }
}
