import Domain
import Operations

/// The parts of the service, as the navigation shows them: each to those who may see its first page.
enum Section: String, Sendable, CaseIterable {
    case start, slots, participants, rounds, placements, outcomes, voice, figures, calendar, units, mail,
        imports, users, settings, audit, retention

    var path: String {
        switch self {
        case .start: "/"
        default: "/" + rawValue
        }
    }

    var label: Phrase {
        switch self {
        case .start: Phrase(sv: "Start", en: "Start")
        case .slots: Phrase(sv: "Platser", en: "Slots")
        case .participants: Phrase(sv: "Deltagare", en: "Participants")
        case .rounds: Phrase(sv: "Matchning", en: "Matching")
        case .placements: Phrase(sv: "Placeringar", en: "Placements")
        case .outcomes: Phrase(sv: "Utfall", en: "Outcomes")
        case .voice: Phrase(sv: "Röster", en: "Voices")
        case .figures: Phrase(sv: "Siffror", en: "Figures")
        case .calendar: Phrase(sv: "Rapporter", en: "Reports")
        case .units: Phrase(sv: "Enheter", en: "Units")
        case .mail: Phrase(sv: "Utskick", en: "Mail")
        case .imports: Phrase(sv: "Läs in", en: "Import")
        case .users: Phrase(sv: "Användare", en: "Users")
        case .settings: Phrase(sv: "Inställningar", en: "Settings")
        case .audit: Phrase(sv: "Granskningslogg", en: "Audit log")
        case .retention: Phrase(sv: "Gallring", en: "Retention")
        }
    }

    /// What one must be allowed to do to find it in the navigation; nil is everybody.
    private var action: Action? {
        switch self {
        case .start: nil
        case .slots: .listSlots
        case .participants: .listParticipants
        case .rounds: .listRuns
        case .placements: .listPlacements
        case .outcomes: .listOutcomes
        case .voice: .readVoice
        case .figures: .readFigures
        case .calendar: .readCalendar
        case .units: .listUnits
        case .mail: .listMail
        case .imports: .importFile
        case .users, .settings: .manageUsers
        case .audit: .readAudit
        case .retention: .readRetention
        }
    }

    /// In the navigation's order; those whose pages are not there do not show.
    static func shown(to visit: Visit) -> [Section] {
        guard visit.who != nil else { return [] }
        let served = visit.site.sections
        return allCases.filter { section in
            served.contains(section) && (section.action.map { visit.may($0) } ?? true)
        }
    }
}
