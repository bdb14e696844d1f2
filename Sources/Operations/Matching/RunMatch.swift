public import Domain
import FoundationEssentials
import Postgres
import Store

extension Operations {
    /// Computes a round from the records as they stand, has the result checked, and stores the run with its inputs, rule
    /// version, weights, seed and reasons. Nothing is proposed to anybody until it is decided.
    /// - Parameter timings: is told where the time goes.
    public func runMatch(
        _ actor: Actor, _ parameters: MatchParameters, dryRun: Bool = false, timings: MatchTimings? = nil
    ) async throws -> StoredRun {
        var stored = ContinuousClock.now
        let run = try await change(actor, .runMatch, dryRun: dryRun) { connection in
            let inputs = try await timings.measure(.read) {
                let previous = try await connection.keptPairs(actor, parameters)
                let settings = try await connection.municipalitySettings(actor.municipality)
                return try await connection.matchInputs(
                    actor.municipality, settings, parameters, previous: previous, today: clock.today)
            }
            let run = try await connection.store(
                try MatchEngine.computeOrRefuse(inputs, parameters, timings: timings), actor, by: self, timings)
            stored = .now
            return Changed(run, run.auditRecord)
        }
        timings?.add(.now - stored, to: .commit)
        return run
    }
}

extension StoredRun {
    var auditRecord: AuditRecord {
        AuditRecord(
            entity: "match_run", id: id,
            after: [
                "code": code.rawValue, "placed": String(result.pairs.count), "unplaced": String(result.unplaced.count),
                "score": String(result.score),
            ])
    }
}

extension Connection {
    /// Keeps a computed round under the next code, with how everybody stood to each slot.
    func store(
        _ computed: MatchEngine.Computed, _ actor: Actor, by operations: Operations, _ timings: MatchTimings?
    ) async throws -> StoredRun {
        let (question, result) = (computed.problem.question, computed.result)
        let census = timings.measure(.census) { SlotCensus.all(question, computed.slotOfPerson) }
        let (texts, inputs, text) = try timings.measure(.encode) {
            (try census.map(StoredRun.text), try StoredRun.text(question.inputs), try StoredRun.text(result))
        }
        return try await timings.measure(.store) {
            let number = try await nextNumber("match_run", actor.municipality)
            let record = MatchRunRecord(
                id: operations.identifiers.next(), code: try Code("M-\(number)"), computedAt: operations.clock.now(),
                computedBy: actor.name, roundStart: question.parameters.roundStart, ruleVersion: MatchScore.version,
                parameters: try StoredRun.text(question.parameters), inputs: inputs, result: text)
            try await insert(
                record, actor.municipality, seed: question.parameters.seed, placed: result.pairs.count,
                unplaced: result.unplaced.count, score: result.score,
                certified: question.parameters.mode == .optimal)
            try await insertCensus(
                record.id, actor.municipality, slots: question.inputs.slots.map(\.code), censuses: texts)
            return StoredRun(record, question, result)
        }
    }

    /// The round's facts as they stand now.
    ///
    /// - Parameters:
    ///   - previous: the pairs of the run that is to be kept.
    ///   - slot: the only slot to look at.
    ///   - person: a referral of the only person to look at.
    ///   - today: by which an offer is dormant or not.
    func matchInputs(
        _ municipality: MunicipalityCode, _ settings: MunicipalitySettings, _ parameters: MatchParameters,
        previous: [MatchPair] = [], slot: Code? = nil, person: ReferralLabel? = nil, today: Day
    ) async throws -> MatchInputs {
        let start = parameters.roundStart
        let slots = try await matchSlots(
            municipality, endingFrom: parameters.earliestEnd, takenFrom: start, rules: settings.slotRules(today),
            code: slot)
        return MatchInputs(
            slots: slots,
            people: try await matchPeople(municipality, availableFrom: start, busyFrom: start, having: person),
            supervisors: try await bindingSupervisors(
                municipality, settings, of: slots.map(\.code), takenFrom: start),
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
    static func computeOrRefuse(
        _ inputs: MatchInputs, _ parameters: MatchParameters, from earlier: MatchProblem? = nil,
        timings: MatchTimings? = nil
    ) throws(Refusal) -> Computed {
        do {
            return try compute(inputs, parameters, from: earlier, timings: timings)
        } catch {
            throw .round(error)
        }
    }
}
