package import Domain

/// What is erased of each table, by which rule; or why nothing in it is.
///
/// Every table of the database is in one of the two. A test holds them against the schema and against
/// ``PersonalTable/all(of:in:)``, so that a new table cannot be forgotten.
package enum RetentionScope {
    /// Rows that go, or are emptied of what is personal, with the category's subject.
    package static let tables: [RetentionCategory: Set<String>] = [
        .participants: [
            "person", "person_identifier", "participant", "wish", "course", "placement", "placement_event",
            "placement_answer", "placement_ending", "agreement", "agreement_approval", "check_before_start",
            "follow_up_report", "outcome", "voice_answer", "complaint", "message", "message_attempt", "party_link",
            "party_link_secret", "match_run", "match_census", "snapshot_row", "audit_entry", "audit_value", "audit_row",
        ],
        .contacts: ["supervisor"],
        .accounts: ["user_account", "user_session", "account_link", "api_token"],
        .faultReports: ["accessibility_report"],
        .jobs: ["job"],
    ]

    /// Tables that no rule reaches, and why.
    package static let kept: [String: Phrase] = [
        "organisation_unit": organisation, "referrer": organisation,
        "undertaking": matters, "slot": matters, "slot_withdrawal": matters, "slot_not_renewed": matters,
        "report_duty": matters, "report_delivery": matters, "voice_text": matters, "municipality_settings": matters,
        "follow_up_rule": matters, "code_counter": matters, "retention_rule": matters,
        "check_rule": vocabulary, "placement_transition": vocabulary, "placement_transition_role": vocabulary,
        "slot_transition": vocabulary, "retention_category": vocabulary, "schema_migration": vocabulary,
        "audit_head": log, "audit_erasure": log, "snapshot": figures,
        "retention_run": log, "retention_step": log, "retention_count": log,
        "api_answer": brief, "sign_in_count": brief,
    ]

    private static let organisation = Phrase(
        sv: "en organisations namn och funktionsadress", en: "an organisation's name and its address of office")
    private static let matters = Phrase(
        sv: "om verksamheten, inte om personer", en: "about the work and not about persons")
    private static let vocabulary = Phrase(sv: "Praktiks egna ord och regler", en: "Praktik's own words and rules")
    private static let figures = Phrase(
        sv: "siffror utan personer, som ska stå kvar", en: "figures without persons, which are to stand")
    private static let log = Phrase(
        sv: "visar vad som gjorts och gallrats, utan personuppgifter",
        en: "shows what was done and erased, without personal data")
    private static let brief = Phrase(
        sv: "glöms av sig självt inom ett dygn", en: "forgotten by itself within a day")
}
