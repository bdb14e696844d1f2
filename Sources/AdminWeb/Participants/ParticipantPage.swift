import Domain
import Operations
import Store

/// One participant: what they have and wish for, and every placement they have had.
enum ParticipantPage {
    static func show(_ visit: Visit) async throws -> PageAnswer {
        .page(try await page(visit, FormState()))
    }

    static func page(_ visit: Visit, _ form: FormState) async throws -> Page {
        let (referrer, reference) = (try visit.code("referrer"), try visit.code("reference"))
        let detail = try await visit.operations.participant(visit.actor, referrer: referrer, reference: reference)
        let placements = try await placements(visit, detail)
        let courses = try await visit.operations.courses(visit.actor, referrer: referrer, reference: reference)
        let participant = detail.participant
        let outcomes =
            visit.may(.listOutcomes)
            ? try await visit.operations.outcomes(
                visit.actor, of: ReferralLabel(referrer: referrer, reference: reference)
            ).shown : []
        let hasRunOut = participant.availableTo.map { $0 < visit.today } ?? false
        let state = BoardState(detail.placementState, hasRunOut: hasRunOut)
        let waits = state == .waiting && visit.may(.addPlacement)
        let reason =
            waits && visit.may(.runMatch) && !detail.isPersonProtected
            ? try await visit.operations.personNow(
                visit.actor, ReferralLabel(referrer: referrer, reference: reference)) : nil
        return Page(
            ParticipantPages.name(participant), in: .participants, under: [Section.participants.crumb],
            badge: detail.isPersonProtected
                ? .badge(Phrase(sv: "Skyddade uppgifter", en: "Protected identity"), .bad)
                : ParticipantPages.badge(state),
            action: actions(visit, participant, waits: waits), isFaulty: !form.faults.isEmpty,
            """
            <div class="aside"><div>
            <section class="card"><h2>\(sv: "Praktik", en: "Placements")</h2>\(reason.map { "<p>\($0)</p>" } ?? HTML.empty)\(placementList(placements))</section>
            \(outcomes.isEmpty ? HTML.empty : outcomeList(visit, outcomes))\
            \(CoursePages.section(visit, participant, courses, form))
            </div><div>
            <section class="card"><h2>\(sv: "Uppgifter", en: "Facts")</h2>\(facts(participant))</section>
            \(extract(participant), if: visit.may(.extractPersonalData))
            </div></div>
            """)
    }

    /// What the person has a right to know; every extract is in the log.
    private static func extract(_ participant: Participant) -> HTML {
        let path = ParticipantPages.path(participant) + "/extract"
        let pdf: HTML = "<a class=\"button\" href=\"\(path)\">\(sv: "Hämta PDF", en: "Download PDF")</a> "
        return """
            <section class="card"><h2>\(sv: "Personuppgifter", en: "Personal data")</h2>
            <p>\(sv: "Allt som finns om personen, när hen begär det. Att det hämtas antecknas.",
            en: "Everything on file about the person, when they ask for it. That it is fetched is put on record.")</p>
            <p class="actions">\(pdf, if: Operations.canPrint)<a class="button" href="\(path)?format=json">\
            \(sv: "Hämta JSON", en: "Download JSON")</a></p></section>
            """
    }

    private static func actions(_ visit: Visit, _ participant: Participant, waits: Bool) -> HTML {
        let label = URLEncoded.encode(participant.label)
        let propose: HTML =
            "<a class=\"button main\" href=\"/placements/new?participant=\(label)\">\(sv: "Föreslå en plats", en: "Propose a place")</a> "
        let change: HTML = """
            <a class="button\(waits ? "" : " main")" href="\(ParticipantPages.path(participant))/change">\
            \(sv: "Ändra", en: "Change")</a>
            """
        return "\(propose, if: waits)\(change, if: visit.may(.changeParticipant))"
    }

    /// A protected person's stand in no list, and so not here either.
    private static func placements(_ visit: Visit, _ detail: ParticipantDetail) async throws -> [PlacementListRow] {
        guard visit.may(.listPlacements) else { return [] }
        var filter = PlacementListFilter()
        filter.search = detail.participant.reference.rawValue
        filter.referrer = detail.participant.referrer
        let found = try await visit.operations.placementList(
            visit.actor, filter, by: .from, isDescending: true, page: PageRequest(size: 200))
        return found.page.rows.filter { $0.placement.participant == detail.participant.reference }
    }

