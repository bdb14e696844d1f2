import Glibc
import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import Settings

/// Ends connections whose client takes too long, and those whose answer says it is the last: a client that sends a byte a
/// second, or a body without end, or does not read what it asked for, holds nothing.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// How long the client is given to read a last answer while it is still sending: closing at once would reset the
    /// connection under it.
    private static let farewell = TimeAmount.seconds(5)

    private let patience: ClientPatience
    /// For what the client has to send: a head, a body, or the next head.
    private var sending: Scheduled<Void>?
    /// For what the client has to take.
    private var taking: Scheduled<Void>?
    /// Between a request's head and its end.
    private var isReceiving = false
    /// Requests whose answer has not left whole.
    private var unanswered = 0
    private var isLast = false
    /// The last answer has left; what is still sent of its request is not waited for longer than ``farewell``.
    private var hasParted = false

    init(patience: ClientPatience) {
        self.patience = patience
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if let decoder = try? context.pipeline.syncOperations.handler(
            type: ByteToMessageHandler<HTTPRequestDecoder>.self)
        {
            try? context.pipeline.syncOperations.addHandler(FramingGuard(), position: .after(decoder))
        }
        if context.channel.isActive { sending = close(in: .seconds(patience.head), context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        sending?.cancel()
        sending = close(in: .seconds(patience.head), context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        sending?.cancel()
        taking?.cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            isReceiving = true
            unanswered += 1
            // What follows a wish for another protocol is not read as requests any more.
            if head.headerFields[.upgrade] != nil { isLast = true }
            sending?.cancel()
            sending = close(in: .seconds(patience.body), context)
        case .body: break
        case .end:
            isReceiving = false
            // Answering takes as long as it takes.
            sending?.cancel()
            rest(context)
        }
        context.fireChannelRead(data)
        if hasParted, !isReceiving { context.close(promise: nil) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // Where a body breaks off, its request's answer is the last: a second one would be taken for the next request's.
        if isReceiving {
            isLast = true
            if unanswered == 0 { return context.close(promise: nil) }
        }
        context.fireErrorCaught(error)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(var head):
            if head.headerFields[.connection] == "close" { isLast = true }
            if isLast { head.headerFields[.connection] = "close" }
            taking?.cancel()
            taking = reset(in: .seconds(patience.answer), context)
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .body:
            context.write(data, promise: promise)
        case .end:
            let promise = promise ?? context.eventLoop.makePromise(of: Void.self)
            promise.futureResult.assumeIsolated().whenComplete { _ in self.answered(context) }
            // What has been answered is not known to have left before it is flushed.
            context.writeAndFlush(data, promise: promise)
        }
    }

    private func answered(_ context: ChannelHandlerContext) {
        unanswered = max(0, unanswered - 1)
        guard context.channel.isActive else { return }
        if isLast { return part(context) }
        if unanswered == 0 { taking?.cancel() }
        rest(context)
    }

    /// Nothing is under way: the next request may take its time, to a point.
    private func rest(_ context: ChannelHandlerContext) {
        guard !isReceiving, unanswered == 0 else { return }
        sending?.cancel()
        sending = close(in: .seconds(patience.idle), context)
    }

    private func part(_ context: ChannelHandlerContext) {
        guard isReceiving else { return context.close(promise: nil) }
        hasParted = true
        sending?.cancel()
        sending = close(in: Self.farewell, context)
        context.close(mode: .output, promise: nil)
    }

    /// Without lingering: what the client does not read would stay with the kernel for minutes after an ordinary end.
    private func reset(in time: TimeAmount, _ context: ChannelHandlerContext) -> Scheduled<Void> {
        let channel = context.channel
        return context.eventLoop.scheduleTask(in: time) {
            if let socket = channel as? any SocketOptionProvider {
                socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).whenComplete { _ in channel.close(promise: nil) }
            } else {
                channel.close(promise: nil)
            }
        }
    }

    private func close(in time: TimeAmount, _ context: ChannelHandlerContext) -> Scheduled<Void> {
        let channel = context.channel
        return context.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
    }
}
