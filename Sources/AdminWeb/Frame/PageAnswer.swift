import Domain
import HTTPTypes
import Operations

/// What a page's handler answers.
struct PageAnswer: Sendable {
    enum Body: Sendable {
        case page(Page)
        /// See other: after something was done, the browser reads this path.
        case redirect(String)
        case file(name: String, type: String, bytes: [UInt8])
        case text(String, type: String)
    }

    var status: HTTPResponse.Status
    var body: Body
    /// Told by the page that a redirect leads to.
    var message: Message?
    var cookies: [Cookie] = []
    var headers: HTTPFields = [:]
    /// Whoever is signed in from this answer on: its page is theirs already.
    var entered: SignedIn?
    /// Where the page itself has chosen them, instead of the visit's.
    var language: Language?
    var municipalityName: String?

    static func page(_ page: Page, status: HTTPResponse.Status = .ok) -> PageAnswer {
        PageAnswer(status: status, body: .page(page))
    }

    /// - Parameter path: a path of this service, or an address of the settings' choosing; never one that came with the request.
    static func redirect(_ path: String, _ message: Phrase? = nil) -> PageAnswer {
        PageAnswer(status: .seeOther, body: .redirect(path), message: message.map(Message.init))
    }

    static func file(name: String, type: String, _ bytes: [UInt8]) -> PageAnswer {
        PageAnswer(status: .ok, body: .file(name: name, type: type, bytes: bytes))
    }

    static func text(_ text: String, type: String, status: HTTPResponse.Status = .ok) -> PageAnswer {
        PageAnswer(status: status, body: .text(text, type: type))
    }
}

/// A cookie to set: for this service only, out of reach of scripts, and not sent along from other sites' forms.
struct Cookie: Sendable {
    let name: String
    /// Nil takes it away.
    let value: String?
    /// Seconds; nil ends with the browser.
    var lifetime: Int?

    func header(isSecure: Bool) -> String {
        var text = "\(name)=\(value ?? ""); Path=/; HttpOnly; SameSite=Lax"
        if isSecure { text += "; Secure" }
        if let lifetime = value == nil ? 0 : lifetime { text += "; Max-Age=\(lifetime)" }
        return text
    }
}
