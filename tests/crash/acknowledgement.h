#pragma once
// What the program that will be killed tells the test: one line for each command that was answered.

#include <unistd.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dandori::test {

/// One answered command: the kind (`started`, `completed`, `approved`, `taken`, or `ready` when the program answers)
/// and the number it is known by.
struct Acknowledgement {
    std::string what;
    std::int64_t number = 0;
};

/// Writes one line in one piece: a kill leaves it whole or out. False when nobody listens.
inline bool acknowledge(int descriptor, std::string_view what, std::int64_t number) {
    const std::string line = std::string(what) + " " + std::to_string(number) + "\n";
    return ::write(descriptor, line.data(), line.size()) == static_cast<ssize_t>(line.size());
}

/// Takes the first line off `text`; none while it isn't whole.
inline std::optional<Acknowledgement> take_acknowledgement(std::string& text) {
    const auto end = text.find('\n');
    if (end == std::string::npos) return {};
    const auto space = text.find(' ');
    Acknowledgement result{text.substr(0, space), std::stoll(text.substr(space + 1, end - space - 1))};
    text.erase(0, end + 1);
    return result;
}

}  // namespace dandori::test
