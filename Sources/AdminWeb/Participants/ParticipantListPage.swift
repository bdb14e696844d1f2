import Domain
import Operations
import Store

/// The people within one's reach: where each stands and for how long; a referrer's are the own ones.
enum ParticipantListPage {
    static func show(_ visit: Visit) async throws -> PageAnswer {
        let actor = try visit.actor
        let (sort, isDescending) = SortableHeading.read(visit, standard: ParticipantSort.since)
        let (list, protected) = try await visit.operations.participantList(
            actor, filter(visit), by: sort, isDescending: isDescending, page: Pager.request(visit))
        let referrers = actor.role == .referrer ? [] : try await visit.operations.referrers(actor)
        let heading = SortableHeading(visit: visit, sort: sort.rawValue, isDescending: isDescending)
        return .page(
            Page(
                Section.participants.label, in: .participants, action: ParticipantPages.newAction(visit),
                """
                \(ParticipantPages.tabs(visit))
                \(bar(referrers).html(visit))
                \(ParticipantPages.protectedNote(protected))
                \(list.rows.isEmpty ? empty(visit) : table(visit, list, heading))
                \(Pager.html(visit, list))
                """))
    }

    private static func filter(_ visit: Visit) -> ParticipantListFilter {
        var filter = ParticipantListFilter()
        filter.search = visit.query["q"]
        filter.state = visit.query["state"].flatMap { BoardState(rawValue: $0) }
        filter.referrer = visit.query["referrer"].flatMap { try? Code($0) }
        return filter
    }

    private static func bar(_ referrers: [Referrer]) -> Filter {
        let all = Phrase(sv: "Alla", en: "All")
        var fields = [
            Field("q", Phrase(sv: "Sök namn eller referens", en: "Search name or reference"), .input(type: "search")),
            Field(
                "state", Phrase(sv: "Läge", en: "State"), .choice(Field.Option.all(of: BoardState.self), prompt: all)),
        ]
        if !referrers.isEmpty {
            let options = referrers.sorted { SwedishOrder.isBefore($0.name.rawValue, $1.name.rawValue) }
                .map { Field.Option($0.code.rawValue, name: $0.name.rawValue) }
            fields.append(Field("referrer", Phrase(sv: "Anvisare", en: "Referrer"), .choice(options, prompt: all)))
        }
        return Filter(fields: fields, label: Phrase(sv: "Filtrera deltagare", en: "Filter participants"))
    }

    private static func empty(_ visit: Visit) -> HTML {
        visit.query.pairs.isEmpty
            ? .nothing(
                Phrase(sv: "Inga deltagare är anmälda än.", en: "No participants are registered yet."),
                Phrase(sv: "Anmäl den första, eller läs in en fil.", en: "Register the first, or import a file."))
            : .nothing(
                Phrase(sv: "Inga deltagare stämmer med filtret.", en: "No participants match the filter."),
                Phrase(sv: "Pröva ett annat läge, eller rensa filtret.", en: "Try another state, or clear the filter."))
    }

    private static func table(
        _ visit: Visit, _ list: ListPage<ParticipantListRow>, _ heading: SortableHeading
    ) -> HTML {
        let labels = (
            reference: Phrase(sv: "Referens", en: "Reference"), state: Phrase(sv: "Läge", en: "State"),
            days: Phrase(sv: "Dagar i läget", en: "Days in it"), sfi: Phrase(sv: "SFI", en: "SFI"),
            slot: Phrase(sv: "Plats", en: "Slot"), outcome: Phrase(sv: "Senaste utfall", en: "Latest outcome"),
            registered: Phrase(sv: "Anmäld", en: "Registered")
        )
        let rows = list.rows.map { row -> HTML in
            let participant = row.participant
            let slot = row.standing.slot.map { slot -> HTML in
                "<a href=\"\(SlotPages.path(slot))\">\(row.standing.slotTitle)</a>"
            }
            return """
                <tr><th scope="row"><a href="\(ParticipantPages.path(participant))">\(ParticipantPages.name(participant))</a></th>\
                \(HTML.cell(labels.reference, "\(participant.referrer)/\(participant.reference)"))\
                \(HTML.cell(labels.state, ParticipantPages.badge(row.standing.state)))\
                \(HTML.cell(labels.days, "\(row.standing.days(on: visit.today))", isNumber: true))\
                \(HTML.cell(labels.sfi, "\(participant.sfiPassed.label)"))\
                \(HTML.cell(labels.slot, slot ?? "–"))\
                \(HTML.cell(labels.outcome, row.standing.outcome.map { "\($0.status.label) \(HTML.day($0.checkedOn))" } ?? "–"))\
                \(HTML.cell(labels.registered, .day(participant.registeredOn)))</tr>

                """
        }
        return """
            <table class="data">
            <caption>\(Pager.count(list, one: Phrase(sv: "deltagare", en: "participant"), many: Phrase(sv: "deltagare", en: "participants")))</caption>
            <thead><tr>\(heading.html("name", Phrase(sv: "Namn", en: "Name")))\(heading.html("reference", labels.reference))\
            <th scope="col">\(labels.state)</th>\(heading.html("since", labels.days, isNumber: true))\
            <th scope="col">\(labels.sfi)</th><th scope="col">\(labels.slot)</th><th scope="col">\(labels.outcome)</th>\
            \(heading.html("registered", labels.registered))</tr></thead>
            <tbody>\(rows)</tbody></table>
            """
    }
}
