import ArgumentParser
import Domain
import Operations
import Store

/// `praktik placement …`
struct PlacementCommands: ParsableCommand {
    static let configuration = CommandConfiguration.phrase(
        "placement", sv: "Placeringar: från förslag till slut.", en: "Placements: from proposal to end.",
        example: "praktik placement list --state proposed",
        subcommands: [
            PlacementList.self, PlacementShow.self, PlacementAdd.self, PlacementAnswerCommand.self,
            PlacementStepCommand<PlacementAccept>.self,
            PlacementStepCommand<PlacementDecline>.self, PlacementStepCommand<PlacementLapse>.self,
            PlacementLapseOverdue.self,
            PlacementStepCommand<PlacementWithdraw>.self, PlacementStepCommand<PlacementCancel>.self,
            PlacementStepCommand<PlacementAgree>.self, PlacementStepCommand<PlacementStart>.self,
            PlacementStepCommand<PlacementNoShow>.self, PlacementStepCommand<PlacementComplete>.self,
            PlacementStepCommand<PlacementInterrupt>.self, PlacementExtend.self, PlacementCorrect.self,
            PlacementAlternates.self, PlacementProposeNext.self, PlacementRemind.self, PlacementCertificate.self,
        ])

    static func table(_ placements: [PlacementDetail]) -> Table {
        var table = Table(
            .init("code", sv: "Kod", en: "Code"), .init("referrer", sv: "Anvisare", en: "Referrer"),
            .init("participant", sv: "Deltagare", en: "Participant"), .init("slot", sv: "Plats", en: "Slot"),
            .init("unit", sv: "Enhet", en: "Unit"), .init("from", sv: "Från", en: "From"),
            .init("to", sv: "Till", en: "To"), .init("state", sv: "Läge", en: "State"),
            .init("state_on", sv: "Sedan", en: "Since"), .init("reason", sv: "Skäl", en: "Reason"))
        for detail in placements { table.add(cells(detail)) }
        return table
    }

    /// One placement, with what was said when it ended.
    static func table(_ placement: PlacementDetail, ending: PlacementEnding?) -> Table {
        var table = Table(
            Self.table([PlacementDetail]()).columns + [
                .init("broken_off_by", sv: "Avbruten av", en: "Broken off by"),
                .init("attended_days", sv: "Dagar på plats", en: "Days attended"),
                .init("attended_hours", sv: "Timmar på plats", en: "Hours attended"),
            ])
        table.add(
            cells(placement) + [.word(ending?.by), Cell(ending?.days), Cell(ending?.hours?.description)])
        return table
    }

    private static func cells(_ detail: PlacementDetail) -> [Cell] {
        let one = detail.placement
        return [
            Cell(one.code), Cell(one.referrer), Cell(one.participant), Cell(one.slot), Cell(detail.unit),
            Cell(one.period.from), Cell(one.period.to), .word(one.state), Cell(one.stateOn), Cell(one.reason),
        ]
    }
}

extension PlacementCommands {
    static func table(_ answers: [PlacementAnswer]) -> Table {
        var table = Table(
            .init("on", sv: "Dag", en: "Day"), .init("party", sv: "Part", en: "Party"),
            .init("answer", sv: "Svar", en: "Answer"), .init("reason", sv: "Skäl", en: "Reason"),
            .init("note", sv: "Tillägg", en: "Note"), .init("actor", sv: "Av", en: "By"),
            .init("ground", sv: "I partens ställe", en: "In the party's place"),
            .init("standing", sv: "Gäller", en: "Stands"))
        for one in answers {
            table.add(
                Cell(one.on), .word(one.party), .word(one.kind), .word(one.reason), Cell(one.note), Cell(one.actor),
                .word(one.ground), .flag(one.isStanding))
        }
        return table
    }
}

struct PlacementList: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "list", sv: "Lista placeringar. Skyddade personers är inte med.",
        en: "List placements. Those of protected persons are left out.",
        example: "praktik placement list --state started")
    @OptionGroup var global: GlobalOptions
    @Option(help: .phrase(sv: "Bara i det här läget.", en: "Only in this state."), transform: word(PlacementState.self))
    var state: PlacementState?

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let answer = try await operations.placements(actor, state: state)
            try context.output.list(
                PlacementCommands.table(answer.shown), empty: Phrase(sv: "Inga placeringar.", en: "No placements."))
            context.output.noteProtected(answer.protected)
        }
    }
}

struct PlacementShow: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "show", sv: "Visa en placering och dess historia.", en: "Show a placement and its history.",
        example: "praktik placement show P-1")
    @OptionGroup var global: GlobalOptions
    @Argument(help: .phrase(sv: "Placeringens kod.", en: "The placement's code."), transform: value { try Code($0) })
    var code: Code

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let sheet = try await operations.placementSheet(actor, code: code)
            try context.output.show(PlacementCommands.table(sheet.detail, ending: sheet.ending))
            guard context.output.format == .table else { return }
            if !sheet.answers.isEmpty {
                context.output.heading(Phrase(sv: "Svar", en: "Answers"))
                try context.output.list(PlacementCommands.table(sheet.answers))
            }
            let events = sheet.events
            var table = Table(
                .init("on", sv: "Dag", en: "Day"), .init("from", sv: "Från", en: "From"),
                .init("to", sv: "Till", en: "To"),
                .init("actor", sv: "Av", en: "By"), .init("reason", sv: "Skäl", en: "Reason"),
                .init("correction", sv: "Rättelse", en: "Correction"))
            for event in events {
                table.add(
                    Cell(event.on), .word(event.from), .word(event.to), Cell(event.actor), Cell(event.reason),
                    event.isCorrection ? .flag(true) : .empty)
            }
            context.output.heading(Phrase(sv: "Historia", en: "History"))
            try context.output.list(table)
        }
    }
}
