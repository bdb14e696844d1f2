import FoundationEssentials
import Glibc

extension PlainServer.Answer {
    /// - Parameter clockLead: seconds that the clock is ahead by which it says when it was sent; nil: it does not say.
    package static func json(_ text: String, status: Int = 200, clockLead: Double? = nil) -> Self {
        let dated = clockLead.map { ["Date: \(date(Date.now.addingTimeInterval($0)))"] } ?? []
        return http("\(status) -", headers: ["Content-Type: application/json"] + dated, body: text)
    }

    private static func date(_ moment: Date) -> String {
        var seconds = time_t(moment.timeIntervalSince1970)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let time = [parts.tm_hour, parts.tm_min, parts.tm_sec].map { two($0) }.joined(separator: ":")
        return
            "\(days[Int(parts.tm_wday)]), \(two(parts.tm_mday)) \(months[Int(parts.tm_mon)]) \(1900 + parts.tm_year) \(time) GMT"
    }

    package static func redirect(to address: String) -> Self {
        http("302 Found", headers: ["Location: \(address)"], body: "")
    }

    /// - Parameter length: what is said of the body's length, when it is not the truth.
    package static func http(_ status: String, headers: [String] = [], body: String, length: Int? = nil) -> Self {
        let head =
            ["HTTP/1.1 \(status)"] + headers + ["Content-Length: \(length ?? body.utf8.count)", "Connection: close"]
        return .bytes(Array((head.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8))
    }
}
