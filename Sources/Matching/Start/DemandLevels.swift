/// The Dulmage–Mendelsohn split, by classes: which seats people go without for.
///
/// What alternating paths reach from an unplaced agent is over-demanded: those seats are full in every largest matching, and
/// nobody from elsewhere can be on one, or one fewer would be placed. A seat's level is the highest class that goes without
/// for it; agents take the level of their seat, unplaced ones their class. In an optimum every agent sits on a seat of
/// its own level, so that levels are problems of their own, free of the large class weights.
struct DemandLevels {
    static let free: Int8 = -1

    private(set) var ofNode: [Int8]
    private(set) var ofAgent: [Int8]

    init(_ network: Network, _ matching: LargestMatching, taking agents: [Int32]) {
        ofNode = Array(repeating: Self.free, count: network.nodeCount)
        ofAgent = Array(repeating: Self.free, count: network.agentCount)
        var reached: [Int32] = []
        for root in agents where matching.seatOfAgent[Int(root)] < 0 {
            let level = Int8(network.classes[Int(root)])
            ofAgent[Int(root)] = level
            reached.append(root)
            while let agent = reached.popLast() {
                for index in network.rows.range(Int(agent)) {
                    let node = network.rows.entries[index].target
                    guard ofNode[node] < 0 else { continue }
                    ofNode[node] = level
                    let first = Int(matching.firstPlace[node])
                    for place in first..<first + Int(matching.loads[node]) {
                        let other = matching.occupants[place]
                        ofAgent[Int(other)] = level
                        reached.append(other)
                    }
                }
            }
        }
    }
}
