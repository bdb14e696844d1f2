import Domain
import Postgres
import Statistics
import Store

/// A closing with the figures it keeps, each report marked as what it is.
struct FrozenSnapshot {
    let snapshot: Snapshot
    let figures: FrozenPeriod

    init(_ snapshot: Snapshot, _ figures: FrozenPeriod) {
        self.snapshot = snapshot
        self.figures = figures
    }

    /// The figures as they were closed.
    var whole: PeriodReport { figures.whole.marked(snapshot.mark(.closed)) }
}

extension Snapshot {
    func mark(_ state: SnapshotMark.State) -> SnapshotMark {
        SnapshotMark(
            state, number: number, closedOn: closedOn, digest: rootDigest, reopenedOn: reopenedOn,
            reopenedReason: reopenedReason)
    }
}

extension Connection {
    /// What the closing in force of a period keeps; nil where it has none.
    func frozen(
        _ municipality: MunicipalityCode, _ period: ReportPeriod, published: Bool
    ) async throws -> FrozenSnapshot? {
        guard period.isFixed,
            let snapshot = try await snapshots(municipality, of: period).first(where: \.isInForce)
        else { return nil }
        return FrozenSnapshot(
            snapshot, try await frozenFigures(snapshot, municipality, published: published))
    }

    func frozenFigures(
        _ snapshot: Snapshot, _ municipality: MunicipalityCode, published: Bool
    ) async throws -> FrozenPeriod {
        let document = try await snapshotDocument(snapshot.id, municipality, published: published)
        do { return try FrozenPeriod(document: document) } catch { throw Refusal.snapshot(.unreadable) }
    }

    /// What today's figures of a period are to say of its closings; nil where there are none.
    func liveMark(_ municipality: MunicipalityCode, _ period: ReportPeriod) async throws -> SnapshotMark? {
        guard period.isFixed, let last = try await snapshots(municipality, of: period).first else { return nil }
        return last.mark(last.isInForce ? .live : .reopened)
    }
}
