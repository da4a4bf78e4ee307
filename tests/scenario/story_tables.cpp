// Tables, by the room that reads them and works their jobs.
#include "adapters/tables/table_files.h"
#include "adapters/tables/tables_worker.h"
#include "tests/scenario/story_desk.h"

#include <filesystem>

namespace dandori::test {

void StoryDesk::define_tables() {
    std::vector<tables::TableFile> files;
    for (const auto& path : story_.deploy) {
        const auto place = std::filesystem::path(story_.file).parent_path() / path;
        if (!std::filesystem::is_directory(place) && !path.ends_with(tables::definition_ending)) continue;
        auto below = tables::table_files_below(place.string());
        if (below) files.insert(files.end(), below->begin(), below->end());
        else problem_ += below.error().text + "\n";
    }
    if (files.empty()) return;
    auto command = tables::tables_of_files(files);
    if (!command) {
        problem_ += command.error().text + "\n";
    } else if (const auto outcome = engine_->execute(std::move(*command)); !outcome) {
        problem_ += story_.file + ": the tables were not taken:\n" + outcome.error().text + "\n";
    }
}

bool StoryDesk::settle_tables() {
    return work_jobs(tables::table_job_type, [&](const auto& job) { tables::work_job(job, *engine_, evaluate(), [](const std::string&) {}); });
}

}  // namespace dandori::test
