import Domain
import Operations
import Statistics

/// Every unit under the one above it, and which departments have offered places this year.
enum UnitListPage {
    static func show(_ visit: Visit) async throws -> PageAnswer {
        let units = try await visit.operations.units(visit.actor)
        let coverage =
            visit.may(.readFigures)
            ? try await visit.operations.commitmentStatus(visit.actor, year: visit.today.year) : nil
        let action =
            visit.may(.manageUnits)
            ? Page.mainAction("/units/new", Phrase(sv: "Lägg upp en enhet", en: "Add a unit")) : nil
        return .page(
            Page(
                Section.units.label, in: .units, action: action,
                """
                \(UnitPages.tabs(visit))
                \(coverage.map { Self.coverage($0, units) } ?? HTML.empty)
                \(units.isEmpty ? .nothing(Phrase(sv: "Inga enheter är upplagda än.", en: "No units are added yet.")) : table(visit, units))
                """))
    }

    /// All departments take part, or it is said which do not.
    private static func coverage(_ status: CommitmentStatus, _ units: [OrganisationUnit]) -> HTML {
        let names = Dictionary(
            units.map { ($0.code.rawValue, $0.name.rawValue) }, uniquingKeysWith: { first, _ in first })
        let shares = status.undertakings.first { $0.unit == nil && $0.measure == .places }?.shares ?? []
        let rows = shares.sorted { SwedishOrder.isBefore(names[$0.unit] ?? $0.unit, names[$1.unit] ?? $1.unit) }
            .map { share -> HTML in
                let mark: HTML =
                    share.offered == 0 ? " \(HTML.badge(Phrase(sv: "Inga platser", en: "No places"), .warn))" : .empty
                return """
                    <tr><th scope="row"><a href="/units/\(URLEncoded.encode(share.unit))">\(names[share.unit] ?? share.unit)</a>\(mark)</th>\
                    \(HTML.cell(Phrase(sv: "Erbjudna platser", en: "Places offered"), "\(share.offered)", isNumber: true))</tr>

                    """
            }
        let missing = status.unitsWithoutSlots.map { names[$0] ?? $0 }.sorted(by: SwedishOrder.isBefore)
        let sentence: HTML =
            missing.isEmpty
            ? "<p>\(sv: "Alla förvaltningar har erbjudit platser \(status.year).", en: "Every department has offered places in \(status.year).")</p>"
            : """
            <p class="note warn">\(sv: "Utan platser \(status.year): ", en: "Without places in \(status.year): ")\
            \(missing.joined(separator: ", ")).</p>
            """
        let shareTable: HTML =
            rows.isEmpty
            ? .empty
            : """
            <table class="data"><caption>\(sv: "Erbjudet per förvaltning \(status.year)", en: "Offered by department in \(status.year)")</caption>
            <thead><tr><th scope="col">\(sv: "Förvaltning", en: "Department")</th>\
            <th scope="col" class="number">\(sv: "Erbjudna platser", en: "Places offered")</th></tr></thead>
            <tbody>\(rows)</tbody></table>
            """
        return """
            <section class="card"><h2>\(sv: "Täckning", en: "Coverage")</h2>\(sentence)\(shareTable)</section>
            """
    }

    private static func table(_ visit: Visit, _ units: [OrganisationUnit]) -> HTML {
        let labels = (
            kind: Phrase(sv: "Slag", en: "Kind"), above: Phrase(sv: "Under", en: "Under"),
            valid: Phrase(sv: "Gäller", en: "Valid")
        )
        let names = Dictionary(units.map { ($0.code, $0.name.rawValue) }, uniquingKeysWith: { first, _ in first })
        let rows = ordered(units).map { unit -> HTML in
            let isOver = unit.validTo.map { $0 < visit.today } ?? false
            let over: HTML = isOver ? " \(HTML.badge(Phrase(sv: "Upphört", en: "Ended"), .past))" : .empty
            return """
                <tr><th scope="row"><a href="\(UnitPages.path(unit.code))">\(unit.name)</a>\(over)\
                <span class="sub">\(unit.code)</span></th>\
                \(HTML.cell(labels.kind, "\(unit.kind.label)"))\
                \(HTML.cell(labels.above, "\(unit.parent.flatMap { names[$0] } ?? "–")"))\
                \(HTML.cell(labels.valid, "\(UnitPages.validity(unit))"))</tr>

                """
        }
        return """
            <table class="data"><caption><strong>\(units.count) \(sv: "enheter", en: "units")</strong></caption>
            <thead><tr><th scope="col">\(sv: "Enhet", en: "Unit")</th><th scope="col">\(labels.kind)</th>\
            <th scope="col">\(labels.above)</th><th scope="col">\(labels.valid)</th></tr></thead>
            <tbody>\(rows)</tbody></table>
            """
    }

    /// By name, each with those below it following.
    private static func ordered(_ units: [OrganisationUnit]) -> [OrganisationUnit] {
        let below = Dictionary(grouping: units.inSwedishOrder, by: \.parent)
        var found: [OrganisationUnit] = []
        func walk(_ parent: Code?) {
            for unit in below[parent] ?? [] {
                found.append(unit)
                walk(unit.code)
            }
        }
        walk(nil)
        return found
    }
}
