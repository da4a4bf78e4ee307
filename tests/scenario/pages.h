#pragma once
// What the pages made from stories share: which there are, what each deploys, and how a page is compared.

#include <filesystem>
#include <string>
#include <vector>

namespace dandori::test {

struct StoryFile {
    std::string path;                             ///< from the root of the repository
    std::string text;
    std::vector<std::filesystem::path> models;    ///< the .bpmn files it deploys
};

/// Every story of tests/scenario and processes, by path.
const std::vector<StoryFile>& story_files();

/// Fails when the page isn't what it is made to be; UPDATE_EXPECTED=1 writes it.
void expect_page(const std::string& path, const std::string& made);

}  // namespace dandori::test
