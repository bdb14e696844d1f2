import CurlShim
import Synchronization
import Threads

/// Hands messages to a mail server by libcurl, each over a connection of its own, on a thread of its own.
public final class SMTPClient: MailCarrier {
    private static let isStarted = praktik_curl_start() == CURLE_OK

    private let server: MailServer
    private let patience: MailPatience

    public init(_ server: MailServer, patience: MailPatience = MailPatience()) {
        self.server = server
        self.patience = patience
    }

    public func carry(_ message: MailMessage) async -> MailOutcome {
        guard Self.isStarted, let handover = Handover(message, server, patience) else { return .postponed(.broken) }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let hasThread = OwnThread.run {
                    // The connection is closed afterwards: a server that is slow to say goodbye delays nobody.
                    continuation.resume(returning: handover.perform())
                }
                if !hasThread { continuation.resume(returning: .postponed(.broken)) }
            }
        } onCancel: {
            handover.isCancelled.store(true, ordering: .releasing)
        }
    }
}
