#include "adapters/main/processes.h"

#include <algorithm>
#include <filesystem>

#include "adapters/cli/process_folder.h"

namespace dandori {
namespace {

bool is_deployed(engine::Reader& reader, const cli::DeployableFile& file) {
    const auto query = engine::Query{}.where_equals("resourceName", file.name).sorted_by("resourceKey", true).first(1);
    const auto found = engine::find<engine::Resource>(reader, query).rows;
    return !found.empty() && found.front().content.value == file.content;
}

/// Whether the folder was taken, or needed nothing.
Result<void> deploy_folder(engine::Engine& engine, const std::string& folder, const Log& log) {
    auto files = TRY(cli::files_of_folder(folder));
    if (std::all_of(files.begin(), files.end(), [&](const auto& it) { return is_deployed(engine.reader(), it); })) {
        return {};
    }
    engine::DeployResources command;
    for (auto& [name, content] : files) command.files.push_back({std::move(name), std::move(content)});
    const auto outcome = engine.execute(std::move(command));
    if (!outcome) return fail(Failure::Kind::Unspecified, outcome.error().text);
    log("Deployed " + folder + ".");
    return {};
}

}  // namespace

Result<std::shared_ptr<const calendar::CalendarSet>> calendars_of(const std::string& processes_folder) {
    const auto folder = std::filesystem::path(processes_folder) / "reference-data";
    const auto holidays = folder / "holidays.csv", hours = folder / "service_hours.csv";
    std::error_code error;
    if (!std::filesystem::exists(holidays, error) || !std::filesystem::exists(hours, error)) {
        return std::shared_ptr<const calendar::CalendarSet>();
    }
    auto calendars = TRY(calendar::CalendarSet::read(TRY(cli::deployable_file(holidays.string())).content,
                                                     TRY(cli::deployable_file(hours.string())).content));
    return std::make_shared<const calendar::CalendarSet>(std::move(calendars));
}

std::size_t deploy_changed(engine::Engine& engine, const std::string& processes_folder, const Log& log) {
    const auto folders = cli::process_folders(processes_folder);
    if (!folders) {
        log(folders.error().text);
        return 1;
    }
    std::size_t refused = 0;
    for (const auto& folder : *folders) {
        const auto done = deploy_folder(engine, folder, log);
        if (done) continue;
        ++refused;
        log(folder + " is not deployed:\n" + done.error().text);
    }
    return refused;
}

}  // namespace dandori
