#pragma once
// The micro-workloads that engines are measured by: small processes, and how many elements an instance of each must run through.

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/runtime/command.h"

namespace dandori::bench {

struct Workload {
    /// What a client does after the start, until the instance is over.
    enum class Then { Nothing, CompleteUserTask, DoJobs, Publish, Wait };

    std::string_view id;
    std::vector<std::string_view> files;
    double elements = 0;  ///< element instances that one process instance runs through, with those of what it calls; MIX: on average
    Then then = Then::Nothing;
    std::string_view delay = "PT1S";  ///< of TIM
};

std::span<const Workload> workloads();
/// Throws std::invalid_argument, naming those there are, where there is none of this id.
const Workload& workload(std::string_view id);

/// Where the models lie: `bench/workloads` beside this checkout's `shared`, or below the environment's DANDORI_SHARED; absent if neither is there.
std::optional<std::filesystem::path> workloads_folder();

/// Throws std::runtime_error where a file can't be read.
engine::DeployResources deployment_of(const Workload&, const std::filesystem::path& folder);
/// Starts the instance with this number, from 0: the same one for the same number.
engine::CreateProcessInstance start_of(const Workload&, std::int64_t number);
/// What the message to the instance with this number is correlated by.
std::string key_of(std::int64_t number);

}  // namespace dandori::bench
