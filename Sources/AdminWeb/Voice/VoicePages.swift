import Domain
import Operations
import Store

/// What participants say, for the coordinator: their answers, their complaints, and noting both for those who cannot.
enum VoicePages {
    static let routes: [PageRoute] = [
        .get("/voice", .may(.readVoice), show),
        .get("/complaints", .may(.readVoice), ComplaintPages.list),
        .get("/complaints/:code", .may(.readVoice), ComplaintPages.show),
        .post("/complaints/:code/handle", .may(.handleComplaint), ComplaintPages.handle),
        .get("/placements/:code/voice", .may(.readVoice), PlacementVoicePage.show),
        .post("/placements/:code/voice", .may(.giveVoice), PlacementVoicePage.answer),
        .post("/placements/:code/complaints", .may(.complain), PlacementVoicePage.complain),
    ]

    static func path(_ placement: Code) -> String { PlacementPages.path(placement) + "/voice" }

    static func tabs(_ present: String) -> HTML {
        let items = [
            ("/voice", Phrase(sv: "Svar", en: "Answers")), ("/complaints", Phrase(sv: "Klagomål", en: "Complaints")),
        ].map { path, label -> HTML in
            "<li><a href=\"\(path)\"\(" aria-current=\"page\"", if: path == present)>\(label)</a></li>"
        }
        return "<nav class=\"tabs\" aria-label=\"\(sv: "Visning", en: "View")\"><ul>\(items)</ul></nav>"
    }

    static let promise = Phrase(
        sv: "Deltagarna har fått veta att bara samordnaren läser. Enheter och handledare kan inte se något av det här.",
        en:
            "The participants have been told that only the coordinator reads. Units and supervisors can see none of this."
    )

    private static func show(_ visit: Visit) async throws -> PageAnswer {
        let list = try await visit.operations.voices(visit.actor, page: Pager.request(visit))
        return .page(
            Page(
                Section.voice.label, in: .voice,
                """
                \(tabs("/voice"))
                <p class="note">\(promise)</p>
                \(list.rows.isEmpty ? .nothing(Phrase(sv: "Inga svar än.", en: "No answers yet."), Phrase(sv: "Deltagarna får frågorna med e-post halvvägs och efteråt.", en: "Participants get the questions by mail, halfway and afterwards.")) : table(list.rows, Pager.count(list, one: Phrase(sv: "svar", en: "answer"), many: Phrase(sv: "svar", en: "answers"))))
                \(Pager.html(visit, list))
                <p><a href="/figures/\(visit.today.year)/voice">\(sv: "Svarsfrekvens per enhet", en: "Response rate by unit")</a></p>
                """))
    }

    /// Answers, a line each.
    static func table(_ rows: [VoiceRecord], _ caption: HTML) -> HTML {
        let labels = (
            unit: Phrase(sv: "Var", en: "Where"), occasion: Phrase(sv: "När", en: "When"),
            words: Phrase(sv: "Egna ord", en: "Own words")
        )
        let lines = rows.map { row -> HTML in
            let answers = VoiceQuestion.allCases.map { question -> HTML in
                HTML.cell(question.heading, row.answers[question].map { "\($0.label.capitalized)" } ?? "–")
            }
            return """
                <tr><th scope="row"><a href="\(path(row.placement))">\(row.referrer)/\(row.reference)</a></th>\
                \(HTML.cell(labels.unit, "\(row.unitName)<span class=\"sub\">\(row.slotTitle)</span>"))\
                \(HTML.cell(labels.occasion, "\(row.occasion.label.capitalized)<span class=\"sub\">\(HTML.day(row.answeredOn))\(row.ground.map { ", \($0.label)" } ?? HTML.empty)</span>"))\
                \(answers)\(HTML.cell(labels.words, words(row.answers.words)))</tr>

                """
        }
        let headings = VoiceQuestion.allCases.map { "<th scope=\"col\">\($0.heading)</th>" as HTML }
        return """
            <table class="data"><caption>\(caption)</caption>
            <thead><tr><th scope="col">\(sv: "Deltagare", en: "Participant")</th><th scope="col">\(labels.unit)</th>\
            <th scope="col">\(labels.occasion)</th>\(headings)<th scope="col">\(labels.words)</th></tr></thead>
            <tbody>\(lines)</tbody></table>
            """
    }

    /// Line by line; a dash where there are none.
    static func words(_ words: OwnWords?) -> HTML {
        guard let words else { return "–" }
        let lines = words.rawValue.split(separator: "\n").map { line -> HTML in "\(String(line))" }
        return HTML(lines, separator: "<br>")
    }
}
