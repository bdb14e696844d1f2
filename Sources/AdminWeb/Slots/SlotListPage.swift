import Domain
import Operations
import Store

/// The list of slots: what is on offer, how full it is, and when somebody last said that it holds.
enum SlotListPage {
    static func show(_ visit: Visit) async throws -> PageAnswer {
        let actor = try visit.actor
        let (sort, isDescending) = SortableHeading.read(visit, standard: SlotSort.from, isDescending: true)
        let list = try await visit.operations.slotList(
            actor, filter(visit), by: sort, isDescending: isDescending, page: Pager.request(visit))
        let units = try await visit.operations.units(actor)
        let heading = SortableHeading(visit: visit, sort: sort.rawValue, isDescending: isDescending)
        return .page(
            Page(
                Section.slots.label, in: .slots,
                action: visit.may(.registerSlot)
                    ? Page.mainAction("/slots/new", Phrase(sv: "Erbjud en plats", en: "Offer a slot")) : nil,
                """
                \(bar(units).html(visit))
                \(list.rows.isEmpty ? empty(visit) : table(visit, list, heading))
                \(Pager.html(visit, list))
                """))
    }

    private static func filter(_ visit: Visit) -> SlotListFilter {
        var filter = SlotListFilter()
        filter.search = visit.query["q"]
        filter.unit = visit.query["unit"].flatMap { try? Code($0) }
        filter.state = visit.query["state"].flatMap { SlotState(rawValue: $0) }
        filter.kind = visit.query["kind"].flatMap { SlotKind(rawValue: $0) }
        filter.during = visit.query["period"].flatMap { period($0, visit.today) }
        filter.freeOnly = visit.query["free"] != nil
        filter.unconfirmedDays = visit.query["unconfirmed"].flatMap { Int($0) }
        return filter
    }

    /// A year or whatever else people write for a period.
    private static func period(_ text: String, _ today: Day) -> Period? {
        if let year = Int(text), let period = try? Period(year: year) { return period }
        return try? Period(written: text, today: today)
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
                    "state", Phrase(sv: "Läge", en: "State"), .choice(Field.Option.all(of: SlotState.self), prompt: all)
                ),
                Field(
                    "period", Phrase(sv: "När", en: "When"),
                    .input(size: .week)),
            ],
            more: [
                Field(
                    "kind", Phrase(sv: "Slag", en: "Kind"), .choice(Field.Option.all(of: SlotKind.self), prompt: all)),
                Field(
                    "unconfirmed", Phrase(sv: "Inte bekräftad på", en: "Not confirmed for"),
                    .choice(
                        [30, 60, 90, 180].map { .init(String($0), Phrase(sv: "\($0) dagar", en: "\($0) days")) },
                        prompt: Phrase(sv: "Alla", en: "All"))),
                Field("free", Phrase(sv: "Bara med lediga platser", en: "With free places only"), .check),
            ],
            label: Phrase(sv: "Filtrera platser", en: "Filter slots"))
    }

    private static func empty(_ visit: Visit) -> HTML {
        visit.query.pairs.isEmpty
            ? .nothing(
                Phrase(sv: "Inga platser är registrerade än.", en: "No slots are registered yet."),
                visit.may(.registerSlot)
                    ? Phrase(sv: "Erbjud den första, eller läs in en fil.", en: "Offer the first, or import a file.")
                    : nil)
            : .nothing(
                Phrase(sv: "Inga platser stämmer med filtret.", en: "No slots match the filter."),
                Phrase(
                    sv: "Pröva en annan tid eller enhet, eller rensa filtret.",
                    en: "Try another time or unit, or clear the filter."))
    }

    private static func table(_ visit: Visit, _ list: ListPage<SlotListRow>, _ heading: SortableHeading) -> HTML {
        let labels = (
            unit: Phrase(sv: "Enhet", en: "Unit"), when: Phrase(sv: "När", en: "When"),
            places: Phrase(sv: "Platser", en: "Places"), free: Phrase(sv: "Lediga", en: "Free"),
            state: Phrase(sv: "Läge", en: "State"), confirmed: Phrase(sv: "Bekräftad", en: "Confirmed")
        )
        let rows = list.rows.map { row -> HTML in
            let slot = row.slot
            return """
                <tr><th scope="row"><a href="\(SlotPages.path(slot.code))">\(slot.title)</a>\
                <span class="sub">\(slot.code)</span></th>\
                \(HTML.cell(labels.unit, "\(row.unitName)"))\
                \(HTML.cell(labels.when, .period(slot.period)))\
                \(HTML.cell(labels.places, "\(slot.places.rawValue)", isNumber: true))\
                \(HTML.cell(labels.free, "\(row.free)", isNumber: true))\
                \(HTML.cell(labels.state, SlotPages.badge(row.detail)))\
                \(HTML.cell(labels.confirmed, .day(row.confirmedOn)))</tr>

                """
        }
        return """
            <table class="data">
            <caption>\(Pager.count(list, one: Phrase(sv: "plats", en: "slot"), many: Phrase(sv: "platser", en: "slots")))</caption>
            <thead><tr>\(heading.html("title", Phrase(sv: "Plats", en: "Slot")))\(heading.html("unit", labels.unit))\
            \(heading.html("from", labels.when))\(heading.html("places", labels.places, isNumber: true))\
            <th scope="col" class="number">\(labels.free)</th><th scope="col">\(labels.state)</th>\
            \(heading.html("confirmed", labels.confirmed))</tr></thead>
            <tbody>\(rows)</tbody></table>
            """
    }
}

extension [OrganisationUnit] {
    /// By name, å ä ö last.
    var inSwedishOrder: [OrganisationUnit] { sorted { SwedishOrder.isBefore($0.name.rawValue, $1.name.rawValue) } }
}
