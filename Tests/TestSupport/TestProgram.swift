import Glibc
import Subprocess

/// Runs the programs that tests need, and answers what they print.
public enum TestProgram {
    /// How a program failed.
    public struct Failure: Error, CustomStringConvertible {
        public let command: [String]
        public let output: String

        public var description: String { "\(command.joined(separator: " ")): \(output)" }
    }

    /// The account the server must run as when the tests run as root; otherwise nil: their own.
    static let serverUser: String? = getuid() == 0 ? "postgres" : nil

    /// Runs a command (found by `PATH`, or a whole path) to its end; answers standard output without its last newline.
    @discardableResult
    public static func run(_ command: [String]) async throws -> String {
        // From "/", since the server's account may be unable to enter the folder the tests run in.
        let result = try await Subprocess.run(
            .name("env"), arguments: Arguments(["--chdir=/"] + command),
            output: .string(limit: 1 << 24), error: .string(limit: 1 << 20))
        guard result.terminationStatus.isSuccess else {
            throw Failure(command: command, output: result.standardError)
        }
        let output = result.standardOutput
        return output.last == "\n" ? String(output.dropLast()) : output
    }

    /// As ``run(_:)``, as the account the server runs as.
    @discardableResult
    public static func runAsServerUser(_ command: [String]) async throws -> String {
        if let serverUser {
            try await run(["runuser", "-u", serverUser, "--"] + command)
        } else {
            try await run(command)
        }
    }
}
