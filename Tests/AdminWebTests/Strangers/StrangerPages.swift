/// Every page, and what a stranger tries with it. A page without a line here fails the test.
enum StrangerPages {
    static let all = start.merging(people) { $1 }.merging(administration) { $1 }

    private static let slot =
        "unit=§unit§&title=X&when=2026-04-01 – 2026-06-30&places=1&kind=arbetspraktik&urgency=normal"

    private static let start: [String: StrangerCase] = [
        "GET /": .get("/"), "GET /api": .namesNone("the same for all"),
        "GET /sign-in": .get("/sign-in?back=/slots/§slot§"),
        "POST /sign-in": .namesNone("whose account it is nobody learns: SignInTests"),
        "POST /language": .namesNone("sets a cookie"),
        "GET /invitation/:link": .get("/invitation/§link§.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
        "POST /invitation/:link": .form(
            "/invitation/§link§.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            "password=ett långt nytt lösenord&again=ett långt nytt lösenord"),
        "GET /l/:token": .namesNone("opens by a secret alone: LinkPageTests"),
        "POST /l/:token": .namesNone("opens by a secret alone: LinkPageTests"),
        "POST /sign-out": .namesNone("one's own"), "GET /account": .get("/account"),
        "POST /account/password": .namesNone("one's own"),
        "POST /account/sign-out-everywhere": .namesNone("one's own"),
        "GET /account/tokens": .get("/account/tokens"),
        "POST /account/tokens": .namesNone("one's own; names are an account's: `what is unique among one's own`"),
        "POST /account/tokens/:id/revoke": .form("/account/tokens/§token§/revoke", ""),
        "POST /account/sessions/:id/end": .form("/account/sessions/§session§/end", ""),
        "GET /sign-in/oidc": .namesNone("the provider's"), "GET /sign-in/oidc/callback": .namesNone("the provider's"),
        "GET /start/renew": .get("/start/renew"), "POST /start/renew": .namesNone("all of one's own"),
        "POST /slots/:code/not-this-year": .form("/slots/§slot§/not-this-year", "reason=other", "reason=supervisor"),
        "GET /slots": .get(
            "/slots", "/slots?q=§title§", "/slots?unit=§unit§", "/slots?unit=§unit§&state=draft", "/slots?state=draft",
            "/slots?sort=-title", "/slots?period=future&free=yes", "/slots?unconfirmed=30", "/slots?q=§slot§",
            "/slots?sort=unit&q=§draft§"),
        "GET /slots/:code": .get("/slots/§slot§", "/slots/§draft§"),
        "GET /slots/new": .get("/slots/new?like=§slot§", "/slots/new?like=§draft§"),
        "POST /slots/new": .form(
            "/slots/new", slot, slot + "&supervisor=§supervisor§", slot + "&earmark=§referrer§",
            slot.replacing("§unit§", with: "§ownunit§") + "&supervisor=§supervisor§"),
        "POST /slots/:code/confirm": .form("/slots/§slot§/confirm", ""),
        "POST /slots/:code/offer": .form("/slots/§draft§/offer", ""),
        "POST /slots/:code/close": .form("/slots/§slot§/close", ""),
        "POST /slots/:code/renew": .form("/slots/§slot§/renew", ""),
        "GET /slots/:code/change": .get("/slots/§slot§/change"),
        "POST /slots/:code/change": .form(
            "/slots/§slot§/change", slot, slot + "&version=0123456789abcdef", slot + "&supervisor=§supervisor§"),
        "GET /slots/:code/withdraw": .get("/slots/§slot§/withdraw"),
        "POST /slots/:code/withdraw": .form(
            "/slots/§slot§/withdraw", "reason=x&on=2026-03-02", "reason=x&on=2026-03-02&places=500", "on=x"),
    ]

    private static let people: [String: StrangerCase] = [
        "GET /rounds": .get("/rounds"), "GET /rounds/new": .get("/rounds/new"),
        "POST /rounds/new": .namesNone("a job; what it names is one's own municipality's: `a job names nobody else's`"),
        "GET /rounds/:run": .get("/rounds/§run§"),
        "GET /rounds/:run/why": .get(
            "/rounds/§run§/why?participant=§label§", "/rounds/M-1/why?participant=§label§",
            "/rounds/§run§/why?participant=§label§&slot=§slot§"),
        "GET /rounds/:run/slots/:slot": .get("/rounds/§run§/slots/§slot§", "/rounds/M-1/slots/§slot§"),
        "GET /rounds/:run/try": .get(
            "/rounds/§run§/try", "/rounds/M-1/try?lock=§label§ §slot§", "/rounds/M-1/try?forbid=§label§ §slot§",
            "/rounds/M-1/try?without_slot=§slot§", "/rounds/M-1/try?without_person=§label§"),
        "POST /rounds/:run/try": .form("/rounds/§run§/try", "without_slot=§slot§", "lock=§label§ §slot§"),
        "GET /rounds/:run/decide": .get("/rounds/§run§/decide"),
        "POST /rounds/:run/decide": .form("/rounds/§run§/decide", ""), "GET /jobs/:id": .get("/jobs/§job§"),
        "GET /placements": .get(
            "/placements", "/placements?q=§reference§", "/placements?q=§word§", "/placements?slot=§slot§",
            "/placements?unit=§unit§", "/placements?sort=participant", "/placements?state=started",
            "/placements?q=§placement§&sort=-slot"),
        "GET /placements/:code": .get("/placements/§placement§"),
        "GET /placements/new": .get("/placements/new?participant=§label§&slot=§slot§"),
        "POST /placements/new": .form("/placements/new", "participant=§label§&slot=§slot§"),
        "POST /placements/:code/step": .form(
            "/placements/§placement§/step", "to=completed&on=2026-03-02&reason=x", "to=withdrawn&reason=x",
            "to=interrupted&on=2026-03-02&reason=x", "to=proposed"),
        "POST /placements/:code/answer": .form(
            "/placements/§placement§/answer", "party=host&answer=accepted", "party=host&answer=other",
            "party=participant&answer=accepted&ground=phoned"),
        "POST /placements/:code/alternate": .form("/placements/§placement§/alternate", ""),
        "POST /placements/:code/correct": .form("/placements/§placement§/correct", "reason=x", ""),
        "GET /placements/:code/agreement": .get("/placements/§placement§/agreement"),
        "POST /placements/:code/agreement": .form(
            "/placements/§placement§/agreement", "version=0&to=2026-05-28", "version=0&slot=§draft§",
            "version=0&supervisor=§supervisor§", "to=x"),
        "POST /placements/:code/agreement/approve": .form(
            "/placements/§placement§/agreement/approve", "version=1&party=host", "version=1&party=referrer",
            "version=1&party=participant&ground=phoned", ""),
        "POST /placements/:code/agreement/check": .form(
            "/placements/§placement§/agreement/check", "check=insurance", ""),
        "GET /placements/:code/agreement/file": .get("/placements/§placement§/agreement/file"),
        "GET /placements/:code/certificate": .get("/placements/§placement§/certificate"),
        "POST /participants/:referrer/:reference/courses": .form(
            "/participants/§referrer§/§reference§/courses", "name=SFI&from=2026-03-02&to=2026-06-05", ""),
        "POST /participants/:referrer/:reference/courses/:id/remove": .form(
            "/participants/§referrer§/§reference§/courses/0199f3a2-5b7e-7c11-8a43-0f2d9c1b6e55/remove", ""),
        "GET /outcomes": .get("/outcomes"), "GET /outcomes/new": .get("/outcomes/new?placement=§placement§"),
        "POST /outcomes/new": .form(
            "/outcomes/new", "placement=§placement§&checked_on=2026-03-01&status=seeking",
            "participant=§label§&checked_on=2026-03-01&status=seeking"),
        "GET /voice": .get("/voice"), "GET /complaints": .get("/complaints"),
        "GET /complaints/:code": .get("/complaints/§complaint§"),
        "POST /complaints/:code/handle": .form("/complaints/§complaint§/handle", "note=x", ""),
        "GET /placements/:code/voice": .get("/placements/§placement§/voice"),
        "POST /placements/:code/voice": .form(
            "/placements/§placement§/voice", "occasion=mid&tasks=yes&alone=no&swedish=no&ground=phoned", ""),
        "POST /placements/:code/complaints": .form(
            "/placements/§placement§/complaints", "complaint=x&complaint_ground=phoned", ""),
        "GET /figures/:period/voice": .get("/figures/2026/voice"),
        "GET /follow-ups": .get("/follow-ups"),
        "GET /placements/:code/follow-ups/:moment": .get("/placements/§placement§/follow-ups/mid"),
        "POST /placements/:code/follow-ups/:moment": .form(
            "/placements/§placement§/follow-ups/mid", "on=2026-03-02&source=coordinator&progress=as_planned",
            "on=2026-03-02&source=coordinator"),
        "POST /outcomes/:code/confirm": .form("/outcomes/§outcome§/confirm", ""),
        "GET /closed-periods": .get("/closed-periods"),
        "GET /figures/:period/close": .get("/figures/2025/close"),
        "POST /figures/:period/close": .form("/figures/2199/close", ""),
        "GET /figures/:period/closing": .get("/figures/2024/closing", "/figures/2024/closing?number=1"),
        "GET /figures/:period/closing/file": .get("/figures/2024/closing/file"),
        "POST /figures/:period/reopen": .form("/figures/2024/reopen", "reason=x", ""),
        "GET /figures": .get("/figures"),
        "GET /figures/:period": .get("/figures/2026", "/figures/2026?cut=by_unit", "/figures/2026?cut=by_referrer"),
        "GET /figures/:period/delivery": .get("/figures/2026/delivery"),
        "GET /figures/:period/file": .get("/figures/2026/file?for=people", "/figures/2026/file?for=machines"),
        "GET /figures/:period/rows": .get(
            "/figures/2026/rows?figure=started", "/figures/2026/rows?figure=started&cut=by_unit&key=§unit§",
            "/figures/2026/rows?figure=persons&cut=by_referrer&key=§referrer§", "/figures/2026/rows?figure=offered"),
        "GET /imports": .get("/imports"),
        "POST /imports": .namesNone("a job: `a job names nobody else's`"),
        "GET /participants": .get(
            "/participants", "/participants?q=§word§", "/participants?q=§reference§",
            "/participants?referrer=§referrer§",
            "/participants?state=started", "/participants?sort=-name&q=§label§"),
        "GET /participants/board": .get("/participants/board"),
        "GET /participants/new": .get("/participants/new"),
        "POST /participants/new": .form(
            "/participants/new", "referrer=§referrer§&reference=NY-1&wish_1=§draft§",
            "referrer=§referrer§&reference=NY-1&more_wishes=§draft§"),
        "GET /participants/:referrer/:reference": .get("/participants/§referrer§/§reference§"),
        "GET /participants/:referrer/:reference/extract": .get(
            "/participants/§referrer§/§reference§/extract?format=json"),
        "GET /participants/:referrer/:reference/change": .get("/participants/§referrer§/§reference§/change"),
        "POST /participants/:referrer/:reference/change": .form(
            "/participants/§referrer§/§reference§/change", "given_name=X", "given_name=X&version=0123456789abcdef",
            "priority=77"),
    ]

    private static let administration: [String: StrangerCase] = [
        "GET /users": .get("/users"), "GET /users/new": .get("/users/new"),
        "POST /users/new": .form(
            "/users/new", "name=ny-1&role=registrar&unit=§unit§", "name=ny-1&role=referrer&referrer=§referrer§"),
        "GET /users/:name": .get("/users/§user§"), "GET /users/:name/change": .get("/users/§user§/change"),
        "POST /users/:name/change": .form("/users/§user§/change", "role=statistician"),
        "POST /users/:name/link": .form("/users/§user§/link", ""),
        "POST /users/:name/disable": .form("/users/§user§/disable", ""),
        "POST /users/:name/enable": .form("/users/§user§/enable", ""),
        "POST /users/:name/tokens/:id": .form("/users/§user§/tokens/§token§", ""),
        "POST /users/:name/sign-out": .form("/users/§user§/sign-out", ""),
        "GET /units": .get("/units"), "GET /units/:code": .get("/units/§unit§"),
        "GET /units/new": .get("/units/new"),
        "POST /units/new": .form(
            "/units/new", "code=NY&name=X&kind=forvaltning&parent=§unit§",
            "code=NY&name=X&kind=forvaltning&successor=§unit§"),
        "GET /units/:code/change": .get("/units/§unit§/change"),
        "POST /units/:code/change": .form("/units/§unit§/change", "name=X&kind=bolag", "name="),
        "GET /units/:code/supervisors/new": .get("/units/§unit§/supervisors/new"),
        "POST /units/:code/supervisors/new": .form(
            "/units/§unit§/supervisors/new", "code=NY&name=X", "code=NY&name=X&deputy=§supervisor§"),
        "GET /supervisors/:code/change": .get("/supervisors/§supervisor§/change"),
        "POST /supervisors/:code/change": .form(
            "/supervisors/§supervisor§/change", "name=X&unit=§unit§", "name=X&unit=§unit§&version=0123456789abcdef",
            "name="),
        "GET /referrers": .get("/referrers"), "GET /referrers/new": .get("/referrers/new"),
        "POST /referrers/new": .namesNone(
            "a new one; a municipality's codes are its own: `what is unique among one's own`"),
        "GET /referrers/:code/change": .get("/referrers/§referrer§/change"),
        "POST /referrers/:code/change": .form("/referrers/§referrer§/change", "name=X"),
        "GET /audit": .get(
            "/audit", "/audit?actor=§user§", "/audit?entity=participant", "/audit?action=participant",
            "/audit?actor=§user§&outcome=refused"),
        "GET /audit/:id": .get("/audit/§audit§"), "GET /settings": .get("/settings"),
        "POST /settings": .namesNone("one's own municipality's"),
        "GET /retention": .get("/retention"), "GET /retention/run": .get("/retention/run"),
        "POST /retention/run": .namesNone("one's own municipality's"),
        "GET /retention/protocol/:code": .get("/retention/protocol/§erasure§"),
        "GET /retention/rules/:category": .namesNone("a period of one's own municipality's"),
        "POST /retention/rules/:category": .namesNone("a period of one's own municipality's"),
        "POST /retention/rules/:category/standard": .namesNone("a period of one's own municipality's"),
        "GET /calendar": .get("/calendar"), "GET /calendar/new": .get("/calendar/new"),
        "POST /calendar/usual": .namesNone("the own municipality's"),
        "POST /calendar/new": .namesNone("a new one; a municipality's codes are its own"),
        "GET /calendar/:code/change": .get("/calendar/§duty§/change"),
        "POST /calendar/:code/change": .form(
            "/calendar/§duty§/change", "title=X&recipient=X&covers=year&days=01-31&remind_days=9&from=2026-01-01"),
        "GET /calendar/:code/:due/deliver": .get("/calendar/§duty§/2026-02-02/deliver"),
        "POST /calendar/:code/:due/deliver": .form("/calendar/§duty§/2026-02-02/deliver", "on=2026-02-01"),
        "POST /calendar/:code/:due/undeliver": .form("/calendar/§duty§/2026-02-02/undeliver", ""),
        "GET /accessibility": .get("/accessibility"), "POST /accessibility": .namesNone("a new one"),
        "GET /mail": .get("/mail", "/mail?state=sent"), "GET /mail/:id": .get("/mail/§message§"),
        "POST /mail/:id/resend": .form("/mail/§message§/resend", ""),
        "POST /mail/:id/withdraw": .form("/mail/§message§/withdraw", ""),
        "POST /placements/:code/remind": .form("/placements/§placement§/remind", ""),
        "POST /units/:code/remind": .form("/units/§unit§/remind", ""),
        "GET /accessibility/reports": .get("/accessibility/reports"),
        "POST /accessibility/reports/:id": .form("/accessibility/reports/§report§", "answer=x"),
    ]
}
