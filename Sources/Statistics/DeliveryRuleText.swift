public import Domain

extension DeliveryReport {
    /// What is said besides the definitions in ``definitions``: printed beside the figures.
    public static let ruleTexts: [(name: Phrase, text: Phrase)] = [
        (
            Phrase(sv: "inte förnyade", en: "not renewed"),
            Phrase(
                sv: "Platser som började året innan och som enheten har svarat ”inte i år” om, efter skäl.",
                en: "Slots that began the year before and of which the unit has said \"not this year\", by reason.")
        ),
        (
            Phrase(sv: "inte levererade avtal", en: "agreements not delivered"),
            Phrase(
                sv:
                    "Åtaganden som gäller under året och inte är uppfyllda enligt sin egen regel, eller inte går att bedöma. "
                    + "Åldern är dagarna från den första dagen som åtagandet gällde under året.",
                en:
                    "Undertakings in force in the year that are not met by their own rule, or not assessable. The age is the "
                    + "days since the first day on which the undertaking held in the year.")
        ),
    ]
}

extension DeliveryReport.Undelivered {
    /// What is lacking, in words.
    public func lacking(hidingPersons hides: Bool) -> Phrase {
        guard result.status == .notMet, let missing = missingHundredths else {
            return result.target == nil
                ? Phrase(sv: "mål saknas", en: "no target") : Phrase(sv: "underlag saknas", en: "nothing to assess by")
        }
        if let open = openPlaces {
            var parts = [Phrase.number(open.notOffered, sv: { "\($0) inte erbjudna" }, en: { "\($0) not offered" })]
            if !hides, open.notFilled > 0 {
                parts.append(
                    .number(
                        open.notFilled, sv: { "\($0) erbjudna men inte tillsatta" },
                        en: { "\($0) offered but not filled" }))
            }
            return Phrase(
                sv: parts.map(\.sv).joined(separator: ", "), en: parts.map(\.en).joined(separator: ", "))
        }
        let unit =
            switch result.rule {
            case .sixty, .koladaLike: Phrase(sv: "procentenheter", en: "percentage points")
            default: result.measure == .delta ? Phrase(sv: "eller fler", en: "or more") : result.measure.label
            }
        let number = Phrase.number(hundredths: missing)
        return Phrase(sv: "\(number.sv) \(unit.sv) saknas", en: "\(number.en) \(unit.en) lacking")
    }
}
