/// What the program carries of this folder.
public enum Embedded {
    static let first = PackageResources._001_foundation_sql
}
