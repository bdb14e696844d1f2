public import Domain

/// What agreements and the checks before a start refuse.
public enum AgreementRefusal: PhrasedError, Equatable {
    /// The placement has no agreement yet.
    case missing
    /// Only what is accepted, agreed or started has an agreement to approve and change.
    case notOpen(PlacementState)
    /// The newest version is approved by all and holds.
    case inForce(Int)
    /// Whose word is missing; empty where only the database knows.
    case notApproved([AgreementParty])
    case approvedAlready(AgreementParty)
    /// Which checks are missing; empty where only the database knows.
    case checksMissing([CheckBeforeStart])
    /// The agreement itself tells it.
    case checkNotRecorded(CheckBeforeStart)
    case checkRecordedAlready(CheckBeforeStart)
    /// On whose behalf is not said.
    case partyMissing
    case partyNotYours(AgreementParty, Role)
    /// The change says nothing that is not agreed on already.
    case unchanged
    case outsideSlot(Period)
    /// The first day and the slot of what has begun stay.
    case begun
    /// The slot is for learning the language, and no goal of that is given.
    case languageGoalMissing
    case pastMidnight
    /// The database holds days and slot to the agreement.
    case otherThanAgreed
    /// A certificate is of what is completed.
    case notCompleted
    /// The server has no program that writes PDF.
    case printerMissing
    case printFailed

    /// The refusal's name in the audit log and in JSON.
    public var code: String {
        switch self {
        case .missing: "agreement_missing"
        case .notOpen: "agreement_not_open"
        case .inForce: "agreement_in_force"
        case .notApproved: "agreement_not_approved"
        case .approvedAlready: "agreement_approved_already"
        case .checksMissing: "checks_missing"
        case .checkNotRecorded: "check_not_recorded"
        case .checkRecordedAlready: "check_recorded_already"
        case .partyMissing: "party_missing"
        case .partyNotYours: "party_not_yours"
        case .unchanged: "agreement_unchanged"
        case .outsideSlot: "agreement_outside_slot"
        case .begun: "agreement_begun"
        case .languageGoalMissing: "language_goal_missing"
        case .pastMidnight: "agreement_past_midnight"
        case .otherThanAgreed: "placement_as_agreed"
        case .notCompleted: "not_completed"
        case .printerMissing: "printer_missing"
        case .printFailed: "print_failed"
        }
    }

    public var phrase: Phrase {
        switch self {
        case .missing:
            Phrase(
                sv: "Placeringen har ingen överenskommelse; skriv en först.",
                en: "The placement has no agreement; write one first.")
        case .notOpen(let state):
            Phrase(
                sv: "En placering som är \(state.label.sv) har ingen överenskommelse att godkänna eller ändra.",
                en: "A placement that is \(state.label.en) has no agreement to approve or change.")
        case .inForce(let version):
            Phrase(
                sv: "Version \(version) av överenskommelsen är godkänd av alla och gäller.",
                en: "Version \(version) of the agreement is approved by all and in force.")
        case .notApproved(let parties):
            Phrase(
                sv: "Överenskommelsen är inte godkänd av alla" + Self.list(parties.map(\.label.sv))
                    + ". De godkänner den själva, eller samordnaren för deras räkning.",
                en: "Not everybody has approved the agreement" + Self.list(parties.map(\.label.en))
                    + ". They approve it themselves, or the coordinator on their behalf.")
        case .approvedAlready(let party):
            Phrase(
                sv: "Versionen är redan godkänd för \(party.label.sv).",
                en: "The version is approved for \(party.label.en) already.")
        case .checksMissing(let checks):
            Phrase(
                sv: "Innan praktiken kan överenskommas behöver detta vara klart och antecknat"
                    + Self.list(checks.map(\.label.sv)) + ".",
                en: "Before the placement can be agreed this must be so, and recorded"
                    + Self.list(checks.map(\.label.en)) + ".")
        case .checkNotRecorded:
            Phrase(
                sv: "Handledaren anges i överenskommelsen; ändra den i stället.",
                en: "The supervisor is named in the agreement; change that instead.")
        case .checkRecordedAlready(let check):
            Phrase(
                sv: "Det är redan antecknat: \(check.label.sv).", en: "It is recorded already: \(check.label.en).")
        case .partyMissing:
            Phrase(
                sv: "Ange för vems räkning: deltagaren, arbetsplatsen eller anvisaren.",
                en: "Say on whose behalf: the participant, the workplace or the referrer.")
        case .partyNotYours(let party, let role):
            Phrase(
                sv: "Rollen \(role.label.sv) godkänner inte för \(party.label.sv).",
                en: "The role \(role.label.en) does not approve for \(party.label.en).")
        case .unchanged:
            Phrase(
                sv: "Ändringen säger inget annat än det som redan står i överenskommelsen.",
                en: "The change says nothing that the agreement does not say already.")
        case .outsideSlot(let period):
            Phrase(
                sv: "Dagarna ska ligga inom platsens: \(period).", en: "The days must lie within the slot's: \(period)."
            )
        case .begun:
            Phrase(
                sv:
                    "Praktiken har börjat: första dagen och platsen ligger fast, och sista dagen kan inte läggas före i "
                    + "dag. Avsluta den och föreslå en ny för att byta plats.",
                en:
                    "The placement has begun: its first day and its slot stay, and its last day cannot be put before today. "
                    + "End it and propose another to change the slot.")
        case .languageGoalMissing:
            Phrase(
                sv: "Platsen är till för språket: ange ett språkmål.",
                en: "The slot is for learning the language: give a language goal.")
        case .pastMidnight:
            Phrase(
                sv: "Dagen slutar efter midnatt; ändra när den börjar eller timmarna.",
                en: "The day ends after midnight; change when it begins, or the hours.")
        case .otherThanAgreed:
            Phrase(
                sv: "Dagarna eller platsen är inte överenskommelsens; ändra den i stället.",
                en: "The days or the slot are not those of the agreement; change that instead.")
        case .notCompleted:
            Phrase(
                sv: "Intyget skrivs när praktiken är genomförd.",
                en: "The certificate is written when the placement is completed.")
        case .printerMissing:
            Phrase(
                sv: "Utskrifter görs av programmet WeasyPrint, som saknas på servern; be den som sköter driften "
                    + "installera det.",
                en: "Documents are printed by the program WeasyPrint, which the server lacks; ask whoever runs it to "
                    + "install it.")
        case .printFailed:
            Phrase(
                sv: "Dokumentet gick inte att skriva; försök igen, och säg annars till den som sköter driften.",
                en: "The document could not be written; try again, or else tell whoever runs the service.")
        }
    }

    private static func list(_ words: [String]) -> String {
        words.isEmpty ? "" : ": " + words.joined(separator: ", ")
    }
}
