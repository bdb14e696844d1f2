/// An error that can be shown as it stands: one sentence in each language, naming what is wrong and the remedy.
///
/// The sentence is for the person at the terminal or page, so it holds no personal data and no secret.
public protocol PhrasedError: Error, CustomStringConvertible {
    var phrase: Phrase { get }
}

extension PhrasedError {
    public var description: String { phrase.en }
}
