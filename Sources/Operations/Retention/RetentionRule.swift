public import Domain
import Postgres
import Store

/// For how long a kind of personal data is kept, and why.
public struct RetentionRule: Sendable, Hashable {
    public let category: RetentionCategory
    public let months: Int
    /// The municipality's own, or the standard's.
    public let basis: Phrase
    /// The day of the municipality's own decision; nil where the standard holds.
    public let decidedOn: Day?

    init(_ record: RetentionRuleRecord) {
        category = record.category
        months = record.months
        basis = record.basis.map { Phrase(sv: $0.rawValue, en: $0.rawValue) } ?? record.category.standardBasis
        decidedOn = record.decidedOn
    }

    var auditFields: [String: String] {
        [
            "code": category.rawValue, "months": String(months), "basis": basis.sv,
            "decided_on": decidedOn?.description ?? "",
        ]
    }
}

extension Operations {
    /// The periods of every category.
    public func retentionRules(_ actor: Actor) async throws -> [RetentionRule] {
        try await read(actor, .readRetention) { connection in
            try await connection.retentionRules(actor.municipality).map(RetentionRule.init)
        }
    }

    /// Writes down the municipality's own decision on a category; nil goes back to the standard.
    public func decideRetention(
        _ actor: Actor, _ category: RetentionCategory, _ decision: RetentionDecision?, dryRun: Bool = false
    ) async throws -> RetentionRule {
        try await change(actor, .manageRetention, dryRun: dryRun) { connection in
            let municipality = actor.municipality
            let old = try await connection.retentionRule(category, municipality)
            if let decision {
                try await connection.decideRetention(
                    category, municipality, months: decision.months.number, basis: decision.basis,
                    on: decision.on ?? clock.today)
            } else {
                try await connection.undecideRetention(category, municipality)
            }
            let new = try await connection.retentionRule(category, municipality)
            guard new != old else { return Changed(new, records: []) }
            return Changed(
                new,
                AuditRecord(entity: "retention_rule", id: nil, before: old.auditFields, after: new.auditFields))
        }
    }
}

/// A municipality's decision on how long a category is kept.
public struct RetentionDecision: Sendable {
    public var months: RetentionMonths
    /// The decision and what it rests on.
    public var basis: Line
    /// Today where nil.
    public var on: Day?

    public init(months: RetentionMonths, basis: Line, on day: Day? = nil) {
        self.months = months
        self.basis = basis
        on = day
    }
}

extension Connection {
    fileprivate func retentionRule(
        _ category: RetentionCategory, _ municipality: MunicipalityCode
    ) async throws -> RetentionRule {
        guard let rule = try await retentionRules(municipality).first(where: { $0.category == category }) else {
            throw Refusal.noSuch(.retentionRule, category.rawValue)
        }
        return RetentionRule(rule)
    }
}
