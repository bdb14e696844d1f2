public import Domain

extension AnnualReport {
    /// The rows of a cut that a reader is shown: every unit, referrer and sex, and of the others those with anything in them.
    public func shown(_ cut: Cut) -> [FigureRow] {
        self[cut].filter { cut.keys == nil || cut == .sex || !$0.isEmpty }
    }

    /// Its heading.
    public var title: Phrase {
        switch period.kind {
        case .year: Phrase(sv: "Årsrapport \(period.label.sv)", en: "Annual report \(period.label.en)")
        default: Phrase(sv: "Rapport \(period.label.sv)", en: "Report, \(period.label.en)")
        }
    }
}

extension Cut {
    /// What one of its rows is called where its name stands in a column of its own: a word, else the key.
    public func code(_ row: FigureRow) -> Phrase {
        if row.key == Cut.total.rawValue { return Phrase(sv: "Totalt", en: "Total") }
        return keys == nil ? Phrase(sv: row.key, en: row.key) : title(row)
    }

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
