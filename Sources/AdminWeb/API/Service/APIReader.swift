import Domain
import Operations
import StrictJSON

/// Reads a request by its route's declaration: every value is there and right, or the answer says which is not.
struct APIReader {
    let request: APIRequest
    let route: APIRoute
    let path: [String: String]

    func call(_ operations: Operations, _ actor: Actor) throws -> APICall {
        try checkAccept()
        let values = try parameters()
        let key = route.isChange ? try key() : nil
        let body = try body()
        var isDryRun = false
        if case .bool(true)? = values[APIRoute.dryRunParameter.name] { isDryRun = true }
        // A precondition is looked at when everything else is right (RFC 9110 §13.2.1).
        return APICall(
            operations: operations, actor: actor, language: request.language, route: route, values: values,
            body: body, bytes: request.body, isDryRun: isDryRun, key: key, version: try version(), address: address)
    }

    /// An answer has one form; somebody who takes nothing like it is told so.
    private func checkAccept() throws {
        guard let accept = request.header("accept"), let type = route.success.mediaType else { return }
        let isTaken = accept.split(separator: ",").contains { range in
            let parts = range.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
            guard let range = parts.first, !parts.dropFirst().contains(where: { $0 == "q=0" || $0 == "q=0.0" }) else {
                return false
            }
            return ["*/*", "application/*", type].contains(range)
        }
        guard isTaken else {
            throw Problem(
                .notAcceptable, sv: "Svaret finns som \(type).", en: "The answer is there as \(type).")
        }
    }

    // MARK: Parameters

    private func parameters() throws -> [String: JSON] {
        var values: [String: JSON] = [:]
        var faults: [APIFault] = []
        func take(_ parameter: AnyParameter, _ text: String) {
            let json = parameter.json(text)
            for fault in parameter.schema.faults(json) {
                faults.append(APIFault(pointer: parameter.name, sentence: fault.sentence))
            }
            values[parameter.name] = json
        }
        for parameter in route.parameters where parameter.place == .path {
            guard let text = path[parameter.name] else { continue }
            take(parameter, text)
        }
        // What no record can be named is not there.
        if !faults.isEmpty { throw Problem(.noSuch, sv: "Det finns inget sådant.", en: "There is no such thing.") }
        let known = route.parameters.filter { $0.place == .query }
        var seen: Set<String> = []
        for (name, text) in try query() {
            guard let parameter = known.first(where: { $0.name == name }) else {
                faults.append(APIFault(pointer: name, sentence: Self.unknown(known.map(\.name))))
                continue
            }
            guard seen.insert(name).inserted else {
                faults.append(
                    APIFault(pointer: name, sentence: Phrase(sv: "Den står två gånger.", en: "It stands twice.")))
                continue
            }
            take(parameter, text)
        }
        for parameter in known where parameter.isRequired && !seen.contains(parameter.name) {
            faults.append(
                APIFault(pointer: parameter.name, sentence: Phrase(sv: "Den saknas.", en: "It is missing.")))
        }
        guard faults.isEmpty else {
            throw Problem(
                .malformed, Phrase(sv: "Adressen har fel värden.", en: "The address has wrong values."), faults: faults)
        }
        return values
    }

    private static func unknown(_ names: [String]) -> Phrase {
        let list = names.isEmpty ? "–" : names.joined(separator: ", ")
        return Phrase(sv: "Den är okänd; här finns \(list).", en: "It is unknown; here there are \(list).")
    }

    private func query() throws -> [(String, String)] {
        guard let form = URLEncoded.decode(request.query.utf8) else {
            throw Problem(.malformed, sv: "Adressen är fel kodad.", en: "The address is wrongly encoded.")
        }
        return form.pairs.map { ($0.name, $0.value) }
    }

    /// The address without its cursor.
    private var address: String {
        let kept = request.query.split(separator: "&").filter { !$0.hasPrefix("cursor=") }
        return request.path + "?" + kept.map { $0 + "&" }.joined()
    }

    // MARK: Headers

    private func key() throws -> String? {
        guard let text = request.header("idempotency-key") else { return nil }
        guard (1...255).contains(text.utf8.count), text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw Problem(
                .malformed, sv: "Idempotency-Key är 1–255 synliga ASCII-tecken, till exempel ett UUID.",
                en: "Idempotency-Key is 1–255 visible ASCII characters, such as a UUID.")
        }
        return text
    }

    private func version() throws -> Version? {
        guard route.takesIfMatch else { return nil }
        guard let header = request.header("if-match") else {
            if route.precondition == .optional { return nil }
            throw Problem(
                .preconditionNeeded,
                sv: "Skicka If-Match med uppgiftens ETag, så att ingen annans ändring skrivs över.",
                en: "Send If-Match with the record's ETag, so that nobody else's change is overwritten.")
        }
        let tags = EntityTag.list(header)
        if tags.contains(where: { $0.opaque == "*" }) { return nil }
        for tag in tags {
            // The rest of the tag tells one answer from another, and is nothing to a change.
            if let value = tag.value, let version = try? Version(String(value.prefix { $0 != "-" })) { return version }
        }
        throw Problem(
            .stale, sv: "If-Match är inte uppgiftens ETag; läs den igen.",
            en: "If-Match is not the record's ETag; read it again.")
    }

    // MARK: Body

    private func body() throws -> RequestBody {
        switch route.content {
        case .none: return try noBody()
        case .csv:
            try checkType("text/csv")
            return RequestBody(json: .null)
        case .json(let schema):
            try checkType("application/json")
            let json: JSON
            do {
                json = try JSONParser.parse(request.body)
            } catch {
                throw Problem(.malformed, error.phrase)
            }
            let faults = schema.faults(json)
            guard faults.isEmpty else { throw Problem.invalid(faults) }
            return RequestBody(json: json)
        }
    }

    private func noBody() throws -> RequestBody {
        // Some clients send an empty object with every POST.
        guard request.body.isEmpty || (try? JSONParser.parse(request.body)) == .object([]) else {
            throw Problem(.malformed, sv: "Här tas inget innehåll emot.", en: "No body is taken here.")
        }
        return RequestBody(json: .null)
    }

    private func checkType(_ wanted: String) throws {
        if let encoding = request.header("content-encoding"), encoding.lowercased() != "identity" {
            throw Problem(
                .unsupportedType, sv: "Innehållet ska skickas okomprimerat.", en: "The body must be sent uncompressed.")
        }
        let type = request.header("content-type") ?? ""
        let name = type.prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
        guard name == wanted else {
            throw Problem(.unsupportedType, sv: "Innehållet ska vara \(wanted).", en: "The body must be \(wanted).")
        }
    }
}
