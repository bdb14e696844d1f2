import Domain
import HTTPTypes
import Hummingbird
import Operations

extension Visit {
    /// - Note: who asks is not yet known; that takes the database.
    init(_ request: Request, _ context: WebContext, _ site: Site, _ operations: Operations) {
        let cookies = request.headers[values: .cookie].flatMap { $0.split(separator: ";") }.map { $0.trimmingSpace() }
        let message = cookies.first { $0.hasPrefix(Message.cookie + "=") }
            .flatMap { Message(encoded: String($0.dropFirst(Message.cookie.count + 1))) }
        let chosen = cookies.first { $0.hasPrefix(Language.cookie + "=") }
            .flatMap { Language(rawValue: String($0.dropFirst(Language.cookie.count + 1))) }
        self.init(
            operations: operations, site: site, id: context.requestID, path: request.uri.path,
            parameters: context.parameters.reduce(into: [:]) { values, pair in
                values[String(pair.key)] = URLEncoded.decodeSegment(pair.value)
            },
            query: request.uri.query.flatMap { URLEncoded.decode($0.utf8) } ?? FormData(),
            language: chosen ?? Language(accepted: request.headers[.acceptLanguage]), hasChosenLanguage: chosen != nil,
            who: nil,
            sessionToken: SessionCookie.token(request),
            cookies: Dictionary(cookies.compactMap(Self.cookie)) { first, _ in first },
            isNavigation: request.headers[.fetchDestination].map { $0 == "document" } ?? true,
            address: ClientAddress.of(peer: context.peer, request.headers, trusting: site.trustedProxies),
            authority: request.head.authority ?? "", message: message)
    }

    private static func cookie(_ text: some StringProtocol) -> (name: String, value: String)? {
        guard let equals = text.firstIndex(of: "=") else { return nil }
        return (String(text[..<equals]), String(text[text.index(after: equals)...]))
    }
}

extension Language {
    /// Remembers the choice of the language link.
    static let cookie = "praktik_language"

    /// The first of ours that an `Accept-Language` names, in its order; Swedish where it names none.
    init(accepted header: String?) {
        let named = (header ?? "").split(separator: ",").compactMap { part in
            part.trimmingSpace().split(whereSeparator: { $0 == "-" || $0 == ";" }).first?.lowercased()
        }
        self = named.lazy.compactMap { Language(rawValue: $0) }.first ?? .swedish
    }
}
