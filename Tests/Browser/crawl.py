"""Every page that a role can reach by links, without saying which there are."""

import re
from urllib.parse import urldefrag, urljoin, urlsplit

# What is not a page: files to keep, and the way out.
_FILES = re.compile(r"\.(csv|xlsx|json|yaml|pdf|ics|svg|css)$|^/sign-out|/file$|/certificate$|/extract$")


def kind(path):
    """A path with its names and numbers left out: pages of one kind share it."""
    parts = ["*" if re.search(r"[0-9A-ZÅÄÖ%]", part) else part for part in path.split("/")]
    # Names of users look like words.
    return re.sub("^/users/(?!new$)[^/]+", "/users/*", "/".join(parts))


def crawl(page, address, each, most_of_a_kind):
    """Opens every page that links lead to from the start page, at most some of each kind, and calls `each(kind)` on it."""
    waiting, met, seen = ["/"], set(), {}
    while waiting:
        path = waiting.pop(0)
        its_kind = kind(urlsplit(path).path)
        if path in met or seen.get(its_kind, 0) >= most_of_a_kind:
            continue
        met.add(path)
        seen[its_kind] = seen.get(its_kind, 0) + 1
        answer = page.goto(address + path)
        assert answer.status < 400, f"{path}, which a page links to, answers {answer.status}"
        each(its_kind, seen[its_kind] == 1)
        for link in page.locator("a[href]").evaluate_all("links => links.map(link => link.getAttribute('href'))"):
            target = urldefrag(urljoin(address + path, link)).url
            if not target.startswith(address + "/"):
                continue
            target = target[len(address):]
            if target not in met and not _FILES.search(urlsplit(target).path):
                waiting.append(target)
    return seen
