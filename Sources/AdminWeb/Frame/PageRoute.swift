import HTTPTypes
import Operations

/// A page: its path, what one must be allowed to do to see it, and what answers. The list of these is what the service
/// answers to; a law test holds every one against every role.
struct PageRoute: Sendable {
    enum Access: Sendable, Hashable {
        /// Open to anybody: signing in, the accessibility statement.
        case anybody
        /// Anybody with an account.
        case signedIn
        /// The roles of an action; the operation behind the page asks again.
        case may(Action)
    }

    let method: HTTPRequest.Method
    /// As Hummingbird writes them: `/slots/:code`.
    let path: String
    let access: Access
    /// The largest body taken, in bytes.
    var bodyLimit = 256 * 1024
    let handler: @Sendable (Visit) async throws -> PageAnswer

    static func get(
        _ path: String, _ access: Access, _ handler: @escaping @Sendable (Visit) async throws -> PageAnswer
    ) -> PageRoute {
        PageRoute(method: .get, path: path, access: access, handler: handler)
    }

    static func post(
        _ path: String, _ access: Access, bodyLimit: Int = 256 * 1024,
        _ handler: @escaping @Sendable (Visit) async throws -> PageAnswer
    ) -> PageRoute {
        PageRoute(method: .post, path: path, access: access, bodyLimit: bodyLimit, handler: handler)
    }
}
