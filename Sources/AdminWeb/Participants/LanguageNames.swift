import Domain

/// Names of the languages that participants speak most, by their codes in ISO 639-1; what is no code there is shown as it
/// stands, for the field is free.
enum LanguageNames {
    static func name(of text: Line) -> Phrase {
        names[text.rawValue.lowercased()] ?? Phrase(text)
    }

    private static let names: [String: Phrase] = [
        "am": Phrase(sv: "amhariska", en: "Amharic"), "ar": Phrase(sv: "arabiska", en: "Arabic"),
        "bn": Phrase(sv: "bengali", en: "Bengali"), "bs": Phrase(sv: "bosniska", en: "Bosnian"),
        "ckb": Phrase(sv: "sorani", en: "Central Kurdish"), "de": Phrase(sv: "tyska", en: "German"),
        "en": Phrase(sv: "engelska", en: "English"), "es": Phrase(sv: "spanska", en: "Spanish"),
        "fa": Phrase(sv: "persiska", en: "Persian"), "fi": Phrase(sv: "finska", en: "Finnish"),
        "fr": Phrase(sv: "franska", en: "French"), "hr": Phrase(sv: "kroatiska", en: "Croatian"),
        "ku": Phrase(sv: "kurdiska", en: "Kurdish"), "pl": Phrase(sv: "polska", en: "Polish"),
        "prs": Phrase(sv: "dari", en: "Dari"), "ps": Phrase(sv: "pashto", en: "Pashto"),
        "pt": Phrase(sv: "portugisiska", en: "Portuguese"), "ro": Phrase(sv: "rumänska", en: "Romanian"),
        "ru": Phrase(sv: "ryska", en: "Russian"), "so": Phrase(sv: "somaliska", en: "Somali"),
        "sq": Phrase(sv: "albanska", en: "Albanian"), "sr": Phrase(sv: "serbiska", en: "Serbian"),
        "sv": Phrase(sv: "svenska", en: "Swedish"), "sw": Phrase(sv: "swahili", en: "Swahili"),
        "th": Phrase(sv: "thailändska", en: "Thai"), "ti": Phrase(sv: "tigrinska", en: "Tigrinya"),
        "tr": Phrase(sv: "turkiska", en: "Turkish"), "uk": Phrase(sv: "ukrainska", en: "Ukrainian"),
        "ur": Phrase(sv: "urdu", en: "Urdu"), "vi": Phrase(sv: "vietnamesiska", en: "Vietnamese"),
        "zh": Phrase(sv: "kinesiska", en: "Chinese"),
    ]
}
