/// An absolute address of the web, `https://…` or `http://…`, kept exactly as it was written.
///
/// No user name, no fragment, nothing that needs escaping in a header or in HTML's attributes but `&` and `'`.
public struct WebAddress: Sendable, Hashable, CustomStringConvertible {
    public let rawValue: String
    /// A name or an IPv4 address, or an IPv6 address in its brackets; in small letters.
    public let host: String
    /// When one is written.
    public let port: UInt16?
    public let isEncrypted: Bool
    /// What follows host and port: empty, or from `/` or `?`.
    public let rest: String

    public init(_ text: String) throws(ValueError) {
        let scheme = ["https://", "http://"].first { text.hasPrefix($0) }
        guard let scheme, text.utf8.count <= 2048, text.utf8.allSatisfy(Self.isPlain) else { throw .webAddress }
        let afterScheme = text.dropFirst(scheme.count)
        let end = afterScheme.firstIndex { $0 == "/" || $0 == "?" } ?? afterScheme.endIndex
        let authority = afterScheme[..<end]
        let hostEnd: Substring.Index
        if authority.hasPrefix("[") {
            guard let bracket = authority.firstIndex(of: "]") else { throw .webAddress }
            hostEnd = authority.index(after: bracket)
            let inside = authority[..<bracket].dropFirst()
            guard inside.contains(":"), inside.allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." }) else {
                throw .webAddress
            }
        } else {
            hostEnd = authority.firstIndex(of: ":") ?? authority.endIndex
            let labels = authority[..<hostEnd].split(separator: ".", omittingEmptySubsequences: false)
            guard labels.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(Self.isOfLabel) }) else { throw .webAddress }
        }
        let portText = authority[hostEnd...]
        if portText.isEmpty {
            port = nil
        } else {
            let digits = portText.dropFirst()
            guard portText.first == ":", digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
                let number = UInt16(digits), number > 0
            else { throw .webAddress }
            port = number
        }
        rawValue = text
        host = authority[..<hostEnd].lowercased()
        isEncrypted = scheme == "https://"
        rest = String(afterScheme[end...])
    }

    /// Whether it stays on this machine, by name or number.
    public var isLoopback: Bool {
        if host == "localhost" || host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// Encrypted, or on this machine: what goes there is seen by nobody on the way.
    public var isSecure: Bool { isEncrypted || isLoopback }

    public var description: String { rawValue }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && !"\"#<>\\^`{|}".utf8.contains(byte)
    }

    private static func isOfLabel(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
        default: false
        }
    }
}
