import CurlShim
import Synchronization

/// One message on its way, with libcurl's handle for it. Made by one thread and then used by one other, but for `isCancelled`.
final class Handover: @unchecked Sendable {
    /// How far the conversation has come, by our last command: whose fault a refusal is hangs on it.
    private enum Stage {
        /// Greeting, TLS, signing in, and whose mail it is.
        case introduction
        /// Recipient and message.
        case message
    }

    let isCancelled = Atomic<Bool>(false)
    private let handle: UnsafeMutableRawPointer
    private let text: [UInt8]
    private var sent = 0
    private var stage = Stage.introduction
    private var recipients: UnsafeMutablePointer<curl_slist>?

    init?(_ message: MailMessage, _ server: MailServer, _ patience: MailPatience) {
        guard let handle = curl_easy_init() else { return nil }
        self.handle = handle
        text = MessageText.bytes(message)
        recipients = curl_slist_append(nil, "<\(message.to)>")
        guard recipients != nil, prepare(message, server, patience) else { return nil }
    }

    deinit {
        curl_easy_cleanup(handle)
        curl_slist_free_all(recipients)
    }

    /// Blocks until the server has answered or time is out.
    func perform() -> MailOutcome {
        let code = curl_easy_perform(handle)
        var answer = 0
        praktik_curl_get_number(handle, CURLINFO_RESPONSE_CODE, &answer)
        return outcome(code, answer)
    }

    private func outcome(_ code: CURLcode, _ answer: Int) -> MailOutcome {
        if code == CURLE_OK { return .delivered }
        if [CURLE_SEND_ERROR, CURLE_WEIRD_SERVER_REPLY, CURLE_REMOTE_ACCESS_DENIED].contains(code) {
            switch (stage, answer) {
            case (.message, 500...599): return .refused(code: answer)
            case (.message, 400...499): return .postponed(.deferred(code: answer))
            case (.introduction, 400...599): return .postponed(.denied(code: answer))
            default: break
            }
        }
        return .postponed(trouble(code, answer))
    }

    private func trouble(_ code: CURLcode, _ answer: Int) -> MailTrouble {
        switch code {
        case CURLE_ABORTED_BY_CALLBACK: .interrupted
        case CURLE_OPERATION_TIMEDOUT: .tooSlow
        case CURLE_LOGIN_DENIED: .denied(code: (400...599).contains(answer) ? answer : 535)
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER,
            CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_CRL_BADFILE, CURLE_USE_SSL_FAILED,
            CURLE_SSL_CACERT_BADFILE:
            .untrusted
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT, CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR,
            CURLE_PARTIAL_FILE, CURLE_UPLOAD_FAILED:
            .unreachable
        default: .broken
        }
    }

    private func prepare(_ message: MailMessage, _ server: MailServer, _ patience: MailPatience) -> Bool {
        let context = Unmanaged.passUnretained(self).toOpaque()
        var codes = [
            set(CURLOPT_NOSIGNAL, 1), set(CURLOPT_PROTOCOLS_STR, "smtp,smtps"), set(CURLOPT_URL, server.address),
            set(CURLOPT_PROXY, ""), set(CURLOPT_UPLOAD, 1),
            set(CURLOPT_USE_SSL, Int(server.security == .none ? CURLUSESSL_NONE.rawValue : CURLUSESSL_ALL.rawValue)),
            set(CURLOPT_SSL_VERIFYPEER, 1), set(CURLOPT_SSL_VERIFYHOST, 2),
            set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)),
            set(CURLOPT_CONNECTTIMEOUT_MS, patience.connecting.milliseconds),
            set(CURLOPT_TIMEOUT_MS, patience.total.milliseconds),
            set(CURLOPT_MAIL_FROM, "<\(message.from.address)>"),
            praktik_curl_set_list(handle, CURLOPT_MAIL_RCPT, recipients),
            praktik_curl_set_context(handle, CURLOPT_READDATA, context),
        ]
        if let certificates = server.certificates {
            codes.append(set(CURLOPT_CAINFO, certificates))
            // Else the system's folder would be trusted as well.
            codes.append(praktik_curl_set_text(handle, CURLOPT_CAPATH, nil))
        }
        if let credentials = server.credentials {
            codes += [set(CURLOPT_USERNAME, credentials.user), set(CURLOPT_PASSWORD, credentials.password)]
        }
        codes.append(
            praktik_curl_set_receiver(handle, CURLOPT_READFUNCTION) { bytes, size, count, context in
                guard let bytes, let context else { return 0 }
                let room = UnsafeMutableRawBufferPointer(start: bytes, count: size * count)
                return Unmanaged<Handover>.fromOpaque(context).takeUnretainedValue().fill(room)
            })
        codes.append(
            praktik_curl_set_progress(
                handle,
                { context, _, _, _, _ in
                    guard let context else { return 0 }
                    let handover = Unmanaged<Handover>.fromOpaque(context).takeUnretainedValue()
                    return handover.isCancelled.load(ordering: .acquiring) ? 1 : 0
                }, context))
        codes.append(
            praktik_curl_set_listener(
                handle,
                { _, kind, bytes, count, context in
                    guard kind == CURLINFO_HEADER_OUT, let bytes, let context else { return 0 }
                    let line = UnsafeRawBufferPointer(start: bytes, count: count)
                    Unmanaged<Handover>.fromOpaque(context).takeUnretainedValue().note(command: line)
                    return 0
                }, context))
        return codes.allSatisfy { $0 == CURLE_OK }
    }

    private func fill(_ room: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(room.count, text.count - sent)
        guard count > 0 else { return 0 }
        text.withUnsafeBytes { room.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[sent..<sent + count])) }
        sent += count
        return count
    }

    private func note(command line: UnsafeRawBufferPointer) {
        if line.starts(with: "RCPT ".utf8) { stage = .message }
    }

    private func set(_ option: CURLoption, _ value: Int) -> CURLcode {
        praktik_curl_set_number(handle, option, value)
    }

    private func set(_ option: CURLoption, _ value: String) -> CURLcode {
        praktik_curl_set_text(handle, option, value)
    }
}

extension Duration {
    /// Whole, at least one: libcurl takes 0 for no limit.
    fileprivate var milliseconds: Int {
        let (seconds, attoseconds) = components
        return max(1, Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
    }
}
