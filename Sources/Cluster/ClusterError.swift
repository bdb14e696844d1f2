public import Domain

/// Why the private cluster cannot be made, started or reached.
public enum ClusterError: PhrasedError, Hashable {
    /// No PostgreSQL server programs of the wanted major version; nil: none of 15 or later.
    case programsMissing(major: Int?)
    /// Root was asked to start a server, and there is no `postgres` account to run it as.
    case accountMissing
    /// The folder belongs to another user.
    case folderForeign(path: String)
    /// The server's account cannot pass through this folder on the way to the state folder.
    case folderClosed(path: String, account: String)
    /// A file could not be made; the reason is the operating system's.
    case fileFailed(path: String, reason: String)
    /// Another start or stop has held the lock for too long.
    case locked(path: String)
    /// A program of PostgreSQL failed; the reason is its last line.
    case programFailed(name: String, reason: String)

    public var phrase: Phrase {
        switch self {
        case .programsMissing(nil):
            Phrase(
                sv: "PostgreSQL 15 eller senare saknas. Installera det: apt-get install postgresql",
                en: "PostgreSQL 15 or later is not installed. Install it: apt-get install postgresql")
        case .programsMissing(let major?):
            Phrase(
                sv: "Databasens filer kräver PostgreSQL \(major). Installera det: apt-get install postgresql-\(major)",
                en: "The database's files need PostgreSQL \(major). Install it: apt-get install postgresql-\(major)")
        case .accountMissing:
            Phrase(
                sv: "PostgreSQL kan inte köras som root, och kontot postgres saknas. Installera paketet postgresql.",
                en: "PostgreSQL cannot run as root, and there is no account postgres. Install the package postgresql.")
        case .folderForeign(let path):
            Phrase(
                sv: "\(path) tillhör en annan användare. Välj en egen mapp med PRAKTIK_STATE.",
                en: "\(path) belongs to another user. Choose a folder of your own with PRAKTIK_STATE.")
        case .folderClosed(let path, let account):
            Phrase(
                sv: "Kontot \(account) kommer inte in i \(path). Välj en annan mapp med PRAKTIK_STATE.",
                en: "The account \(account) cannot enter \(path). Choose another folder with PRAKTIK_STATE.")
        case .fileFailed(let path, let reason):
            Phrase(sv: "\(path): \(reason).", en: "\(path): \(reason).")
        case .locked(let path):
            Phrase(
                sv: "En annan start eller stopp av databasen pågår och har låst \(path).",
                en: "Another start or stop of the database is under way and holds \(path).")
        case .programFailed(let name, let reason):
            Phrase(sv: "\(name) misslyckades: \(reason)", en: "\(name) failed: \(reason)")
        }
    }
}
