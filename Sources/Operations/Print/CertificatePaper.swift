import Documents
import Domain
import Store

/// The certificate of a completed placement as it is printed, in Swedish. Why somebody was placed does not stand on it.
struct CertificatePaper {
    let sheet: AgreementSheet
    let ending: PlacementEnding?
    /// From the day it started to the day it ended.
    let days: Period
    let municipality: String
    let on: Day

    var page: PrintPage {
        let code = sheet.detail.placement.code
        return PrintPage(
            title: "Intyg om praktik", author: municipality, foot: "\(municipality) · intyg \(code)",
            """
            <p>Härmed intygas att följande praktik är genomförd.</p>
            <h2>Praktiken</h2>
            <table><caption>Vem, var och när</caption><tbody>\(rows)</tbody></table>
            \(learnt)
            <p>\(municipality), \(on.longPhrase.sv)</p>
            <p class="sign">Namnteckning och namnförtydligande</p>
            """)
    }

    private var rows: PrintMarkup {
        let around = sheet.background
        let terms = sheet.inForce?.terms
        let name = [around.givenName, around.familyName].compactMap { $0?.rawValue }.joined(separator: " ")
        let isProtected = sheet.detail.protected
        var rows: [(String, String?, Bool)] = [
            ("Deltagare", name.isEmpty ? sheet.detail.placement.participant.rawValue : name, isProtected),
            ("Arbetsplats", around.unitName, isProtected), ("Arbetsuppgifter", sheet.detail.slotTitle, isProtected),
            ("Handledare", sheet.inForce?.supervisorName ?? around.supervisorName, isProtected),
            ("Från och med", days.from.longPhrase.sv, false), ("Till och med", days.to.longPhrase.sv, false),
        ]
        if let terms {
            let count = (0..<days.days).filter { terms.weekdays.contains(days.from.adding($0)) }.count
            rows.append(("Veckodagar", terms.weekdays.names(in: .swedish), false))
            rows.append(("Överenskomna dagar", "\(count) dagar", false))
            let hours = terms.hoursPerDay.map { "\($0.formatted(decimal: ",")) timmar per dag" } ?? "Heltid"
            let total = terms.hoursPerDay.map { WorkHours.total($0, days: count) }
            rows.append(("Överenskommen tid", hours + (total.map { ", sammanlagt \($0) timmar" } ?? ""), false))
        }
        if let attendance = ending?.attendance { rows.append(("Närvaro", attendance.sv, false)) }
        return """
            \(rows.map { name, value, isBlank -> PrintMarkup in
                if isBlank { return "<tr><th scope=\"row\">\(name)</th><td><span class=\"line\"></span></td></tr>" }
                guard let value else { return "" }
                return "<tr><th scope=\"row\">\(name)</th><td>\(value)</td></tr>"
            })
            """
    }

    private var learnt: PrintMarkup {
        guard let terms = sheet.inForce?.terms, !sheet.detail.protected else { return "" }
        let language: PrintMarkup = terms.languageGoal.map { "<p><strong>Språkmål:</strong> \($0.rawValue)</p>" } ?? ""
        return "<h2>Vad praktiken gick ut på</h2><p>\(terms.goal.rawValue)</p>\(language)"
    }
}

extension WorkHours {
    /// Hours of so many days, whole ones written without decimals.
    fileprivate static func total(_ hours: WorkHours, days: Int) -> String {
        let minutes = hours.minutes * days
        let hundredths = (minutes * 100 + 30) / 60
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        if rest == 0 { return "\(whole)" }
        return "\(whole)," + (rest % 10 == 0 ? "\(rest / 10)" : "\(rest < 10 ? "0" : "")\(rest)")
    }
}
