/// A participant's time at a slot, from proposal to end.
///
/// The content of a record with the keys that people write; files, commands and forms all fill this.
public struct Placement: Sendable, Hashable {
    public var municipality: MunicipalityCode
    public var code: Code
    public var referrer: Code
    /// The participant's reference at the referrer.
    public var participant: Code
    public var slot: Code
    public var period: Period
    public var state: PlacementState
    /// When it came into its state.
    public var stateOn: Day?
    public var reason: Line?

    public init(
        municipality: MunicipalityCode, code: Code, referrer: Code, participant: Code, slot: Code, period: Period,
        state: PlacementState, stateOn: Day? = nil, reason: Line? = nil
    ) {
        self.municipality = municipality
        self.code = code
        self.referrer = referrer
        self.participant = participant
        self.slot = slot
        self.period = period
        self.state = state
        self.stateOn = stateOn
        self.reason = reason
    }
}
