public import Domain
public import Statistics

/// Why something asked for was not done. Closed: the web maps each case to a status, the console to exit code 1; both show
/// the sentence, which holds no personal data.
public enum Refusal: PhrasedError, Equatable {
    /// The role may not ask for this at all.
    case notAllowed(Action, Role)
    /// The role may, but not for this unit or referrer, which the actor knows of. What the actor may not know to be there is
    /// refused as what is not there: ``noSuch(_:_:)``.
    case outsideScope(Action)
    /// The role may, but not whoever is no named officer.
    case notNamedOfficer
    /// The token's owner may, but the token was not made for it.
    case outsideTokenScopes(Action)
    case noSuch(EntityKind, String)
    case codeTaken(EntityKind)
    /// A value of the request, by the name of its option or column.
    case value(String, ValueError)
    case unknownUser(String)
    /// Wrong name or password, no account, a disabled one: which of them is nobody's to know.
    case signInFailed
    /// Too many attempts for the name or from the address.
    case signInLimited(retryAfter: Duration)
    /// What accounts, links and tokens refuse.
    case account(AccountRefusal)
    /// What agreements and the checks before a start refuse.
    case agreement(AgreementRefusal)
    /// What participants' answers and complaints refuse.
    case voice(VoiceRefusal)
    case reasonMissing
    case stepIllegal(from: PlacementState, to: PlacementState)
    case stepNotYours(PlacementTransition, Role)
    /// A step that the database keeps for other roles.
    case stepOfAnother
    /// An answer that is another party's to give.
    case answerNotYours
    /// An answer for a party, without saying why the party does not give it.
    case groundMissing
    /// The placement is no proposal any more.
    case answersClosed
    /// A proposal whose time to be answered is not out.
    case answerAwaited(until: Day)
    /// Nobody is next for the place of a placement, or somebody has been proposed for it already.
    case nobodyNext
    case correctionNotYours
    case nothingToCorrect
    case dayNotReached(Day)
    case endOutsidePlacement
    case slotStepIllegal(from: SlotState, to: SlotState)
    case personOccupied
    case slotFull
    case slotStillOccupied
    /// More people than the supervisor takes on a day, over all their slots together.
    case supervisorFull
    /// There are more people on a day than the supervisor would take.
    case supervisorStillGuides
    case supervisorUntrained
    case outcomeNeedsOneSubject
    /// A follow-up tells nothing of what it is for.
    case followUpEmpty(FollowUpMoment)
    /// What is known of a status is told at a follow-up, and the status is not.
    case followUpStatusMissing
    /// A status for a follow-up whose days have not come.
    case followUpNotYet(Day)
    /// A status for a follow-up whose days are over; another's have begun.
    case followUpOver(Day)
    /// Nothing is asked of a party just now.
    case nothingAsked
    /// An outcome that no other contradicts.
    case nothingToConfirm
    case notEligible([Phrase])
    case runDecided
    /// A message that cannot be sent again or taken back, since it stands thus.
    case messageOver(MessageState)
    /// Nobody is to be reminded, or everybody was today.
    case nobodyToRemind
    /// What has changed since the run, one sentence a pair.
    case runStale([Phrase])
    /// Why a round cannot be computed as it was asked for.
    case round(MatchFault)
    /// A stored run that its own inputs do not give again.
    case runNotRepeated
    case moreWithdrawnThanOffered(Int)
    case renewedAlready
    case placesAlreadyWithdrawn
    /// A report that is not due on that day.
    case reportNotDue(Day)
    case reportDeliveredAlready
    case reportNotDelivered(Day)
    /// Another erasure by rule is under way.
    case retentionUnderWay
    /// Somebody who was to be erased is not due any more.
    case retentionNotDue
    /// A run out of which somebody was erased by rule; it cannot be computed again.
    case runErased(Day)
    /// What the closing of periods refuses.
    case snapshot(SnapshotRefusal)
    /// Figures that cannot be published without telling a small count.
    case disclosure(DisclosureRefusal)
    /// The record has been changed by somebody since it was read; what it says now must be read first.
    case changedMeanwhile(EntityKind, String)
    /// A file that is not imported, with every fault of it.
    case importFaults(ImportFaults)
    /// A rule of the database that no case above names; the name is the constraint's.
    case rule(String)

