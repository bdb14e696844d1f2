import Domain
import StrictJSON

/// Plans of follow-up by kind of placement.
struct FollowUpPlans: APIInput, Hashable {
    let plans: [SlotKind: FollowUpPlan]

    static var schema: APISchema {
        .named(
            "FollowUpPlans", "When placements are followed up, by kind.",
            SlotKind.allCases.map {
                APIProperty($0.rawValue, APISchema(.string(text)), "\($0.label.en).", isRequired: false)
            })
    }

    private static var text: APIText {
        let moment = "(mid|end|[1-9][0-9]?|[1-6][0-9][0-9]|7[0-2][0-9]|730)"
        return APIText(
            length: 1...70, pattern: "^(none|\(moment)(\\|\(moment)){0,13})$", example: "mid|end|30|90|180"
        ) { (text) throws(ValueError) in _ = try FollowUpPlan(text) }
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            for kind in SlotKind.allCases {
                guard let plan = plans[kind] else { continue }
                json.name(kind.rawValue)
                json.string(plan.description)
            }
        }
    }

    init(plans: [SlotKind: FollowUpPlan]) {
        self.plans = plans
    }

    init(api json: JSON) throws(ValueError) {
        var plans: [SlotKind: FollowUpPlan] = [:]
        for kind in SlotKind.allCases {
            if let text = json[kind.rawValue]?.text { plans[kind] = try FollowUpPlan(text) }
        }
        self.plans = plans
    }
}
