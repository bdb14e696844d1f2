"""A visitor with no mouse: moves by Tab, acts by Enter, Space, arrows and typing, and must always see where they are."""

from playwright.sync_api import TimeoutError

from visitor import Visitor

# Whether the focus is on this; what is amiss with how it is seen.
_FOCUSED = "element => element === document.activeElement"
_UNSEEN = """element => {
  const style = getComputedStyle(element), box = element.getBoundingClientRect()
  if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return 'no focus ring on'
  if (box.width < 2 || box.height < 2) return 'the focus is on something too small to see:'
  const isInView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
  return isInView ? null : 'the focus is out of view on'
}"""

# All that one should come to by Tab, once each: of a group of radio buttons one.
_STOPS = """() => {
  const groups = new Set()
  return Array.from(document.querySelectorAll(
    'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')).filter(element => {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.disabled) return false
      if (element.type !== 'radio') return true
      const isNew = !groups.has(element.name)
      groups.add(element.name)
      return isNew
    }).length
}"""


class KeyboardVisitor(Visitor):
    # A page has fewer stops than this; more means that the target cannot be reached.
    most_stops = 1000

    def looks(self, name):
        """Goes by Tab through the whole page once: the first stop skips the menu, each is seen, and none is left out."""
        # From the top, wherever the last step left off.
        self.page.evaluate("() => { document.body.tabIndex = -1; document.body.focus() }")
        wanted, met, last = self.page.evaluate(_STOPS), 0, None
        while met <= wanted:
            self.page.keyboard.press("Tab")
            stop = self.page.evaluate_handle("() => document.activeElement").as_element()
            if last and last.evaluate("(last, stop) => last === stop", stop):
                # A day, a month and a year are stops of their own within one field.
                continue
            last = stop
            if stop.evaluate("stop => stop === document.body || stop.hasAttribute('data-met')"):
                break
            stop.evaluate("stop => stop.setAttribute('data-met', '')")
            if met == 0 and stop.get_attribute("href") != "#main":
                self.faults.append(f"{name}: Tab does not come to the skip link first")
            self._check_seen(stop)
            met += 1
        if met < wanted:
            self.faults.append(f"{name}: Tab reaches {met} of {wanted} stops")

    def downloads(self, text):
        self._stays = True
        try:
            return super().downloads(text)
        finally:
            self._stays = False

    def uploads(self, label, path):
        control = self._control(label)
        self._reach(control)
        # The browser opens no second dialogue while the last one is being forgotten: as a person would, one presses again.
        for again in (True, True, False):
            try:
                with self.page.expect_file_chooser(timeout=5_000) as chooser:
                    self.page.keyboard.press("Space")
                return chooser.value.set_files(path)
            except TimeoutError:
                if not again:
                    raise

    # Set while a link leads to a file and not to another page.
    _stays = False

    def _check_seen(self, element):
        unseen = element.evaluate(_UNSEEN)
        if unseen:
            self.faults.append(f"{self.page.url}: {unseen} {element.evaluate('e => e.outerHTML')[:120]}")

    def _reach(self, target):
        target.wait_for(state="visible")
        element = target.element_handle()
        if not element.evaluate(_FOCUSED):
            for _ in range(self.most_stops):
                self.page.keyboard.press("Tab")
                if element.evaluate(_FOCUSED):
                    break
            else:
                raise AssertionError(f"Tab never reaches {element.evaluate('e => e.outerHTML')[:160]}")
        self._check_seen(element)
        return element

    def _click(self, target):
        element = self._reach(target)
        if self._stays or element.evaluate("element => element.tagName") == "SUMMARY":
            self.page.keyboard.press("Enter")
            return
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def _fill(self, control, value):
        element = self._reach(control)
        if element.get_attribute("type") == "date":
            self._type_day(element, value)
        else:
            self.page.keyboard.press("ControlOrMeta+a")
            self.page.keyboard.press("Delete")
            self.page.keyboard.type(value)

    def _type_day(self, element, value):
        """Part by part, in the order that this browser asks for them in: that of its own language, not of the page's."""
        year, month, day = value.split("-")
        for order in (month + day + year, year + month + day, day + month + year):
            self.page.keyboard.type(order)
            if element.input_value() == value:
                return
            # Back from the last part to the first.
            for _ in range(3):
                self.page.keyboard.press("ArrowLeft")
        raise AssertionError(f"{value} cannot be typed into {element.evaluate('e => e.outerHTML')[:120]}")

    def _choose(self, control, index):
        self._reach(control)
        now = control.evaluate("list => list.selectedIndex")
        for _ in range(abs(index - now)):
            self.page.keyboard.press("ArrowDown" if index > now else "ArrowUp")

    def _untick(self, box):
        self._reach(box)
        self.page.keyboard.press("Space")

    def _tick(self, box):
        if box.get_attribute("type") == "checkbox":
            self._reach(box)
            self.page.keyboard.press("Space")
            return
        # Of a group of radio buttons Tab reaches one; arrows go on from there.
        name = box.get_attribute("name")
        group = self.page.locator(f'input[type=radio][name="{name}"]')
        checked = self.page.locator(f'input[type=radio][name="{name}"]:checked')
        self._reach(checked.first if checked.count() else group.first)
        self.page.keyboard.press("Space")
        for _ in range(group.count()):
            if box.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"the arrows never reach {name}")
