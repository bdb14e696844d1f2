/// Every operation of the API, and what a stranger tries with it. One without a line here fails the test.
enum StrangerOperations {
    static let all = registers.merging(people) { $1 }.merging(service) { $1 }

    private static let days = #""from":"2026-04-01","to":"2026-06-30""#
    private static let slot = #""unit":"§unit§","title":"X",\#(days),"places":1,"kind":"arbetspraktik""#

    private static let registers: [String: StrangerCase] = [
        "GET /units": .get("/units", "/units?cursor=§unit§"), "GET /units/{code}": .get("/units/§unit§"),
        "POST /units": .json(
            "/units", #"{"code":"NY","name":"X","kind":"forvaltning","parent":"§unit§"}"#,
            #"{"code":"NY","name":"X","kind":"forvaltning","successor":"§unit§"}"#),
        "PUT /units/{code}": .json(
            "/units/§unit§", #"{"name":"X","kind":"bolag"}"#,
            #"{"name":"X","kind":"bolag","parent":"§unit§","successor":"§unit§"}"#),
        "GET /referrers": .get("/referrers", "/referrers?cursor=§referrer§"),
        "GET /referrers/{code}": .get("/referrers/§referrer§"),
        "POST /referrers": .namesNone("a new one: `what is unique among one's own`"),
        "PUT /referrers/{code}": .json("/referrers/§referrer§", #"{"name":"X"}"#),
        "GET /supervisors": .get("/supervisors", "/supervisors?cursor=§supervisor§"),
        "GET /supervisors/{code}": .get("/supervisors/§supervisor§"),
        "POST /supervisors": .json(
            "/supervisors", #"{"code":"NY","unit":"§unit§","name":"X"}"#,
            #"{"code":"NY","unit":"§unit§","name":"X","deputy":"§supervisor§"}"#,
            #"{"code":"NY","unit":"§ownunit§","name":"X","deputy":"§supervisor§"}"#),
        "PUT /supervisors/{code}": .json(
            "/supervisors/§supervisor§", #"{"unit":"§unit§","name":"X"}"#,
            #"{"unit":"§unit§","name":"X","deputy":"§supervisor§"}"#),
        "GET /undertakings": .get("/undertakings"),
        "GET /undertakings/{code}": .get("/undertakings/§undertaking§"),
        "GET /slots": .get(
            "/slots", "/slots?unit=§unit§", "/slots?search=§title§", "/slots?state=draft&sort=title",
            "/slots?unit=§unit§&free=true&unconfirmed_days=1&descending=true", "/slots?search=§draft§"),
        "GET /slots/{code}": .get("/slots/§slot§", "/slots/§draft§"),
        "POST /slots": .json(
            "/slots", #"{"code":"NY",\#(slot)}"#, #"{"code":"NY",\#(slot),"supervisor":"§supervisor§"}"#,
            #"{"code":"NY",\#(slot),"earmark":"§referrer§"}"#,
            #"{"code":"NY",\#(slot),"supervisor":"§supervisor§"}"#.replacing("§unit§", with: "§ownunit§")),
        "PUT /slots/{code}": .json(
            "/slots/§slot§", "{\(slot)}", #"{\#(slot),"supervisor":"§supervisor§","earmark":"§referrer§"}"#),
        "POST /slots/{code}/offer": .json("/slots/§draft§/offer", "{}"),
        "POST /slots/{code}/confirm": .json("/slots/§slot§/confirm", "{}"),
        "POST /slots/{code}/close": .json("/slots/§slot§/close", "{}"),
        "POST /slots/{code}/withdraw": .json(
            "/slots/§slot§/withdraw", #"{"reason":"x"}"#, #"{"reason":"x","places":500}"#),
        "POST /slots/{code}/renew": .json("/slots/§slot§/renew", "{}", #"{"from":"2027-02-02"}"#),
        "GET /renewals": .get("/renewals"), "POST /renewals": .json("/renewals", #"{"slots":["§slot§"]}"#),
        "POST /units/{code}/renewal": .json(
            "/units/§unit§/renewal", #"{"from_year":2026,"dry_run":true}"#, #"{"from_year":2025}"#),
        "POST /slots/{code}/decline-renewal": .json(
            "/slots/§slot§/decline-renewal", #"{"reason":"no_supervisor"}"#),
        "POST /slots/{code}/reconsider-renewal": .json("/slots/§slot§/reconsider-renewal", "{}"),
        "GET /slots/{code}/prospects": .get("/slots/§slot§/prospects", "/slots/§draft§/prospects"),
    ]

    private static let people: [String: StrangerCase] = [
        "GET /participants": .get(
            "/participants", "/participants?referrer=§referrer§", "/participants?search=§word§",
            "/participants?search=§reference§&sort=name", "/participants?state=started"),
        "GET /participants/{referrer}/{reference}": .get("/participants/§referrer§/§reference§"),
        "GET /participants/{referrer}/{reference}/extract": .get("/participants/§referrer§/§reference§/extract"),
        "GET /participants/{referrer}/{reference}/extract/document": .get(
            "/participants/§referrer§/§reference§/extract/document"),
        "POST /participants": .json(
            "/participants", #"{"referrer":"§referrer§","reference":"NY-1"}"#,
            #"{"referrer":"§referrer§","reference":"§reference§","wishes":["§draft§"]}"#),
        "PATCH /participants/{referrer}/{reference}": .json(
            "/participants/§referrer§/§reference§", #"{"given_name":"X"}"#, #"{"wishes":["§draft§"]}"#),
        "GET /placements": .get(
            "/placements", "/placements?slot=§slot§", "/placements?unit=§unit§", "/placements?referrer=§referrer§",
            "/placements?search=§reference§", "/placements?sort=participant", "/placements?search=§word§"),
        "GET /placements/{code}": .get("/placements/§placement§"),
        "POST /placements": .json(
            "/placements", #"{"referrer":"§referrer§","participant":"§reference§","slot":"§slot§"}"#),
        "POST /placements/{code}/steps": .json(
            "/placements/§placement§/steps", #"{"to":"completed","reason":"x"}"#, #"{"to":"interrupted","reason":"x"}"#,
            #"{"to":"proposed"}"#),
        "POST /placements/{code}/answers": .json(
            "/placements/§placement§/answers", #"{"party":"host","answer":"accepted"}"#,
            #"{"party":"host","answer":"declined","reason":"other"}"#),
        "GET /placements/{code}/alternates": .get("/placements/§placement§/alternates"),
        "POST /placements/{code}/alternates": .json("/placements/§placement§/alternates", "{}"),
        "POST /placements/{code}/correction": .json("/placements/§placement§/correction", #"{"reason":"x"}"#),
        "GET /placements/{code}/agreement": .get("/placements/§placement§/agreement"),
        "GET /placements/{code}/agreement/document": .get("/placements/§placement§/agreement/document"),
        "GET /placements/{code}/certificate": .get("/placements/§placement§/certificate"),
        "POST /placements/{code}/agreement/versions": .json(
            "/placements/§placement§/agreement/versions", #"{"to":"2026-05-28"}"#, #"{"slot":"§draft§"}"#,
            #"{"supervisor":"§supervisor§","deputy":"§supervisor§"}"#),
        "POST /placements/{code}/agreement/approvals": .json(
            "/placements/§placement§/agreement/approvals", "{}", #"{"for":"participant","ground":"phoned"}"#),
        "POST /placements/{code}/agreement/checks": .json(
            "/placements/§placement§/agreement/checks", #"{"check":"insurance"}"#),
        "GET /participants/{referrer}/{reference}/courses": .get("/participants/§referrer§/§reference§/courses"),
        "POST /participants/{referrer}/{reference}/courses": .json(
            "/participants/§referrer§/§reference§/courses",
            #"{"name":"SFI","from":"2026-03-02","to":"2026-06-05"}"#),
        "DELETE /participants/{referrer}/{reference}/courses/{id}": .get(
            "/participants/§referrer§/§reference§/courses/0199f3a2-5b7e-7c11-8a43-0f2d9c1b6e55"),
        "GET /participants/{referrer}/{reference}/prospects": .get("/participants/§referrer§/§reference§/prospects"),
        "GET /worklist": .get("/worklist", "/worklist?limit=500"), "GET /overview": .get("/overview"),
        "GET /round-plan": .get("/round-plan?from=2026-04-01"),
        "GET /match-runs": .get("/match-runs", "/match-runs?cursor=§run§"),
        "POST /match-runs": .namesNone("a job: `a job names nobody else's`"),
        "GET /match-runs/{run}": .get("/match-runs/§run§"),
        "POST /match-runs/{run}/decision": .json("/match-runs/§run§/decision", "{}"),
        "GET /match-runs/{run}/explanation": .get(
            "/match-runs/§run§/explanation?participant=§label§", "/match-runs/M-1/explanation?participant=§label§",
            "/match-runs/M-1/explanation?participant=§label§&slot=§slot§"),
        "GET /match-runs/{run}/slots/{slot}/explanation": .get(
            "/match-runs/§run§/slots/§slot§/explanation", "/match-runs/M-1/slots/§slot§/explanation"),
        "GET /match-runs/{run}/slots/{slot}/census": .get(
            "/match-runs/§run§/slots/§slot§/census", "/match-runs/M-1/slots/§slot§/census",
            "/match-runs/M-1/slots/§slot§/census?participant=§label§"),
        "GET /match-runs/{run}/comparison": .get(
            "/match-runs/§run§/comparison?with=M-1", "/match-runs/M-1/comparison?with=§run§"),
        "POST /match-runs/{run}/trials": .json(
            "/match-runs/§run§/trials", "{}", #"{"withdrawn_slots":["§slot§"],"store":true}"#),
        "GET /outcomes": .get("/outcomes", "/outcomes?placement=§placement§"),
        "POST /outcomes": .json(
            "/outcomes", #"{"placement":"§placement§","status":"seeking"}"#,
            #"{"referrer":"§referrer§","participant":"§reference§","status":"seeking"}"#),
        "GET /voice": .get("/voice"), "GET /complaints": .get("/complaints", "/complaints?open=true"),
        "GET /complaints/{code}": .get("/complaints/§complaint§"),
        "POST /complaints/{code}/handle": .json("/complaints/§complaint§/handle", #"{"note":"x"}"#),
        "GET /placements/{code}/voice": .get("/placements/§placement§/voice"),
        "POST /placements/{code}/voice": .json(
            "/placements/§placement§/voice",
            #"{"occasion":"mid","tasks":"yes","alone":"no","swedish":"no","on_behalf":"phoned"}"#),
        "POST /placements/{code}/complaints": .json(
            "/placements/§placement§/complaints", #"{"words":"x","on_behalf":"phoned"}"#),
        "GET /reports/voice/{year}": .get("/reports/voice/2026"),
        "POST /outcomes/{code}/confirm": .json("/outcomes/§outcome§/confirm", "{}"),
        "GET /follow-ups": .get("/follow-ups", "/follow-ups?ahead=365"),
        "GET /placements/{code}/follow-ups": .get("/placements/§placement§/follow-ups"),
        "POST /placements/{code}/follow-ups/{moment}": .json(
            "/placements/§placement§/follow-ups/mid", #"{"progress":"as_planned"}"#, "{}"),
    ]

    private static let user = #"{"name":"ny-1","role":"#

    private static let service: [String: StrangerCase] = [
        "GET /commitment/{year}": .get("/commitment/2026"),
        "GET /commitment/{year}/delivery": .get("/commitment/2026/delivery"),
        "GET /commitment/{year}/progress": .get("/commitment/2026/progress"),
        "GET /reports/annual": .get("/reports/annual"),
        "GET /reports/annual/{year}/rows": .get(
            "/reports/annual/2026/rows?figure=started",
            "/reports/annual/2026/rows?figure=started&cut=by_unit&key=§unit§",
            "/reports/annual/2026/rows?figure=persons&cut=by_referrer&key=§referrer§"),
        "GET /reports/annual/{year}/workbook": .get("/reports/annual/2026/workbook"),
        "GET /reports/annual/{year}/document": .get("/reports/annual/2026/document"),
        "GET /reports/annual/{year}/planning": .get("/reports/annual/2026/planning"),
        "GET /reports/annual/{year}": .get("/reports/annual/2026", "/reports/annual/2026?for_publication=true"),
        "GET /reports/definitions": .get("/reports/definitions"),
        "GET /reports/periods/{period}/rows": .get(
            "/reports/periods/2026-H1/rows?figure=started",
            "/reports/periods/2026-H1/rows?figure=started&cut=by_unit&key=§unit§",
            "/reports/periods/2026-03-01--2026-05-31/rows?figure=persons&cut=by_referrer&key=§referrer§"),
        "GET /reports/periods/{period}/workbook": .get("/reports/periods/2026-H1/workbook"),
        "GET /reports/periods/{period}/document": .get("/reports/periods/2026-T1/document"),
        "GET /reports/periods/{period}/planning": .get("/reports/periods/2026-VT/planning"),
        "GET /reports/periods/{period}": .get(
            "/reports/periods/2026-T1", "/reports/periods/2026-VT?for_publication=true"),
        "GET /reports/closings": .get("/reports/closings"),
        "POST /reports/periods/{period}/closings": .json("/reports/periods/2199/closings", "{}"),
        "POST /reports/periods/{period}/reopening": .json("/reports/periods/2024/reopening", #"{"reason":"x"}"#),
        "GET /reports/periods/{period}/closings/{number}": .get("/reports/periods/2024/closings/1"),
        "GET /reports/periods/{period}/closings/{number}/verification": .get(
            "/reports/periods/2024/closings/1/verification"),
        "GET /reports/periods/{period}/closings/{number}/corrections": .get(
            "/reports/periods/2024/closings/1/corrections"),
        "GET /reports/periods/{period}/closings/{number}/correction-count": .get(
            "/reports/periods/2024/closings/1/correction-count"),
        "GET /reports/periods/{period}/closings/{number}/export": .get("/reports/periods/2024/closings/1/export"),
        "POST /imports/{kind}": .namesNone("a job: `a job names nobody else's`"),
        "GET /jobs": .get("/jobs", "/jobs?cursor=§job§"), "GET /jobs/{id}": .get("/jobs/§job§"),
        "GET /users": .get("/users", "/users?cursor=§user§"), "GET /users/{name}": .get("/users/§user§"),
        "POST /users": .json(
            "/users", #"\#(user)"registrar","unit":"§unit§"}"#, #"\#(user)"referrer","referrer":"§referrer§"}"#),
        "PUT /users/{name}": .json(
            "/users/§user§", #"{"role":"statistician"}"#,
            #"{"role":"registrar","unit":"§unit§"}"#, #"{"role":"referrer","referrer":"§referrer§"}"#),
        "POST /users/{name}/disable": .json("/users/§user§/disable", "{}"),
        "POST /users/{name}/enable": .json("/users/§user§/enable", "{}"),
        "GET /idle-users": .get("/idle-users"),
        "GET /users/{name}/sessions": .get("/users/§user§/sessions"),
        "DELETE /users/{name}/sessions": .get("/users/§user§/sessions"),
        "GET /users/{name}/tokens": .get("/users/§user§/tokens"),
        "DELETE /users/{name}/tokens/{id}": .get("/users/§user§/tokens/§token§"),
        "GET /me": .get("/me"), "GET /me/account": .get("/me/account"), "GET /me/tokens": .get("/me/tokens"),
        "POST /me/tokens": .namesNone("one's own; names are an account's: `what is unique among one's own`"),
        "DELETE /me/tokens/{id}": .get("/me/tokens/§token§"), "GET /me/sessions": .get("/me/sessions"),
        "DELETE /me/sessions/{id}": .get("/me/sessions/§session§"), "DELETE /me/sessions": .namesNone("one's own"),
        "GET /report-calendar": .get("/report-calendar"),
        "POST /report-calendar/usual": .namesNone("the own municipality's"),
        "POST /report-duties": .namesNone("a new one; a municipality's codes are its own"),
        "GET /report-duties/{code}": .get("/report-duties/§duty§"),
        "PUT /report-duties/{code}": .json(
            "/report-duties/§duty§",
            #"{"title":"X","recipient":"X","covers":"year","days":["01-31"],"remind_days":9,"valid_from":"2026-01-01"}"#
        ),
        "POST /report-duties/{code}/deliveries": .json(
            "/report-duties/§duty§/deliveries", #"{"due_on":"2026-02-02"}"#),
        "DELETE /report-duties/{code}/deliveries/{due_on}": .get("/report-duties/§duty§/deliveries/2026-02-02"),
        "GET /retention/rules": .get("/retention/rules"),
        "PUT /retention/rules/{category}": .namesNone("a period of one's own municipality's"),
        "DELETE /retention/rules/{category}": .namesNone("a period of one's own municipality's"),
        "GET /retention/plan": .get("/retention/plan", "/retention/plan?on=2030-01-01"),
        "GET /retention/runs": .get("/retention/runs"), "POST /retention/runs": .namesNone("one's own municipality's"),
        "GET /retention/runs/{code}": .get("/retention/runs/§erasure§"),
        "GET /settings": .get("/settings"), "PATCH /settings": .namesNone("the own municipality's"),
        "GET /messages": .get("/messages", "/messages?state=waiting&limit=500"),
        "GET /messages/{id}": .get("/messages/§message§"),
        "POST /messages/{id}/resend": .json("/messages/§message§/resend", "{}"),
        "POST /messages/{id}/withdrawal": .json("/messages/§message§/withdrawal", "{}"),
        "POST /placements/{code}/reminders": .json("/placements/§placement§/reminders", "{}"),
        "POST /units/{code}/reminders": .json("/units/§unit§/reminders", "{}"),
        "GET /accessibility-reports": .get("/accessibility-reports"),
        "GET /accessibility-reports/{id}": .get("/accessibility-reports/§report§"),
        "POST /accessibility-reports/{id}/handle": .json("/accessibility-reports/§report§/handle", #"{"answer":"x"}"#),
        "GET /audit": .get("/audit", "/audit?actor=§user§", "/audit?entity=participant&action=participant"),
        "GET /audit/{id}": .get("/audit/§audit§"), "GET /audit/verification": .get("/audit/verification"),
    ]
}
