#include "adapters/http/utf8.h"

#include <cstddef>

namespace dandori::http {
namespace {

struct LeadByte {
    std::size_t continuations;
    unsigned char second_min;
    unsigned char second_max;
};

/// RFC 3629, section 4: what may follow a first byte above 0x7F; no continuations = it can't be a first byte.
LeadByte lead_byte(unsigned char byte) {
    if (byte < 0xC2 || byte > 0xF4) return {0, 0, 0};
    if (byte < 0xE0) return {1, 0x80, 0xBF};
    if (byte < 0xF0)
        return {2, byte == 0xE0 ? static_cast<unsigned char>(0xA0) : static_cast<unsigned char>(0x80),
                byte == 0xED ? static_cast<unsigned char>(0x9F) : static_cast<unsigned char>(0xBF)};
    return {3, byte == 0xF0 ? static_cast<unsigned char>(0x90) : static_cast<unsigned char>(0x80),
            byte == 0xF4 ? static_cast<unsigned char>(0x8F) : static_cast<unsigned char>(0xBF)};
}

}  // namespace

bool is_utf8(std::string_view text) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    for (std::size_t at = 0; at < text.size();) {
        if (byte(at) < 0x80) {
            ++at;
            continue;
        }
        const LeadByte lead = lead_byte(byte(at));
        if (lead.continuations == 0 || text.size() - at <= lead.continuations) return false;
        if (byte(at + 1) < lead.second_min || byte(at + 1) > lead.second_max) return false;
        for (std::size_t i = 2; i <= lead.continuations; ++i)
            if (byte(at + i) < 0x80 || byte(at + i) > 0xBF) return false;
        at += lead.continuations + 1;
    }
    return true;
}

std::size_t characters_in(std::string_view utf8) {
    std::size_t count = 0;
    for (const char c : utf8) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return count;
}

}  // namespace dandori::http
