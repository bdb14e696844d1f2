public import Domain

extension Forecast.Method {
    /// Raised when the method changes, so that an older forecast names the one it was made by.
    public static let version = 1

    /// How the forecast was reached, in full: printed beside it.
    public var text: Phrase {
        switch self {
        case .closed:
            Phrase(sv: "Året är slut: inget mer väntas.", en: "The year is over: nothing more is expected.")
        case .books:
            Phrase(
                sv: "Ingen årstid att jämföra med: prognosen är utfallet om alla utkast erbjuds och alla föreslagna, "
                    + "accepterade och överenskomna praktiker genomförs. Hur mycket det kan slå fel går inte att säga.",
                en: "No season to compare with: the forecast is the figure if every draft is offered and every "
                    + "proposed, accepted and agreed placement is carried through. How far off it may be cannot be told."
            )
        case .oneYear:
            Phrase(
                sv: "Från ett enda tidigare år: hur stor del av årets tal som då fanns vid samma dag, och vad som då "
                    + "återstod. Ett år visar inte hur åren skiljer sig, så inget intervall ges. Aldrig under det som "
                    + "redan står i böckerna med utkasten erbjudna.",
                en: "From a single earlier year: how much of its figure there was by the same day, and what was still "
                    + "to come. One year does not show how years differ, so no range is given. Never below what is in "
                    + "the books with the drafts offered.")
        case .seasonal:
            Phrase(
                sv:
                    "Från högst fem tidigare år (inte ett första med mindre än en fjärdedel av nästa): två beräkningar vägs samman efter hur stor del av ett år som brukar "
                    + "vara känd vid samma dag. Den ena är årets tal hittills delat med den delen, den andra årets tal "
                    + "hittills plus det som då i medeltal återstod. Intervallet går från det lägsta till det högsta "
                    + "som något av åren för sig ger. Aldrig under det som redan står i böckerna med utkasten erbjudna.",
                en:
                    "From at most five earlier years (not a first with less than a quarter of the next): two reckonings, weighted by how much of a year is usually known "
                    + "by the same day. One is this year's figure so far divided by that share, the other this year's "
                    + "figure so far plus what was still to come on average. The range goes from the lowest to the "
                    + "highest that any of the years gives by itself. Never below what is in the books with the "
                    + "drafts offered.")
        }
    }

    /// In a word or two, beside a number.
    public var label: Phrase {
        switch self {
        case .closed: Phrase(sv: "slutligt", en: "final")
        case .books: Phrase(sv: "det som är inlagt", en: "what is in the books")
        case .oneYear: Phrase(sv: "som förra gången", en: "as the year before")
        case .seasonal: Phrase(sv: "som tidigare år", en: "as earlier years")
        }
    }
}
