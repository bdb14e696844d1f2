import FoundationEssentials
import Subprocess
import SystemPackage

/// A program in Python, beside the suites, that answers an engine's questions by other people's libraries.
///
/// `Deploy/test` lays the libraries down and names the interpreter. Without it, a bare `swift test` skips these suites and
/// says so.
public enum Oracle {
    public static let interpreter = ProcessInfo.processInfo.environment["PRAKTIK_ORACLES"]
    public static let absence = "PRAKTIK_ORACLES names no Python; Deploy/test installs one with the libraries"

    public struct Failure: Error, CustomStringConvertible {
        public let description: String
    }

    /// Runs `Tests/Oracles/NAME` with these lines to read; answers the lines it wrote.
    public static func ask(_ name: String, _ lines: [String], arguments: [String] = []) async throws -> [String] {
        let suite = FilePath(#filePath).removingLastComponent()
        let program = suite.removingLastComponent().appending("Oracles").appending(name)
        let result = try await Subprocess.run(
            .path(FilePath(interpreter ?? "")), arguments: Arguments([program.string] + arguments),
            input: .string(lines.map { $0 + "\n" }.joined()),
            output: .string(limit: 1 << 28), error: .string(limit: 1 << 20))
        guard result.terminationStatus.isSuccess else { throw Failure(description: result.standardError) }
        return result.standardOutput.split(separator: "\n").map(String.init)
    }
}
