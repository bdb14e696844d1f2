import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Ends connections whose client takes too long, and those whose answer says it is the last: a client that sends a byte a
/// second, or a body without end, holds nothing.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// How long a client may take.
    struct Patience: Sendable {
        /// From the connection to the first request's head, TLS included.
        var head = TimeAmount.seconds(15)
        /// From a request's head to the end of its body.
        var body = TimeAmount.seconds(90)
        /// From an answer to the next request's head.
        var idle = TimeAmount.seconds(65)
        /// From an answer's head to its last byte.
        var answer = TimeAmount.seconds(120)
    }

    private let patience: Patience
    private var deadline: Scheduled<Void>?
    private var isLast = false

    init(patience: Patience) {
        self.patience = patience
    }

    func channelActive(context: ChannelHandlerContext) {
        expect(within: patience.head, context)
        context.fireChannelActive()
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { expect(within: patience.head, context) }
    }

    func channelInactive(context: ChannelHandlerContext) {
        deadline?.cancel()
        deadline = nil
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head: expect(within: patience.body, context)
        case .body: break
        // Answering takes as long as it takes.
        case .end: deadline?.cancel()
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let head):
            isLast = head.headerFields[.connection] == "close"
            expect(within: patience.answer, context)
            context.write(data, promise: promise)
        case .body:
            context.write(data, promise: promise)
        case .end:
            guard isLast else {
                expect(within: patience.idle, context)
                return context.write(data, promise: promise)
            }
            deadline?.cancel()
            let channel = context.channel
            context.writeAndFlush(data).assumeIsolated().whenComplete { _ in channel.close(promise: nil) }
            promise?.succeed()
        }
    }

    private func expect(within time: TimeAmount, _ context: ChannelHandlerContext) {
        deadline?.cancel()
        let channel = context.channel
        deadline = context.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
    }
}
