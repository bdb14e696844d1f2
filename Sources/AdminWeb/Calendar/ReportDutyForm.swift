import Domain
import HTTPTypes
import Operations

/// The form of a report that comes back every year.
enum ReportDutyForm {
    static func new(_ visit: Visit) async throws -> PageAnswer {
        var values = FormData()
        values.set("remind_days", String(ReportDuty.standardRemindDays))
        values.set("from", visit.today.description)
        return .page(page(visit, FormState(values), nil, nil))
    }

    static func add(_ visit: Visit) async throws -> PageAnswer {
        var reader = FormReader(visit.form)
        let code = reader.required("code") { try Code($0) }
        if let duty = read(&reader, try visit.actor.municipality, code) {
            do {
                try await visit.operations.addReportDuty(visit.actor, duty)
                return .redirect("/calendar", Phrase(sv: "\(duty.title) är upplagd.", en: "\(duty.title) is added."))
            } catch let refusal as Refusal {
                try reader.take(refusal)
            }
        }
        return .page(page(visit, reader.state, nil, nil), status: .unprocessableContent)
    }

    static func edit(_ visit: Visit) async throws -> PageAnswer {
        let duty = try await duty(visit)
        var values = FormData()
        for (name, value) in [
            ("title", duty.title.rawValue), ("recipient", duty.recipient.rawValue), ("covers", duty.covers.rawValue),
            ("days", duty.days.map(\.description).joined(separator: ", ")), ("remind_days", String(duty.remindDays)),
            ("from", duty.from.description), ("to", duty.to?.description ?? ""),
        ] {
            values.set(name, value)
        }
        return .page(page(visit, FormState(values), duty, duty.version))
    }

    static func change(_ visit: Visit) async throws -> PageAnswer {
        var reader = FormReader(visit.form)
        let now = try await duty(visit)
        var version = reader.version
        var status = Refusal.reasonMissing.formStatus
        if let new = read(&reader, now.municipality, now.code) {
            do {
                try await visit.operations.changeReportDuty(visit.actor, now.code, expecting: version) { $0 = new }
                return .redirect("/calendar", Phrase(sv: "\(new.title) är sparad.", en: "\(new.title) is saved."))
            } catch let refusal as Refusal {
                try reader.take(refusal)
                status = refusal.formStatus
                if status == .conflict { version = now.version }
            }
        }
        return .page(page(visit, reader.state, now, version), status: status)
    }

    private static func duty(_ visit: Visit) async throws -> ReportDuty {
        guard let duty = try await visit.operations.reportDuties(visit.actor, code: visit.code("code")).first else {
            throw WebFault.notFound
        }
        return duty
    }

    private static func read(
        _ reader: inout FormReader, _ municipality: MunicipalityCode, _ code: Code?
    ) -> ReportDuty? {
        let title = reader.required("title") { try Line($0) }
        let recipient = reader.required("recipient") { try Line($0) }
        let covers = reader.choice("covers", ReportCoverage.self)
        let written = reader.required("days") { $0 }
        let days = reader.list("days") { try MonthDay($0) }
        let remind = reader.number("remind_days", in: ReportDuty.remindDayRange)
        let from = reader.required("from") { try Day($0) }
        let to = reader.optional("to") { try Day($0) }
        guard reader.faults.isEmpty, let code, let title, let recipient, let covers, written != nil, let remind,
            let from
        else { return nil }
        do {
            return try ReportDuty(
                municipality: municipality, code: code, title: title, recipient: recipient, covers: covers, days: days,
                remindDays: remind, from: from, to: to)
        } catch {
            reader.fault(error == .periodReversed ? "to" : "days", error.phrase)
            return nil
        }
    }

    private static func page(_ visit: Visit, _ state: FormState, _ duty: ReportDuty?, _ version: Version?) -> Page {
        var fields = [
            Field(
                "title", Phrase(sv: "Rapport", en: "Report"),
                hint: Phrase(
                    sv: "Till exempel Uppföljning till årsbokslutet.", en: "Such as Follow-up for the annual accounts."),
                isRequired: true),
            Field(
                "recipient", Phrase(sv: "Till", en: "To"),
                hint: Phrase(
                    sv: "En nämnd eller ett kontor, inte en person.", en: "A board or an office, not a person."),
                .input(size: .medium), isRequired: true),
            Field(
                "covers", Phrase(sv: "Avser", en: "Tells of"),
                .choice(Field.Option.all(of: ReportCoverage.self), prompt: Phrase(sv: "Välj", en: "Choose")),
                isRequired: true),
            Field(
                "days", Phrase(sv: "Lämnas varje år den", en: "Due every year on"),
                hint: Phrase(
                    sv: "Månad och dag, till exempel 02-28, 12-15.", en: "Month and day, for example 02-28, 12-15."),
                .input(size: .medium), isRequired: true),
            Field(
                "remind_days", Phrase(sv: "Påminn så många dagar före", en: "Remind so many days before"),
                .number(ReportDuty.remindDayRange), isRequired: true),
            Field(
                "from", Phrase(sv: "Första dag", en: "First day"), .input(type: "date", size: .medium), isRequired: true
            ),
            Field(
                "to", Phrase(sv: "Sista dag", en: "Last day"),
                hint: Phrase(sv: "Tomt så länge den ska lämnas.", en: "Empty as long as it is due."),
                .input(type: "date", size: .medium)),
        ]
        if duty == nil {
            fields.insert(
                Field(
                    "code", Phrase(sv: "Kod", en: "Code"),
                    hint: Phrase(sv: "Till exempel KS. Ändras inte sedan.", en: "Such as KS. Not changed later."),
                    .input(size: .short), isRequired: true), at: 0)
        }
        let form = Form(
            action: visit.path, state: state,
            button: duty == nil ? Phrase(sv: "Lägg upp", en: "Add") : Phrase(sv: "Spara", en: "Save"),
            cancel: "/calendar", hidden: version.map { [("version", $0.rawValue)] } ?? [])
        let heading =
            duty.map { Phrase(sv: "Ändra \($0.title)", en: "Change \($0.title)") }
            ?? Phrase(sv: "Lägg upp en rapport", en: "Add a report")
        return Page(
            heading, in: .calendar, under: [Section.calendar.crumb], isFaulty: !state.faults.isEmpty,
            form.html(visit, fields))
    }
}
