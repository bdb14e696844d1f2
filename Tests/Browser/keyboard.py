"""A visitor with no mouse: moves by Tab, acts by Enter, Space, arrows and typing, and must always see where they are."""

from visitor import Visitor

_FOCUSED = "element => element === document.activeElement"
_RING = """element => {
  const style = getComputedStyle(element)
  return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
}"""


class KeyboardVisitor(Visitor):
    # A page has fewer stops than this; more means that the target cannot be reached.
    most_stops = 400

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
        if not element.evaluate(_RING):
            self.faults.append(f"{self.page.url}: no focus ring on {element.evaluate('e => e.outerHTML')[:120]}")
        return element

    def _click(self, target):
        self._reach(target)
        self.page.keyboard.press("Enter")
        self.page.wait_for_load_state()

    def _fill(self, control, value):
        element = self._reach(control)
        if element.get_attribute("type") == "date":
            year, month, day = value.split("-")
            # The browser asks for the parts in the order of its own language.
            self.page.keyboard.type(year + month + day if self.language == "sv" else day + month + year)
        else:
            self.page.keyboard.press("ControlOrMeta+a")
            self.page.keyboard.press("Delete")
            self.page.keyboard.type(value)

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
