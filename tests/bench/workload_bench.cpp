// Measures one workload on one store, or what raw SQLite or PostgreSQL can do at best with the same rows. Prints one JSON object.
//
//     workload_bench WORKLOAD STORE [--instances N] [--in-flight N] [--rate PER_SECOND] [--rounds N] [--commits-per-instance N]
//                    [--folder FOLDER] [--models FOLDER]
//
// STORE is one of stores.h, or `raw-sqlite`, `raw-postgres`, `raw-postgres-copy`: the very rows that the engine wrote on the memory store, into
// tables without indexes, as many rows a commit as so many instances in flight had. Each measurement is a process of its own: its memory is
// its own. --rounds goes through so many instances again and again and tells the memory after each round. --commits-per-instance divides the
// rows of a raw commit.

#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "adapters/memory/memory_store.h"
#include "tests/bench/driver.h"
#include "tests/bench/postgres_server.h"
#include "tests/bench/raw_postgres.h"
#include "tests/bench/raw_sqlite.h"
#include "tests/bench/recorded_rows.h"
#include "tests/bench/stores.h"
#include "tests/support/real_clock.h"

namespace dandori::bench {
namespace {

using namespace engine;
namespace json = boost::json;

struct Arguments {
    std::string workload, store;
    std::string folder = "bench-scratch";
    std::string models;
    Load load{.count = 20'000};
    int rounds = 1;
    int commits_per_instance = 1;
};

Arguments arguments_of(int count, char** given) {
    if (count < 3 || count % 2 == 0) throw std::invalid_argument("usage: workload_bench WORKLOAD STORE [--instances N] [--in-flight N] [--rate PER_SECOND] [--rounds N] [--commits-per-instance N] [--folder FOLDER] [--models FOLDER]");
    Arguments arguments;
    arguments.workload = given[1];
    arguments.store = given[2];
    for (int i = 3; i < count; i += 2) {
        const std::string name = given[i], value = given[i + 1];
        if (name == "--instances") arguments.load.count = std::stoll(value);
        else if (name == "--in-flight") arguments.load.in_flight_max = std::stoll(value);
        else if (name == "--rate") arguments.load.per_second = std::stod(value);
        else if (name == "--rounds") arguments.rounds = std::stoi(value);
        else if (name == "--commits-per-instance") arguments.commits_per_instance = std::stoi(value);
        else if (name == "--folder") arguments.folder = value;
        else if (name == "--models") arguments.models = value;
        else throw std::invalid_argument("There is no option '" + name + "'.");
    }
    return arguments;
}

/// A number behind a name in a file of /proc.
std::int64_t number_in(const char* file, const std::string& name) {
    std::ifstream lines(file);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with(name)) return std::stoll(line.substr(name.size()));
    }
    return 0;
}

json::object durations(const std::vector<double>& sorted) {
    const auto at = [&](double part) { return sorted[std::min(sorted.size() - 1, static_cast<std::size_t>(part * static_cast<double>(sorted.size())))]; };
    return {{"p50", at(0.5)}, {"p90", at(0.9)}, {"p99", at(0.99)}, {"max", sorted.back()}};
}

void deploy(Engine& engine, const Arguments& arguments) {
    const auto folder = arguments.models.empty() ? workloads_folder() : std::optional<std::filesystem::path>(arguments.models);
    if (!folder) throw std::runtime_error("The models are not there: ../shared/bench/workloads, or the folder that --models names.");
    const auto deployed = engine.execute(deployment_of(workload(arguments.workload), *folder));
    if (!deployed) throw std::runtime_error(deployed.error().text);
}

double resident_megabytes() { return static_cast<double>(number_in("/proc/self/status", "VmRSS:")) / 1024; }

/// Every instance that was answered is found, over, with all of its elements.
double elements_per_instance(Engine& engine, const Workload& workload, std::int64_t count) {
    const auto over = [](InstanceState state) {
        Query query;
        query.where_equals("state", state);
        query.limit = 1;
        return query;
    };
    const auto instances = find<ProcessInstance>(engine.reader(), over(InstanceState::Completed)).total;
    const std::int64_t called = workload.id == "CAL" ? count : 0;
    if (instances != count + called) throw std::runtime_error(std::to_string(instances) + " instances are completed of " + std::to_string(count + called) + " that were answered.");
    const auto elements = find<ElementInstance>(engine.reader(), over(InstanceState::Completed)).total +
                          find<ElementInstance>(engine.reader(), over(InstanceState::Terminated)).total;
    return static_cast<double>(elements) / static_cast<double>(count);
}

json::object measure(const Arguments& arguments) {
    const Workload& measured = workload(arguments.workload);
    std::filesystem::remove_all(arguments.folder);
    const auto store = open_store(arguments.store, arguments.folder);
    CountingStore counting(*store);
    const test::RealClock clock;
    Engine engine(counting, clock, {});
    deploy(engine, arguments);
    Load warm = arguments.load;
    warm.count = std::max<std::int64_t>(arguments.load.count / 10, 1);
    drive(engine, measured, warm);

    Load load = arguments.load;
    load.first_number = warm.count;
    const auto rows = counting.rows(), commits = counting.commits();
    const auto written = number_in("/proc/self/io", "write_bytes:");
    std::optional<ServerMeter> server;
    if (arguments.store == "postgres") server.emplace();
    const double cpu = process_cpu_seconds();
    Driven driven = drive(engine, measured, load);
    json::array resident_mb{resident_megabytes()};
    for (int round = 1; round < arguments.rounds; ++round) {
        load.first_number += load.count;
        const Driven more = drive(engine, measured, load);
        driven.seconds += more.seconds;
        driven.client_cpu_seconds += more.client_cpu_seconds;
        driven.durations_ms = more.durations_ms;
        resident_mb.push_back(resident_megabytes());
    }
    const double cpu_seconds = process_cpu_seconds() - cpu - driven.client_cpu_seconds;
    const std::int64_t count = load.count * arguments.rounds;
    const auto instances = static_cast<double>(count);
    json::object result{{"workload", arguments.workload},
                        {"store", arguments.store},
                        {"instances", count},
                        {"in_flight", load.in_flight_max},
                        {"instances_per_second", instances / driven.seconds},
                        {"cpu_us", cpu_seconds * 1e6 / instances},
                        {"durations_ms", durations(driven.durations_ms)},
                        {"peak_rss_mb", static_cast<double>(number_in("/proc/self/status", "VmHWM:")) / 1024},
                        {"resident_mb_after_rounds", std::move(resident_mb)},
                        {"rows", static_cast<double>(counting.rows() - rows) / instances},
                        {"commits", static_cast<double>(counting.commits() - commits) / instances}};
    if (server) {
        const ServerCounts passed = server->passed();
        result["bytes_written"] = passed.wal_bytes / instances;
        result["statements"] = passed.statements / instances;
        result["server_cpu_us"] = passed.cpu_seconds * 1e6 / instances;
    } else {
        result["bytes_written"] = static_cast<double>(number_in("/proc/self/io", "write_bytes:") - written) / instances;
    }
    const double elements = elements_per_instance(engine, measured, count + warm.count);
    // In a mix, or where one in ten is warmed up with, the average of few isn't the average of all.
    if (std::abs(elements - measured.elements) > (measured.id == "MIX" ? 0.5 : 1e-9))
        throw std::runtime_error("An instance has " + std::to_string(elements) + " elements: the engine skipped work.");
    result["elements"] = elements;
    return result;
}

bool is_raw(const std::string& store) { return store.starts_with("raw-"); }

json::object measure_raw(const Arguments& arguments) {
    RecordedRows rows;
    {
        memory::MemoryStore store;
        CountingStore counting(store);
        const test::RealClock clock;
        Engine engine(counting, clock, {});
        deploy(engine, arguments);
        counting.record_into(&rows);
        drive(engine, workload(arguments.workload), arguments.load);
    }
    const auto in_flight = static_cast<std::size_t>(std::min(arguments.load.in_flight_max, arguments.load.count));
    const std::size_t rows_per_commit = std::max<std::size_t>(rows.size() * in_flight / static_cast<std::size_t>(arguments.load.count * arguments.commits_per_instance), 1);
    const auto instances = static_cast<double>(arguments.load.count);
    json::object result{{"workload", arguments.workload}, {"store", arguments.store}, {"instances", arguments.load.count}, {"rows_per_commit", rows_per_commit}};
    std::vector<double> each_ms;
    double seconds = 0;
    if (arguments.store == "raw-sqlite") {
        std::filesystem::remove_all(arguments.folder);
        std::filesystem::create_directories(arguments.folder);
        seconds = seconds_of_raw_inserts(arguments.folder + "/raw.db", rows, rows_per_commit, &each_ms);
    } else if (arguments.store == "raw-postgres" || arguments.store == "raw-postgres-copy") {
        const auto address = empty_schema("bench");
        ServerMeter server;
        seconds = seconds_of_raw_postgres(address, rows, rows_per_commit, arguments.store == "raw-postgres" ? RawWay::Insert : RawWay::Copy, each_ms);
        result["bytes_written"] = server.passed().wal_bytes / instances;
    } else {
        throw std::invalid_argument("There is no '" + arguments.store + "'; there are raw-sqlite, raw-postgres and raw-postgres-copy.");
    }
    result["instances_per_second"] = instances / seconds;
    std::ranges::sort(each_ms);
    result["durations_ms"] = durations(each_ms);
    return result;
}

}  // namespace
}  // namespace dandori::bench

int main(int count, char** given) {
    try {
        const auto arguments = dandori::bench::arguments_of(count, given);
        const auto measured = dandori::bench::is_raw(arguments.store) ? dandori::bench::measure_raw(arguments) : dandori::bench::measure(arguments);
        std::filesystem::remove_all(arguments.folder);
        if (arguments.store.find("postgres") != std::string::npos) dandori::bench::drop_schema("bench");
        std::cout << boost::json::serialize(measured) << std::endl;
        return 0;
    } catch (const std::exception& fault) {
        std::cerr << fault.what() << "\n";
        return 1;
    }
}
