/// Why a result is not accepted as proven.
public enum CertificateFault: Error, Sendable, Equatable {
    case wrongShape
    /// A unit does not outweigh everything below it, or is so large that sums could overflow.
    case unitOutOfRange
    case notEligible(agent: Int)
    case lockNotKept(agent: Int)
    case overfilled(seat: Int)
    case overfilledGroup(group: Int)
    /// The result is not worth what it says on some level of the objective.
    case wrongLevels
    /// Prices so large that their sum has no meaning.
    case priceTooLarge
    /// The result does not reach the bound that the prices give.
    case gap
}
