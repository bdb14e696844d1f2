/// An undertaking's figure: whole places or persons, a mean of hours, or a share in per cent. Exact, so that a target is
/// met or not whatever its decimals.
public struct Quantity: Sendable, Hashable, Codable {
    public let numerator: Int
    /// At least 1.
    public let denominator: Int

    public init(_ count: Int) {
        numerator = count
        denominator = 1
    }

    /// Nil when there is nothing to divide by.
    public init?(_ numerator: Int, over denominator: Int) {
        guard denominator > 0 else { return nil }
        self.numerator = numerator
        self.denominator = denominator
    }

    /// To the nearest hundredth, halves upwards.
    public var hundredths: Int {
        (numerator * 200 + denominator).quotientAndRemainder(dividingBy: 2 * denominator).quotient
    }

    func reaches(hundredths: Int) -> Bool { numerator * 100 >= hundredths * denominator }
    func exceeds(hundredths: Int) -> Bool { numerator * 100 > hundredths * denominator }
}

extension KeyedEncodingContainer {
    /// A number with decimals only where it has them; null for none.
    mutating func encode(hundredths: Int?, forKey key: Key) throws {
        guard let hundredths else { return try encodeNil(forKey: key) }
        if hundredths % 100 == 0 {
            try encode(hundredths / 100, forKey: key)
        } else {
            try encode(Double(hundredths) / 100, forKey: key)
        }
    }
}
