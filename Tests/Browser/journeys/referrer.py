"""The referrer, weekly: "What has become of my people?" """

from people import sign_in


def walk(visitor):
    sign_in(visitor, "ali")
    visitor.looks("referrer-start")
    adds_a_participant(visitor)
    visitor.follows("Deltagare|Participants")
    visitor.fills("Sök namn eller referens|Search name or reference", "B-900")
    visitor.presses("Visa|Show")
    visitor.sees("Åkesson")
    visitor.looks("participants")
    visitor.follows("Tavla|Board")
    visitor.looks("board")
    # Somebody else's people are not told of.
    visitor.goes("/participants?q=A26-101")
    visitor.sees_not("AMA/A26-101")


def adds_a_participant(visitor):
    visitor.follows("Anmäl en deltagare|Add a participant")
    visitor.looks("participant-new")
    visitor.fills("Förnamn|Given name", "Test")
    visitor.presses("Anmäl|Register")
    visitor.sees("Det här behöver rättas|This needs mending")
    visitor.looks("participant-faults")
    assert visitor.value("Förnamn|Given name") == "Test"
    visitor.fills("Er referens|Your reference", "B-900")
    visitor.fills("Efternamn|Family name", "Åkesson")
    visitor.chooses("Högsta godkända SFI-kurs|Highest SFI course passed", "Godkänd SFI D|Passed SFI D")
    visitor.presses("Anmäl|Register")
    visitor.sees("är anmäld och är med i nästa matchning|is registered and is in the next match run")
    visitor.notes["participant"] = "SFI/B-900"
    visitor.looks("participant")
