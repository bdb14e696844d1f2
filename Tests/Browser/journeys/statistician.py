"""Whoever writes the annual report: "What do I say to the board, and can I stand by it?" In two clicks."""

from people import sign_in


def walk(visitor):
    sign_in(visitor, "eva")
    visitor.looks("statistician-start")
    before = visitor.actions
    visitor.follows("Siffror|Figures")
    visitor.sees(f"Siffror {visitor.service.year}|Figures {visitor.service.year}", "Samhällsbyggnad", "Mål 50|Target 50")
    visitor.looks("figures")
    sheet = visitor.downloads("Hämta kalkylblad|Get spreadsheet")
    assert visitor.actions - before == 2, "two clicks are enough"
    visitor.counts("the year's figures as a file", "2 clicks")
    assert sheet.startswith(b"\xef\xbb\xbf") and b";" in sheet.splitlines()[0]
    machines = visitor.downloads("CSV")
    assert b"," in machines.splitlines()[0]
    visitor.follows("Per anvisare|By referrer")
    visitor.sees("Komvux/Astar")
    visitor.looks("figures-by-referrer")
    # Whose figures stand there is counted; who they are is not hers to see.
    visitor.goes(f"/figures/{visitor.service.year}/rows?figure=offered")
    visitor.sees("Inte tillåtet|Not allowed")
    visitor.looks("refused")
