#include "adapters/main/processes.h"

#include <algorithm>
#include <filesystem>

#include "adapters/cli/process_folder.h"
#include "adapters/tables/table_files.h"

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

struct CalendarTexts {
    std::string holidays, service_hours;
};

/// None where the folder has no calendars.
Result<std::optional<CalendarTexts>> calendar_texts(const std::string& processes_folder) {
    const auto folder = std::filesystem::path(processes_folder) / "reference-data";
    const auto holidays = folder / "holidays.csv", hours = folder / "service_hours.csv";
    std::error_code error;
    if (!std::filesystem::exists(holidays, error) || !std::filesystem::exists(hours, error)) return std::optional<CalendarTexts>();
    return std::optional(CalendarTexts{TRY(cli::deployable_file(holidays.string())).content, TRY(cli::deployable_file(hours.string())).content});
}

}  // namespace

Result<std::shared_ptr<const calendar::CalendarSet>> calendars_of(const std::string& processes_folder) {
    const auto texts = TRY(calendar_texts(processes_folder));
    if (!texts) return std::shared_ptr<const calendar::CalendarSet>();
    return std::make_shared<const calendar::CalendarSet>(TRY(calendar::CalendarSet::read(texts->holidays, texts->service_hours)));
}

void put_changed_calendars(engine::Engine& engine, const std::string& processes_folder, const Log& log) {
    const auto texts = calendar_texts(processes_folder);
    if (!texts) return log(texts.error().text);
    if (!*texts) return;
    const auto of_folder = engine::Query{}.where_equals("origin", engine::CalendarOrigin::Folder).sorted_by("calendarVersionKey", true).first(1);
    const auto last = engine::find<engine::CalendarVersion>(engine.reader(), of_folder).rows;
    if (!last.empty() && last.front().holidays == (*texts)->holidays && last.front().service_hours == (*texts)->service_hours) return;
    engine::PutCalendars command;
    command.holidays = (*texts)->holidays;
    command.service_hours = (*texts)->service_hours;
    command.origin = engine::CalendarOrigin::Folder;
    const auto outcome = engine.execute(std::move(command));
    log(outcome ? "Put the calendars of " + processes_folder + " in force." : "The calendars of " + processes_folder + " are not put in force: " + outcome.error().text);
}

void define_changed_tables(engine::Engine& engine, const std::string& processes_folder, const Log& log) {
    const auto refused = [&](const std::string& why) { log("The tables of " + processes_folder + " are not taken:\n" + why); };
    const auto files = tables::table_files_below(processes_folder);
    if (!files) return refused(files.error().text);
    if (files->empty()) return;
    auto command = tables::tables_of_files(*files);
    if (!command) return refused(command.error().text);
    const auto defined = engine.execute(std::move(*command));
    if (!defined) return refused(defined.error().text);
    const auto tell = [&](std::string_view what, const std::vector<std::string>& ids) {
        std::string names;
        for (const auto& id : ids) names += (names.empty() ? "" : ", ") + id;
        if (!names.empty()) log(std::string(what) + ": " + names + ".");
    };
    tell("Tables added", defined->added);
    tell("Tables with another definition", defined->redefined);
    tell("Tables whose file has other rows, which wait for a person's yes", defined->offered);
}

void tell_of_deadlines(const engine::Committed& commit, const Log& log) {
    for (const engine::CalendarVersion* row : commit.rows.rows<engine::CalendarVersion>()) {
        if (!row->recomputed_at || row->moved_later + row->moved_earlier + row->kept_back == 0) continue;
        std::string text = "Recomputed the open deadlines by the calendars in force since " + to_iso8601(row->in_force_from) + ": " +
                           std::to_string(row->moved_later) + " are due later, " + std::to_string(row->moved_earlier) + " earlier.";
        if (row->kept_back > 0) {
            text += " " + std::to_string(row->kept_back) +
                    " would be due earlier and wait for a person's yes: PUT /api/calendars?preview=true lists them.";
        }
        log(text);
    }
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
