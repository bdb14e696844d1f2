import pytest
from playwright.sync_api import sync_playwright

from checks import SCREENSHOTS, picture
from keyboard import KeyboardVisitor
from service import Service, today
from visitor import COUNTS, Visitor, VisitorWithoutScript

# A way of walking: the kind of visitor, the language, whether the browser runs scripts.
WAYS = {
    "mouse": (Visitor, "sv", True),
    "keyboard": (KeyboardVisitor, "en", True),
    "no-script": (VisitorWithoutScript, "sv", False),
}


def pytest_addoption(parser):
    parser.addoption(
        "--long", action="store_true", help="look at every page whole, not only at the first of its kind")


def pytest_collection_modifyitems(items):
    """All in one way shares a municipality: journeys build on one another, and the pages show what they leave behind."""
    ways = list(WAYS)
    items.sort(key=lambda item: ways.index(item.callspec.params["way"]))


def pytest_terminal_summary(terminalreporter):
    for what, how_many in COUNTS.items():
        terminalreporter.write_line(f"From the start page, {what}: {how_many}.")


@pytest.fixture(scope="session")
def browser():
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        # Started by root, as in a container, Chromium refuses its own sandbox; it only meets our own pages here.
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session", params=WAYS)
def way(request):
    return request.param


@pytest.fixture(scope="session")
def service(way, browser):
    """A municipality of its own for each way of walking."""
    made = Service(today().year)
    try:
        made.load_example()
        made.start()
        yield made
    finally:
        made.stop()


@pytest.fixture
def visitor(request, way, service, browser):
    """Somebody who walks this way, with a new browser profile."""
    kind, language, script = WAYS[way]
    yield from _visit(request, kind, service, browser, language, script)


@pytest.fixture
def onlooker(request, way, service, browser):
    """Somebody who looks at pages, in the language of this way."""
    yield from _visit(request, Visitor, service, browser, WAYS[way][1], True)


def walker(request, service, browser, language):
    """Somebody with a mouse at a service of the test's own."""
    yield from _visit(request, Visitor, service, browser, language, True)


def _visit(request, kind, service, browser, language, script):
    """The test fails at its end with everything that was amiss on the way."""
    context = browser.new_context(
        java_script_enabled=script, locale="sv-SE" if language == "sv" else "en-GB",
        viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    # A machine may be busy with other tests.
    context.set_default_timeout(90_000)
    made = kind(context.new_page(), service, language)
    yield made
    if getattr(request.node, "failed", False):
        picture(made.page, _failure(request.node))
    context.close()
    if made.faults:
        with open(SCREENSHOTS / "faults.txt", "a", encoding="utf-8") as list_of_faults:
            list_of_faults.writelines(f"{request.node.name}: {fault}\n" for fault in made.faults)
        pytest.fail("\n".join([*made.faults, f"The pictures are in {SCREENSHOTS}."]), pytrace=False)


def _failure(item):
    return SCREENSHOTS / f"failed-{item.name.replace('/', '-')}.png"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if report.when == "call" and report.failed:
        item.failed = True
        report.sections.append(("Where it stopped", f"see {_failure(item)}"))
    return report
