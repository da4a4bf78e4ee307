// Every *.story below processes/ and tests/scenario/, run straight through, and with all memory dropped after each
// step. UPDATE_STORIES=1 writes what was recorded into the files instead of comparing.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/scenario/story_desk.h"

namespace dandori::test {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> all_stories() {
    std::vector<std::string> files;
    for (const char* folder : {"/processes", "/tests/scenario"}) {
        for (const auto& entry : fs::recursive_directory_iterator(std::string(DANDORI_SOURCE_DIR) + folder)) {
            if (entry.path().extension() == ".story") files.push_back(entry.path().string());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::string text_of_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

bool is_updating() {
    const char* wanted = std::getenv("UPDATE_STORIES");
    return wanted && std::string_view(wanted) == "1";
}

/// The story's lines, and a mark at those that are not the same.
std::string told_apart(const Step& step, const std::vector<std::string>& recorded) {
    std::string text = "line " + std::to_string(step.line) + ": > " + step.verb + " " + step.subject + "\n";
    const auto count = std::max(step.recorded.size(), recorded.size());
    for (std::size_t index = 0; index < count; ++index) {
        const auto* told = index < step.recorded.size() ? &step.recorded[index] : nullptr;
        const auto* is = index < recorded.size() ? &recorded[index] : nullptr;
        if (told && is && with_single_blanks(*told) == with_single_blanks(*is)) {
            text += "    " + *is + "\n";
            continue;
        }
        if (told) text += "  - " + *told + "\n";
        if (is) text += "  + " + *is + "\n";
    }
    return text;
}

void compare(const Step& step, const std::vector<std::string>& recorded) {
    const bool is_same =
        std::equal(step.recorded.begin(), step.recorded.end(), recorded.begin(), recorded.end(),
                   [](const auto& told, const auto& is) { return with_single_blanks(told) == with_single_blanks(is); });
    if (!is_same) ADD_FAILURE() << "The story tells (-) what was not recorded (+).\n" << told_apart(step, recorded);
}

class Stories : public testing::TestWithParam<std::string> {
  protected:
    void run(bool restarts) {
        const auto read = read_story(text_of_file(GetParam()), GetParam());
        for (const auto& problem : read.problems) ADD_FAILURE() << problem;
        if (!read.problems.empty()) return;
        StoryDesk desk(read.story, restarts);
        ASSERT_EQ(desk.problem(), "");
        std::vector<std::vector<std::string>> recorded;
        for (const auto& step : read.story.steps) {
            recorded.push_back(desk.perform(step));
            if (restarts) desk.restart();
            if (!is_updating() || restarts) compare(step, recorded.back());
        }
        if (is_updating() && !restarts)
            std::ofstream(GetParam(), std::ios::binary) << write_story(read.story, recorded);
    }
};

TEST_P(Stories, HappenAsTold) { run(false); }

TEST_P(Stories, HappenTheSameWithAllMemoryDroppedAfterEachStep) { run(true); }

INSTANTIATE_TEST_SUITE_P(Told, Stories, testing::ValuesIn(all_stories()), [](const auto& info) {
    const fs::path path(info.param);
    auto name = path.parent_path().filename().string() + "_" + path.stem().string();
    std::replace_if(
        name.begin(), name.end(), [](unsigned char character) { return !std::isalnum(character); }, '_');
    return name;
});

}  // namespace
}  // namespace dandori::test
