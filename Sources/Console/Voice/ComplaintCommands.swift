import ArgumentParser
import Domain
import Operations
import Store

/// `praktik complaint …`
struct ComplaintCommands: ParsableCommand {
    static let configuration = CommandConfiguration.phrase(
        "complaint", sv: "Deltagares klagomål: läses och hanteras bara av samordnaren (--as).",
        en: "Participants' complaints: read and handled by the coordinator only (--as).",
        example: "praktik complaint list --open --as karin",
        subcommands: [ComplaintList.self, ComplaintShow.self, ComplaintAdd.self, ComplaintHandle.self])
}

struct ComplaintList: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "list", sv: "Lista klagomål, de nyaste först. Skyddade personers är inte med.",
        en: "List complaints, the newest first. Protected persons' are left out.",
        example: "praktik complaint list --open --as karin")
    @OptionGroup var global: GlobalOptions
    @Flag(help: .phrase(sv: "Bara de som ska hanteras.", en: "Only those to be handled.")) var open = false

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            var table = Table.complaints
            var page = PageRequest(size: PageRequest.sizes.upperBound)
            while true {
                let answer = try await operations.complaints(actor, isOpen: open ? true : nil, page: page)
                answer.rows.forEach { table.add($0) }
                guard let next = answer.next else { break }
                page.cursor = next
            }
            try context.output.list(table, empty: Phrase(sv: "Inga klagomål.", en: "No complaints."))
        }
    }
}

struct ComplaintShow: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "show", sv: "Visa ett klagomål.", en: "Show a complaint.", example: "praktik complaint show KL-1 --as karin")
    @OptionGroup var global: GlobalOptions
    @Argument(help: .phrase(sv: "Klagomålets kod.", en: "The complaint's code."), transform: value { try Code($0) })
    var code: Code

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            var table = Table.complaints
            table.add(try await operations.complaint(actor, code))
            try context.output.show(table)
        }
    }
}

struct ComplaintAdd: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "add", sv: "Anteckna ett klagomål åt en deltagare.", en: "Write down a participant's complaint for them.",
        example: "praktik complaint add P-1 --words \"Ingen handledare på plats\" --on-behalf phoned --as karin")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @Argument(help: .phrase(sv: "Placeringens kod.", en: "The placement's code."), transform: value { try Code($0) })
    var placement: Code
    @Option(
        help: .phrase(sv: "Vad som är fel.", en: "What is wrong."), transform: value { try OwnWords($0) })
    var words: OwnWords
    @Option(
        name: .customLong("on-behalf"),
        help: .phrase(sv: "Varför du skriver åt deltagaren.", en: "Why you write for the participant."),
        transform: word(AnswerGround.self))
    var ground: AnswerGround?

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let code = try await operations.complain(
                actor, placement, words, onBehalf: ground, dryRun: change.dryRun)
            try context.output.changed(
                code, dryRun: change.dryRun, Phrase(sv: "\(code) är antecknat.", en: "\(code) is written down."))
        }
    }
}

struct ComplaintHandle: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "handle", sv: "Avsluta ett klagomål med vad som gjordes.", en: "End a complaint with what was done.",
        example: "praktik complaint handle KL-1 --note \"Möte med enheten; ny handledare\" --as karin")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @Argument(help: .phrase(sv: "Klagomålets kod.", en: "The complaint's code."), transform: value { try Code($0) })
    var code: Code
    @Option(help: .phrase(sv: "Vad som gjordes.", en: "What was done."), transform: value { try Line($0) })
    var note: Line

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            try await operations.handleComplaint(actor, code, note: note, dryRun: change.dryRun)
            try context.output.changed(
                code, dryRun: change.dryRun, Phrase(sv: "\(code) är hanterat.", en: "\(code) is handled."))
        }
    }
}

extension Table {
    fileprivate static var complaints: Table {
        Table(
            .init("code", sv: "Kod", en: "Code"), .init("made_on", sv: "Dag", en: "Day"),
            .init("placement", sv: "Placering", en: "Placement"), .init("referrer", sv: "Anvisare", en: "Referrer"),
            .init("participant", sv: "Deltagare", en: "Participant"), .init("unit", sv: "Enhet", en: "Unit"),
            .init("words", sv: "Klagomål", en: "Complaint"), .init("on_behalf", sv: "Ombud", en: "On behalf"),
            .init("handled_on", sv: "Hanterat", en: "Handled"), .init("handled_by", sv: "Av", en: "By"),
            .init("note", sv: "Vad som gjordes", en: "What was done"))
    }

    fileprivate mutating func add(_ one: ComplaintRecord) {
        add(
            Cell(one.code), Cell(one.madeOn), Cell(one.placement), Cell(one.referrer), Cell(one.reference),
            Cell(one.unit), Cell(one.words.rawValue), .word(one.ground), Cell(one.handledOn), Cell(one.handledBy),
            Cell(one.note))
    }
}
