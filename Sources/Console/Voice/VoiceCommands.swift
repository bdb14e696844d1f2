import ArgumentParser
import Domain
import Operations
import Store

/// `praktik voice …`
struct VoiceCommands: ParsableCommand {
    static let configuration = CommandConfiguration.phrase(
        "voice", sv: "Vad deltagare säger om sin praktik: läses bara av samordnaren (--as).",
        en: "What participants say of their placements: read by the coordinator only (--as).",
        example: "praktik voice list --as karin",
        subcommands: [
            VoiceList.self, VoiceShow.self, VoiceNote.self, VoiceReportCommand.self, VoiceLanguageCommands.self,
        ])
}

struct VoiceList: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "list", sv: "Lista svaren, de nyaste först. Skyddade personers är inte med.",
        en: "List the answers, the newest first. Protected persons' are left out.",
        example: "praktik voice list --as karin --format csv")
    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            var table = Table.voices
            var page = PageRequest(size: PageRequest.sizes.upperBound)
            while true {
                let answer = try await operations.voices(actor, page: page)
                answer.rows.forEach { table.add($0) }
                guard let next = answer.next else { break }
                page.cursor = next
            }
            try context.output.list(table, empty: Phrase(sv: "Inga svar än.", en: "No answers yet."))
        }
    }
}

struct VoiceShow: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "show", sv: "Visa vad en placerings deltagare har svarat, och vad som ska frågas.",
        en: "Show what a placement's participant has answered, and what is to be asked.",
        example: "praktik voice show P-1 --as karin")
    @OptionGroup var global: GlobalOptions
    @Argument(help: .phrase(sv: "Placeringens kod.", en: "The placement's code."), transform: value { try Code($0) })
    var placement: Code

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let sheet = try await operations.voiceSheet(actor, placement)
            for occasion in VoiceOccasion.allCases {
                guard let day = sheet.days[occasion] else { continue }
                let isOpen = sheet.open.contains(occasion)
                context.output.note(
                    Phrase(
                        sv: "\(occasion.label.sv): \(day)\(isOpen ? ", inte besvarat" : "")",
                        en: "\(occasion.label.en): \(day)\(isOpen ? ", not answered" : "")"))
            }
            var table = Table.voices
            sheet.answers.forEach { table.add($0) }
            try context.output.list(table, empty: Phrase(sv: "Inga svar än.", en: "No answers yet."))
        }
    }
}

/// Notes a participant's answers for them.
struct VoiceNote: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "record", sv: "Anteckna en deltagares svar, till exempel per telefon; bara samordnaren (--as).",
        en: "Note a participant's answers, such as by telephone; the coordinator only (--as).",
        example: """
            praktik voice record P-1 --occasion mid --tasks yes --alone no --swedish a_bit --on-behalf phoned --as karin
            """)
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @Argument(help: .phrase(sv: "Placeringens kod.", en: "The placement's code."), transform: value { try Code($0) })
    var placement: Code
    @Option(
        help: .phrase(sv: "Halvvägs eller efteråt.", en: "Halfway or afterwards."), transform: word(VoiceOccasion.self))
    var occasion: VoiceOccasion
    @Option(
        help: .phrase(sv: VoiceQuestion.tasks.label.sv, en: VoiceQuestion.tasks.label.en),
        transform: word(VoiceChoice.self))
    var tasks: VoiceChoice
    @Option(
        help: .phrase(sv: VoiceQuestion.alone.label.sv, en: VoiceQuestion.alone.label.en),
        transform: word(VoiceChoice.self))
    var alone: VoiceChoice
    @Option(
        help: .phrase(sv: VoiceQuestion.swedish.label.sv, en: VoiceQuestion.swedish.label.en),
        transform: word(VoiceChoice.self))
    var swedish: VoiceChoice
    @Option(
        help: .phrase(sv: VoiceQuestion.learnt.label.sv, en: VoiceQuestion.learnt.label.en),
        transform: word(VoiceChoice.self))
    var learnt: VoiceChoice?
    @Option(
        help: .phrase(sv: "Deltagarens egna ord.", en: "The participant's own words."),
        transform: value { try OwnWords($0) })
    var words: OwnWords?
    @Option(
        name: .customLong("on-behalf"),
        help: .phrase(sv: "Varför du svarar åt deltagaren.", en: "Why you answer for the participant."),
        transform: word(AnswerGround.self))
    var ground: AnswerGround?

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            try await operations.giveVoice(
                actor, placement, occasion,
                VoiceAnswers(tasks: tasks, alone: alone, swedish: swedish, learnt: learnt, words: words),
                onBehalf: ground, dryRun: change.dryRun)
            try context.output.changed(
                placement, dryRun: change.dryRun,
                Phrase(sv: "Svaren om \(placement) är antecknade.", en: "The answers about \(placement) are noted."))
        }
    }
}

extension Table {
    fileprivate static var voices: Table {
        Table(
            .init("placement", sv: "Placering", en: "Placement"), .init("referrer", sv: "Anvisare", en: "Referrer"),
            .init("participant", sv: "Deltagare", en: "Participant"), .init("unit", sv: "Enhet", en: "Unit"),
            .init("occasion", sv: "När", en: "When"), .init("answered_on", sv: "Dag", en: "Day"),
            .init("tasks", VoiceQuestion.tasks.heading), .init("alone", VoiceQuestion.alone.heading),
            .init("swedish", VoiceQuestion.swedish.heading), .init("learnt", VoiceQuestion.learnt.heading),
            .init("words", sv: "Egna ord", en: "Own words"), .init("on_behalf", sv: "Ombud", en: "On behalf"),
            .init("language_goal", sv: "Språkmål", en: "Language goal"))
    }

    fileprivate mutating func add(_ one: VoiceRecord) {
        add(
            Cell(one.placement), Cell(one.referrer), Cell(one.reference), Cell(one.unit), .word(one.occasion),
            Cell(one.answeredOn), .word(one.answers.tasks), .word(one.answers.alone), .word(one.answers.swedish),
            .word(one.answers.learnt), Cell(one.answers.words?.rawValue), .word(one.ground), Cell(one.languageGoal))
    }
}
