public import Domain

extension MatchResult.Bounded {
    /// What the bound asked for and what came of it.
    public func phrase(_ mode: MatchMode) -> Phrase {
        var swedish: [String] = []
        var english: [String] = []
        if let maximum {
            swedish.append("högst \(maximum)")
            english.append("\(maximum) at most")
        }
        if let minimum {
            swedish.append("helst minst \(minimum)")
            english.append("\(minimum) wanted")
        }
        var ending = Phrase(sv: "", en: "")
        if shortfall > 0 {
            let missing = Quantity.number(shortfall)
            let why =
                mode == .optimal
                ? Phrase(
                    sv: "fler gick inte utan att någon annan blev utan plats",
                    en: "more could not be placed without leaving somebody else without")
                : Phrase(sv: "en stabil fördelning tar ingen hänsyn", en: "a stable allocation takes no notice")
            ending = Phrase(sv: "; \(missing.sv) fattas, \(why.sv)", en: "; \(missing.en) short, \(why.en)")
        }
        return Phrase(
            sv: "\(Quantity.sentence(kind.label.sv)) \(code): \(placed) \(placed == 1 ? "placerad" : "placerade"), "
                + "\(swedish.joined(separator: ", "))\(ending.sv).",
            en: "\(Quantity.sentence(kind.label.en)) \(code): \(placed) placed, "
                + "\(english.joined(separator: ", "))\(ending.en).")
    }
}
