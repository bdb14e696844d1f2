/// Where people reach the service from outside, behind whatever proxy: what links begin with.
public struct BaseAddress: Sendable, Hashable, CustomStringConvertible {
    /// `https://praktik.example.se` or with a path after it; no slash at the end.
    public let rawValue: String

    /// Whether browsers come by TLS.
    public var isSecure: Bool { rawValue.hasPrefix("https://") }

    public init(_ text: String) throws(SettingsError) {
        var trimmed = Substring(text)
        while trimmed.hasSuffix("/") { trimmed.removeLast() }
        guard let rest = ["https://", "http://"].lazy.compactMap({ Self.rest(of: trimmed, after: $0) }).first,
            let first = rest.utf8.first, first != UInt8(ascii: "/"), rest.utf8.allSatisfy(Self.isPlain)
        else { throw .baseAddress(text) }
        rawValue = String(trimmed)
    }

    /// The service's own address, where nothing stands before it.
    init(_ listen: ListenAddress, speaksTLS: Bool) {
        rawValue = "\(speaksTLS ? "https" : "http")://\(listen)"
    }

    public var description: String { rawValue }

    private static func rest(of text: Substring, after scheme: String) -> Substring? {
        text.hasPrefix(scheme) ? text.dropFirst(scheme.count) : nil
    }

    /// Visible ASCII, without what begins a query or a fragment, names a user, or would end a header or an attribute.
    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && !"?#@\"'<>\\,;".utf8.contains(byte)
    }
}
