import Domain
import HTTPTypes
import Operations
import Store

/// What the workplace and the participant have answered, and where the visitor gives an answer.
enum PlacementAnswers {
    static func html(_ visit: Visit, _ sheet: PlacementSheet, _ state: FormState) throws -> HTML {
        let placement = sheet.detail.placement
        let isOpen = placement.state == .proposed
        guard isOpen || !sheet.answers.isEmpty else { return .empty }
        let lines = AnsweringParty.allCases.map { party -> HTML in
            HTML.fact(party.label.capitalized, said(sheet.standing(party), isOpen: isOpen))
        }
        let role = try visit.actor.role
        let lapse: HTML =
            isOpen
            ? """
            <p class="small muted">\(sv: "Utan svar förfaller förslaget", en: "Without answers the proposal lapses on") \
            \(sheet.lapsesOn.map { HTML.day($0) } ?? "–")</p>
            """ : .empty
        return """
            <section class="card"><h2>\(sv: "Svaren", en: "The answers")</h2>
            <dl class="facts">\(lines)</dl>
            \(lapse)\(isOpen && visit.may(.answerPlacement) ? forms(visit, sheet, role, state) : .empty)</section>
            """
    }

    /// The field tells yes, or no by its reason.
    static func read(_ visit: Visit, _ reader: inout FormReader) throws -> (AnsweringParty, ProposalAnswer)? {
        guard let party = visit.form["party"].flatMap({ AnsweringParty(rawValue: $0) }) else {
            throw WebFault.unreadable
        }
        let text = visit.form["answer"] ?? ""
        if text == AnswerKind.accepted.rawValue { return (party, .accepted) }
        guard let reason = DeclineReason(rawValue: text) else {
            reader.fault("answer-\(party.rawValue)", Phrase(sv: "Välj ett svar.", en: "Choose an answer."))
            return nil
        }
        return (party, .declined(reason))
    }

    private static func said(_ answer: PlacementAnswer?, isOpen: Bool) -> HTML {
        guard let answer else {
            return isOpen ? "\(sv: "har inte svarat än", en: "has not answered yet")" : "–"
        }
        let reason: HTML = answer.reason.map { ": \($0.label)" } ?? .empty
        let note: HTML = answer.note.map { "<span class=\"sub\">\($0)</span>" } ?? .empty
        let ground: HTML =
            answer.ground.map { ground in
                """
                <span class="sub">\(ground.label.capitalized)\
                \(answer.actor.map { "; \(Phrase(sv: "antecknat av", en: "noted by")) \($0)" } ?? HTML.empty)</span>
                """
            } ?? .empty
        let badge = HTML.badge(answer.kind.label.capitalized, answer.kind == .accepted ? .good : .bad)
        return "\(badge)\(reason), \(HTML.day(answer.on))\(note)\(ground)"
    }

    private static func forms(_ visit: Visit, _ sheet: PlacementSheet, _ role: Role, _ state: FormState) -> HTML {
        if role == AnsweringParty.host.role { return own(visit, sheet, state) }
        guard PlacementLifecycle.substitutes.contains(role) else { return .empty }
        return HTML(
            AnsweringParty.allCases.filter { sheet.standing($0) == nil }.map { party in
                onBehalf(visit, sheet.detail.placement, party, state)
            })
    }

    /// The registrar's two answers.
    private static func own(_ visit: Visit, _ sheet: PlacementSheet, _ state: FormState) -> HTML {
        let path = PlacementPages.path(sheet.detail.placement.code) + "/answer"
        let isRetried = state.values["party"] == AnsweringParty.host.rawValue
        let accept = Form.button(
            visit, path, Phrase(sv: "Ta emot", en: "Receive"), style: "main",
            hidden: [("party", AnsweringParty.host.rawValue), ("answer", AnswerKind.accepted.rawValue)])
        return """
            \(sheet.standing(.host) == nil ? accept : .empty)
            <details class="more"\(" open", if: isRetried)><summary>\(sv: "Kan inte…", en: "Cannot…")</summary>
            <form method="post" action="\(path)">\(visit.formToken)<input type="hidden" name="party" value="host">
            \(choice(.host, Phrase(sv: "Varför", en: "Why"), yes: false, state))
            \(noteField(.host, state))
            <button class="danger">\(sv: "Kan inte ta emot", en: "Cannot receive")</button></form></details>
            """
    }

