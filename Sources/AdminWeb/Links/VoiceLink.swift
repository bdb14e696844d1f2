import Domain
import Operations

/// A participant's few questions halfway and afterwards. By the same page something can be complained about, which leaves the
/// questions open.
enum VoiceLink {
    static func page(_ occasion: VoiceOccasion) -> LinkPage {
        LinkPage(
            show: { try await show($0, occasion) }, act: { try await act($0, $1, occasion) },
            stays: { $0.form["what"] == "complain" }, isInFurtherLanguages: true)
    }

    private static func show(_ asked: LinkVisit, _ occasion: VoiceOccasion) async throws -> LinkQuestion {
        let placement = try await asked.operations.askedPlacement(asked.link)
        let voice = try await asked.operations.askedVoice(asked.link, occasion)
        let questions = VoiceForm.questions(isForLanguage: voice.isForLanguage)
            .map { VoiceForm.question($0, asked.texts, chosen: asked.form[$0.rawValue]) }
        let answering = asked.form(
            """
            \(questions)
            <div class="field"><label for="words">\(asked.texts[.words])</label>
            <textarea id="words" name="words" rows="4">\n\(asked.form["words"] ?? "")</textarea></div>
            \(asked.choices("what", [("answer", asked.texts[.send], true)]))
            """)
        return LinkQuestion(
            title: asked.texts[.title],
            content: """
                \(VoiceForm.languages(asked))
                <p class="lead">\(placement.unitName), \(placement.slotTitle).</p>
                <p class="note">\(asked.texts[.promise])</p>
                \(voice.isGiven ? "<p>\(VoiceRefusal.givenAlready.phrase)</p>" : answering)
                <h2>\(asked.texts[.wrongTitle])</h2>
                \(ComplaintLink.form(asked))
                """)
    }

    private static func act(
        _ operations: Operations, _ asked: LinkVisit, _ occasion: VoiceOccasion
    ) async throws -> Phrase {
        if asked.form["what"] == "complain" { return try await ComplaintLink.take(operations, asked) }
        let placement = try await operations.askedPlacement(asked.link)
        try await operations.giveVoice(
            asked.link.actor, placement.code, occasion, try VoiceForm.answers(asked),
            language: asked.texts.language)
        return asked.texts[.sent]
    }
}

/// The questions as a form has them, and how they are read.
enum VoiceForm {
    /// The further languages that the page can be read in.
    static func languages(_ asked: LinkVisit) -> HTML {
        guard !asked.further.isEmpty else { return .empty }
        let own = Language.allCases.map { ($0.rawValue, VoiceText.name.label[$0]) }
        let links = (own + asked.further.map { ($0.code, $0.name) }).map { code, name -> HTML in
            """
            <li><a href="\(LinkPages.path(asked.visit, code))" lang="\(code)" hreflang="\(code)"\
            \(" aria-current=\"page\"", if: code == asked.texts.language)>\(name)</a></li>
            """
        }
        return "<nav class=\"tabs\" aria-label=\"\(sv: "Språk", en: "Language")\"><ul>\(links)</ul></nav>"
    }

    static func questions(isForLanguage: Bool) -> [VoiceQuestion] {
        VoiceQuestion.allCases.filter { $0 != .learnt || isForLanguage }
    }

    static func question(_ question: VoiceQuestion, _ texts: VoiceTexts, chosen: String?) -> HTML {
        let choices = VoiceChoice.allCases.map { choice -> HTML in
            """
            <label class="choice"><input type="radio" id="\(question.rawValue)-\(choice.rawValue)" name="\(question.rawValue)" \
            value="\(choice.rawValue)"\(" checked", if: chosen == choice.rawValue)> \(texts[VoiceText(choice)])</label>
            """
        }
        return """
            <fieldset><legend>\(texts[VoiceText(question)])</legend><div class="choices">\(choices)</div></fieldset>
            """
    }

    /// Every question that is not of its own needs its answer.
    static func answers(_ asked: LinkVisit) throws -> VoiceAnswers {
        let form = asked.form
        func said(_ question: VoiceQuestion) -> VoiceChoice? {
            form[question.rawValue].flatMap { VoiceChoice(rawValue: $0) }
        }
        guard let tasks = said(.tasks), let alone = said(.alone), let swedish = said(.swedish) else {
            throw LinkFault(asked.texts[.chooseEach])
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
