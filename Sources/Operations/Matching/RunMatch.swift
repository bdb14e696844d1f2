public import Domain
import FoundationEssentials
import Postgres
import Store

extension Operations {
    /// Computes a round from the records as they stand, has the result checked, and stores the run with its inputs, rule
    /// version, weights, seed and reasons. Nothing is proposed to anybody until it is decided.
    public func runMatch(
        _ actor: Actor, _ parameters: MatchParameters, dryRun: Bool = false
    ) async throws -> StoredRun {
        try await change(actor, .runMatch, dryRun: dryRun) { connection in
            let previous = try await connection.keptPairs(actor, parameters)
            let inputs = try await connection.matchInputs(actor.municipality, parameters, previous: previous)
            let result = try MatchEngine.computeOrRefuse(inputs, parameters)
            let number = try await connection.nextNumber("match_run", actor.municipality)
            let record = MatchRunRecord(
                id: identifiers.next(), code: try Code("M-\(number)"), computedAt: clock.now(),
                computedBy: actor.name, roundStart: parameters.roundStart, ruleVersion: MatchScore.version,
                parameters: try StoredRun.text(parameters), inputs: try StoredRun.text(inputs),
                result: try StoredRun.text(result))
            try await connection.insert(
                record, actor.municipality, seed: parameters.seed, placed: result.pairs.count,
                unplaced: result.unplaced.count, score: result.score)
            let run = try StoredRun(record)
            return Changed(
                run,
                AuditRecord(
                    entity: "match_run", id: record.id,
                    after: [
                        "code": record.code.rawValue, "placed": String(result.pairs.count),
                        "unplaced": String(result.unplaced.count), "score": String(result.score),
                    ]))
        }
    }
}

extension Connection {
    /// The round's facts as they stand now.
    ///
    /// - Parameter previous: the pairs of the run that is to be kept.
    func matchInputs(
        _ municipality: MunicipalityCode, _ parameters: MatchParameters, previous: [MatchPair] = []
    ) async throws -> MatchInputs {
        // What ends sooner than the shortest placement after the round's start cannot hold one.
        let earliestEnd = parameters.roundStart.adding(max(parameters.minimumDays, 1) - 1)
        let slots = try await matchSlots(municipality, endingFrom: earliestEnd, takenFrom: parameters.roundStart)
        return MatchInputs(
            slots: slots, people: try await matchPeople(municipality, availableFrom: parameters.roundStart),
            supervisors: try await matchSupervisors(
                municipality, of: slots.map(\.code), takenFrom: parameters.roundStart),
            units: try await matchUnits(municipality), previous: previous)
    }
}

extension Connection {
    /// The pairs of the run that the parameters say to keep.
    fileprivate func keptPairs(_ actor: Actor, _ parameters: MatchParameters) async throws -> [MatchPair] {
        guard let keep = parameters.keep else { return [] }
        return try await storedRun(actor, keep.run).result.pairs
            .map { MatchPair(participant: $0.participant, slot: $0.slot) }
    }
}

extension MatchEngine {
    fileprivate static func computeOrRefuse(
        _ inputs: MatchInputs, _ parameters: MatchParameters
    ) throws(Refusal) -> MatchResult {
        do {
            return try compute(inputs, parameters)
        } catch {
            throw .round(error)
        }
    }
}
