import Domain
import Operations
import Store

extension Representation<ParticipantDetail> {
    /// The least that its readers need: an identity number is never whole, and there is no other identifier than the
    /// referrer's own reference.
    static let participant = Representation(
        "Participant", "A person as one referrer refers them. Protected persons stand in no list."
    ) {
        APIField("referrer", "The referrer's code.") { $0.participant.referrer }
        APIField("reference", "The referrer's own key of the person.") { $0.participant.reference }
        APIField("identity_type", "What kind of number identifies the person.") { detail in
            detail.participant.identity.map(\.type) ?? .none
        }
        APIField("birth_date", "So far as it is known to the day.") { $0.participant.birthDate }
        APIField("sex", "As on file.") { $0.participant.sex }
        APIField("given_name", "The given name.") { $0.participant.givenName }
        APIField("family_name", "The family name.") { $0.participant.familyName }
        APIField("email", "Where the person is reached.") { $0.participant.email }
        APIField("phone", "Where the person is reached.") { $0.participant.phone }
        APIField("language", "The person's language.") { $0.participant.language }
        APIField("protected", "Whether the identity is protected.") { $0.isPersonProtected }
        APIField("sfi_passed", "The highest SFI course passed.") { $0.participant.sfiPassed }
        APIField("licences", "The person's licences.") { $0.participant.licences }
        APIField("record_check_shown_on", "When an extract from the criminal records was shown.") {
            $0.participant.recordCheckShownOn
        }
        APIField("occupations", "Occupations sought by SSYK 2012, best first.") { $0.participant.occupations }
        APIField("wishes", "Slots wished for, best first.") { $0.participant.wishes }
        APIField("available_from", "The first day.") { $0.participant.availableFrom }
        APIField("available_to", "The last day.") { $0.participant.availableTo }
        APIField("weekdays", "1 is Monday, 7 Sunday.") { $0.participant.weekdays }
        APIField("hours_per_day", "Hours a day; null is full time.") { $0.participant.hoursPerDay }
        APIField("areas", "Where the person can work; empty is anywhere.") { $0.participant.areas }
        APIField("priority", "The priority group, 0 to 9; 9 goes first.") { $0.participant.priority.rawValue }
        APIField("purpose", "What the placement is for.") { $0.participant.purpose }
        APIField("registered_on", "When the person was referred.") { $0.participant.registeredOn }
        APIField("introduction_ended_on", "When the introduction ended.") { $0.participant.introductionEndedOn }
        APIField("sfi_passed_on", "When the course in sfi_passed was passed.") { $0.participant.sfiPassedOn }
        APIField("placement", "The newest placement's code.") { $0.placement }
        APIField("placement_state", "Where it stands.") { $0.placementState }
    }
}

extension Representation<ParticipantListRow> {
    static let participantRow = Representation(
        "ParticipantRow", "A participant in a list, with where the referral stands."
    ) {
        Representation<ParticipantDetail>.participant.fields(of: { $0.detail })
        APIField("board_state", "Where the referral stands.") { $0.standing.state }
        APIField("since", "Since when.") { $0.standing.since }
    }
}
