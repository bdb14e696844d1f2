/// What one instance may hold. Within these limits no sum in the solver or the checker can overflow:
///
/// a class step is at most 1000 · 1,000,000 + 1 < 2³⁰, the weight of one pair below 11 steps < 2³⁴ (which leaves a heap
/// entry 22 bits for the seat), and the weight of a whole result below 1,000,000 · 2³⁴ < 2⁵⁴.
public enum Limits {
    public static let agents = 1_000_000
    public static let seats = 1_000_000
    public static let edges = 100_000_000
    /// Places of one seat.
    public static let capacity = 0...1_000_000
    /// The value of one pair.
    public static let score = 0...1000
    /// Priority classes; 9 is placed first.
    public static let priority = 0...9
}
