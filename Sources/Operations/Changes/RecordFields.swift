public import Domain
import Store

/// A record whose content can be told field by field: for the audit log, and for its version.
///
/// Fields bear the names of the file's columns; one without a value is left out.
package protocol Recorded: Sendable {
    /// What the audit log may keep: everything but identity numbers.
    var auditFields: [String: String] { get }
}

extension Slot: Recorded {
    package var auditFields: [String: String] {
        var fields = [
            "code": code.rawValue, "unit": unit.rawValue, "title": title.rawValue, "kind": kind.rawValue,
            "from": period.from.description, "to": period.to.description, "places": places.description,
            "weekdays": weekdays.description, "state": state.rawValue, "urgency": urgency.rawValue,
        ]
        fields["ssyk"] = ssyk?.rawValue
        fields["purpose"] = purpose?.rawValue
        fields["hours_per_day"] = hoursPerDay?.description
        fields["sfi_required"] = sfiRequired?.rawValue
        fields["licences"] = licences.isEmpty ? nil : licences.map(\.rawValue).joined(separator: "|")
        fields["minimum_age"] = minimumAge?.description
        fields["record_check"] = recordCheck ? "yes" : nil
        fields["earmark"] = earmark?.rawValue
        fields["supervisor"] = supervisor?.rawValue
        fields["permanent_post"] = permanentPost ? "yes" : nil
        fields["area"] = area?.rawValue
        fields["offered_on"] = offeredOn?.description
        fields["withdrawn_on"] = withdrawnOn?.description
        fields["withdrawn_reason"] = withdrawnReason?.rawValue
        return fields
    }

    public var version: Version { Version(of: auditFields) }
}

extension Participant {
    /// The referral's fields as a file's row has them, its identity number apart; what is empty is left out.
    public var fileFields: [String: String] { auditFields }
}

extension Participant: Recorded {
    package var auditFields: [String: String] {
        var fields = [
            "referrer": referrer.rawValue, "reference": reference.rawValue, "sex": sex.rawValue,
            "sfi_passed": sfiPassed.rawValue, "weekdays": weekdays.description, "priority": priority.description,
            "registered_on": registeredOn.description,
        ]
        fields["birth_date"] = birthDate?.description
        fields["given_name"] = givenName?.rawValue
        fields["family_name"] = familyName?.rawValue
        fields["email"] = email?.rawValue
        fields["phone"] = phone?.rawValue
        fields["language"] = language?.rawValue
        fields["protected"] = protected ? "yes" : nil
        fields["licences"] = licences.isEmpty ? nil : licences.map(\.rawValue).joined(separator: "|")
        fields["record_check_shown_on"] = recordCheckShownOn?.description
        fields["occupations"] = occupations.isEmpty ? nil : occupations.map(\.rawValue).joined(separator: "|")
        fields["wishes"] = wishes.isEmpty ? nil : wishes.map(\.rawValue).joined(separator: "|")
        fields["available_from"] = availableFrom?.description
        fields["available_to"] = availableTo?.description
        fields["hours_per_day"] = hoursPerDay?.description
        fields["areas"] = areas.isEmpty ? nil : areas.map(\.rawValue).joined(separator: "|")
        fields["purpose"] = purpose?.rawValue
        fields["introduction_ended_on"] = introductionEndedOn?.description
        fields["sfi_passed_on"] = sfiPassedOn?.description
        return fields
    }

    public var version: Version {
        var fields = auditFields
        fields["identity"] = identity.map { "\($0.type.rawValue) \($0.rawValue)" }
        return Version(of: fields)
    }
}

extension OrganisationUnit: Recorded {
    package var auditFields: [String: String] {
        var fields = ["code": code.rawValue, "name": name.rawValue, "kind": kind.rawValue]
        fields["parent"] = parent?.rawValue
        fields["email"] = email?.rawValue
        fields["valid_from"] = validFrom?.description
        fields["valid_to"] = validTo?.description
        fields["successor"] = successor?.rawValue
        return fields
    }

    public var version: Version { Version(of: auditFields) }
}

extension Supervisor: Recorded {
    package var auditFields: [String: String] {
        var fields = ["code": code.rawValue, "unit": unit.rawValue, "name": name.rawValue]
        fields["email"] = email?.rawValue
        fields["trained_on"] = trainedOn?.description
        fields["capacity"] = capacity?.description
        fields["deputy"] = deputy?.rawValue
        return fields
    }

    public var version: Version { Version(of: auditFields) }
}

extension Referrer: Recorded {
    package var auditFields: [String: String] {
        var fields = ["code": code.rawValue, "name": name.rawValue]
        fields["email"] = email?.rawValue
        return fields
    }

    public var version: Version { Version(of: auditFields) }
}

extension Placement: Recorded {
    package var auditFields: [String: String] {
        var fields = [
            "code": code.rawValue, "participant": "\(referrer)/\(participant)", "slot": slot.rawValue,
            "from": period.from.description, "to": period.to.description, "state": state.rawValue,
        ]
        fields["state_on"] = stateOn?.description
        fields["reason"] = reason?.rawValue
        return fields
    }

    public var version: Version { Version(of: auditFields) }
}

extension Version {
    /// Refuses a change that was made from another reading than the record gives now; nil was made from none.
    func check(_ expected: Version?, _ kind: EntityKind, _ code: String) throws(Refusal) {
        if let expected, expected != self { throw .changedMeanwhile(kind, code) }
    }
}

extension AuditRecord {
    /// A change: the fields that differ, before and after; nil if none does.
    init?<Entity>(
        entity: String, id: Identifier<Entity>?, code: String, from old: some Recorded, to new: some Recorded
    ) {
        let (before, after) = (old.auditFields, new.auditFields)
        let differing = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
        guard !differing.isEmpty else { return nil }
        func only(_ fields: [String: String]) -> [String: String] {
            var kept = fields.filter { differing.contains($0.key) }
            kept["code"] = code
            return kept
        }
        self.init(entity: entity, id: id?.rawValue, before: only(before), after: only(after))
    }
}
