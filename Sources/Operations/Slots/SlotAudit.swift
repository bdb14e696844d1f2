import Domain
import Store

extension Slot {
    /// The fields of the record as the audit log keeps them, under the file columns' names.
    var auditFields: [String: String] {
        var fields = [
            "code": code.rawValue, "unit": unit.rawValue, "title": title.rawValue, "kind": kind.rawValue,
            "from": period.from.description, "to": period.to.description, "places": places.description,
            "weekdays": weekdays.description, "state": state.rawValue,
        ]
        fields["ssyk"] = ssyk?.rawValue
        fields["purpose"] = purpose?.rawValue
        fields["hours_per_day"] = hoursPerDay?.description
        fields["sfi_required"] = sfiRequired?.rawValue
        fields["earmark"] = earmark?.rawValue
        fields["supervisor"] = supervisor?.rawValue
        fields["withdrawn_on"] = withdrawnOn?.description
        fields["withdrawn_reason"] = withdrawnReason?.rawValue
        return fields
    }
}
