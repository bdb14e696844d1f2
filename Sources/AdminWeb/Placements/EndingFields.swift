import Domain

/// What is asked about attendance and the end where a placement ends.
enum EndingFields {
    static func read(_ reader: inout FormReader) -> PlacementEnding {
        PlacementEnding(
            by: reader.optionalChoice("by"), days: reader.optionalNumber("days", in: PlacementEnding.dayRange),
            hours: reader.optional("hours") { try AttendedHours($0) })
    }

    /// - Parameters:
    ///   - isRetried: whether what was typed is of this step.
    ///   - suffix: tells the fields of several steps on one page apart.
    static func attendance(_ state: FormState, _ isRetried: Bool, _ suffix: String) -> HTML {
        let (days, hours) = (typed("days", state, isRetried), typed("hours", state, isRetried))
        return """
             <label for="days-\(suffix)">\(sv: "Dagar på plats", en: "Days attended")</label> \
            <input class="short" inputmode="numeric" id="days-\(suffix)" name="days" value="\(days)"> \
            <label for="hours-\(suffix)">\(sv: "Timmar på plats", en: "Hours attended")</label> \
            <input class="short" inputmode="decimal" id="hours-\(suffix)" name="hours" value="\(hours)">
            """
    }

    /// Who broke it off, and attendance, each in a field of its own.
    static func whole(
        _ state: FormState, _ isRetried: Bool, _ suffix: String, asksWho: Bool = true
    ) -> HTML {
        let (days, hours) = (typed("days", state, isRetried), typed("hours", state, isRetried))
        return """
            \(asksWho ? by(typed("by", state, isRetried), suffix) : .empty)
            <div class="field"><label for="days-\(suffix)">\(sv: "Dagar på plats", en: "Days attended")</label>\
            <input class="short" inputmode="numeric" id="days-\(suffix)" name="days" value="\(days)"></div>
            <div class="field"><label for="hours-\(suffix)">\(sv: "Timmar på plats", en: "Hours attended")</label>\
            <input class="short" inputmode="decimal" id="hours-\(suffix)" name="hours" value="\(hours)"></div>
            """
    }

    private static func by(_ chosen: String, _ suffix: String) -> HTML {
        let options = EndingParty.allCases.map { party -> HTML in
            "<option value=\"\(party.rawValue)\"\(" selected", if: chosen == party.rawValue)>\(party.label.capitalized)</option>"
        }
        return """
            <div class="field"><label for="by-\(suffix)">\(sv: "Vem avbröt", en: "Who broke it off")</label>\
            <select id="by-\(suffix)" name="by"><option value="">\(sv: "Välj", en: "Choose")</option>\(options)</select></div>
            """
    }

    private static func typed(_ name: String, _ state: FormState, _ isRetried: Bool) -> String {
        isRetried ? state.values[name] ?? "" : ""
    }
}
