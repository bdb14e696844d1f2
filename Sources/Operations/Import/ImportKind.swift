public import Domain

/// What a file holds rows of.
public enum ImportKind: String, Sendable, CaseIterable {
    case units, referrers, supervisors, undertakings, slots, participants, placements, outcomes

    public var label: Phrase {
        switch self {
        case .units: Phrase(sv: "enheter", en: "units")
        case .referrers: Phrase(sv: "anvisare", en: "referrers")
        case .supervisors: Phrase(sv: "handledare", en: "supervisors")
        case .undertakings: Phrase(sv: "åtaganden", en: "undertakings")
        case .slots: Phrase(sv: "praktikplatser", en: "slots")
        case .participants: Phrase(sv: "deltagare", en: "participants")
        case .placements: Phrase(sv: "placeringar", en: "placements")
        case .outcomes: Phrase(sv: "utfall", en: "outcomes")
        }
    }

    var table: any ImportTable.Type {
        switch self {
        case .units: UnitTable.self
        case .referrers: ReferrerTable.self
        case .supervisors: SupervisorTable.self
        case .undertakings: UndertakingTable.self
        case .slots: SlotTable.self
        case .participants: ParticipantTable.self
        case .placements: PlacementTable.self
        case .outcomes: OutcomeTable.self
        }
    }

    /// The columns a file of the kind may have, in the order they are documented.
    public var columns: [String] { ["municipality"] + table.columns.map(\.name) }

    /// Those it must have.
    public var requiredColumns: [String] { table.columns.filter(\.isRequired).map(\.name) }
}
