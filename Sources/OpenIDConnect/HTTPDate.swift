import Domain

/// The date of an HTTP header in the one form that is sent: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110 §5.6.7).
package enum HTTPDate {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Seconds since 1970; nil for another form.
    package static func seconds(_ text: String) -> Double? {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 6, words[5] == "GMT", let number = Int(words[1]), let year = Int(words[3]),
            let month = months.firstIndex(of: String(words[2])), let day = try? Day(year, month + 1, number)
        else { return nil }
        let time = words[4].split(separator: ":", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
        guard time.count == 3, (0..<24).contains(time[0]), (0..<60).contains(time[1]), (0...60).contains(time[2]) else {
            return nil
        }
        return Double(Int(day.daysSince1970) * 86_400 + time[0] * 3_600 + time[1] * 60 + time[2])
    }
}
