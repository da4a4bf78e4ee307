#include "adapters/cli/process_folder.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace dandori::cli {
namespace {

namespace fs = std::filesystem;

bool has_ending(const fs::path& path, std::initializer_list<std::string_view> endings) {
    const auto ending = path.extension().string();
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

/// Files of the folder with one of these endings, by name; none where there is no such folder.
std::vector<fs::path> files_in(const fs::path& folder, std::initializer_list<std::string_view> endings) {
    std::vector<fs::path> found;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        const auto name = it->path().filename().string();
        if (!name.starts_with('.') && it->is_regular_file(error) && has_ending(it->path(), endings)) {
            found.push_back(it->path());
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<fs::path> deployable_in(const fs::path& folder) {
    auto found = files_in(folder, {".bpmn", ".dmn", ".form"});
    const auto mails = files_in(folder / "mails", {".txt", ".html"});
    const auto documents = files_in(folder / "documents", {".json"});
    found.insert(found.end(), mails.begin(), mails.end());
    found.insert(found.end(), documents.begin(), documents.end());
    const auto figures = files_in(folder / "figures", {".feel"});
    found.insert(found.end(), figures.begin(), figures.end());
    const auto forms = files_in(folder / "request-forms", {".json", ".xlsx"});
    found.insert(found.end(), forms.begin(), forms.end());
    return found;
}

Result<void> must_be_folder(const std::string& folder) {
    std::error_code error;
    if (fs::is_directory(folder, error)) return {};
    return fail(Failure::Kind::ResourceNotFound, "'" + folder + "' is no folder that can be read.");
}

}  // namespace

Result<DeployableFile> deployable_file(const std::string& path) {
    std::error_code error;
    const auto size = fs::file_size(path, error);
    std::ifstream file(path, std::ios::binary);
    if (error || !file) return fail(Failure::Kind::ResourceNotFound, "'" + path + "' can't be read.");
    if (size > deployable_bytes_max) {
        return fail(Failure::Kind::Bounds, "'" + path + "' has " + std::to_string(size) + " bytes; at most " +
                                               std::to_string(deployable_bytes_max) + " are deployed.");
    }
    std::ostringstream content;
    content << file.rdbuf();
    return DeployableFile{fs::path(path).filename().string(), content.str()};
}

Result<std::vector<DeployableFile>> files_of_folder(const std::string& folder) {
    TRY(must_be_folder(folder));
    const auto paths = deployable_in(folder);
    if (paths.empty()) {
        return fail(Failure::Kind::ResourceNotFound,
                    "'" + folder + "' holds nothing to deploy; .bpmn, .dmn or .form files are expected.");
    }
    if (paths.size() > deployable_files_max) {
        return fail(Failure::Kind::Bounds, "'" + folder + "' holds " + std::to_string(paths.size()) +
                                               " files to deploy; at most " + std::to_string(deployable_files_max) +
                                               " are deployed as one.");
    }
    std::vector<DeployableFile> files;
    for (const auto& path : paths) {
        files.push_back(TRY(deployable_file(path.string())));
        files.back().name = path.lexically_relative(folder).generic_string();
    }
    return files;
}

Result<std::vector<std::string>> process_folders(const std::string& folder) {
    TRY(must_be_folder(folder));
    std::vector<std::string> found;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        if (it->is_directory(error) && !deployable_in(it->path()).empty()) found.push_back(it->path().string());
    }
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace dandori::cli
