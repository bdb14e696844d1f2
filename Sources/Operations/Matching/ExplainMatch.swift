public import Domain
import Postgres
import Store

extension Operations {
    /// Explains a stored run from its own frozen inputs: for a participant, and for a slot if one is asked about. Of somebody
    /// protected today it says that they are, to those who may know; that they asked is audited, and so is a refusal.
    ///
    /// - Parameter participant: `REFERRER/REFERENCE`.
    public func explainMatch(
        _ actor: Actor, code: Code? = nil, participant: String, slot: Code? = nil
    ) async throws -> (run: StoredRun, explanation: MatchExplanation) {
        let (run, person, explanation) = try await read(actor, .listRuns) { connection in
            let run = try await connection.storedRun(actor, code)
            let person = run.hides(participant) ? try await connection.person(labelled: participant, actor) : nil
            return (run, person, person == nil ? try run.explain(participant, slot) : nil)
        }
        if let explanation { return (run, explanation) }
        if let person { try await viewProtected(actor, person: person) }
        return (run, .hidden(participant, run: run.code))
    }

    /// Explains what became of a slot's places in a stored run.
    public func explainSlot(_ actor: Actor, code: Code? = nil, slot: Code) async throws -> SlotExplanation {
        try await read(actor, .listRuns) { connection in
            try await connection.storedRun(actor, code).explain(slot: slot)
        }
    }
}

extension Connection {
    /// The person a referral belongs to, by its label.
    fileprivate func person(labelled label: String, _ actor: Actor) async throws -> Identifier<Person>? {
        guard let referral = try? ReferralLabel(label) else { return nil }
        let filter = ParticipantFilter(referrerCode: referral.referrer, reference: referral.reference)
        return try await participants(actor.municipality, filter).first?.personID
    }
}

extension StoredRun {
    fileprivate func explain(_ participant: String, _ slot: Code?) throws(Refusal) -> MatchExplanation {
        guard !hides(participant) else { throw .round(.unknownParticipant(participant)) }
        do {
            return try MatchEngine.explain(result, inputs, parameters, run: code, participant: participant, slot: slot)
                .hiding(hides)
        } catch {
            throw .round(error)
        }
    }

    fileprivate func explain(slot: Code) throws(Refusal) -> SlotExplanation {
        do {
            return try MatchEngine.explain(result, inputs, parameters, run: code, slot: slot).hiding(hides)
        } catch {
            throw .round(error)
        }
    }
}

extension MatchEngine {
    /// Why a participant got what they got in a result, and how a slot stands to them if one is asked about.
    package static func explain(
        _ result: MatchResult, _ inputs: MatchInputs, _ parameters: MatchParameters, run: Code, participant: String,
        slot: Code? = nil
    ) throws(MatchFault) -> MatchExplanation {
        var why = try why(result, inputs, parameters)
        guard let person = why.question.person(labelled: participant) else { throw .unknownParticipant(participant) }
        guard let slot else { return why.explanation(person, slot: nil, run: run) }
        return why.explanation(person, slot: try position(of: slot, why), run: run)
    }

    /// What became of a slot's places in a result.
    package static func explain(
        _ result: MatchResult, _ inputs: MatchInputs, _ parameters: MatchParameters, run: Code, slot: Code
    ) throws(MatchFault) -> SlotExplanation {
        var why = try why(result, inputs, parameters)
        return why.explanation(ofSlot: try position(of: slot, why), run: run)
    }

    private static func position(of slot: Code, _ why: MatchWhy) throws(MatchFault) -> Int {
        guard let position = why.question.slot(coded: slot) else { throw .unknownSlot(slot) }
        return position
    }
}
