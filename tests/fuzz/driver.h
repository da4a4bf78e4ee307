#pragma once
// Tests drive a fuzz target with mutations of a small corpus, from one seed. With DANDORI_FUZZ_SEEDS=FOLDER they only
// write the corpus there, for libFuzzer to begin with (tests/fuzz/run).

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace dandori::test {

inline void write_corpus(const std::vector<std::string>& corpus, const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    for (std::size_t index = 0; index < corpus.size(); ++index)
        std::ofstream(folder / std::to_string(index), std::ios::binary) << corpus[index];
}

/// Feeds the target its corpus and `rounds` mutations of it: bytes changed, dropped, repeated, pieces of one entry put
/// into another. The same seed feeds the same. A fault shows as a crash, a sanitizer's report or an abort in the
/// target.
inline void fuzz(const std::vector<std::string>& corpus, std::uint64_t seed, std::size_t rounds,
                 std::size_t size_max = 64 * 1024) {
    if (const char* folder = std::getenv("DANDORI_FUZZ_SEEDS")) return write_corpus(corpus, folder);
    std::mt19937_64 random(seed);
    const auto below = [&](std::size_t end) { return end == 0 ? 0 : static_cast<std::size_t>(random() % end); };
    const auto feed = [](const std::string& input) {
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
    };
    for (const auto& input : corpus) feed(input);
    for (std::size_t round = 0; round < rounds; ++round) {
        auto input = corpus[below(corpus.size())];
        for (std::size_t changes = 1 + below(6); changes > 0; --changes) {
            const auto at = below(input.size() + 1);
            const auto length = std::min(1 + below(16), input.size() - at);
            switch (below(6)) {
                case 0: input.insert(at, 1, static_cast<char>(random())); break;
                case 1: input.erase(at, length); break;
                case 2: input.insert(at, input.substr(at, length)); break;
                case 3: {
                    const auto& other = corpus[below(corpus.size())];
                    const auto from = below(other.size());
                    input.insert(at, other.substr(from, below(200)));
                    break;
                }
                case 4: input.resize(at); break;
                default:
                    if (at < input.size()) input[at] = static_cast<char>(random());
            }
        }
        if (input.size() > size_max) input.resize(size_max);
        feed(input);
    }
}

}  // namespace dandori::test
