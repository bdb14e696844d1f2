import Domain
import Operations

/// A follow-up by a link: the host tells how it goes, and afterwards whether the person works there; the participant tells what
/// they do now.
enum FollowUpLink {
    static let page = LinkPage(show: show, act: act)

    private static func show(_ asked: LinkVisit) async throws -> LinkQuestion {
        guard let question = try await asked.operations.askedFollowUp(asked.link) else {
            return LinkQuestion(
                title: Phrase(sv: "Uppföljning", en: "Follow-up"),
                content: "<p class=\"lead\">\(Refusal.nothingAsked.phrase)</p>")
        }
        if asked.link.party == .participant { return now(asked, question) }
        return question.moment.isAfter ? hired(asked, question) : progress(asked, question)
    }

    private static func act(_ operations: Operations, _ asked: LinkVisit) async throws -> Phrase {
        guard let question = try await operations.askedFollowUp(asked.link) else { throw Refusal.nothingAsked }
        let (actor, code) = (asked.link.actor, question.placement.code)
        let answer =
            asked.link.party == .participant
            ? try participantAnswer(asked.form)
            : question.moment.isAfter ? try hiredAnswer(asked.form) : try progressAnswer(asked.form, question)
        try await operations.answerFollowUp(actor, code, answer)
        return Phrase(sv: "Vi har noterat ditt svar.", en: "We have noted your answer.")
    }

    // MARK: The host, halfway and at the end

    private static func progress(_ asked: LinkVisit, _ question: AskedFollowUp) -> LinkQuestion {
        let isMid = question.moment == .mid
        let goal: HTML =
            question.languageGoal.map { goal in
                """
                <p>\(sv: "Språkmålet:", en: "The language goal:") \(goal.rawValue)</p>
                \(radios("language_goal", Phrase(sv: "Är språkmålet nått?", en: "Has the language goal been reached?"), LanguageProgress.allCases.map { ($0.rawValue, $0.label.capitalized) }, asked))
                """
            } ?? .empty
        let how = FollowUpProgress.allCases.filter { isMid || $0 != .atRisk }.map { ($0.rawValue, word($0, isMid)) }
        let fields: HTML = """
            \(radios("progress", Phrase(sv: "Hur går det?", en: "How is it going?"), how, asked))
            \(goal)
            <div class="field"><label for="note">\(sv: "Något samordnaren behöver veta", en: "Anything the coordinator needs to know") \
            <span class="optional">\(sv: "(frivilligt)", en: "(optional)")</span></label>
            <input id="note" name="note" value="\(asked.form["note"] ?? "")"></div>
            \(send)
            """
        return LinkQuestion(
            title: isMid
                ? Phrase(sv: "Hur går praktiken?", en: "How is the placement going?")
                : Phrase(sv: "Hur gick praktiken?", en: "How did the placement go?"),
            content: """
                \(lead(question))
                \(asked.form(fields))
                """)
    }

    private static func word(_ progress: FollowUpProgress, _ isMid: Bool) -> Phrase {
        switch progress {
        case .asPlanned: Phrase(sv: "Som planerat", en: "As planned")
        case .needsSupport:
            isMid
                ? Phrase(sv: "Vi behöver stöd från samordnaren", en: "We need support from the coordinator")
                : Phrase(sv: "Det behövdes mer stöd", en: "More support was needed")
        case .atRisk: Phrase(sv: "Den kan behöva avbrytas", en: "It may have to end early")
        }
    }

    private static func progressAnswer(_ form: FormData, _ question: AskedFollowUp) throws -> FollowUpAnswer {
        guard let progress = form["progress"].flatMap({ FollowUpProgress(rawValue: $0) }) else { throw choose }
        let text = form["note"]?.trimmingSpace() ?? ""
        let note: Line?
        do { note = text.isEmpty ? nil : try Line(String(text)) } catch {
            throw LinkFault(sv: "Skriv kortare, på en rad.", en: "Write less, on one line.")
        }
        return FollowUpAnswer(
            source: .host, progress: progress,
            languageGoal: question.languageGoal == nil
                ? nil : form["language_goal"].flatMap { LanguageProgress(rawValue: $0) },
            note: note)
    }

    // MARK: The host, afterwards

    private static func hired(_ asked: LinkVisit, _ question: AskedFollowUp) -> LinkQuestion {
        let name = question.placement.givenName?.rawValue
        let forms = EmploymentForm.allCases.map { form -> HTML in
            "<option value=\"\(form.rawValue)\">\(form.label.capitalized)</option>"
        }
        let fields: HTML = """
            <div class="field"><label for="form">\(sv: "Vilken anställning?", en: "What employment?") \
            <span class="optional">\(sv: "(frivilligt)", en: "(optional)")</span></label>
            <select id="form" name="form"><option value="">\(sv: "Vet inte", en: "Not known")</option>\(forms)</select></div>
            \(asked.choices("hired", [("yes", Phrase(sv: "Ja, anställd hos oss", en: "Yes, employed by us"), true)]))
            """
        return LinkQuestion(
            title: Phrase(
                sv: "Har \(name ?? "praktikanten") fått anställning hos er?",
                en: "Has \(name ?? "the participant") been employed by you?"),
            content: """
                \(lead(question))
                \(asked.form(fields))
                \(asked.form(asked.choices("hired", [("no", Phrase(sv: "Nej", en: "No"), false)])))
                """)
    }

