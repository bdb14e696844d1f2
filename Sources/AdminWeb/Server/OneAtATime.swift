import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Lets one request of a connection through at a time. What the client has sent behind it waits until it is answered, and is
/// never begun where that answer says that it is the last (RFC 9112 §9.6): nobody would learn what came of it.
final class OneAtATime: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// Between a request's head and the end of its answer.
    private var isAnswering = false
    /// Whether the answer under way is the last, and whether it has left.
    private var isLast = false
    private var isOver = false
    /// Whether what comes now is behind the last request.
    private var isBehind = false
    private var waiting = CircularBuffer<HTTPRequestPart>(initialCapacity: 0)
    private var isReadWanted = false
    private var isInputClosed = false

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let part = unwrapInboundIn(data)
        if isOver, case .head = part { isBehind = true }
        if isBehind { return }
        if waiting.isEmpty, !mustWait(part) { begin(part, context) } else { waiting.append(part) }
    }

    /// What waits is bounded by what is read at once: nothing more is read while there is some.
    func read(context: ChannelHandlerContext) {
        if waiting.isEmpty { context.read() } else { isReadWanted = true }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if let event = event as? ChannelEvent, event == .inputClosed, !waiting.isEmpty {
            isInputClosed = true
        } else {
            context.fireUserInboundEventTriggered(event)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // The error is answered in their place.
        waiting.removeAll()
        context.fireErrorCaught(error)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let part = unwrapOutboundIn(data)
        if case .head(let head) = part { isLast = head.headerFields[.connection] == "close" }
        context.write(data, promise: promise)
        guard case .end = part else { return }
        isAnswering = false
        if isLast {
            isOver = true
            waiting.removeAll()
        } else {
            goOn(context)
        }
    }

    private func mustWait(_ part: HTTPRequestPart) -> Bool {
        if case .head = part { isAnswering } else { false }
    }

    private func begin(_ part: HTTPRequestPart, _ context: ChannelHandlerContext) {
        if case .head = part { isAnswering = true }
        context.fireChannelRead(wrapInboundOut(part))
    }

    private func goOn(_ context: ChannelHandlerContext) {
        if !waiting.isEmpty {
            while let part = waiting.first, !mustWait(part) {
                waiting.removeFirst()
                begin(part, context)
            }
            context.fireChannelReadComplete()
        }
        guard waiting.isEmpty else { return }
        if isInputClosed {
            isInputClosed = false
            context.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
        }
        if isReadWanted {
            isReadWanted = false
            context.read()
        }
    }
}
