public import Domain
public import FoundationEssentials
package import Store

/// A match run read back from what is stored.
public struct StoredRun: Sendable {
    public let id: Identifier<MatchRun>
    public let code: Code
    public let computedAt: Date
    public let computedBy: String
    public let ruleVersion: String
    public let parameters: MatchParameters
    package let inputs: MatchInputs
    /// With everybody in it; `shown` is what may be looked at.
    package let result: MatchResult
    public let decidedAt: Date?
    public let decidedBy: String?
    /// The day on which somebody was last erased from it by rule; then it cannot be computed again.
    public let erasedOn: Day?
    /// The result as it is stored, byte for byte.
    package let resultText: String
    /// The labels of all referrals whose person is protected today.
    package var hidden: Set<String> = []
    /// Whether the result has been checked already: it was, before it was stored.
    private let isFresh: Bool

    package init(_ record: MatchRunRecord) throws {
        id = record.id
        code = record.code
        computedAt = record.computedAt
        computedBy = record.computedBy
        ruleVersion = record.ruleVersion
        let decoder = JSONDecoder()
        parameters = try decoder.decode(MatchParameters.self, from: Data(record.parameters.utf8))
        inputs = try decoder.decode(MatchInputs.self, from: Data(record.inputs.utf8))
        result = try decoder.decode(MatchResult.self, from: Data(record.result.utf8))
        decidedAt = record.decidedAt
        decidedBy = record.decidedBy
        erasedOn = record.erasedOn
        resultText = record.result
        isFresh = false
    }

    /// A run that has just been computed, checked and stored.
    init(_ record: MatchRunRecord, _ question: MatchQuestion, _ result: MatchResult) {
        id = record.id
        code = record.code
        computedAt = record.computedAt
        computedBy = record.computedBy
        ruleVersion = record.ruleVersion
        parameters = question.parameters
        inputs = question.inputs
        self.result = result
        decidedAt = nil
        decidedBy = nil
        erasedOn = nil
        resultText = record.result
        isFresh = true
    }

    /// How many were placed.
    public var placed: Int { result.pairs.count }

    /// Persons who were in the round.
    public var persons: Int { result.pairs.count + result.unplaced.count }

    /// The round's slots as they were, by code: `Park, 7 september – 18 december`.
    public var slots: [(code: Code, title: String, period: Period)] {
        inputs.slots.map { ($0.code, $0.title, $0.period) }
    }

    /// The labels of whom the round was for, of each person the first; nobody who is protected today.
    public var participants: [String] {
        inputs.people.compactMap { person in
            person.referrals.contains { hides($0.label) } ? nil : person.referrals.first?.label
        }
    }

    /// The pairs of the run that was to be kept, as many as could be in this one.
    public var previousPairs: Int { inputs.previous.count }

    /// Whether the stored result is for the stored inputs what it says: best, by its stored prices, or stable.
    public var isVerified: Bool {
        isFresh || (try? MatchEngine.verify(result, inputs, parameters)) != nil
    }

    /// JSON with sorted keys: the same value is always the same text.
    package static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// Computes the run again from its own inputs: the text must be the stored one, and the stored prices must prove it. What
    /// an earlier version of the engine computed may have drawn other pairs among equals; then it is the worth that must be
    /// the same.
    package func replay() throws(Refusal) {
        if let erasedOn { throw .runErased(erasedOn) }
        do {
            try MatchEngine.verify(result, inputs, parameters)
            let again = try MatchEngine.compute(inputs, parameters)
            let isRepeated =
                result.engine == MatchResult.currentEngine
                ? try Self.text(again) == resultText
                : again.placedByPriority == result.placedByPriority && again.score == result.score
            guard ruleVersion == MatchScore.version, isRepeated else { throw Refusal.runNotRepeated }
        } catch let fault as MatchFault {
            throw .round(fault)
        } catch {
            throw .runNotRepeated
        }
    }
}
