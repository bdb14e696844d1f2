/// How a command ends, for whoever called it.
package enum ExitStatus: Int32, Sendable {
    case done = 0
    /// Not done, and a sentence on standard error says why.
    case refused = 1
    /// The command line could not be understood.
    case usage = 2
    /// The database cannot be reached.
    case unreachable = 3
}

/// Ends a command that has already said what there is to say.
struct Ended: Error {
    let status: ExitStatus
}
