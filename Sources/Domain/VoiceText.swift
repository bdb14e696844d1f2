/// Every text of the pages on which participants say how a placement is: the program's own in Swedish and English, and in
/// further languages what a municipality has loaded.
public enum VoiceText: String, Vocabulary {
    /// What the language calls itself.
    case name
    /// `ltr` or `rtl`: which way it is written.
    case direction
    case title
    case promise
    case tasks, alone, swedish, learnt
    case yes
    case aBit = "a_bit"
    case no
    case words
    case send
    case sent
    case chooseEach = "choose_each"
    case wrongTitle = "wrong_title"
    case wrongWords = "wrong_words"
    case wrongSend = "wrong_send"
    case wrongSent = "wrong_sent"
    case wrongEmpty = "wrong_empty"
    case thanks
    case close

    public var label: Phrase {
        switch self {
        case .name: Phrase(sv: "Svenska", en: "English")
        case .direction: Phrase(sv: "ltr", en: "ltr")
        case .title: Phrase(sv: "Hur är praktiken?", en: "How is the placement?")
        case .promise:
            Phrase(
                sv: "Bara samordnaren på kommunen läser det du skriver. Arbetsplatsen får inte se det.",
                en: "Only the municipality's coordinator reads what you write. The workplace cannot see it.")
        case .tasks: VoiceQuestion.tasks.label
        case .alone: VoiceQuestion.alone.label
        case .swedish: VoiceQuestion.swedish.label
        case .learnt: VoiceQuestion.learnt.label
        case .yes: Phrase(sv: "Ja", en: "Yes")
        case .aBit: Phrase(sv: "Lite", en: "A bit")
        case .no: Phrase(sv: "Nej", en: "No")
        case .words: Phrase(sv: "Vill du berätta mer?", en: "Do you want to tell more?")
        case .send: Phrase(sv: "Skicka svaren", en: "Send the answers")
        case .sent: Phrase(sv: "Vi har tagit emot dina svar.", en: "We have received your answers.")
        case .chooseEach:
            Phrase(sv: "Välj ett svar på varje fråga.", en: "Choose an answer to each question.")
        case .wrongTitle: Phrase(sv: "Är något fel?", en: "Is something wrong?")
        case .wrongWords: Phrase(sv: "Skriv vad som är fel", en: "Write what is wrong")
        case .wrongSend: Phrase(sv: "Skicka till samordnaren", en: "Send to the coordinator")
        case .wrongSent:
            Phrase(
                sv: "Samordnaren har fått ditt meddelande och hör av sig.",
                en: "The coordinator has your message and will be in touch.")
        case .wrongEmpty: Phrase(sv: "Skriv vad som är fel.", en: "Write what is wrong.")
        case .thanks: Phrase(sv: "Tack!", en: "Thank you!")
        case .close: Phrase(sv: "Du kan stänga sidan nu.", en: "You can close this page now.")
        }
    }

    public init(_ question: VoiceQuestion) {
        self =
            switch question {
            case .tasks: .tasks
            case .alone: .alone
            case .swedish: .swedish
            case .learnt: .learnt
            }
    }

    public init(_ choice: VoiceChoice) {
        self =
            switch choice {
            case .yes: .yes
            case .aBit: .aBit
            case .no: .no
            }
    }
}

/// The texts in one language.
public struct VoiceTexts: Sendable, Hashable {
    /// The language's code, two or three letters.
    public let language: String
    /// Nil for the program's own.
    private let loaded: [VoiceText: String]?

    /// The program's own, which are in the language of the page.
    public init(_ language: Language) {
        self.language = language.rawValue
        loaded = nil
    }

    public init(language: String, _ texts: [VoiceText: String]) {
        self.language = language
        loaded = texts
    }

    /// Whether it is another than the program's own two.
    public var isFurther: Bool { loaded != nil }
    public var isRightToLeft: Bool { loaded?[.direction] == "rtl" }

    public subscript(_ text: VoiceText) -> Phrase {
        guard let written = loaded?[text] else { return text.label }
        return Phrase(sv: written, en: written)
    }

    /// Whether it is a language's code that can be loaded: two or three small letters, and none of the program's own.
    public static func isFurther(_ code: String) -> Bool {
        (2...3).contains(code.utf8.count)
            && code.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
            && Language(rawValue: code) == nil
    }
}
