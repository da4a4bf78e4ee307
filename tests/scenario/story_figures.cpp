// Figures, by the room that counts them.
#include "adapters/figures/figures_worker.h"
#include "tests/scenario/story_desk.h"

namespace dandori::test {

bool StoryDesk::settle_figures() {
    return work_jobs(figures::figures_job_type,
                     [&](const auto& job) { figures::work_job(job, *engine_, evaluate(), [](const std::string&) {}); });
}

}  // namespace dandori::test
