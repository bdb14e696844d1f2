"""What every page must stand: axe's rules, a narrow screen, 200 % zoom, no fault in the browser's own eyes."""

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe

WIDE, NARROW, ZOOMED = 1280, 320, 640
# An A4 sheet between its margins.
PAPER = 688
SCREENSHOTS = Path(__file__).resolve().parents[2] / ".build/screenshots"

# What sticks out of the window sideways, or is cut off inside its own box. Regions that scroll by design are named so.
_SPILLS = """() => {
  const wide = document.documentElement.clientWidth, found = []
  if (document.documentElement.scrollWidth > wide) found.push('the page scrolls sideways')
  for (const element of document.body.querySelectorAll('*')) {
    if (element.closest('.scroll, .hidden, .skip, svg, pre, datalist, input, textarea') || !element.getClientRects().length) continue
    const box = element.getBoundingClientRect()
    if (box.right > wide + 1 && box.width) found.push('beyond the edge: ' + element.outerHTML.slice(0, 90))
    const style = getComputedStyle(element)
    const cuts = ['hidden', 'clip'].includes(style.overflowX)
    if (cuts && element.scrollWidth > element.clientWidth + 1) found.push('cut off: ' + element.outerHTML.slice(0, 90))
  }
  return found.slice(0, 5)
}"""

_FORM = """() => {
  const found = [], ids = new Set()
  for (const element of document.querySelectorAll('[id]')) {
    if (ids.has(element.id)) found.push('id twice: ' + element.id)
    ids.add(element.id)
  }
  for (const name of ['aria-describedby', 'aria-labelledby', 'for'])
    for (const element of document.querySelectorAll('[' + name + ']'))
      for (const id of element.getAttribute(name).split(/\\s+/))
        if (!ids.has(id)) found.push(name + ' names nothing: ' + id)
  for (const link of document.querySelectorAll('a[href^="#"]'))
    if (link.hash.length > 1 && !ids.has(link.hash.slice(1))) found.push('link to nothing: ' + link.hash)
  for (const cell of document.querySelectorAll('table.data tbody td:not([data-label], .actions, [colspan])'))
    if (cell.textContent.trim()) found.push('cell without data-label: ' + cell.outerHTML.slice(0, 90))
  if (document.querySelectorAll('h1').length !== 1) found.push(document.querySelectorAll('h1').length + ' h1')
  if (document.querySelectorAll('[style], style, script').length) found.push('inline style or script')
  const main = document.querySelectorAll('main .main:not(.work .main, td .main)')
  if (main.length > 1) found.push(main.length + ' main actions')
  return found
}"""


# Chromium stands still over a picture of a hundred thousand pixels' height.
_TALLEST = 12_000


def picture(page, file):
    """The page as a picture; of a very long one its beginning."""
    size = page.viewport_size
    if page.evaluate("document.documentElement.scrollHeight") > _TALLEST:
        page.set_viewport_size({"width": size["width"], "height": _TALLEST})
        page.screenshot(path=SCREENSHOTS / file)
        page.set_viewport_size(size)
    else:
        page.screenshot(path=SCREENSHOTS / file, full_page=True)


def glance(page, name, language):
    """Holds the present page against everything once, as it stands; for pages of which another was looked at whole."""
    faults = _form(page, name, language) + [
        f"{name}: {fault}" for fault in page.evaluate(_SPILLS) + list(_axe(page))]
    if faults:
        picture(page, f"{name}-{language}-fault.png")
    return faults


def look(page, name, language):
    """Holds the present page against everything, in both widths and colour schemes; answers the faults as sentences."""
    faults = _form(page, name, language)
    for width in (WIDE, ZOOMED, NARROW):
        page.set_viewport_size({"width": width, "height": 800 if width == WIDE else 640})
        faults += [f"{name} at {width}: {spill}" for spill in page.evaluate(_SPILLS)]
        if width == ZOOMED:
            continue
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            # Dark differs from light in its colours alone.
            rules = None if scheme == "light" else ["color-contrast", "link-in-text-block"]
            faults += [f"{name} at {width}, {scheme}: {violation}" for violation in _axe(page, rules)]
            picture(page, f"{name}-{language}-{width}-{scheme}.png")
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": WIDE, "height": 800})
    return faults


def on_paper(page, name, language):
    """The present page as it is printed on A4: nothing sticks out, and nothing is there that only a screen can use."""
    page.emulate_media(media="print", color_scheme="light")
    page.set_viewport_size({"width": PAPER, "height": 1000})
    faults = [f"{name} on paper: {spill}" for spill in page.evaluate(_SPILLS)]
    for screen_only in ("nav.nav", ".band", ".filter", "main button"):
        if page.locator(screen_only).locator("visible=true").count():
            faults.append(f"{name} on paper: shows {screen_only}")
    if not page.locator(".print-head").is_visible():
        faults.append(f"{name} on paper: does not say what it is")
    picture(page, f"{name}-{language}-paper.png")
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": WIDE, "height": 800})
    return faults


def _form(page, name, language):
    faults = [f"{name}: {fault}" for fault in page.evaluate(_FORM)]
    if page.locator("html").get_attribute("lang") != language:
        faults.append(f"{name}: is not in {language}")
    return faults


def _axe(page, rules=None):
    """What axe finds, by all its rules or these alone."""
    options = {"resultTypes": ["violations"]} | ({"runOnly": rules} if rules else {})
    for violation in Axe().run(page, options=options).response["violations"]:
        nodes = violation["nodes"]
        where = "; ".join(node["html"][:120] for node in nodes[:3])
        why = nodes[0].get("failureSummary", "").replace("\n", " ")[:200]
        yield f"axe {violation['id']} ({len(nodes)}): {where} – {why}"
