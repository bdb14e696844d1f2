"""The registrar of a department: "Can I be done with this before coffee?" """

from people import sign_in


def walk(visitor):
    sign_in(visitor, "rut")
    visitor.looks("registrar-start")
    offers(visitor)
    mends_what_was_wrong(visitor)
    renews(visitor)
    confirms_and_withdraws(visitor)
    visitor.signs_out()
    visitor.looks("signed-out")


def offers(visitor):
    """A new place from the start page: eight fields or fewer shown, three of them to fill in, two clicks."""
    visitor.goes("/")
    before = visitor.actions
    visitor.follows("Erbjud en plats|Offer a slot")
    visitor.looks("offer")
    fields = visitor.fields_shown()
    assert 3 <= fields <= 8, f"the short form shows {fields} fields"
    visitor.fills("Vad för slags arbete|What kind of work", "Vaktmästare")
    visitor.chooses("Var|Where", "Tekniska avdelningen")
    visitor.fills("När|When", f"{visitor.day(-7)} – {visitor.day(80)}")
    visitor.presses("Erbjud platsen|Offer the slot")
    visitor.sees("Platsen syns nu för samordnaren|The coordinator sees the slot now", "Vaktmästare")
    assert visitor.actions - before == 5, "three fields and two clicks are enough"
    visitor.counts("offering a slot", f"{fields} fields shown, 3 of them filled in, 2 clicks")
    visitor.notes["slot"] = visitor.page.url.rsplit("/", 1)[1].split("?")[0]
    visitor.looks("slot")


def mends_what_was_wrong(visitor):
    """What is wrong is said beside the field, and what was typed is kept."""
    visitor.goes("/slots/new")
    visitor.fills("Vad för slags arbete|What kind of work", "Städare, <trapphus> & kontor")
    visitor.chooses("Var|Where", "Lokalvårdsservice")
    visitor.fills("När|When", "v. 60–61")
    visitor.opens("Fler krav|More requirements")
    visitor.fills("Lägsta ålder|Minimum age", "18")
    visitor.presses("Erbjud platsen|Offer the slot")
    visitor.sees("Det här behöver rättas|This needs mending")
    visitor.looks("offer-faults")
    assert visitor.value("Vad för slags arbete|What kind of work") == "Städare, <trapphus> & kontor"
    assert visitor.value("När|When") == "v. 60–61"
    visitor.fills("När|When", f"{visitor.day(30)} – {visitor.day(110)}")
    visitor.presses("Erbjud platsen|Offer the slot")
    visitor.sees("Platsen syns nu för samordnaren|The coordinator sees the slot now", "<trapphus> & kontor")


def renews(visitor):
    """Last year's place once more, in one click from the start page."""
    visitor.goes("/")
    before = visitor.actions
    visitor.presses("Samma igen|The same again")
    visitor.sees("är erbjuden och syns för samordnaren|is on offer and the coordinator sees it")
    visitor.looks("renewed")
    assert visitor.actions - before == 1, "one click is enough"
    visitor.counts("repeating last year's slot", "1 click")
    visitor.follows("Samma igen för alla|The same again for all")
    visitor.looks("renew-all")
    visitor.goes("/")
    visitor.opens("Inte i år|Not this year")
    visitor.looks("not-this-year")
    visitor.presses("Spara|Save")
    visitor.sees("frågas inte om igen|is not asked about again")


def confirms_and_withdraws(visitor):
    visitor.follows("Platser|Slots")
    visitor.looks("slots")
    visitor.fills("Sök|Search", "trapphus")
    visitor.presses("Visa|Show")
    visitor.follows("<trapphus>")
    visitor.presses("Stämmer än|Still right")
    visitor.sees("är bekräftad i dag|is confirmed as of today")
    visitor.follows("Dra tillbaka|Withdraw")
    visitor.looks("withdraw")
    visitor.fills("Varför|Why", "Handledaren slutar")
    visitor.presses("Dra tillbaka|Withdraw")
    visitor.sees("Platsen är tillbakadragen|The slot is withdrawn")
