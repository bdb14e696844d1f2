import Domain
import Operations

/// How a placement ended: asked of the supervisor on its last day.
enum EndReportLink {
    static let page = LinkPage(show: show, act: act)

    private static func show(_ asked: LinkVisit) async throws -> LinkQuestion {
        let placement = try await asked.operations.askedPlacement(asked.link)
        let name = placement.givenName?.rawValue
        let who = Phrase(sv: name ?? "Praktikanten", en: name ?? "The participant")
        let state = FormState(asked.form)
        let isEarly = asked.form["answer"] == "interrupted"
        let completed = asked.form(
            """
            \(EndingFields.whole(state, !isEarly && asked.form["answer"] != nil, "completed", asksWho: false))
            \(asked.choices("answer", [("completed", Phrase(sv: "Gick klart", en: "Completed"), true)]))
            """)
        let interrupted = asked.form(
            """
            <div class="field"><label for="on">\(sv: "Vilken dag var den sista?", en: "Which day was the last?")</label>\
            <input type="date" id="on" name="on" value="\(isEarly ? asked.form["on"] ?? "" : "")"></div>
            \(causes(isEarly ? asked.form["reason"] ?? "" : ""))
            \(EndingFields.whole(state, isEarly, "interrupted"))
            \(asked.choices("answer", [("interrupted", Phrase(sv: "Slutade i förtid", en: "Ended early"), false)]))
            """)
        return LinkQuestion(
            title: Phrase(sv: "Hur slutade praktiken?", en: "How did the placement end?"),
            content: """
                <p class="lead">\(who) \(sv: "skulle ha sin sista dag på", en: "was to have the last day at") \
                \(placement.unitName), \(placement.slotTitle), \(placement.period.to.longPhrase).</p>
                <h2>\(sv: "Gick den klart?", en: "Was it completed?")</h2>
                <p>\(sv: "Dagar och timmar behöver du bara fylla i om du vet.", en: "Fill in days and hours only if you know them.")</p>
                \(completed)
                <h2>\(sv: "Slutade den i förtid?", en: "Did it end early?")</h2>
                \(interrupted)
                """)
    }

    private static func act(_ operations: Operations, _ asked: LinkVisit) async throws -> Phrase {
        let placement = try await operations.askedPlacement(asked.link)
        let actor = asked.link.actor
        var reader = FormReader(asked.form)
        var ending = EndingFields.read(&reader)
        switch asked.form["answer"] {
        case "completed":
            ending.by = nil
            if let fault = reader.faults.first { throw LinkFault(fault) }
            _ = try await operations.stepPlacement(
                actor, placement.code, to: .completed, on: placement.period.to, ending: ending)
            return Phrase(
                sv: "Vi har noterat att praktiken gick klart. Tack för att ni tog emot!",
                en: "We have noted that the placement was completed. Thank you for taking part!")
        case "interrupted":
            let day: Day? = reader.required("on") { try Day($0) }
            let cause: InterruptionCause? = reader.choice("reason")
            if ending.by == nil {
                reader.fault("by", Phrase(sv: "Välj vem som avbröt.", en: "Choose who broke it off."))
            }
            guard reader.faults.isEmpty, let day, let cause else { throw LinkFault(reader.faults.first) }
            _ = try await operations.stepPlacement(
                actor, placement.code, to: .interrupted, on: day, reason: try Line(cause.label.sv), ending: ending)
            return Phrase(
                sv: "Vi har noterat att praktiken slutade i förtid. Samordnaren hör av sig.",
                en: "We have noted that the placement ended early. The coordinator will be in touch.")
        default:
            throw LinkFault(sv: "Välj ett av svaren.", en: "Choose one of the answers.")
        }
    }

    private static func causes(_ chosen: String) -> HTML {
        let options = InterruptionCause.allCases.map { cause -> HTML in
            "<option value=\"\(cause.rawValue)\"\(" selected", if: chosen == cause.rawValue)>\(cause.label.capitalized)</option>"
        }
        return """
            <div class="field"><label for="reason">\(sv: "Varför?", en: "Why?")</label>\
            <select id="reason" name="reason"><option value="">\(sv: "Välj", en: "Choose")</option>\(options)</select></div>
            """
    }
}
