public import Domain

/// Everything that can be asked of Praktik, and by whom: the one table of rights.
///
/// A role that is listed may ask; what it then reaches may be bounded further by its own unit or referrer. The raw value is
/// the action's name in the audit log.
public enum Action: String, Sendable, CaseIterable {
    case listUnits = "unit.list"
    case manageUnits = "unit.manage"
    case listReferrers = "referrer.list"
    case manageReferrers = "referrer.manage"
    case listSupervisors = "supervisor.list"
    case manageSupervisors = "supervisor.manage"
    case listUndertakings = "undertaking.list"
    case listSlots = "slot.list"
    case registerSlot = "slot.register"
    case changeSlot = "slot.change"
    case offerSlot = "slot.offer"
    case confirmSlot = "slot.confirm"
    case listRenewals = "renewal.list"
    case renewSlot = "slot.renew"
    case withdrawSlot = "slot.withdraw"
    case closeSlot = "slot.close"
    case listParticipants = "participant.list"
    case registerParticipant = "participant.register"
    case changeParticipant = "participant.change"
    case viewProtectedPerson = "participant.view_protected"
    case extractPersonalData = "participant.extract"
    case listPlacements = "placement.list"
    case addPlacement = "placement.add"
    case stepPlacement = "placement.step"
    case answerPlacement = "placement.answer"
    case approveAgreement = "agreement.approve"
    case changeAgreement = "agreement.change"
    case recordCheck = "check.record"
    case printDocument = "document.print"
    case runMatch = "match.run"
    case listRuns = "match.list"
    case decideMatch = "match.decide"
    case recordOutcome = "outcome.record"
    case listOutcomes = "outcome.list"
    case giveVoice = "voice.give"
    case readVoice = "voice.read"
    case complain = "complaint.make"
    case handleComplaint = "complaint.handle"
    case confirmOutcome = "outcome.confirm"
    case listFollowUps = "follow_up.list"
    case recordFollowUp = "follow_up.record"
    case answerFollowUp = "follow_up.answer"
    case importFile = "import"
    case listJobs = "job.list"
    case readFigures = "figures.read"
    case readFigureRows = "figures.rows"
    case closePeriod = "snapshot.close"
    case reopenPeriod = "snapshot.reopen"
    case manageUsers = "user.manage"
    case readSettings = "settings.read"
    case manageSettings = "settings.manage"
    case readAudit = "audit.read"
    case readRetention = "retention.read"
    case manageRetention = "retention.change"
    case runRetention = "retention.run"
    case readWorklist = "worklist.read"
    case readCalendar = "calendar.read"
    case manageCalendar = "calendar.manage"
    case deliverReport = "report.deliver"
    case reportFault = "fault.report"
    case manageFaultReports = "fault.manage"
    case signIn = "session.sign_in"
    case signOut = "session.sign_out"
    case useAccountLink = "account.use_link"
    case manageOwnAccount = "account.own"
    case listMail = "mail.list"
    case manageMail = "mail.manage"
    case remind = "mail.remind"
    case sendMail = "mail.send"
    case usePartyLink = "link.use"

