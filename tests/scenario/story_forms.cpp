// Request forms, by the room that makes them.
#include "adapters/forms/form_task.h"
#include "tests/scenario/story_desk.h"

namespace dandori::test {

bool StoryDesk::settle_forms() {
    engine::ActivateJobs command;
    command.type = std::string(forms::form_job_type);
    command.worker = "forms";
    command.timeout_ms = 60'000;
    command.count_max = 100;
    const auto jobs = engine_->execute(std::move(command));
    if (!jobs || jobs->jobs.empty()) return false;
    for (const auto& job : jobs->jobs) forms::work_form_job(job, forms::access_to(*engine_, clock_), evaluate(), [](const std::string&) {});
    return true;
}

}  // namespace dandori::test
