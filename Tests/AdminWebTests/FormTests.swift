import Domain
import HTTPTypes
import Settings
import Testing

@testable import AdminWeb

struct FormTests {
    @Test(arguments: [
        ("a=1&b=2", ["a": "1", "b": "2"]), ("a=b+c%20d", ["a": "b c d"]), ("n=%C3%A5", ["n": "å"]), ("a", ["a": ""]),
        ("", [:]), ("a=%26%3D", ["a": "&="]),
    ])
    func `a form is read`(text: String, values: [String: String]) throws {
        let form = try #require(URLEncoded.decode(text.utf8))
        #expect(Dictionary(uniqueKeysWithValues: form.pairs.map { ($0.name, $0.value) }) == values)
    }

    @Test(arguments: ["a=%", "a=%4", "a=%zz", "a=%ff", "a=%00"])
    func `what is no form is refused`(text: String) {
        #expect(URLEncoded.decode(text.utf8) == nil)
    }

    @Test func `what is encoded is read back, whatever it is`() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            let scalars = (0..<Int.random(in: 0...20, using: &random)).compactMap { _ in
                Unicode.Scalar(UInt32.random(in: 1...0x2FFF, using: &random))
            }
            let text = String(String.UnicodeScalarView(scalars))
            let form = try #require(URLEncoded.decode(URLEncoded.encode([("x", text)]).utf8))
            #expect(form["x"] == text)
        }
    }

    @Test func `a form with a file is read`() throws {
        let text =
            "--B\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nslots\r\n"
            + "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n"
            + "code;title\r\nA;B\r\n\r\n--B--\r\n"
        let form = try #require(Multipart.decode(Array(text.utf8), boundary: "B"))
        #expect(form["kind"] == "slots")
        let file = try #require(form.file("file"))
        #expect(file.fileName == "a.csv")
        #expect(String(decoding: file.bytes, as: UTF8.self) == "code;title\r\nA;B\r\n")
    }

    @Test func `no cut of a form with a file is a crash, and none is taken for the whole`() throws {
        let text = "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--B--"
        let bytes = Array(text.utf8)
        #expect(Multipart.decode(bytes, boundary: "B")?["a"] == "1")
        for end in 0..<bytes.count { #expect(Multipart.decode(Array(bytes[..<end]), boundary: "B") == nil) }
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            var broken = bytes
            for _ in 0..<3 {
                broken[Int.random(in: 0..<broken.count, using: &generator)] = .random(in: 0...255, using: &generator)
            }
            _ = Multipart.decode(broken, boundary: "B")
        }
    }

    @Test func `a reader gathers every fault and keeps what was typed`() throws {
        var reader = FormReader(FormData(pairs: [("places", "två"), ("title", " Park "), ("from", "2026-02-30")]))
        #expect(reader.number("places", in: 1...500) == nil)
        #expect(try reader.required("title") { try Line($0) } == Line("Park"))
        #expect(reader.required("from") { try Day($0) } == nil)
        #expect(reader.required("to") { try Day($0) } == nil)
        #expect(reader.faults.map(\.field) == ["places", "from", "to"])
        #expect(reader.state.values["places"] == "två")
        #expect(reader.state.sentence(for: "places")?.en == "Give a whole number from 1 to 500.")
    }

    @Test(arguments: [
        ("v. 10–22", "2026-03-02", "2026-05-29"), ("10-22 2027", "2027-03-08", "2027-06-04"),
        ("v10", "2026-03-02", "2026-03-06"),
        ("2026-03-09 – 2026-05-29", "2026-03-09", "2026-05-29"), ("2026-03-09 2026-05-29", "2026-03-09", "2026-05-29"),
        ("HT 2026", "2026-07-01", "2026-12-31"), ("v. 50–3", "2026-12-07", "2027-01-22"),
        ("v. 1 2027", "2027-01-04", "2027-01-08"),
    ])
    func `a period is read as people write it`(text: String, from: String, to: String) throws {
        let period = try Period(written: text, today: Day("2026-01-15"))
        #expect(period == (try Period(from: Day(from), to: Day(to))))
    }

    @Test(arguments: ["", "i vår", "v. 54", "v. 53 2027", "2026-05-29 – 2026-03-09", "1 2 3 4"])
    func `what is no period is refused in a sentence`(text: String) throws {
        let today = try Day("2026-01-15")
        #expect(throws: ValueError.self) { try Period(written: text, today: today) }
    }

    @Test func `weeks that are over are next year's`() throws {
        #expect(try Period(written: "v. 10–12", today: Day("2026-11-22")).from == Day("2027-03-08"))
    }

    @Test(arguments: [
        ("10.0.0.9", "1.2.3.4", "10.0.0.9"), ("10.0.0.1", "1.2.3.4", "1.2.3.4"),
        ("10.0.0.1", "6.6.6.6, 1.2.3.4", "1.2.3.4"),
        ("10.0.0.1", "1.2.3.4, 10.0.0.2", "1.2.3.4"), ("10.0.0.1", "", "10.0.0.1"),
        // What is no address is nobody's; a proxy may come by IPv4 over IPv6; a network is trusted whole.
        ("10.0.0.1", "<b>", "10.0.0.1"), ("::ffff:10.0.0.1", "1.2.3.4", "1.2.3.4"),
        ("192.168.7.9", "2001:db8::7, fd00::1", "2001:db8::7"), ("192.169.0.1", "1.2.3.4", "192.169.0.1"),
    ])
    func `only a trusted proxy is believed about who the client is`(
        peer: String, forwarded: String, client: String
    ) throws {
        let headers: HTTPFields = forwarded.isEmpty ? [:] : [.forwardedFor: forwarded]
        let proxies = try TrustedProxies("10.0.0.1, 10.0.0.2,192.168.0.0/16 fd00::/8")
        #expect(ClientAddress.of(peer: peer, headers, trusting: proxies) == client)
    }

    @Test(arguments: ["nginx", "10.0.0.1/33", "10.0.0.0/", "fd00::/129", "10.0.0", "10.0.0.1/-1", "10.0.0.1/8/8"])
    func `a proxy that is no address is refused when the service starts`(text: String) {
        #expect(throws: SettingsError.self) { try TrustedProxies("127.0.0.1," + text) }
    }
}
