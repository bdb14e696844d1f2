public import Domain

/// What the closing of periods refuses.
public enum SnapshotRefusal: PhrasedError, Equatable {
    /// The last day of the period is not over.
    case notOver(Day)
    /// Days of one's own choice are never published, and so never closed.
    case freePeriod
    case closedAlready(number: Int, on: Day)
    /// The period has no closing.
    case notClosed
    /// The period has closings, but none in force.
    case openAlready
    /// The period has no closing of that number.
    case noSuchNumber(Int)
    /// Today's figures of a closed period, held against those that were closed, could tell a small count.
    case liveNotPublished
    /// The rows do not add up to the report; nothing was closed.
    case doesNotAddUp
    /// A document of a closing that this version does not understand.
    case unreadable

    /// The refusal's name in the audit log and in JSON.
    public var code: String {
        switch self {
        case .notOver: "snapshot.not_over"
        case .freePeriod: "snapshot.free_period"
        case .closedAlready: "snapshot.closed_already"
        case .notClosed: "snapshot.not_closed"
        case .openAlready: "snapshot.open_already"
        case .noSuchNumber: "snapshot.no_such_number"
        case .liveNotPublished: "snapshot.live_not_published"
        case .doesNotAddUp: "snapshot.does_not_add_up"
        case .unreadable: "snapshot.unreadable"
        }
    }

    public var phrase: Phrase {
        switch self {
        case .notOver(let last):
            Phrase(
                sv: "Perioden är inte slut: sista dagen är \(last). Stäng den tidigast dagen efter.",
                en: "The period is not over: its last day is \(last). Close it the day after at the earliest.")
        case .freePeriod:
            Phrase(
                sv: "Valda dagar kan inte stängas; stäng ett år, ett halvår, ett tertial eller en termin.",
                en: "Chosen days cannot be closed; close a year, a half-year, a tertial or a school term.")
        case .closedAlready(let number, let day):
            Phrase(
                sv: "Perioden är redan stängd: stängning \(number) den \(day). Öppna den igen med ett skäl för att "
                    + "stänga den på nytt.",
                en:
                    "The period is closed already: closing \(number) on \(day). Open it again with a reason to close it "
                    + "anew.")
        case .notClosed:
            Phrase(sv: "Perioden är inte stängd.", en: "The period is not closed.")
        case .openAlready:
            Phrase(sv: "Perioden är redan öppnad igen.", en: "The period is open again already.")
        case .noSuchNumber(let number):
            Phrase(sv: "Perioden har ingen stängning \(number).", en: "The period has no closing \(number).")
        case .liveNotPublished:
            Phrase(
                sv:
                    "Dagens siffror för en stängd period lämnas inte ut: jämförda med de stängda kunde de röja små tal. "
                    + "Öppna perioden igen för att rätta det som är publicerat.",
                en:
                    "Today's figures of a closed period are not given out: held against the closed ones they could tell "
                    + "small counts. Open the period again to correct what is published.")
        case .doesNotAddUp:
            Phrase(
                sv: "Något ändrades medan perioden stängdes, så att raderna inte ger siffrorna; ingenting stängdes. "
                    + "Försök igen.",
                en: "Something was changed while the period was being closed, so that the rows do not add up to the "
                    + "figures; nothing was closed. Try again.")
        case .unreadable:
            Phrase(
                sv: "Stängningens dokument kan inte läsas av den här versionen av programmet.",
                en: "The closing's document cannot be read by this version of the program.")
        }
    }
}
