// Request forms, by the room that makes them.
#include "adapters/forms/answers.h"
#include "adapters/forms/form_task.h"
#include "tests/scenario/story_desk.h"

namespace dandori::test {

bool StoryDesk::settle_forms() {
    return work_jobs(forms::form_job_type, [&](const auto& job) {
        forms::work_form_job(job, forms::access_to(*engine_, clock_), evaluate(), [](const std::string&) {});
    });
}

mail::KeepFiles StoryDesk::keep_files() {
    return [this](const mail::Message& message, const std::vector<mail::AttachedFile>& files) -> Result<std::vector<std::string>> {
        forms::Answers answers(forms::access_to(*engine_, clock_), {"gcas@digital.example.jp"});
        std::vector<std::string> kept;
        for (const auto& file : files) {
            if (!answers.recognise(file.bytes)) continue;
            TRY(answers.take(file.name, file.bytes, {forms::Arrival::Way::Mail, message.from.address}));
            kept.push_back(file.name);
        }
        return kept;
    };
}

}  // namespace dandori::test
