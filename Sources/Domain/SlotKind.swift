/// What a slot is for, as Swedish labour-market and school law names it.
public enum SlotKind: String, Vocabulary {
    case arbetspraktik
    case arbetstraning
    case sprakpraktik
    case studiepraktik
    case apl
    case larling
    case prao
    case put
    case extratjanst

    public var label: Phrase {
        switch self {
        case .arbetspraktik: Phrase(sv: "arbetspraktik", en: "work placement")
        case .arbetstraning: Phrase(sv: "arbetsträning", en: "work training")
        case .sprakpraktik: Phrase(sv: "språkpraktik", en: "language placement")
        case .studiepraktik: Phrase(sv: "studiepraktik", en: "study placement")
        case .apl: Phrase(sv: "APL, arbetsplatsförlagt lärande", en: "workplace-based learning (APL)")
        case .larling: Phrase(sv: "lärlingsplats", en: "apprenticeship")
        case .prao: Phrase(sv: "prao", en: "school work experience (prao)")
        case .put: Phrase(sv: "PUT, personlig utvecklingstjänst", en: "personal development post (PUT)")
        case .extratjanst: Phrase(sv: "extratjänst", en: "extra post (extratjänst)")
        }
    }
}

extension SlotKind {
    /// Whether slots of the kind count in the joint undertaking; separately costed schemes do not.
    public var countsJointly: Bool { self != .put && self != .extratjanst }

    /// The first day from which no new decision of the kind can be made, for kinds that are history.
    public var closedFrom: Day? {
        self == .extratjanst ? Day(unchecked: Day.number(2022, 1, 1)) : nil
    }
}
