import Domain
import HTTPTypes
import Operations
import Store

/// The form that writes another version of an agreement: longer, shorter, elsewhere, otherwise.
enum AgreementForm {
    static func show(_ visit: Visit) async throws -> PageAnswer {
        let sheet = try await visit.operations.agreement(visit.actor, code: try visit.code("code"))
        return .page(try await page(visit, sheet, FormState(values(sheet))))
    }

    static func save(_ visit: Visit) async throws -> PageAnswer {
        let code = try visit.code("code")
        var reader = FormReader(visit.form)
        let version = reader.number("version", in: 0...32_000)
        let change = read(&reader)
        if reader.faults.isEmpty {
            do {
                let number = try await visit.operations.changeAgreement(
                    visit.actor, code, change, expecting: version)
                return .redirect(
                    PlacementPages.path(code),
                    Phrase(
                        sv: "Version \(number) är skriven. Den gäller när alla har godkänt den.",
                        en: "Version \(number) is written. It will be in force when all have approved it."))
            } catch let refusal as Refusal where refusal.isAboutInput {
                reader.fault(refusal.agreementField, refusal.phrase)
            }
        }
        let sheet = try await visit.operations.agreement(visit.actor, code: code)
        return .page(try await page(visit, sheet, reader.state), status: .unprocessableContent)
    }

    private static func read(_ reader: inout FormReader) -> AgreementChange {
        var change = AgreementChange()
        change.slot = reader.optional("slot") { try Code($0) }
        change.from = reader.optional("from") { try Day($0) }
        change.to = reader.optional("to") { try Day($0) }
        change.hoursPerDay = reader.optional("hours") { try WorkHours($0) }
        change.beginsAt = reader.optional("begins") { try ClockTime($0) }
        let weekdays = reader.list("weekdays") { try Weekdays($0) }.reduce(into: Weekdays()) { $0.formUnion($1) }
        change.weekdays = weekdays.isEmpty ? nil : weekdays
        change.supervisor = reader.optional("supervisor") { try Code($0) }
        change.deputy = reader.optional("deputy") { try Code($0) }
        change.goal = reader.optional("goal") { try Line($0) }
        change.languageGoal = reader.optional("language_goal") { try Line($0) }
        change.insurance = reader.optional("insurance") { try Line($0) }
        change.contact = reader.optional("contact") { try Line($0) }
        return change
    }

    /// As the newest version has it, or the placement where there is none.
    private static func values(_ sheet: AgreementSheet) -> FormData {
        var values = FormData()
        let placement = sheet.detail.placement
        let terms = sheet.newest?.terms
        values.set("slot", (terms?.slot ?? placement.slot).rawValue)
        values.set("from", (terms?.period ?? placement.period).from.description)
        values.set("to", (terms?.period ?? placement.period).to.description)
        guard let terms else { return values }
        values.set("hours", terms.hoursPerDay?.formatted(decimal: ","))
        values.set("begins", terms.beginsAt?.description)
        values.set("weekdays", all: terms.weekdays.numbers.map { String($0) })
        values.set("supervisor", terms.supervisor?.rawValue)
        values.set("deputy", terms.deputy?.rawValue)
        values.set("goal", terms.goal.rawValue)
        values.set("language_goal", terms.languageGoal?.rawValue)
        values.set("insurance", terms.insurance.rawValue)
        values.set("contact", terms.contact?.rawValue)
        return values
    }

    private static func page(_ visit: Visit, _ sheet: AgreementSheet, _ state: FormState) async throws -> Page {
        let code = sheet.detail.placement.code
        let supervisors = try await visit.operations.supervisors(visit.actor)
        let fields = fields(supervisors)
        let form = Form(
            action: PlacementPages.path(code) + "/agreement", state: state,
            button: Phrase(sv: "Skriv ny version", en: "Write a new version"), cancel: PlacementPages.path(code),
            hidden: [(name: "version", value: "\(sheet.newest?.number ?? 0)")])
        return Page(
            Phrase(sv: "Ändra överenskommelsen", en: "Change the agreement"), in: .placements,
            under: [
                Section.placements.crumb,
                .init(path: PlacementPages.path(code), label: Phrase(sv: "Placering \(code)", en: "Placement \(code)")),
            ], isFaulty: !state.faults.isEmpty,
            """
            <p>\(sv: "En ny version gäller först när deltagaren, arbetsplatsen och anvisaren har godkänt den. Till dess gäller det som redan är överenskommet.", en: "A new version is in force only when the participant, the host and the referrer have approved it. Until then what is agreed already holds.")</p>
            \(form.html(visit, fields))
            """)
    }

    private static func fields(_ supervisors: [Supervisor]) -> [Field] {
        let people = supervisors.sorted { SwedishOrder.isBefore($0.name.rawValue, $1.name.rawValue) }.map {
            Field.Option($0.code.rawValue, name: $0.name.rawValue)
        }
        let unchanged = Phrase(sv: "Som förut", en: "As before")
        return [
            Field("from", Phrase(sv: "Första dagen", en: "First day"), .input(type: "date", size: .medium)),
            Field("to", Phrase(sv: "Sista dagen", en: "Last day"), .input(type: "date", size: .medium)),
            Field(
                "hours", Phrase(sv: "Timmar per dag", en: "Hours a day"),
                hint: Phrase(sv: "Till exempel 6 eller 7,5.", en: "For example 6 or 7.5."), .input(size: .short)),
            Field(
                "begins", Phrase(sv: "Dagen börjar kl.", en: "The day begins at"),
                hint: Phrase(
                    sv: "Behövs för att se om en kurs krockar. Till exempel 08:30.",
                    en: "Needed to see whether a course clashes. For example 08:30."), .input(size: .short)),
            Field(
                "weekdays", Phrase(sv: "Veckodagar", en: "Weekdays"),
                .checks((1...7).map { .init(String($0), Weekdays(rawValue: 1 << UInt8($0 - 1)).label) })),
            Field(
                "supervisor", Phrase(sv: "Handledare", en: "Supervisor"), .choice(people, prompt: unchanged)),
            Field("deputy", Phrase(sv: "Ersättare", en: "Deputy"), .choice(people, prompt: unchanged)),
            Field(
                "slot", Phrase(sv: "Plats", en: "Slot"),
                hint: Phrase(sv: "Platsens kod.", en: "The slot's code."), .input(size: .medium)),
            Field("goal", Phrase(sv: "Vad som ska läras", en: "What is to be learnt"), .text(rows: 2)),
            Field("language_goal", Phrase(sv: "Språkmål", en: "Language goal"), .text(rows: 2)),
            Field("insurance", Phrase(sv: "Försäkring", en: "Insurance"), .text(rows: 2)),
            Field("contact", Phrase(sv: "Kontakt", en: "Contact"), .input()),
        ]
    }
}

extension Refusal {
    fileprivate var agreementField: String {
        switch self {
        case .agreement(.outsideSlot), .agreement(.begun): "to"
        case .agreement(.languageGoalMissing): "language_goal"
        case .agreement(.pastMidnight): "begins"
        case .noSuch(.slot, _): "slot"
        case .noSuch(.supervisor, _): "supervisor"
        case .value(let name, _): name
        default: ""
        }
    }
}
