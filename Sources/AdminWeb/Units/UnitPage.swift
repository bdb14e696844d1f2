import Domain
import Operations

/// One unit: what it is, the units below it, its supervisors and what they can take.
enum UnitPage {
    static func show(_ visit: Visit) async throws -> PageAnswer {
        let unit = try await UnitPages.unit(visit)
        let below = try await visit.operations.units(visit.actor).filter { $0.parent == unit.code }
        let supervisors =
            visit.may(.listSupervisors)
            ? try await visit.operations.supervisors(visit.actor).filter { $0.unit == unit.code } : []
        let action: HTML? =
            visit.may(.manageUnits)
            ? "<a class=\"button main\" href=\"\(UnitPages.path(unit.code))/change\">\(sv: "Ändra", en: "Change")</a>"
            : nil
        let slots: HTML =
            visit.may(.listSlots)
            ? "<p><a href=\"/slots?unit=\(URLEncoded.encode(unit.code.rawValue))\">\(sv: "Enhetens platser", en: "The unit's slots")</a></p>"
            : .empty
        return .page(
            Page(
                Phrase(unit.name), in: .units, under: [Section.units.crumb], action: action,
                """
                <dl class="facts">
                \(HTML.fact(Phrase(sv: "Kod", en: "Code"), "\(unit.code)"))
                \(HTML.fact(Phrase(sv: "Slag", en: "Kind"), "\(unit.kind.label)"))
                \(HTML.fact(Phrase(sv: "Under", en: "Under"), unit.parent.map { "<a href=\"\(UnitPages.path($0))\">\($0)</a>" }))
                \(HTML.fact(Phrase(sv: "E-post", en: "E-mail"), unit.email.map { "\($0.rawValue)" }))
                \(HTML.fact(Phrase(sv: "Gäller", en: "Valid"), "\(UnitPages.validity(unit))"))
                \(HTML.fact(Phrase(sv: "Efterträds av", en: "Succeeded by"), unit.successor.map { "<a href=\"\(UnitPages.path($0))\">\($0)</a>" }))
                </dl>
                \(slots)\(list(below))
                \(visit.may(.listSupervisors) ? Self.supervisors(visit, unit, supervisors) : HTML.empty)
                """))
    }

    private static func list(_ below: [OrganisationUnit]) -> HTML {
        guard !below.isEmpty else { return .empty }
        let lines = below.inSwedishOrder.map { unit -> HTML in
            "<li><a href=\"\(UnitPages.path(unit.code))\">\(unit.name)</a></li>"
        }
        return
            "<section class=\"card\"><h2>\(sv: "Under enheten", en: "Below the unit")</h2><ul>\(lines)</ul></section>"
    }

    private static func supervisors(_ visit: Visit, _ unit: OrganisationUnit, _ supervisors: [Supervisor]) -> HTML {
        let labels = (
            trained: Phrase(sv: "Utbildad", en: "Trained"),
            capacity: Phrase(sv: "Tar emot samtidigt", en: "Takes at a time"),
            deputy: Phrase(sv: "Ersättare", en: "Deputy")
        )
        let rows = supervisors.sorted { SwedishOrder.isBefore($0.name.rawValue, $1.name.rawValue) }.map { one -> HTML in
            let name: HTML =
                visit.may(.manageSupervisors)
                ? "<a href=\"/supervisors/\(URLEncoded.encode(one.code.rawValue))/change\">\(one.name)</a>"
                : "\(one.name)"
            let untrained = HTML.badge(Phrase(sv: "Inte utbildad", en: "Not trained"), .warn)
            return """
                <tr><th scope="row">\(name)<span class="sub">\(one.code)</span></th>\
                \(HTML.cell(labels.trained, one.trainedOn.map { .day($0) } ?? untrained))\
                \(HTML.cell(labels.capacity, one.capacity.map { "\($0)" } ?? "–", isNumber: true))\
                \(HTML.cell(labels.deputy, one.deputy.map { "\($0)" } ?? "–"))</tr>

                """
        }
        let add: HTML =
            visit.may(.manageSupervisors)
            ? "<p><a class=\"button\" href=\"\(UnitPages.path(unit.code))/supervisors/new\">\(sv: "Lägg till en handledare", en: "Add a supervisor")</a></p>"
            : .empty
        let table: HTML =
            rows.isEmpty
            ? "<p class=\"muted\">\(sv: "Inga handledare än.", en: "No supervisors yet.")</p>"
            : """
            <table class="data"><caption>\(sv: "Handledare vid \(unit.name)", en: "Supervisors at \(unit.name)")</caption>
            <thead><tr><th scope="col">\(sv: "Namn", en: "Name")</th><th scope="col">\(labels.trained)</th>\
            <th scope="col" class="number">\(labels.capacity)</th><th scope="col">\(labels.deputy)</th></tr></thead>
            <tbody>\(rows)</tbody></table>
            """
        return "<section><h2>\(sv: "Handledare", en: "Supervisors")</h2>\(table)\(add)</section>"
    }
}
