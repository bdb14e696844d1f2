import ArgumentParser

/// Matching: a round is run, looked at, explained and decided; the engine can be used alone.
struct MatchCommands: ParsableCommand {
    static let configuration = CommandConfiguration.phrase(
        "match", sv: "Matchar deltagare med praktikplatser.", en: "Matches participants with slots.",
        example: "praktik match run --from 2026-03-02\npraktik match decide M-1",
        subcommands: [
            MatchRunCommand.self, MatchShowCommand.self, MatchListCommand.self, MatchExplainCommand.self,
            MatchCompareCommand.self, MatchCensusCommand.self, MatchDecideCommand.self, MatchReplayCommand.self,
            MatchSolveCommand.self,
        ])
}
