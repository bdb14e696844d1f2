/// Why a set of tables cannot be published. Nothing is published then.
public enum DisclosureRefusal: Error, Hashable {
    /// What earlier publications show tells these, whatever is kept back now.
    case exposed([String])
    /// The audit found these bounded tighter than they may be; a fault of the suppression.
    case refused([String])
    /// The tables do not agree with one another, so that nothing can be said of them.
    case inconsistent(DisclosureProblem.Fault)
}
