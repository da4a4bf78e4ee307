// Measures multi-instance activities of 100, 1,000 and 10,000 items on the memory store: time and bytes written for an item, when
// a script does each item within one command, and when a worker completes each by a command of its own. Prints one JSON array.
//
//     multi_instance_bench ROUNDS

#include <boost/json.hpp>
#include <chrono>
#include <iostream>

#include "adapters/memory/memory_store.h"
#include "engine/engine.h"
#include "tests/support/hand_moved_clock.h"
#include "tests/support/weighing_store.h"

namespace dandori::bench {
namespace {

using namespace engine;
namespace json = boost::json;

std::string model(bool is_sequential, bool has_worker) {
    const std::string work = has_worker ? R"(<zeebe:taskDefinition type="each"/>)" : R"(<zeebe:script expression="=item * 2" resultVariable="doubled"/>)";
    const std::string element = has_worker ? "serviceTask" : "scriptTask";
    return R"(<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="urn:bench"><process id="p" isExecutable="true"><startEvent id="s"/><)" +
           element + R"( id="each"><extensionElements>)" + work + R"(</extensionElements><multiInstanceLoopCharacteristics isSequential=")" +
           (is_sequential ? "true" : "false") +
           R"("><extensionElements><zeebe:loopCharacteristics inputCollection="=for i in 1..number return i" inputElement="item" outputCollection="results" outputElement="=doubled"/></extensionElements></multiInstanceLoopCharacteristics></)" +
           element + R"(><endEvent id="e"/><sequenceFlow id="a" sourceRef="s" targetRef="each"/><sequenceFlow id="b" sourceRef="each" targetRef="e"/></process></definitions>)";
}

void complete_all(Engine& engine, std::int64_t items) {
    for (std::int64_t done = 0; done < items;) {
        ActivateJobs activate;
        activate.type = "each";
        activate.timeout_ms = 1'000'000;
        activate.count_max = 100;
        activate.fetch_variables = {"item"};  // else each job would carry all that was collected so far
        const auto jobs = engine.execute(activate);
        if (!jobs || jobs->jobs.empty()) throw std::runtime_error("There are fewer jobs than items.");
        for (const auto& job : jobs->jobs) {
            if (!engine.execute(CompleteJob{job.job.key, {R"({"doubled": 2})"}, {}})) throw std::runtime_error("A job can't be completed.");
            ++done;
        }
    }
}

/// Microseconds and bytes for an item, of the fastest round.
json::object measure(bool is_sequential, bool has_worker, std::int64_t items, int rounds) {
    double best = 0;
    std::int64_t bytes = 0;
    for (int round = 0; round < rounds; ++round) {
        memory::MemoryStore rows;
        test::WeighingStore store(rows);
        test::HandMovedClock clock;
        Engine engine(store, clock, {});
        if (!engine.execute(DeployResources{{{"p.bpmn", model(is_sequential, has_worker)}}})) throw std::runtime_error("not deployed");
        store.take();
        // As many items in all, however many an instance has, so that what is measured takes as long.
        const std::int64_t instances = std::max<std::int64_t>(10'000 / items, 1);
        const auto begin = std::chrono::steady_clock::now();
        for (std::int64_t i = 0; i < instances; ++i) {
            CreateProcessInstance start;
            start.process_definition_id = "p";
            start.variables = {"{\"number\":" + std::to_string(items) + "}"};
            if (!engine.execute(start)) throw std::runtime_error("not started");
            if (has_worker) complete_all(engine, items);
        }
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        const double each = seconds * 1e6 / static_cast<double>(instances * items);
        best = round == 0 ? each : std::min(best, each);
        bytes = store.take().bytes / (instances * items);
        const auto ended = find<ProcessInstance>(engine.reader(), Query{}.where_equals("state", InstanceState::Completed)).total;
        if (ended != instances) throw std::runtime_error("An instance has not ended.");
    }
    return {{"order", is_sequential ? "sequential" : "parallel"}, {"work", has_worker ? "a worker's command each" : "a script"},
            {"items", items}, {"us_per_item", best}, {"bytes_per_item", bytes}};
}

}  // namespace
}  // namespace dandori::bench

int main(int count, char** arguments) {
    try {
        boost::json::array measured;
        const int rounds = count > 1 ? std::stoi(arguments[1]) : 3;
        for (const bool has_worker : {false, true}) {
            for (const bool is_sequential : {false, true}) {
                for (const std::int64_t items : {100, 1'000, 10'000}) measured.push_back(dandori::bench::measure(is_sequential, has_worker, items, rounds));
            }
        }
        std::cout << boost::json::serialize(measured) << std::endl;
        return 0;
    } catch (const std::exception& fault) {
        std::cerr << fault.what() << "\n";
        return 1;
    }
}
