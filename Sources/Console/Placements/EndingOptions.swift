import ArgumentParser
import Domain

/// What is said of attendance and of the end; for the steps that end a placement.
struct EndingOptions: ParsableArguments {
    @Option(
        help: .phrase(sv: "Vem som avbröt, när praktiken avbryts.", en: "Who breaks it off, where it is broken off."),
        transform: word(EndingParty.self))
    var by: EndingParty?
    @Option(
        help: .phrase(
            sv: "Dagar deltagaren var på plats, när praktiken slutar.",
            en: "Days on which the participant was there, where it ends."))
    var days: Int?
    @Option(
        help: .phrase(sv: "Timmar sammanlagt, när praktiken slutar.", en: "Hours in all, where it ends."),
        transform: value { try AttendedHours($0) })
    var hours: AttendedHours?

    var ending: PlacementEnding { PlacementEnding(by: by, days: days, hours: hours) }
}
