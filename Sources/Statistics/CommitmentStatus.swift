/// What the undertakings in force in a year have come to.
public struct CommitmentStatus: Sendable, Hashable {
    public let year: Int
    public let undertakings: [UndertakingResult]
    /// Codes of the departments, valid in the year, that offered no place in it.
    public let unitsWithoutSlots: [String]

    public init(year: Int, undertakings: [UndertakingResult], unitsWithoutSlots: [String]) {
        self.year = year
        self.undertakings = undertakings
        self.unitsWithoutSlots = unitsWithoutSlots
    }

    /// Without any count of people; see ``UndertakingResult/withoutPersons``.
    public var withoutPersons: CommitmentStatus {
        CommitmentStatus(
            year: year, undertakings: undertakings.map(\.withoutPersons), unitsWithoutSlots: unitsWithoutSlots)
    }
}

extension CommitmentStatus: Encodable {
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Name.self)
        try container.encode(year, forKey: Name("year"))
        try container.encode(undertakings, forKey: Name("undertakings"))
        try container.encode(unitsWithoutSlots, forKey: Name("units_without_slots"))
    }
}
