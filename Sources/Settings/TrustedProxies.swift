import Glibc

/// Whose word on the client's address is taken: addresses and networks.
public struct TrustedProxies: Sendable, Hashable {
    /// The first so many bits of sixteen bytes; IPv4 stands in its IPv6 form, so that a proxy is known whichever way it comes.
    private struct Network: Sendable, Hashable {
        let bytes: [UInt8]
        let bits: Int

        func contains(_ address: [UInt8]) -> Bool {
            for place in 0..<16 {
                let counted = min(8, max(0, bits - place * 8))
                let mask = UInt8(truncatingIfNeeded: 0xFF00 >> counted)
                if bytes[place] & mask != address[place] & mask { return false }
            }
            return true
        }
    }

    private var networks: [Network] = []

    /// Nobody's.
    public init() {}

    /// Reads addresses and networks such as `10.0.0.1, 192.168.0.0/16, fd00::/8`, separated by commas or spaces.
    public init(_ text: String) throws(SettingsError) {
        for part in text.split(whereSeparator: { $0 == "," || $0 == " " }) {
            let halves = part.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
            guard let bytes = Self.bytes(of: String(halves[0])) else { throw .trustedProxy(String(part)) }
            guard halves.count == 2 else {
                networks.append(Network(bytes: bytes, bits: 128))
                continue
            }
            let width = halves[0].contains(":") ? 128 : 32
            guard let bits = Int(halves[1]), (0...width).contains(bits) else { throw .trustedProxy(String(part)) }
            networks.append(Network(bytes: bytes, bits: 128 - width + bits))
        }
    }

    public func contains(_ address: some StringProtocol) -> Bool {
        guard !networks.isEmpty, let bytes = Self.bytes(of: String(address)) else { return false }
        return networks.contains { $0.contains(bytes) }
    }

    /// Whether a text is an address at all.
    public static func isAddress(_ text: some StringProtocol) -> Bool { bytes(of: String(text)) != nil }

    private static func bytes(of text: String) -> [UInt8]? {
        guard text.utf8.count <= 45, !text.utf8.contains(0) else { return nil }
        var short = in_addr()
        if inet_pton(AF_INET, text, &short) == 1 {
            return [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF] + withUnsafeBytes(of: short) { Array($0) }
        }
        var long = in6_addr()
        guard inet_pton(AF_INET6, text, &long) == 1 else { return nil }
        return withUnsafeBytes(of: long) { Array($0) }
    }
}
