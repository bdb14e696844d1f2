import Domain
import HTTPTypes
import Hummingbird

/// What somebody had typed into a form whose session was over when it was sent. It goes along through signing in, in hidden
/// fields of the pages that lead there, and is sent again when the same person says so.
///
/// Kept only if the browser itself says that the form was ours (``RequestForm/isSurelyOurs(_:)``), without files, never with a
/// password.
struct KeptForm: Sendable {
    /// As an encoded form, in bytes.
    static let limit = 32 * 1024
    private static let secrets: Set<String> = ["password", "old", "new", "again"]
    /// What tells a reader nothing of what was typed.
    private static let unseen: Set<String> = ["version", "cursor", "back"]

    /// Where it was sent.
    let path: String
    /// The form's token, of the session that is over.
    let token: String
    let fields: [(name: String, value: String)]

    /// What a request has sent; nil where it cannot or must not be kept.
    init?(_ request: Request, _ visit: Visit) {
        guard RequestForm.isSurelyOurs(request), visit.form.files.allSatisfy(\.bytes.isEmpty) else { return nil }
        self.init(visit.pathWithQuery, visit.form["form_token"], visit.form.pairs)
    }

    /// What the sign-in page brought along; nil where it brought nothing that can be used.
    init?(posted form: FormData) {
        guard let path = form["kept_path"], let fields = form["kept"].flatMap({ URLEncoded.decode($0.utf8) }) else {
            return nil
        }
        self.init(path, form["kept_token"], fields.pairs)
    }

    private init?(_ path: String, _ token: String?, _ pairs: [(name: String, value: String)]) {
        let fields = pairs.filter { $0.name != "form_token" }
        guard let token, !token.isEmpty, path != "/sign-out", SignInPages.back(path) == path, path.utf8.count <= 2_000,
            !fields.contains(where: { Self.secrets.contains($0.name) }),
            URLEncoded.encode(fields).utf8.count <= Self.limit
        else { return nil }
        self.path = path
        self.token = token
        self.fields = fields
    }

    /// What goes along with the sign-in form.
    var hidden: [(name: String, value: String)] {
        [("kept_path", path), ("kept_token", token), ("kept", URLEncoded.encode(fields))]
    }

    static let introduction: HTML = """
        <p class="lead">\(sv: "Du var inte längre inloggad, så inget är sparat. Det du skrev följer med när du loggar in här.",
        en: "You were no longer signed in, so nothing is saved. What you wrote goes along when you sign in here.")</p>
        """

    /// Told where what was sent could not be kept.
    static let lost = Phrase(
        sv: "Du var inte längre inloggad, så det du skickade är inte sparat. Logga in och skicka det igen.",
        en: "You were no longer signed in, so what you sent is not saved. Sign in and send it again.")

    /// Told to whoever signs in with another account than the form's.
    static let another = Phrase(
        sv: "Det som skrevs innan hörde till ett annat konto och är inte skickat.",
        en: "What was written before belonged to another account and has not been sent.")

    /// A provider sends browsers back without what they carried: it is signed in through in a tab of its own, while this page
    /// waits.
    func providerLink(_ visit: Visit) -> HTML {
        guard let signIn = visit.site.providerSignIn else { return .empty }
        let again = Form.button(
            visit, path, Phrase(sv: "Jag har loggat in, fortsätt", en: "I have signed in, go on"), style: "",
            hidden: fields + [("form_token", token)])
        return """
            <p>\(sv: "Eller:", en: "Or:") <a class="button" href="/sign-in/oidc" target="_blank" rel="noopener">\
            \(signIn.label) \(sv: "(öppnas i en ny flik)", en: "(opens in a new tab)")</a></p>
            \(again)
            """
    }

    /// Asks whoever has signed in whether it is to be sent.
    func question(_ visit: Visit, status: HTTPResponse.Status = .ok) -> PageAnswer {
        let values = fields.filter { !Self.unseen.contains($0.name) && !$0.value.isEmpty }.prefix(100)
        let lines = values.map { field -> HTML in
            "<li>\(field.value.count > 300 ? String(field.value.prefix(300)) + "…" : field.value)</li>"
        }
        let list: HTML = "<h2>\(sv: "Det du skrev", en: "What you wrote")</h2>\n<ul>\(lines)</ul>"
        let content: HTML = """
            <p class="lead">\(sv: "Du är inloggad igen. Inget är sparat än.",
            en: "You are signed in again. Nothing is saved yet.")</p>
            \(list, if: !lines.isEmpty)
            \(Form.button(visit, path, Phrase(sv: "Skicka nu", en: "Send now"), style: "main", hidden: fields))
            <p><a href="/">\(sv: "Skicka inte, gå till startsidan", en: "Do not send, go to the start page")</a></p>
            """
        var page = Page(Phrase(sv: "Skicka det du skrev?", en: "Send what you wrote?"), content)
        page.isHolding = true
        return .page(page, status: status)
    }
}
