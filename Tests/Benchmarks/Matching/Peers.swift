import FoundationEssentials

/// The other libraries, as they are laid down beside this program's source.
enum Peers {
    struct NotPrepared: Error {}

    /// The few that are best on one of the instances.
    static let usual = ["ortools-maxflow", "ortools-mcf", "lemon-simplex", "lemon-costscaling", "scipy-sparse"]

    /// This project's folder.
    static let root: String = {
        // …/Tests/Benchmarks/Matching/Peers.swift
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(separator: "/")
    }()

    static let folder = root + "/Tests/Benchmarks/Peers"
    static let python = root + "/.build/peers/bin/python"

    /// Installs what they need, once.
    static func prepare() throws {
        let child = try ChildProcess(["bash", folder + "/prepare"])
        _ = child.readToEnd()
        guard child.end().status == 0 else { throw NotPrepared() }
    }

    /// Every peer that solves this problem, `optimal` or `stable`.
    static func all(_ problem: String) throws -> [String] {
        let child = try ChildProcess([python, folder + "/peer.py", "--list"])
        let lines = child.readToEnd().split(separator: "\n")
        guard child.end().status == 0 else { throw NotPrepared() }
        return lines.compactMap { line in
            let words = line.split(separator: " ").map(String.init)
            return words.last == problem ? words.first : nil
        }
    }
}
