/// What one instance may hold. Within these limits no price or sum in the solver or the checker can overflow: the weight of
/// a pair stays below 11 class steps and the minima it serves below one step each, so that a price is below 2⁶¹, and totals
/// are summed in 128 bits.
public enum Limits {
    public static let agents = 1_000_000
    public static let seats = 1_000_000
    public static let groups = 1_000_000
    public static let cohorts = 1_000_000
    /// How many groups may lie around a seat.
    public static let depth = 16
    public static let edges = 100_000_000
    /// Places of one seat, and the maximum or minimum of a group.
    public static let capacity = 0...1_000_000
    /// The value of one pair, and the bonus for keeping one.
    public static let score = 0...1000
    /// Priority classes; 9 is placed first.
    public static let priority = 0...9
    /// The largest class step; see `ObjectiveUnits`.
    public static let step = Int64(1) << 56
}
