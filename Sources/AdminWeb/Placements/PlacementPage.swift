import Domain
import HTTPTypes
import Operations
import Store

/// One placement: who, where and when, what has happened, and the steps that may be taken now.
enum PlacementPage {
    static func show(_ visit: Visit) async throws -> PageAnswer {
        .page(try await page(visit, FormState()))
    }

    static func step(_ visit: Visit) async throws -> PageAnswer {
        let code = try visit.code("code")
        var reader = FormReader(visit.form)
        guard let state = visit.form["to"].flatMap({ PlacementState(rawValue: $0) }) else { throw WebFault.unreadable }
        let day = reader.optional("on") { try Day($0) }
        let reason = reader.optional("reason") { try Line($0) }
        let ending = EndingFields.read(&reader)
        return try await taking(visit, &reader, code) {
            let reached = try await visit.operations.stepPlacement(
                visit.actor, code, to: state, on: day, reason: reason, ending: ending)
            return Phrase(
                sv: "\(code) är nu \(reached.label.sv).", en: "\(code) is now \(reached.label.en).")
        }
    }

    static func answer(_ visit: Visit) async throws -> PageAnswer {
        let code = try visit.code("code")
        var reader = FormReader(visit.form)
        let given = try PlacementAnswers.read(visit, &reader)
        let ground = visit.form["ground"].flatMap { AnswerGround(rawValue: $0) }
        let note = reader.optional("note") { try Line($0) }
        return try await taking(visit, &reader, code) {
            guard let (party, answer) = given else { throw Refusal.reasonMissing }
            let state = try await visit.operations.answerPlacement(
                visit.actor, code, party, answer, note: note, onBehalf: ground)
            return switch state {
            case .proposed:
                Phrase(
                    sv: "Svaret är sparat. \(code) väntar på den andra partens svar.",
                    en: "The answer is saved. \(code) awaits the other party's.")
            default: Phrase(sv: "\(code) är nu \(state.label.sv).", en: "\(code) is now \(state.label.en).")
            }
        }
    }

    static func proposeAlternate(_ visit: Visit) async throws -> PageAnswer {
        let made = try await visit.operations.proposeAlternate(visit.actor, try visit.code("code"))
        return .redirect(
            PlacementPages.path(made.code),
            Phrase(
                sv: "\(made.participant) är föreslagen \(made.days.longPhrase.sv). Nästa steg är svaren.",
                en: "\(made.participant) is proposed \(made.days.longPhrase.en). Next come the answers."))
    }

    static func correct(_ visit: Visit) async throws -> PageAnswer {
        let code = try visit.code("code")
        var reader = FormReader(visit.form)
        let reason = reader.required("reason") { try Line($0) }
        return try await taking(visit, &reader, code) {
            guard let reason else { throw Refusal.reasonMissing }
            let state = try await visit.operations.correctPlacement(visit.actor, code, reason: reason)
            return Phrase(
                sv: "Rättat: \(code) är åter \(state.label.sv). Historiken visar det.",
                en: "Corrected: \(code) is \(state.label.en) again. The history says so.")
        }
    }

    private static func taking(
        _ visit: Visit, _ reader: inout FormReader, _ code: Code, _ step: () async throws -> Phrase
    ) async throws -> PageAnswer {
        if reader.faults.isEmpty {
            do {
                return .redirect(PlacementPages.path(code), try await step())
            } catch let refusal as Refusal where refusal.isAboutInput {
                reader.fault("", refusal.phrase)
            }
        }
        return .page(try await page(visit, reader.state), status: .unprocessableContent)
    }

    static func page(_ visit: Visit, _ state: FormState) async throws -> Page {
        let code = try visit.code("code")
        let sheet = try await visit.operations.placementSheet(visit.actor, code: code)
        let agreement = try await visit.operations.agreement(visit.actor, code: code)
        let (detail, placement) = (sheet.detail, sheet.detail.placement)
        let leavesPlace = placement.state == .declined || placement.state == .lapsed
        let alternates =
            leavesPlace && visit.may(.addPlacement)
            ? try await visit.operations.alternates(visit.actor, code) : []
        let followUps =
            visit.may(.listFollowUps) && detail.startedOn != nil
            ? FollowUpSection.html(visit, try await visit.operations.followUpSheet(visit.actor, code: code)) : .empty
        return Page(
            Phrase(sv: "Placering \(code)", en: "Placement \(code)"), in: .placements,
            under: [Section.placements.crumb], badge: PlacementPages.badge(placement.state),
            isFaulty: !state.faults.isEmpty,
            """
            \(Form.faultSummary(state))
            \(HTML(sheet.warnings.map { "<p class=\"note\">\($0)</p>" }))
            <div class="aside"><div>
            \(facts(visit, sheet))
            \(try AgreementView.html(visit, agreement, state))
            \(followUps)
            <h2>\(sv: "Vad som har hänt", en: "What has happened")</h2>
            \(timeline(detail, sheet.events))
            </div><div>\(next(visit, placement, alternates))\(waits(visit, sheet, agreement))\(try PlacementAnswers.html(visit, sheet, state))\(try PlacementSteps.html(visit, sheet, state))\(outcome(visit, detail))\(voice(visit, detail))</div></div>
            """)
    }

