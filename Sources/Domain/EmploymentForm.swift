/// The form of an employment.
public enum EmploymentForm: String, Vocabulary {
    case permanent
    case fixedTerm = "fixed_term"
    case hourly
    case apprentice
    case municipalLabourMarket = "municipal_labour_market"

    public var label: Phrase {
        switch self {
        case .permanent: Phrase(sv: "tillsvidareanställning", en: "permanent")
        case .fixedTerm: Phrase(sv: "visstidsanställning", en: "fixed-term")
        case .hourly: Phrase(sv: "timanställning", en: "hourly")
        case .apprentice: Phrase(sv: "lärlingsanställning", en: "apprentice")
        case .municipalLabourMarket:
            Phrase(sv: "kommunal arbetsmarknadsanställning", en: "municipal labour-market employment")
        }
    }
}
