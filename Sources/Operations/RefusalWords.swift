public import Domain

/// What a refusal that stands in the log was for, in a few words: the sentence itself held what was asked for, the log does
/// not.
public enum RefusalWords {
    /// By `Refusal.code`; a code that this version does not know stands as it is.
    public static func phrase(_ code: String) -> Phrase {
        if let known = words[code] { return known }
        guard code.hasPrefix("rule.") else { return Phrase(sv: code, en: code) }
        return Phrase(sv: "mot regeln \(code.dropFirst(5))", en: "against the rule \(code.dropFirst(5))")
    }

    private static let words: [String: Phrase] = [
        "not_allowed": Phrase(sv: "rollen får inte", en: "the role may not"),
        "outside_scope": Phrase(sv: "utanför det egna", en: "not one's own"),
        "not_named_officer": Phrase(sv: "inte utsedd handläggare", en: "no named officer"),
        "outside_token_scopes": Phrase(sv: "nyckeln räcker inte dit", en: "beyond the token's scopes"),
        "no_such": Phrase(sv: "finns inte, eller inte för den som frågar", en: "not there, or not for who asks"),
        "code_taken": Phrase(sv: "koden är tagen", en: "the code is taken"),
        "value": Phrase(sv: "fel värde", en: "a wrong value"),
        "unknown_user": Phrase(sv: "okänd användare", en: "unknown user"),
        "sign_in_failed": Phrase(sv: "fel namn eller lösenord", en: "wrong name or password"),
        "sign_in_limited": Phrase(sv: "för många försök", en: "too many attempts"),
        "reason_missing": Phrase(sv: "skäl saknas", en: "no reason given"),
        "step_illegal": Phrase(sv: "steget finns inte", en: "no such step"),
        "step_not_yours": Phrase(sv: "steget är någon annans", en: "somebody else's step"),
        "step_of_another": Phrase(sv: "steget är någon annans", en: "somebody else's step"),
        "answer_not_yours": Phrase(sv: "svaret är någon annans", en: "somebody else's answer"),
        "ground_missing": Phrase(sv: "ingen grund för att svara åt någon", en: "no ground to answer for somebody"),
        "answers_closed": Phrase(sv: "inget förslag längre", en: "no proposal any more"),
        "answer_awaited": Phrase(sv: "svaret kan komma än", en: "the answer may come yet"),
        "nobody_next": Phrase(sv: "ingen står på tur", en: "nobody is next"),
        "correction_not_yours": Phrase(sv: "rättelsen är någon annans", en: "somebody else's correction"),
        "nothing_to_correct": Phrase(sv: "inget att rätta", en: "nothing to correct"),
        "day_not_reached": Phrase(sv: "dagen är inte nådd", en: "the day is not reached"),
        "end_outside_placement": Phrase(sv: "slutet ligger utanför dagarna", en: "the end lies outside the days"),
        "slot_step_illegal": Phrase(sv: "praktikplatsens läge tillåter det inte", en: "not in the slot's state"),
        "person_occupied": Phrase(sv: "personen har redan en praktik då", en: "the person has a placement then"),
        "slot_full": Phrase(sv: "fullt", en: "full"),
        "supervisor_full": Phrase(sv: "handledaren är full", en: "the supervisor is full"),
        "supervisor_still_guides": Phrase(sv: "handledaren har fler", en: "the supervisor has more people"),
        "supervisor_untrained": Phrase(sv: "handledaren är inte utbildad", en: "the supervisor is not trained"),
        "slot_still_occupied": Phrase(sv: "någon är där", en: "somebody is there"),
        "outcome_needs_one_subject": Phrase(sv: "utfallet gäller ingen eller två", en: "an outcome of none or two"),
        "not_eligible": Phrase(sv: "kraven är inte uppfyllda", en: "the requirements are not met"),
        "run_decided": Phrase(sv: "matchningen är beslutad", en: "the round is decided"),
        "run_stale": Phrase(
            sv: "uppgifterna har ändrats sedan matchningen", en: "the records have changed since the round"),
        "round": Phrase(sv: "matchningen går inte så", en: "no such round can be"),
        "run_not_repeated": Phrase(sv: "matchningen gick inte att upprepa", en: "the round could not be repeated"),
        "more_withdrawn_than_offered": Phrase(sv: "fler platser än erbjudna", en: "more places than offered"),
        "renewed_already": Phrase(sv: "redan förnyad", en: "renewed already"),
        "places_already_withdrawn": Phrase(
            sv: "platserna är redan tillbakadragna", en: "the places are withdrawn already"),
        "report_not_due": Phrase(sv: "inte en dag då rapporten ska lämnas", en: "not a day the report is due"),
        "report_delivered_already": Phrase(sv: "rapporten är redan lämnad", en: "the report is handed in already"),
        "report_not_delivered": Phrase(sv: "rapporten är inte lämnad", en: "the report is not handed in"),
        "changed_meanwhile": Phrase(sv: "ändrad under tiden", en: "changed meanwhile"),
        "import_faults": Phrase(sv: "fel i filen", en: "faults in the file"),
        "external_unknown": Phrase(sv: "inget konto för inloggningen", en: "no account for the sign-in"),
        "link_invalid": Phrase(sv: "länken gäller inte", en: "the link is not valid"),
        "password_wrong": Phrase(sv: "fel lösenord", en: "wrong password"),
        "password": Phrase(sv: "lösenordet duger inte", en: "the password will not do"),
        "cannot_sign_in": Phrase(sv: "rollen loggar inte in", en: "the role does not sign in"),
        "account_scope": Phrase(sv: "rollen och dess enhet går inte ihop", en: "the role and its unit do not match"),
        "role_not_yours": Phrase(sv: "rollen delas inte ut härifrån", en: "not a role to give from here"),
        "named_officer_needs_coordinator": Phrase(
            sv: "bara samordnare är utsedda handläggare", en: "only coordinators are named officers"),
        "own_account": Phrase(sv: "det egna kontot", en: "one's own account"),
        "account_disabled": Phrase(sv: "kontot är avstängt", en: "the account is disabled"),
        "email_taken": Phrase(sv: "adressen är tagen", en: "the address is taken"),
        "scope_not_yours": Phrase(sv: "mer än den egna rätten", en: "more than one's own right"),
        "scopes_missing": Phrase(sv: "nyckeln är inte till för något", en: "a token for nothing"),
        "token_name_taken": Phrase(sv: "nyckelns namn är taget", en: "the token's name is taken"),
        "token_of_another": Phrase(sv: "någon annans nyckel", en: "somebody else's token"),
        "token_life": Phrase(sv: "nyckelns livslängd", en: "the token's life"),
    ]
}
