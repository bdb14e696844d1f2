public import Domain
import Postgres
import Store

/// What the rules would erase on a day, and what holds the rest back. It names nobody.
public struct RetentionPlan: Sendable {
    public struct Part: Sendable {
        public let rule: RetentionRule
        /// The first day that is still kept.
        public let before: Day
        /// How many persons, accounts or records would go.
        public let due: Int
        /// The oldest last event among them.
        public let oldest: Day?
        /// How many are old enough and are held, by what holds them; one may be held by several things.
        public let held: [(hold: RetentionHold, count: Int)]
        public let heldInAll: Int
        /// Years in which some of them count and that are not closed: their figures would be lost. To be closed first.
        public let openYears: [Int]
    }

    public let on: Day
    public let parts: [Part]

    public var isEmpty: Bool { parts.allSatisfy { $0.due == 0 } }
}

extension Operations {
    /// What would be erased on a day, today where none is said. It reads and changes nothing.
    public func retentionPlan(_ actor: Actor, on day: Day? = nil) async throws -> RetentionPlan {
        let day = day ?? clock.today
        return try await read(actor, .readRetention) { connection in
            var parts: [RetentionPlan.Part] = []
            let closed = try await connection.closedYears(actor.municipality)
            for rule in try await connection.retentionRules(actor.municipality).map(RetentionRule.init) {
                let (before, subjects) = try await connection.retentionLook(rule.category, actor.municipality, on: day)
                let due = subjects.filter(\.holds.isEmpty)
                let holds = RetentionHold.allCases.map { hold in
                    (hold: hold, count: subjects.count { $0.holds.contains(hold) })
                }
                parts.append(
                    RetentionPlan.Part(
                        rule: rule, before: before, due: due.count, oldest: due.compactMap(\.lastEvent).min(),
                        held: holds.filter { $0.count > 0 }, heldInAll: subjects.count - due.count,
                        openYears: Self.openYears(of: subjects, closed)))
            }
            return RetentionPlan(on: day, parts: parts)
        }
    }

    private static func openYears(of subjects: [RetentionSubject], _ closed: Set<Int>) -> [Int] {
        let years = subjects.lazy.filter { $0.holds.contains(.yearOpen) }.flatMap { subject -> [Int] in
            guard let first = subject.firstEvent, let last = subject.lastEvent else { return [] }
            return Array(first.year...last.year)
        }
        return Set(years).subtracting(closed).sorted()
    }
}

extension Connection {
    /// The first day that is kept, and what lies before it, held or not.
    func retentionLook(
        _ category: RetentionCategory, _ municipality: MunicipalityCode, on day: Day
    ) async throws -> (before: Day, subjects: [RetentionSubject]) {
        let before = try await retentionBefore(category, municipality, on: day)
        return (before, try await retentionSubjects(category, municipality, before: before, on: day))
    }
}
