import Domain

/// An answer that says what is wrong (RFC 9457): its type, a sentence, and where in the request it lies.
struct Problem: Error, Sendable {
    let type: ProblemType
    let detail: Phrase
    /// The refusal's own name, finer than the type.
    var code: String?
    var faults: [APIFault] = []
    var headers: [(String, String)] = []

    init(_ type: ProblemType, _ detail: Phrase, code: String? = nil, faults: [APIFault] = []) {
        self.type = type
        self.detail = detail
        self.code = code
        self.faults = faults
    }

    init(_ type: ProblemType, sv: String, en: String) {
        self.init(type, Phrase(sv: sv, en: en))
    }

    static func invalid(_ faults: [APIFault]) -> Problem {
        let count = faults.count
        return Problem(
            .invalid,
            Phrase(
                sv: count == 1 ? "Ett värde behöver rättas." : "\(count) värden behöver rättas.",
                en: count == 1 ? "One value needs to be corrected." : "\(count) values need to be corrected."),
            faults: faults)
    }

    static let contentType = "application/problem+json"

    static let schema = APISchema.named(
        "Problem", "Why a request was not carried out (RFC 9457).",
        [
            APIProperty("type", .text, "The kind of problem; an address relative to the service's that explains it."),
            APIProperty("title", .text, "The kind of problem in words, in the language of Accept-Language."),
            APIProperty("status", .integer(400...599), "The answer's status."),
            APIProperty("detail", .text, "A sentence on this problem and how to go on."),
            APIProperty("code", .text.orNull, "The refusal's name, finer than the type."),
            APIProperty(
                "errors",
                .list(
                    .named(
                        "Fault", "A value to correct.",
                        [
                            APIProperty(
                                "pointer", .text,
                                "Where it stands: in the body as a JSON pointer, else the parameter's name."),
                            APIProperty("detail", .text, "What to do about it."),
                        ])), "Every value that needs correcting."),
            APIProperty("request", .text, "The request's number, by which the log knows it."),
        ])

    func bytes(_ language: Language, request: String) -> [UInt8] {
        var json = JSONWriter(language)
        json.object { json in
            json.name("type")
            json.string(type.address)
            json.name("title")
            json.string(type.title[language])
            json.name("status")
            json.integer(type.status)
            json.name("detail")
            json.string(detail[language])
            json.name("code")
            code.write(to: &json)
            json.name("errors")
            json.array(faults) { fault, json in
                json.object { json in
                    json.name("pointer")
                    json.string(fault.pointer)
                    json.name("detail")
                    json.string(fault.sentence[language])
                }
            }
            json.name("request")
            json.string(request)
        }
        return json.bytes
    }
}