    /// The refusal's name in the audit log and in JSON.
    public var code: String {
        switch self {
        case .notAllowed: "not_allowed"
        case .outsideScope: "outside_scope"
        case .notNamedOfficer: "not_named_officer"
        case .outsideTokenScopes: "outside_token_scopes"
        case .noSuch: "no_such"
        case .codeTaken: "code_taken"
        case .value: "value"
        case .unknownUser: "unknown_user"
        case .signInFailed: "sign_in_failed"
        case .signInLimited: "sign_in_limited"
        case .account(let refusal): refusal.code
        case .agreement(let refusal): refusal.code
        case .voice(let refusal): refusal.code
        case .reasonMissing: "reason_missing"
        case .stepIllegal: "step_illegal"
        case .stepNotYours: "step_not_yours"
        case .stepOfAnother: "step_of_another"
        case .answerNotYours: "answer_not_yours"
        case .groundMissing: "ground_missing"
        case .answersClosed: "answers_closed"
        case .answerAwaited: "answer_awaited"
        case .nobodyNext: "nobody_next"
        case .correctionNotYours: "correction_not_yours"
        case .nothingToCorrect: "nothing_to_correct"
        case .dayNotReached: "day_not_reached"
        case .endOutsidePlacement: "end_outside_placement"
        case .slotStepIllegal: "slot_step_illegal"
        case .personOccupied: "person_occupied"
        case .slotFull: "slot_full"
        case .slotStillOccupied: "slot_still_occupied"
        case .supervisorFull: "supervisor_full"
        case .supervisorStillGuides: "supervisor_still_guides"
        case .supervisorUntrained: "supervisor_untrained"
        case .outcomeNeedsOneSubject: "outcome_needs_one_subject"
        case .followUpEmpty: "follow_up_empty"
        case .followUpStatusMissing: "follow_up_status_missing"
        case .followUpNotYet: "follow_up_not_yet"
        case .followUpOver: "follow_up_over"
        case .nothingAsked: "nothing_asked"
        case .nothingToConfirm: "nothing_to_confirm"
        case .notEligible: "not_eligible"
        case .runDecided: "run_decided"
        case .messageOver: "message_over"
        case .nobodyToRemind: "nobody_to_remind"
        case .runStale: "run_stale"
        case .round: "round"
        case .runNotRepeated: "run_not_repeated"
        case .moreWithdrawnThanOffered: "more_withdrawn_than_offered"
        case .renewedAlready: "renewed_already"
        case .placesAlreadyWithdrawn: "places_already_withdrawn"
        case .reportNotDue: "report_not_due"
        case .reportDeliveredAlready: "report_delivered_already"
        case .reportNotDelivered: "report_not_delivered"
        case .retentionUnderWay: "retention_under_way"
        case .retentionNotDue: "retention_not_due"
        case .runErased: "run_erased"
        case .snapshot(let refusal): refusal.code
        case .disclosure: "disclosure"
        case .changedMeanwhile: "changed_meanwhile"
        case .importFaults: "import_faults"
        case .rule(let name): "rule." + name
        }
    }
}

/// The entities a sentence can speak of.
public enum EntityKind: String, Sendable, CaseIterable {
    case unit, referrer, supervisor, undertaking, slot, participant, placement, outcome, run, user, job, token, session
    case agreement, course, complaint
    case voiceAnswer = "voice_answer"
    case followUp = "follow_up"
    case auditEntry = "audit_entry"
    case settings
    case faultReport = "fault_report"
    case reportDuty = "report_duty"
    case message
    case partyLink = "party_link"
    case retentionRule = "retention_rule"
    case retentionRun = "retention_run"

    public var label: Phrase {
        switch self {
        case .unit: Phrase(sv: "enhet", en: "unit")
        case .referrer: Phrase(sv: "anvisare", en: "referrer")
        case .supervisor: Phrase(sv: "handledare", en: "supervisor")
        case .undertaking: Phrase(sv: "åtagande", en: "undertaking")
        case .slot: Phrase(sv: "praktikplats", en: "slot")
        case .participant: Phrase(sv: "deltagare", en: "participant")
        case .placement: Phrase(sv: "placering", en: "placement")
        case .outcome: Phrase(sv: "utfall", en: "outcome")
        case .run: Phrase(sv: "matchning", en: "match run")
        case .user: Phrase(sv: "användare", en: "user")
        case .auditEntry: Phrase(sv: "loggpost", en: "log entry")
        case .settings: Phrase(sv: "inställningarna för", en: "settings of")
        case .faultReport: Phrase(sv: "felanmälan", en: "fault report")
        case .reportDuty: Phrase(sv: "återkommande rapport", en: "recurring report")
        case .message: Phrase(sv: "utskick", en: "message")
        case .partyLink: Phrase(sv: "länk", en: "link")
        case .retentionRule: Phrase(sv: "gallringsfrist", en: "retention period")
        case .retentionRun: Phrase(sv: "gallring", en: "erasure by rule")
        case .job: Phrase(sv: "bakgrundsarbete", en: "background job")
        case .token: Phrase(sv: "nyckel", en: "token")
        case .agreement: Phrase(sv: "överenskommelse", en: "agreement")
        case .course: Phrase(sv: "kurs", en: "course")
        case .complaint: Phrase(sv: "klagomål", en: "complaint")
        case .voiceAnswer: Phrase(sv: "deltagares svar", en: "participant's answers")
        case .followUp: Phrase(sv: "uppföljning", en: "follow-up")
        case .session: Phrase(sv: "inloggning", en: "session")
        }
    }
}
