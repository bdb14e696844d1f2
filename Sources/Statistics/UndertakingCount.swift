public import Domain

/// What was counted within an undertaking's scope in one year, now or as it is forecast.
public struct UndertakingCount: Sendable, Hashable, Codable {
    public var offered = 0
    public var filled = 0
    public var started = 0
    public var completed = 0
    public var interrupted = 0
    public var noShow = 0
    public var persons = 0
    public var employedAny = 0
    public var koladaNumerator = 0
    public var sixtyNumerator = 0
    /// Nil where an introduction that ended is nobody's: in the scope of one unit.
    public var sixtyDenominator: Int?
    public var hoursPerDay: Quantity?

    public init() {}

    /// The figure of a rule; nil where it has no meaning. `sixty` and `kolada_like` are shares in per cent. `delta` names
    /// no figure of its own and is taken as places offered.
    public func figure(_ rule: CountingRule) -> Quantity? {
        switch rule {
        case .offeredInYear, .putInYear, .delta: Quantity(offered)
        case .filled: Quantity(filled)
        case .started: Quantity(started)
        case .completed: Quantity(completed)
        case .interrupted: Quantity(interrupted)
        case .noShow: Quantity(noShow)
        case .personsReceived: Quantity(persons)
        case .employedAny: Quantity(employedAny)
        case .hoursPerDay: hoursPerDay
        case .sixty: sixtyDenominator.flatMap { Quantity(100 * sixtyNumerator, over: $0) }
        case .koladaLike: Quantity(100 * koladaNumerator, over: completed + interrupted)
        }
    }
}
