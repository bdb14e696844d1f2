import Domain
import HTTPTypes
import Operations
import Store

/// What one placement's participant says, and noting it for them.
enum PlacementVoicePage {
    static func show(_ visit: Visit) async throws -> PageAnswer {
        .page(try await page(visit, FormState()))
    }

    static func answer(_ visit: Visit) async throws -> PageAnswer {
        let code = try visit.code("code")
        var reader = FormReader(visit.form)
        let occasion: VoiceOccasion? = reader.choice("occasion")
        let tasks: VoiceChoice? = reader.choice("tasks")
        let alone: VoiceChoice? = reader.choice("alone")
        let swedish: VoiceChoice? = reader.choice("swedish")
        let learnt: VoiceChoice? = reader.optionalChoice("learnt")
        let words = reader.optional("words") { try OwnWords($0) }
        let ground: AnswerGround? = reader.choice("ground")
        if reader.faults.isEmpty, let occasion, let tasks, let alone, let swedish {
            try await visit.operations.giveVoice(
                visit.actor, code, occasion,
                VoiceAnswers(tasks: tasks, alone: alone, swedish: swedish, learnt: learnt, words: words),
                onBehalf: ground)
            return .redirect(
                VoicePages.path(code), Phrase(sv: "Svaren är antecknade.", en: "The answers are noted."))
        }
        return .page(try await page(visit, reader.state), status: .unprocessableContent)
    }

    static func complain(_ visit: Visit) async throws -> PageAnswer {
        let code = try visit.code("code")
        var reader = FormReader(visit.form)
        let words = reader.required("complaint") { try OwnWords($0) }
        let ground: AnswerGround? = reader.choice("complaint_ground")
        if reader.faults.isEmpty, let words {
            let made = try await visit.operations.complain(visit.actor, code, words, onBehalf: ground)
            return .redirect(
                ComplaintPages.path(made), Phrase(sv: "Klagomålet är antecknat.", en: "The complaint is written down."))
        }
        return .page(try await page(visit, reader.state), status: .unprocessableContent)
    }

    private static func page(_ visit: Visit, _ state: FormState) async throws -> Page {
        let code = try visit.code("code")
        let sheet = try await visit.operations.voiceSheet(visit.actor, code)
        let goal = sheet.answers.lazy.compactMap(\.languageGoal).first
        let answers: HTML =
            sheet.answers.isEmpty
            ? .nothing(Phrase(sv: "Inga svar än.", en: "No answers yet."))
            : VoicePages.table(sheet.answers, "\(sv: "Svar", en: "Answers")")
        let complaints: HTML =
            sheet.complaints.isEmpty
            ? .empty : ComplaintPages.table(sheet.complaints, "\(sv: "Klagomål", en: "Complaints")")
        return Page(
            Phrase(sv: "Rösten om \(code)", en: "The voice on \(code)"), in: .voice,
            under: [
                Section.placements.crumb,
                Page.Crumb(
                    path: PlacementPages.path(code), label: Phrase(sv: "Placering \(code)", en: "Placement \(code)")),
            ], isFaulty: !state.faults.isEmpty,
            """
            <p class="note">\(VoicePages.promise)</p>
            \(goal.map { "<p><strong>\(sv: "Språkmål", en: "Language goal"):</strong> \($0)</p>" } ?? HTML.empty)
            \(asked(sheet))\(answers)\(complaints)
            \(sheet.open.isEmpty ? .empty : answerForm(visit, sheet, state))
            \(complaintForm(visit, code, state))
            """)
    }

    private static func asked(_ sheet: VoiceSheet) -> HTML {
        let days = VoiceOccasion.allCases.compactMap { occasion -> HTML? in
            guard let day = sheet.days[occasion] else { return nil }
            return
                "<dt>\(occasion.label.capitalized)</dt><dd>\(HTML.day(day))\(sheet.open.contains(occasion) ? ", \(sv: "inte besvarat", en: "not answered")" : HTML.empty)</dd>"
        }
        return days.isEmpty ? .empty : "<dl class=\"facts\">\(days)</dl>"
    }

    private static let grounds = Field.Control.choice(
        Field.Option.all(of: AnswerGround.self), prompt: Phrase(sv: "Välj", en: "Choose"))

    private static func answerForm(_ visit: Visit, _ sheet: VoiceSheet, _ state: FormState) -> HTML {
        let choices = Field.Control.choice(
            Field.Option.all(of: VoiceChoice.self), prompt: Phrase(sv: "Välj", en: "Choose"))
        let questions = VoiceForm.questions(isForLanguage: sheet.isForLanguage).map {
            Field($0.rawValue, $0.label, choices, isRequired: $0 != .learnt)
        }
        let occasions = sheet.open.map { Field.Option($0.rawValue, $0.label.capitalized) }
        let fields =
            [Field("occasion", Phrase(sv: "När", en: "When"), .choice(occasions), isRequired: true)] + questions + [
                Field("words", VoiceText.words.label, .text(rows: 3)),
                Field(
                    "ground",
                    Phrase(sv: "Varför svarar du åt deltagaren?", en: "Why do you answer for the participant?"),
                    grounds, isRequired: true),
            ]
        // Of two forms on the page each sums up its own faults, and one is what the page is for.
        var own = state
        own.faults = state.faults.filter { !$0.field.hasPrefix("complaint") }
        let form = Form(
            action: VoicePages.path(sheet.placement), state: own,
            button: Phrase(sv: "Anteckna svaren", en: "Note the answers"))
        return """
            <section class="card"><h2>\(sv: "Svara åt deltagaren", en: "Answer for the participant")</h2>
            \(form.html(visit, fields))</section>
            """
    }

    private static func complaintForm(_ visit: Visit, _ code: Code, _ state: FormState) -> HTML {
        let fields = [
            Field("complaint", Phrase(sv: "Vad är fel?", en: "What is wrong?"), .text(rows: 3), isRequired: true),
            Field(
                "complaint_ground",
                Phrase(sv: "Varför skriver du åt deltagaren?", en: "Why do you write for the participant?"), grounds,
                isRequired: true),
        ]
        var own = state
        own.faults = state.faults.filter { $0.field.hasPrefix("complaint") }
        let form = Form(
            action: PlacementPages.path(code) + "/complaints", state: own,
            button: Phrase(sv: "Anteckna klagomålet", en: "Write down the complaint"), isMain: false)
        return """
            <section class="card"><h2>\(sv: "Anteckna ett klagomål", en: "Write down a complaint")</h2>
            \(form.html(visit, fields))</section>
            """
    }
}
