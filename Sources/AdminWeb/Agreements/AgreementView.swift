import Domain
import Operations
import Store

/// The agreement on a placement's page: what it says, who has approved it, what is missing, and what this visitor may do.
enum AgreementView {
    static func html(_ visit: Visit, _ sheet: AgreementSheet, _ state: FormState) throws -> HTML {
        let code = sheet.detail.placement.code
        let isOpen = AgreementSheet.openStates.contains(sheet.detail.placement.state)
        guard let newest = sheet.newest else {
            guard isOpen else { return certificateAlone(visit, sheet.detail.placement) }
            return """
                <section class="card" id="agreement"><h2>\(sv: "Överenskommelse", en: "Agreement")</h2>
                <p>\(sv: "Ingen finns här: placeringen är inläst eller accepterad innan överenskommelser fördes i Praktik.", en: "There is none here: the placement was imported, or accepted before agreements were kept in Praktik.")</p>
                \(changing(visit, code, Phrase(sv: "Skriv en överenskommelse", en: "Write an agreement")))</section>
                """
        }
        return """
            <section class="card" id="agreement"><h2>\(sv: "Överenskommelse", en: "Agreement")</h2>
            <p>\(standing(sheet, newest))</p>
            \(facts(newest))
            <h3>\(sv: "Godkännanden", en: "Approvals")</h3>
            <ul class="work">\(try AgreementParty.allCases.map { try party(visit, sheet, newest, $0, state) })</ul>
            <h3>\(sv: "Före start", en: "Before the start")</h3>
            \(checks(visit, sheet, newest))
            \(taking(visit, sheet, newest))
            <div class="actions">\(isOpen ? changing(visit, code, Phrase(sv: "Förläng, korta eller ändra", en: "Extend, shorten or change")) : .empty)\
            \(printing(visit, sheet.detail.placement))</div>
            \(earlier(sheet, newest))</section>
            """
    }

    /// What was completed without an agreement on file has its certificate all the same.
    private static func certificateAlone(_ visit: Visit, _ placement: Placement) -> HTML {
        guard placement.state == .completed, visit.may(.printDocument) else { return .empty }
        return """
            <section class="card" id="agreement"><h2>\(sv: "Intyg", en: "Certificate")</h2>
            <p>\(Operations.canPrint ? certificate(placement) : noPrinter)</p></section>
            """
    }

    private static func certificate(_ placement: Placement) -> HTML {
        """
        <a class="button" href="\(PlacementPages.path(placement.code))/certificate">\
        \(sv: "Hämta intyg (PDF)", en: "Download the certificate (PDF)")</a>
        """
    }

    private static var noPrinter: HTML { "<span class=\"hint\">\(AgreementRefusal.printerMissing.phrase)</span>" }

    private static func standing(_ sheet: AgreementSheet, _ newest: AgreementVersion) -> HTML {
        let number: HTML = "\(sv: "Version", en: "Version") \(newest.number)"
        if newest.inForceAt != nil { return "\(number) \(.badge(Phrase(sv: "Gäller", en: "In force"), .good))" }
        guard sheet.pending != nil else {
            return "\(number) \(.badge(Phrase(sv: "Gällde aldrig", en: "Never in force"), .past))"
        }
        let waiting = HTML.badge(Phrase(sv: "Väntar", en: "Waiting"), .now)
        guard let holding = sheet.inForce else { return "\(number) \(waiting)" }
        let parts = HTML(sheet.changes(of: newest).map { "\($0.label)" }, separator: ", ")
        return """
            \(number) \(waiting) \(sv: "Ändrar: ", en: "Changes: ")\(parts). \
            \(sv: "Till dess gäller version", en: "Until then version") \(holding.number)\
            \(sv: "", en: " is in force") (\(.period(holding.terms.period))).
            """
    }

    static func facts(_ version: AgreementVersion) -> HTML {
        let terms = version.terms
        return """
            <dl class="facts">\(HTML.fact(Phrase(sv: "Plats", en: "Slot"), "\(version.slotTitle), \(version.unitName)"))\
            \(HTML.fact(Phrase(sv: "Dagar", en: "Days"), .longPeriod(terms.period)))\
            \(HTML.fact(Phrase(sv: "Tider", en: "Times"), times(terms)))\
            \(HTML.fact(Phrase(sv: "Handledare", en: "Supervisor"), version.supervisorName.map { "\($0)" }))\
            \(HTML.fact(Phrase(sv: "Ersättare", en: "Deputy"), version.deputyName.map { "\($0)" }))\
            \(HTML.fact(Phrase(sv: "Ska läras", en: "To be learnt"), "\(terms.goal)"))\
            \(HTML.fact(Phrase(sv: "Språkmål", en: "Language goal"), terms.languageGoal.map { "\($0)" }))\
            \(HTML.fact(Phrase(sv: "Försäkring", en: "Insurance"), "\(terms.insurance)"))\
            \(HTML.fact(Phrase(sv: "Kontakt", en: "Contact"), terms.contact.map { "\($0)" }))</dl>
            """
    }

