// Measures the SEQ workload: instances completed and acknowledged a second, and CPU an instance, on the memory store
// and on SQLite; and what SQLite can do at best with the same rows. Prints one JSON object.
//
//     seq_bench MODEL FOLDER INSTANCES PAIRS

#include <algorithm>
#include <boost/json.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "adapters/memory/memory_store.h"
#include "adapters/sqlite/sqlite_store.h"
#include "engine/engine.h"
#include "tests/bench/measuring.h"
#include "tests/bench/raw_sqlite.h"
#include "tests/support/real_clock.h"

namespace dandori::bench {
namespace {

using namespace engine;
namespace json = boost::json;

constexpr std::int64_t elements_per_instance = 4;

struct Measured {
    double seconds = 0;
    double cpu_seconds = 0;  ///< of the engine and the store; the driver's thread is taken off
    std::int64_t commits = 0;
    std::int64_t rows = 0;
};

void start_instances(Engine& engine, std::int64_t count) {
    const auto start = [](std::int64_t) {
        CreateProcessInstance command;
        command.process_definition_id = "seq";
        return command;
    };
    drive(engine, count, start, [](const auto&) {});
}

std::string content_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

Measured measure(Store& store, const std::string& model, std::int64_t count, Recording* recording = nullptr) {
    CountingStore counting(store);
    if (recording) counting.record_into(&recording->definitions);
    const test::RealClock clock;
    Engine engine(counting, clock, {});
    const auto deployed = engine.execute(DeployResources{{{"seq.bpmn", content_of(model)}}});
    if (!deployed) throw std::runtime_error(deployed.error().text);
    counting.record_into(nullptr);
    start_instances(engine, count / 20);  // warm: definitions read, statements prepared, pages touched

    const auto rows_before = counting.rows();
    const auto commits_before = counting.commits();
    if (recording) counting.record_into(&recording->rows);
    const double driver_before = seconds_of(CLOCK_THREAD_CPUTIME_ID);
    const double cpu_before = seconds_of(CLOCK_PROCESS_CPUTIME_ID);
    const auto start = std::chrono::steady_clock::now();
    start_instances(engine, count);
    Measured measured;
    measured.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    measured.cpu_seconds = seconds_of(CLOCK_PROCESS_CPUTIME_ID) - cpu_before;
    measured.cpu_seconds -= seconds_of(CLOCK_THREAD_CPUTIME_ID) - driver_before;
    measured.rows = counting.rows() - rows_before;
    measured.commits = counting.commits() - commits_before;

    const auto completed =
        find<ProcessInstance>(engine.reader(), Query{}.where_equals("state", InstanceState::Completed)).total;
    const auto elements =
        find<ElementInstance>(engine.reader(), Query{}.where_equals("state", InstanceState::Completed)).total;
    if (completed != count + count / 20 || elements != completed * elements_per_instance)
        throw std::runtime_error("Found " + std::to_string(completed) + " completed instances with " +
                                 std::to_string(elements) + " elements: the engine skipped work.");
    return measured;
}

struct Series {
    std::vector<double> instances_per_second;
    std::vector<double> cpu_us_per_instance;
    std::vector<double> instances_per_commit;

    void add(const Measured& measured, std::int64_t count) {
        const auto instances = static_cast<double>(count);
        instances_per_second.push_back(instances / measured.seconds);
        cpu_us_per_instance.push_back(measured.cpu_seconds * 1e6 / instances);
        instances_per_commit.push_back(instances / static_cast<double>(std::max<std::int64_t>(measured.commits, 1)));
    }
    json::object to_json() const {
        return {{"instances_per_second", spread(instances_per_second)},
                {"cpu_us_per_instance", spread(cpu_us_per_instance)},
                {"instances_per_commit", spread(instances_per_commit)}};
    }
};

json::object run(const std::string& model, const std::string& folder, std::int64_t count, int pairs) {
    Recording recording;
    {
        memory::MemoryStore store;
        measure(store, model, count, &recording);
    }
    const auto& rows = recording.rows;
    Series on_memory;
    Series on_sqlite;
    std::vector<double> raw_per_second;
    std::vector<double> engine_to_raw;
    std::vector<double> store_to_raw;
    for (int pair = 0; pair < pairs; ++pair) {
        Measured measured;
        {
            sqlite::SqliteStore store(fresh(folder, "engine.db"));
            measured = measure(store, model, count);
            on_sqlite.add(measured, count);
        }
        const auto rows_per_commit =
            static_cast<std::size_t>(std::max<std::int64_t>(measured.rows / measured.commits, 1));
        const double raw = seconds_of_raw_inserts(fresh(folder, "raw.db"), rows, rows_per_commit);
        const double store_alone = seconds_of_store_commits(fresh(folder, "store.db"), recording, rows_per_commit);
        raw_per_second.push_back(static_cast<double>(count) / raw);
        engine_to_raw.push_back(raw / measured.seconds);
        store_to_raw.push_back(raw / store_alone);

        memory::MemoryStore store;
        on_memory.add(measure(store, model, count), count);
    }
    std::filesystem::remove_all(folder);
    return {{"instances", count},
            {"pairs", pairs},
            {"rows_per_instance", static_cast<double>(rows.size()) / static_cast<double>(count)},
            {"memory", on_memory.to_json()},
            {"sqlite", on_sqlite.to_json()},
            {"raw_sqlite_instances_per_second", spread(raw_per_second)},
            {"sqlite_to_raw_ratio", spread(engine_to_raw)},
            {"store_alone_to_raw_ratio", spread(store_to_raw)}};
}

}  // namespace
}  // namespace dandori::bench

int main(int count, char** arguments) {
    if (count != 5) {
        std::cerr << "usage: seq_bench MODEL FOLDER INSTANCES PAIRS\n";
        return 2;
    }
    try {
        std::cout << boost::json::serialize(dandori::bench::run(arguments[1], arguments[2], std::stoll(arguments[3]),
                                                                std::stoi(arguments[4])))
                  << std::endl;
        return 0;
    } catch (const std::exception& fault) {
        std::cerr << fault.what() << "\n";
        return 1;
    }
}
