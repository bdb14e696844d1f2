import Hummingbird
import Logging
import NIOCore

/// What Hummingbird carries along with a request.
struct WebContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The address at the other end of the connection: the client's, or a proxy's.
    let peer: String

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress?.ipAddress ?? ""
    }

    /// Long enough not to repeat among many daemons and restarts; shown on pages of failure and in the log.
    let requestID = RequestNumber.next()

    /// The pattern of the route, for logs and metrics: what stands in a path may name a person.
    var route: String { coreContext.endpointPath.value ?? "-" }
}

/// Numbers for requests: 80 random bits in Crockford's base 32, which has no letters that are read for digits.
enum RequestNumber {
    private static let digits = Array("0123456789abcdefghjkmnpqrstvwxyz")

    static func next() -> String {
        var bits = UInt64.random(in: .min ... .max)
        var text = ""
        for place in 0..<16 {
            if place == 12 { bits = UInt64.random(in: .min ... .max) }
            text.append(digits[Int(bits & 31)])
            bits >>= 5
        }
        return text
    }
}
