import Domain
import HTTPTypes
import Operations
import Store

/// Recording what was told at one moment of a placement's plan.
enum FollowUpForm {
    static func show(_ visit: Visit) async throws -> PageAnswer {
        var values = visit.query
        values.set("on", values["on"] ?? visit.today.description)
        values.set("source", values["source"] ?? OutcomeSource.coordinator.rawValue)
        return .page(try await page(visit, FormState(values)))
    }

    static func save(_ visit: Visit) async throws -> PageAnswer {
        let (code, moment) = (try visit.code("code"), try moment(visit))
        var reader = FormReader(visit.form)
        if let answer = read(&reader, moment) {
            do {
                let made = try await visit.operations.recordFollowUp(visit.actor, code, at: moment, answer)
                return .redirect(
                    PlacementPages.path(code),
                    made.map {
                        Phrase(
                            sv: "Uppföljningen är antecknad, med utfallet \($0).",
                            en: "The follow-up is recorded, with the outcome \($0).")
                    } ?? Phrase(sv: "Uppföljningen är antecknad.", en: "The follow-up is recorded."))
            } catch let refusal as Refusal where refusal.isAboutInput || refusal.status == .unprocessableContent {
                reader.fault("", refusal.phrase)
            }
        }
        return .page(try await page(visit, reader.state), status: .unprocessableContent)
    }

    private static func moment(_ visit: Visit) throws -> FollowUpMoment {
        guard let moment = visit.parameters["moment"].flatMap({ try? FollowUpMoment($0) }) else {
            throw WebFault.notFound
        }
        return moment
    }

    private static func read(_ reader: inout FormReader, _ moment: FollowUpMoment) -> FollowUpAnswer? {
        let day = reader.required("on") { try Day($0) }
        let source = reader.choice("source", OutcomeSource.self)
        let progress = moment.isAfter ? nil : reader.choice("progress", FollowUpProgress.self)
        let goal = moment.isAfter ? nil : reader.optionalChoice("language_goal", LanguageProgress.self)
        let note = reader.optional("note") { try Line($0) }
        let status =
            moment.isAfter
            ? reader.choice("status", OutcomeStatus.self)
            : moment == .end ? reader.optionalChoice("status", OutcomeStatus.self) : nil
        let facts = moment == .mid ? OutcomeFacts() : OutcomeFields.read(&reader)
        guard reader.faults.isEmpty, let day, let source else { return nil }
        return FollowUpAnswer(
            source: source, progress: progress, languageGoal: goal, note: note, status: status, facts: facts, on: day)
    }

    private static func page(_ visit: Visit, _ state: FormState) async throws -> Page {
        let (code, moment) = (try visit.code("code"), try moment(visit))
        let sheet = try await visit.operations.followUpSheet(visit.actor, code: code)
        guard let line = sheet.moments.first(where: { $0.moment == moment }), line.plan != nil else {
            throw Refusal.noSuch(.followUp, moment.description)
        }
        let status = moment == .mid ? [] : outcome(isRequired: moment.isAfter)
        let first = who + (moment.isAfter ? [] : progress(sheet.languageGoal)) + status
        let more = moment == .mid ? [] : folded
        let isOpen = more.contains { state.sentence(for: $0.name) != nil || state.values[$0.name]?.isEmpty == false }
        let rest: HTML = """
            <details class="more"\(" open", if: isOpen)><summary>\(sv: "Mer om utfallet", en: "More about the outcome")</summary>
            \(more.map { $0.html(state) })</details>
            """
        let form = Form(
            action: FollowUpPages.path(code, moment), state: state, button: Phrase(sv: "Spara", en: "Save"),
            cancel: PlacementPages.path(code))
        let goal: HTML =
            moment.isAfter
            ? .empty
            : sheet.languageGoal.map {
                "<p class=\"note\">\(sv: "Språkmålet:", en: "The language goal:") \($0.rawValue)</p>"
            } ?? .empty
        let content: HTML = """
            \(first.map { $0.html(state) })\(rest, if: !more.isEmpty)\(last.map { $0.html(state) })
            """
        return Page(
            Phrase(sv: "Uppföljning \(moment.label.sv)", en: "Follow-up \(moment.label.en)"), in: .placements,
            under: [
                Section.placements.crumb,
                Page.Crumb(
                    path: PlacementPages.path(code), label: Phrase(sv: "Placering \(code)", en: "Placement \(code)")),
            ],
            isFaulty: !state.faults.isEmpty,
            """
            \(FollowUpSection.told(visit, line, mayConfirm: false))\(goal)
            \(form.html(visit, content, naming: first + more + last))
            """)
    }

    private static let who = [
        Field("on", Phrase(sv: "Den", en: "On"), .input(type: "date", size: .medium), isRequired: true),
        Field(
            "source", Phrase(sv: "Vem säger det", en: "Who says so"),
            .choice(Field.Option.all(of: OutcomeSource.self)), isRequired: true),
    ]

    private static func progress(_ goal: Line?) -> [Field] {
        let how = Field(
            "progress", Phrase(sv: "Hur det går", en: "How it goes"),
            .choice(Field.Option.all(of: FollowUpProgress.self), prompt: Phrase(sv: "Välj", en: "Choose")),
            isRequired: true)
        let language = Field(
            "language_goal", Phrase(sv: "Språkmålet är", en: "The language goal is"),
            .choice(Field.Option.all(of: LanguageProgress.self), prompt: OutcomeFields.unknown))
        return goal == nil ? [how] : [how, language]
    }

    private static let last = [
        Field("note", Phrase(sv: "Anteckning", en: "Note"), .input())
    ]

    private static func outcome(isRequired: Bool) -> [Field] {
        [
            Field(
                "status", Phrase(sv: "Vad det blev", en: "What came of it"),
                .choice(Field.Option.all(of: OutcomeStatus.self), prompt: Phrase(sv: "Välj", en: "Choose")),
                isRequired: isRequired),
            OutcomeFields.employer,
        ]
    }

    private static let folded = [
        OutcomeFields.form, OutcomeFields.subsidised, OutcomeFields.from, OutcomeFields.studentAid,
    ]
}
