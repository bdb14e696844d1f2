/// What a program's token may be used for: `read` or `write` for the daily work as a whole, or finer by what it is about.
///
/// A scope never gives more than the token's owner may do at the moment. Persons with protected identity, what participants
/// say in confidence, users, settings and the log are in neither `read` nor `write`: they have to be named.
public enum TokenScope: String, Vocabulary {
    case read
    case write
    case unitsRead = "units:read"
    case unitsWrite = "units:write"
    case slotsRead = "slots:read"
    case slotsWrite = "slots:write"
    case participantsRead = "participants:read"
    case participantsWrite = "participants:write"
    case placementsRead = "placements:read"
    case placementsWrite = "placements:write"
    case matchingRead = "matching:read"
    case matchingWrite = "matching:write"
    case outcomesRead = "outcomes:read"
    case outcomesWrite = "outcomes:write"
    case voiceRead = "voice:read"
    case voiceWrite = "voice:write"
    case figuresRead = "figures:read"
    case figuresWrite = "figures:write"
    case importsWrite = "imports:write"
    case jobsRead = "jobs:read"
    case protectedRead = "protected:read"
    case usersWrite = "users:write"
    case settingsRead = "settings:read"
    case settingsWrite = "settings:write"
    case auditRead = "audit:read"
    case accountWrite = "account:write"

    public var label: Phrase {
        switch self {
        case .read: Phrase(sv: "läsa allt i det dagliga arbetet", en: "read everything in the daily work")
        case .write:
            Phrase(sv: "läsa och ändra allt i det dagliga arbetet", en: "read and change everything in the daily work")
        case .unitsRead:
            Phrase(
                sv: "läsa enheter, anvisare, handledare och åtaganden",
                en: "read units, referrers, supervisors and undertakings")
        case .unitsWrite:
            Phrase(
                sv: "läsa och ändra enheter, anvisare och handledare",
                en: "read and change units, referrers and supervisors")
        case .slotsRead: Phrase(sv: "läsa praktikplatser", en: "read slots")
        case .slotsWrite: Phrase(sv: "läsa och ändra praktikplatser", en: "read and change slots")
        case .participantsRead: Phrase(sv: "läsa deltagare", en: "read participants")
        case .participantsWrite: Phrase(sv: "läsa och registrera deltagare", en: "read and register participants")
        case .placementsRead: Phrase(sv: "läsa placeringar", en: "read placements")
        case .placementsWrite: Phrase(sv: "läsa och ändra placeringar", en: "read and change placements")
        case .matchingRead: Phrase(sv: "läsa matchningar", en: "read match runs")
        case .matchingWrite: Phrase(sv: "köra och besluta matchningar", en: "run and decide matching")
        case .outcomesRead: Phrase(sv: "läsa utfall", en: "read outcomes")
        case .outcomesWrite: Phrase(sv: "läsa och registrera utfall", en: "read and record outcomes")
        case .voiceRead:
            Phrase(sv: "läsa deltagares svar och klagomål", en: "read participants' answers and complaints")
        case .voiceWrite:
            Phrase(
                sv: "läsa och anteckna deltagares svar och klagomål",
                en: "read and record participants' answers and complaints")
        case .figuresRead: Phrase(sv: "läsa siffror", en: "read figures")
        case .figuresWrite:
            Phrase(sv: "läsa siffror och sköta rapportkalendern", en: "read figures and keep the report calendar")
        case .importsWrite: Phrase(sv: "läsa in filer", en: "import files")
        case .jobsRead: Phrase(sv: "följa bakgrundsarbeten", en: "follow background jobs")
        case .protectedRead: Phrase(sv: "se personer med skyddade uppgifter", en: "see persons with protected identity")
        case .usersWrite:
            Phrase(
                sv: "lägga upp, ändra och stänga användare av alla roller, men inte göra länkar att logga in med",
                en: "add, change and close users of every role, but make no links to sign in by")
        case .settingsRead: Phrase(sv: "läsa inställningar", en: "read settings")
        case .settingsWrite: Phrase(sv: "ändra inställningar", en: "change settings")
        case .auditRead: Phrase(sv: "läsa granskningsloggen", en: "read the audit log")
        case .accountWrite:
            Phrase(
                sv: "hantera sitt eget kontos nycklar och inloggningar",
                en: "manage the account's own tokens and sign-ins")
        }
    }

    /// Every scope that holds this one, itself first: whoever may write may read.
    public var covering: [TokenScope] {
        switch self {
        case .read: [.read, .write]
        case .write: [.write]
        case .unitsRead: [self, .unitsWrite, .read, .write]
        case .slotsRead: [self, .slotsWrite, .read, .write]
        case .participantsRead: [self, .participantsWrite, .read, .write]
        case .placementsRead: [self, .placementsWrite, .read, .write]
        case .matchingRead: [self, .matchingWrite, .read, .write]
        case .outcomesRead: [self, .outcomesWrite, .read, .write]
        case .figuresRead: [self, .figuresWrite, .read, .write]
        case .jobsRead: [self, .importsWrite, .matchingWrite, .read, .write]
        case .unitsWrite, .slotsWrite, .participantsWrite, .placementsWrite, .matchingWrite, .outcomesWrite,
            .figuresWrite, .importsWrite:
            [self, .write]
        case .settingsRead: [self, .settingsWrite]
        case .voiceRead: [self, .voiceWrite]
        case .voiceWrite, .protectedRead, .usersWrite, .settingsWrite, .auditRead, .accountWrite: [self]
        }
    }
}
