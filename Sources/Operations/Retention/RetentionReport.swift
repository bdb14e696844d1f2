public import Domain
public import FoundationEssentials
import Postgres
import Store

/// What an erasure by rule came to: how much of what, by which rule, and nothing of whom.
public struct RetentionReport: Sendable {
    public struct Step: Sendable {
        public let category: RetentionCategory
        public let months: Int
        /// As it was when it ran; the standard in both languages, a decision in its own words.
        public let basis: Phrase
        /// Whatever had its last event before this day went.
        public let before: Day
        /// Persons, accounts or records.
        public let subjects: Int
        /// SHA-256 over the keys of the rows that went, in hexadecimal.
        public let digest: String
        /// Rows by table; those of the audit log and of match runs were emptied and stand.
        public let rows: [(table: String, count: Int)]
    }

    /// Nil where there was nothing to erase, and so nothing was written.
    public let code: Code?
    public let ranAt: Date?
    public let ranBy: String
    public let on: Day
    public let steps: [Step]
    public let auditEntries: Int
    /// SHA-256 over what is left of the entries of the audit log that were emptied, in hexadecimal.
    public let auditDigest: String

    public var subjects: Int { steps.map(\.subjects).reduce(0, +) }
    public var rows: Int { steps.flatMap(\.rows).map(\.count).reduce(0, +) }

    static func nothing(on day: Day) -> RetentionReport {
        RetentionReport(code: nil, ranAt: nil, ranBy: "", on: day, steps: [], auditEntries: 0, auditDigest: "")
    }
}

extension Operations {
    /// The protocol, the newest erasure first.
    public func retentionReports(_ actor: Actor) async throws -> [RetentionReport] {
        try await read(actor, .readRetention) { connection in
            var reports: [RetentionReport] = []
            for run in try await connection.retentionRuns(actor.municipality) {
                reports.append(try await connection.retentionReport(run, actor.municipality))
            }
            return reports
        }
    }

    /// One erasure of the protocol.
    public func retentionReport(_ actor: Actor, _ code: Code) async throws -> RetentionReport {
        try await read(actor, .readRetention) { connection in
            guard let report = try await connection.retentionReport(code, actor.municipality) else {
                throw Refusal.noSuch(.retentionRun, code.rawValue)
            }
            return report
        }
    }
}

extension RetentionStepRecord {
    fileprivate var saidBasis: Phrase {
        let standard = category.standardBasis
        return basis.rawValue == standard.sv ? standard : Phrase(sv: basis.rawValue, en: basis.rawValue)
    }
}

extension Connection {
    func retentionReport(_ code: Code, _ municipality: MunicipalityCode) async throws -> RetentionReport? {
        guard let run = try await retentionRuns(municipality, code: code).first else { return nil }
        return try await retentionReport(run, municipality)
    }

    fileprivate func retentionReport(
        _ run: RetentionRunRecord, _ municipality: MunicipalityCode
    ) async throws -> RetentionReport {
        let counts = Dictionary(grouping: try await retentionCounts(run.id, municipality), by: \.category)
        let steps = try await retentionSteps(run.id, municipality).map { step in
            RetentionReport.Step(
                category: step.category, months: step.months, basis: step.saidBasis, before: step.before,
                subjects: step.subjects, digest: step.digest,
                rows: (counts[step.category] ?? []).map { (table: $0.table, count: $0.rows) })
        }
        return RetentionReport(
            code: run.code, ranAt: run.ranAt, ranBy: run.ranBy, on: run.on, steps: steps,
            auditEntries: run.auditEntries, auditDigest: run.auditDigest)
    }
}
