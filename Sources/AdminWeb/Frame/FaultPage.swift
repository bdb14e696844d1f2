import Domain
import HTTPTypes
import Operations

/// The page of what could not be answered: the sentence, what to do, and the request's number; never what the error knows.
enum FaultPage {
    static func answer(_ error: any Error, for visit: Visit) -> PageAnswer {
        let (status, sentence) = sorted(error)
        let isOurs = status.code >= 500
        let content: HTML = """
            <p class="lead">\(sentence)</p>
            \(numbered(visit), if: isOurs)
            <p><a href="/">\(sv: "Till startsidan", en: "To the start page")</a></p>
            """
        var answer = PageAnswer.page(Page(title(status), content), status: status)
        if status == .serviceUnavailable { answer.headers[.retryAfter] = "5" }
        return answer
    }

    /// What is told of an error, with its status: one table for pages and API.
    static func sorted(_ error: any Error) -> (HTTPResponse.Status, Phrase) {
        switch error {
        case let refusal as Refusal:
            // What is not there and what one may not know to be there sound alike.
            let isHidden = refusal.status == .notFound
            return (refusal.status, isHidden ? WebFault.notFound.phrase : refusal.phrase)
        case let fault as WebFault: return (fault.status, fault.phrase)
        default: break
        }
        switch Failure(error) {
        case .refused(let phrase): return (.conflict, phrase)
        case .unreachable(let phrase): return (.serviceUnavailable, phrase)
        case .unexpected:
            return (
                .internalServerError,
                Phrase(
                    sv: "Något gick fel hos oss. Inget av det du skickade är sparat.",
                    en: "Something went wrong on our side. Nothing of what you sent is saved.")
            )
        }
    }

    private static func numbered(_ visit: Visit) -> HTML {
        """
        <p>\(sv: "Ange det här numret om du anmäler felet:", en: "Give this number if you report the fault:") \
        <code>\(visit.id)</code></p>
        """
    }

    private static func title(_ status: HTTPResponse.Status) -> Phrase {
        switch status.code {
        case 404: Phrase(sv: "Sidan finns inte", en: "Page not found")
        case 401, 403: Phrase(sv: "Inte tillåtet", en: "Not allowed")
        case 503: Phrase(sv: "Tillfälligt stopp", en: "Out of service for the moment")
        case 500...: Phrase(sv: "Ett fel inträffade", en: "Something went wrong")
        default: Phrase(sv: "Det gick inte", en: "It could not be done")
        }
    }
}