    /// Whom it waits for, and the button that asks them again.
    private static func waits(_ visit: Visit, _ sheet: PlacementSheet, _ agreement: AgreementSheet) -> HTML {
        let placement = sheet.detail.placement
        let isWaiting =
            switch placement.state {
            case .proposed: true
            case .accepted: agreement.pending?.missingApprovals.isEmpty == false
            case .agreed: agreement.pending?.missingApprovals.isEmpty == false || placement.period.from <= visit.today
            case .started: agreement.pending?.missingApprovals.isEmpty == false || placement.period.to <= visit.today
            default: false
            }
        guard isWaiting, visit.may(.remind), !sheet.detail.protected else { return .empty }
        return """
            <section class="card"><h2>\(sv: "Väntar på svar", en: "Awaits an answer")</h2>
            <p>\(sv: "Den som inte har svarat, godkänt eller rapporterat får ett nytt mejl med sin länk.", en: "Whoever has not answered, approved or reported gets another mail with their link.")</p>
            \(Reminders.button(visit, of: PlacementPages.path(placement.code)))</section>
            """
    }

    private static func facts(_ visit: Visit, _ sheet: PlacementSheet) -> HTML {
        let (detail, around) = (sheet.detail, sheet.background)
        let placement = detail.placement
        let supervisor = around.supervisorName.map { name -> HTML in
            around.deputyName.map { "\(name) \(sv: "(ersättare \($0))", en: "(deputy \($0))")" } ?? "\(name)"
        }
        return """
            <dl class="facts">\(HTML.fact(Phrase(sv: "Deltagare", en: "Participant"), participant(visit, sheet)))\
            \(HTML.fact(Phrase(sv: "Plats", en: "Slot"), "<a href=\"\(SlotPages.path(placement.slot))\">\(detail.slotTitle)</a>, \(around.unitName)"))\
            \(HTML.fact(Phrase(sv: "Dagar", en: "Days"), .longPeriod(placement.period)))\
            \(HTML.fact(Phrase(sv: "Kunskaper", en: "Knows"), passed(around)))\
            \(HTML.fact(Phrase(sv: "Vill lära sig", en: "Wants to learn"), wanted(around)))\
            \(HTML.fact(Phrase(sv: "Handledare", en: "Supervisor"), supervisor))\
            \(HTML.fact(Phrase(sv: "Samordnare", en: "Coordinator"), contact(around)))\
            \(HTML.fact(Phrase(sv: "Ur matchning", en: "From round"), detail.run.map { run in visit.may(.listRuns) ? "<a href=\"\(RoundPages.path(run))\">\(run)</a>" : "\(run)" }))\
            \(HTML.fact(Phrase(sv: "Skäl", en: "Reason"), placement.reason.map { reason($0.rawValue) }))\
            \(HTML.fact(Phrase(sv: "Avbruten av", en: "Broken off by"), sheet.ending?.by.map { "\($0.label)" }))\
            \(HTML.fact(Phrase(sv: "Närvaro", en: "Attendance"), sheet.ending?.attendance.map { "\($0)" }))</dl>
            """
    }

    /// A host is told the first name; who else may know it, all of it and where the rest is.
    private static func participant(_ visit: Visit, _ sheet: PlacementSheet) -> HTML {
        let placement = sheet.detail.placement
        let label = PlacementPages.label(placement, for: visit)
        let name = [sheet.background.givenName, sheet.background.familyName].compactMap { $0?.rawValue }
            .joined(separator: " ")
        guard visit.may(.listParticipants) else { return name.isEmpty ? "\(label)" : "\(name)" }
        let path = ParticipantPages.path(placement.referrer, placement.participant)
        return name.isEmpty
            ? "<a href=\"\(path)\">\(label)</a>"
            : "<a href=\"\(path)\">\(name)</a> <span class=\"muted\">\(label)</span>"
    }

    private static func passed(_ around: PlacementBackground) -> HTML? {
        var parts: [HTML] = around.sfiPassed == .none ? [] : ["\(around.sfiPassed.label)"]
        if !around.licences.isEmpty { parts.append("\(Keyword.licences(around.licences))") }
        return parts.isEmpty ? nil : HTML(parts, separator: ", ")
    }

