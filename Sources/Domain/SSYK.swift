/// An occupation by SSYK 2012 at its finest level: four digits, each a level of the classification.
public struct SSYK: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// 0…9999; `0110` is 110.
    public let number: Int16

    public init(_ text: String) throws(ValueError) {
        let bytes = text.utf8
        guard bytes.count == 4 else { throw .ssyk }
        var number: Int16 = 0
        for byte in bytes {
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { throw .ssyk }
            number = number * 10 + Int16(byte - UInt8(ascii: "0"))
        }
        self.number = number
    }

    /// Four digits.
    public var rawValue: String { Day.padded(Int(number), 4) }

    /// How many leading digits both share, 0…4: 4 is the same occupation, 1 the same broad field.
    public func nearness(to other: SSYK) -> Int {
        var (left, right, shared) = (number, other.number, 4)
        while left != right {
            left /= 10
            right /= 10
            shared -= 1
        }
        // The loop also ends at 0 = 0 when the first digits differ.
        return shared
    }

    public static func < (left: Self, right: Self) -> Bool { left.number < right.number }

    public var description: String { rawValue }
}
