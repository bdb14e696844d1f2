/// Where each page is visited; `§slot§` and its like are the town's. A page without a line here fails the test.
enum LanguageVisits {
    static let all: [String: [String]] = [
        "/": ["/"], "/api": ["/api"], "/sign-in": ["/sign-in", "/sign-in?back=/slots/§slot§"],
        "/invitation/:link": ["/invitation/§link§", "/invitation/x"], "/l/:token": ["/l/x"], "/account": ["/account"],
        "/account/tokens": ["/account/tokens"], "/start/renew": ["/start/renew"],
        "/slots": [
            "/slots", "/slots?unit=§unit§&state=draft", "/slots?sort=-title", "/slots?sort=unit",
            "/slots?period=future&free=yes", "/slots?unconfirmed=30", "/slots?q=finnsej-zx",
        ],
        "/slots/:code": ["/slots/§slot§", "/slots/§draft§", "/slots/Z1-S3", "/slots/Z1-E1", "/slots/Z1-A1"],
        "/slots/new": ["/slots/new", "/slots/new?like=§slot§"], "/slots/:code/change": ["/slots/§slot§/change"],
        "/slots/:code/withdraw": ["/slots/§slot§/withdraw"], "/rounds": ["/rounds"], "/rounds/new": ["/rounds/new"],
        "/rounds/:run": ["/rounds/§round§", "/rounds/§laterround§"],
        "/rounds/:run/why": [
            "/rounds/§round§/why?participant=§label§", "/rounds/§round§/why?participant=Z1-KOM/Z1-D6",
            "/rounds/§round§/why?participant=Z1-AMA/Z1-D3&slot=§slot§",
            "/rounds/§round§/why?participant=Z1-KOM/Z1-D6&slot=Z1-E1",
        ],
        "/rounds/:run/slots/:slot": ["/rounds/§round§/slots/§slot§", "/rounds/§round§/slots/Z1-O1"],
        "/rounds/:run/try": [
            "/rounds/§round§/try", "/rounds/§round§/try?lock=Z1-AMA/Z1-D3 §slot§",
            "/rounds/§round§/try?forbid=Z1-AMA/Z1-D3 §slot§", "/rounds/§round§/try?without_slot=§slot§",
            "/rounds/§round§/try?without_person=Z1-AMA/Z1-D3",
        ],
        "/rounds/:run/decide": ["/rounds/§round§/decide", "/rounds/§laterround§/decide"],
        "/jobs/:id": ["/jobs/§job§", "/jobs/§faulty§", "/jobs/§headless§"],
        "/placements": [
            "/placements", "/placements?slot=§slot§", "/placements?unit=§unit§", "/placements?sort=participant",
            "/placements?state=started", "/placements?q=finnsej-zx",
        ],
        "/placements/:code": [
            "/placements/§placement§", "/placements/§proposed§", "/placements/Z1-P2", "/placements/Z1-P4",
        ],
        "/placements/:code/agreement": ["/placements/§proposed§/agreement", "/placements/§placement§/agreement"],
        "/placements/:code/agreement/file": ["/placements/§placement§/agreement/file"],
        "/placements/:code/certificate": ["/placements/§placement§/certificate"],
        "/participants/:referrer/:reference/extract": ["/participants/§referrer§/§reference§/extract?format=json"],
        "/placements/new": ["/placements/new", "/placements/new?participant=Z1-AMA/Z1-D3&slot=§slot§"],
        "/outcomes": ["/outcomes"], "/follow-ups": ["/follow-ups"],
        "/placements/:code/follow-ups/:moment": [
            "/placements/§placement§/follow-ups/mid", "/placements/§placement§/follow-ups/end",
            "/placements/§placement§/follow-ups/30",
        ],
        "/outcomes/new": ["/outcomes/new", "/outcomes/new?placement=§placement§"], "/figures": ["/figures"],
        "/figures/:period": [
            "/figures/2026", "/figures/2026?cut=by_unit", "/figures/2026?cut=by_referrer", "/figures/2026?cut=by_kind",
            "/figures/2025", "/figures/2026-T1", "/figures/2026-HT?cut=by_age", "/figures/2026-03-01--2026-05-31",
        ],
        "/closed-periods": ["/closed-periods"], "/figures/:period/close": ["/figures/2024/close"],
        "/figures/:period/closing": ["/figures/2025/closing"],
        "/figures/:period/closing/file": ["/figures/2025/closing/file"],
        "/voice": ["/voice"], "/complaints": ["/complaints"],
        "/complaints/:code": ["/complaints/KL-1", "/complaints/KL-3"],
        "/placements/:code/voice": ["/placements/Z1-P1/voice", "/placements/Z1-P4/voice"],
        "/figures/:period/voice": ["/figures/2025/voice", "/figures/2026/voice"],
        "/figures/:period/delivery": ["/figures/2026/delivery", "/figures/2025/delivery"],
        "/figures/:period/file": [
            "/figures/2026/file?for=people", "/figures/2026/file?for=machines",
            "/figures/2026/file?for=xlsx", "/figures/2026/file?for=planning",
        ],
        "/figures/:period/rows": [
            "/figures/2026/rows?figure=started", "/figures/2026/rows?figure=offered",
            "/figures/2026/rows?figure=persons&cut=by_referrer&key=§referrer§",
        ],
        "/imports": ["/imports", "/imports?kind=slots&trial=no"],
        "/participants": [
            "/participants", "/participants?referrer=§referrer§", "/participants?state=started",
            "/participants?sort=-name", "/participants?q=finnsej-zx",
        ],
        "/participants/board": ["/participants/board"], "/participants/new": ["/participants/new"],
        "/participants/:referrer/:reference": [
            "/participants/§referrer§/§reference§", "/participants/Z1-KOM/Z1-D5", "/participants/Z1-KOM/Z1-D7",
            "/participants/§referrer§/Z1-D2",
        ],
        "/participants/:referrer/:reference/change": [
            "/participants/§referrer§/§reference§/change", "/participants/Z1-KOM/Z1-D6/change",
        ],
        "/users": ["/users"], "/users/new": ["/users/new"], "/users/:name": ["/users/§user§", "/users/zx-ny"],
        "/users/:name/change": ["/users/§user§/change"], "/units": ["/units"],
        "/units/:code": ["/units/§unit§", "/units/Z1-HEM"], "/units/new": ["/units/new"],
        "/units/:code/change": ["/units/§unit§/change"],
        "/units/:code/supervisors/new": ["/units/§unit§/supervisors/new"],
        "/supervisors/:code/change": ["/supervisors/§supervisor§/change"], "/referrers": ["/referrers"],
        "/referrers/new": ["/referrers/new"], "/referrers/:code/change": ["/referrers/§referrer§/change"],
        "/audit": [
            "/audit", "/audit?actor=§user§", "/audit?entity=participant", "/audit?outcome=refused",
            "/audit?actor=finnsej-zx",
        ],
        "/audit/:id": ["/audit/§entry§"], "/settings": ["/settings"], "/accessibility": ["/accessibility"],
        "/retention": ["/retention"], "/retention/run": ["/retention/run"],
        "/retention/rules/:category": ["/retention/rules/participants"],
        "/retention/protocol/:code": ["/retention/protocol/GA-1"],
        "/calendar": ["/calendar"], "/calendar/new": ["/calendar/new"],
        "/calendar/:code/change": ["/calendar/Z1-KS/change"],
        "/calendar/:code/:due/deliver": ["/calendar/Z1-KS/§due§/deliver"],
        "/mail": ["/mail", "/mail?state=waiting", "/mail?state=withheld"], "/mail/:id": ["/mail/§message§"],
        "/accessibility/reports": ["/accessibility/reports"], "/sign-in/oidc": ["/sign-in/oidc"],
        "/sign-in/oidc/callback": ["/sign-in/oidc/callback"],
    ]

    /// Addresses that never show a page of their own, and why; their faults are held against the law all the same.
    static let pageless: [String: String] = [
        "/sign-in/oidc": "sends on to the provider, where there is one",
        "/sign-in/oidc/callback": "sends on to the page one came for",
        "/placements/:code/agreement/file": "is a file on paper, in Swedish alone",
        "/placements/:code/certificate": "is a file on paper, in Swedish alone",
        "/figures": "sends on to the year's figures",
        "/l/:token": "is in its recipient's language, not the visitor's: LinkPageTests",
    ]
}
