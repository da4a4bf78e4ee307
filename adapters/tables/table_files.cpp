#include "adapters/tables/table_files.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "adapters/tables/file_rows.h"

namespace dandori::tables {
namespace {

namespace fs = std::filesystem;

Result<std::string> text_of_file(const fs::path& path) {
    std::error_code error;
    const auto size = fs::file_size(path, error);
    std::ifstream file(path, std::ios::binary);
    if (error || !file) return fail(Failure::Kind::ResourceNotFound, "'" + path.string() + "' can't be read.");
    if (size > file_bytes_max)
        return fail(Failure::Kind::Bounds, "'" + path.string() + "' has " + std::to_string(size) + " bytes; " + std::to_string(file_bytes_max) + " are the most.");
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

}  // namespace

Result<std::vector<TableFile>> table_files_below(const std::string& place) {
    std::vector<fs::path> paths;
    std::error_code error;
    const bool is_one = place.ends_with(definition_ending);
    const fs::path folder = is_one ? fs::path(place).parent_path() : fs::path(place);
    if (is_one) paths.emplace_back(place);
    for (fs::recursive_directory_iterator at(folder, error), end; !is_one && !error && at != end; at.increment(error))
        if (at->path().filename().string().ends_with(definition_ending) && at->is_regular_file(error)) paths.push_back(at->path());
    std::ranges::sort(paths);
    std::vector<TableFile> files;
    for (const auto& path : paths) {
        TableFile file;
        file.name = path.lexically_relative(folder).generic_string();
        file.definition = TRY(text_of_file(path));
        const auto rows = fs::path(path.string().substr(0, path.string().size() - definition_ending.size()) + ".csv");
        if (fs::exists(rows, error)) {
            file.rows_name = rows.lexically_relative(folder).generic_string();
            file.rows = TRY(text_of_file(rows));
        }
        files.push_back(std::move(file));
    }
    return files;
}

Result<engine::DefineTables> tables_of_files(const std::vector<TableFile>& files) {
    engine::DefineTables command;
    std::string faults;
    const auto tell = [&](const std::string& text) { faults += (faults.empty() ? "" : "\n") + text; };
    for (const auto& file : files) {
        const auto definition = engine::read_table_definition(file.definition);
        if (!definition) {
            tell(file.name + ": " + definition.error().text);
            continue;
        }
        engine::DefineTables::Table table;
        table.definition.text = file.definition;
        if (!file.rows.empty()) {
            auto rows = read_file_rows(file.rows, *definition);
            if (rows) table.rows = std::move(rows->rows);
            else tell(to_text(rows.error(), file.rows_name, false));
            table.file = file.rows;
        }
        command.tables.push_back(std::move(table));
    }
    if (!faults.empty()) return fail(Failure::Kind::Syntax, std::move(faults));
    return command;
}

}  // namespace dandori::tables
