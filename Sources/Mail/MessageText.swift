import Domain
import FoundationEssentials

/// A message as it travels: RFC 5322, with MIME where its text is not plain ASCII.
///
/// The body is always quoted-printable (RFC 2045 §6.7): it is seven bits wide and its lines are short, so that it arrives
/// whole by every server, whatever that one offers.
enum MessageText {
    static func bytes(_ message: MailMessage) -> [UInt8] {
        var head: [String] = []
        head.append("Date: " + date(message.date))
        head.append("From: " + mailbox(message.from))
        head.append("To: <\(message.to)>")
        head.append("Message-ID: \(message.id)")
        head.append("Subject: " + HeaderText.unstructured(message.subject.rawValue, after: "Subject: ".count))
        // RFC 3834: nobody's holiday answers this, and this answers nobody.
        head.append("Auto-Submitted: auto-generated")
        head.append("X-Auto-Response-Suppress: All")
        head.append("Content-Language: \(message.language.rawValue)")
        head.append("MIME-Version: 1.0")
        head.append("Content-Type: text/plain; charset=utf-8")
        head.append("Content-Transfer-Encoding: quoted-printable")
        let text = head.map { $0 + "\r\n" }.joined() + "\r\n"
        return Array(text.utf8) + QuotedPrintable.encode(message.body)
    }

    private static func mailbox(_ sender: MailSender) -> String {
        guard let name = sender.name else { return "<\(sender.address)>" }
        let phrase = HeaderText.phrase(name.rawValue, after: "From: ".count)
        let isShort = "From: \(phrase) <\(sender.address)>".utf8.count <= 76
        return phrase + (isShort ? " " : "\r\n ") + "<\(sender.address)>"
    }

    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// `Mon, 9 Mar 2026 14:05:07 +0100`, Swedish time.
    static func date(_ date: Date) -> String {
        let day = SwedishTime.day(of: date)
        let time = SwedishTime.text(date).suffix(8)
        let zone = SwedishTime.offset(at: date) == 7200 ? "+0200" : "+0100"
        return "\(weekdays[day.weekday - 1]), \(day.day) \(months[day.month - 1]) \(day.year) \(time) \(zone)"
    }
}

/// Texts of headers: as they are where that is plain, else as encoded words (RFC 2047).
enum HeaderText {
    /// An encoded word is no longer than this, and so is a line of them.
    private static let longest = 75

    static func unstructured(_ text: String, after used: Int) -> String {
        let isPlain = text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
        return isPlain && !text.contains("=?") && used + text.utf8.count <= 76 ? text : words(text, after: used)
    }

    /// A display name (RFC 5322 §3.2.5).
    static func phrase(_ text: String, after used: Int) -> String {
        let isAtoms = text.utf8.allSatisfy { byte in
            switch byte {
            case 0x20, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
            default: "!#$%&'*+-/^_`{|}~".utf8.contains(byte)
            }
        }
        return isAtoms && used + text.utf8.count <= 76 ? text : words(text, after: used)
    }

    /// One encoded word a line, each of whole characters.
    private static func words(_ text: String, after used: Int) -> String {
        let frame = "=?utf-8?B??=".utf8.count
        var lines: [[UInt8]] = [[]]
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            let room = longest - frame - (lines.count == 1 ? used : 1)
            if (lines[lines.count - 1].count + bytes.count + 2) / 3 * 4 > room { lines.append([]) }
            lines[lines.count - 1] += bytes
        }
        return lines.map { "=?utf-8?B?\(Data($0).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }
}

/// RFC 2045 §6.7.
enum QuotedPrintable {
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// Lines of the text end with `\n`, those of the answer with CR LF and after at most 76 bytes.
    static func encode(_ text: String) -> [UInt8] {
        var output: [UInt8] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            encode(line: Array(line.utf8), into: &output)
            output += [0x0D, 0x0A]
        }
        // The text's last line break is the end of its last line, and no line more.
        if text.hasSuffix("\n") { output.removeLast(2) }
        return output
    }

    private static func encode(line: [UInt8], into output: inout [UInt8]) {
        var length = 0
        for (place, byte) in line.enumerated() {
            let isLast = place == line.count - 1
            let isSpace = byte == 0x20 || byte == 0x09
            let isPlain = (0x21...0x7E).contains(byte) && byte != 0x3D || isSpace && !isLast
            // A dot that stands alone on a line ends a message; a line that begins with "From " some programs would change.
            let isRisky = length == 0 && (byte == 0x2E || byte == 0x46)
            let written = isPlain && !isRisky ? [byte] : [0x3D, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            if length + written.count > (isLast ? 76 : 75) {
                output += [0x3D, 0x0D, 0x0A]
                length = 0
            }
            output += written
            length += written.count
        }
    }
}
