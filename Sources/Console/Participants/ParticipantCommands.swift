import ArgumentParser
import Domain
import Operations
import Store

/// `praktik participant …`
struct ParticipantCommands: ParsableCommand {
    static let configuration = CommandConfiguration.phrase(
        "participant", sv: "Deltagare: de som ska ut på praktik.", en: "Participants: those who are to be placed.",
        example: "praktik participant list --referrer AMA",
        subcommands: [
            ParticipantList.self, ParticipantShow.self, ParticipantRegister.self, ParticipantExtract.self,
        ])
}

struct ParticipantList: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "list", sv: "Lista deltagare. Skyddade personer är inte med.",
        en: "List participants. Protected persons are left out.", example: "praktik participant list --referrer AMA")
    @OptionGroup var global: GlobalOptions
    @Option(
        help: .phrase(sv: "Bara den här anvisarens.", en: "Only this referrer's."), transform: value { try Code($0) })
    var referrer: Code?

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let answer = try await operations.participants(actor, referrer: referrer)
            var table = Table(
                .init("referrer", sv: "Anvisare", en: "Referrer"),
                .init("reference", sv: "Referens", en: "Reference"), .init("name", sv: "Namn", en: "Name"),
                .init("sfi_passed", sv: "SFI", en: "SFI"), .init("priority", sv: "Prio", en: "Prio"),
                .init("registered_on", sv: "Anmäld", en: "Registered"),
                .init("placement", sv: "Placering", en: "Placement"), .init("state", sv: "Läge", en: "State"))
            for detail in answer.shown {
                let one = detail.participant
                table.add(
                    Cell(one.referrer), Cell(one.reference), Cell(one.displayName), Cell(one.sfiPassed.shown),
                    .integer(one.priority.rawValue), Cell(one.registeredOn), Cell(detail.placement),
                    .word(detail.placementState))
            }
            try context.output.list(table, empty: Phrase(sv: "Inga deltagare.", en: "No participants."))
            context.output.noteProtected(answer.protected)
        }
    }
}

struct ParticipantShow: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "show", sv: "Visa en deltagare. Att se en skyddad person antecknas.",
        en: "Show a participant. Looking at a protected person is put on record.",
        example: "praktik participant show AMA K-114")
    @OptionGroup var global: GlobalOptions
    @Argument(help: .phrase(sv: "Anvisarens kod.", en: "The referrer's code."), transform: value { try Code($0) })
    var referrer: Code
    @Argument(
        help: .phrase(sv: "Anvisarens referens.", en: "The referrer's reference."), transform: value { try Code($0) })
    var reference: Code

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let detail = try await operations.participant(actor, referrer: referrer, reference: reference)
            try context.output.show(Self.table(detail))
        }
    }

    /// Everything but the identity number, which nobody at a terminal needs; of a protected person not the name either.
    private static func table(_ detail: ParticipantDetail) -> Table {
        let one = detail.participant
        var table = Table(
            .init("referrer", sv: "Anvisare", en: "Referrer"), .init("reference", sv: "Referens", en: "Reference"),
            .init("name", sv: "Namn", en: "Name"), .init("identity_type", sv: "Identitet", en: "Identity"),
            .init("birth_date", sv: "Född", en: "Born"), .init("sex", sv: "Kön", en: "Sex"),
            .init("protected", sv: "Skyddad", en: "Protected"),
            .init("sfi_passed", sv: "Godkänd SFI", en: "SFI passed"),
            .init("licences", sv: "Körkort och bevis", en: "Licences"),
            .init("record_check_shown_on", sv: "Registerutdrag visat", en: "Record check shown"),
            .init("occupations", sv: "Söker yrken", en: "Occupations sought"),
            .init("wishes", sv: "Önskar platser", en: "Wishes"),
            .init("available_from", sv: "Tillgänglig från", en: "Available from"),
            .init("available_to", sv: "Tillgänglig till", en: "Available to"),
            .init("weekdays", sv: "Veckodagar", en: "Weekdays"),
            .init("hours_per_day", sv: "Timmar per dag", en: "Hours a day"),
            .init("areas", sv: "Områden", en: "Areas"), .init("priority", sv: "Prioritet", en: "Priority"),
            .init("purpose", sv: "Syfte", en: "Purpose"), .init("registered_on", sv: "Anmäld", en: "Registered"),
            .init("introduction_ended_on", sv: "Etableringen slut", en: "Introduction ended"),
            .init("sfi_passed_on", sv: "SFI godkänd", en: "SFI passed on"),
            .init("placement", sv: "Placering", en: "Placement"), .init("state", sv: "Läge", en: "State"))
        let masked = detail.isPersonProtected
        table.add(
            Cell(one.referrer), Cell(one.reference), masked ? .empty : Cell(one.displayName),
            .word(one.identity?.type), masked ? .empty : Cell(one.birthDate), .word(one.sex), .flag(masked),
            Cell(one.sfiPassed.shown), Cell(one.licences.map(\.rawValue).joined(separator: "|")),
            Cell(one.recordCheckShownOn), Cell(one.occupations.map(\.rawValue).joined(separator: "|")),
            Cell(one.wishes.map(\.rawValue).joined(separator: "|")), Cell(one.availableFrom), Cell(one.availableTo),
            Cell(one.weekdays), Cell(one.hoursPerDay), Cell(one.areas.map(\.rawValue).joined(separator: "|")),
            .integer(one.priority.rawValue), .word(one.purpose), Cell(one.registeredOn), Cell(one.introductionEndedOn),
            Cell(one.sfiPassedOn),
            Cell(detail.placement), .word(detail.placementState))
        return table
    }
}

extension Participant {
    var displayName: String? {
        let names = [givenName, familyName].compactMap(\.?.rawValue)
        return names.isEmpty ? nil : names.joined(separator: " ")
    }
}

extension SFIPassed {
    /// As the files have it: empty where none is passed.
    var shown: String? { self == .none ? nil : rawValue }
}

extension Output {
    /// Says that a list leaves protected persons out, so that nobody counts its rows and believes it whole.
    func noteProtected(_ count: Int) {
        guard count > 0 else { return }
        note(
            Phrase(
                sv: "Rader om personer med skyddade uppgifter som inte visas: \(count).",
                en: "Rows on persons with protected identity that are not shown: \(count)."))
    }
}
