/// What keeps somebody on file whatever their age.
public enum RetentionHold: String, Vocabulary {
    case placementOpen = "placement_open"
    case followUpOpen = "follow_up_open"
    case complaintOpen = "complaint_open"
    case agreementKept = "agreement_kept"
    case yearOpen = "year_open"

    public var label: Phrase {
        switch self {
        case .placementOpen: Phrase(sv: "en praktik som inte är avslutad", en: "a placement that is not over")
        case .followUpOpen: Phrase(sv: "en uppföljning som kan göras än", en: "a follow-up that can still be made")
        case .complaintOpen: Phrase(sv: "ett klagomål som inte är hanterat", en: "a complaint that is not handled")
        case .agreementKept: Phrase(sv: "en överenskommelse som finns kvar", en: "an agreement that is still on file")
        case .yearOpen: Phrase(sv: "ett år som inte är stängt", en: "a year that is not closed")
        }
    }
}
