/// A participant's priority group, 0…9; 9 goes first.
public struct Priority: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let rawValue: Int

    public static let lowest = Priority(unchecked: 0)

    public init(_ rawValue: Int) throws(ValueError) {
        guard (0...9).contains(rawValue) else { throw .priority }
        self.rawValue = rawValue
    }

    private init(unchecked rawValue: Int) {
        self.rawValue = rawValue
    }

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    public var description: String { String(rawValue) }
}
