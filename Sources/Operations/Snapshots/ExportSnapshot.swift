public import Documents
public import Domain
import Postgres
import Statistics
import Store

/// What a closing is verified with by whoever has no Praktik: files, and how it is done.
public struct SnapshotExport: Sendable {
    /// Such as `praktik-1485-2026-1`.
    public let name: String
    public let closedOn: Day
    public let rootDigest: String
    public let files: [StoredArchive.File]

    /// All of them in one file.
    public var archive: PrintedDocument {
        var archive = StoredArchive(year: closedOn.year, month: closedOn.month, day: closedOn.day)
        for file in files { archive.add(file) }
        return PrintedDocument(name: "\(name).zip", bytes: archive.bytes)
    }
}

extension Operations {
    /// The files that a closing is verified with outside Praktik. Rows and the whole document go with it for those who may
    /// see rows; of protected persons only the rows' digests. Everybody gets the published document and every digest.
    ///
    /// - Parameter number: Which closing; nil is the latest.
    public func exportSnapshot(
        _ actor: Actor, _ period: ReportPeriod, number: Int? = nil
    ) async throws -> SnapshotExport {
        let seesRows = Action.readFigureRows.refusal(of: actor) == nil
        guard seesRows else {
            return try await read(actor, .readFigures) { try await $0.export(actor, period, number, rows: false).1 }
        }
        // That rows were taken out stands in the log.
        return try await change(actor, .readFigureRows, outcome: .read) { connection in
            let (snapshot, export) = try await connection.export(actor, period, number, rows: true)
            return Changed(
                export,
                AuditRecord(
                    entity: "snapshot", id: snapshot.id, after: ["code": snapshot.code, "document": export.name]))
        }
    }
}

extension Connection {
    fileprivate func export(
        _ actor: Actor, _ period: ReportPeriod, _ number: Int?, rows withRows: Bool
    ) async throws -> (Snapshot, SnapshotExport) {
        let municipality = actor.municipality
        let snapshot = try await snapshot(municipality, period, number: number)
        let rows = try await snapshotRows(snapshot.id, municipality)
        let digests = [snapshot.publishedDigest, snapshot.documentDigest] + rows.compactMap(\.digest)
        var files = [
            StoredArchive.File(
                "published.json", try await snapshotDocument(snapshot.id, municipality, published: true)),
            StoredArchive.File("digests.txt", digests.map { $0 + "\n" }.joined()),
        ]
        if withRows {
            files.append(
                .init("document.json", try await snapshotDocument(snapshot.id, municipality, published: false)))
            files.append(.init("rows.txt", rows.map { $0.line + "\n" }.joined()))
        }
        files.append(.init("verify.sh", SnapshotProcedure.script))
        files.append(.init("README.txt", SnapshotProcedure.text(snapshot, municipality)))
        files.append(.init("SHA256SUMS", files.map { "\($0.digest)  \($0.name)\n" }.joined()))
        return (
            snapshot,
            SnapshotExport(
                name: "praktik-\(municipality)-\(snapshot.period)-\(snapshot.number)", closedOn: snapshot.closedOn,
                rootDigest: snapshot.rootDigest, files: files)
        )
    }
}

extension SnapshotRow {
    /// The line whose SHA-256, with its line feed, is the row's digest; or why it is not there.
    fileprivate var line: String {
        if let erasedRule { return "erased \(erasedRule)" }
        guard !isProtected, let salt, let content else { return "withheld" }
        return "\(salt) \(content)"
    }
}
