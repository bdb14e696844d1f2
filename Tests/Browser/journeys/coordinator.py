"""The coordinator: "What needs me?", from an open matching to decided, and a placement from its proposal to its outcome."""

import os

from people import sign_in


def walk(visitor):
    sign_in(visitor, "karin")
    visitor.looks("coordinator-start")
    imports(visitor)
    places_by_hand(visitor)
    matches(visitor)
    asks_why(visitor)
    compares(visitor)
    decides(visitor)
    gathers_answers(visitor)
    agrees(visitor)
    follows_through(visitor)
    records_an_outcome(visitor)


def imports(visitor):
    """A file with a fault is explained and not read in; mended, it is tried first and then read in."""
    visitor.goes("/imports")
    visitor.looks("imports")
    imports_file(visitor, "Q", trial=True)
    visitor.awaits("fel i filen|in the file")
    visitor.looks("import-faults")
    imports_file(visitor, "C", trial=True)
    visitor.awaits("Provkörningen gick bra|The trial went well")
    imports_file(visitor, "C", trial=False)
    visitor.awaits("oförändrade|unchanged")
    visitor.looks("import-done")


def imports_file(visitor, course, trial):
    line = f"AMA;K-901;Test;Örtegren;{course};{visitor.day(0)}"
    file = visitor.file(
        "deltagare.csv", f"referrer;reference;given_name;family_name;sfi_passed;registered_on\n{line}\n")
    visitor.goes("/imports")
    visitor.chooses("Vad filen innehåller|What the file holds", "Deltagare|Participants")
    visitor.uploads("Fil|File", file)
    if not trial:
        visitor.unticks("Provkör|Trial")
    visitor.presses("Läs in|Import")


def matches(visitor):
    visitor.follows("Matchning|Matching")
    visitor.follows("Ny matchning|New round")
    visitor.looks("round-new")
    visitor.fills("Från och med|From", f"{visitor.service.year}-09-01")
    visitor.presses("Föreslå|Propose")
    visitor.awaits("bevisat bästa möjliga|proven to be the best possible")
    visitor.looks("round")
    visitor.notes["round"] = visitor.page.url


def asks_why(visitor):
    visitor.follows("Varför?|Why?")
    visitor.looks("why")
    visitor.goes(visitor.notes["round"])


def compares(visitor):
    """Without the first slot that somebody got, and with another weight: who gains and who loses."""
    visitor.follows("Pröva ändringar|Try changes")
    visitor.fills("Yrke|Occupation", "100")
    visitor.fills("Önskemål|Wish", "550")
    visitor.presses("Jämför|Compare")
    visitor.sees("Med ändringen|With the change")
    visitor.looks("compare")
    visitor.goes(visitor.notes["round"])
    visitor.follows("Lås|Lock")
    visitor.presses("Jämför|Compare")
    visitor.sees("Ingen får något annat|Nobody gets anything else")
    visitor.goes(visitor.notes["round"])
    visitor.follows("Jämför med stabil|Compare with stable")
    visitor.looks("compare-stable")


def decides(visitor):
    visitor.goes(visitor.notes["round"])
    visitor.follows("Besluta|Decide")
    visitor.looks("decide")
    visitor.presses("Besluta|Decide")
    visitor.sees("förslag är gjorda|proposals are made")
    visitor.looks("round-decided")


def places_by_hand(visitor):
    """Whom the referrer brought, at the place the registrar offered: both are left out of the matching then."""
    visitor.follows("Placeringar|Placements")
    visitor.looks("placements")
    visitor.follows("Föreslå en placering|Propose a placement")
    visitor.looks("placement-new")
    visitor.fills("Deltagare|Participant", visitor.notes["participant"])
    visitor.fills("Plats|Slot", visitor.notes["slot"])
    visitor.presses("Föreslå|Propose")
    visitor.sees("Nästa steg är svaren|Next come the answers")
    visitor.looks("placement")
    visitor.notes["placement"] = visitor.page.url


def gathers_answers(visitor):
    """The host receives in one click; the participant, who has no e-mail, has answered by telephone."""
    visitor.signs_out()
    sign_in(visitor, "rut")
    visitor.goes(visitor.notes["placement"])
    visitor.opens("Kan inte|Cannot")
    visitor.looks("proposal-to-answer")
    visitor.presses("Ta emot|Receive")
    visitor.sees("väntar på den andra partens svar|awaits the other party")
    visitor.signs_out()
    sign_in(visitor, "karin")
    visitor.goes(visitor.notes["placement"])
    visitor.opens("Svara för deltagaren|Answer for the participant")
    visitor.looks("answer-for-a-party")
    visitor.chooses("Svaret|The answer", "Tackar ja|Accepts")
    visitor.presses("Spara svaret|Save the answer")
    visitor.sees("är nu accepterad|is now accepted")


def agrees(visitor):
    """All three have signed on paper, and the insurance is seen to: with the last of it the placement is agreed."""
    visitor.goes(visitor.notes["placement"])
    visitor.looks("agreement-waiting")
    for _ in range(3):
        visitor.chooses("Varför för deras räkning|Why on their behalf", "Skrev under på papper|Signed on paper")
        visitor.presses("Godkänn för deras räkning|Approve on their behalf")
    visitor.presses("Det är klart|It is done")
    visitor.sees("gäller nu|is in force now")
    visitor.looks("agreement-in-force")


def follows_through(visitor):
    visitor.goes(visitor.notes["placement"])
    visitor.presses("Började|Started")
    visitor.looks("placement-started")
    visitor.fills("Skäl, om före sista dagen|Reason, if before the last day", "Avtalat med värden")
    visitor.presses("Gick klart|Completed")
    visitor.sees("genomförd|completed")
    visitor.looks("placement-completed")
    # Without the program that prints, the page has no such link.
    if "PRAKTIK_WEASYPRINT" in os.environ:
        assert visitor.downloads("Hämta intyg|Download the certificate").startswith(b"%PDF-")


def records_an_outcome(visitor):
    visitor.follows("Registrera utfall|Record an outcome")
    visitor.looks("outcome-new")
    visitor.chooses("Utfall|Outcome", "Anställd|Employed")
    visitor.presses("Registrera|Record")
    visitor.sees("är registrerat|is recorded")
    visitor.follows("Utfall|Outcomes")
    visitor.looks("outcomes")
