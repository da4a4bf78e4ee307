#pragma once
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace dandori::bpmn::test {

inline std::string content_of(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream all;
    all << in.rdbuf();
    return all.str();
}

/// Every .bpmn file below a folder, sorted; empty where the folder is absent.
inline std::vector<std::filesystem::path> bpmn_files_below(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    if (!std::filesystem::exists(folder)) return files;
    for (const auto& each : std::filesystem::recursive_directory_iterator(folder)) {
        if (each.path().extension() == ".bpmn") files.push_back(each.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// A folder of the suites that lie beside a checkout, or where DANDORI_SHARED says; it may be absent.
inline std::filesystem::path shared_folder(const std::string& folder) {
    if (const char* given = std::getenv("DANDORI_SHARED")) return std::filesystem::path(given) / folder;
    return std::filesystem::path(DANDORI_SOURCE_DIR) / "../shared" / folder;
}

/// The outside suites that lie beside a checkout, where somebody put them.
inline std::vector<std::filesystem::path> outside_files() {
    std::vector<std::filesystem::path> all;
    for (const char* folder : {"miwg/Reference", "bench/workloads", "conformance"}) {
        const auto found = bpmn_files_below(shared_folder(folder));
        all.insert(all.end(), found.begin(), found.end());
    }
    return all;
}

/// Definitions around the given content.
inline std::string in_definitions(const std::string& content) {
    return "<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" "
           "xmlns:zeebe=\"http://camunda.org/schema/zeebe/1.0\" targetNamespace=\"t\">\n" +
           content + "\n</bpmn:definitions>";
}

/// An executable process around the given content.
inline std::string in_process(const std::string& content) {
    return in_definitions("<bpmn:process id=\"p\" isExecutable=\"true\">\n" + content + "\n</bpmn:process>");
}

}  // namespace dandori::bpmn::test
