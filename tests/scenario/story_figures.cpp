// Figures, by the room that counts them.
#include "adapters/figures/figures_worker.h"
#include "tests/scenario/story_desk.h"

namespace dandori::test {

bool StoryDesk::settle_figures() {
    engine::ActivateJobs command;
    command.type = std::string(figures::figures_job_type);
    command.worker = "figures";
    command.timeout_ms = 60'000;
    command.count_max = 100;
    const auto jobs = engine_->execute(std::move(command));
    if (!jobs || jobs->jobs.empty()) return false;
    for (const auto& job : jobs->jobs) figures::work_job(job, *engine_, evaluate(), [](const std::string&) {});
    return true;
}

}  // namespace dandori::test
