import Domain
import Operations
import Store
import StrictJSON

/// What participants say, for the coordinator: answers and complaints.
enum VoiceRoutes {
    private static let group = "Participants' voice"
    private static let placement = APIParameter("code", Code.self, "The placement's code.")
    private static let complaint = APIParameter("code", Code.self, "The complaint's code.")
    private static let open = APIParameter(
        "open", Bool.self, "Only those that are to be handled, or only those that are; left out, all.")
    private static let year = APIParameter("year", Year.self, "The year.")
    private static let publication = APIParameter(
        "for_publication", Bool.self, "Keep back what would tell one person's answers, as for others always.")

    private static let occasion = InputField("occasion", VoiceOccasion.self, "When the participant was asked.")
    private static let tasks = InputField("tasks", VoiceChoice.self, VoiceQuestion.tasks.label.en)
    private static let alone = InputField("alone", VoiceChoice.self, VoiceQuestion.alone.label.en)
    private static let swedish = InputField("swedish", VoiceChoice.self, VoiceQuestion.swedish.label.en)
    private static let learnt = InputField("learnt", VoiceChoice.self, VoiceQuestion.learnt.label.en)
    private static let words = InputField("words", Line.self, "The participant's own words.")
    private static let wrong = InputField("words", Line.self, "What is wrong, in the participant's words.")
    private static let ground = InputField(
        "on_behalf", AnswerGround.self, "Why the coordinator speaks for the participant.")
    private static let note = InputField("note", Line.self, "What was done.")

    static let routes: [APIRoute] = [
        APIRoute(
            .get, "/voice", "listVoices", in: group,
            "What participants have answered, the newest first; without that of protected persons.", .readVoice,
            Paging.parameters, .ok(Paging.schema(.voice))
        ) { call in
            Paging.answer(.voice, try await call.operations.voices(call.actor, page: Paging.request(call)), call)
        },
        APIRoute(
            .get, "/placements/{code}/voice", "readPlacementVoice", in: group,
            "What a placement's participant has said, and what is to be asked.", .readVoice, of: .placement,
            [placement.inPath], .ok(Representation.voiceSheet.schema)
        ) { call in
            APIResult(.voiceSheet, try await call.operations.voiceSheet(call.actor, try call(placement)), call)
        },
        APIRoute(
            .post, "/placements/{code}/voice", "giveVoice", in: group, "Note a participant's answers for them.",
            .giveVoice, of: .placement, [placement.inPath],
            body: .json(
                .named(
                    "VoiceAnswers", "What a participant answers.",
                    [
                        occasion.required, tasks.required, alone.required, swedish.required, learnt.optional,
                        words.optional, ground.required,
                    ])), .noContent
        ) { call in
            let body = call.body
            try await call.operations.giveVoice(
                call.actor, try call(placement), try body(occasion),
                VoiceAnswers(
                    tasks: try body(tasks), alone: try body(alone), swedish: try body(swedish),
                    learnt: try body[learnt], words: try body[words].map { try OwnWords($0.rawValue) }),
                onBehalf: try body(ground))
            return APIResult()
        },
        APIRoute(
            .post, "/placements/{code}/complaints", "complain", in: group,
            "Write down a participant's complaint for them.",
            .complain, of: .placement, [placement.inPath],
            body: .json(.named("NewComplaint", "Something that is wrong.", [wrong.required, ground.required])),
            .created(made.schema)
        ) { call in
            let code = try await call.operations.complain(
                call.actor, try call(placement), try OwnWords(call.body(wrong).rawValue),
                onBehalf: try call.body(ground))
            return APIResult(made, code, call)
        },
        APIRoute(
            .get, "/complaints", "listComplaints", in: group,
            "Complaints, the newest first; without those of protected persons.", .readVoice,
            [open.optional] + Paging.parameters, .ok(Paging.schema(.complaint))
        ) { call in
            let page = try await call.operations.complaints(
                call.actor, isOpen: try call[open], page: Paging.request(call))
            return Paging.answer(.complaint, page, call)
        },
        APIRoute(
            .get, "/complaints/{code}", "readComplaint", in: group, "One complaint.", .readVoice, of: .complaint,
            [complaint.inPath], .ok(Representation.complaint.schema)
        ) { call in APIResult(.complaint, try await call.operations.complaint(call.actor, try call(complaint)), call) },
        APIRoute(
            .post, "/complaints/{code}/handle", "handleComplaint", in: group, "End a complaint with what was done.",
            .handleComplaint, of: .complaint, [complaint.inPath],
            body: .json(.named("HandledComplaint", "What was done about it.", [note.required])), .noContent
        ) { call in
            try await call.operations.handleComplaint(call.actor, try call(complaint), note: try call.body(note))
            return APIResult()
        },
        APIRoute(
            .get, "/reports/voice/{year}", "readVoiceReport", in: "Figures",
            "How many participants answered in a year, by unit, and how their answers fall.", .readFigures,
            [year.inPath, publication.optional(default: false)], .ok(FigureSchemas.voiceReport)
        ) { call in
            try FigureRoutes.result(
                try await call.operations.voiceReport(
                    call.actor, year: try call(year).number, forPublication: try call[publication] ?? false))
        },
    ]

