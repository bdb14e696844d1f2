public import FoundationEssentials

/// A step of the schema, as the program and the database know it.
public struct MigrationRecord: Sendable, Hashable {
    public let number: Int
    public let name: String
    /// Whether this program carries it; one it does not is a newer program's.
    public let isKnown: Bool
    public let appliedAt: Date?
}
