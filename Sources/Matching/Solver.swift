/// Finds the best result and the prices that prove it.
///
/// Making the solver lays the instance out in canonical order (`build`); `solve` does the work. Both are deterministic.
public struct Solver: Sendable {
    private var allocation: Allocation

    public init(_ instance: Instance) {
        allocation = Allocation(instance, units: instance.units)
    }

    /// The best result with its certificate. The certificate is not checked here: see `CertificateCheck`.
    public consuming func solve() -> Solution {
        allocation.solve()
        return allocation.solution()
    }
}
