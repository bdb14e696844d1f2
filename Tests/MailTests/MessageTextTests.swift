import Domain
import Foundation
import Testing

@testable import Mail

struct MessageTextTests {
    private func message(
        subject: String = "Hej", body: String = "Hej", name: String? = "Praktik", to: String = "eva@example.se"
    ) throws -> MailMessage {
        let sender = try EmailAddress("praktik@example.se")
        let id = try #require(UUID(uuidString: "018F0000-0000-7000-8000-00000000000A"))
        return MailMessage(
            id: MessageID(id, of: sender), from: MailSender(sender, name: try name.map { try Line($0) }),
            to: try EmailAddress(to), subject: try Line(subject), body: body, language: .swedish,
            date: Date(timeIntervalSince1970: 1_773_061_507))
    }

    @Test func `a plain message is what it says`() throws {
        let text = String(decoding: MessageText.bytes(try message()), as: UTF8.self)
        #expect(
            text == """
                Date: Mon, 9 Mar 2026 14:05:07 +0100\r
                From: Praktik <praktik@example.se>\r
                To: <eva@example.se>\r
                Message-ID: <018f0000-0000-7000-8000-00000000000a@example.se>\r
                Subject: Hej\r
                Auto-Submitted: auto-generated\r
                X-Auto-Response-Suppress: All\r
                Content-Language: sv\r
                MIME-Version: 1.0\r
                Content-Type: text/plain; charset=utf-8\r
                Content-Transfer-Encoding: quoted-printable\r
                \r
                Hej\r

                """)
    }

    @Test(arguments: ["a\r\nBcc: x@example.se", "a\nb", "a\u{85}b", "\u{7F}"])
    func `what would add a header cannot be a subject, a name or an address`(_ text: String) throws {
        #expect(throws: ValueError.self) { try Line(text) }
        #expect(throws: ValueError.self) { try EmailAddress(text + "@example.se") }
        #expect(throws: ValueError.self) { try EmailAddress("a@example.se" + text) }
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `any text keeps to the widths of lines and comes back as it was`(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let letters = Array("abc =?.F\tÅäö–€😀_,\"")
        let length = Int(random.next() % 300)
        let text = String((0..<length).map { _ in letters[Int(random.next() % UInt64(letters.count))] })
        let subject = text.filter { $0 != "\t" }.trimmingCharacters(in: .whitespaces)
        let lines = [text, "", ".", "From here", text].joined(separator: "\n") + "\n"
        let written = MessageText.bytes(
            try message(subject: subject.isEmpty ? "x" : subject, body: lines, name: subject.isEmpty ? nil : subject))
        let raw = String(decoding: written, as: UTF8.self)
        #expect(raw.utf8.allSatisfy { $0 < 0x80 })
        for line in raw.components(separatedBy: "\r\n") {
            #expect(line.utf8.count <= 76 && !line.contains("\r") && !line.contains("\n"))
            #expect(line != "." && !line.hasPrefix("From "))
        }
        let parts = raw.components(separatedBy: "\r\n\r\n")
        let body = parts.dropFirst().joined(separator: "\r\n\r\n")
        #expect(Self.decoded(body) == lines)
        if !subject.isEmpty, let written = parts[0].firstRange(of: "Subject: ") {
            let value = parts[0][written.upperBound...].components(separatedBy: "\r\nAuto-")[0]
            #expect(Self.words(value) == subject)
        }
    }

    /// Quoted-printable undone, the plain way.
    private static func decoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        let whole = Array(text.replacingOccurrences(of: "=\r\n", with: "").utf8)
        var place = 0
        while place < whole.count {
            if whole[place] == 0x3D,
                let byte = UInt8(String(decoding: whole[place + 1...place + 2], as: UTF8.self), radix: 16)
            {
                bytes.append(byte)
                place += 3
            } else {
                bytes.append(whole[place])
                place += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
    }

    private static func words(_ text: String) -> String {
        guard text.hasPrefix("=?utf-8?B?") else { return text }
        return text.components(separatedBy: "\r\n ").map { word in
            let base64 = word.dropFirst("=?utf-8?B?".count).dropLast(2)
            return Data(base64Encoded: String(base64)).map { String(decoding: $0, as: UTF8.self) } ?? "?"
        }.joined()
    }
}
