import Domain

/// What somebody who writes against the API needs to know before its first route: on the page in both languages, in the
/// document in English. A pair of backquotes marks what is written as it stands.
struct APIGuide: Sendable {
    let key: String
    let title: Phrase
    let paragraphs: [Phrase]
    /// As one would type it, or as it is answered.
    var example: String?

    static let sections = [signingIn, requests, faults, retrying, changing, lists, longWork, limits]

    /// All of it as Markdown.
    static var markdown: String {
        sections.map { section in
            let parts = ["## " + section.title.en] + section.paragraphs.map(\.en)
            let example = section.example.map { ["```\n" + $0 + "\n```"] } ?? []
            return (parts + example).joined(separator: "\n\n")
        }.joined(separator: "\n\n")
    }

    private static let signingIn = APIGuide(
        key: "signing-in", title: Phrase(sv: "Logga in", en: "Signing in"),
        paragraphs: [
            Phrase(
                sv: """
                    Ett program loggar in med en nyckel. Den görs under Mitt konto, Inloggningar och programnycklar, visas en gång och skickas med varje \
                    anrop som `Authorization: Bearer praktik_…`. Kakor tas inte emot.
                    """,
                en: """
                    A program signs in with a token. It is made under My account, Sessions and programs' tokens, is shown once, and is sent with every \
                    request as `Authorization: Bearer praktik_…`. Cookies are not taken.
                    """),
            Phrase(
                sv: """
                    En nyckel kan det som dess ägare kan när den används, och av det bara vad dess behörigheter säger; vilken \
                    roll och behörighet som behövs står vid varje anrop. `GET /me` säger vem nyckeln gäller för och vad den kan. \
                    Utan giltig nyckel är svaret 401, när roll eller behörighet inte räcker 403.
                    """,
                en: """
                    A token can do what its owner can when it is used, and of that only what its scopes say; which role and scope \
                    a request needs stands with it. `GET /me` says who the token stands for and what it can do. Without a valid \
                    token the answer is 401; where role or scope does not reach, 403.
                    """),
        ],
        example: """
            curl https://praktik.example.se/api/v1/me \\
              -H 'Authorization: Bearer praktik_…'

            curl https://praktik.example.se/api/v1/slots \\
              -H 'Authorization: Bearer praktik_…' \\
              -H 'Content-Type: application/json' \\
              -H 'Idempotency-Key: 0b4f6a52-6d0e-4d0a-9a55-0c1e1a0f7c11' \\
              -d '{"code":"PARK-1","unit":"TK","title":"Parkskötsel","from":"2027-03-01","to":"2027-05-28","places":2}'
            """)

    private static let requests = APIGuide(
        key: "requests", title: Phrase(sv: "Anrop och svar", en: "Requests and answers"),
        paragraphs: [
            Phrase(
                sv: """
                    Allt är JSON i UTF-8, utom filer som läses in, som är CSV. Namnen är filernas. Dagar skrivs `2027-03-01`, \
                    tidpunkter i UTC. I svar finns alla fält; ett utan värde är `null`. Ett fält eller en parameter som inte finns \
                    avvisas, med namn. Nya fält i svar kan komma till: läs förbi dem du inte känner.
                    """,
                en: """
                    Everything is JSON in UTF-8, but for files that are imported, which are CSV. Names are those of the files. Days \
                    are written `2027-03-01`, times in UTC. Answers have every member; one without a value is `null`. A member or \
                    parameter that does not exist is refused by name. Answers may get new members: read past those you do not know.
                    """),
            Phrase(
                sv: "Meningar i svaren är på svenska eller engelska, som `Accept-Language` ber om.",
                en: "Sentences in answers are in Swedish or English, as `Accept-Language` asks."),
        ])

    private static let faults = APIGuide(
        key: "faults", title: Phrase(sv: "När något inte går", en: "When something cannot be done"),
        paragraphs: [
            Phrase(
                sv: """
                    Svaret är då `application/problem+json` (RFC 9457). Skilj fall åt med `type` och, finare, `code`; de ändras \
                    inte. `detail` är en mening att visa. `errors` pekar ut varje värde som ska rättas, i innehållet som \
                    JSON-pekare. `request` är anropets nummer i loggen: uppge det när du frågar oss. Ingenting är då gjort.
                    """,
                en: """
                    The answer is then `application/problem+json` (RFC 9457). Tell cases apart by `type` and, finer, `code`; they do \
                    not change. `detail` is a sentence to show. `errors` points to every value to correct, in the body as a JSON \
                    pointer. `request` is the request's number in the log: give it when you ask us. Nothing is done then.
                    """),
            Phrase(
                sv: """
                    400 och 422: rätta anropet. 409: det går inte som det står; läs om och avgör. 412 och 428: se Ändra. 429 och \
                    503: vänta så många sekunder som `Retry-After` säger. 500: fel hos oss.
                    """,
                en: """
                    400 and 422: correct the request. 409: it is not possible as things stand; read again and decide. 412 and 428: \
                    see Changing. 429 and 503: wait so many seconds as `Retry-After` says. 500: a fault of ours.
                    """),
        ],
        example: """
            HTTP/1.1 422 Unprocessable Content
            Content-Type: application/problem+json

            {"type": "/api#problem-invalid", "title": "Values to correct", "status": 422,
             "detail": "One value needs to be corrected.", "code": null,
             "errors": [{"pointer": "/places", "detail": "The number must be whole, from 1 to 500."}],
             "request": "5k17v87q2t2af75b"}
            """)

