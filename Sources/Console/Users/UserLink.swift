import ArgumentParser
import Domain
import FoundationEssentials
import Operations
import Settings

struct UserLink: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "link", sv: "Skriv ut en ny engångslänk för att välja lösenord; den förra slutar gälla.",
        en: "Print a new one-time link to choose a password with; the one before ends.",
        example: "praktik user link karin")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var user: UserArgument

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let link = try await operations.newLink(actor, for: user.name, dryRun: change.dryRun)
            try context.tell(
                user.name, link, dryRun: change.dryRun,
                Phrase(sv: "Ny länk till \(user.name).", en: "A new link for \(user.name)."))
        }
    }
}

/// What a command that makes a link answers, for scripts.
private struct LinkAnswer: Encodable {
    var code: String
    var link: String?
    var expiresAt: String?
    var dryRun: Bool

    enum CodingKeys: String, CodingKey {
        case code, link
        case expiresAt = "expires_at"
        case dryRun = "dry_run"
    }
}

extension CommandContext {
    /// Says what was done, and where there is one the link. A dry run's opens nothing and is not shown.
    func tell(_ name: Code, _ link: NewLink?, dryRun: Bool, _ sentence: Phrase) throws {
        guard let link, !dryRun else { return try output.changed(name, dryRun: dryRun, sentence) }
        let address = settings.baseAddress.rawValue + link.path
        let until = SwedishTime.text(link.expiresAt).prefix(16)
        let answer = LinkAnswer(
            code: name.rawValue, link: address, expiresAt: link.expiresAt.formatted(.iso8601), dryRun: false)
        try output.answer(
            answer,
            Phrase(
                sv: """
                    \(sentence.sv)
                    Länken fungerar en gång, senast \(until):
                    \(address)
                    """,
                en: """
                    \(sentence.en)
                    The link works once, by \(until):
                    \(address)
                    """))
    }
}
