import Domain
import Operations
import Store

/// One slot: what it is, how full it is, when it was last confirmed, and the next thing to do with it.
enum SlotPage {
    static func show(_ visit: Visit) async throws -> PageAnswer {
        let code = try visit.code("code")
        guard let detail = try await visit.operations.slots(visit.actor, code: code).first else {
            throw WebFault.notFound
        }
        let slot = detail.slot
        return .page(
            Page(
                Phrase(slot.title), in: .slots, under: [Section.slots.crumb], badge: SlotPages.badge(detail),
                action: actions(visit, detail),
                """
                \(dormant(detail))<div class="aside"><div>\(try await whoComes(visit, detail))</div><div>
                <section class="card"><h2>\(sv: "Uppgifter", en: "Facts")</h2>\(facts(visit, detail))</section></div></div>
                """))
    }

    private static func dormant(_ detail: SlotDetail) -> HTML {
        guard let since = detail.unconfirmedSince else { return .empty }
        return """
            <p class="note">\(sv: "Platsen är vilande: erbjudandet är inte bekräftat sedan \(since.longPhrase.sv), så matchningen lämnar den utanför. Bekräfta att den stämmer, så är den med igen.", en: "The slot is dormant: the offer has not been confirmed since \(since.longPhrase.en), so matching leaves it out. Confirm that it is still right, and it is back.")</p>

            """
    }

    private static func actions(_ visit: Visit, _ detail: SlotDetail) -> HTML {
        let path = SlotPages.path(detail.slot.code)
        var actions: [HTML] = []
        if detail.slot.state == .draft, visit.may(.offerSlot) {
            actions.append(Form.button(visit, path + "/offer", Phrase(sv: "Erbjud", en: "Offer"), style: "main"))
        }
        if detail.slot.state == .offered, visit.may(.confirmSlot) {
            actions.append(
                Form.button(visit, path + "/confirm", Phrase(sv: "Stämmer än", en: "Still right"), style: "main"))
        }
        if visit.may(.renewSlot) {
            actions.append(
                Form.button(
                    visit, path + "/renew", Phrase(sv: "Samma igen nästa år", en: "The same next year"), style: ""))
        }
        if visit.may(.changeSlot) {
            actions.append("<a class=\"button\" href=\"\(path)/change\">\(sv: "Ändra", en: "Change")</a>")
        }
        if detail.slot.state == .offered || detail.slot.state == .draft, visit.may(.withdrawSlot) {
            actions.append("<a class=\"button\" href=\"\(path)/withdraw\">\(sv: "Dra tillbaka", en: "Withdraw")</a>")
        }
        if detail.slot.state == .offered, visit.may(.closeSlot) {
            actions.append(Form.button(visit, path + "/close", Phrase(sv: "Avsluta", en: "Close"), style: "quiet"))
        }
        return HTML(actions, separator: " ")
    }

    /// Who supervises is for hosts and those who place.
    private static func supervisor(_ visit: Visit, _ detail: SlotDetail) -> HTML? {
        guard visit.may(.listSupervisors) else { return nil }
        return detail.supervisorName.map { "\($0)" }
    }

