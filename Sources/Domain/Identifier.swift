public import FoundationEssentials

/// The internal key of one entity, so that a slot's key cannot stand where a unit's is asked for.
///
/// Keys are UUIDs of version 7 (RFC 9562): the first 48 bits are milliseconds since 1970, so that they sort by birth.
public struct Identifier<Entity>: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let rawValue: UUID

    public init(_ rawValue: UUID) {
        self.rawValue = rawValue
    }

    public var description: String { rawValue.uuidString.lowercased() }

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
