/// When a participant is asked how a placement is.
public enum VoiceOccasion: String, Vocabulary {
    /// Halfway through a placement of four weeks or more.
    case mid
    case end

    public var label: Phrase {
        switch self {
        case .mid: Phrase(sv: "halvvägs", en: "halfway")
        case .end: Phrase(sv: "efteråt", en: "afterwards")
        }
    }
}

/// What a participant is asked.
public enum VoiceQuestion: String, Vocabulary {
    /// Whether there is work to do for the time.
    case tasks
    case alone
    case swedish
    /// Where the placement is for learning the language.
    case learnt

    public var label: Phrase {
        switch self {
        case .tasks: Phrase(sv: "Har du haft något att göra hela dagarna?", en: "Have you had things to do all day?")
        case .alone: Phrase(sv: "Har du arbetat ensam?", en: "Have you worked alone?")
        case .swedish:
            Phrase(sv: "Har du pratat svenska på arbetsplatsen?", en: "Have you spoken Swedish at the workplace?")
        case .learnt: Phrase(sv: "Har du lärt dig mer svenska?", en: "Have you learnt more Swedish?")
        }
    }

    /// The question's heading in a table.
    public var heading: Phrase {
        switch self {
        case .tasks: Phrase(sv: "Något att göra", en: "Things to do")
        case .alone: Phrase(sv: "Arbetat ensam", en: "Worked alone")
        case .swedish: Phrase(sv: "Pratat svenska", en: "Spoken Swedish")
        case .learnt: Phrase(sv: "Lärt sig svenska", en: "Learnt Swedish")
        }
    }
}

public enum VoiceChoice: String, Vocabulary {
    case yes
    case aBit = "a_bit"
    case no

    public var label: Phrase {
        switch self {
        case .yes: Phrase(sv: "ja", en: "yes")
        case .aBit: Phrase(sv: "lite", en: "a bit")
        case .no: Phrase(sv: "nej", en: "no")
        }
    }
}

/// What a participant says of a placement.
public struct VoiceAnswers: Sendable, Hashable {
    public var tasks: VoiceChoice
    public var alone: VoiceChoice
    public var swedish: VoiceChoice
    /// Nil where it was not asked, or not answered.
    public var learnt: VoiceChoice?
    public var words: OwnWords?

    public init(
        tasks: VoiceChoice, alone: VoiceChoice, swedish: VoiceChoice, learnt: VoiceChoice? = nil,
        words: OwnWords? = nil
    ) {
        self.tasks = tasks
        self.alone = alone
        self.swedish = swedish
        self.learnt = learnt
        self.words = words
    }

    public subscript(question: VoiceQuestion) -> VoiceChoice? {
        switch question {
        case .tasks: tasks
        case .alone: alone
        case .swedish: swedish
        case .learnt: learnt
        }
    }
}
