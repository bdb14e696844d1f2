public import Domain

/// One thing that was looked at.
public struct Finding: Sendable, Hashable {
    public enum Verdict: String, Sendable, CaseIterable {
        case ok, warn, fail
    }

    /// The part's name in scripts.
    public let part: String
    public let verdict: Verdict
    /// What was seen, and what to do about it.
    public let sentence: Phrase

    public init(_ part: String, _ verdict: Verdict, _ sentence: Phrase) {
        self.part = part
        self.verdict = verdict
        self.sentence = sentence
    }
}
