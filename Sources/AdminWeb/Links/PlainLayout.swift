import Domain

/// The frame of a page for whoever came by a link: one question in large text, no menu, no account, nothing to learn.
enum PlainLayout {
    /// - Parameter otherLanguage: the path of the same page in the other language.
    static func document(_ page: Page, for visit: Visit, otherLanguage: String) -> String {
        let other: Language = visit.language == .swedish ? .english : .swedish
        let html: HTML = """
            <!doctype html>
            <html lang="\(page.furtherLanguage?.language ?? visit.language.rawValue)"\(" dir=\"rtl\"", if: page.furtherLanguage?.isRightToLeft ?? false)>
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="robots" content="noindex">
            <title>\(page.isFaulty ? Phrase(sv: "Fel: ", en: "Error: ") : nil)\(page.title) – Praktik\(visit.municipalityName.isEmpty ? "" : ", " + visit.municipalityName)</title>
            <link rel="stylesheet" href="\(StyleSheet.path)">
            <link rel="icon" href="\(StyleSheet.iconPath)" type="image/svg+xml">
            </head>
            <body class="plain">
            <header><div class="band"><span class="product">Praktik</span> \
            <span class="municipality">\(visit.municipalityName)</span>
            <div class="who"><a href="\(otherLanguage)" lang="\(other.rawValue)" hreflang="\(other.rawValue)">\
            \(other == .swedish ? "På svenska" : "In English")</a></div></div></header>
            <main id="main">
            <h1>\(page.title)</h1>
            \(page.content)
            </main>
            </body>
            </html>

            """
        return html.rendered(in: visit.language)
    }
}
