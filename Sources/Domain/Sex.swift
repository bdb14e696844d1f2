/// Legal sex as on file.
public enum Sex: String, Vocabulary {
    case woman
    case man
    case unknown

    public var label: Phrase {
        switch self {
        case .woman: Phrase(sv: "kvinna", en: "woman")
        case .man: Phrase(sv: "man", en: "man")
        case .unknown: Phrase(sv: "okänt", en: "unknown")
        }
    }
}
