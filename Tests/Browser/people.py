"""Those who walk: one account a role, with what the command line needs to add it."""

PASSWORD = "en lång mening om praktik"

PEOPLE = {
    "astrid": ["--admin"],
    "karin": ["--role", "coordinator"],
    "rut": ["--role", "registrar", "--unit", "SBF"],
    "ali": ["--role", "referrer", "--referrer", "SFI"],
    "eva": ["--role", "statistician"],
}

# Whose account has been taken into use, by the address of the service.
_entered = set()


def sign_in(visitor, person):
    """Signs this person in; the first time by a one-time link from the command line, as an operator gives it out."""
    if (visitor.service.address, person) in _entered:
        visitor.signs_in(person, PASSWORD)
        return
    visitor.accepts(visitor.service.invitation(person, *PEOPLE[person]), PASSWORD)
    entered(visitor, person)


def entered(visitor, person):
    """Says that this person has a password by now."""
    _entered.add((visitor.service.address, person))
