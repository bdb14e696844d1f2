import Domain
import Postgres

extension PersonalTable {
    private static let code = Column("placement", sv: "Placering", en: "Placement", "p.code")

    /// What was told of the person, and by them.
    static func told(_ whose: Whose) -> [PersonalTable] {
        [
            PersonalTable(
                "follow_up_report", sv: "Uppföljningar", en: "Follow-ups",
                [
                    code,
                    Column(
                        "moment", sv: "Tillfälle (-1 halvvägs, annars dagar efter slutet)",
                        en: "Moment (-1 halfway, else days after the end)", "t.moment"),
                    Column("source", sv: "Vem säger det", en: "Who says so", "t.source", OutcomeSource.self),
                    Column("progress", sv: "Hur det går", en: "How it goes", "t.progress", FollowUpProgress.self),
                    Column(
                        "language_goal", sv: "Språkmålet", en: "The language goal", "t.language_goal",
                        LanguageProgress.self),
                    Column("hired", sv: "Anställd där", en: "Employed there", "t.hired"),
                    Column("note", sv: "Anteckning", en: "Note", "t.note"),
                    Column("told_on", sv: "Den", en: "On", "t.told_on"),
                ], "\(whose.ofPlacements("follow_up_report")) ORDER BY t.told_at, t.id"),
            PersonalTable(
                "outcome", sv: "Utfall", en: "Outcomes",
                [
                    Column("code", sv: "Kod", en: "Code", "t.code"),
                    Column("checked_on", sv: "Den", en: "On", "t.checked_on"),
                    Column("status", sv: "Status", en: "Status", "t.status", OutcomeStatus.self),
                    Column("employer", sv: "Hos", en: "With", "t.employer", Employer.self),
                    Column("form", sv: "Form", en: "Form", "t.form", EmploymentForm.self),
                    Column("subsidised", sv: "Med stöd", en: "Subsidised", "t.subsidised", YesNoUnknown.self),
                    Column("from", sv: "Från", en: "From", "t.starts_on"),
                    Column("to", sv: "Till", en: "To", "t.ends_on"),
                    Column("student_aid", sv: "Studiemedel", en: "Student aid", "t.student_aid"),
                    Column("source", sv: "Vem säger det", en: "Who says so", "t.source", OutcomeSource.self),
                    Column("counts", sv: "Räknas", en: "Counts", "t.set_aside_by IS NULL"),
                ],
                """
                FROM outcome t WHERE t.municipality = \(whose.municipality) AND t.person_id = \(whose.person)
                ORDER BY t.checked_on, t.id
                """),
            PersonalTable(
                "voice_answer", sv: "Egna svar", en: "Own answers",
                [
                    code, Column("occasion", sv: "När", en: "When", "t.occasion", VoiceOccasion.self),
                    Column(
                        "tasks", sv: VoiceQuestion.tasks.heading.sv, en: VoiceQuestion.tasks.heading.en, "t.tasks",
                        VoiceChoice.self),
                    Column(
                        "alone", sv: VoiceQuestion.alone.heading.sv, en: VoiceQuestion.alone.heading.en, "t.alone",
                        VoiceChoice.self),
                    Column(
                        "swedish", sv: VoiceQuestion.swedish.heading.sv, en: VoiceQuestion.swedish.heading.en,
                        "t.swedish", VoiceChoice.self),
                    Column(
                        "learnt", sv: VoiceQuestion.learnt.heading.sv, en: VoiceQuestion.learnt.heading.en, "t.learnt",
                        VoiceChoice.self),
                    Column("words", sv: "Egna ord", en: "Own words", "t.words"),
                    Column("language", sv: "På språket", en: "In the language", "t.language"),
                    Column("answered_on", sv: "Den", en: "On", "t.answered_on"),
                ], "\(whose.ofPlacements("voice_answer")) ORDER BY t.answered_at, t.id"),
            PersonalTable(
                "complaint", sv: "Klagomål", en: "Complaints",
                [
                    code, Column("code", sv: "Kod", en: "Code", "t.code"),
                    Column("words", sv: "Vad som är fel", en: "What is wrong", "t.words"),
                    Column("made_on", sv: "Den", en: "On", "t.made_on"),
                    Column("handled_on", sv: "Hanterat", en: "Handled", "t.handled_on"),
                    Column("note", sv: "Vad som gjordes", en: "What was done", "t.note"),
                ], "\(whose.ofPlacements("complaint")) ORDER BY t.made_at, t.id"),
        ]
    }
}
