// One instance by one of LEMON's algorithms for flows of least cost.
//
// Usage: lemon simplex|cost-scaling|capacity-scaling FOLDER OUT
// Writes each participant's slot to OUT, -1 for none, one a line. Prints four numbers: seconds from arrays to LEMON's graph,
// seconds of its own solving, processor seconds of that, and the most memory held at once, in megabytes.

#include <lemon/capacity_scaling.h>
#include <lemon/cost_scaling.h>
#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <ctime>
#include <fstream>
#include <iostream>
#include <numeric>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using Graph = lemon::StaticDigraph;
using Number = std::int64_t;

struct Instance {
    int participants = 0;
    std::vector<int> capacity;
    // By pair; pairs come by participant, then slot.
    std::vector<int> participant, slot, score;

    Number unplacedCost() const {
        const Number places = std::accumulate(capacity.begin(), capacity.end(), Number{0});
        return 1000 * std::min<Number>(participants, places) + 1001;
    }
};

// Hands out the whole numbers of a table, row by row.
template <std::size_t columns, class Row>
void readTable(const std::string& path, Row row) {
    std::ifstream file(path);
    std::string line;
    if (!std::getline(file, line)) throw std::runtime_error("cannot read " + path);
    while (std::getline(file, line)) {
        std::array<int, columns> values{};
        std::size_t column = 0;
        for (const char c : line) {
            if (c == ',') {
                ++column;
            } else {
                values.at(column) = values.at(column) * 10 + (c - '0');
            }
        }
        row(values);
    }
}

Instance readInstance(const std::string& folder) {
    Instance instance;
    readTable<3>(folder + "/participants.csv", [&](const auto&) { ++instance.participants; });
    readTable<5>(folder + "/slots.csv", [&](const auto& values) { instance.capacity.push_back(values[1]); });
    readTable<4>(folder + "/edges.csv", [&](const auto& values) {
        instance.participant.push_back(values[0]);
        instance.slot.push_back(values[1]);
        instance.score.push_back(values[2]);
    });
    return instance;
}

// People, slots and a sink. A person's arcs to slots come first, then the one for not being placed; the slots' arcs last.
struct Network {
    Graph graph;
    Graph::ArcMap<Number> upper{graph}, cost{graph};
    Graph::NodeMap<Number> supply{graph};

    explicit Network(const Instance& instance) {
        const int people = instance.participants, slots = int(instance.capacity.size()), sink = people + slots;
        std::vector<std::pair<int, int>> arcs;
        std::vector<Number> costs;
        arcs.reserve(instance.slot.size() + sink);
        costs.reserve(instance.slot.size() + sink);
        const Number unplaced = instance.unplacedCost();
        std::size_t pair = 0;
        for (int person = 0; person < people; ++person) {
            for (; pair < instance.slot.size() && instance.participant[pair] == person; ++pair) {
                arcs.emplace_back(person, people + instance.slot[pair]);
                costs.push_back(-instance.score[pair]);
            }
            arcs.emplace_back(person, sink);
            costs.push_back(unplaced);
        }
        for (int slot = 0; slot < slots; ++slot) {
            arcs.emplace_back(people + slot, sink);
            costs.push_back(0);
        }
        graph.build(sink + 1, arcs.begin(), arcs.end());
        const int firstOfSlots = int(arcs.size()) - slots;
        for (int arc = 0; arc < int(arcs.size()); ++arc) {
            upper[graph.arc(arc)] = arc < firstOfSlots ? 1 : instance.capacity[arc - firstOfSlots];
            cost[graph.arc(arc)] = costs[arc];
        }
        for (int person = 0; person < people; ++person) supply[graph.node(person)] = 1;
        for (int slot = 0; slot < slots; ++slot) supply[graph.node(people + slot)] = 0;
        supply[graph.node(sink)] = -people;
    }
};

std::vector<int> placement(const Instance& instance, const Graph& graph, const Graph::ArcMap<Number>& flow) {
    std::vector<int> slotOf(instance.participants, -1);
    for (std::size_t pair = 0; pair < instance.slot.size(); ++pair) {
        // Each person before this one has one arc more than pairs.
        const int arc = int(pair) + instance.participant[pair];
        if (flow[graph.arc(arc)] > 0) slotOf[instance.participant[pair]] = instance.slot[pair];
    }
    return slotOf;
}

double peakMegabytes() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.rfind("VmHWM:", 0) == 0) return std::stod(line.substr(6)) * 1024 / 1e6;
    }
    return 0;
}

template <class Algorithm>
void run(const Instance& instance, const std::string& out) {
    using Clock = std::chrono::steady_clock;
    const auto start = Clock::now();
    const Network network(instance);
    const auto built = Clock::now();
    const std::clock_t processor = std::clock();
    Algorithm algorithm(network.graph);
    algorithm.upperMap(network.upper).costMap(network.cost).supplyMap(network.supply);
    if (algorithm.run() != Algorithm::OPTIMAL) throw std::runtime_error("no optimum");
    Graph::ArcMap<Number> flow(network.graph);
    algorithm.flowMap(flow);
    const std::vector<int> slotOf = placement(instance, network.graph, flow);
    const std::clock_t processorEnd = std::clock();
    const auto solved = Clock::now();

    std::ofstream file(out);
    for (const int slot : slotOf) file << slot << '\n';
    const auto seconds = [](auto from, auto to) { return std::chrono::duration<double>(to - from).count(); };
    std::cout << seconds(start, built) << ' ' << seconds(built, solved) << ' '
              << double(processorEnd - processor) / CLOCKS_PER_SEC << ' ' << peakMegabytes() << '\n';
}

}  // namespace

int main(int count, char** arguments) try {
    if (count != 4) throw std::runtime_error("usage: lemon simplex|cost-scaling|capacity-scaling FOLDER OUT");
    const std::string_view algorithm = arguments[1];
    const Instance instance = readInstance(arguments[2]);
    if (algorithm == "simplex") {
        run<lemon::NetworkSimplex<Graph, Number, Number>>(instance, arguments[3]);
    } else if (algorithm == "cost-scaling") {
        run<lemon::CostScaling<Graph, Number, Number>>(instance, arguments[3]);
    } else if (algorithm == "capacity-scaling") {
        run<lemon::CapacityScaling<Graph, Number, Number>>(instance, arguments[3]);
    } else {
        throw std::runtime_error("no such algorithm");
    }
} catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
}
