import Domain
import Operations

/// One request to a page: who asks, for what, in which language.
struct Visit: Sendable {
    let operations: Operations
    let site: Site
    /// The request's number, in the log line and on pages of failure.
    let id: String
    /// The path as asked for, without the query.
    let path: String
    let parameters: [String: String]
    let query: FormData
    /// What was posted; empty for a read.
    var form = FormData()
    var language: Language
    /// Whether the language was chosen in this browser, by the link on every page.
    let hasChosenLanguage: Bool
    /// Nil on the pages that need no sign-in.
    var who: SignedIn?
    /// What the browser showed, known or not.
    let sessionToken: String?
    /// The first of each name.
    let cookies: [String: String]
    /// Whether somebody goes there, as far as the browser says: a picture or script of another page's is none that does.
    let isNavigation: Bool
    /// The client's address, behind a trusted proxy the one it names.
    let address: String
    /// The host and port that the browser asked for.
    let authority: String
    /// What the municipality is called; nil where nobody has asked.
    var settledName: String?
    /// What the page before this one has to say.
    let message: Message?

    /// Whoever asks. Throws ``WebFault/signInNeeded`` on a page that is open to anybody and is asked for by nobody known.
    var actor: Actor {
        get throws {
            guard let who else { throw WebFault.signInNeeded }
            return who.actor
        }
    }

    var today: Day { operations.clock.today }

    /// The municipality whose page it is: that of the account, else the one the service was started for.
    var municipality: MunicipalityCode? { who?.actor.municipality ?? site.municipality }

    /// A path of ours as somebody else can follow it: from where people reach the service, or the visitor has reached it.
    func link(to path: String) -> String {
        (site.baseAddress ?? "\(site.isSecure ? "https" : "http")://\(authority)") + path
    }

    /// A part of the path, read as a code; anything else is not found.
    func code(_ name: String) throws -> Code {
        guard let text = parameters[name], let code = try? Code(text) else { throw WebFault.notFound }
        return code
    }

    /// Whether the visitor may do it at all: what a page offers, while the operation decides.
    func may(_ action: Action) -> Bool {
        who.map { action.refusal(of: $0.actor) == nil } ?? false
    }

    /// The hidden field that shows a post to come from a page of ours.
    var formToken: HTML {
        guard let who else { return .empty }
        return "<input type=\"hidden\" name=\"form_token\" value=\"\(who.formToken)\">"
    }
}