    private static func times(_ terms: AgreementTerms) -> HTML {
        let hours =
            terms.hoursPerDay.map {
                Phrase(sv: "\($0.formatted(decimal: ",")) timmar per dag", en: "\($0) hours a day")
            } ?? Phrase(sv: "heltid", en: "full time")
        let days = Phrase(sv: terms.weekdays.names(in: .swedish), en: terms.weekdays.names(in: .english))
        return """
            \(days), \(hours)\(terms.beginsAt.map { ", \(sv: "från kl.", en: "from") \($0.description)" } ?? HTML.empty)
            """
    }

    private static func party(
        _ visit: Visit, _ sheet: AgreementSheet, _ newest: AgreementVersion, _ party: AgreementParty, _ state: FormState
    ) throws -> HTML {
        let name = party.label.capitalized
        if let given = sheet.approvals.first(where: { $0.version == newest.number && $0.party == party }) {
            let who: HTML = given.by.map { " \(sv: "av", en: "by") \($0)" } ?? .empty
            let ground: HTML =
                given.ground.map { ", \(sv: "för deras räkning", en: "on their behalf"): \($0.label)" } ?? .empty
            return """
                <li><p><strong>\(name)</strong> \(sv: "har godkänt", en: "has approved")\(who)\(ground)</p> \
                <span class="age">\(.day(SwedishTime.day(of: given.at)))</span></li>
                """
        }
        let waits: HTML = "<strong>\(name)</strong> \(sv: "har inte godkänt", en: "has not approved")"
        guard sheet.pending != nil, visit.may(.approveAgreement) else { return "<li><p>\(waits)</p></li>" }
        let role = try visit.actor.role
        let action = PlacementPages.path(sheet.detail.placement.code) + "/agreement/approve"
        let hidden = [(name: "version", value: "\(newest.number)"), (name: "party", value: party.rawValue)]
        if party.role == role {
            let text = Phrase(sv: "Godkänn", en: "Approve")
            return "<li><p>\(waits)</p> \(Form.button(visit, action, text, style: "main", hidden: hidden))</li>"
        }
        guard AgreementParty(of: role) == nil else { return "<li><p>\(waits)</p></li>" }
        return "<li><p>\(waits)</p> \(onBehalf(visit, action, party, hidden, state))</li>"
    }

    private static func onBehalf(
        _ visit: Visit, _ action: String, _ party: AgreementParty, _ hidden: [(name: String, value: String)],
        _ state: FormState
    ) -> HTML {
        let id = "ground-\(party.rawValue)"
        let chosen = state.values["party"] == party.rawValue ? state.values["ground"] : nil
        let options = AnswerGround.allCases.map { ground -> HTML in
            "<option value=\"\(ground.rawValue)\"\(" selected", if: chosen == ground.rawValue)>\(ground.label.capitalized)</option>"
        }
        return """
            <form class="step" method="post" action="\(action)">\(visit.formToken)\
            \(hidden.map { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })
            <label for="\(id)">\(sv: "Varför för deras räkning", en: "Why on their behalf")\
            <span class="hidden">: \(party.label)</span></label> \
            <select id="\(id)" name="ground" required><option value="">\(sv: "Välj", en: "Choose")</option>\(options)</select>
            <button class="low">\(sv: "Godkänn för deras räkning", en: "Approve on their behalf")\
            <span class="hidden">: \(party.label)</span></button></form>
            """
    }

    private static func changing(_ visit: Visit, _ code: Code, _ text: Phrase) -> HTML {
        guard visit.may(.changeAgreement) else { return .empty }
        return "<a class=\"button\" href=\"\(PlacementPages.path(code))/agreement\">\(text)</a> "
    }