    private static func onBehalf(
        _ visit: Visit, _ placement: Placement, _ party: AnsweringParty, _ state: FormState
    ) -> HTML {
        let isRetried = state.values["party"] == party.rawValue
        let summary =
            switch party {
            case .host: Phrase(sv: "Svara för arbetsplatsen…", en: "Answer for the workplace…")
            case .participant: Phrase(sv: "Svara för deltagaren…", en: "Answer for the participant…")
            }
        let grounds = AnswerGround.allCases.map { ground -> HTML in
            """
            <option value="\(ground.rawValue)"\(" selected", if: isRetried && state.values["ground"] == ground.rawValue)>\
            \(ground.label.capitalized)</option>
            """
        }
        let id = "ground-\(party.rawValue)"
        return """
            <details class="more"\(" open", if: isRetried)><summary>\(summary)</summary>
            <form method="post" action="\(PlacementPages.path(placement.code))/answer">\(visit.formToken)\
            <input type="hidden" name="party" value="\(party.rawValue)">
            \(choice(party, Phrase(sv: "Svaret", en: "The answer"), yes: true, state))
            <div class="field"><label for="\(id)">\(sv: "Varför parten inte svarar själv", en: "Why the party does not answer itself")</label>\
            <select id="\(id)" name="ground">\(grounds)</select></div>
            \(noteField(party, state))
            <button>\(sv: "Spara svaret", en: "Save the answer")</button></form></details>
            """
    }

    private static func choice(_ party: AnsweringParty, _ label: Phrase, yes: Bool, _ state: FormState) -> HTML {
        let id = "answer-\(party.rawValue)"
        let chosen = state.values["party"] == party.rawValue ? state.values["answer"] : nil
        let fault: HTML =
            state.sentence(for: id).map { "<span class=\"fault\" id=\"\(id)-fault\">\($0)</span>" } ?? .empty
        let accept: HTML =
            yes
            ? "<option value=\"accepted\"\(" selected", if: chosen == "accepted")>\(sv: "Tackar ja", en: "Accepts")</option>"
            : .empty
        let reasons = DeclineReason.list(of: party).map { reason -> HTML in
            let words =
                yes
                ? Phrase(sv: "Tackar nej: \(reason.label.sv)", en: "Declines: \(reason.label.en)")
                : reason.label.capitalized
            return "<option value=\"\(reason.rawValue)\"\(" selected", if: chosen == reason.rawValue)>\(words)</option>"
        }
        let attributes: HTML = " aria-describedby=\"\(id)-fault\" aria-invalid=\"true\""
        return """
            <div class="field"><label for="\(id)">\(label)</label>\(fault)\
            <select id="\(id)" name="answer" required\(attributes, if: !fault.isEmpty)>\
            <option value="">\(sv: "Välj", en: "Choose")</option>\(accept)\(reasons)</select></div>
            """
    }

    private static func noteField(_ party: AnsweringParty, _ state: FormState) -> HTML {
        let id = "note-\(party.rawValue)"
        let typed = state.values["party"] == party.rawValue ? state.values["note"] ?? "" : ""
        return """
            <div class="field"><label for="\(id)">\(sv: "Något att tillägga", en: "Something to add") \
            <span class="optional">\(sv: "(frivilligt)", en: "(optional)")</span></label>\
            <input id="\(id)" name="note" value="\(typed)"></div>
            """
    }
}
