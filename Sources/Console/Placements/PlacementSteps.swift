import ArgumentParser
import Domain
import Operations

/// What one step of `PlacementLifecycle` is called on the command line.
protocol PlacementStep: Sendable {
    static var word: String { get }
    static var state: PlacementState { get }
    static var label: Phrase { get }
    /// The options after the code in the example.
    static var example: String { get }
}

extension PlacementStep {
    static var example: String { "" }
}

/// `praktik placement STEP CODE…`
struct PlacementStepCommand<Step: PlacementStep>: ContextCommand {
    static var configuration: CommandConfiguration {
        .phrase(
            Step.word, sv: Step.label.sv, en: Step.label.en,
            example: "praktik placement \(Step.word) P-1\(Step.example)")
    }
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @Argument(
        help: .phrase(sv: "En eller flera placeringars koder.", en: "One or more placements' codes."),
        transform: value { try Code($0) })
    var codes: [Code]
    @Option(
        help: .phrase(sv: "Vilken dag; annars i dag.", en: "On what day; else today."), transform: value { try Day($0) }
    )
    var on: Day?
    @Option(
        help: .phrase(sv: "Skälet, där steget kräver ett.", en: "The reason, where the step demands one."),
        transform: value { try Line($0) })
    var reason: Line?

    @OptionGroup var ending: EndingOptions

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            for code in codes {
                _ = try await operations.stepPlacement(
                    actor, code, to: Step.state, on: on, reason: reason, ending: ending.ending, dryRun: change.dryRun)
                let label = Step.state.label
                try context.output.changed(
                    code, state: Step.state.rawValue, dryRun: change.dryRun,
                    Phrase(sv: "\(code) är \(label.sv).", en: "\(code) is \(label.en)."))
            }
        }
    }
}

enum PlacementAccept: PlacementStep {
    static let word = "accept"
    static let state = PlacementState.accepted
    static let label = Phrase(
        sv: "Acceptera ett förslag: platsen är personens.",
        en: "Accept a proposal: the place is the person's.")
}

enum PlacementDecline: PlacementStep {
    static let word = "decline"
    static let state = PlacementState.declined
    static let label = Phrase(
        sv: "Avböj ett förslag, med skäl.",
        en: "Decline a proposal, with a reason.")
    static let example = " --reason \"Annat yrke\""
}

enum PlacementLapse: PlacementStep {
    static let word = "lapse"
    static let state = PlacementState.lapsed
    static let label = Phrase(
        sv: "Låt ett obesvarat förslag förfalla.",
        en: "Let an unanswered proposal lapse.")
}

enum PlacementWithdraw: PlacementStep {
    static let word = "withdraw"
    static let state = PlacementState.withdrawn
    static let label = Phrase(
        sv: "Ta tillbaka före start, på deltagarens eller anvisarens sida.",
        en: "Withdraw before the start, on the participant's or referrer's side.")
    static let example = " --reason \"Fick arbete\""
}

enum PlacementCancel: PlacementStep {
    static let word = "cancel"
    static let state = PlacementState.cancelledByHost
    static let label = Phrase(
        sv: "Ställ in före start, på värdens sida.",
        en: "Cancel before the start, on the host's side.")
    static let example = " --reason \"Handledaren sjuk\""
}

enum PlacementAgree: PlacementStep {
    static let word = "agree"
    static let state = PlacementState.agreed
    static let label = Phrase(
        sv: "Anteckna att alla är överens.",
        en: "Record that all are agreed.")
}

enum PlacementStart: PlacementStep {
    static let word = "start"
    static let state = PlacementState.started
    static let label = Phrase(
        sv: "Anteckna att praktiken har börjat.",
        en: "Record that it has begun.")
    static let example = " --on 2026-03-09"
}

enum PlacementNoShow: PlacementStep {
    static let word = "no-show"
    static let state = PlacementState.noShow
    static let label = Phrase(
        sv: "Anteckna att deltagaren inte kom.",
        en: "Record that the participant did not come.")
}

enum PlacementComplete: PlacementStep {
    static let word = "complete"
    static let state = PlacementState.completed
    static let label = Phrase(
        sv: "Anteckna att praktiken är genomförd; tidigare än avtalat bara med skäl.",
        en: "Record that it is completed; earlier than agreed only with a reason.")
    static let example = " --on 2026-05-29 --days 40 --hours 240"
}

enum PlacementInterrupt: PlacementStep {
    static let word = "interrupt"
    static let state = PlacementState.interrupted
    static let label = Phrase(
        sv: "Anteckna att praktiken avbröts: sista dag och orsak.",
        en: "Record that it was broken off: last day and cause.")
    static let example = " --on 2026-04-17 --reason \"Flyttade\" --by participant"
}

/// Takes back a wrong step.
struct PlacementCorrect: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "correct", sv: "Ta tillbaka det senaste steget, med skäl; historien behåller båda.",
        en: "Take back the last step, with a reason; the history keeps both.",
        example: "praktik placement correct P-1 --reason \"Fel person\"")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @Argument(help: .phrase(sv: "Placeringens kod.", en: "The placement's code."), transform: value { try Code($0) })
    var code: Code
    @Option(help: .phrase(sv: "Skälet.", en: "The reason."), transform: value { try Line($0) })
    var reason: Line

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let state = try await operations.correctPlacement(actor, code, reason: reason, dryRun: change.dryRun)
            try context.output.changed(
                code, state: state.rawValue, dryRun: change.dryRun,
                Phrase(sv: "\(code) är åter \(state.label.sv).", en: "\(code) is \(state.label.en) again."))
        }
    }
}
