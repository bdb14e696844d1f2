package import Domain

extension RuleFailure {
    /// What would have come of it, were the requirement met: in how many of the places the person would be.
    ///
    /// - Parameters:
    ///   - would: places the person would have had.
    ///   - draws: places a draw would have decided.
    func outcome(places: Int, would: Int, draws: Int) -> Phrase? {
        let met = condition
        if would == places {
            return Phrase(
                sv: "\(met.sv) hade hen fått \(places == 1 ? "den" : "någon av dem").",
                en: "\(met.en) \(places == 1 ? "it" : "one of them") would have been theirs.")
        }
        if would > 0 {
            return Phrase(
                sv: "\(met.sv) hade hen kunnat få \(Quantity.number(would).sv) av dem.",
                en: "\(met.en) \(Quantity.number(would).en) of them could have been theirs.")
        }
        if draws > 0 {
            return Phrase(
                sv: "\(met.sv) hade lotten fått avgöra.", en: "\(met.en) the draw would have decided.")
        }
        return places == 1
            ? Phrase(
                sv: "Den hade ändå gått till någon annan.", en: "It would have gone to somebody else all the same.")
            : Phrase(sv: "De hade ändå gått till andra.", en: "They would have gone to others all the same.")
    }

    /// `Med SFI C`, before what would have come of it.
    var condition: Phrase {
        switch self {
        case .sfi(let required, _): Phrase(sv: "Med \(required.label.sv)", en: "With \(required.label.en)")
        case .licence(let missing):
            Phrase(sv: "Med \(Keyword.licences(missing).sv)", en: "With \(Keyword.licences(missing).en)")
        case .dates: Phrase(sv: "Med hela tiden ledig", en: "With all those days free")
        case .weekdays: Phrase(sv: "Med de dagarna", en: "With those days")
        case .hours: Phrase(sv: "Med de timmarna", en: "With those hours")
        case .age: Phrase(sv: "Med åldern inne", en: "At that age")
        case .recordCheck: Phrase(sv: "Med utdraget visat", en: "With the extract shown")
        case .earmark: Phrase(sv: "Utan avsättningen", en: "Without the earmark")
        case .purpose: Phrase(sv: "Med det syftet", en: "With that purpose")
        case .clash: Phrase(sv: "Utan krocken", en: "Without the clash")
        case .noPlace, .supervisorFull: Phrase(sv: "Med en plats till", en: "With one more place")
        case .dormant: Phrase(sv: "Med erbjudandet bekräftat", en: "With the offer confirmed")
        case .supervisorUntrained: Phrase(sv: "Med handledaren utbildad", en: "With the supervisor trained")
        case .protected, .notOffered: Phrase(sv: "Annars", en: "Otherwise")
        }
    }
}

extension Keyword {
    /// Classes of the Swedish driving licence (Körkortslagen 1998:488, 2 kap.).
    private static let drivingClasses: Set<String> = [
        "AM", "A1", "A2", "A", "B", "BE", "C1", "C1E", "C", "CE", "D1", "D1E", "D", "DE",
    ]

    /// `körkort B`, `behörighet truck`.
    package static func licences(_ words: [Keyword]) -> Phrase {
        let driving = words.filter { drivingClasses.contains($0.rawValue) }.map(\.rawValue)
        let other = words.filter { !drivingClasses.contains($0.rawValue) }.map(\.rawValue)
        var phrases: [Phrase] = []
        if !driving.isEmpty {
            let list = driving.joined(separator: ", ")
            phrases.append(Phrase(sv: "körkort \(list)", en: "driving licence \(list)"))
        }
        if !other.isEmpty {
            let list = other.joined(separator: ", ")
            phrases.append(Phrase(sv: "behörighet \(list)", en: "licence \(list)"))
        }
        return Phrase.list(phrases)
    }
}
