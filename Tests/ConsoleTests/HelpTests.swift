import ArgumentParser
import Domain
import Testing

@testable import Console

/// Every command explains itself, and its examples are command lines that are understood.
struct HelpTests {
    private static let commands: [any ParsableCommand.Type] = {
        func below(_ command: any ParsableCommand.Type) -> [any ParsableCommand.Type] {
            [command] + command.configuration.subcommands.flatMap(below)
        }
        return below(Praktik.self)
    }()

    @Test func `every command says in a line what it does, and shows an example`() {
        #expect(Self.commands.count > 30)
        for command in Self.commands {
            let configuration = command.configuration
            #expect(!configuration.abstract.isEmpty, "\(command)")
            #expect(configuration.abstract.last == ".", "\(command)")
            #expect(!Self.examples(of: command).isEmpty, "\(command)")
        }
    }

    @Test func `every example is a command line that is understood`() throws {
        for command in Self.commands {
            for example in Self.examples(of: command) {
                #expect(example.first == "praktik", "\(command)")
                #expect(throws: Never.self, "\(example.joined(separator: " "))") {
                    let parsed = try Praktik.parseAsRoot(Array(example.dropFirst()))
                    #expect(parsed is any ContextCommand, "\(example.joined(separator: " "))")
                }
            }
        }
    }

    @Test func `every command that does something takes the common options`() {
        for command in Self.commands where command.configuration.subcommands.isEmpty {
            #expect(command is any ContextCommand.Type, "\(command)")
        }
    }

    @Test func `the parser's own words are translated`() {
        let english =
            "OVERVIEW: A.\n\nUSAGE: praktik x <options>\n\nOPTIONS:\n  -h, --help              Show help information.\n"
        #expect(
            HelpTranslation.translate(english, to: .swedish)
                == "A.\n\nANVÄNDNING: praktik x <val>\n\nVAL:\n  -h, --help              Visa hjälp.\n")
        #expect(HelpTranslation.translate(english, to: .english).hasPrefix("A.\n\nUSAGE: "))
    }

    /// The words of each example line; a quoted text is one word.
    private static func examples(of command: any ParsableCommand.Type) -> [[String]] {
        command.configuration.discussion.split(separator: "\n").filter { $0.hasPrefix("  praktik") }.map { line in
            var words: [String] = []
            for (index, part) in line.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
                if index.isMultiple(of: 2) {
                    words += part.split(separator: " ").map(String.init)
                } else {
                    words.append(String(part))
                }
            }
            return words
        }
    }
}
