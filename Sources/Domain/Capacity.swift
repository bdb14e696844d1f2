/// How many people a slot takes on one day: 1…500 places.
public struct Capacity: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let rawValue: Int

    public init(_ rawValue: Int) throws(ValueError) {
        guard (1...500).contains(rawValue) else { throw .capacity }
        self.rawValue = rawValue
    }

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    public var description: String { String(rawValue) }
}
