#include "tests/scenario/pages.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace dandori::test {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::vector<fs::path> models_of(const std::string& story, const fs::path& folder) {
    std::vector<fs::path> models;
    std::istringstream lines(story);
    for (std::string line; std::getline(lines, line) && !line.starts_with(">");) {
        std::istringstream words(line);
        std::string key, name;
        if (!(words >> key >> name) || (key != "process" && key != "with")) continue;
        const fs::path path = (folder / name).lexically_normal();
        if (fs::is_directory(path)) {
            for (const auto& entry : fs::directory_iterator(path)) {
                if (entry.path().extension() == ".bpmn") models.push_back(entry.path());
            }
        } else if (path.extension() == ".bpmn") {
            models.push_back(path);
        }
    }
    return models;
}

}  // namespace

const std::vector<StoryFile>& story_files() {
    static const std::vector<StoryFile> all = [] {
        const fs::path root = DANDORI_SOURCE_DIR;
        std::vector<StoryFile> found;
        for (const char* folder : {"tests/scenario", "processes"}) {
            for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
                if (entry.path().extension() != ".story") continue;
                const std::string text = text_of(entry.path());
                found.push_back({fs::relative(entry.path(), root).string(), text, models_of(text, entry.path().parent_path())});
            }
        }
        std::sort(found.begin(), found.end(), [](const auto& one, const auto& other) { return one.path < other.path; });
        return found;
    }();
    return all;
}

void expect_page(const std::string& path, const std::string& made) {
    const fs::path file = fs::path(DANDORI_SOURCE_DIR) / path;
    if (std::getenv("UPDATE_EXPECTED")) std::ofstream(file, std::ios::binary) << made;
    EXPECT_EQ(text_of(file), made) << path << " is stale: UPDATE_EXPECTED=1 build/dev/tests/scenario/pages_test";
}

}  // namespace dandori::test
