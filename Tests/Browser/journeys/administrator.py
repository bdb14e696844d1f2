"""The municipality's administrator: who may come in, by what rules it goes, and what has been done."""

from people import PASSWORD, sign_in


def walk(visitor):
    sign_in(visitor, "astrid")
    visitor.looks("administrator-start")
    link = invites(visitor)
    for path, name in (("/users", "users"), ("/settings", "settings"), ("/audit", "audit"),
                       ("/retention", "retention"), ("/units", "units")):
        visitor.goes(path)
        visitor.looks(name)
    visitor.signs_out()
    takes_the_account_into_use(visitor, link)


def invites(visitor):
    visitor.follows("Lägg till användare|Add a user")
    visitor.looks("user-new")
    visitor.fills("Användarnamn|User name", "nils")
    visitor.fills("Namn (frivilligt)|Name (optional)", "Nils Öberg")
    visitor.chooses("Roll|Role", "Statistiker|Statistician")
    visitor.presses("Bjud in|Invite")
    visitor.sees("Den visas bara nu|It is shown only now")
    visitor.looks("user-invited")
    return visitor.text_of("main .note code")


def takes_the_account_into_use(visitor, link):
    address = link if link.startswith("http") else visitor.service.address + link
    visitor.goes(address)
    visitor.looks("invitation")
    visitor.accepts(address, PASSWORD)
    visitor.sees("Nils Öberg")
    # Once is enough: the link is spent.
    visitor.signs_out()
    visitor.goes(address)
    visitor.sees("Länken går inte att använda|The link cannot be used")
    visitor.looks("invitation-spent")
