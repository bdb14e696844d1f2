package import FoundationEssentials
package import Postgres

/// A migration as the database remembers it.
package struct AppliedMigration: RowDecodable, Sendable, Hashable {
    package let number: Int
    package let name: String
    /// SHA-256 of the file, in hexadecimal.
    package let checksum: String
    package let appliedAt: Date

    package init(row: Row) throws {
        number = try row.value("number")
        name = try row.value("name")
        checksum = try row.value("checksum")
        appliedAt = try row.value("applied_at")
    }
}
