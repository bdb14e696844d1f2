import Domain
import Postgres
import Store

extension MailDuty {
    /// Asks those again who have not approved an agreement, once a version, as long after it was made as a proposal is asked
    /// about.
    func remindOfApprovals(_ connection: Connection, of placement: Identifier<Placement>? = nil) async throws -> Int {
        let made: SQL = "(a.made_at AT TIME ZONE 'Europe/Stockholm')::date"
        return try await connection.askForApproval(
            .approvalReminder, municipality, at: now, again: again,
            where: placement.map { "p.id = \($0)" }
                ?? "\(made) BETWEEN \(since(settings.answerDays)) AND \(today.adding(-settings.answerDays))")
    }
}
