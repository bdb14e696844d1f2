public import Domain

extension Cut {
    /// What one of its rows is called: a word of a vocabulary in the reader's language, else the name or the key.
    public func title(_ row: FigureRow) -> Phrase {
        let word: Phrase? =
            switch self {
            case .total: Phrase(sv: "totalt", en: "total")
            case .unit, .referrer: nil
            case .sex: Sex(rawValue: row.key)?.label
            case .kind: SlotKind(rawValue: row.key)?.label
            case .age: AgeGroup(rawValue: row.key)?.label
            case .sfi: SFIPassed(rawValue: row.key)?.label
            case .purpose: SlotPurpose(rawValue: row.key)?.label
            case .occupation: OccupationArea.all.first { $0.key == row.key }?.label
            case .urgency: Urgency(rawValue: row.key)?.label
            }
        if row.key == Self.unknown { return word ?? Phrase(sv: "inte angivet", en: "not stated") }
        return word ?? Phrase(sv: row.name ?? row.key, en: row.name ?? row.key)
    }
}
