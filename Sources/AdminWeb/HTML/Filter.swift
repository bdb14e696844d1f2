import Domain

/// The bar above a list that narrows it; the address says what is chosen, so that it can be kept and sent.
struct Filter {
    let fields: [Field]
    /// Behind *more filters*.
    var more: [Field] = []
    let label: Phrase

    func html(_ visit: Visit) -> HTML {
        let state = FormState(visit.query)
        let isMoreChosen = more.contains { visit.query[$0.name]?.isEmpty == false }
        let shown = fields.enumerated().map { place, field -> HTML in html(field, state, grows: place == 0) }
        return """
            <form class="filter" method="get" action="\(visit.path)" role="search" aria-label="\(label)">
            \(visit.query["sort"].map { "<input type=\"hidden\" name=\"sort\" value=\"\($0)\">" } ?? HTML.empty)
            \(shown)<button>\(sv: "Visa", en: "Show")</button> \
            <a class="button quiet" href="\(visit.path)">\(sv: "Rensa", en: "Clear")</a>
            \(moreFields(state, isOpen: isMoreChosen), if: !more.isEmpty)
            </form>
            """
    }

    private func moreFields(_ state: FormState, isOpen: Bool) -> HTML {
        """
        <details\(" open", if: isOpen)><summary>\(sv: "Fler filter", en: "More filters")</summary>\
        <div>\(more.map { html($0, state, grows: false) })</div></details>
        """
    }

    private func html(_ field: Field, _ state: FormState, grows: Bool) -> HTML {
        var field = field
        // None of a filter's fields must be filled in; saying so at each would be noise.
        field.isRequired = true
        return field.html(state, isFilter: true, grows: grows)
    }
}
