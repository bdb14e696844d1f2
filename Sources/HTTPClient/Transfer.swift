import CurlShim
import Synchronization

/// One request under way, with libcurl's handle for it.
///
/// Its maker hands it to the loop's thread, and only that thread touches it from then on, except for `isCancelled`.
final class Transfer: @unchecked Sendable {
    typealias Outcome = Result<HTTPResponse, HTTPClientError>

    let handle: UnsafeMutableRawPointer
    let isCancelled = Atomic<Bool>(false)
    private let limits: HTTPLimits
    private var headerList: UnsafeMutablePointer<curl_slist>?
    private var continuation: CheckedContinuation<Outcome, Never>?
    private var body: [UInt8] = []
    private var headers: [(name: String, value: String)] = []
    private var headerBytes = 0
    private var isTooLarge = false

    init(_ request: HTTPRequest, limits: HTTPLimits, trust: HTTPClient.Trust) throws(HTTPClientError) {
        guard let handle = curl_easy_init() else { throw .exhausted }
        self.handle = handle
        self.limits = limits
        try prepare(request, trust: trust)
    }

    deinit {
        curl_easy_cleanup(handle)
        curl_slist_free_all(headerList)
    }

    func await(_ continuation: CheckedContinuation<Outcome, Never>) {
        self.continuation = continuation
    }

    /// Resumes the waiting task; only the first time.
    func finish(_ code: CURLcode) {
        finish(with: outcome(code))
    }

    func finish(with outcome: Outcome) {
        continuation?.resume(returning: outcome)
        continuation = nil
    }

    private func outcome(_ code: CURLcode) -> Outcome {
        guard code == CURLE_OK else { return .failure(isTooLarge ? .tooLarge : HTTPClientError(code)) }
        var status = 0
        praktik_curl_get_number(handle, CURLINFO_RESPONSE_CODE, &status)
        return .success(HTTPResponse(status: status, headers: headers, body: body))
    }

    private func prepare(_ request: HTTPRequest, trust: HTTPClient.Trust) throws(HTTPClientError) {
        try set(CURLOPT_NOSIGNAL, 1)
        try set(CURLOPT_PROTOCOLS_STR, "http,https")
        try set(CURLOPT_URL, request.address)
        try set(CURLOPT_FOLLOWLOCATION, 0)
        try set(CURLOPT_SSL_VERIFYPEER, 1)
        try set(CURLOPT_SSL_VERIFYHOST, 2)
        try set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        if case .file(let path) = trust {
            try set(CURLOPT_CAINFO, path)
            // Else the system's folder would be trusted as well.
            try check(praktik_curl_set_text(handle, CURLOPT_CAPATH, nil))
        }
        if Self.isThisMachine(request.address) { try set(CURLOPT_PROXY, "") }
        try set(CURLOPT_CONNECTTIMEOUT_MS, limits.connecting.milliseconds)
        try set(CURLOPT_TIMEOUT_MS, limits.total.milliseconds)
        try check(praktik_curl_set_size(handle, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(limits.body)))
        try set(CURLOPT_USERAGENT, "Praktik")
        try send(request.method)
        try setHeaders(request.headers)
        try receive()
    }

    private func send(_ method: HTTPRequest.Method) throws(HTTPClientError) {
        let bytes: [UInt8]
        switch method {
        case .get: return try set(CURLOPT_HTTPGET, 1)
        case .post(let body): bytes = body
        case .other(let name, let body):
            try set(CURLOPT_CUSTOMREQUEST, name)
            bytes = body
        }
        try check(praktik_curl_set_size(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(bytes.count)))
        let code = bytes.withUnsafeBytes { bytes in
            // An empty body is one too: nil would mean that it is read from a callback.
            bytes.withMemoryRebound(to: CChar.self) { chars in
                chars.isEmpty
                    ? praktik_curl_set_text(handle, CURLOPT_COPYPOSTFIELDS, "")
                    : praktik_curl_set_text(handle, CURLOPT_COPYPOSTFIELDS, chars.baseAddress)
            }
        }
        try check(code)
    }

