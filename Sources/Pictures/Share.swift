/// A length or place in a picture as a share of its width, so that the picture stretches and its text keeps its size.
///
/// Computed in whole hundredths of a per cent: the same numbers give the same picture everywhere.
public struct Share: Sendable, Hashable, CustomStringConvertible {
    /// Hundredths of a per cent.
    public let hundredths: Int

    /// - Parameters:
    ///   - value: Taken into 0…whole.
    ///   - whole: Positive, else the share is 0.
    public init(_ value: Int, of whole: Int) {
        hundredths = whole > 0 ? (min(max(value, 0), whole) * 10_000 + whole / 2) / whole : 0
    }

    /// As an attribute of SVG has it: `42.50%`.
    public var description: String {
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        if rest == 0 { return "\(whole)%" }
        return rest < 10 ? "\(whole).0\(rest)%" : "\(whole).\(rest)%"
    }
}
