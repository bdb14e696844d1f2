import Domain
import Operations
import Store

/// The placements within one's reach: who is where, from when to when, and how it stands.
enum PlacementListPage {
    static func show(_ visit: Visit) async throws -> PageAnswer {
        let (sort, isDescending) = SortableHeading.read(visit, standard: PlacementSort.from, isDescending: true)
        let (list, protected) = try await visit.operations.placementList(
            visit.actor, filter(visit), by: sort, isDescending: isDescending, page: Pager.request(visit))
        let units = try await visit.operations.ownUnits(visit.actor)
        let heading = SortableHeading(visit: visit, sort: sort.rawValue, isDescending: isDescending)
        let action =
            visit.may(.addPlacement)
            ? Page.mainAction("/placements/new", Phrase(sv: "Föreslå en placering", en: "Propose a placement")) : nil
        return .page(
            Page(
                Section.placements.label, in: .placements, action: action,
                """
                \(bar(units).html(visit))
                \(protected > 0 ? "<p class=\"note\">\(notice(protected))</p>" : HTML.empty)
                \(list.rows.isEmpty ? .nothing(Phrase(sv: "Inga placeringar stämmer med filtret.", en: "No placements match the filter.")) : table(visit, list, heading))
                \(Pager.html(visit, list))
                """))
    }

    private static func notice(_ count: Int) -> Phrase {
        Phrase(
            sv: "\(count) med skyddade uppgifter visas inte i listan.",
            en: "\(count) with protected identity are not shown in the list.")
    }

    private static func filter(_ visit: Visit) -> PlacementListFilter {
        var filter = PlacementListFilter()
        filter.search = visit.query["q"]
        filter.states = visit.query["state"].flatMap { PlacementState(rawValue: $0) }.map { [$0] } ?? []
        filter.unit = visit.query["unit"].flatMap { try? Code($0) }
        filter.slot = visit.query["slot"].flatMap { try? Code($0) }
        return filter
    }

    private static func bar(_ units: [OrganisationUnit]) -> Filter {
        let all = Phrase(sv: "Alla", en: "All")
        return Filter(
            fields: [
                Field("q", Phrase(sv: "Sök", en: "Search"), .input(type: "search")),
                Field(
                    "unit", Phrase(sv: "Enhet", en: "Unit"),
                    .choice(units.inSwedishOrder.map { .init($0.code.rawValue, name: $0.name.rawValue) }, prompt: all)),
                Field(
                    "state", Phrase(sv: "Läge", en: "State"),
                    .choice(Field.Option.all(of: PlacementState.self), prompt: all)),
            ],
            label: Phrase(sv: "Filtrera placeringar", en: "Filter placements"))
    }

    private static func table(
        _ visit: Visit, _ list: ListPage<PlacementListRow>, _ heading: SortableHeading
    ) -> HTML {
        let labels = (
            who: Phrase(sv: "Deltagare", en: "Participant"), slot: Phrase(sv: "Plats", en: "Slot"),
            from: Phrase(sv: "Från", en: "From"), to: Phrase(sv: "Till", en: "To"),
            state: Phrase(sv: "Läge", en: "State"), since: Phrase(sv: "Sedan", en: "Since")
        )
        let rows = list.rows.map { row -> HTML in
            let placement = row.placement
            return """
                <tr><th scope="row"><a href="\(PlacementPages.path(placement.code))">\(placement.code)</a></th>\
                \(HTML.cell(labels.who, "\(row.givenName) \(row.familyName)<span class=\"sub\">\(PlacementPages.label(placement, for: visit))</span>"))\
                \(HTML.cell(labels.slot, "<a href=\"\(SlotPages.path(placement.slot))\">\(row.detail.slotTitle)</a><span class=\"sub\">\(row.unitName)</span>"))\
                \(HTML.cell(labels.from, .day(placement.period.from)))\(HTML.cell(labels.to, .day(placement.period.to)))\
                \(HTML.cell(labels.state, PlacementPages.badge(placement.state)))\
                \(HTML.cell(labels.since, .day(placement.stateOn)))</tr>

                """
        }
        return """
            <table class="data">
            <caption>\(Pager.count(list, one: Phrase(sv: "placering", en: "placement"), many: Phrase(sv: "placeringar", en: "placements")))</caption>
            <thead><tr><th scope="col">\(sv: "Kod", en: "Code")</th>\(heading.html("participant", labels.who))\
            \(heading.html("slot", labels.slot))\(heading.html("from", labels.from))\(heading.html("to", labels.to))\
            <th scope="col">\(labels.state)</th>\(heading.html("state_on", labels.since))</tr></thead>
            <tbody>\(rows)</tbody></table>
            """
    }
}
