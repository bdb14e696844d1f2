import FoundationEssentials
import Glibc
import InstanceGenerator
import Matching

/// The matching benchmarks' instances as folders on disk.
///
/// `instances FOLDER [NAME…]` writes them, all seven unless named, each into a folder of its name.
enum InstanceFiles {
    /// No instance has this name.
    struct UnknownName: Error, CustomStringConvertible {
        let name: String

        var description: String {
            "No instance is called \(name); there are \(InstanceRecipe.all.map(\.name).joined(separator: ", "))."
        }
    }

    /// The disk is full, or the folder is not ours.
    struct Unwritable: Error {
        let path: String
    }

    static func run(_ arguments: [String]) async throws {
        guard let folder = arguments.first else {
            Figure.note("Into which folder?")
            return
        }
        for recipe in try recipes(Array(arguments.dropFirst())) {
            try write(recipe, in: folder)
            print("\(folder)/\(recipe.name)")
        }
    }

    /// In the order of the list; all if none is named.
    static func recipes(_ names: [String]) throws(UnknownName) -> [InstanceRecipe] {
        for name in names where InstanceRecipe.named(name) == nil {
            throw UnknownName(name: name)
        }
        return InstanceRecipe.all.filter { names.isEmpty || names.contains($0.name) }
    }

    /// Writes `meta.json` last: where it stands, the folder is whole.
    static func write(_ recipe: InstanceRecipe, in folder: String) throws {
        let path = "\(folder)/\(recipe.name)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let text = InstanceText(GeneratedInstance(recipe))
        for file in [InstanceFile.participants, .slots, .edges, .meta] {
            let name = "\(path)/\(file.rawValue)"
            guard let stream = fopen(name, "w") else { throw Unwritable(path: name) }
            var whole = true
            text.write(file) { piece in
                whole = piece.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, stream) == $0.count } && whole
            }
            guard fclose(stream) == 0, whole else { throw Unwritable(path: name) }
        }
    }
}