    private func setHeaders(_ headers: [(name: String, value: String)]) throws(HTTPClientError) {
        // Without `Expect`, a large body is sent without asking first.
        for line in headers.map({ "\($0.name): \($0.value)" }) + ["Expect:"] {
            guard let longer = curl_slist_append(headerList, line) else { throw .exhausted }
            headerList = longer
        }
        try check(praktik_curl_set_list(handle, CURLOPT_HTTPHEADER, headerList))
    }

    private func receive() throws(HTTPClientError) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        try check(praktik_curl_set_context(handle, CURLOPT_WRITEDATA, context))
        try check(praktik_curl_set_context(handle, CURLOPT_HEADERDATA, context))
        try check(
            praktik_curl_set_receiver(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
                guard let context else { return 0 }
                let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
                return transfer.receiveBody(UnsafeRawBufferPointer(start: bytes, count: size * count))
            })
        try check(
            praktik_curl_set_receiver(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
                guard let context else { return 0 }
                let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
                return transfer.receiveHeader(UnsafeRawBufferPointer(start: bytes, count: size * count))
            })
    }

    /// Answers how many bytes were taken; fewer than came end the transfer.
    private func receiveBody(_ bytes: UnsafeRawBufferPointer) -> Int {
        guard body.count + bytes.count <= limits.body else {
            isTooLarge = true
            return 0
        }
        body.append(contentsOf: bytes)
        return bytes.count
    }

    private func receiveHeader(_ bytes: UnsafeRawBufferPointer) -> Int {
        headerBytes += bytes.count
        guard headerBytes <= limits.headers else {
            isTooLarge = true
            return 0
        }
        let line = String(decoding: bytes, as: UTF8.self)
        if line.hasPrefix("HTTP/") {
            // Those of an interim answer, or of a proxy, are not the answer's.
            headers = []
        } else if let colon = line.firstIndex(of: ":") {
            let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
            let end = value.lastIndex { !$0.isWhitespace }
            headers.append((line[..<colon].lowercased(), end.map { String(value[...$0]) } ?? ""))
        }
        return bytes.count
    }

    private func set(_ option: CURLoption, _ value: Int) throws(HTTPClientError) {
        try check(praktik_curl_set_number(handle, option, value))
    }

    private func set(_ option: CURLoption, _ value: String) throws(HTTPClientError) {
        try check(praktik_curl_set_text(handle, option, value))
    }

    private func check(_ code: CURLcode) throws(HTTPClientError) {
        guard code == CURLE_OK else { throw code == CURLE_OUT_OF_MEMORY ? .exhausted : .badRequest }
    }

    private static func isThisMachine(_ address: String) -> Bool {
        let hosts = ["127.", "localhost:", "localhost/", "[::1]"]
        return ["http://", "https://"].contains { scheme in
            hosts.contains { address.hasPrefix(scheme + $0) } || address == scheme + "localhost"
        }
    }
}

extension Duration {
    /// Whole, at least one: libcurl takes 0 for no limit.
    fileprivate var milliseconds: Int {
        let (seconds, attoseconds) = components
        return max(1, Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
    }
}

extension HTTPClientError {
    fileprivate init(_ code: CURLcode) {
        switch code {
        case CURLE_URL_MALFORMAT, CURLE_SSL_CACERT_BADFILE, CURLE_BAD_FUNCTION_ARGUMENT:
            self = .badRequest
        case CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT, CURLE_GOT_NOTHING,
            CURLE_SEND_ERROR, CURLE_RECV_ERROR:
            self = .unreachable
        case CURLE_OPERATION_TIMEDOUT: self = .tooSlow
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER,
            CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_CRL_BADFILE, CURLE_USE_SSL_FAILED:
            self = .untrusted
        case CURLE_FILESIZE_EXCEEDED: self = .tooLarge
        case CURLE_OUT_OF_MEMORY, CURLE_FAILED_INIT: self = .exhausted
        default: self = .brokenAnswer
        }
    }
}
