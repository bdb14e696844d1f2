public import Domain
import Postgres
public import Statistics
public import Store

/// Whether a closing is what was closed.
public struct SnapshotVerdict: Sendable {
    public let snapshot: Snapshot
    /// Whether the whole document has its digest.
    public let documentHolds: Bool
    /// Whether the published one has.
    public let publishedHolds: Bool
    /// Whether the root digest is that of the digests under it.
    public let rootHolds: Bool
    /// Whether the audit log names the same root digest.
    public let logHolds: Bool
    /// Whether the rows add up to the document's totals; nil where rows were erased by rule.
    public let addsUp: Bool?
    /// Positions of rows that are not what was closed.
    public let tampered: [Int]
    /// Positions of rows that are gone without a rule.
    public let missing: [Int]
    /// Positions of rows that were erased, by the rule.
    public let erased: [String: [Int]]

    public var holds: Bool {
        documentHolds && publishedHolds && rootHolds && logHolds && addsUp != false && tampered.isEmpty
            && missing.isEmpty
    }
}

extension Operations {
    /// Every closing, the latest period first.
    public func snapshots(_ actor: Actor, of period: ReportPeriod? = nil) async throws -> [Snapshot] {
        try await read(actor, .readFigures) { try await $0.snapshots(actor.municipality, of: period) }
    }

    /// A closing.
    ///
    /// - Parameter number: Which closing of the period; nil is the latest.
    public func snapshot(_ actor: Actor, _ period: ReportPeriod, number: Int? = nil) async throws -> Snapshot {
        try await read(actor, .readFigures) {
            try await $0.snapshot(actor.municipality, period, number: number)
        }
    }

    /// The figures that a closing keeps, also one that was opened again.
    public func snapshotReport(
        _ actor: Actor, _ period: ReportPeriod, number: Int? = nil, forPublication: Bool = false
    ) async throws -> PeriodReport {
        let isPublished = forPublication || actor.role == .statistician
        return try await read(actor, .readFigures) { connection in
            let snapshot = try await connection.snapshot(actor.municipality, period, number: number)
            let figures = try await connection.frozenFigures(
                snapshot, actor.municipality, published: isPublished)
            return figures.whole.marked(snapshot.mark(.closed))
        }
    }

    /// Reckons every digest of a closing anew.
    public func verifySnapshot(
        _ actor: Actor, _ period: ReportPeriod, number: Int? = nil
    ) async throws -> SnapshotVerdict {
        try await read(actor, .readFigures) { connection in
            let municipality = actor.municipality
            let snapshot = try await connection.snapshot(municipality, period, number: number)
            guard let check = try await connection.checkSnapshot(snapshot.id, municipality) else {
                throw Refusal.snapshot(.notClosed)
            }
            let rows = try await connection.erasedSnapshotRows(snapshot.id, municipality)
            var addsUp: Bool?
            if rows.isEmpty, check.tampered.isEmpty, check.documentHolds {
                let figures = try await connection.frozenFigures(snapshot, municipality, published: false)
                addsUp = try await connection.rowTotals(snapshot.id, municipality) == figures.whole.report.counted
            }
            return SnapshotVerdict(
                snapshot: snapshot, documentHolds: check.documentHolds, publishedHolds: check.publishedHolds,
                rootHolds: check.rootHolds, logHolds: check.logHolds, addsUp: addsUp, tampered: check.tampered,
                missing: check.missing, erased: Dictionary(grouping: rows, by: \.rule).mapValues { $0.map(\.position) })
        }
    }
}

extension Connection {
    /// Throws where there is none.
    func snapshot(
        _ municipality: MunicipalityCode, _ period: ReportPeriod, number: Int? = nil
    ) async throws -> Snapshot {
        let all = try await snapshots(municipality, of: period)
        guard let latest = all.first else { throw Refusal.snapshot(.notClosed) }
        guard let number else { return latest }
        guard let found = all.first(where: { $0.number == number }) else {
            throw Refusal.snapshot(.noSuchNumber(number))
        }
        return found
    }
}

extension AnnualReport {
    /// The totals that rows add up to.
    var counted: [String: Int] {
        Dictionary(
            uniqueKeysWithValues: Figure.allCases.filter { FigureMeasure.counted.contains($0.measure) }
                .map { ($0.measure.rawValue, total[$0] ?? 0) })
    }
}