    private static func placementList(_ rows: [PlacementListRow]) -> HTML {
        guard !rows.isEmpty else {
            return "<p class=\"muted\">\(sv: "Ingen praktik än.", en: "No placement yet.")</p>"
        }
        let lines = rows.map { row -> HTML in
            """
            <li><p><a href="\(PlacementPages.path(row.placement.code))">\(row.detail.slotTitle)</a> \
            \(PlacementPages.badge(row.placement.state))</p>\
            <p class="when">\(HTML.period(row.placement.period)), \(row.unitName)</p></li>
            """
        }
        return "<ol class=\"timeline\">\(lines)</ol>"
    }

    /// Every status with its source, and what contradicts it.
    private static func outcomeList(_ visit: Visit, _ outcomes: [ToldOutcome]) -> HTML {
        let lines = outcomes.map { one -> HTML in
            "<li>\(FollowUpSection.status(visit, one, mayConfirm: visit.may(.confirmOutcome)))</li>"
        }
        return """
            <section class="card"><h2>\(Section.outcomes.label)</h2><ul class="plain">\(lines)</ul></section>

            """
    }

    private static func facts(_ one: Participant) -> HTML {
        """
        <dl class="facts">
        \(HTML.fact(Phrase(sv: "Referens", en: "Reference"), "\(one.referrer)/\(one.reference)"))
        \(HTML.fact(Phrase(sv: "Identitetsnummer", en: "Identity number"), one.identity.map { "\($0.rawValue)" }))
        \(HTML.fact(Phrase(sv: "Född", en: "Born"), one.birthDate.map { .day($0) }))
        \(HTML.fact(Phrase(sv: "Kön", en: "Sex"), "\(one.sex.label)"))
        \(HTML.fact(Phrase(sv: "E-post", en: "E-mail"), one.email.map { "\($0.rawValue)" }))
        \(HTML.fact(Phrase(sv: "Telefon", en: "Telephone"), one.phone.map { "\($0)" }))
        \(HTML.fact(Phrase(sv: "Språk", en: "Language"), one.language.map { "\(LanguageNames.name(of: $0))" }))
        \(HTML.fact(Phrase(sv: "SFI", en: "SFI"), "\(one.sfiPassed.label)"))
        \(HTML.fact(Phrase(sv: "SFI-kursen godkänd", en: "SFI course passed"), one.sfiPassedOn.map { .day($0) }))
        \(HTML.fact(Phrase(sv: "Körkort", en: "Licences"), one.licences.isEmpty ? nil : "\(Keyword.licences(one.licences))"))
        \(HTML.fact(Phrase(sv: "Yrken", en: "Occupations"), list(one.occupations.map { "\(Occupations.name(of: $0)) (\($0.rawValue))" })))
        \(HTML.fact(Phrase(sv: "Önskade platser", en: "Slots wished for"), list(one.wishes.map { "<a href=\"\(SlotPages.path($0))\">\($0)</a>" })))
        \(HTML.fact(Phrase(sv: "Tillgänglig", en: "Available"), available(one)))
        \(HTML.fact(Phrase(sv: "Tid", en: "Hours"), hours(one)))
        \(HTML.fact(Phrase(sv: "Områden", en: "Areas"), list(one.areas.map { "\($0.rawValue)" })))
        \(HTML.fact(Phrase(sv: "Syfte", en: "Purpose"), one.purpose.map { "\($0.label)" }))
        \(HTML.fact(Phrase(sv: "Prioritet", en: "Priority"), "\(one.priority.rawValue)"))
        \(HTML.fact(Phrase(sv: "Registerutdrag visat", en: "Record extract shown"), one.recordCheckShownOn.map { .day($0) }))
        \(HTML.fact(Phrase(sv: "Anmäld", en: "Registered"), .day(one.registeredOn)))
        \(HTML.fact(Phrase(sv: "Etableringen slutade", en: "Introduction ended"), one.introductionEndedOn.map { .day($0) }))
        </dl>
        """
    }

    private static func list(_ parts: [HTML]) -> HTML? { parts.isEmpty ? nil : HTML(parts, separator: ", ") }

    private static func available(_ one: Participant) -> HTML? {
        switch (one.availableFrom, one.availableTo) {
        case (let from?, let to?): "\(HTML.day(from)) – \(HTML.day(to))"
        case (let from?, nil): "\(sv: "från", en: "from") \(HTML.day(from))"
        case (nil, let to?): "\(sv: "till", en: "until") \(HTML.day(to))"
        case (nil, nil): nil
        }
    }

    private static func hours(_ one: Participant) -> HTML {
        let hours = one.hoursPerDay.map { hours in
            Phrase(sv: "\(hours.formatted(decimal: ",")) tim om dagen", en: "\(hours.description) hours a day")
        }
        return "\(hours ?? Phrase(sv: "heltid", en: "full time")), \(one.weekdays.label)"
    }
}
