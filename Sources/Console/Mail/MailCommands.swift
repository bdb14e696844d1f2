import ArgumentParser
import Domain
import FoundationEssentials
import Operations
import Store

/// `praktik mail …`
struct MailCommands: ParsableCommand {
    static let configuration = CommandConfiguration.phrase(
        "mail", sv: "Utskick: vad som skickats, väntar eller inte kom fram.",
        en: "Mail: what was sent, waits, or did not arrive.", example: "praktik mail list --state failed",
        subcommands: [MailList.self, MailShow.self, MailResend.self, MailWithdraw.self])
}

struct MailList: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "list", sv: "Lista utskick, de nyaste först. Skyddade personers är inte med.",
        en: "List mail, the newest first. Protected persons' is left out.",
        example: "praktik mail list --state failed")
    @OptionGroup var global: GlobalOptions
    @Option(help: .phrase(sv: "Bara i det här läget.", en: "Only in this state."), transform: word(MessageState.self))
    var state: MessageState?

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            var table = Table(
                .init("id", sv: "Nyckel", en: "Key"), .init("kind", sv: "Vad", en: "What"),
                .init("party", sv: "Till", en: "To"), .init("placement", sv: "Placering", en: "Placement"),
                .init("unit", sv: "Enhet", en: "Unit"), .init("state", sv: "Läge", en: "State"),
                .init("posted_at", sv: "Skrivet", en: "Posted"), .init("attempts", sv: "Försök", en: "Attempts"),
                .init("outcome", sv: "Senast", en: "Last"), .init("code", sv: "Kod", en: "Code"),
                .init("next_try_at", sv: "Nästa försök", en: "Next try"))
            for one in try await operations.messages(actor, state: state, limit: 10_000) {
                table.add(
                    Cell(one.id.description), .word(one.kind), .word(one.party), Cell(one.placement), Cell(one.unit),
                    .word(one.state), Cell(one.postedAt.formatted(.iso8601)), Cell(one.attempts),
                    Cell(one.outcome?.rawValue), Cell(one.code), Cell(one.nextTryAt?.formatted(.iso8601)))
            }
            try context.output.list(table, empty: Phrase(sv: "Inga utskick.", en: "No mail."))
        }
    }
}

struct MailShow: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "show", sv: "Visa varje försök att skicka ett utskick.", en: "Show every attempt at sending a message.",
        example: "praktik mail show 018f2c5e-0000-7000-8000-000000000001")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var message: MessageArgument

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let sheet = try await operations.message(actor, message.key)
            let one = sheet.message
            context.output.note(
                Phrase(
                    sv: "\(one.kind.label.sv), till \(one.party.label.sv): \(one.state.label.sv)",
                    en: "\(one.kind.label.en), to \(one.party.label.en): \(one.state.label.en)"))
            var table = Table(
                .init("attempt", sv: "Försök", en: "Attempt"), .init("at", sv: "När", en: "When"),
                .init("outcome", sv: "Utfall", en: "Outcome"), .init("code", sv: "Kod", en: "Code"))
            for attempt in sheet.attempts {
                table.add(
                    Cell(attempt.ordinal), Cell(attempt.at.formatted(.iso8601)), Cell(attempt.outcome?.rawValue),
                    Cell(attempt.code))
            }
            try context.output.list(table, empty: Phrase(sv: "Inga försök än.", en: "No attempts yet."))
        }
    }
}

struct MailResend: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "resend", sv: "Skicka ett utskick igen, med samma länk.", en: "Send a message again, with the same link.",
        example: "praktik mail resend 018f2c5e-0000-7000-8000-000000000001")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var message: MessageArgument

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            try await operations.resendMessage(actor, message.key, dryRun: change.dryRun)
            try message.answer(
                context, change, Phrase(sv: "Utskicket skickas igen.", en: "The message will be sent again."))
        }
    }
}

struct MailWithdraw: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "withdraw", sv: "Dra tillbaka ett utskick som väntar.", en: "Withdraw a message that waits.",
        example: "praktik mail withdraw 018f2c5e-0000-7000-8000-000000000001")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var message: MessageArgument

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            try await operations.withdrawMessage(actor, message.key, dryRun: change.dryRun)
            try message.answer(
                context, change, Phrase(sv: "Utskicket är tillbakadraget.", en: "The message is withdrawn."))
        }
    }
}

/// A message by its key, as listings show it.
struct MessageArgument: ParsableArguments {
    @Argument(
        help: .phrase(sv: "Utskickets nyckel.", en: "The message's key.", valueName: "key"),
        transform: { text in
            guard let id = UUID(uuidString: text) else {
                throw ValidationError(Phrase(sv: "”\(text)” är ingen nyckel.", en: "\"\(text)\" is no key.").help)
            }
            return Identifier<OutboxMessage>(id)
        })
    var key: Identifier<OutboxMessage>

    private struct Answer: Encodable {
        let id: String
        let dry_run: Bool
    }

    func answer(_ context: CommandContext, _ change: ChangeOptions, _ done: Phrase) throws {
        try context.output.answer(
            Answer(id: key.description, dry_run: change.dryRun),
            change.dryRun
                ? Phrase(
                    sv: "Det går. (Prövat; ingenting är ändrat.)", en: "That can be done. (Tried; nothing is changed.)")
                : done)
    }
}
