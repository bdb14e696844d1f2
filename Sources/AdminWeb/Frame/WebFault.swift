import Domain
import HTTPTypes

/// What the web itself cannot answer; refusals of the operations are their own.
enum WebFault: PhrasedError {
    case notFound
    case methodNotAllowed
    case signInNeeded
    /// A form that is not from a page of ours, or from an earlier sign-in.
    case foreignForm
    case tooLarge(limit: Int)
    case unreadable
    case unsupportedType

    var status: HTTPResponse.Status {
        switch self {
        case .notFound: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .signInNeeded: .unauthorized
        case .foreignForm: .forbidden
        case .tooLarge: .contentTooLarge
        case .unreadable: .badRequest
        case .unsupportedType: .unsupportedMediaType
        }
    }

    var phrase: Phrase {
        switch self {
        case .notFound:
            Phrase(
                sv: "Det finns ingen sida här, eller så är den inte till för dig.",
                en: "There is no page here, or it is not for you.")
        case .methodNotAllowed:
            Phrase(sv: "Sidan kan inte användas så.", en: "The page cannot be used that way.")
        case .signInNeeded:
            Phrase(sv: "Logga in först.", en: "Sign in first.")
        case .foreignForm:
            Phrase(
                sv: "Formuläret är för gammalt. Gå tillbaka, ladda om sidan och skicka igen.",
                en: "The form is out of date. Go back, reload the page and send it again.")
        case .tooLarge(let limit):
            Phrase(
                sv: "Det som skickades är för stort: högst \(limit / 1024) kB tas emot.",
                en: "What was sent is too large: at most \(limit / 1024) kB are taken.")
        case .unreadable:
            Phrase(sv: "Det som skickades går inte att läsa.", en: "What was sent cannot be read.")
        case .unsupportedType:
            Phrase(
                sv: "Sidan tar bara emot formulär.", en: "The page takes forms only.")
        }
    }
}
