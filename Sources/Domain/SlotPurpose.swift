/// What a person is to gain from a placement.
public enum SlotPurpose: String, Vocabulary {
    case language
    case job
    case introduction

    public var label: Phrase {
        switch self {
        case .language: Phrase(sv: "språk", en: "language")
        case .job: Phrase(sv: "arbete", en: "job")
        case .introduction: Phrase(sv: "introduktion", en: "introduction")
        }
    }
}
