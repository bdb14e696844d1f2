import Testing

@testable import Secrets

struct PasswordHashTests {
    /// Made by Python's hashlib.scrypt from the salt 00…0F.
    @Test(arguments: [
        (
            "kaffe före gryning",
            "$scrypt$ln=10,r=8,p=1$AAECAwQFBgcICQoLDA0ODw$vc2nPcWZKEk2u3dbeC8LdKVJ015fWdY3XyPjYfTDFW8"
        ),
        (
            "kaffe före gryning",
            "$scrypt$ln=4,r=1,p=1$AAECAwQFBgcICQoLDA0ODw$pQhl7bltANqFxbnr/S9yXNdZ4l20zGY10enD73Kwdn8"
        ),
        ("", "$scrypt$ln=4,r=1,p=1$AAECAwQFBgcICQoLDA0ODw$nVfVxtpdXtuPYICHeOio1AdBSG4DWz3BEAoZEBZhefw"),
    ])
    func `it is scrypt, as others reckon it`(password: String, text: String) throws {
        let hash = try #require(PasswordHash(text))
        #expect(hash.text == text)
        #expect(try hash.accepts(password))
        #expect(try !hash.accepts(password + " "))
        #expect(!"\(hash) \(String(reflecting: hash))".contains("AAEC"))
    }

    @Test func `the same password is hashed differently each time`() throws {
        let one = try PasswordHash(of: "kaffe före gryning", cost: .trifling)
        let other = try PasswordHash(of: "kaffe före gryning", cost: .trifling)
        #expect(one.text != other.text)
        #expect(try one.accepts("kaffe före gryning"))
    }

    @Test func `the same letters from another keyboard are the same password`() throws {
        let composed = try PasswordHash(of: "f\u{F6}re gryningen \u{E5}\u{C4}", cost: .trifling)
        #expect(try composed.accepts("fo\u{308}re gryningen a\u{30A}A\u{308}"))
        // The Ångström sign is that letter too.
        #expect(try PasswordHash(of: "\u{C5}", cost: .trifling).accepts("\u{212B}"))
        #expect(try !composed.accepts("fore gryningen aA"))
    }

    @Test(arguments: [
        "", "$", "scrypt", "$scrypt$$$", "$argon2id$v=19$m=65536,t=3,p=4$c2FsdA$aGFzaA",
        "$scrypt$ln=4,r=1$AAECAwQFBgcICQoLDA0ODw$nVfVxtpdXtuPYICHeOio1AdBSG4DWz3BEAoZEBZhefw",
        "$scrypt$ln=3,r=1,p=1$AAECAwQFBgcICQoLDA0ODw$nVfVxtpdXtuPYICHeOio1AdBSG4DWz3BEAoZEBZhefw",
        "$scrypt$ln=20,r=16,p=1$AAECAwQFBgcICQoLDA0ODw$nVfVxtpdXtuPYICHeOio1AdBSG4DWz3BEAoZEBZhefw",
        "$scrypt$ln=4,r=-1,p=1$AAECAwQFBgcICQoLDA0ODw$nVfVxtpdXtuPYICHeOio1AdBSG4DWz3BEAoZEBZhefw",
        "$scrypt$ln=4,r=1,p=1$AAEC$nVfVxtpdXtuPYICHeOio1AdBSG4DWz3BEAoZEBZhefw",
        "$scrypt$ln=4,r=1,p=1$AAECAwQFBgcICQoLDA0ODw$",
    ])
    func `what is no hash of ours is none`(text: String) {
        #expect(PasswordHash(text) == nil)
    }
}

struct PasswordHasherTests {
    @Test func `a raised cost is asked for again`() async throws {
        let old = PasswordHasher(cost: .trifling)
        let new = PasswordHasher(cost: try #require(PasswordHash.Cost(logN: 5, blockSize: 2, parallelism: 1)))
        let hash = try await old.hash("kaffe före gryning")
        #expect(!old.isOutdated(hash))
        #expect(new.isOutdated(hash))
        #expect(try await new.verify("kaffe före gryning", against: hash))
        #expect(try await new.hash("kaffe före gryning").text.hasPrefix("$scrypt$ln=5,r=2,p=1$"))
    }

    @Test func `where there is no hash, nothing is right`() async throws {
        let hasher = PasswordHasher(cost: .trifling)
        #expect(try await !hasher.verify("", against: nil))
        #expect(try await !hasher.verify("kaffe före gryning", against: nil))
    }

    @Test func `so many may wait, and who comes then is turned away`() async throws {
        let hasher = PasswordHasher(cost: .trifling, lanes: 1, mostWaiting: 4)
        let hash = try await hasher.hash("kaffe före gryning")
        let refused = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<200 {
                group.addTask { await Self.isRefused(hasher, hash) }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(refused < 200)
        // Its places are free again.
        for _ in 0..<10 { #expect(try await hasher.verify("kaffe före gryning", against: hash)) }
    }
}

extension PasswordHasherTests {
    private static func isRefused(_ hasher: PasswordHasher, _ hash: PasswordHash) async -> Bool {
        do {
            #expect(try await hasher.verify("kaffe före gryning", against: hash))
            return false
        } catch {
            #expect(error is PasswordHasher.Busy)
            return true
        }
    }
}

struct PasswordPolicyTests {
    @Test(
        arguments: [
            ("kaffe före gryning", nil), ("korvkioskens gula lampa", nil), ("aB3$aB3$xY9!", nil),
            ("ööööåååå ääää!", nil),
            ("", .short), ("elvatecken1", .short), (String(repeating: "ab c", count: 33), .long),
            (String(repeating: "å ö!x", count: 25), .common),
            ("password1234", .common), ("Lösenord2026!", .common), ("Välkommen123!", .common),
            ("qwertyuiopåa", .common),
            ("123456789012", .common), ("210987654321", .common), ("abcdefghijklm", .common),
            ("aaaaaaaaaaaaa", .common),
            ("abcabcabcabc", .common), ("!!!Sommar2026", .common), ("uddevalla1485", .common),
            ("praktik praktik ", .common),
            ("karin.berg12", .ownName), ("Karin.Berg-2026", .ownName), ("uddevalla.se99", .ownName),
            ("karin äter tidig frukost", nil),
        ] as [(String, PasswordFault?)])
    func `long, not the first guess, not one's own name, and nothing else`(password: String, fault: PasswordFault?) {
        let names = ["karin.berg", "Karin Berg", "karin.berg@uddevalla.se"]
        #expect(PasswordPolicy.fault(in: password, names: names) == fault, "\(password)")
    }

    @Test func `the length is counted in code points`() {
        #expect(PasswordPolicy.fault(in: "åäöåäöxåäöå") == .short)
        #expect(PasswordPolicy.fault(in: "åäöåäöxåäöåy") == nil)
        let long = (0..<128).map { String(UnicodeScalar(UInt8(33 + $0 * 7 % 90))) }.joined()
        #expect(PasswordPolicy.fault(in: long) == nil)
        #expect(PasswordPolicy.fault(in: long + "x") == .long)
    }
}
