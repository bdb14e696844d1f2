import Glibc

/// The address and port the daemon answers on. Port 0 takes any free one.
public struct ListenAddress: Sendable, Hashable, CustomStringConvertible {
    /// An IPv4 or IPv6 address; `localhost` is read as 127.0.0.1.
    public let host: String
    public let port: UInt16

    public static let standard = ListenAddress(host: "127.0.0.1", port: 8080)

    private init(host: String, port: UInt16) {
        self.host = host
        self.port = port
    }

    /// Reads `127.0.0.1:8080`, `[::1]:8080` or `localhost:8080`.
    public init(_ text: String) throws(SettingsError) {
        guard let colon = text.lastIndex(of: ":"),
            let port = UInt16(text[text.index(after: colon)...])
        else { throw .listenAddress(text) }
        let host = text[..<colon]
        if host == "localhost" {
            self.init(host: "127.0.0.1", port: port)
        } else if host.hasPrefix("["), host.hasSuffix("]"), Self.isIPv6(host.dropFirst().dropLast()) {
            self.init(host: String(host.dropFirst().dropLast()), port: port)
        } else if Self.isIPv4(host) {
            self.init(host: String(host), port: port)
        } else {
            throw .listenAddress(text)
        }
    }

    /// The same address at another port; nil for a number that is no port.
    public func with(port: Int) -> ListenAddress? {
        UInt16(exactly: port).map { ListenAddress(host: host, port: $0) }
    }

    public var isIPv6: Bool { host.contains(":") }

    public var description: String { isIPv6 ? "[\(host)]:\(port)" : "\(host):\(port)" }

    private static func isIPv4(_ text: Substring) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    }

    private static func isIPv6(_ text: Substring) -> Bool {
        var address = in6_addr()
        return inet_pton(AF_INET6, String(text), &address) == 1
    }
}
