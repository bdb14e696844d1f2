import Domain
import Postgres

extension Refusal {
    /// What a named constraint's refusal means to the person who asked; nil for an error that is no refusal.
    ///
    /// The one table from the schema's names to sentences.
    init?(_ error: PostgresError) {
        guard case .server(let server) = error else { return nil }
        if let constraint = server.constraint {
            self = Self.byConstraint[constraint] ?? .rule(constraint)
        } else {
            return nil
        }
    }

    private static let byConstraint: [String: Refusal] = [
        "retention_due": .retentionNotDue,
        "placement_person_no_overlap": .personOccupied,
        "placement_within_capacity": .slotFull,
        "placement_step_role": .stepOfAnother,
        "placement_answer_to_proposal": .answersClosed,
        "placement_replaced_once": .nobodyNext,
        "placement_answer_role": .answerNotYours,
        "follow_up_report_role": .answerNotYours,
        "outcome_source_role": .answerNotYours,
        "placement_within_supervision": .supervisorFull,
        "slot_within_supervision": .supervisorFull,
        "agreement_within_supervision": .supervisorFull,
        "supervisor_covers_people": .supervisorStillGuides,
        "placement_supervisor_trained": .supervisorUntrained,
        "slot_supervisor_trained": .supervisorUntrained,
        "agreement_supervisor_trained": .supervisorUntrained,
        "slot_covers_occupancy": .slotStillOccupied,
        "slot_withdrawal_covers_occupancy": .slotStillOccupied,
        "placement_reason_given": .reasonMissing,
        "placement_end_in_order": .endOutsidePlacement,
        "placement_interrupted_inside": .endOutsidePlacement,
        "slot_withdrawal_reason_given": .reasonMissing,
        "slot_renewed_once": .renewedAlready,
        "slot_extratjanst_is_history": .value("kind", .kindClosed),
        "slot_minimum_age": .value("minimum_age", .minimumAge),
        "supervisor_capacity": .value("capacity", .supervisionCapacity),
        "organisation_unit_period": .value("valid_to", .periodReversed),
        "organisation_unit_no_circle": .value("parent", .unitCircle),
        "organisation_unit_not_own_parent": .value("parent", .unitCircle),
        "organisation_unit_not_own_successor": .value("successor", .unitCircle),
        "organisation_unit_code": .codeTaken(.unit),
        "referrer_code": .codeTaken(.referrer),
        "supervisor_code": .codeTaken(.supervisor),
        "undertaking_code": .codeTaken(.undertaking),
        "slot_code": .codeTaken(.slot),
        "participant_reference": .codeTaken(.participant),
        "placement_agreement_approved": .agreement(.notApproved([])),
        "placement_checks_made": .agreement(.checksMissing([])),
        "placement_as_agreed": .agreement(.otherThanAgreed),
        "agreement_within_day": .agreement(.pastMidnight),
        "placement_code": .codeTaken(.placement),
        "outcome_code": .codeTaken(.outcome),
        "user_account_name": .codeTaken(.user),
        "user_account_email": .account(.emailTaken),
        "user_account_scope": .account(.scope),
        "user_account_named_officer": .account(.namedOfficerNeedsCoordinator),
        "report_duty_code": .codeTaken(.reportDuty),
        "report_delivery_once": .reportDeliveredAlready,
        "voice_answer_once": .voice(.givenAlready),
        "voice_answer_due": .voice(.notAsked),
        "voice_role": .voice(.notYours),
        "complaint_daily": .voice(.tooManyComplaints),
        "complaint_handled_once": .voice(.handledAlready),
        "api_token_name": .account(.tokenNameTaken),
    ]
}
