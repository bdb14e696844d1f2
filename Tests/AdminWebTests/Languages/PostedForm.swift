/// A form of a page that posts: where to, and what may be typed or chosen in it.
struct PostedForm {
    struct Field {
        let name: String
        let isHidden: Bool
        let value: String
    }

    let action: String
    let fields: [Field]

    static func all(_ html: String) -> [PostedForm] {
        html.split(separator: "<form ").dropFirst().compactMap { part in
            let tag = part.prefix { $0 != ">" }
            let attributes = PageText.attributes(tag)
            guard attributes["method"] == "post", let action = attributes["action"] else {
                return nil
            }
            let inside = part.firstRange(of: "</form>").map { part[..<$0.lowerBound] } ?? part
            let fields = inside.matches(of: #/<(input|select|textarea) ([^>]*)>/#).compactMap { match -> Field? in
                let attributes = PageText.attributes(match.2)
                guard let name = attributes["name"], name != "form_token" else { return nil }
                return Field(
                    name: name, isHidden: attributes["type"] == "hidden" || name == "language",
                    value: attributes["value"] ?? "")
            }
            return PostedForm(action: action, fields: fields)
        }
    }

    /// Every field with the same text in it; hidden ones as they are.
    func filled(with text: String) -> [(name: String, value: String)] {
        fields.map { ($0.name, $0.isHidden ? $0.value : text) }
    }
}
