public import Domain
import Postgres
import Statistics
public import Store

extension Operations {
    /// Closes a period that is over: freezes its figures, whole and as published, and the rows behind them, under digests
    /// that anybody can reckon again. Afterwards every report of the period is the frozen one.
    ///
    /// - Returns: The closing; of a dry run what it would have been, under other salts and so another root digest.
    public func closePeriod(
        _ actor: Actor, _ period: ReportPeriod, dryRun: Bool = false
    ) async throws -> Snapshot {
        let today = clock.today
        return try await change(actor, .closePeriod, dryRun: dryRun, isolation: .repeatableRead) { connection in
            let municipality = actor.municipality
            guard period.isFixed else { throw Refusal.snapshot(.freePeriod) }
            let days = try Self.days(of: period)
            guard days.to < today else { throw Refusal.snapshot(.notOver(days.to)) }
            let earlier = try await connection.snapshots(municipality, of: period)
            if let closed = earlier.first(where: \.isInForce) {
                throw Refusal.snapshot(.closedAlready(number: closed.number, on: closed.closedOn))
            }
            let number = (earlier.map(\.number).max() ?? 0) + 1
            let settings = try await connection.municipalitySettings(municipality)
            let whole = try await connection.periodReport(
                municipality, period, ReportForm(isLive: true), today: today)
            let commitment = try await connection.countedCommitment(municipality, through: period, today: today)
            func document(_ report: PeriodReport, isPublished: Bool) throws -> String {
                let frozen = FrozenPeriod(
                    municipalityName: settings.printedName(of: municipality), number: number, closedOn: today,
                    threshold: settings.suppressionThreshold, isPublished: isPublished, whole: report,
                    commitment: isPublished ? commitment.withoutPersons : commitment)
                return try frozen.document()
            }
            let id: Identifier<Snapshot> = identifiers.next()
            _ = try await connection.insertSnapshotRows(id, municipality, days)
            // Within another's transaction, which is not of one view of the data, something may have been changed meanwhile.
            guard try await connection.rowTotals(id, municipality) == whole.report.counted,
                try await connection.countedReport(municipality, period).parts == whole.report.parts
            else {
                throw Refusal.snapshot(.doesNotAddUp)
            }
            try await connection.insert(
                NewSnapshot(
                    id: id, period: period, days: days, number: number, closedOn: today,
                    rules: AnnualReport.definitions.map(\.identifier), threshold: settings.suppressionThreshold,
                    document: document(whole, isPublished: false),
                    published: document(try await connection.publishedForm(of: whole), isPublished: true)), actor)
            guard let snapshot = try await connection.snapshots(municipality, of: period).first else {
                throw Refusal.snapshot(.notClosed)
            }
            return Changed(snapshot, AuditRecord(entity: "snapshot", id: id, after: snapshot.auditFields))
        }
    }

    /// Opens a closed period again. Its figures are today's until it is closed anew, and every report of it says so; what was
    /// closed stays.
    ///
    /// - Parameter reason: Why, for everybody to read; nothing of persons.
    public func reopenPeriod(
        _ actor: Actor, _ period: ReportPeriod, reason: Line, dryRun: Bool = false
    ) async throws -> Snapshot {
        try await change(actor, .reopenPeriod, dryRun: dryRun) { connection in
            try checked(reason, as: "reason")
            let snapshots = try await connection.snapshots(actor.municipality, of: period)
            guard let closed = snapshots.first(where: \.isInForce) else {
                throw Refusal.snapshot(snapshots.isEmpty ? .notClosed : .openAlready)
            }
            try await connection.reopen(closed.id, actor, on: clock.today, reason: reason.rawValue)
            let after = try await connection.snapshots(actor.municipality, of: period).first { $0.id == closed.id }
            return Changed(
                after ?? closed,
                AuditRecord(
                    entity: "snapshot", id: closed.id, before: closed.auditFields,
                    after: ["code": closed.code, "reopened_on": clock.today.description, "reason": reason.rawValue]))
        }
    }
}

extension Snapshot {
    /// What it is called in the log: the period and which closing of it.
    public var code: String { "\(period)#\(number)" }

    fileprivate var auditFields: [String: String] {
        ["code": code, "closed_on": closedOn.description, "rows": String(rows), "digest": rootDigest]
    }
}
