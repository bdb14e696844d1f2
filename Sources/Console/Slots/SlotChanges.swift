import ArgumentParser
import Domain
import Operations

struct SlotOffer: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "offer", sv: "Erbjud ett utkast.", en: "Offer a draft.", example: "praktik slot offer PARK-1")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @Argument(help: .phrase(sv: "Platsens kod.", en: "The slot's code."), transform: value { try Code($0) })
    var code: Code

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            try await operations.offerSlot(actor, code, dryRun: change.dryRun)
            try context.output.changed(
                code, state: "offered", dryRun: change.dryRun,
                Phrase(sv: "\(code) är erbjuden.", en: "\(code) is offered."))
        }
    }
}

struct SlotConfirm: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "confirm", sv: "Bekräfta att erbjudandet fortfarande gäller.", en: "Confirm that the offer still holds.",
        example: "praktik slot confirm PARK-1 PARK-2")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @Argument(
        help: .phrase(sv: "En eller flera platsers koder.", en: "One or more slots' codes."),
        transform: value { try Code($0) })
    var codes: [Code]

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            for code in codes {
                try await operations.confirmSlot(actor, code, dryRun: change.dryRun)
                try context.output.changed(
                    code, dryRun: change.dryRun,
                    Phrase(sv: "\(code) är bekräftad i dag.", en: "\(code) is confirmed today."))
            }
        }
    }
}

struct SlotRenew: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "renew",
        sv: "Samma som i fjol: en ny plats lik en tidigare, ett år senare eller de dagar du anger; eller alla ett års "
            + "platser hos en enhet och dem under den.",
        en:
            "Same as last year: a new slot like an earlier one, a year later or on the days given; or all of a year's slots "
            + "at a unit and those below it.",
        example: """
            praktik slot renew PARK-2026
            praktik slot renew --unit SBF --from-year 2026 --dry-run
            """)
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @Argument(
        help: .phrase(sv: "Den tidigare platsens kod.", en: "The earlier slot's code."),
        transform: value { try Code($0) })
    var code: Code?
    @Option(
        help: .phrase(
            sv: "Alla platser hos enheten och dem under den, i stället för en kod.",
            en: "All slots of the unit and those below it, instead of a code."), transform: value { try Code($0) })
    var unit: Code?
    @Option(
        help: .phrase(sv: "Året då enhetens platser började.", en: "The year in which the unit's slots began."))
    var fromYear: Int?
    @Option(help: .phrase(sv: "Den nya platsens kod.", en: "The new slot's code."), transform: value { try Code($0) })
    var newCode: Code?
    @Option(help: .phrase(sv: "Ny första dag.", en: "New first day."), transform: value { try Day($0) })
    var from: Day?
    @Option(help: .phrase(sv: "Ny sista dag.", en: "New last day."), transform: value { try Day($0) })
    var to: Day?
    @Option(help: .phrase(sv: "Nytt antal platser.", en: "New number of places."))
    var places: Int?

    func validate() throws {
        guard (from == nil) == (to == nil) else {
            throw ValidationError(
                Phrase(
                    sv: "Ange både --from och --to, eller ingen av dem.", en: "Give both --from and --to, or neither."
                )
                .help)
        }
        guard (code == nil) == (unit != nil), (unit == nil) == (fromYear == nil) else {
            throw ValidationError(
                Phrase(
                    sv: "Ange en plats kod, eller både --unit och --from-year.",
                    en: "Give a slot's code, or both --unit and --from-year."
                )
                .help)
        }
        guard unit == nil || (newCode == nil && from == nil && places == nil) else {
            throw ValidationError(
                Phrase(
                    sv: "Med --unit förnyas platserna som de är; ändra en plats för sig.",
                    en: "With --unit the slots are renewed as they are; change one by itself."
                )
                .help)
        }
    }

    func run(in context: CommandContext) async throws {
        var period: Period?
        if let from, let to {
            do { period = try Period(from: from, to: to) } catch { throw Refusal.value("--to", error) }
        }
        let capacity: Capacity?
        do { capacity = try places.map { try Capacity($0) } } catch let error as ValueError {
            throw Refusal.value("--places", error)
        }
        try await context.withOperations { operations, actor in
            if let unit, let fromYear {
                return try await Self.renew(
                    unit, fromYear: fromYear, dryRun: change.dryRun, operations, actor, to: context.output)
            }
            guard let code else { return }
            let renewed = try await operations.renewSlot(
                actor, code, newCode: newCode, period: period, places: capacity, dryRun: change.dryRun)
            try context.output.changed(
                renewed, state: "offered", dryRun: change.dryRun,
                Phrase(sv: "\(code) är förnyad som \(renewed).", en: "\(code) is renewed as \(renewed)."))
        }
    }
}

struct SlotWithdraw: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "withdraw", sv: "Dra tillbaka en plats, eller några av dess platser, från och med en dag.",
        en: "Withdraw a slot, or some of its places, from a day on.",
        example: "praktik slot withdraw PARK-1 --places 1 --on 2026-05-01 --reason \"Handledaren slutar\"")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @Argument(help: .phrase(sv: "Platsens kod.", en: "The slot's code."), transform: value { try Code($0) })
    var code: Code
    @Option(help: .phrase(sv: "Så många platser; annars alla.", en: "So many places; else all."))
    var places: Int?
    @Option(
        help: .phrase(sv: "Första dagen utan dem; annars i dag.", en: "The first day without them; else today."),
        transform: value { try Day($0) })
    var on: Day?
    @Option(help: .phrase(sv: "Skälet.", en: "The reason."), transform: value { try Line($0) })
    var reason: Line

    func run(in context: CommandContext) async throws {
        let capacity: Capacity?
        do { capacity = try places.map { try Capacity($0) } } catch let error as ValueError {
            throw Refusal.value("--places", error)
        }
        try await context.withOperations { operations, actor in
            try await operations.withdrawSlot(
                actor, code, places: capacity, on: on, reason: reason, dryRun: change.dryRun)
            let day = on ?? operations.clock.today
            let what = places.map { "\($0) " }
            try context.output.changed(
                code, dryRun: change.dryRun,
                Phrase(
                    sv:
                        "\(code): \(what.map { $0 + "av platserna är tillbakadragna" } ?? "tillbakadragen") från och med \(day).",
                    en: "\(code): \(what.map { $0 + "of its places withdrawn" } ?? "withdrawn") from \(day) on."))
        }
    }
}

struct SlotClose: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "close", sv: "Stäng ett erbjudande: ingen mer matchas till det.",
        en: "Close an offer: nobody more is matched to it.", example: "praktik slot close PARK-1")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @Argument(help: .phrase(sv: "Platsens kod.", en: "The slot's code."), transform: value { try Code($0) })
    var code: Code

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            try await operations.closeSlot(actor, code, dryRun: change.dryRun)
            try context.output.changed(
                code, state: "closed", dryRun: change.dryRun,
                Phrase(sv: "\(code) är stängd.", en: "\(code) is closed."))
        }
    }
}
