public import Documents
public import Domain
import Postgres
import Store

/// A file to import; opened anew each time it is read, since a transaction that must be repeated reads it again.
public struct ImportSource: Sendable {
    /// Bytes, where it is known; for progress.
    public let size: Int?
    let open: @Sendable () throws -> any ByteSource

    public init(size: Int? = nil, open: @escaping @Sendable () throws -> any ByteSource) {
        self.size = size
        self.open = open
    }

    /// Throws `FileSource.Failure` if the file cannot be opened.
    public init(path: String) throws {
        self.init(size: try FileSource(path: path).size) { try FileSource(path: path) }
    }

    public init(text: String) {
        self.init(bytes: Array(text.utf8))
    }

    public init(bytes: [UInt8]) {
        self.init(size: bytes.count) { MemorySource(bytes) }
    }

    /// The municipality that the file's first row names, for a command that names none; nil without such a column.
    public func municipality() throws -> MunicipalityCode? {
        var reader = CSVReader(try open())
        guard let names = try? reader.next(), let index = names.texts.firstIndex(of: "municipality") else { return nil }
        while let record = try? reader.next() {
            if index < record.count, let code = try? MunicipalityCode(record[index].trimmed.text) { return code }
        }
        return nil
    }
}

/// What an import did, or in a dry run would do.
public struct ImportSummary: Sendable, Hashable {
    public let kind: ImportKind
    public let created: Int
    public let updated: Int
    public let unchanged: Int
}

/// How far an import has come.
public struct ImportProgress: Sendable, Hashable {
    public let bytes: Int
    public let size: Int?
    public let rows: Int
}

extension Operations {
    /// Imports a file, all or nothing: rows are read and checked as they come, looked at together in the database, and
    /// written only if none has a fault.
    ///
    /// One audit entry, with the history of every row. Importing the same file again changes nothing. Throws
    /// `Refusal.importFaults` with every fault of the file.
    /// - Parameter municipalityNeeded: Whether the column `municipality` must be there, since the command named none.
    public func importFile(
        _ actor: Actor, _ kind: ImportKind, from source: ImportSource, dryRun: Bool = false,
        municipalityNeeded: Bool = false, progress: @Sendable (ImportProgress) -> Void = { _ in }
    ) async throws -> ImportSummary {
        let summary = try await change(actor, .importFile, dryRun: dryRun) { connection in
            let summary = try await importRows(
                connection, actor, .importFile, kind, from: source, municipalityNeeded: municipalityNeeded, progress)
            return Changed(summary, records: [])
        }
        if !dryRun, summary.created + summary.updated >= Self.manyRows {
            // The rows are in; that lists are slow until the database has looked at them by itself is no reason to say otherwise.
            try? await pool.transaction(for: actor.municipality, by: actor.name) { try await $0.refreshStatistics() }
        }
        return summary
    }

    /// So many rows at once change what the planner should know.
    private static let manyRows = 50

    /// The import within a transaction that is the caller's, who has authorised it; its audit entry is written here.
    func importRows(
        _ connection: Connection, _ actor: Actor, _ action: Action, _ kind: ImportKind, from source: ImportSource,
        municipalityNeeded: Bool = false, _ progress: @Sendable (ImportProgress) -> Void = { _ in }
    ) async throws -> ImportSummary {
        let (staged, scope) = try await stage(
            connection, actor, kind, from: source, municipalityNeeded: municipalityNeeded, progress)
        let entry: Identifier<AuditEntry> = identifiers.next()
        try await connection.insertAudit(
            AuditRecord(entity: staged.entity, id: nil), actor: actor, action: action.rawValue, outcome: .done,
            id: entry)
        let counts = try await connection.writeImport(staged, scope, entry: entry)
        try await connection.insertAuditCounts(counts, kind: kind.rawValue, entry: entry, actor.municipality)
        return ImportSummary(
            kind: kind, created: counts.created, updated: counts.updated, unchanged: counts.unchanged)
    }

    /// Writes one row by the rules of a file, for an operation whose audit entry tells of that one record; the fields before
    /// and after are the operation's to add. Nil if the row changes nothing, and then there is no entry either.
    func importRow(
        _ connection: Connection, _ actor: Actor, _ action: Action, _ kind: ImportKind, _ fields: [String: String]
    ) async throws -> (entry: Identifier<AuditEntry>, isNew: Bool)? {
        let columns = fields.sorted { $0.key < $1.key }
        var writer = CSVWriter(.machines)
        writer.write(columns.map(\.key))
        writer.write(columns.map { CSVCell.text($0.value) })
        let (staged, scope) = try await stage(connection, actor, kind, from: ImportSource(bytes: writer.take()))
        let counts = try await connection.stagedChanges(staged, scope)
        guard counts.created + counts.updated == 1 else { return nil }
        let entry: Identifier<AuditEntry> = identifiers.next()
        let record = AuditRecord(entity: staged.entity, id: try await connection.stagedKey())
        try await connection.insertAudit(
            record, actor: actor, action: action.rawValue, outcome: .done, id: entry)
        try await connection.writeStaged(staged, scope, entry: entry)
        return (entry, counts.created == 1)
    }

    /// Reads the rows and has them checked; refuses all of them if one has a fault.
    private func stage(
        _ connection: Connection, _ actor: Actor, _ kind: ImportKind, from source: ImportSource,
        municipalityNeeded: Bool = false, _ progress: @Sendable (ImportProgress) -> Void = { _ in }
    ) async throws -> (any StagedImport.Type, ImportScope) {
        let staged = kind.table.staging
        try await connection.prepareImport(staged)
        var reading = ImportReading(kind, actor.municipality, clock.today, identifiers)
        try await reading.load(source, into: connection, municipalityNeeded, progress)
        let scope = ImportScope(municipality: actor.municipality, columns: reading.columns, today: clock.today)
        if reading.hasRows {
            for fault in try await connection.importFaults(staged, scope) { reading.append(fault) }
        }
        guard reading.faults.isEmpty else { throw Refusal.importFaults(reading.sortedFaults) }
        return (staged, scope)
    }
}
