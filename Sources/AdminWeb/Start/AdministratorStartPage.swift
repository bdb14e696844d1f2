import Domain
import Operations
import Store

/// Accounts that have not been taken into use, what was refused lately, and reported faults of accessibility.
enum AdministratorStartPage {
    static func page(_ visit: Visit) async throws -> Page {
        let start = try await visit.operations.administratorStart(visit.actor)
        return Page(
            Section.start.label, in: .start,
            action: Page.mainAction("/users/new", Phrase(sv: "Lägg till användare", en: "Add a user")),
            """
            \(naming(visit))\(reports(start))
            \(idle(start))
            \(refusals(start))
            """)
    }

    /// Until somebody says what the municipality is called, every page is headed by its number.
    private static func naming(_ visit: Visit) -> HTML {
        guard visit.municipalityName == visit.municipality?.rawValue else { return .empty }
        return """
            <p class="note">\(sv: "Kommunen heter här bara \(visit.municipalityName).", en: "The municipality is only called \(visit.municipalityName) here.") \
            <a href="/settings">\(sv: "Ange namnet", en: "Say its name")</a></p>
            """
    }

    private static func reports(_ start: AdministratorStart) -> HTML {
        guard start.openFaultReports > 0 else { return .empty }
        return """
            <p class="note"><a href="/accessibility/reports">\(sv: "\(start.openFaultReports) anmälda brister i tillgängligheten", en: "\(start.openFaultReports) reported faults of accessibility")</a></p>
            """
    }

    private static func idle(_ start: AdministratorStart) -> HTML {
        let lines = start.idleAccounts.map { account -> HTML in
            let role = Role(rawValue: account.role)?.label ?? Phrase(sv: account.role, en: account.role)
            let state =
                account.hasInvitation
                ? Phrase(sv: "inbjuden", en: "invited") : Phrase(sv: "ingen giltig inbjudan", en: "no valid invitation")
            return """
                <li><a href="/users/\(URLEncoded.encode(account.name))">\(account.displayName ?? account.name)</a>, \(role): \(state)</li>
                """
        }
        return """
            <section class="card"><h2>\(sv: "Har inte loggat in", en: "Have not signed in")</h2>
            \(lines.isEmpty ? "<p>\(sv: "Alla har loggat in.", en: "Everybody has signed in.")</p>" : "<ul class=\"plain\">\(lines)</ul>" as HTML)</section>
            """
    }

    private static func refusals(_ start: AdministratorStart) -> HTML {
        let lines = start.refusals.map { row -> HTML in
            """
            <li><a href="\(AuditPages.path(row))">\(SwedishTime.text(row.line.at))</a> \
            \(row.line.actor), \(AuditPages.what(row.line)): \(AuditPages.about(row.line))</li>
            """
        }
        return """
            <section class="card"><h2>\(sv: "Senast nekat", en: "Refused lately")</h2>
            \(lines.isEmpty ? "<p>\(sv: "Inget.", en: "Nothing.")</p>" : "<ul class=\"plain\">\(lines)</ul>" as HTML)
            <p><a href="/audit?outcome=refused">\(sv: "I granskningsloggen", en: "In the audit log")</a></p></section>
            """
    }
}
