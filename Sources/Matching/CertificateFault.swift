/// Why a result is not accepted as proven.
public enum CertificateFault: Error, Sendable, Equatable {
    case wrongShape
    /// The step does not outweigh all scores, or is so large that sums could overflow.
    case stepOutOfRange
    case notEligible(agent: Int)
    case lockNotKept(agent: Int)
    case overfilled(seat: Int)
    case wrongCounts
    case wrongScore
    case negativePrice
    /// Prices so large that their sum has no meaning.
    case priceTooLarge
    /// A pair weighs more than its two prices.
    case underpriced(agent: Int, seat: Int)
    /// The result does not reach the bound that the prices give.
    case gap
}
