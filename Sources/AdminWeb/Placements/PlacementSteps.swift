import Domain
import Operations
import Store

/// The steps that the visitor may take with a placement, from the one table of steps: first those that need a day only,
/// then those that need a reason.
enum PlacementSteps {
    static func html(_ visit: Visit, _ sheet: PlacementSheet, _ state: FormState) throws -> HTML {
        let actor = try visit.actor
        let placement = sheet.detail.placement
        let steps = PlacementLifecycle.transitions.filter {
            // A no is an answer, and has a place of its own, where a host says that it cannot; a proposal lapses when its time is out.
            // Approvals and checks, beside the agreement, lead to what is agreed.
            $0.to != .agreed && $0.from == placement.state && $0.roles.contains(actor.role) && $0.to != .declined
                && !($0.from == .proposed && $0.to == .cancelledByHost && actor.role == AnsweringParty.host.role)
                && ($0.to != .lapsed || sheet.lapsesOn.map { $0 <= visit.today } ?? false)
        }
        let forms = steps.map { step -> HTML in
            step.demandsReason ? withReason(visit, placement, step, state) : plain(visit, placement, step, state)
        }
        let correction =
            PlacementLifecycle.correctors.contains(actor.role) && placement.state != .proposed
            ? correcting(visit, placement, state) : .empty
        guard !forms.isEmpty || !correction.isEmpty else { return .empty }
        return """
            <section class="card"><h2>\(sv: "Nästa steg", en: "Next step")</h2>\(forms)\(correction)</section>
            """
    }

    /// What a step is called as something to do.
    static func verb(_ state: PlacementState) -> Phrase {
        switch state {
        case .proposed: Phrase(sv: "Föreslå", en: "Propose")
        case .accepted: Phrase(sv: "Acceptera utan svar", en: "Accept without answers")
        case .agreed: Phrase(sv: "Överenskommen", en: "Agreed")
        case .started: Phrase(sv: "Började", en: "Started")
        case .completed: Phrase(sv: "Gick klart", en: "Completed")
        case .declined: Phrase(sv: "Avböj", en: "Decline")
        case .lapsed: Phrase(sv: "Inget svar kom", en: "No answer came")
        case .withdrawn: Phrase(sv: "Ta tillbaka", en: "Withdraw")
        case .cancelledByHost: Phrase(sv: "Värden ställer in", en: "The host cancels")
        case .noShow: Phrase(sv: "Kom inte", en: "Did not come")
        case .interrupted: Phrase(sv: "Slutade i förtid", en: "Ended early")
        }
    }

    private static func plain(
        _ visit: Visit, _ placement: Placement, _ step: PlacementTransition, _ state: FormState
    ) -> HTML {
        let takesDay = step.demands.contains(.firstDayReached) || step.demands.contains(.lastDayReached)
        let isRetried = state.values["to"] == step.to.rawValue
        let day = suggestedDay(visit, placement, step)
        let id = "on-\(step.to.rawValue)"
        let shown = isRetried ? state.values["on"] ?? day.description : day.description
        let field: HTML = """
            <label for="\(id)">\(sv: "Den", en: "On")</label> \
            <input type="date" class="medium" id="\(id)" name="on" value="\(shown)">
            """
        let reasonID = "reason-\(step.to.rawValue)"
        // Ending before the agreed day is by agreement, and says which.
        let reason: HTML = """
             <label for="\(reasonID)">\(sv: "Skäl, om före sista dagen", en: "Reason, if before the last day")</label> \
            <input id="\(reasonID)" name="reason" value="\(isRetried ? state.values["reason"] ?? "" : "")">
            """
        return """
            <form class="step" method="post" action="\(PlacementPages.path(placement.code))/step">\(visit.formToken)\
            <input type="hidden" name="to" value="\(step.to.rawValue)">\
            \(field, if: takesDay)\(reason, if: step.to == .completed)\(step.to == .completed ? EndingFields.attendance(state, isRetried, step.to.rawValue) : .empty)
            <button\(" class=\"main\"", if: [.agreed, .started, .completed].contains(step.to))>\(verb(step.to))</button></form>
            """
    }

    private static func withReason(
        _ visit: Visit, _ placement: Placement, _ step: PlacementTransition, _ state: FormState
    ) -> HTML {
        let isRetried = state.values["to"] == step.to.rawValue
        let suffix = step.to.rawValue
        let day = suggestedDay(visit, placement, step)
        return """
            <details class="more"\(" open", if: isRetried)><summary>\(verb(step.to))…</summary>
            <form method="post" action="\(PlacementPages.path(placement.code))/step">\(visit.formToken)\
            <input type="hidden" name="to" value="\(suffix)">
            <div class="field"><label for="reason-\(suffix)">\(sv: "Skäl", en: "Reason")</label>\
            <input id="reason-\(suffix)" name="reason" required value="\(isRetried ? state.values["reason"] ?? "" : "")"></div>
            <div class="field"><label for="on-\(suffix)">\(sv: "Den", en: "On")</label>\
            <input type="date" class="medium" id="on-\(suffix)" name="on" value="\(isRetried ? state.values["on"] ?? day.description : day.description)"></div>
            \(step.to == .interrupted ? EndingFields.whole(state, isRetried, suffix) : .empty)
            <button class="danger">\(verb(step.to))</button></form></details>
            """
    }

    private static func correcting(_ visit: Visit, _ placement: Placement, _ state: FormState) -> HTML {
        """
        <details class="more"><summary>\(sv: "Rätta ett felaktigt steg…", en: "Correct a wrong step…")</summary>
        <form method="post" action="\(PlacementPages.path(placement.code))/correct">\(visit.formToken)
        <div class="field"><label for="reason-correct">\(sv: "Vad var fel", en: "What was wrong")</label>\
        <input id="reason-correct" name="reason" required value=""></div>
        <button>\(sv: "Ta tillbaka steget", en: "Take the step back")</button></form></details>
        """
    }

    /// The agreed day, where it has come; else today.
    private static func suggestedDay(_ visit: Visit, _ placement: Placement, _ step: PlacementTransition) -> Day {
        let agreed = step.to == .started || step.to == .noShow ? placement.period.from : placement.period.to
        return step.to == .started || step.to == .noShow || step.to == .completed
            ? min(agreed, visit.today) : visit.today
    }
}
