import Domain

/// A form that changes something: posted, with the token that shows it is ours, and its faults summed up on top.
struct Form {
    let action: String
    let state: FormState
    let button: Phrase
    /// For a form with a file.
    var isMultipart = false
    /// Beside the button: a way back.
    var cancel: String?
    /// The button of what cannot be undone.
    var isDangerous = false
    /// Whether it is what the page is for; a page has one such action.
    var isMain = true
    /// Values that go along unseen: a version, a cursor.
    var hidden: [(name: String, value: String)] = []

    func html(_ visit: Visit, _ fields: [Field]) -> HTML {
        html(visit, HTML(fields.map { $0.html(state) }), naming: fields)
    }

    /// - Parameter fields: those whose faults the summary names.
    func html(_ visit: Visit, _ content: HTML, naming fields: [Field] = []) -> HTML {
        """
        \(Self.faultSummary(state, naming: fields))
        <form class="form" method="post" action="\(action)"\(" enctype=\"multipart/form-data\"", if: isMultipart) novalidate>
        \(visit.formToken)\(hidden.map { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })
        \(content)
        <div class="actions"><button\(" class=\"danger main\"", if: isDangerous)\(" class=\"main\"", if: isMain && !isDangerous)>\(button)</button>\
        \(cancel.map { " <a class=\"button quiet\" href=\"\($0)\">\(sv: "Avbryt", en: "Cancel")</a>" } ?? HTML.empty)</div>
        </form>
        """
    }

    /// One button that posts, in a line or a row.
    /// - Parameters:
    ///   - row: tells several of them apart to those who do not see the row.
    ///   - style: classes of the style sheet: `main`, `low`, `danger`, `quiet`.
    static func button(
        _ visit: Visit, _ action: String, _ text: Phrase, row: String? = nil, style: String = "low",
        hidden: [(name: String, value: String)] = []
    ) -> HTML {
        """
        <form method="post" action="\(action)">\(visit.formToken)\
        \(hidden.map { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })\
        <button\(" class=\"\(style)\"", if: !style.isEmpty)>\(text)\
        \(row.map { "<span class=\"hidden\">: \($0)</span>" } ?? HTML.empty)</button></form>
        """
    }

    /// What is wrong, with a link to each field, by its name where that is told; empty where nothing is.
    static func faultSummary(_ state: FormState, naming fields: [Field] = []) -> HTML {
        guard !state.faults.isEmpty else { return .empty }
        let labels = Dictionary(fields.map { ($0.name, $0.label) }, uniquingKeysWith: { first, _ in first })
        let lines = state.faults.map { fault -> HTML in
            guard !fault.field.isEmpty else { return "<li>\(fault.sentence)</li>" }
            let label: HTML = labels[fault.field].map { "\($0): " } ?? .empty
            return "<li><a href=\"#\(fault.field)\">\(label)\(fault.sentence)</a></li>"
        }
        return """
            <div class="faults" role="alert" tabindex="-1" id="faults">
            <h2>\(sv: "Det här behöver rättas", en: "This needs mending")</h2><ul>\(lines)</ul></div>
            """
    }
}
