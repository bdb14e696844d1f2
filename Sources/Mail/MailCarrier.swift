/// Whoever takes messages away.
public protocol MailCarrier: Sendable {
    /// Hands one message over. Cancelling the task breaks it off within about a second, with ``MailTrouble/interrupted`` where
    /// nothing else is known.
    func carry(_ message: MailMessage) async -> MailOutcome
}
