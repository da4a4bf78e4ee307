// docs/designer/process-coverage.md: each step of the ward's processes, and the stories that go through it.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "bpmn/bpmn.h"
#include "tests/scenario/pages.h"

namespace dandori::test {
namespace {

namespace fs = std::filesystem;

struct ProcessStep {
    std::string id, name;
};

bool is_step(std::string_view element) {
    return element.ends_with("Task") || element.ends_with("Event") || element.ends_with("Gateway") || element == "task" || element == "subProcess" ||
           element == "adHocSubProcess" || element == "transaction" || element == "callActivity";
}

/// In the order of the file, whatever lies in a sub-process behind it.
void steps_of(const bpmn::XmlNode& node, std::vector<ProcessStep>& into) {
    const auto* id = node.attribute("id");
    if (id && is_step(node.local_name())) {
        const auto* name = node.attribute("name");
        into.push_back({*id, name ? *name : ""});
    }
    for (const auto& child : node.children) steps_of(child, into);
}

/// The elements that a story's recording names.
std::set<std::string> recorded_in(const std::string& story) {
    std::set<std::string> ids;
    std::istringstream lines(story);
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("  ")) continue;
        std::istringstream words(line);
        std::string id;
        if (words >> id) ids.insert(id);
    }
    return ids;
}

std::string title_of(const fs::path& readme) {
    std::ifstream file(readme);
    std::string line;
    std::getline(file, line);
    return line.starts_with("# ") ? line.substr(2) : line;
}

TEST(ProcessCoverage, OfEachStepThereIsAStory) {
    const fs::path root = DANDORI_SOURCE_DIR;
    std::map<std::string, std::set<std::string>> recorded;  // by story
    for (const auto& story : story_files()) recorded[story.path] = recorded_in(story.text);

    std::vector<fs::path> folders;
    for (const auto& entry : fs::directory_iterator(root / "processes")) {
        if (fs::exists(entry.path() / (entry.path().filename().string() + ".bpmn"))) folders.push_back(entry.path());
    }
    std::ranges::sort(folders);
    std::string page =
        "# The ward's processes and their stories\n\nEach step of each process, and the stories in which it happens. All are run on each build, "
        "straight through and reloaded\nfrom the store after every step. Made by `pages_test`; don't edit it.\n";
    std::string missing;
    for (const auto& folder : folders) {
        const fs::path model = folder / (folder.filename().string() + ".bpmn");
        std::ifstream file(model, std::ios::binary);
        std::ostringstream text;
        text << file.rdbuf();
        const auto read = bpmn::read(text.str(), model.filename().string());
        ASSERT_TRUE(read.definitions) << model;
        std::vector<ProcessStep> steps;
        steps_of(read.definitions->document, steps);
        page += "\n## [" + title_of(folder / "README.md") + "](../../processes/" + folder.filename().string() + "/README.md)\n\n| | step | stories |\n|---|---|---|\n";
        for (const auto& step : steps) {
            std::string told;
            for (const auto& story : story_files()) {
                if (std::ranges::find(story.models, model) == story.models.end() && !fs::path(story.path).parent_path().string().ends_with(folder.filename().string()))
                    continue;
                if (!recorded[story.path].contains(step.id)) continue;
                told += (told.empty() ? "[" : ", [") + fs::path(story.path).stem().string() + "](../../" + story.path + ")";
            }
            if (told.empty()) missing += "\n" + folder.filename().string() + ": " + step.id + " " + step.name;
            std::string name = step.name;
            std::ranges::replace(name, '\n', ' ');
            page += "| " + step.id + " | " + name + " | " + (told.empty() ? "none" : told) + " |\n";
        }
    }
    EXPECT_EQ(missing, "") << "no story goes through these";
    expect_page("docs/designer/process-coverage.md", page);
}

}  // namespace
}  // namespace dandori::test
