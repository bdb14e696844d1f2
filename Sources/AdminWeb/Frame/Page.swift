import Domain

/// A page before it is dressed in the service's frame: its name, its one main action and its content.
struct Page: Sendable {
    struct Crumb: Sendable {
        let path: String
        let label: Phrase
    }

    let title: Phrase
    /// Which part of the service it belongs to.
    var section: Section?
    /// The pages above it.
    var crumbs: [Crumb] = []
    /// Beside the title: a state.
    var badge: HTML?
    /// Beside the title: the page's main action, and others.
    var action: HTML?
    /// Whether it shows a form with something to mend; its title then says so first.
    var isFaulty = false
    /// Without menu and account, for whoever came by a link and has none; with the link to itself in the other language.
    var plainSwitch: String?
    /// Where such a page is in none of the program's own languages.
    var furtherLanguage: VoiceTexts?
    /// Seconds until the page asks for itself again, while something is under way.
    var refresh: Int?
    /// Whether it stands where something was sent and holds what was typed: a link to itself, as that of the other language,
    /// would lose it.
    var isHolding = false
    let content: HTML

    init(
        _ title: Phrase, in section: Section? = nil, under crumbs: [Crumb] = [], badge: HTML? = nil,
        action: HTML? = nil, isFaulty: Bool = false, refresh: Int? = nil, _ content: HTML
    ) {
        self.title = title
        self.section = section
        self.crumbs = crumbs
        self.badge = badge
        self.action = action
        self.isFaulty = isFaulty
        self.refresh = refresh
        self.content = content
    }

    /// A link that looks like the page's one main action.
    static func mainAction(_ path: String, _ text: Phrase) -> HTML {
        "<a class=\"button main\" href=\"\(path)\">\(text)</a>"
    }
}

extension Section {
    var crumb: Page.Crumb { Page.Crumb(path: path, label: label) }
}
