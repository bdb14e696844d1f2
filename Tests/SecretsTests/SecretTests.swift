import Domain
import FoundationEssentials
import Testing

@testable import Secrets

struct SecretTests {
    @Test func `a secret reads back as it is written, and tells nothing of itself`() throws {
        let secret = Secret.random()
        #expect(secret.text.utf8.count == 43)
        #expect(try #require(Secret(secret.text)).hash == secret.hash)
        #expect(secret.hash.count == 32)
        #expect(!"\(secret) \(String(reflecting: secret))".contains(secret.text))
        #expect(Secret.random().text != secret.text)
    }

    @Test(arguments: ["", "A", String(repeating: "A", count: 42), String(repeating: "A", count: 44), "=", "+/"])
    func `what is no secret is none`(text: String) {
        #expect(Secret(text) == nil)
    }

    @Test func `there is one spelling of a secret`() {
        let text = String(repeating: "A", count: 42)
        // The last character has two bits to spare: B, C and D would decode to the same bytes.
        #expect(Secret(text + "A") != nil)
        for other in ["B", "C", "D", "="] { #expect(Secret(text + other) == nil) }
    }

    /// Against the same reckoning by Python's hmac.
    @Test func `what is derived is the HMAC, and another for each purpose`() {
        let secret = Secret(bytes: Array(0..<32))
        #expect(secret.derived(for: "form") == "TipInUlupYIiALv0HzdRnez7LKemNTK3la8FRQmLzYY")
        #expect(secret.derived(for: "other") != secret.derived(for: "form"))
        #expect(Secret(bytes: Array(1..<33)).derived(for: "form") != secret.derived(for: "form"))
    }

    @Test func `digests are SHA-256 in hexadecimal`() {
        #expect(Digest.hex(of: "abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(Digest.hex(of: "abc", bytes: 4) == "ba7816bf")
    }

    @Test func `comparison is by bytes`() {
        #expect(ConstantTime.areEqual("abc", "abc"))
        #expect(ConstantTime.areEqual("", ""))
        for other in ["", "ab", "abd", "abcd", "Abc"] { #expect(!ConstantTime.areEqual("abc", other)) }
        // Canonically equivalent, and still not the same.
        #expect(!ConstantTime.areEqual("\u{E5}", "a\u{30A}"))
    }
}

struct TokenTests {
    private let municipality = "1485"
    private let id = "0198f0c2-7c1e-7a30-9d51-3c4a5b6c7d8e"
    private let secret = String(repeating: "A", count: 43)

    @Test(arguments: Token.Kind.allCases)
    func `a token reads back as it is written`(kind: Token.Kind) throws {
        let token = Token(kind, municipality: try MunicipalityCode(municipality), id: UUID())
        let read = try #require(Token(kind, token.text))
        #expect(read.municipality == token.municipality)
        #expect(read.id == token.id)
        #expect(read.secret.hash == token.secret.hash)
        #expect(!"\(token) \(String(reflecting: token))".contains(token.secret.text))
    }

    @Test func `a person's token is no program's, and the other way round`() throws {
        let person = "\(municipality).\(id).\(secret)"
        #expect(Token(.person, person) != nil)
        #expect(Token(.program, person) == nil)
        #expect(Token(.program, "praktik_" + person) != nil)
        #expect(Token(.person, "praktik_" + person) == nil)
    }

    @Test(arguments: [
        "", ".", "..", "1485", "1485.", "1485..", "148.ID.SECRET", "14855.ID.SECRET", "1485.ID.SECRET.",
        "1485.ID.SECRE",
        "1485.UPPER.SECRET", " 1485.ID.SECRET", "1485.ID.SECRET ", "1485.ID.SECRET\n", "1485.00000000.SECRET",
        "１４８５.ID.SECRET", "1485.ID.SECRET=", "1485,ID,SECRET", "1485.ID.\u{0}",
    ])
    func `what is no token is none`(form: String) {
        let text = form.replacing("SECRET", with: secret).replacing("UPPER", with: id.uppercased())
            .replacing("ID", with: id)
        #expect(Token(.person, text) == nil, "\(text)")
        #expect(Token(.program, "praktik_" + text) == nil, "\(text)")
    }
}
