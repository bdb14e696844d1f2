/// A referral as people name it: `REFERRER/REFERENCE`, such as `AMA/K-114`.
public struct ReferralLabel: Sendable, Hashable, CustomStringConvertible {
    public let referrer: Code
    public let reference: Code

    public init(referrer: Code, reference: Code) {
        self.referrer = referrer
        self.reference = reference
    }

    /// Throws `ValueError.referral` for anything but two codes with a slash between.
    public init(_ text: String) throws(ValueError) {
        let parts = text.split(separator: "/", maxSplits: 1)
        guard parts.count == 2, let referrer = try? Code(String(parts[0])), let reference = try? Code(String(parts[1]))
        else { throw .referral }
        self.init(referrer: referrer, reference: reference)
    }

    public var description: String { "\(referrer)/\(reference)" }
}

extension Participant {
    /// The referral as people name it.
    public var label: String { ReferralLabel(referrer: referrer, reference: reference).description }
}
