public import Domain

extension MunicipalitySettings {
    /// What can be set by name, in the order it is shown.
    public static let names =
        ["name"] + ScorePart.allCases.map { "weight_" + $0.rawValue } + [
            "suppression_threshold", "unconfirmed_days", "dormant_days", "minimum_weeks", "answer_days", "lapse_days",
            "supervisor_policy", "training_policy", "mail_days",
        ] + SlotKind.allCases.map(followUpName)

    /// The setting of when placements of a kind are followed up.
    public static func followUpName(_ kind: SlotKind) -> String { "follow_up_" + kind.rawValue }

    private static func followUpKind(_ name: String) -> SlotKind? {
        SlotKind.allCases.first { followUpName($0) == name }
    }

    /// What a setting is, in words.
    public static func label(_ name: String) -> Phrase? {
        switch name {
        case "name": Phrase(sv: "kommunens namn", en: "the municipality's name")
        case "suppression_threshold":
            Phrase(sv: "gräns för små tal om personer", en: "threshold for small counts of people")
        case "unconfirmed_days":
            Phrase(sv: "dagar innan ett erbjudande räknas som obekräftat", en: "days before an offer is unconfirmed")
        case "dormant_days":
            Phrase(
                sv: "dagar innan ett obekräftat erbjudande blir vilande",
                en: "days before an unconfirmed offer is dormant")
        case "minimum_weeks": Phrase(sv: "kortaste praktik i veckor", en: "shortest placement in weeks")
        case "answer_days":
            Phrase(
                sv: "dagar innan ett obesvarat förslag påminns", en: "days before an unanswered proposal is asked about"
            )
        case "lapse_days":
            Phrase(sv: "dagar innan ett obesvarat förslag förfaller", en: "days before an unanswered proposal lapses")
        case "mail_days": Phrase(sv: "dagar som avslutade utskick visas", en: "days for which mail is listed")
        case "supervisor_policy": Phrase(sv: "en handledare som redan är full", en: "a supervisor who is full")
        case "training_policy": Phrase(sv: "en handledare utan utbildning", en: "a supervisor without training")
        default:
            followUpKind(name).map { kind in
                Phrase(sv: "uppföljning av \(kind.label.sv)", en: "follow-up of \(kind.label.en)")
            }
                ?? ScorePart(rawValue: String(name.dropFirst(7))).map { part in
                    Phrase(sv: "vikt för \(part.label.sv)", en: "weight of \(part.label.en)")
                }
        }
    }

    /// The value as it is written; an empty text where nothing is settled.
    public func text(_ name: String) -> String? {
        Self.names.contains(name) ? auditFields[name] ?? "" : nil
    }

    /// Sets one by its name; ranges are looked at when all are set. Throws `Refusal.value` for a text that is none of its kind,
    /// `Refusal.noSuch` for a name that is no setting.
    public mutating func set(_ name: String, _ text: String) throws(Refusal) {
        func number(_ fault: ValueError) throws(Refusal) -> Int {
            guard text.utf8.count <= 6, let number = Int(text) else { throw .value(name, fault) }
            return number
        }
        switch name {
        case "name":
            do { self.name = text.isEmpty ? nil : try Line(text) } catch { throw .value(name, error) }
        case "suppression_threshold": suppressionThreshold = try number(.suppressionThreshold)
        case "unconfirmed_days": unconfirmedDays = try number(.unconfirmedDays)
        case "dormant_days": dormantDays = try number(.dormantDays)
        case "minimum_weeks": minimumWeeks = try number(.minimumWeeks)
        case "answer_days": answerDays = try number(.unconfirmedDays)
        case "mail_days": mailDays = try number(.mailDays)
        case "lapse_days": lapseDays = try number(.lapseDays)
        case "supervisor_policy":
            guard let policy = SupervisorPolicy(rawValue: text) else { throw .value(name, .supervisorPolicy) }
            supervisorPolicy = policy
        case "training_policy":
            guard let policy = TrainingPolicy(rawValue: text) else { throw .value(name, .trainingPolicy) }
            trainingPolicy = policy
        default:
            if let kind = Self.followUpKind(name) {
                do { self[followUpOf: kind] = try FollowUpPlan(text) } catch { throw .value(name, error) }
                return
            }
            guard name.hasPrefix("weight_"), let part = ScorePart(rawValue: String(name.dropFirst(7))) else {
                throw .noSuch(.settings, name)
            }
            weights[part] = try number(.weights)
        }
    }
}
