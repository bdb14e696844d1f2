public import Domain

extension Operations {
    /// Whether mail is sent, and what of it waits or did not arrive, in the actors' municipalities together.
    ///
    /// - Parameter server: the mail server's name and port; nil where none is set.
    public func diagnoseMail(_ actors: [Actor], server: String?) async throws -> Finding {
        var counts: [MessageState: Int] = [:]
        for actor in actors { counts.merge(try await messageCounts(actor)) { $0 + $1 } }
        let waiting = counts[.waiting] ?? 0
        guard let server else {
            return Finding(
                "mail", .warn,
                Phrase(
                    sv: "Ingen e-postserver är angiven: \(waiting) utskick väntar. Sätt PRAKTIK_SMTP_URL.",
                    en: "No mail server is set: messages waiting: \(waiting). Set PRAKTIK_SMTP_URL."))
        }
        if let failed = counts[.failed] {
            return Finding(
                "mail", .warn,
                Phrase(
                    sv: "\(failed) utskick kom inte fram. Se: praktik mail list --state failed",
                    en: "Messages that did not arrive: \(failed). See: praktik mail list --state failed"))
        }
        return Finding(
            "mail", .ok,
            Phrase(
                sv: "E-post lämnas till \(server); \(waiting) utskick väntar.",
                en: "Mail goes to \(server); messages waiting: \(waiting)."))
    }
}