    private static let retrying = APIGuide(
        key: "retrying", title: Phrase(sv: "Försöka igen", en: "Trying again"),
        paragraphs: [
            Phrase(
                sv: """
                    Skicka `Idempotency-Key`, till exempel ett UUID, med varje ändring. Blev svaret borta på vägen, skicka samma \
                    anrop med samma värde: inom ett dygn görs det en gång och besvaras lika, med `Idempotent-Replay: true`. \
                    Hemligheter, som en ny nyckel, visas dock bara första gången. Samma värde till ett annat anrop \
                    avvisas (422), och medan det första besvaras är svaret 409.
                    """,
                en: """
                    Send `Idempotency-Key`, such as a UUID, with every change. If the answer was lost on its way, send the same \
                    request with the same key: within a day it is done once and answered the same, with `Idempotent-Replay: true`. \
                    Secrets, such as a new token, are however shown the first time only. The same key with another request \
                    is refused (422), and while the first is being answered the answer is 409.
                    """),
            Phrase(
                sv: """
                    Med `dry_run=true` görs allt och tas tillbaka: svaret säger vad det hade blivit. Ett värde som skickades med \
                    gäller då provet, så välj ett nytt till ändringen.
                    """,
                en: """
                    With `dry_run=true` all is done and taken back: the answer says what it would have come to. A key that was sent \
                    then is the trial's, so choose a new one for the change.
                    """),
        ])

    private static let changing = APIGuide(
        key: "changing", title: Phrase(sv: "Ändra", en: "Changing"),
        paragraphs: [
            Phrase(
                sv: """
                    Läs uppgiften, behåll dess `ETag` och skicka den som `If-Match` med ändringen. Har någon annan ändrat \
                    däremellan är svaret 412: läs om och se vad som gäller. Saknas `If-Match` där den krävs är svaret 428. PUT \
                    säger hela uppgiften, PATCH bara det som ska bli annat.
                    """,
                en: """
                    Read the record, keep its `ETag` and send it as `If-Match` with the change. If somebody else has changed it in \
                    between, the answer is 412: read again and see what holds. Where `If-Match` is required and missing, it is 428. \
                    PUT says the whole record, PATCH only what is to be different.
                    """),
            Phrase(
                sv: "Med `If-None-Match` på en läsning blir svaret 304 utan innehåll när inget har ändrats.",
                en: "With `If-None-Match` on a reading the answer is 304 without a body when nothing has changed."),
        ],
        example: """
            curl -i https://praktik.example.se/api/v1/units/TK -H 'Authorization: Bearer praktik_…'
            # ETag: "8c1f0a6b7d2e4f90-5bd1…"

            curl -X PUT https://praktik.example.se/api/v1/units/TK \\
              -H 'Authorization: Bearer praktik_…' -H 'Content-Type: application/json' \\
              -H 'If-Match: "8c1f0a6b7d2e4f90-5bd1…"' \\
              -d '{"name":"Tekniska kontoret","kind":"forvaltning"}'
            """)

    private static let lists = APIGuide(
        key: "lists", title: Phrase(sv: "Listor", en: "Lists"),
        paragraphs: [
            Phrase(
                sv: """
                    En lista ger `limit` uppgifter åt gången, 1–\(PageSize.range.upperBound), annars \(PageSize.standard). `next`, \
                    också i huvudet `Link`, är nästa sidas adress och `null` på den sista: följ den tills den tar slut, och sätt \
                    inte ihop egna. Det som tillkommer eller försvinner under tiden gör att inget annat dubblas eller hoppas \
                    över; är just raden som sidan börjar efter borta är svaret 409, och man börjar om.
                    """,
                en: """
                    A list gives `limit` records at a time, 1–\(PageSize.range.upperBound), else \(PageSize.standard). `next`, also \
                    in the header `Link`, is the next page's address and `null` on the last: follow it to its end, and make up none \
                    of your own. What comes or goes meanwhile doubles and skips nothing else; if the very row that the page begins \
                    after is gone, the answer is 409, and one begins again.
                    """),
            Phrase(
                sv: """
                    `total` är hur många det är i allt, `null` där det inte räknas. `protected` är hur många som inte visas, för att \
                    personen har skyddade uppgifter.
                    """,
                en: """
                    `total` is how many there are in all, `null` where that is not counted. `protected` is how many are not shown, \
                    since the person's identity is protected.
                    """),
        ])

    private static let longWork = APIGuide(
        key: "long-work", title: Phrase(sv: "Arbete som tar tid", en: "Work that takes time"),
        paragraphs: [
            Phrase(
                sv: """
                    Inläsningar och matchningar besvaras med 202 och ett jobb, vars adress står i `Location`. Läs det varannan \
                    sekund tills `state` är `done` eller `failed`; `result` och `failure` säger vad det blev.
                    """,
                en: """
                    Imports and match runs are answered with 202 and a job, whose address stands in `Location`. Read it every other \
                    second until `state` is `done` or `failed`; `result` and `failure` say what came of it.
                    """)
        ],
        example: """
            curl https://praktik.example.se/api/v1/imports/participants?dry_run=true \\
              -H 'Authorization: Bearer praktik_…' -H 'Content-Type: text/csv' --data-binary @deltagare.csv
            """)

    private static let limits = APIGuide(
        key: "limits", title: Phrase(sv: "Gränser", en: "Limits"),
        paragraphs: [
            Phrase(
                sv: """
                    Varje nyckel har ett antal anrop i minuten; `RateLimit-Limit`, `RateLimit-Remaining` och `RateLimit-Reset` \
                    (sekunder) säger hur det står, och 429 att det är slut för stunden. Innehåll får vara 1 MiB, filer 64 MiB.
                    """,
                en: """
                    Each token has a number of requests a minute; `RateLimit-Limit`, `RateLimit-Remaining` and `RateLimit-Reset` \
                    (seconds) say how it stands, and 429 that there are none left for the moment. Bodies may be 1 MiB, files 64 MiB.
                    """)
        ])
}
