// What many waiting instances cost: in a SQLite file they wait at a user task, for a timer an hour ahead or for a message.
//
//     scale_bench fill STORE WORKLOAD COUNT     starts so many, prints "filled", and runs SEQ instances until it is killed
//     scale_bench measure STORE WORKLOAD COUNT  prints "started" with the first SEQ instance that is completed, then one JSON object

#include <algorithm>
#include <boost/json.hpp>
#include <chrono>
#include <fstream>
#include <iostream>
#include <thread>

#include "adapters/sqlite/sqlite_store.h"
#include "tests/bench/driver.h"
#include "tests/support/real_clock.h"

namespace dandori::bench {
namespace {

using namespace engine;
using Steady = std::chrono::steady_clock;

constexpr std::int64_t starts_in_flight = 1'000;

double resident_mb(const std::string& name) {
    std::ifstream lines("/proc/self/status");
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with(name)) return static_cast<double>(std::stoll(line.substr(name.size()))) / 1024;
    }
    return 0;
}

double ms_since(Steady::time_point begin) { return std::chrono::duration<double, std::milli>(Steady::now() - begin).count(); }

void deploy(Engine& engine, const Workload& workload) {
    const auto folder = workloads_folder();
    if (!folder) throw std::runtime_error("The models are not there: ../shared/bench/workloads.");
    const auto deployed = engine.execute(deployment_of(workload, *folder));
    if (!deployed) throw std::runtime_error(deployed.error().text);
}

/// Starts instances that will wait, and comes back when all have been answered.
void fill(Engine& engine, Workload workload, std::int64_t count) {
    workload.then = Workload::Then::Nothing;
    workload.delay = "PT1H";
    Load load;
    load.count = count;
    load.in_flight_max = starts_in_flight;
    drive(engine, workload, load);
}

/// Milliseconds for a message to whoever waits for it, sorted.
std::vector<double> correlate(Engine& engine, std::int64_t count) {
    std::vector<double> each;
    constexpr std::int64_t messages = 1'000;
    for (std::int64_t i = 0; i < std::min(messages, count); ++i) {
        PublishMessage publish;
        publish.name = "bench-reply";
        publish.correlation_key = key_of(i * (count / std::min(messages, count)));
        const auto begin = Steady::now();
        const auto outcome = engine.execute(publish);
        each.push_back(ms_since(begin));
        if (!outcome || outcome->correlated.size() != 1) throw std::runtime_error("A message met no instance.");
    }
    std::ranges::sort(each);
    return each;
}

boost::json::object measure(Engine& engine, const Workload& filled, std::int64_t count) {
    const Workload& sequence = workload("SEQ");
    if (!engine.execute(start_of(sequence, 0))) throw std::runtime_error("The first instance was refused.");
    std::cout << "started" << std::endl;
    boost::json::object result{{"resident_mb_after_start", resident_mb("VmRSS:")}};
    const double cpu = process_cpu_seconds();
    constexpr int idle_seconds = 3;
    std::this_thread::sleep_for(std::chrono::seconds(idle_seconds));
    result["idle_cpu_percent"] = (process_cpu_seconds() - cpu) / idle_seconds * 100;
    Load load;
    load.count = 20'000;
    drive(engine, sequence, load);
    const Driven driven = drive(engine, sequence, load);
    result["sequence_per_second"] = static_cast<double>(load.count) / driven.seconds;
    if (filled.then == Workload::Then::Publish && count > 0) {
        const auto each = correlate(engine, count);
        result["correlate_p50_ms"] = each[each.size() / 2];
        result["correlate_p99_ms"] = each[each.size() * 99 / 100];
    }
    result["resident_mb"] = resident_mb("VmRSS:");
    result["peak_resident_mb"] = resident_mb("VmHWM:");
    return result;
}

int run(const std::string& what, const std::string& path, const std::string& id, std::int64_t count) {
    const Workload& waiting = workload(id);
    sqlite::SqliteStore store(path);
    const test::RealClock clock;
    Engine engine(store, clock, {});
    if (what == "measure") {
        std::cout << boost::json::serialize(measure(engine, waiting, count)) << std::endl;
        return 0;
    }
    deploy(engine, waiting);
    deploy(engine, workload("SEQ"));
    if (count > 0) fill(engine, waiting, count);
    std::cout << "filled" << std::endl;
    Load load;
    load.count = 10'000;
    while (true) drive(engine, workload("SEQ"), load);
}

}  // namespace
}  // namespace dandori::bench

int main(int count, char** arguments) {
    if (count != 5) {
        std::cerr << "usage: scale_bench fill|measure STORE WORKLOAD COUNT\n";
        return 2;
    }
    try {
        return dandori::bench::run(arguments[1], arguments[2], arguments[3], std::stoll(arguments[4]));
    } catch (const std::exception& fault) {
        std::cerr << fault.what() << "\n";
        return 1;
    }
}
