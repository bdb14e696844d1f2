/// Comparison whose time does not tell where two texts differ.
public enum ConstantTime {
    /// Whether both are the same bytes. The time depends on the lengths alone.
    public static func areEqual(_ left: some Collection<UInt8>, _ right: some Collection<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        var difference: UInt8 = 0
        for (one, other) in zip(left, right) { difference |= one ^ other }
        return difference == 0
    }

    /// The same for texts, byte by byte: no Unicode equivalence.
    public static func areEqual(_ left: String, _ right: String) -> Bool {
        areEqual(Array(left.utf8), Array(right.utf8))
    }
}
