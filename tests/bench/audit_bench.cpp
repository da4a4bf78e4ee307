// Measures what a row of the audit log for each command of a worker costs (`--audit all`), beside none for them. Prints one JSON object.
//
//     audit_bench FOLDER JOBS PAIRS

#include <chrono>
#include <iostream>

#include "adapters/memory/memory_store.h"
#include "adapters/sqlite/sqlite_store.h"
#include "tests/bench/measuring.h"
#include "tests/support/real_clock.h"

namespace dandori::bench {
namespace {

using namespace engine;
namespace json = boost::json;

constexpr std::size_t jobs_at_once = 32;

const std::string model =
    R"(<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="urn:bench"><process id="job" isExecutable="true"><startEvent id="s"/><serviceTask id="work"><extensionElements><zeebe:taskDefinition type="bench"/></extensionElements></serviceTask><endEvent id="e"/><sequenceFlow id="a" sourceRef="s" targetRef="work"/><sequenceFlow id="b" sourceRef="work" targetRef="e"/></process></definitions>)";

struct Measured {
    double seconds = 0;
    double cpu_seconds = 0;  ///< of the engine and the store; the driver's thread is taken off
};

/// A worker takes `count` jobs, 32 at a time, and completes each.
Measured measure(Store& store, AuditScope audit, std::int64_t count) {
    const test::RealClock clock;
    EngineSettings settings;
    settings.audit = audit;
    Engine engine(store, clock, settings);
    const auto deployed = engine.execute(DeployResources{{{"job.bpmn", model}}});
    if (!deployed) throw std::runtime_error(deployed.error().text);
    const auto start = [](std::int64_t) {
        CreateProcessInstance command;
        command.process_definition_id = "job";
        command.variables = {R"({"order": 4711, "customer": "somebody"})"};
        return command;
    };
    drive(engine, count, start, [](const auto&) {});

    const double driver_before = seconds_of(CLOCK_THREAD_CPUTIME_ID), cpu_before = seconds_of(CLOCK_PROCESS_CPUTIME_ID);
    const auto begin = std::chrono::steady_clock::now();
    std::vector<JobKey> jobs;
    const auto activate = [](std::int64_t) {
        ActivateJobs command;
        command.type = "bench";
        command.worker = "bench";
        command.timeout_ms = 600'000;
        command.count_max = jobs_at_once;
        return command;
    };
    drive(engine, (count + static_cast<std::int64_t>(jobs_at_once) - 1) / static_cast<std::int64_t>(jobs_at_once), activate,
          [&](const ActivateJobs::Answer& answer) {
              for (const auto& each : answer.jobs) jobs.push_back(each.job.key);
          });
    const auto complete = [&](std::int64_t i) { return CompleteJob{jobs.at(static_cast<std::size_t>(i)), {R"({"done": true})"}, {}}; };
    drive(engine, static_cast<std::int64_t>(jobs.size()), complete, [](const auto&) {});
    Measured measured;
    measured.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    measured.cpu_seconds = seconds_of(CLOCK_PROCESS_CPUTIME_ID) - cpu_before;
    measured.cpu_seconds -= seconds_of(CLOCK_THREAD_CPUTIME_ID) - driver_before;

    const auto rows = find<AuditEntry>(engine.reader(), Query{}.where("jobKey", Operator::Exists)).total;
    if (static_cast<std::int64_t>(jobs.size()) != count || rows != (audit == AuditScope::Everything ? count : 0))
        throw std::runtime_error("Of " + std::to_string(count) + " jobs " + std::to_string(jobs.size()) + " were done and " +
                                 std::to_string(rows) + " are in the audit log.");
    return measured;
}

struct Series {
    std::vector<double> jobs_per_second, cpu_us_per_job;

    void add(const Measured& measured, std::int64_t count) {
        jobs_per_second.push_back(static_cast<double>(count) / measured.seconds);
        cpu_us_per_job.push_back(measured.cpu_seconds * 1e6 / static_cast<double>(count));
    }
    json::object to_json() const { return {{"jobs_per_second", spread(jobs_per_second)}, {"cpu_us_per_job", spread(cpu_us_per_job)}}; }
};

json::object run(const std::string& folder, std::int64_t count, int pairs) {
    Series memory_people, memory_all, sqlite_people, sqlite_all;
    for (int pair = 0; pair < pairs; ++pair) {
        for (const auto audit : {AuditScope::People, AuditScope::Everything}) {
            const bool all = audit == AuditScope::Everything;
            memory::MemoryStore in_memory;
            (all ? memory_all : memory_people).add(measure(in_memory, audit, count), count);
            sqlite::SqliteStore in_file(fresh(folder, "audit.db"));
            (all ? sqlite_all : sqlite_people).add(measure(in_file, audit, count), count);
        }
    }
    std::filesystem::remove_all(folder);
    return {{"jobs", count},
            {"pairs", pairs},
            {"memory", {{"people", memory_people.to_json()}, {"all", memory_all.to_json()}}},
            {"sqlite", {{"people", sqlite_people.to_json()}, {"all", sqlite_all.to_json()}}}};
}

}  // namespace
}  // namespace dandori::bench

int main(int count, char** arguments) {
    if (count != 4) {
        std::cerr << "usage: audit_bench FOLDER JOBS PAIRS\n";
        return 2;
    }
    try {
        std::cout << boost::json::serialize(dandori::bench::run(arguments[1], std::stoll(arguments[2]), std::stoi(arguments[3]))) << std::endl;
        return 0;
    } catch (const std::exception& fault) {
        std::cerr << "audit_bench: " << fault.what() << "\n";
        return 1;
    }
}
