"""Every page that each role can reach, in both languages, held against everything a page must stand."""

import pytest

from checks import glance, look
from crawl import crawl
from people import PEOPLE, sign_in

# One way is enough: what is on the pages does not depend on how one came there.
pytestmark = pytest.mark.parametrize("way", ["mouse"], indirect=True)

# Pages of a kind that were looked at whole: the next of the kind, and the next role's, gets a glance.
_looked = set()


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("person", PEOPLE)
def test_every_page(person, language, visitor):
    sign_in(visitor, person)
    visitor.reads(language)

    def each(kind, is_first):
        name = f"page{kind.replace('/', '-').replace('*', 'x')}"
        if is_first and (kind, language) not in _looked:
            _looked.add((kind, language))
            visitor.faults += look(visitor.page, name, language)
        else:
            visitor.faults += glance(visitor.page, f"{name} ({person})")

    kinds = crawl(visitor.page, visitor.service.address, each)
    assert len(kinds) > 2, f"{person} reaches only {sorted(kinds)}"


@pytest.mark.parametrize("language", ["sv", "en"])
def test_pages_for_anybody(language, visitor):
    for path in ("/sign-in", "/accessibility", "/nothing-here"):
        visitor.goes(path)
        visitor.reads(language)
        visitor.looks(f"anybody{path.replace('/', '-')}")