    private static func wanted(_ around: PlacementBackground) -> HTML? {
        guard !around.occupations.isEmpty else { return nil }
        return HTML(around.occupations.map { "\(Occupations.name(of: $0))" }, separator: ", ")
    }

    private static func contact(_ around: PlacementBackground) -> HTML? {
        around.proposer.map { name in
            around.proposerEmail.map { "\(name), <a href=\"mailto:\($0.rawValue)\">\($0.rawValue)</a>" } ?? "\(name)"
        }
    }

    private static func timeline(_ detail: PlacementDetail, _ events: [PlacementEvent]) -> HTML {
        let past = events.map { event -> HTML in
            let isStop = !PlacementState.open.contains(event.to) && event.to != .completed
            let isOfDays = event.from == event.to
            let correction: HTML =
                isOfDays
                ? "\(sv: "Andra dagar eller plats", en: "Other days or slot"): "
                : event.isCorrection ? "\(sv: "Rättad till", en: "Corrected to") " : .empty
            return """
                <li\(" class=\"stop\"", if: isStop)><p><strong>\(correction)\(isOfDays ? .longPeriod(event.period) : "\(event.to.label.capitalized)")</strong> \
                \(event.actor.map { "\(sv: "av", en: "by") \($0)" } ?? HTML.empty)\(event.reason.map { ": \(reason($0))" } ?? HTML.empty)</p>\
                <p class="when">\(event.on.longPhrase)</p></li>
                """
        }
        let ahead = coming(detail.placement).map { line -> HTML in
            "<li class=\"ahead\"><p>\(line.what)</p><p class=\"when\">\(line.on.longPhrase)</p></li>"
        }
        return "<ol class=\"timeline\">\(past)\(ahead)</ol>"
    }

    /// In both languages where it is from a list of ours.
    private static func reason(_ text: String) -> HTML {
        (DeclineReason.placementReason(stored: text) ?? InterruptionCause.cause(stored: text)).map { "\($0)" }
            ?? "\(text)"
    }

    /// What the agreed days say is to come.
    private static func coming(_ placement: Placement) -> [(what: Phrase, on: Day)] {
        let first = (Phrase(sv: "Första dagen", en: "First day"), placement.period.from)
        let last = (Phrase(sv: "Sista dagen", en: "Last day"), placement.period.to)
        return switch placement.state {
        case .proposed, .accepted, .agreed: [first, last]
        case .started: [last]
        default: []
        }
    }

    /// Who is next for a place that this placement did not fill, and the button that proposes them.
    private static func next(_ visit: Visit, _ placement: Placement, _ alternates: [Alternate]) -> HTML {
        guard let first = alternates.first else { return .empty }
        let lines = alternates.prefix(3).map { one -> HTML in
            let path = ParticipantPages.path(one.referral.referrer, one.referral.reference)
            return """
                <li><a href="\(path)">\(one.referral.description)</a><span class="sub">\(one.days.longPhrase), \
                \(sv: "\(one.score) poäng", en: "\(one.score) points")</span></li>
                """
        }
        return """
            <section class="card"><h2>\(sv: "Näst i tur för platsen", en: "Next for the place")</h2>
            <ol>\(lines)</ol>
            \(Form.button(visit, PlacementPages.path(placement.code) + "/alternate", Phrase(sv: "Föreslå \(first.referral)", en: "Propose \(first.referral)"), style: "main"))</section>
            """
    }

    /// What the participant says is the coordinator's to read.
    private static func voice(_ visit: Visit, _ detail: PlacementDetail) -> HTML {
        guard visit.may(.readVoice),
            PlacementState.ended.contains(detail.placement.state)
                || detail.placement.state == .started
        else { return .empty }
        return """
            <section class="card"><h2>\(sv: "Deltagarens röst", en: "The participant's voice")</h2>
            <p><a class="button" href="\(VoicePages.path(detail.placement.code))">\(sv: "Svar och klagomål", en: "Answers and complaints")</a></p></section>
            """
    }

    private static func outcome(_ visit: Visit, _ detail: PlacementDetail) -> HTML {
        guard visit.may(.recordOutcome), PlacementState.ended.contains(detail.placement.state) else { return .empty }
        return """
            <section class="card"><h2>\(sv: "Utfall", en: "Outcome")</h2>
            <p><a class="button" href="/outcomes/new?placement=\(URLEncoded.encode(detail.placement.code.rawValue))">\
            \(sv: "Registrera utfall", en: "Record an outcome")</a></p></section>
            """
    }
}
