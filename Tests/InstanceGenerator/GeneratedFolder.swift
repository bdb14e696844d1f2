package import Matching

/// A generated instance as a folder that never touches the disk.
package struct GeneratedFolder: FolderSource {
    private let text: InstanceText

    package init(_ recipe: InstanceRecipe) {
        text = InstanceText(GeneratedInstance(recipe))
    }

    package func read(
        _ file: InstanceFile, _ body: (ArraySlice<UInt8>) throws(InstanceFolderError) -> Void
    ) throws(InstanceFolderError) -> Bool {
        try text.write(file, body)
    }
}
