import Domain
import Postgres

extension PersonalTable {
    private static let code = Column("placement", sv: "Placering", en: "Placement", "p.code")

    /// Where the person was placed, and what happened.
    static func placed(_ whose: Whose) -> [PersonalTable] {
        [
            PersonalTable(
                "placement", sv: "Placeringar", en: "Placements",
                [
                    Column("code", sv: "Placering", en: "Placement", "p.code"),
                    Column("unit", sv: "Arbetsplats", en: "Workplace", "u.name"),
                    Column("slot", sv: "Arbetsuppgifter", en: "Tasks", "s.title"),
                    Column("from", sv: "Från", en: "From", "p.starts_on"),
                    Column("to", sv: "Till", en: "To", "p.ends_on"),
                    Column("state", sv: "Läge", en: "State", "p.state", PlacementState.self),
                    Column("state_on", sv: "Sedan", en: "Since", "p.state_on"),
                    Column("reason", sv: "Skäl", en: "Reason", "p.state_reason"),
                    Column("started_on", sv: "Började", en: "Started", "p.started_on"),
                    Column("ended_on", sv: "Slutade", en: "Ended", "p.ended_on"),
                ], "\(whose.ofPlacements("placement", "t.id")) ORDER BY p.starts_on, p.id"),
            PersonalTable(
                "placement_event", sv: "Vad som hänt", en: "What happened",
                [
                    code, Column("at", sv: "När", en: "When", .swedish("t.at")),
                    Column("from_state", sv: "Från läge", en: "From state", "t.from_state", PlacementState.self),
                    Column("to_state", sv: "Till läge", en: "To state", "t.to_state", PlacementState.self),
                    Column("state_on", sv: "Den", en: "On", "t.state_on"),
                    Column("reason", sv: "Skäl", en: "Reason", "t.reason"),
                    Column("correction", sv: "Rättelse", en: "Correction", "t.correction"),
                ], "\(whose.ofPlacements("placement_event")) ORDER BY p.starts_on, p.id, t.ordinal"),
            PersonalTable(
                "placement_answer", sv: "Svar på förslag", en: "Answers to proposals",
                [
                    code, Column("party", sv: "Vem", en: "Who", "t.party", AnsweringParty.self),
                    Column("answer", sv: "Svar", en: "Answer", "t.answer", AnswerKind.self),
                    Column("reason", sv: "Skäl", en: "Reason", "t.reason", DeclineReason.self),
                    Column("note", sv: "Anteckning", en: "Note", "t.note"),
                    Column(
                        "ground", sv: "Genom samordnaren", en: "Through the coordinator", "t.ground", AnswerGround.self),
                    Column("answered_on", sv: "Den", en: "On", "t.answered_on"),
                ], "\(whose.ofPlacements("placement_answer")) ORDER BY t.answered_at, t.id"),
            PersonalTable(
                "placement_ending", sv: "Hur det slutade", en: "How it ended",
                [
                    code,
                    Column("broken_off_by", sv: "Avbröts av", en: "Broken off by", "t.broken_off_by", EndingParty.self),
                    Column("attended_days", sv: "Dagar på plats", en: "Days attended", "t.attended_days"),
                    Column("attended_minutes", sv: "Minuter på plats", en: "Minutes attended", "t.attended_minutes"),
                ], "\(whose.ofPlacements("placement_ending")) ORDER BY p.starts_on, p.id"),
        ]
    }

    /// What was agreed on, who approved it, and what was checked.
    static func agreed(_ whose: Whose) -> [PersonalTable] {
        let version = Column("version", sv: "Version", en: "Version", "t.version")
        return [
            PersonalTable(
                "agreement", sv: "Överenskommelser", en: "Agreements",
                [
                    code, version, Column("from", sv: "Från", en: "From", "t.starts_on"),
                    Column("to", sv: "Till", en: "To", "t.ends_on"), Column(weekdays: "t.weekdays"),
                    Column("minutes_per_day", sv: "Minuter om dagen", en: "Minutes a day", "t.minutes_per_day"),
                    Column(
                        "supervisor", sv: "Handledare", en: "Supervisor",
                        """
                        (SELECT v.name FROM supervisor v WHERE v.municipality = t.municipality AND v.id = t.supervisor_id)
                        """),
                    Column("goal", sv: "Mål", en: "Goal", "t.goal"),
                    Column("language_goal", sv: "Språkmål", en: "Language goal", "t.language_goal"),
                    Column("insurance", sv: "Försäkring", en: "Insurance", "t.insurance"),
                    Column("contact", sv: "Kontakt", en: "Contact", "t.contact"),
                    Column("minor", sv: "Under 18", en: "Under 18", "t.minor"),
                    Column("made_at", sv: "Skriven", en: "Made", .swedish("t.made_at")),
                    Column("in_force_at", sv: "Gäller från", en: "In force", .swedish("t.in_force_at")),
                ], "\(whose.ofPlacements("agreement")) ORDER BY p.starts_on, p.id, t.version"),
            PersonalTable(
                "agreement_approval", sv: "Godkännanden", en: "Approvals",
                [
                    code, version, Column("party", sv: "Vem", en: "Who", "t.party", AgreementParty.self),
                    Column("approved_at", sv: "När", en: "When", .swedish("t.approved_at")),
                    Column(
                        "ground", sv: "Genom samordnaren", en: "Through the coordinator", "t.ground", AnswerGround.self),
                ], "\(whose.ofPlacements("agreement_approval")) ORDER BY p.starts_on, p.id, t.version, t.approved_at"),
            PersonalTable(
                "check_before_start", sv: "Kontroller före start", en: "Checks before the start",
                [
                    code, version,
                    Column("check", sv: "Kontroll", en: "Check", "t.check_name", CheckBeforeStart.self),
                    Column("done_on", sv: "Gjord", en: "Done", "t.done_on"),
                ], "\(whose.ofPlacements("check_before_start")) ORDER BY p.starts_on, p.id, t.version, t.check_name"),
        ]
    }
}
