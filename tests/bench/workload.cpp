#include "tests/bench/workload.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <random>
#include <sstream>
#include <stdexcept>

namespace dandori::bench {
namespace {

using Then = Workload::Then;

std::string content_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("The model " + path.string() + " can't be read.");
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// A number that follows from `number` and looks like chance.
std::uint64_t drawn(std::int64_t number) { return std::mt19937_64(20150131U + static_cast<std::uint64_t>(number))(); }

std::string_view process_of(const Workload& workload, std::int64_t number) {
    static constexpr std::array<std::string_view, 5> mixed = {"seq", "exc", "ext", "par", "cyc"};
    if (workload.id != "MIX") return workload.files.front().substr(0, workload.files.front().find('.'));
    // Equal shares: each five have one of each, in an order of their own.
    auto order = mixed;
    std::mt19937_64 chance(drawn(number / 5));
    std::ranges::shuffle(order, chance);
    return order[static_cast<std::size_t>(number % 5)];
}

std::string variables_of(const Workload& workload, std::string_view process, std::int64_t number) {
    if (process == "exc") return number % 2 == 0 ? R"({"choice":1})" : R"({"choice":2})";
    if (process == "timer") return R"({"delay":")" + std::string(workload.delay) + R"(","key":")" + key_of(number) + "\"}";
    if (process == "message") return R"({"key":")" + key_of(number) + "\"}";
    if (workload.id == "DMN") {
        const std::uint64_t chance = drawn(number);
        return R"({"amount":)" + std::to_string(chance % 20'001) + R"(,"class":")" + "ABC"[chance / 20'001 % 3] + "\"}";
    }
    return "{}";
}

}  // namespace

std::span<const Workload> workloads() {
    static const std::vector<Workload> all = {
        {"SEQ", {"seq.bpmn"}, 4},
        {"EXC", {"exc.bpmn"}, 6},
        {"EXT", {"ext.bpmn"}, 5},
        {"PAR", {"par.bpmn"}, 6},
        {"CYC", {"cyc.bpmn"}, 57},
        {"MIX", {"seq.bpmn", "exc.bpmn", "ext.bpmn", "par.bpmn", "cyc.bpmn"}, 15.6},
        {"APR", {"approval.bpmn"}, 4, Then::CompleteUserTask},
        {"JOB", {"job.bpmn"}, 3, Then::DoJobs},
        {"JOB10", {"job10.bpmn"}, 12, Then::DoJobs},
        {"TIM", {"timer.bpmn"}, 5, Then::Wait},
        {"MSG", {"message.bpmn"}, 4, Then::Publish},
        {"MI", {"mi1000.bpmn"}, 1003},
        {"CAL", {"call.bpmn", "seq.bpmn"}, 7},
        {"DMN", {"decision.bpmn", "grade.dmn"}, 4},
    };
    return all;
}

const Workload& workload(std::string_view id) {
    std::string known;
    for (const Workload& each : workloads()) {
        if (each.id == id) return each;
        known += (known.empty() ? "" : " ") + std::string(each.id);
    }
    throw std::invalid_argument("There is no workload '" + std::string(id) + "'; there are " + known + ".");
}

std::optional<std::filesystem::path> workloads_folder() {
    const char* shared = std::getenv("DANDORI_SHARED");
    const auto folder = (shared ? std::filesystem::path(shared) : std::filesystem::path(DANDORI_SOURCE_DIR).parent_path() / "shared") / "bench/workloads";
    if (!std::filesystem::is_directory(folder)) return {};
    return folder;
}

engine::DeployResources deployment_of(const Workload& workload, const std::filesystem::path& folder) {
    engine::DeployResources command;
    for (const std::string_view file : workload.files) command.files.push_back({std::string(file), content_of(folder / file)});
    return command;
}

engine::CreateProcessInstance start_of(const Workload& workload, std::int64_t number) {
    const std::string_view process = process_of(workload, number);
    engine::CreateProcessInstance command;
    command.process_definition_id = process;
    command.variables.text = variables_of(workload, process, number);
    return command;
}

std::string key_of(std::int64_t number) { return "key-" + std::to_string(number); }

}  // namespace dandori::bench
