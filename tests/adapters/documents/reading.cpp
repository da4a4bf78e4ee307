#include "tests/adapters/documents/reading.h"

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>

namespace dandori::test {

std::string output_of(const std::string& command) {
    std::string output;
    FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
    if (!pipe) return "failed: no pipe";
    std::array<char, 4096> part{};
    while (const auto count = std::fread(part.data(), 1, part.size(), pipe)) output.append(part.data(), count);
    const int status = ::pclose(pipe);
    return status == 0 ? output : "failed (" + std::to_string(status) + "): " + output;
}

std::string kept(const std::string& name, const std::string& bytes) {
    const std::filesystem::path folder = DANDORI_BINARY_DIR "/documents";
    std::filesystem::create_directories(folder);
    const auto path = (folder / name).string();
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
}

std::size_t times_in(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++count;
    return count;
}

}  // namespace dandori::test