    private static func facts(_ visit: Visit, _ detail: SlotDetail) -> HTML {
        let slot = detail.slot
        return """
            <dl class="facts">
            \(HTML.fact(Phrase(sv: "Kod", en: "Code"), "\(slot.code)"))
            \(HTML.fact(Phrase(sv: "Enhet", en: "Unit"), "<a href=\"/units/\(URLEncoded.encode(slot.unit.rawValue))\">\(detail.unitName)</a>"))
            \(HTML.fact(Phrase(sv: "Yrke", en: "Occupation"), slot.ssyk.map { "\(Occupations.name(of: $0)) (\($0.rawValue))" }))
            \(HTML.fact(Phrase(sv: "När", en: "When"), .longPeriod(slot.period)))
            \(HTML.fact(Phrase(sv: "Platser", en: "Places"), "\(slot.places.rawValue), \(taken(detail))"))
            \(HTML.fact(Phrase(sv: "Tid", en: "Hours"), "\(slot.hoursPerDay.map { hours($0) } ?? Phrase(sv: "heltid", en: "full time")), \(slot.weekdays.label)"))
            \(HTML.fact(Phrase(sv: "Slag", en: "Kind"), "\(slot.kind.label)"))
            \(HTML.fact(Phrase(sv: "Syfte", en: "Purpose"), slot.purpose.map { "\($0.label)" }))
            \(HTML.fact(Phrase(sv: "Kräver", en: "Requires"), requirements(slot)))
            \(HTML.fact(Phrase(sv: "Bara för", en: "Only for"), slot.earmark.map { "\($0)" }))
            \(HTML.fact(Phrase(sv: "Handledare", en: "Supervisor"), supervisor(visit, detail)))
            \(HTML.fact(Phrase(sv: "Område", en: "Area"), slot.area.map { "\($0.rawValue)" }))
            \(HTML.fact(Phrase(sv: "Senast bekräftad", en: "Last confirmed"), .day(detail.confirmedOn)))
            \(HTML.fact(Phrase(sv: "Förnyad från", en: "Renewed from"), detail.renewedFrom.map { "<a href=\"\(SlotPages.path($0))\">\($0)</a>" }))
            \(HTML.fact(Phrase(sv: "Tillbakadragen", en: "Withdrawn"), slot.withdrawnOn.map { "\($0) \(slot.withdrawnReason)" }))
            </dl>
            """
    }

    /// Who has been, is and will be there, the latest first; and for whoever matches, who could be.
    private static func whoComes(_ visit: Visit, _ detail: SlotDetail) async throws -> HTML {
        guard visit.may(.listPlacements) else { return .empty }
        var filter = PlacementListFilter()
        filter.slot = detail.slot.code
        let (page, _) = try await visit.operations.placementList(
            visit.actor, filter, by: .from, isDescending: true, page: PageRequest(size: 200))
        let reason =
            detail.slot.state == .offered && visit.may(.runMatch)
            ? try await visit.operations.slotNow(visit.actor, detail.slot.code) : nil
        let lines = page.rows.map { row -> HTML in
            """
            <li><p><a href="\(PlacementPages.path(row.placement.code))">\(PlacementPages.name(row))</a> \
            \(PlacementPages.badge(row.placement.state))</p><p class="when">\(HTML.period(row.placement.period))</p></li>
            """
        }
        return """
            <section class="card"><h2>\(sv: "Vilka som kommer", en: "Who comes")</h2>
            \(reason.map { "<p>\($0)</p>" } ?? HTML.empty)\(propose(visit, detail))
            \(lines.isEmpty ? "<p class=\"muted\">\(sv: "Ingen än.", en: "Nobody yet.")</p>" : "<ol class=\"timeline\">\(lines)</ol>" as HTML)
            </section>
            """
    }

    private static func propose(_ visit: Visit, _ detail: SlotDetail) -> HTML {
        guard detail.slot.state == .offered, visit.may(.addPlacement) else { return .empty }
        let code = URLEncoded.encode(detail.slot.code.rawValue)
        return """
            <p><a class="button" href="/placements/new?slot=\(code)">\(sv: "Föreslå någon", en: "Propose somebody")</a></p>
            """
    }

    private static func taken(_ detail: SlotDetail) -> Phrase {
        detail.peakOccupation == 0
            ? Phrase(sv: "ingen upptagen", en: "none taken")
            : Phrase(
                sv: "som mest \(detail.peakOccupation) upptagna samtidigt",
                en: "at most \(detail.peakOccupation) taken at a time")
    }

    private static func hours(_ hours: WorkHours) -> Phrase {
        Phrase(sv: "\(hours.formatted(decimal: ",")) tim om dagen", en: "\(hours.formatted(decimal: ".")) hours a day")
    }

    private static func requirements(_ slot: Slot) -> HTML {
        var parts: [HTML] = []
        if let sfi = slot.sfiRequired { parts.append("\(sfi.label)") }
        parts += slot.licences.map { "\(sv: "körkort", en: "licence") \($0.rawValue)" }
        if let age = slot.minimumAge { parts.append("\(sv: "minst \(age) år", en: "at least \(age) years")") }
        if slot.recordCheck { parts.append("\(sv: "registerutdrag visat", en: "record extract shown")") }
        return HTML(parts, separator: ", ")
    }
}
