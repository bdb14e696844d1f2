public import Domain
import Postgres

/// Any error, sorted by what its reader can do about it; the one table for console and web.
public enum Failure: Sendable, Hashable {
    /// Not done, for the reason the sentence gives.
    case refused(Phrase)
    /// The database cannot be reached, or has no connection to spare: later, the same may succeed.
    case unreachable(Phrase)
    /// A fault of the program or the installation.
    case unexpected(Phrase)

    public init(_ error: any Error) {
        self =
            switch error {
            case let error as any PhrasedError: .refused(error.phrase)
            case let error as PostgresError: Self.sorted(error)
            case is CancellationError: .refused(Self.interrupted)
            default: .unexpected(Self.unforeseen("\(type(of: error))"))
            }
    }

    public var phrase: Phrase {
        switch self {
        case .refused(let phrase), .unreachable(let phrase), .unexpected(let phrase): phrase
        }
    }

    /// What the client library or the server says of a connection that could not be made. It names hosts and users, and so
    /// is for the operator only.
    public static func connectionDetail(_ error: any Error) -> String? {
        guard case PostgresError.connection(let failure) = error, !failure.message.isEmpty else { return nil }
        return failure.message.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    private static func sorted(_ error: PostgresError) -> Failure {
        switch error {
        case .connection(let failure) where failure.reason == .commitUnknown:
            .unreachable(
                Phrase(
                    sv: "Databasen försvann medan ändringen sparades; se efter om den blev gjord innan du gör om den.",
                    en:
                        "The database went away while the change was being saved; see whether it was done before repeating."
                ))
        case .connection:
            .unreachable(Phrase(sv: "Databasen går inte att nå.", en: "The database cannot be reached."))
        case .poolExhausted:
            .unreachable(
                Phrase(
                    sv: "Databasen är upptagen; försök igen om en stund.",
                    en: "The database is busy; try again in a moment."))
        case .cancelled: .refused(interrupted)
        case .server(let server) where server.sqlState == "42501":
            .unexpected(
                Phrase(
                    sv: "Databasens roll får inte detta (42501). Kör: praktik doctor",
                    en: "The database role may not do this (42501). Run: praktik doctor"))
        // Nothing of the statement or its values: the description keeps to codes and names.
        case .server, .decoding: .unexpected(unforeseen(error.description))
        }
    }

    private static let interrupted = Phrase(sv: "Avbrutet.", en: "Interrupted.")

    private static func unforeseen(_ what: String) -> Phrase {
        Phrase(sv: "Oväntat fel: \(what).", en: "Unexpected error: \(what).")
    }
}
