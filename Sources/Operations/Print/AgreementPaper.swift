import Documents
import Domain
import Store

/// An agreement as it is printed, in Swedish.
///
/// Who referred the person does not stand on it: the paper is the host's too, and that would tell it why.
struct AgreementPaper {
    let sheet: AgreementSheet
    let version: AgreementVersion
    let municipality: String

    private var code: Code { sheet.detail.placement.code }
    private var terms: AgreementTerms { version.terms }

    var page: PrintPage {
        PrintPage(
            title: "Överenskommelse om praktik", author: municipality,
            foot: "\(municipality) · överenskommelse \(code), version \(version.number)",
            """
            <p>\(municipality). Placering \(code.rawValue), version \(version.number) av överenskommelsen, skriven \
            \(SwedishTime.day(of: version.madeAt).longPhrase.sv).</p>
            \(standing)
            <h2>Vilka det gäller</h2>
            <table><caption>Deltagare och arbetsplats</caption><tbody>\(people)</tbody></table>
            <h2>När</h2>
            <table><caption>Dagar och tider</caption><tbody>\(times)</tbody></table>
            <h2>Vad som ska läras</h2>
            \(goal)
            <h2>Försäkring</h2>
            <p>\(terms.insurance.rawValue)</p>
            <h2>Godkännanden</h2>
            <table><caption>Överenskommelsen gäller när alla tre har godkänt den</caption>
            <thead><tr><th scope="col">Part</th><th scope="col">Godkänt</th><th scope="col">Hur</th></tr></thead>
            <tbody>\(AgreementParty.allCases.map(approval))</tbody></table>
            """)
    }

    private var standing: PrintMarkup {
        guard version.inForceAt == nil else { return "" }
        return
            "<p class=\"note\">Utkast: gäller inte förrän alla har godkänt och det som behövs före start är klart.</p>"
    }

    private var people: PrintMarkup {
        let isProtected = sheet.detail.protected
        let around = sheet.background
        let name = [around.givenName, around.familyName].compactMap { $0?.rawValue }.joined(separator: " ")
        let rows: [(String, String?)] = [
            ("Deltagare", name.isEmpty ? sheet.detail.placement.participant.rawValue : name),
            ("Arbetsplats", version.unitName), ("Arbetsuppgifter", version.slotTitle),
            ("Slag", version.slotKind.label.sv), ("Handledare", version.supervisorName),
            ("Ersättare", version.deputyName), ("Kontakt", terms.contact?.rawValue),
        ]
        return "\(rows.map { row($0, $1, isBlank: isProtected && $0 != "Slag") })"
    }

    private var times: PrintMarkup {
        let hours = terms.hoursPerDay.map { "\($0.formatted(decimal: ",")) timmar per dag" } ?? "Heltid"
        let begins = terms.beginsAt.map { ", från kl. \($0)" } ?? ""
        let rows: [(String, String?)] = [
            ("Första dagen", terms.period.from.longPhrase.sv), ("Sista dagen", terms.period.to.longPhrase.sv),
            ("Veckodagar", terms.weekdays.names(in: .swedish)), ("Omfattning", hours + begins),
        ]
        return "\(rows.map { row($0, $1, isBlank: false) })"
    }

    private var goal: PrintMarkup {
        // Free text may name the workplace.
        if sheet.detail.protected { return "<p><span class=\"line\"></span><span class=\"line\"></span></p>" }
        let language: PrintMarkup = terms.languageGoal.map { "<p><strong>Språkmål:</strong> \($0.rawValue)</p>" } ?? ""
        return "<p>\(terms.goal.rawValue)</p>\(language)"
    }

    private func row(_ name: String, _ value: String?, isBlank: Bool) -> PrintMarkup {
        if isBlank { return "<tr><th scope=\"row\">\(name)</th><td><span class=\"line\"></span></td></tr>" }
        guard let value else { return "" }
        return "<tr><th scope=\"row\">\(name)</th><td>\(value)</td></tr>"
    }

    private func approval(of party: AgreementParty) -> PrintMarkup {
        let given = sheet.approvals.first { $0.version == version.number && $0.party == party }
        let when = given.map { SwedishTime.day(of: $0.at).longPhrase.sv } ?? "Väntar"
        let how = given.map { $0.ground.map { "Genom samordnaren: \($0.label.sv)" } ?? "Själv, i Praktik" } ?? ""
        let name = party.label.sv
        return """
            <tr><th scope="row">\(name.prefix(1).uppercased() + name.dropFirst())</th><td>\(when)</td><td>\(how)</td></tr>
            """
    }
}
