extension Embedded {
    /// `Reference/ssyk2012.csv`: occupations of SSYK 2012 that slots of this kind have, with their names in Swedish and
    /// English; not the whole classification.
    public static let occupations: [UInt8] = PackageResources.ssyk2012_csv
}
