import Domain

/// A kind of problem, by the name its `type` ends with.
struct ProblemType: Sendable, Hashable {
    let name: String
    let status: Int
    let title: Phrase

    init(_ name: String, _ status: Int, sv: String, en: String) {
        self.name = name
        self.status = status
        title = Phrase(sv: sv, en: en)
    }

    /// Where it is explained.
    var address: String { "/api#problem-\(name)" }

    static let malformed = ProblemType("malformed", 400, sv: "Anropet kan inte läsas", en: "The request cannot be read")
    static let notSignedIn = ProblemType(
        "not_signed_in", 401, sv: "En giltig nyckel behövs", en: "A valid token is needed")
    static let notAllowed = ProblemType("not_allowed", 403, sv: "Inte tillåtet", en: "Not allowed")
    static let scopeMissing = ProblemType(
        "scope_missing", 403, sv: "Nyckeln räcker inte", en: "The token does not reach that far")
    static let noSuch = ProblemType("no_such", 404, sv: "Finns inte", en: "Not found")
    static let methodNotAllowed = ProblemType(
        "method_not_allowed", 405, sv: "Metoden finns inte här", en: "No such method here")
    static let notAcceptable = ProblemType(
        "not_acceptable", 406, sv: "Svaret finns inte i den formen", en: "There is no answer in that form")
    static let refused = ProblemType(
        "refused", 409, sv: "Går inte som det står", en: "Not possible as things stand")
    static let requestUnderWay = ProblemType(
        "request_under_way", 409, sv: "Samma anrop besvaras just nu", en: "The same request is being answered")
    static let stale = ProblemType(
        "stale", 412, sv: "Uppgiften har ändrats av någon annan", en: "Somebody has changed the record")
    static let tooLarge = ProblemType("too_large", 413, sv: "För stort", en: "Too large")
    static let unsupportedType = ProblemType(
        "unsupported_type", 415, sv: "Innehållet har fel typ", en: "The body is of the wrong type")
    static let invalid = ProblemType("invalid", 422, sv: "Uppgifter att rätta", en: "Values to correct")
    static let keyUsed = ProblemType(
        "key_used", 422, sv: "Idempotency-Key är använd till ett annat anrop",
        en: "Idempotency-Key was used for another request")
    static let preconditionNeeded = ProblemType(
        "precondition_needed", 428, sv: "If-Match behövs", en: "If-Match is needed")
    static let tooMany = ProblemType("too_many", 429, sv: "För många anrop", en: "Too many requests")
    static let fault = ProblemType("fault", 500, sv: "Ett fel i tjänsten", en: "A fault of the service")
    static let unavailable = ProblemType("unavailable", 503, sv: "Inte tillgängligt just nu", en: "Not available now")

    /// Every type, for the document.
    static let all: [ProblemType] = [
        malformed, notSignedIn, notAllowed, scopeMissing, noSuch, methodNotAllowed, notAcceptable, refused,
        requestUnderWay, stale, tooLarge, unsupportedType, invalid, keyUsed, preconditionNeeded, tooMany, fault,
        unavailable,
    ]
}
