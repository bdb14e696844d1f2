/// A kind of personal data that is kept for so long after an event, and then erased.
///
/// What each holds of the database is `RetentionScope`'s to say. The months here are what holds where a municipality has
/// decided nothing else; the database has the same (`retention_category`), and a test holds the two together.
public enum RetentionCategory: String, Vocabulary, Comparable {
    case participants, contacts, accounts
    case faultReports = "fault_reports"
    case jobs

    public var label: Phrase {
        switch self {
        case .participants: Phrase(sv: "deltagare", en: "participants")
        case .contacts: Phrase(sv: "handledare", en: "supervisors")
        case .accounts: Phrase(sv: "avslutade användarkonton", en: "closed user accounts")
        case .faultReports: Phrase(sv: "anmälda brister", en: "reported faults")
        case .jobs: Phrase(sv: "arbeten i bakgrunden", en: "work in the background")
        }
    }

    /// After what the months are counted.
    public var event: Phrase {
        switch self {
        case .participants:
            Phrase(
                sv: "det sista som hände i ärendet: anmälan, praktik, uppföljning, utfall, kurs, svar eller klagomål",
                en:
                    "the last that happened in the case: referral, placement, follow-up, outcome, course, answer or complaint"
            )
        case .contacts:
            Phrase(
                sv: "sista dagen på handledarens sista plats, eller senaste ändringen av uppgifterna",
                en: "the last day of the supervisor's last place, or the latest change of the record")
        case .accounts: Phrase(sv: "den dag då kontot stängdes", en: "the day on which the account was closed")
        case .faultReports: Phrase(sv: "den dag då anmälan hanterades", en: "the day on which the report was handled")
        case .jobs: Phrase(sv: "den dag då arbetet blev klart", en: "the day on which the work was done")
        }
    }

    /// Where nothing else is decided.
    public var standardMonths: Int {
        switch self {
        case .participants, .contacts, .accounts: 24
        case .faultReports: 12
        case .jobs: 3
        }
    }

    /// Why it may be kept that long, and no longer, where nothing else is decided.
    ///
    /// Regulation (EU) 2016/679, articles 5.1 c and e, 5.2 and 6.1 c and e; arkivlagen (1990:782), section 10: public records
    /// are erased by the authority's own decision.
    public var standardBasis: Phrase {
        switch self {
        case .participants:
            Phrase(
                sv: """
                    Dataskyddsförordningen artikel 6 punkt 1 e och artikel 5 punkt 1 e: uppgift av allmänt intresse; behövs till uppföljningen 180 \
                    dagar efter slutet och till årets siffror med jämförelse ett år. Gallras med stöd av 10 § arkivlagen.
                    """,
                en: """
                    GDPR article 6(1)(e) and 5(1)(e): a task in the public interest; needed for the follow-up 180 days after the end \
                    and for the year's figures with a year to compare. Erased under section 10 of the Archives Act.
                    """)
        case .contacts:
            Phrase(
                sv:
                    "Dataskyddsförordningen artikel 6 punkt 1 e och artikel 5 punkt 1 c: kontaktuppgifter behövs så länge platsen eller dess praktik följs upp.",
                en:
                    "GDPR article 6(1)(e) and 5(1)(c): contact details are needed while the place or its placements are followed up."
            )
        case .accounts:
            Phrase(
                sv:
                    "Dataskyddsförordningen artikel 5 punkt 1 e; användarnamnet står kvar, för det visar vem som gjort vad (punkt 2).",
                en: "GDPR article 5(1)(e); the user name stays, since it shows who did what (article 5(2)).")
        case .faultReports:
            Phrase(
                sv:
                    "Dataskyddsförordningen artikel 6 punkt 1 c och artikel 5 punkt 1 e: anmälan ska kunna besvaras och följas upp (lagen 2018:1937).",
                en: "GDPR article 6(1)(c) and 5(1)(e): a report is to be answered and followed up (Act 2018:1937).")
        case .jobs:
            Phrase(
                sv:
                    "Dataskyddsförordningen artikel 5 punkt 1 c: behövs bara för att se hur en inläsning eller matchning gick.",
                en: "GDPR article 5(1)(c): needed only to see how an import or a match run went.")
        }
    }

    public static func < (left: Self, right: Self) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}

/// For how long something is kept, in months: 1…600.
public struct RetentionMonths: Sendable, Hashable {
    public static let range = 1...600

    public let number: Int

    /// Throws `ValueError.retentionMonths` outside the range.
    public init(_ number: Int) throws(ValueError) {
        guard Self.range.contains(number) else { throw .retentionMonths }
        self.number = number
    }
}

/// One erasure by rule, as the protocol has it.
public enum RetentionRun {}
