import Domain
import Operations

/// What a purpose's link shows, and what happens when it is answered. One for each purpose that has a page, in
/// ``LinkPages/pages``.
struct LinkPage: Sendable {
    /// The question and its form; asked for as often as anybody likes, so it must change nothing.
    let show: @Sendable (LinkVisit) async throws -> LinkQuestion
    /// Does what was answered, by operations of the transaction in which the link is used up, as `visit.link.actor`; answers what
    /// to say afterwards. A refusal, or a ``LinkFault``, changes nothing, and the question is shown again with its sentence.
    let act: @Sendable (Operations, LinkVisit) async throws -> Phrase
    /// Whether the link is open after such an answer too; most are used up.
    var stays: @Sendable (LinkVisit) -> Bool = { _ in false }
    /// Whether its texts are in ``LinkVisit/texts``, and so in the languages that a municipality has loaded.
    var isInFurtherLanguages = false
}

/// A visit to an open link.
struct LinkVisit: Sendable {
    let visit: Visit
    let link: OpenedLink
    /// Of the pages that are there in further languages too.
    var texts: VoiceTexts
    /// Those languages, where there are any.
    var further: [VoiceLanguage] = []

    var operations: Operations { visit.operations }
    var form: FormData { visit.form }

    /// A form that answers the link.
    func form(_ content: HTML) -> HTML {
        """
        <form class="form" method="post" action="\(LinkPages.path(visit, texts.language))">\(visit.formToken)
        \(content)
        </form>
        """
    }

    /// Buttons that each answer with a value of one field.
    func choices(_ name: String, _ choices: [(value: String, label: Phrase, isMain: Bool)]) -> HTML {
        let buttons = choices.map { choice -> HTML in
            """
            <button\(" class=\"main\"", if: choice.isMain) name="\(name)" value="\(choice.value)">\(choice.label)</button>
            """
        }
        return "<div class=\"actions\">\(buttons)</div>"
    }
}

struct LinkQuestion: Sendable {
    let title: Phrase
    let content: HTML
}

/// Something to mend in what was answered.
struct LinkFault: PhrasedError {
    let phrase: Phrase

    init(sv: String, en: String) {
        self.init(Phrase(sv: sv, en: en))
    }

    init(_ phrase: Phrase) {
        self.phrase = phrase
    }

    /// The first of what is wrong in a form.
    init(_ fault: FormFault?) {
        phrase = fault?.sentence ?? Phrase(sv: "Fyll i alla fält.", en: "Fill in every field.")
    }
}
