import Domain
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOEmbedded
import Operations
import Settings
import TestSupport
import Testing

@testable import AdminWeb

/// The whole web side on a database of its own, asked without a socket.
struct WebTester {
    struct Answer {
        let status: Int
        let headers: HTTPFields
        let body: String
    }

    let operations: Operations
    let router: Router<WebContext>
    private let responder: RouterResponder<WebContext>

    static let password = "hemligt och ganska långt"

    init(_ operations: Operations, _ settings: WebSettings = WebSettings(), log: Logger? = nil) throws {
        self.operations = operations
        var logger = log ?? Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        if log == nil { logger.logLevel = .critical }
        router = try AdminRouter.make(operations, settings, requests: RequestsUnderWay(), logger: logger)
        responder = router.buildResponder()
    }

    /// - Parameter form: posted as a browser would; with the session's token where there is one and none is given.
    func ask(
        _ method: HTTPRequest.Method = .get, _ path: String, as session: NewSession? = nil,
        form: [(name: String, value: String)]? = nil, headers: HTTPFields = [:], body: [UInt8]? = nil
    ) async throws -> Answer {
        var headers = headers
        if let session { headers.append(HTTPField(name: .cookie, value: "praktik=\(session.token)")) }
        var bytes = body ?? []
        if var form {
            if let session, !form.contains(where: { $0.name == "form_token" }) {
                form.append(("form_token", session.signedIn.formToken))
            }
            headers[.contentType] = "application/x-www-form-urlencoded"
            bytes = Array(URLEncoded.encode(form).utf8)
        }
        let request = Request(
            head: HTTPRequest(method: method, scheme: "http", authority: "test", path: path, headerFields: headers),
            body: RequestBody(buffer: ByteBuffer(bytes: bytes)))
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let context = WebContext(source: ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: logger))
        let response = try await responder.respond(to: request, context: context)
        let collector = BodyCollector()
        try await response.body.write(collector)
        return Answer(
            status: response.status.code, headers: response.headers, body: String(buffer: collector.buffer))
    }

    /// An account of a role with a session, as an invitation makes it.
    func session(_ role: Role, name: String? = nil, unit: Code? = nil, referrer: Code? = nil) async throws -> NewSession
    {
        let administrator = Actor(name: "root", role: .operator, municipality: try MunicipalityCode("1485"))
        let name = try Code(name ?? role.rawValue)
        try await operations.addUser(administrator, name: name, role: role, unit: unit, referrer: referrer)
        let link = try await operations.newLink(administrator, for: name)
        return try await operations.acceptInvitation(
            String(link.path.dropFirst(NewLink.folder.count)), password: Self.password, from: "192.0.2.1")
    }
}

/// Gathers what a response writes.
private final class BodyCollector: ResponseBodyWriter {
    var buffer = ByteBuffer()

    func write(_ buffer: ByteBuffer) async throws {
        var buffer = buffer
        self.buffer.writeBuffer(&buffer)
    }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
