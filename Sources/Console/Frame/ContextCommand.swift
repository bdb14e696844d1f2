import ArgumentParser

/// A command that does something; groups of commands only show their help.
///
/// A listing calls one operation and hands its rows to `context.output`; a change passes `--dry-run` on.
protocol ContextCommand: ParsableCommand {
    var global: GlobalOptions { get }

    func run(in context: CommandContext) async throws
}
