import Domain

/// Values as cells and lines of a page show them.
extension HTML {
    /// A day as Swedish tables write it; a dash where there is none.
    static func day(_ day: Day?) -> HTML {
        guard let day else { return "–" }
        return "<time datetime=\"\(day)\">\(day)</time>"
    }

    /// A period as people write it; on a narrow screen it breaks between its days only.
    static func period(_ period: Period) -> HTML {
        if let weeks = period.weeksPhrase { return "<span class=\"nowrap\">\(weeks)</span>" }
        return "\(day(period.from)) – \(day(period.to))"
    }

    /// A period in full, `9 mars – 4 juni 2026`, and beneath it its weeks where it is whole ones.
    static func longPeriod(_ period: Period) -> HTML {
        let weeks: HTML = period.weeksPhrase.map { "<br><span class=\"muted\">\($0)</span>" } ?? .empty
        return "\(period.longPhrase)\(weeks)"
    }

    /// A number as Swedish and English write it: in groups of three from five digits on, `12 256`, `12,256`.
    static func number(_ number: Int) -> HTML {
        "\(Phrase.number(number))"
    }

    /// A cell of a table that becomes a card on a narrow screen, where its heading goes along.
    static func cell(_ heading: Phrase, _ content: HTML, isNumber: Bool = false) -> HTML {
        "<td\(" class=\"number\"", if: isNumber) data-label=\"\(heading)\">\(content)</td>"
    }

    static func badge(_ text: Phrase, _ style: BadgeStyle) -> HTML {
        "<span class=\"badge\(style == .plain ? "" : " " + style.rawValue)\">\(text)</span>"
    }

    /// A term with what it is, in a list of facts; nothing where it is not known.
    static func fact(_ term: Phrase, _ value: HTML?) -> HTML {
        guard let value, !value.isEmpty else { return .empty }
        return "<dt>\(term)</dt><dd>\(value)</dd>"
    }

    /// Instead of a list without rows: why it is empty and what to do.
    static func nothing(_ sentence: Phrase, _ remedy: Phrase? = nil, action: HTML? = nil) -> HTML {
        """
        <div class="empty"><p><strong>\(sentence)</strong></p>\
        \(remedy.map { "<p class=\"muted\">\($0)</p>" } ?? HTML.empty)\
        \(action.map { "<p class=\"actions\">\($0)</p>" } ?? HTML.empty)</div>
        """
    }
}

/// How a state stands out, always beside its word.
enum BadgeStyle: String, Sendable {
    case plain
    /// Going well.
    case good
    /// Waits for somebody.
    case now
    /// Needs attention.
    case warn
    /// Stopped.
    case bad
    /// Over and done.
    case past
}
