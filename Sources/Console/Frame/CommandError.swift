import Domain

/// What stands in a command's way before any operation is asked.
enum CommandError: PhrasedError, Hashable {
    case municipalityMissing
    /// The private cluster is not running.
    case clusterDown
    /// `database …` on a server that is somebody else's.
    case serverNotOurs
    /// A document's file.
    case fileNotWritten(String)

    var status: ExitStatus {
        switch self {
        case .municipalityMissing: .usage
        case .clusterDown: .unreachable
        case .serverNotOurs, .fileNotWritten: .refused
        }
    }

    var phrase: Phrase {
        switch self {
        case .municipalityMissing:
            Phrase(
                sv: "Ange kommun: --municipality KOD eller PRAKTIK_MUNICIPALITY.",
                en: "Say which municipality: --municipality CODE or PRAKTIK_MUNICIPALITY.")
        case .fileNotWritten(let path):
            Phrase(
                sv: "Filen \(path) gick inte att skriva; kontrollera mappen och rättigheterna.",
                en: "The file \(path) could not be written; check the folder and its permissions.")
        case .clusterDown:
            Phrase(
                sv: "Databasen är inte igång. Starta den: praktik database start",
                en: "The database is not running. Start it: praktik database start")
        case .serverNotOurs:
            Phrase(
                sv: "PRAKTIK_DATABASE_URL pekar ut en egen server; den startas och stoppas inte härifrån.",
                en: "PRAKTIK_DATABASE_URL names a server of its own; it is not started or stopped from here.")
        }
    }
}
