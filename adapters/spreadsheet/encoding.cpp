#include "adapters/spreadsheet/encoding.h"

#include <iconv.h>

#include <array>
#include <cerrno>
#include <cstdint>

namespace dandori::spreadsheet {
namespace {

/// One direction; iconv says -1 where it doesn't know a name.
class Conversion {
  public:
    Conversion(const char* to, const char* from) : handle_(::iconv_open(to, from)) {}
    ~Conversion() {
        if (is_known()) ::iconv_close(handle_);
    }
    Conversion(const Conversion&) = delete;
    Conversion& operator=(const Conversion&) = delete;
    bool is_known() const { return reinterpret_cast<std::intptr_t>(handle_) != -1; }
    iconv_t handle() const { return handle_; }

  private:
    iconv_t handle_;
};

std::optional<std::string> converted(std::string_view text, const char* to, const char* from) {
    const Conversion conversion(to, from);
    if (!conversion.is_known()) return std::nullopt;
    std::string out;
    std::array<char, 4096> piece{};
    char* in = const_cast<char*>(text.data());
    std::size_t left = text.size();
    while (left > 0) {
        char* end = piece.data();
        std::size_t room = piece.size();
        const auto result = ::iconv(conversion.handle(), &in, &left, &end, &room);
        out.append(piece.data(), end);
        if (result == static_cast<std::size_t>(-1) && errno != E2BIG) return std::nullopt;
    }
    return out;
}

}  // namespace

bool is_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = [&](std::size_t index) { return index < text.size() ? static_cast<unsigned char>(text[index]) : 0U; };
        const unsigned first = byte(at);
        if (first < 0x80) {
            ++at;
            continue;
        }
        const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
        if (first < 0xC2 || first > 0xF4) return false;
        for (std::size_t index = 1; index < length; ++index)
            if ((byte(at + index) & 0xC0) != 0x80) return false;
        const unsigned second = byte(at + 1);
        if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) || (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F))
            return false;
        at += length;
    }
    return true;
}

std::optional<std::string> utf8_of_cp932(std::string_view text) { return converted(text, "UTF-8", "CP932"); }

std::optional<std::string> cp932_of_utf8(std::string_view text) {
    if (!is_utf8(text)) return std::nullopt;
    return converted(text, "CP932", "UTF-8");
}

}  // namespace dandori::spreadsheet
