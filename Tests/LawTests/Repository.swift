import FoundationEssentials

/// The source tree that this test was built from.
enum Repository {
    static let root: String = {
        // …/Tests/LawTests/Repository.swift
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
        return parts.joined(separator: "/")
    }()

    static func text(_ path: String) throws -> String {
        let data = try Data(contentsOf: URL(filePath: root + "/" + path))
        return String(decoding: data, as: UTF8.self)
    }

    /// Paths below a folder, relative to the root, sorted; nothing hidden.
    static func files(in folder: String, suffix: String) throws -> [String] {
        var found: [String] = []
        for name in try FileManager.default.contentsOfDirectory(atPath: root + "/" + folder) where !name.hasPrefix(".")
        {
            let path = folder + "/" + name
            var isFolder = false
            guard FileManager.default.fileExists(atPath: root + "/" + path, isDirectory: &isFolder) else { continue }
            if isFolder {
                found += try files(in: path, suffix: suffix)
            } else if name.hasSuffix(suffix) {
                found.append(path)
            }
        }
        return found.sorted()
    }
}
