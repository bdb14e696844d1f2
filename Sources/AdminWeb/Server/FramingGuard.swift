import NIOCore
import NIOHTTP1

/// Refuses requests that others on the way may read otherwise than we do (RFC 9112 §3.2, §6.1), before they are requests to
/// anybody. The decoder before it has refused what is no HTTP/1 at all, and what comes after answers both alike: 400, and the
/// connection is closed.
final class FramingGuard: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private var isRefused = false

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isRefused else { return }
        if case .head(let head) = unwrapInboundIn(data) {
            guard Self.isSound(head) else {
                isRefused = true
                return context.fireErrorCaught(HTTPParserError.invalidHeaderToken)
            }
            // The client waits for leave before it sends the body; the limits hold while it does.
            if head.version != .http1_0, head.headers[canonicalForm: "expect"].contains(where: Self.asksToContinue) {
                let leave = HTTPResponseHead(version: .http1_1, status: .continue)
                context.writeAndFlush(wrapOutboundOut(.head(leave)), promise: nil)
            }
        }
        context.fireChannelRead(data)
    }

    static func isSound(_ head: HTTPRequestHead) -> Bool {
        let encodings = head.headers["transfer-encoding"]
        // What is chunked is chunked once, and the older version knows of no such thing.
        let isFramed = encodings.isEmpty || (encodings.count == 1 && encodings[0].lowercased() == "chunked")
        guard isFramed, encodings.isEmpty || head.version != .http1_0 else { return false }
        return head.method != .CONNECT && isTarget(head.uri) && isNamed(head)
    }

    private static func asksToContinue(_ value: Substring) -> Bool {
        value.lowercased() == "100-continue"
    }

    /// A path, or a path with our own kind of scheme before it, or the asterisk of `OPTIONS`.
    private static func isTarget(_ target: String) -> Bool {
        let target = target.utf8
        return target.first == UInt8(ascii: "/") || target.elementsEqual("*".utf8)
            || ["http://", "https://"].contains { target.starts(with: $0.utf8) }
    }

    /// One host, which could be one; the older version need not name any.
    private static func isNamed(_ head: HTTPRequestHead) -> Bool {
        let hosts = head.headers["host"]
        guard let host = hosts.first else { return head.version == .http1_0 }
        return hosts.count == 1 && (1...255).contains(host.utf8.count) && host.utf8.allSatisfy(isOfName)
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"):
            true
        default: false
        }
    }
}
