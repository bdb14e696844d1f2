public import Domain

/// What participants' answers and complaints refuse.
public enum VoiceRefusal: PhrasedError, Equatable {
    /// The day on which the participant is asked has not come, or there is none.
    case notAsked
    /// Answers are given once.
    case givenAlready
    /// Only the participant speaks for themselves, or the coordinator for them.
    case notYours
    case handledAlready
    case tooManyComplaints
    /// No language that is, or can be, loaded.
    case language
    /// A language's file that is not loaded, with every fault of it.
    case texts([VoiceTextFile.Fault])

    /// The refusal's name in the audit log and in JSON.
    public var code: String {
        switch self {
        case .notAsked: "voice_not_asked"
        case .givenAlready: "voice_given_already"
        case .notYours: "voice_not_yours"
        case .handledAlready: "complaint_handled_already"
        case .tooManyComplaints: "too_many_complaints"
        case .language: "voice_language"
        case .texts: "voice_texts"
        }
    }

    public var phrase: Phrase {
        switch self {
        case .notAsked:
            Phrase(
                sv:
                    "Frågorna är inte till för den här praktiken nu: de ställs halvvägs, om den är fyra veckor eller mer, "
                    + "och när den är slut.",
                en:
                    "The questions are not for this placement now: they are asked halfway, where it is of four weeks or "
                    + "more, and when it has ended.")
        case .givenAlready:
            Phrase(
                sv: "Frågorna är redan besvarade. Mer går att skriva som ett klagomål.",
                en: "The questions have been answered already. More can be written as a complaint.")
        case .notYours:
            Phrase(
                sv: "Bara deltagaren svarar, eller samordnaren åt deltagaren.",
                en: "Only the participant answers, or the coordinator for the participant.")
        case .handledAlready:
            Phrase(sv: "Klagomålet är redan hanterat.", en: "The complaint is handled already.")
        case .tooManyComplaints:
            Phrase(
                sv: "Vi har fått flera klagomål om praktiken i dag. Skriv i morgon igen, eller ring samordnaren.",
                en:
                    "Several complaints about the placement have come today. Write again tomorrow, or call the coordinator."
            )
        case .language:
            Phrase(
                sv: "Ett språk skrivs med två eller tre små bokstäver, till exempel ar, och är inte sv eller en; "
                    + "praktik voice language list visar de som finns.",
                en: "A language is written with two or three small letters, such as ar, and is not sv or en; "
                    + "praktik voice language list shows those there are.")
        case .texts(let faults):
            Phrase(
                sv: (["Ingenting är inläst."] + faults.map(\.phrase.sv)).joined(separator: "\n"),
                en: (["Nothing is loaded."] + faults.map(\.phrase.en)).joined(separator: "\n"))
        }
    }
}
