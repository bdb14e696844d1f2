import Domain
import Operations

/// A participant's few questions halfway and afterwards. By the same page something can be complained about, which leaves the
/// questions open.
enum VoiceLink {
    static func page(_ occasion: VoiceOccasion) -> LinkPage {
        LinkPage(
            show: { try await show($0, occasion) }, act: { try await act($0, $1, occasion) },
            stays: { $0.form["what"] == "complain" })
    }

    private static func show(_ asked: LinkVisit, _ occasion: VoiceOccasion) async throws -> LinkQuestion {
        let placement = try await asked.operations.askedPlacement(asked.link)
        let voice = try await asked.operations.askedVoice(asked.link, occasion)
        let questions = VoiceForm.questions(isForLanguage: voice.isForLanguage)
            .map { VoiceForm.question($0, chosen: asked.form[$0.rawValue]) }
        let answering = asked.form(
            """
            \(questions)
            <div class="field"><label for="words">\(VoiceForm.wordsLabel)</label>
            <textarea id="words" name="words" rows="4">\n\(asked.form["words"] ?? "")</textarea></div>
            \(asked.choices("what", [("answer", Phrase(sv: "Skicka svaren", en: "Send the answers"), true)]))
            """)
        return LinkQuestion(
            title: Phrase(sv: "Hur är praktiken?", en: "How is the placement?"),
            content: """
                <p class="lead">\(placement.unitName), \(placement.slotTitle).</p>
                <p class="note">\(VoiceForm.promise)</p>
                \(voice.isGiven ? "<p>\(VoiceRefusal.givenAlready.phrase)</p>" : answering)
                <h2>\(ComplaintLink.heading)</h2>
                \(ComplaintLink.form(asked))
                """)
    }

    private static func act(
        _ operations: Operations, _ asked: LinkVisit, _ occasion: VoiceOccasion
    ) async throws -> Phrase {
        if asked.form["what"] == "complain" { return try await ComplaintLink.take(operations, asked) }
        let placement = try await operations.askedPlacement(asked.link)
        try await operations.giveVoice(
            asked.link.actor, placement.code, occasion, try VoiceForm.answers(asked.form),
            language: asked.visit.language.rawValue)
        return Phrase(sv: "Vi har tagit emot dina svar.", en: "We have received your answers.")
    }
}

/// The questions as a form has them, and how they are read.
enum VoiceForm {
    static let promise = Phrase(
        sv: "Bara samordnaren på kommunen läser det du skriver. Arbetsplatsen får inte se det.",
        en: "Only the municipality's coordinator reads what you write. The workplace cannot see it.")
    static let wordsLabel = Phrase(sv: "Vill du berätta mer?", en: "Do you want to tell more?")

    static func questions(isForLanguage: Bool) -> [VoiceQuestion] {
        VoiceQuestion.allCases.filter { $0 != .learnt || isForLanguage }
    }

    static func question(_ question: VoiceQuestion, chosen: String?) -> HTML {
        let choices = VoiceChoice.allCases.map { choice -> HTML in
            """
            <label class="choice"><input type="radio" id="\(question.rawValue)-\(choice.rawValue)" name="\(question.rawValue)" \
            value="\(choice.rawValue)"\(" checked", if: chosen == choice.rawValue)> \(choice.label.capitalized)</label>
            """
        }
        return """
            <fieldset><legend>\(question.label)</legend><div class="choices">\(choices)</div></fieldset>
            """
    }

    /// Every question that is not of its own needs its answer.
    static func answers(_ form: FormData) throws -> VoiceAnswers {
        func said(_ question: VoiceQuestion) -> VoiceChoice? {
            form[question.rawValue].flatMap { VoiceChoice(rawValue: $0) }
        }
        guard let tasks = said(.tasks), let alone = said(.alone), let swedish = said(.swedish) else {
            throw LinkFault(sv: "Välj ett svar på varje fråga.", en: "Choose an answer to each question.")
        }
        return VoiceAnswers(
            tasks: tasks, alone: alone, swedish: swedish, learnt: said(.learnt), words: try words(form["words"]))
    }

    /// Nil where nothing is written.
    static func words(_ text: String?) throws -> OwnWords? {
        guard let text, text.contains(where: { !$0.isWhitespace }) else { return nil }
        do {
            return try OwnWords(text)
        } catch {
            throw LinkFault(error.phrase)
        }
    }
}
