import datetime
import shutil

import pytest
from playwright.sync_api import sync_playwright

from checks import SCREENSHOTS
from keyboard import KeyboardVisitor
from service import Service
from visitor import Visitor, VisitorWithoutScript

# A way of walking: the kind of visitor, the language, whether the browser runs scripts, whether pictures are kept.
WAYS = {
    "mouse": (Visitor, "sv", True, True),
    "keyboard": (KeyboardVisitor, "en", True, False),
    "no-script": (VisitorWithoutScript, "sv", False, False),
}


def pytest_configure(config):
    # Once for all workers.
    if not hasattr(config, "workerinput"):
        shutil.rmtree(SCREENSHOTS, ignore_errors=True)
        SCREENSHOTS.mkdir(parents=True)


@pytest.fixture(scope="session")
def browser():
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
    """A municipality of its own for each way of walking: the journeys build on one another."""
    made = Service(datetime.date.today().year)
    try:
        made.load_example()
        made.start()
        yield made
    finally:
        made.stop()


@pytest.fixture
def visitor(request, way, service, browser):
    """A new browser profile. The test fails at its end with everything that was amiss on the way."""
    kind, language, script, pictures = WAYS[way]
    context = browser.new_context(
        java_script_enabled=script, locale="sv-SE" if language == "sv" else "en-GB",
        viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    context.set_default_timeout(30_000)
    made = kind(context.new_page(), service, language, pictures)
    yield made
    if getattr(request.node, "failed", False):
        made.page.screenshot(path=SCREENSHOTS / f"failed-{request.node.name}.png", full_page=True)
    context.close()
    assert not made.faults, "\n".join(made.faults)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if report.when == "call" and report.failed:
        item.failed = True
    return report
