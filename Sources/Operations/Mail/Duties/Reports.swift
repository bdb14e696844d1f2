import Domain
import Postgres
import Store

extension MailDuty {
    /// Tells coordinators with an address of each report that is due, once each.
    func remindOfReports(_ connection: Connection) async throws -> Int {
        var posted = 0
        for report in try await connection.dueReports(municipality, today: today) {
            guard report.state == .due || report.state == .overdue, report.dueOn >= since(0) else { continue }
            posted += try await connection.postMessages(
                .reportDue, to: .coordinator, link: nil, municipality, at: now,
                from: """
                    SELECT u.id AS recipient_id, NULL::uuid AS placement_id, NULL::uuid AS slot_id, NULL::uuid AS unit_id,
                        \(report.dueOn)::date AS day, coalesce(u.language, 'sv') AS language,
                        concat_ws(':', 'report_due', \(report.duty.code)::text, \(report.dueOn)::date, u.id) AS dedupe_key,
                        \(now)::timestamptz AS expires_at
                    FROM user_account u
                    WHERE u.municipality = \(municipality) AND u.role = 'coordinator' AND u.disabled_on IS NULL
                        AND u.email IS NOT NULL
                    """)
        }
        return posted
    }
}
