// Request forms, by the room that makes them.
#include "adapters/forms/answers.h"
#include "adapters/forms/form_task.h"
#include "adapters/forms/list_tasks.h"
#include "tests/scenario/story_desk.h"

namespace dandori::test {

bool StoryDesk::settle_forms() {
    const auto access = forms::access_to(*engine_, clock_);
    const auto no_log = [](const std::string&) {};
    bool were_any = work_jobs(forms::form_job_type, [&](const auto& job) { forms::work_form_job(job, access, evaluate(), no_log); });
    for (const auto type : {forms::read_list_job_type, forms::join_lists_job_type})
        were_any = work_jobs(type, [&](const auto& job) { forms::work_list_job(job, access, evaluate(), no_log); }) || were_any;
    return were_any;
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
