import Domain
import Operations

/// The frame that every page stands in: what service and municipality it is, where one may go, who one is.
enum Layout {
    static func document(_ page: Page, for visit: Visit) -> String {
        if let other = page.plainSwitch { return PlainLayout.document(page, for: visit, otherLanguage: other) }
        let html: HTML = """
            <!doctype html>
            <html lang="\(visit.language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(page.isFaulty ? Phrase(sv: "Fel: ", en: "Error: ") : nil)\(page.title) – Praktik\(visit.municipalityName.isEmpty ? "" : ", " + visit.municipalityName)</title>
            <link rel="stylesheet" href="\(StyleSheet.path)">
            <link rel="icon" href="\(StyleSheet.iconPath)" type="image/svg+xml">
            </head>
            <body>
            <a class="skip" href="#main">\(sv: "Hoppa till innehållet", en: "Skip to content")</a>
            <header>
            <div class="band"><a class="product" href="/">Praktik</a> \
            <span class="municipality">\(visit.municipalityName)</span>
            <div class="who">\(page.isHolding ? HTML.empty : languageSwitch(visit))\(account(visit))</div></div>
            \(navigation(page, visit))</header>
            <main id="main" tabindex="-1">
            <p class="print-head"><span>Praktik, \(visit.municipalityName)</span><span>\(page.title)</span>\
            <span>\(visit.today.longPhrase)</span></p>
            \(visit.message.map { "<div class=\"flash\" role=\"status\"><p>\($0.phrase)</p></div>" } ?? HTML.empty)\
            \(page.crumbs.isEmpty ? HTML.empty : crumbs(page))
            <div class="title"><h1>\(page.title)</h1>\(page.badge)\
            \(page.action.map { " <div class=\"actions\">\($0)</div>" } ?? HTML.empty)</div>
            \(page.content)
            </main>
            <footer class="foot"><a href="/accessibility">\(sv: "Tillgänglighet", en: "Accessibility")</a>\
            <a href="/api">API</a></footer>
            </body>
            </html>

            """
        return html.rendered(in: visit.language)
    }

    /// Named in the language it leads to; the page it comes back to is the one it stands on.
    private static func languageSwitch(_ visit: Visit) -> HTML {
        let other: Language = visit.language == .swedish ? .english : .swedish
        let name = other == .swedish ? "På svenska" : "In English"
        return """
            <form method="post" action="/language">\(visit.formToken)\
            <input type="hidden" name="back" value="\(visit.pathWithQuery)">\
            <button name="language" value="\(other.rawValue)" lang="\(other.rawValue)">\(name)</button></form>
            """
    }

    private static func account(_ visit: Visit) -> HTML {
        guard let who = visit.who else { return .empty }
        return """
            <details class="account"><summary>\(who.displayName)</summary><ul>
            <li class="role">\(who.actor.role.label)</li>
            <li><a href="/account">\(sv: "Mitt konto", en: "My account")</a></li>
            <li>\(Form.button(visit, "/sign-out", Phrase(sv: "Logga ut", en: "Sign out"), style: ""))</li>
            </ul></details>
            """
    }

    private static func crumbs(_ page: Page) -> HTML {
        let links = page.crumbs.map { crumb -> HTML in "<li><a href=\"\(crumb.path)\">\(crumb.label)</a></li>" }
        return """
            <nav class="crumbs" aria-label="\(sv: "Sökväg", en: "Breadcrumb")"><ol>\(links)\
            <li aria-current="page">\(page.title)</li></ol></nav>
            """
    }

    private static func navigation(_ page: Page, _ visit: Visit) -> HTML {
        let sections = Section.shown(to: visit)
        guard !sections.isEmpty else { return .empty }
        let items = sections.map { section -> HTML in
            "<li><a href=\"\(section.path)\"\(" aria-current=\"page\"", if: section == page.section)>\(section.label)</a></li>"
        }
        return "<nav class=\"nav\" aria-label=\"\(sv: "Huvudmeny", en: "Main menu")\"><ul>\(items)</ul></nav>"
    }
}

extension Visit {
    /// As people call it, or by its code.
    var municipalityName: String {
        settledName ?? municipality?.rawValue ?? ""
    }

    var pathWithQuery: String {
        query.pairs.isEmpty ? path : path + "?" + URLEncoded.encode(query.pairs)
    }
}
