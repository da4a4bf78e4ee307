// Request forms, by the room that makes them.
#include "adapters/forms/form_task.h"
#include "tests/scenario/story_desk.h"

namespace dandori::test {

bool StoryDesk::settle_forms() {
    return work_jobs(forms::form_job_type, [&](const auto& job) {
        forms::work_form_job(job, forms::access_to(*engine_, clock_), evaluate(), [](const std::string&) {});
    });
}

}  // namespace dandori::test
