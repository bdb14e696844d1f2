import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTP1
import Operations

/// What a page's form posted.
enum RequestForm {
    /// Throws a `WebFault` for another type, more than the limit, or what cannot be read.
    static func read(_ request: Request, upTo limit: Int) async throws -> FormData {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
            throw WebFault.tooLarge(limit: limit)
        }
        // Nobody knows what is inside before it is unpacked, nor how large.
        if let encoding = request.headers[.contentEncoding], encoding.lowercased() != "identity" {
            throw WebFault.unsupportedType
        }
        let buffer: ByteBuffer
        do {
            buffer = try await request.body.collect(upTo: limit)
        } catch is NIOTooManyBytesError {
            throw WebFault.tooLarge(limit: limit)
        } catch is HTTPParserError {
            throw WebFault.unreadable
        }
        let type = request.headers[.contentType] ?? ""
        let form: FormData?
        if let boundary = Multipart.boundary(of: type) {
            form = Multipart.decode(Array(buffer.readableBytesView), boundary: boundary)
        } else if type.split(separator: ";").first?.trimmingSpace().lowercased() == "application/x-www-form-urlencoded"
        {
            form = URLEncoded.decode(buffer.readableBytesView)
        } else {
            throw WebFault.unsupportedType
        }
        guard let form else { throw WebFault.unreadable }
        return form
    }

    /// Whether the browser says itself that the post comes from a page of ours; one that says nothing does not.
    static func isSurelyOurs(_ request: Request) -> Bool {
        if let site = request.headers[.fetchSite] { return site == "same-origin" }
        return request.headers[.origin].map { isOfOurs($0, request) } ?? false
    }

    private static func isOfOurs(_ origin: String, _ request: Request) -> Bool {
        origin.split(separator: "/", maxSplits: 2).last.map(String.init) == request.head.authority
    }

    /// Throws ``WebFault/foreignForm`` unless the post comes from a page of ours: the browser says so, and, once somebody is
    /// signed in, the session's token is in the form (synchroniser token, OWASP).
    static func requireOurs(_ request: Request, _ visit: Visit) throws(WebFault) {
        if let site = request.headers[.fetchSite], site != "same-origin", site != "none" { throw .foreignForm }
        // A page that tells no address to anybody has its own posts come from nowhere; its secret is in the path.
        let isFromSecretPage = request.headers[.origin] == "null" && visit.path.hasPrefix(PartyLinkPath.folder)
        if let origin = request.headers[.origin], !isFromSecretPage, !isOfOurs(origin, request) { throw .foreignForm }
        guard let who = visit.who else { return }
        guard let token = visit.form["form_token"], who.accepts(formToken: token) else { throw .foreignForm }
    }
}
