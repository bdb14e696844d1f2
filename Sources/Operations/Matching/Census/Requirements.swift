import Domain
import Store

extension SlotFacts {
    /// What the slot asks for, in words.
    var requirements: [Phrase] {
        var asked: [Phrase] = []
        if let sfiRequired {
            asked.append(Phrase(sv: "godkänd SFI \(sfiRequired.rawValue)", en: "passed SFI \(sfiRequired.rawValue)"))
        }
        if !licences.isEmpty {
            let list = licences.map(\.rawValue).joined(separator: ", ")
            asked.append(Phrase(sv: "körkort eller behörighet \(list)", en: "licence \(list)"))
        }
        if let minimumAge { asked.append(Phrase(sv: "minst \(minimumAge) år", en: "\(minimumAge) years at least")) }
        if recordCheck {
            asked.append(
                Phrase(sv: "utdrag ur belastningsregistret visat", en: "extract from the criminal records shown"))
        }
        if let earmark { asked.append(Phrase(sv: "avsatt för \(earmark)", en: "kept for \(earmark)")) }
        if let purpose { asked.append(Phrase(sv: "syfte \(purpose.label.sv)", en: "purpose \(purpose.label.en)")) }
        if let minutesPerDay {
            let hours = Quantity.hours(minutesPerDay)
            asked.append(Phrase(sv: "\(hours.sv) om dagen", en: "\(hours.en) a day"))
        }
        if weekdays != .mondayToFriday {
            asked.append(
                Phrase(sv: weekdays.names(in: .swedish), en: weekdays.names(in: .english)))
        }
        return asked
    }
}
