/// A number of an undertaking (a target, a baseline) with two decimals, from 0 to 999,999,999.
public struct Amount: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let hundredths: Int

    public init(hundredths: Int) throws(ValueError) {
        guard (0...99_999_999_999).contains(hundredths) else { throw .amount }
        self.hundredths = hundredths
    }

    /// Reads `50`, `2.5` or `2,50`; at most two decimals.
    public init(_ text: String) throws(ValueError) {
        guard let hundredths = fixedPoint(text.utf8, decimals: 2, limit: 99_999_999_999) else { throw .amount }
        self.hundredths = hundredths
    }

    public var double: Double { Double(hundredths) / 100 }

    public static func < (left: Self, right: Self) -> Bool { left.hundredths < right.hundredths }

    /// With a decimal point and no needless zeros: `50`, `2.5`.
    public var description: String { formatted(decimal: ".") }

    public func formatted(decimal: String) -> String {
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        if rest == 0 { return String(whole) }
        return "\(whole)\(decimal)" + (rest % 10 == 0 ? String(rest / 10) : Day.padded(rest, 2))
    }
}

/// Digits with an optional decimal comma or point, as a whole number of the smallest unit; nil for anything else.
func fixedPoint(_ bytes: some Collection<UInt8>, decimals: Int, limit: Int) -> Int? {
    var value = 0
    var digits = 0
    var decimalsSeen: Int?
    for byte in bytes {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            if let seen = decimalsSeen {
                guard seen < decimals else { return nil }
                decimalsSeen = seen + 1
            }
            digits += 1
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
            guard digits <= 15 else { return nil }
        case UInt8(ascii: "."), UInt8(ascii: ","):
            guard decimalsSeen == nil, digits > 0 else { return nil }
            decimalsSeen = 0
        default:
            return nil
        }
    }
    guard digits > 0, decimalsSeen != 0 else { return nil }
    for _ in (decimalsSeen ?? 0)..<decimals { value *= 10 }
    return value <= limit ? value : nil
}
