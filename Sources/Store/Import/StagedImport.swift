package import Domain
package import Postgres

/// A kind of file on its way into the database: rows are loaded into the temporary table `import_row`, resolved into
/// `import_next` as they would stand, looked through for what is wrong, and only then written.
///
/// `import_row` has the file's line, the keys a row may need, and the kind's columns in their order; what could not be
/// read is NULL there, so that the rest of the row is still looked at. `import_next` has the columns of the entity's
/// table, `line`, and `is_new`.
package protocol StagedImport {
    /// Makes `import_row`, and `import_next` without rows.
    static var tables: [SQL] { get }
    static var target: CopyTarget { get }

    /// What is wrong with references and between rows; needs `import_row`.
    static func referenceFaults(_ m: MunicipalityCode) -> SQL

    /// Fills `import_next`; rows whose references are not there are left out.
    static func resolve(_ scope: ImportScope) -> SQL

    /// What the records would break as they would stand; nil where nothing can be.
    static func recordFaults(_ scope: ImportScope) -> [SQL]

    /// Marks in `import_change` which records are created and updated, and how the latter stood before.
    static func changes(_ scope: ImportScope) -> [SQL]

    /// Writes what `import_change` says.
    static func write(_ connection: Connection, _ scope: ImportScope) async throws

    /// The entity's name in the audit log.
    static var entity: String { get }
}

extension StagedImport {
    package static func recordFaults(_ scope: ImportScope) -> [SQL] { [] }
}

/// What an import's statements are told.
package struct ImportScope: Sendable {
    package let municipality: MunicipalityCode
    /// The columns that the file has; of a record that is there already, the others stay as they are.
    package let columns: Set<String>
    package let today: Day

    package init(municipality: MunicipalityCode, columns: Set<String>, today: Day) {
        self.municipality = municipality
        self.columns = columns
        self.today = today
    }

    /// The staged value, or where the file has no such column the present one of a record that is there.
    func pick(_ column: String, _ staged: StaticString, else present: StaticString) -> SQL {
        columns.contains(column)
            ? "\(raw: staged)" : "CASE WHEN t.id IS NULL THEN \(raw: staged) ELSE \(raw: present) END"
    }
}

/// A fault that only the database could find.
package struct StagedFault: RowDecodable, Sendable {
    package enum Problem: String, PostgresDecodable, Sendable, CaseIterable {
        case duplicate
        case noUnit = "no_unit"
        case noReferrer = "no_referrer"
        case noSupervisor = "no_supervisor"
        case noSlot = "no_slot"
        case noParticipant = "no_participant"
        case noPlacement = "no_placement"
        case circle
        case slotStep = "slot_step"
        case slotOccupied = "slot_occupied"
        case personTaken = "person_taken"
        case placementStep = "placement_step"
        case placementMoved = "placement_moved"
        /// There is an agreement that lacks an approval or a check.
        case agreementOpen = "agreement_open"
        case personOccupied = "person_occupied"
        case outsideSlot = "outside_slot"
        case slotWithdrawn = "slot_withdrawn"
        case slotFull = "slot_full"
        case supervisorFull = "supervisor_full"
        case supervisorUntrained = "supervisor_untrained"
        case otherParticipant = "other_participant"
    }

    package let line: Int
    package let column: String
    package let problem: Problem
    /// The other line of the file that it collides with.
    package let other: Int?

    package init(row: Row) throws {
        line = try row.value("line")
        column = try row.value("at_column")
        problem = try row.value("problem")
        other = try row.value("other")
    }
}

/// How many records an import made, changed, and found as they should be.
package struct StagedCounts: RowDecodable, Sendable {
    package let created: Int
    package let updated: Int
    package let unchanged: Int

    package init(row: Row) throws {
        created = try row.value("created")
        updated = try row.value("updated")
        unchanged = try row.value("unchanged")
    }
}
