import ArgumentParser
import Domain

/// Which run is meant; the newest where none is named.
struct RunArgument: ParsableArguments {
    @Argument(
        help: .phrase(
            sv: "Matchningens kod; annars den senaste.", en: "The run's code; else the newest.", valueName: "run"),
        transform: value { try Code($0) })
    var code: Code?
}
