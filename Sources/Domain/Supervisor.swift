/// Who looks after a participant at a host unit.
///
/// The content of a record with the keys that people write; files, commands and forms all fill this.
public struct Supervisor: Sendable, Hashable {
    public var municipality: MunicipalityCode
    public var code: Code
    public var unit: Code
    public var name: Line
    public var email: EmailAddress?
    /// Day of the supervisor training; nil when untrained or unknown.
    public var trainedOn: Day?
    /// How many people at a time, 0…500; nil when not stated.
    public var capacity: Int?
    /// The supervisor who stands in.
    public var deputy: Code?

    public init(
        municipality: MunicipalityCode, code: Code, unit: Code, name: Line, email: EmailAddress? = nil,
        trainedOn: Day? = nil, capacity: Int? = nil, deputy: Code? = nil
    ) {
        self.municipality = municipality
        self.code = code
        self.unit = unit
        self.name = name
        self.email = email
        self.trainedOn = trainedOn
        self.capacity = capacity
        self.deputy = deputy
    }
}