    private static func hiredAnswer(_ form: FormData) throws -> FollowUpAnswer {
        switch form["hired"] {
        case "yes":
            return FollowUpAnswer(
                source: .host, hired: true, status: .employed,
                facts: OutcomeFacts(employer: .host, form: form["form"].flatMap { EmploymentForm(rawValue: $0) }))
        case "no": return FollowUpAnswer(source: .host, hired: false, status: .unknown)
        default: throw choose
        }
    }

    // MARK: The participant, afterwards

    private static func now(_ asked: LinkVisit, _ question: AskedFollowUp) -> LinkQuestion {
        let employers: [(String, Phrase)] = [
            ("host", Phrase(sv: "Där jag hade praktik", en: "Where I had my placement")),
            ("municipality", Phrase(sv: "På ett annat ställe i kommunen", en: "Somewhere else in the municipality")),
            ("other", Phrase(sv: "Hos en annan arbetsgivare", en: "With another employer")),
            ("own", Phrase(sv: "I mitt eget företag", en: "In my own firm")),
        ]
        let since: HTML = """
            <div class="field"><label for="from">\(sv: "Sedan när? Om du vet.", en: "Since when? If you know.")</label>
            <input type="date" class="medium" id="from" name="from" value="\(asked.form["from"] ?? "")"></div>
            """
        let aid: [(String, Phrase)] = [
            ("yes", Phrase(sv: "Ja", en: "Yes")), ("no", Phrase(sv: "Nej", en: "No")),
        ]
        let fields: HTML = """
            \(radios("status", Phrase(sv: "Vad gör du nu?", en: "What do you do now?"), doings.map { ($0.0.rawValue, $0.1) }, asked))
            <details class="more"><summary>\(sv: "Om du har ett jobb", en: "If you have a job")</summary>
            \(radios("employer", Phrase(sv: "Var?", en: "Where?"), employers, asked))
            \(since)</details>
            <details class="more"><summary>\(sv: "Om du studerar", en: "If you study")</summary>
            \(radios("student_aid", Phrase(sv: "Kan du få studiemedel (CSN)?", en: "Can you get student aid (CSN)?"), aid, asked))</details>
            \(send)
            """
        return LinkQuestion(
            title: Phrase(sv: "Vad gör du nu?", en: "What do you do now?"),
            content: """
                <p class="lead">\(sv: "Du hade praktik på", en: "You had a placement at") \(question.placement.unitName), \
                \(question.placement.slotTitle). \(sv: "Arbetsplatsen får inte veta vad du svarar.",
                en: "The workplace is not told what you answer.")</p>
                \(asked.form(fields))
                """)
    }

    private static let doings: [(OutcomeStatus, Phrase)] = [
        (.employed, Phrase(sv: "Jag har ett jobb", en: "I have a job")),
        (.studying, Phrase(sv: "Jag studerar", en: "I study")),
        (.furtherPlacement, Phrase(sv: "Jag har en ny praktik", en: "I have a new placement")),
        (.seeking, Phrase(sv: "Jag söker jobb", en: "I am looking for a job")),
        (.other, Phrase(sv: "Något annat", en: "Something else")),
    ]

    private static func participantAnswer(_ form: FormData) throws -> FollowUpAnswer {
        guard let doing = form["status"].flatMap({ OutcomeStatus(rawValue: $0) }),
            doings.contains(where: { $0.0 == doing })
        else { throw choose }
        var facts = OutcomeFacts()
        if doing == .employed {
            facts.employer = form["employer"].flatMap { Employer(rawValue: $0) }
            let from = form["from"]?.trimmingSpace() ?? ""
            do { facts.from = from.isEmpty ? nil : try Day(String(from)) } catch {
                throw LinkFault(
                    sv: "Skriv datumet så här: 2026-03-09. Eller lämna det tomt.",
                    en: "Write the date like this: 2026-03-09. Or leave it empty.")
            }
        }
        if doing == .studying {
            facts.studentAid = form["student_aid"].flatMap { YesNoUnknown(rawValue: $0) } ?? .unknown
        }
        return FollowUpAnswer(source: .participant, status: doing, facts: facts)
    }

    // MARK: Parts

    private static func lead(_ question: AskedFollowUp) -> HTML {
        let placement = question.placement
        let who: HTML = placement.givenName.map { "\($0.rawValue), " } ?? .empty
        return
            "<p class=\"lead\">\(who)\(placement.slotTitle), \(placement.unitName), \(placement.period.longPhrase).</p>"
    }

    private static func radios(
        _ name: String, _ legend: Phrase, _ choices: [(String, Phrase)], _ asked: LinkVisit
    ) -> HTML {
        let boxes = choices.map { value, label -> HTML in
            """
            <label class="choice"><input type="radio" name="\(name)" value="\(value)"\
            \(" checked", if: asked.form[name] == value)> \(label)</label>
            """
        }
        return "<fieldset><legend>\(legend)</legend><div class=\"choices\">\(boxes)</div></fieldset>"
    }

    private static let send: HTML =
        "<div class=\"actions\"><button class=\"main\">\(sv: "Skicka", en: "Send")</button></div>"

    private static let choose = LinkFault(sv: "Välj ett av svaren.", en: "Choose one of the answers.")
}
