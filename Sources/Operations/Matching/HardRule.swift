public import Domain

/// The rules that a participant and a slot must all keep to be matched.
///
/// Unknown never satisfies a requirement.
public enum HardRule: String, Vocabulary {
    case protected
    case offered
    case dormant
    case dates
    case weekdays
    case hours
    case sfi
    case licence
    case age
    case recordCheck = "record_check"
    case earmark
    case purpose
    case clash
    case place
    case supervisor
    case training

    public var label: Phrase {
        switch self {
        case .protected:
            Phrase(sv: "ingår i automatisk matchning", en: "is part of automatic matching")
        case .offered:
            Phrase(sv: "platsen är erbjuden", en: "the slot is offered")
        case .dates:
            Phrase(sv: "tillräckligt många gemensamma dagar", en: "enough days in common")
        case .weekdays:
            Phrase(sv: "platsens veckodagar passar", en: "the slot's weekdays suit")
        case .hours:
            Phrase(sv: "platsens timmar om dagen ryms", en: "the slot's hours a day fit")
        case .sfi:
            Phrase(sv: "godkänd SFI-kurs", en: "SFI course passed")
        case .licence:
            Phrase(sv: "körkort och behörigheter", en: "licences")
        case .age:
            Phrase(sv: "lägsta ålder den första dagen", en: "minimum age on the first day")
        case .recordCheck:
            Phrase(sv: "utdrag ur belastningsregistret visat", en: "extract from the criminal records shown")
        case .earmark:
            Phrase(sv: "avsatt för anvisaren, eller inte avsatt", en: "earmarked for the referrer, or not at all")
        case .purpose:
            Phrase(sv: "samma syfte", en: "the same purpose")
        case .clash:
            Phrase(sv: "ingen annan praktik de dagarna", en: "no other placement on those days")
        case .place:
            Phrase(sv: "en ledig plats de dagarna", en: "a free place on those days")
        case .supervisor:
            Phrase(sv: "handledaren tar emot fler de dagarna", en: "the supervisor takes more on those days")
        case .dormant:
            Phrase(sv: "erbjudandet är bekräftat", en: "the offer is confirmed")
        case .training:
            Phrase(sv: "handledaren är utbildad till första dagen", en: "the supervisor is trained by the first day")
        }
    }
}
