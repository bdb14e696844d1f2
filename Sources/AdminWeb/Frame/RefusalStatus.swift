import HTTPTypes
import Operations

extension Refusal {
    /// The one table from refusals to HTTP statuses, for pages and API.
    var status: HTTPResponse.Status {
        switch self {
        case .notAllowed, .notNamedOfficer, .outsideTokenScopes, .stepNotYours, .stepOfAnother, .answerNotYours,
            .correctionNotYours,
            .outsideScope:
            .forbidden
        // Whoever may not know that it is there is told what is told of what is not there.
        case .noSuch, .unknownUser: .notFound
        case .signInFailed: .unprocessableContent
        case .signInLimited: .tooManyRequests
        case .account(let refusal): refusal.status
        case .agreement(let refusal): refusal.status
        case .voice(let refusal): refusal.status
        case .snapshot(.notClosed), .snapshot(.noSuchNumber): .notFound
        case .snapshot(.freePeriod): .unprocessableContent
        case .snapshot: .conflict
        case .value, .reasonMissing, .groundMissing, .importFaults, .outcomeNeedsOneSubject, .round,
            .followUpEmpty, .followUpStatusMissing:
            .unprocessableContent
        case .codeTaken, .stepIllegal, .answersClosed, .nobodyNext, .answerAwaited, .nothingToCorrect, .dayNotReached,
            .endOutsidePlacement, .slotStepIllegal,
            .messageOver, .nobodyToRemind, .personOccupied, .slotFull, .slotStillOccupied, .supervisorFull,
            .supervisorStillGuides,
            .supervisorUntrained, .notEligible, .runDecided, .runStale, .runNotRepeated, .followUpNotYet, .followUpOver,
            .nothingAsked, .nothingToConfirm,
            .moreWithdrawnThanOffered, .renewedAlready, .placesAlreadyWithdrawn, .reportNotDue,
            .reportDeliveredAlready, .reportNotDelivered, .changedMeanwhile, .disclosure, .retentionUnderWay,
            .retentionNotDue, .runErased, .rule:
            .conflict
        }
    }
}

extension AccountRefusal {
    fileprivate var status: HTTPResponse.Status {
        switch self {
        case .externalUnknown, .cannotSignIn, .roleNotYours, .scopeNotYours, .tokenOfAnother, .linkByToken:
            .forbidden
        case .linkInvalid: .notFound
        case .passwordWrong, .password, .scope, .namedOfficerNeedsCoordinator, .tokenLife,
            .scopesMissing:
            .unprocessableContent
        case .own, .disabled, .emailTaken, .tokenNameTaken: .conflict
        }
    }
}

extension AgreementRefusal {
    fileprivate var status: HTTPResponse.Status {
        switch self {
        case .partyNotYours: .forbidden
        case .partyMissing, .languageGoalMissing, .outsideSlot, .unchanged, .pastMidnight,
            .checkNotRecorded:
            .unprocessableContent
        case .missing, .notOpen, .inForce, .notApproved, .approvedAlready, .checksMissing, .checkRecordedAlready,
            .begun, .otherThanAgreed, .notCompleted, .printerMissing, .printFailed:
            .conflict
        }
    }
}

extension VoiceRefusal {
    fileprivate var status: HTTPResponse.Status {
        switch self {
        case .notYours: .forbidden
        case .notAsked, .givenAlready, .handledAlready, .tooManyComplaints: .conflict
        case .language, .texts: .unprocessableContent
        }
    }
}
