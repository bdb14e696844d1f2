import Domain
import Testing

struct WebAddressTests {
    @Test(
        arguments: [
            ("https://Example.SE", "example.se", nil, ""), ("https://a.b:8443/x?y=1", "a.b", 8443, "/x?y=1"),
            ("http://127.0.0.1:80/", "127.0.0.1", 80, "/"), ("https://[2001:db8::1]:1/x", "[2001:db8::1]", 1, "/x"),
            ("https://a?b", "a", nil, "?b"), ("http://localhost", "localhost", nil, ""),
        ] as [(String, String, UInt16?, String)])
    func `an address is taken apart and kept as it is`(
        _ text: String, _ host: String, _ port: UInt16?, _ rest: String
    ) throws {
        let address = try WebAddress(text)
        #expect(address.rawValue == text)
        #expect(address.host == host && address.port == port && address.rest == rest)
        #expect(address.isEncrypted == text.hasPrefix("https"))
    }

    @Test(arguments: [
        "", "https://", "https:///x", "ftp://a", "HTTPS://a", "//a", "a", "https://a:0", "https://a:65536",
        "https://a:",
        "https://a:b", "https://user@a", "https://user:pass@a/", "https://a#b", "https://a/ b", "https://a/å",
        "https://å",
        "https://a/\"", "https://a\\b", "https://.a", "https://a..b", "https://[::1", "https://[]", "https://[g]",
        "https://[::1]x", "https://a/\n", "https://a/\0",
    ])
    func `anything else is refused`(_ text: String) {
        #expect(throws: ValueError.webAddress) { try WebAddress(text) }
    }

    @Test(arguments: [
        ("http://localhost", true), ("http://LOCALHOST:1", true), ("http://127.9.9.9", true), ("http://[::1]/", true),
        ("http://127.0.0.1.example.se", false), ("http://127.1", false), ("http://localhost.se", false),
        ("http://128.0.0.1", false), ("http://[::2]", false), ("http://127.0.0.256", false),
    ])
    func `what stays on this machine is told from what does not`(_ text: String, _ stays: Bool) throws {
        let address = try WebAddress(text)
        #expect(address.isLoopback == stays && address.isSecure == stays)
    }
}