    /// What was agreed and taken back is agreed again by one step: everybody's word is given.
    private static func taking(_ visit: Visit, _ sheet: AgreementSheet, _ newest: AgreementVersion) -> HTML {
        let placement = sheet.detail.placement
        guard placement.state == .accepted, newest.missingApprovals.isEmpty, newest.missingChecks.isEmpty,
            visit.may(.stepPlacement)
        else { return .empty }
        return Form.button(
            visit, PlacementPages.path(placement.code) + "/step", PlacementSteps.verb(.agreed), style: "main",
            hidden: [(name: "to", value: PlacementState.agreed.rawValue)])
    }

    /// The one place where the page leads to its documents.
    private static func printing(_ visit: Visit, _ placement: Placement) -> HTML {
        guard visit.may(.printDocument) else { return .empty }
        guard Operations.canPrint else { return noPrinter }
        let agreement: HTML = """
            <a class="button" href="\(PlacementPages.path(placement.code))/agreement/file">\
            \(sv: "Hämta överenskommelsen (PDF)", en: "Download the agreement (PDF)")</a>
            """
        return placement.state == .completed ? "\(agreement) \(certificate(placement))" : agreement
    }

    private static func checks(_ visit: Visit, _ sheet: AgreementSheet, _ newest: AgreementVersion) -> HTML {
        let done = sheet.checks.map { check -> HTML in
            let who: HTML = check.by.map { " \(sv: "av", en: "by") \($0)" } ?? .empty
            return "<li><p>\(check.check.label.capitalized)\(who)</p> <span class=\"age\">\(.day(check.on))</span></li>"
        }
        let isPending = sheet.pending != nil
        let missing = newest.missingChecks.map { check -> HTML in
            let action = PlacementPages.path(sheet.detail.placement.code) + "/agreement/check"
            let button =
                isPending && visit.may(.recordCheck) && check.isRecorded
                ? Form.button(
                    visit, action, Phrase(sv: "Det är klart", en: "It is done"), row: check.rawValue,
                    hidden: [(name: "check", value: check.rawValue)]) : .empty
            return """
                <li class="late"><p><strong>\(sv: "Saknas", en: "Missing")</strong>: \(check.label)</p> \(button)</li>
                """
        }
        let clashes = sheet.clashes.map { clash -> HTML in
            let hours: HTML = clash.course.hours.map { " \($0.description)" } ?? .empty
            let weekdays = Phrase(
                sv: clash.course.weekdays.names(in: .swedish), en: clash.course.weekdays.names(in: .english))
            let note: HTML =
                clash.isCertain
                ? "\(sv: "Krockar med kursen", en: "Clashes with the course")"
                : "\(sv: "Samma dagar, okända tider: kursen", en: "The same days, hours unknown: the course")"
            return "<li><p>\(note) \(clash.course.name), \(weekdays)\(hours)</p></li>"
        }
        guard !(done + missing + clashes).isEmpty else {
            return "<p class=\"muted\">\(sv: "Inget behöver kontrolleras.", en: "Nothing needs checking.")</p>"
        }
        return "<ul class=\"work\">\(missing)\(clashes)\(done)</ul>"
    }

    private static func earlier(_ sheet: AgreementSheet, _ newest: AgreementVersion) -> HTML {
        let versions = sheet.versions.dropLast().reversed()
        guard !versions.isEmpty else { return .empty }
        let rows = versions.map { version -> HTML in
            let since = version.inForceAt.map { SwedishTime.day(of: $0) }
            return """
                <tr><th scope="row">\(version.number)</th>\
                \(HTML.cell(Phrase(sv: "Plats", en: "Slot"), "\(version.slotTitle)"))\
                \(HTML.cell(Phrase(sv: "Dagar", en: "Days"), .period(version.terms.period)))\
                \(HTML.cell(Phrase(sv: "Handledare", en: "Supervisor"), "\(version.supervisorName ?? "–")"))\
                \(HTML.cell(Phrase(sv: "Gällde från", en: "In force from"), .day(since)))</tr>
                """
        }
        return """
            <details class="more"><summary>\(sv: "Tidigare versioner", en: "Earlier versions")</summary>
            <table class="data"><caption>\(sv: "Tidigare versioner", en: "Earlier versions")</caption>
            <thead><tr><th scope="col">\(sv: "Version", en: "Version")</th><th scope="col">\(sv: "Plats", en: "Slot")</th>\
            <th scope="col">\(sv: "Dagar", en: "Days")</th><th scope="col">\(sv: "Handledare", en: "Supervisor")</th>\
            <th scope="col">\(sv: "Gällde från", en: "In force from")</th></tr></thead>
            <tbody>\(rows)</tbody></table></details>
            """
    }
}
