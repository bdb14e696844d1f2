/// A closed list of words: the raw values are the words of files and database, the labels those of the user interface.
public protocol Vocabulary: RawRepresentable, CaseIterable, Sendable, Hashable, Codable where RawValue == String {
    var label: Phrase { get }
}