    /// The roles that may ask for it.
    public var roles: Set<Role> {
        switch self {
        case .listUnits, .listReferrers:
            [.operator, .administrator, .coordinator, .registrar, .referrer, .statistician]
        case .listSupervisors, .manageSupervisors:
            [.operator, .coordinator, .registrar]
        case .listUndertakings:
            [.operator, .coordinator, .registrar, .statistician]
        case .listSlots:
            [.operator, .coordinator, .registrar, .referrer]
        case .listRenewals, .registerSlot, .changeSlot, .offerSlot, .confirmSlot, .renewSlot, .withdrawSlot, .closeSlot:
            [.operator, .coordinator, .registrar]
        case .manageUnits, .manageReferrers:
            [.operator, .administrator, .coordinator]
        case .listParticipants, .registerParticipant, .changeParticipant:
            [.operator, .coordinator, .referrer]
        case .viewProtectedPerson:
            // And of them the named officers only: see `refusal(of:)`.
            [.coordinator]
        case .listPlacements, .printDocument:
            [.operator, .coordinator, .registrar, .referrer]
        case .addPlacement, .runMatch, .listRuns, .decideMatch:
            [.operator, .coordinator]
        case .stepPlacement:
            // Which of the steps is PlacementLifecycle's to say.
            [.operator, .coordinator, .registrar, .referrer, .supervisor, .participant, .clock]
        case .answerPlacement:
            // Each for its own party; for the other, on a ground, the lifecycle's substitutes.
            [.operator, .coordinator, .registrar, .participant]
        case .approveAgreement:
            // Each for their own side; the coordinator on behalf of any, with a ground.
            [.operator, .coordinator, .registrar, .referrer, .participant]
        case .changeAgreement, .recordCheck:
            [.operator, .coordinator, .registrar]
        case .recordOutcome, .listOutcomes, .confirmOutcome, .listFollowUps, .recordFollowUp:
            [.operator, .coordinator]
        case .giveVoice, .complain:
            // Each for themselves; the coordinator for them, on a ground.
            [.coordinator, .participant]
        case .readVoice, .handleComplaint, .extractPersonalData:
            // As the participant was promised; an extract tells what they said.
            [.coordinator]
        case .answerFollowUp:
            // By a link: each in their own words, of the placement it was made for.
            [.registrar, .supervisor, .participant]
        case .importFile:
            [.operator, .coordinator]
        case .listJobs:
            // Others' only for those who run matching.
            [.operator, .coordinator, .registrar, .referrer]
        case .readFigureRows:
            // Rows are about persons; a statistician sees none.
            [.operator, .coordinator]
        case .readFigures, .closePeriod:
            // Whoever writes the report closes it.
            [.operator, .coordinator, .statistician]
        case .reopenPeriod:
            // It changes what is published, and its reason is found in the corrections' rows.
            [.operator, .coordinator]
        case .readWorklist:
            [.operator, .coordinator]
        case .readCalendar:
            [.operator, .administrator, .coordinator, .statistician]
        case .manageCalendar:
            [.operator, .administrator, .coordinator]
        case .deliverReport:
            [.operator, .coordinator, .statistician]
        case .reportFault:
            Role.signingIn.union([.visitor])
        case .manageUsers, .manageSettings, .readAudit, .manageFaultReports, .readRetention, .manageRetention,
            .runRetention:
            [.operator, .administrator]
        case .readSettings:
            [.operator, .administrator, .coordinator]
        case .signIn, .useAccountLink:
            Role.signingIn.union([.visitor])
        case .signOut, .manageOwnAccount:
            Role.signingIn
        case .listMail, .manageMail:
            [.operator, .administrator, .coordinator]
        case .remind:
            [.operator, .coordinator]
        case .sendMail:
            [.clock]
        case .usePartyLink:
            [.visitor, .registrar, .referrer, .supervisor, .participant]
        }
    }

    /// Why an actor may not ask for it; nil for those who may: the role, the named officer's right, a token's scopes.
    public func refusal(of actor: Actor) -> Refusal? {
        guard roles.contains(actor.role) else { return .notAllowed(self, actor.role) }
        if self == .viewProtectedPerson, !actor.isNamedOfficer { return .notNamedOfficer }
        if let scopes = actor.scopes {
            guard let scope, !scopes.isDisjoint(with: scope.covering) else { return .outsideTokenScopes(self) }
        }
        return nil
    }