    private static let made = Representation<Code>("MadeComplaint", "The complaint that was written down.") {
        APIField("code", "Its key.") { $0 }
    }
}

extension VoiceOccasion: APIWord {}
extension VoiceQuestion: APIWord {}
extension VoiceChoice: APIWord {}

extension Representation<VoiceRecord> {
    static let voice = Representation("Voice", "What a participant said of a placement, once.") {
        APIField("placement", "The placement's code.") { $0.placement }
        APIField("referrer", "The referrer's code.") { $0.referrer }
        APIField("participant", "The referrer's reference of the person.") { $0.reference }
        APIField("unit", "The unit's code.") { $0.unit }
        APIField("occasion", "When the participant was asked.") { $0.occasion }
        APIField("answered_on", "The day of the answers.") { $0.answeredOn }
        APIField("tasks", VoiceQuestion.tasks.label.en) { $0.answers.tasks }
        APIField("alone", VoiceQuestion.alone.label.en) { $0.answers.alone }
        APIField("swedish", VoiceQuestion.swedish.label.en) { $0.answers.swedish }
        APIField("learnt", VoiceQuestion.learnt.label.en) { $0.answers.learnt }
        APIField("words", "The participant's own words.") { $0.answers.words?.rawValue }
        APIField("language", "The language the questions were read in.") { $0.language }
        APIField("language_goal", "What of the language was to be learnt, by the agreement.") { $0.languageGoal }
        APIField("on_behalf", "Why somebody else answered; null where the participant did.") { $0.ground }
    }
}

extension Representation<ComplaintRecord> {
    static let complaint = Representation("Complaint", "Something that a participant finds wrong.") {
        APIField("code", "Its key.") { $0.code }
        APIField("placement", "The placement's code.") { $0.placement }
        APIField("referrer", "The referrer's code.") { $0.referrer }
        APIField("participant", "The referrer's reference of the person.") { $0.reference }
        APIField("unit", "The unit's code.") { $0.unit }
        APIField("made_on", "The day it was made.") { $0.madeOn }
        APIField("words", "What is wrong, in lines.") { $0.words.rawValue }
        APIField("on_behalf", "Why somebody else wrote it down; null where the participant did.") { $0.ground }
        APIField("handled_on", "The day it was handled; null while it is to be.") { $0.handledOn }
        APIField("handled_by", "By whom: an account's name.") { $0.handledBy }
        APIField("note", "What was done.") { $0.note }
    }
}

extension Representation<VoiceSheet> {
    static let voiceSheet = Representation("PlacementVoice", "What a placement's participant has said.") {
        APIField("placement", "The placement's code.") { $0.placement }
        APIField("mid", "The day halfway on which the participant is asked; null where it is not.") { $0.days[.mid] }
        APIField("end", "The day afterwards; null while the placement goes on.") { $0.days[.end] }
        APIField("open", "What has been asked and not been answered.") { $0.open }
        APIField("answers", "What was answered.", listOf: .voice) { $0.answers }
        APIField("complaints", "What was complained about.", listOf: .complaint) { $0.complaints }
    }
}
