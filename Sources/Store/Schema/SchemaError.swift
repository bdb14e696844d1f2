package import Domain

/// Why the schema in the database is not the one this program works on. Each names the command that mends it.
package enum SchemaError: PhrasedError, Hashable {
    /// Nothing has been migrated in this database.
    case missing
    case older(applied: Int, known: Int)
    case newer(applied: Int, known: Int)
    /// A migration that has been applied has since been edited, in this program or in the database.
    case changed(number: Int)

    package var phrase: Phrase {
        switch self {
        case .missing:
            Phrase(
                sv: "Databasen har inget schema ännu. Kör: praktik migrate",
                en: "The database has no schema yet. Run: praktik migrate")
        case .older(let applied, let known):
            Phrase(
                sv: "Databasens schema (\(applied)) är äldre än programmets (\(known)). Kör: praktik migrate",
                en: "The database's schema (\(applied)) is older than the program's (\(known)). Run: praktik migrate")
        case .newer(let applied, let known):
            Phrase(
                sv: "Databasens schema (\(applied)) är nyare än programmets (\(known)). Uppgradera programmet.",
                en: "The database's schema (\(applied)) is newer than the program's (\(known)). Upgrade the program.")
        case .changed(let number):
            Phrase(
                sv:
                    "Migrering \(number) i databasen är inte den som programmet har. Installera rätt version av programmet.",
                en:
                    "Migration \(number) in the database is not the program's. Install the right version of the program."
            )
        }
    }
}