    /// The scope a program's token needs for it; nil for what no token can do: what leads to a sign-in, and what is open to
    /// anybody.
    public var scope: TokenScope? {
        switch self {
        case .listUnits, .listReferrers, .listSupervisors, .listUndertakings: .unitsRead
        case .manageUnits, .manageReferrers, .manageSupervisors: .unitsWrite
        case .listSlots, .listRenewals: .slotsRead
        case .registerSlot, .changeSlot, .offerSlot, .confirmSlot, .renewSlot, .withdrawSlot, .closeSlot: .slotsWrite
        case .listParticipants: .participantsRead
        case .registerParticipant, .changeParticipant: .participantsWrite
        case .viewProtectedPerson: .protectedRead
        case .listPlacements, .printDocument: .placementsRead
        case .addPlacement, .stepPlacement, .answerPlacement, .approveAgreement, .changeAgreement, .recordCheck:
            .placementsWrite
        case .listRuns: .matchingRead
        case .runMatch, .decideMatch: .matchingWrite
        case .readVoice, .extractPersonalData: .voiceRead
        case .giveVoice, .complain, .handleComplaint: .voiceWrite
        case .listOutcomes, .listFollowUps: .outcomesRead
        case .recordOutcome, .confirmOutcome, .recordFollowUp: .outcomesWrite
        case .importFile: .importsWrite
        case .listJobs: .jobsRead
        case .readFigures, .readFigureRows, .readCalendar: .figuresRead
        case .manageCalendar, .deliverReport, .closePeriod, .reopenPeriod: .figuresWrite
        case .manageUsers: .usersWrite
        case .readSettings: .settingsRead
        case .manageSettings, .manageRetention, .runRetention: .settingsWrite
        case .readRetention: .settingsRead
        case .readAudit: .auditRead
        case .readWorklist: .placementsRead
        case .manageFaultReports: .settingsWrite
        case .manageOwnAccount: .accountWrite
        case .listMail: .placementsRead
        case .manageMail, .remind: .placementsWrite
        case .signIn, .signOut, .useAccountLink, .reportFault, .sendMail, .usePartyLink, .answerFollowUp: nil
        }
    }

