import Domain

/// A field of a form: its label, hint and control; what was typed and what is wrong come from the form's state.
struct Field: Sendable {
    enum Control: Sendable {
        /// How wide an input is drawn.
        enum Size: String, Sendable {
            case whole = ""
            case medium, week, short
        }

        /// - type: the `type` of an `input`: text, email, tel, search, date, password, number.
        case input(type: String = "text", autocomplete: String? = nil, list: String? = nil, size: Size = .whole)
        case number(ClosedRange<Int>)
        case choice([Option], prompt: Phrase? = nil)
        case text(rows: Int)
        case check
        case checks([Option])
        case file(accept: String)
    }

    struct Option: Sendable {
        let value: String
        let label: Phrase

        init(_ value: String, _ label: Phrase) {
            self.value = value
            self.label = label
        }

        /// What is called the same in both languages: a name, a code.
        init(_ value: String, name: String) {
            self.init(value, Phrase(sv: name, en: name))
        }

        static func all<Word: Vocabulary>(of words: Word.Type) -> [Option] {
            words.allCases.map { Option($0.rawValue, $0.label.capitalized) }
        }
    }

    let name: String
    let label: Phrase
    var hint: Phrase?
    var control: Control = .input()
    var isRequired = false

    init(_ name: String, _ label: Phrase, hint: Phrase? = nil, _ control: Control = .input(), isRequired: Bool = false)
    {
        self.name = name
        self.label = label
        self.hint = hint
        self.control = control
        self.isRequired = isRequired
    }

    /// - Parameters:
    ///   - isFilter: for a bar above a list: nothing there must be filled in.
    ///   - grows: takes what room is left beside the others.
    func html(_ state: FormState, isFilter: Bool = false, grows: Bool = false) -> HTML {
        let sentence = state.sentence(for: name)
        let hintLine: HTML = hint.map { "<span class=\"hint\" id=\"\(name)-hint\">\($0)</span>" } ?? .empty
        let faultLine: HTML =
            sentence.map { "<span class=\"fault\" id=\"\(name)-fault\">\($0)</span>" } ?? .empty
        let described = [hint == nil ? nil : name + "-hint", sentence == nil ? nil : name + "-fault"]
            .compactMap { $0 }.joined(separator: " ")
        let attributes: HTML =
            "id=\"\(name)\" name=\"\(name)\"\(" aria-describedby=\"\(described)\"", if: !described.isEmpty)\(" aria-invalid=\"true\"", if: sentence != nil)\(" required", if: isRequired && !isFilter)"
        switch control {
        case .check:
            return """
                <div class="field"><label class="choice"><input type="checkbox" value="yes" \(attributes)\
                \(" checked", if: state.values[name] != nil)> <span>\(label)\(hintLine)\(faultLine)</span></label></div>
                """
        case .checks(let options):
            let chosen = Set(state.values.all(name))
            let boxes = options.enumerated().map { place, option -> HTML in
                """
                <label class="choice"><input type="checkbox" id="\(place == 0 ? name : "\(name)-\(place)")" name="\(name)" \
                value="\(option.value)"\(" checked", if: chosen.contains(option.value))> \(option.label)</label>
                """
            }
            return """
                <fieldset class="bare\(" wrong", if: sentence != nil)"\
                \(" aria-describedby=\"\(described)\"", if: !described.isEmpty)>\
                <legend>\(label)</legend>\(faultLine)\(hintLine)<div class="choices">\(boxes)</div></fieldset>
                """
        default:
            return """
                <div class="field\(" grow", if: grows)">
                <label for="\(name)">\(label)\(optionalMark)</label>\(hintLine)\(faultLine)
                \(control(state, attributes))
                </div>
                """
        }
    }

    private var optionalMark: HTML {
        isRequired ? .empty : " <span class=\"optional\">\(sv: "(frivilligt)", en: "(optional)")</span>"
    }

    private func control(_ state: FormState, _ attributes: HTML) -> HTML {
        let value = state.values[name] ?? ""
        switch control {
        case .input(let type, let autocomplete, let list, let size):
            let shown = type == "password" ? "" : value
            return """
                <input type="\(type)"\(" class=\"\(size.rawValue)\"", if: size != .whole) \(attributes) value="\(shown)"\
                \(autocomplete.map { " autocomplete=\"\($0)\"" } ?? HTML.empty)\(list.map { " list=\"\($0)\"" } ?? HTML.empty)>
                """
        case .number(let range):
            return """
                <input type="number" class="short" inputmode="numeric" min="\(range.lowerBound)" max="\(range.upperBound)" \(attributes) \
                value="\(value)">
                """
        case .choice(let options, let prompt):
            let choices = options.map { option -> HTML in
                "<option value=\"\(option.value)\"\(" selected", if: option.value == value)>\(option.label)</option>"
            }
            return
                "<select \(attributes)>\(prompt.map { "<option value=\"\">\($0)</option>" } ?? HTML.empty)\(choices)</select>"
        case .text(let rows):
            return "<textarea rows=\"\(rows)\" \(attributes)>\n\(value)</textarea>"
        case .file(let accept):
            return "<input type=\"file\" accept=\"\(accept)\" \(attributes)>"
        case .check, .checks:
            return .empty
        }
    }
}

extension Phrase {
    /// With a capital first, as a label begins.
    var capitalized: Phrase {
        Phrase(sv: sv.prefix(1).uppercased() + sv.dropFirst(), en: en.prefix(1).uppercased() + en.dropFirst())
    }
}
