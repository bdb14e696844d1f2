public import Domain
import FoundationEssentials
import Postgres
import Statistics
import Store

extension Operations {
    /// What of a closed period's rows would be otherwise if it were closed today, how that moves the figures, and what was
    /// done since that accounts for it. The frozen figures stay.
    ///
    /// - Parameter number: Which closing; nil is the latest.
    public func corrections(
        _ actor: Actor, _ period: ReportPeriod, number: Int? = nil
    ) async throws -> CorrectionList {
        try await read(actor, .readFigureRows) { connection in
            try await connection.corrections(actor.municipality, period, number: number)
        }
    }

    /// How many there are, for whoever reads figures.
    public func correctionCount(_ actor: Actor, _ period: ReportPeriod, number: Int? = nil) async throws -> Int {
        try await read(actor, .readFigures) { connection in
            try await connection.corrections(actor.municipality, period, number: number).corrections.count
        }
    }
}

extension Connection {
    fileprivate func corrections(
        _ municipality: MunicipalityCode, _ period: ReportPeriod, number: Int?
    ) async throws -> CorrectionList {
        let snapshot = try await snapshot(municipality, period, number: number)
        let closed = try await frozenFigures(snapshot, municipality, published: false).whole.report
        let now = try await countedReport(municipality, period)
        var pairs = try RowPairs(
            try await snapshotRows(snapshot.id, municipality),
            try await snapshotRowsNow(municipality, Operations.days(of: period))
        ).otherwise
        let renamed = closed.names.filter { now.names[$0.key] != nil && now.names[$0.key] != $0.value }
        let keys = try await keys(
            ofUnits: renamed.keys.filter { $0.cut == .unit }.map(\.key),
            referrers: renamed.keys.filter { $0.cut == .referrer }.map(\.key), municipality)
        pairs.sort { ($0.order, $0.code ?? "") < ($1.order, $1.code ?? "") }
        let causes = Dictionary(
            grouping: try await correctionCauses(
                municipality, since: snapshot.closedAt, slots: pairs.compactMap(\.slot),
                placements: pairs.compactMap(\.placement), participants: pairs.compactMap(\.introduced),
                others: Array(keys.values)), by: \.subject
        ).mapValues { $0.map { Correction.Cause(action: $0.action, at: $0.at, role: $0.role) } }
        let rows = pairs.map { $0.correction($0.subjectKey.flatMap { causes[$0] } ?? []) }
        let names = renamed.sorted { ($0.key.cut.rawValue, $0.key.key) < ($1.key.cut.rawValue, $1.key.key) }
            .map { name, before in
                let subject: Correction.Subject = name.cut == .unit ? .unit : .referrer
                return Correction(
                    kind: .renamed, subject: subject, code: name.key, position: nil,
                    fields: [.init(name: "name", before: before, after: now.names[name])], effect: [:],
                    causes: keys["\(subject.rawValue) \(name.key)"].flatMap { causes[$0] } ?? [], isProtected: false)
            }
        let moved = Figure.allCases.compactMap { figure -> CorrectionList.Moved? in
            guard let before = closed.total[figure], let after = now.total[figure], before != after else { return nil }
            return .init(figure: figure.rawValue, closed: before, now: after)
        }
        return CorrectionList(
            snapshot: snapshot, corrections: rows + names, moved: moved, erasedRows: snapshot.erasedRows)
    }
}

private struct NamedKey: Hashable {
    let cut: Cut
    let key: String
}

extension AnnualReport {
    /// What units and referrers are called in it.
    fileprivate var names: [NamedKey: String] {
        var names: [NamedKey: String] = [:]
        for cut in [Cut.unit, .referrer] {
            for row in self[cut] { names[NamedKey(cut: cut, key: row.key)] = row.name }
        }
        return names
    }
}