    /// What it is called in a sentence that refuses it.
    public var label: Phrase {
        switch self {
        case .listUnits: Phrase(sv: "se enheter", en: "see units")
        case .manageUnits: Phrase(sv: "lägga upp och ändra enheter", en: "add and change units")
        case .listReferrers: Phrase(sv: "se anvisare", en: "see referrers")
        case .manageReferrers: Phrase(sv: "lägga upp och ändra anvisare", en: "add and change referrers")
        case .listSupervisors: Phrase(sv: "se handledare", en: "see supervisors")
        case .manageSupervisors: Phrase(sv: "lägga upp och ändra handledare", en: "add and change supervisors")
        case .listUndertakings: Phrase(sv: "se åtaganden", en: "see undertakings")
        case .listSlots: Phrase(sv: "se praktikplatser", en: "see slots")
        case .registerSlot: Phrase(sv: "registrera praktikplatser", en: "register slots")
        case .changeSlot: Phrase(sv: "ändra praktikplatser", en: "change slots")
        case .offerSlot: Phrase(sv: "erbjuda praktikplatser", en: "offer slots")
        case .confirmSlot: Phrase(sv: "bekräfta praktikplatser", en: "confirm slots")
        case .listRenewals: Phrase(sv: "se vad som väntar på förnyelse", en: "see what awaits renewal")
        case .renewSlot: Phrase(sv: "förnya praktikplatser", en: "renew slots")
        case .withdrawSlot: Phrase(sv: "dra tillbaka praktikplatser", en: "withdraw slots")
        case .closeSlot: Phrase(sv: "stänga praktikplatser", en: "close slots")
        case .listParticipants: Phrase(sv: "se deltagare", en: "see participants")
        case .registerParticipant: Phrase(sv: "registrera deltagare", en: "register participants")
        case .changeParticipant: Phrase(sv: "ändra deltagare", en: "change participants")
        case .viewProtectedPerson: Phrase(sv: "se skyddade personer", en: "see protected persons")
        case .extractPersonalData: Phrase(sv: "göra utdrag om personer", en: "make extracts of personal data")
        case .listPlacements: Phrase(sv: "se placeringar", en: "see placements")
        case .addPlacement: Phrase(sv: "placera deltagare", en: "place participants")
        case .stepPlacement: Phrase(sv: "ändra en placerings läge", en: "change a placement's state")
        case .answerPlacement: Phrase(sv: "svara på förslag", en: "answer proposals")
        case .approveAgreement: Phrase(sv: "godkänna överenskommelser", en: "approve agreements")
        case .changeAgreement: Phrase(sv: "ändra överenskommelser", en: "change agreements")
        case .printDocument: Phrase(sv: "skriva ut dokument", en: "print documents")
        case .recordCheck: Phrase(sv: "anteckna kontroller före start", en: "record checks before a start")
        case .runMatch: Phrase(sv: "köra matchning", en: "run matching")
        case .listRuns: Phrase(sv: "se matchningar", en: "see match runs")
        case .decideMatch: Phrase(sv: "besluta om matchning", en: "decide matching")
        case .recordOutcome: Phrase(sv: "registrera utfall", en: "record outcomes")
        case .listOutcomes: Phrase(sv: "se utfall", en: "see outcomes")
        case .giveVoice: Phrase(sv: "svara på frågor om en praktik", en: "answer questions about a placement")
        case .readVoice:
            Phrase(
                sv: "läsa vad deltagare säger om sin praktik", en: "read what participants say of their placements")
        case .complain: Phrase(sv: "klaga på en praktik", en: "complain about a placement")
        case .handleComplaint: Phrase(sv: "hantera klagomål", en: "handle complaints")
        case .confirmOutcome: Phrase(sv: "säga vilket utfall som gäller", en: "say which outcome counts")
        case .listFollowUps: Phrase(sv: "se uppföljningar", en: "see follow-ups")
        case .recordFollowUp: Phrase(sv: "anteckna uppföljningar", en: "record follow-ups")
        case .answerFollowUp: Phrase(sv: "svara på uppföljningar", en: "answer follow-ups")
        case .importFile: Phrase(sv: "läsa in filer", en: "import files")
        case .listJobs: Phrase(sv: "följa arbeten i bakgrunden", en: "follow work in the background")
        case .readFigureRows: Phrase(sv: "se raderna bakom siffrorna", en: "see the rows behind the figures")
        case .closePeriod: Phrase(sv: "stänga perioder", en: "close periods")
        case .reopenPeriod: Phrase(sv: "öppna stängda perioder", en: "open closed periods again")
        case .readFigures: Phrase(sv: "se siffror", en: "read figures")
        case .manageUsers: Phrase(sv: "hantera användare", en: "manage users")
        case .readSettings: Phrase(sv: "se inställningar", en: "see settings")
        case .manageSettings: Phrase(sv: "ändra inställningar", en: "change settings")
        case .readRetention: Phrase(sv: "se vad som ska gallras", en: "see what is to be erased")
        case .manageRetention: Phrase(sv: "ändra gallringsfrister", en: "change retention periods")
        case .runRetention: Phrase(sv: "gallra personuppgifter", en: "erase personal data by rule")
        case .readWorklist: Phrase(sv: "se vad som väntar på åtgärd", en: "see what awaits action")
        case .readCalendar: Phrase(sv: "se vilka rapporter som ska lämnas", en: "see which reports are due")
        case .manageCalendar: Phrase(sv: "ändra rapportkalendern", en: "change the report calendar")
        case .deliverReport: Phrase(sv: "anteckna lämnade rapporter", en: "note reports handed in")
        case .reportFault: Phrase(sv: "anmäla brister i tillgängligheten", en: "report accessibility faults")
        case .manageFaultReports:
            Phrase(sv: "hantera anmälda brister i tillgängligheten", en: "handle reported accessibility faults")
        case .readAudit: Phrase(sv: "läsa granskningsloggen", en: "read the audit log")
        case .signIn: Phrase(sv: "logga in", en: "sign in")
        case .signOut: Phrase(sv: "logga ut", en: "sign out")
        case .useAccountLink: Phrase(sv: "använda en inloggningslänk", en: "use a sign-in link")
        case .manageOwnAccount: Phrase(sv: "hantera sitt eget konto", en: "manage an account of one's own")
        case .listMail: Phrase(sv: "se utskick", en: "see mail")
        case .manageMail: Phrase(sv: "skicka om och dra tillbaka utskick", en: "send mail again and withdraw it")
        case .remind: Phrase(sv: "påminna den som inte har svarat", en: "remind those who have not answered")
        case .sendMail: Phrase(sv: "skicka e-post", en: "send mail")
        case .usePartyLink: Phrase(sv: "svara genom en länk", en: "answer by a link")
        }
    }
}
