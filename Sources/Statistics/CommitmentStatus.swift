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

    /// A part of the year with what the whole of it is expected to come to.
    public func expecting(_ year: CommitmentStatus) -> CommitmentStatus {
        let expected = Dictionary(year.undertakings.map { ($0.code, $0) }) { first, _ in first }
        return CommitmentStatus(
            year: self.year, undertakings: undertakings.map { part in expected[part.code].map(part.expecting) ?? part },
            unitsWithoutSlots: unitsWithoutSlots)
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
