#include "adapters/mail/charset.h"

#include <glib.h>

#include <memory>
#include <optional>

namespace dandori::mail {
namespace {

struct FreeByGlib {
    void operator()(void* memory) const { g_free(memory); }
};
using GlibText = std::unique_ptr<char, FreeByGlib>;

bool is_utf8(std::string_view text) {
    return g_utf8_validate(text.data(), static_cast<gssize>(text.size()), nullptr) != FALSE;
}

/// Strictly: none unless every byte means a character.
std::optional<std::string> convert(std::string_view bytes, const char* from) {
    gsize written = 0;
    const GlibText text{
        g_convert(bytes.data(), static_cast<gssize>(bytes.size()), "UTF-8", from, nullptr, &written, nullptr)};
    if (!text) return std::nullopt;
    return std::string(text.get(), written);
}

/// A JIS X 0208 character (two bytes 0x21..0x7E) in the places Shift_JIS gives it.
void append_as_shift_jis(std::string& out, unsigned row, unsigned cell) {
    const unsigned lead = (row - 0x21) / 2 + (row < 0x5F ? 0x81 : 0xC1);
    unsigned trail = cell + (row % 2 == 1 ? 0x1F : 0x7E);
    if (row % 2 == 1 && trail >= 0x7F) ++trail;
    out += static_cast<char>(lead);
    out += static_cast<char>(trail);
}

// iconv's ISO-2022-JP refuses the characters Microsoft added. They lie in the same rows as in code page 932, so the
// escapes are taken off here and the rest is read as that.
std::string iso_2022_jp_to_shift_jis(std::string_view bytes) {
    enum class Set { Ascii, Kanji, Katakana } set = Set::Ascii;
    std::string out;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const auto rest = bytes.substr(at);
        const auto byte = static_cast<unsigned char>(bytes[at]);
        if (rest.starts_with("\x1B$B") || rest.starts_with("\x1B$@")) {
            set = Set::Kanji;
            at += 2;
        } else if (rest.starts_with("\x1B(I")) {
            set = Set::Katakana;
            at += 2;
        } else if (rest.starts_with("\x1B(")) {
            set = Set::Ascii;
            at += 2;
        } else if (byte == '\n' || byte == '\r') {
            set = Set::Ascii;  // RFC 1468: a line ends in ASCII, also where the writer forgot to say so
            out += bytes[at];
        } else if (set == Set::Kanji && rest.size() > 1 && byte > 0x20 && byte < 0x7F) {
            const auto second = static_cast<unsigned char>(rest[1]);
            if (second > 0x20 && second < 0x7F) append_as_shift_jis(out, byte, second);
            ++at;
        } else if (set == Set::Katakana && byte > 0x20 && byte < 0x60) {
            out += static_cast<char>(byte + 0x80);
        } else {
            out += bytes[at];
        }
    }
    return out;
}

/// The name by which iconv reads what mail programs mean by a label; empty for ISO-2022-JP, which is read here.
std::string iconv_name(const std::string& label) {
    if (label == "shift_jis" || label == "shift-jis" || label == "sjis" || label == "x-sjis" || label == "ms_kanji" ||
        label == "windows-31j" || label == "cp932") {
        return "CP932";
    }
    if (label == "euc-jp" || label == "x-euc-jp") return "EUC-JP-MS";
    if (label == "iso-8859-1" || label == "latin1") return "WINDOWS-1252";
    if (label == "unicode-1-1-utf-7") return "UTF-7";
    return label;
}

bool has_japanese_escapes(std::string_view bytes) {
    return bytes.find("\x1B$") != std::string_view::npos || bytes.find("\x1B(I") != std::string_view::npos;
}

std::optional<std::string> by_label(std::string_view bytes, const std::string& label) {
    if (label.empty() || label.size() > 40 || label == "us-ascii" || label == "ascii" || label == "unknown-8bit")
        return std::nullopt;
    if (label.starts_with("iso-2022-jp") || label == "csiso2022jp")
        return convert(iso_2022_jp_to_shift_jis(bytes), "CP932");
    if (label == "utf-8" || label == "utf8") return is_utf8(bytes) ? std::optional(std::string(bytes)) : std::nullopt;
    return convert(bytes, iconv_name(label).c_str());
}

std::string guessed(std::string_view bytes) {
    if (has_japanese_escapes(bytes)) {
        if (auto text = convert(iso_2022_jp_to_shift_jis(bytes), "CP932")) return *std::move(text);
    }
    if (is_utf8(bytes)) return std::string(bytes);
    // EUC-JP's two high bytes are mostly readable as half-width kana of Shift_JIS, hardly ever the other way round.
    if (auto text = convert(bytes, "EUC-JP-MS")) return *std::move(text);
    if (auto text = convert(bytes, "CP932")) return *std::move(text);
    const GlibText text{g_utf8_make_valid(bytes.data(), static_cast<gssize>(bytes.size()))};
    return text.get();
}

bool is_unwanted(char character) {
    const auto byte = static_cast<unsigned char>(character);
    return byte == 0x7F || (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r');
}

}  // namespace

std::string to_utf8(std::string_view bytes, std::string_view charset) {
    const GlibText label{g_ascii_strdown(charset.data() ? charset.data() : "", static_cast<gssize>(charset.size()))};
    auto labelled = by_label(bytes, label.get());
    auto text = labelled ? *std::move(labelled) : guessed(bytes);
    std::erase_if(text, is_unwanted);
    return text;
}

std::string cut_utf8(std::string text, std::size_t bytes_max) {
    if (text.size() <= bytes_max) return text;
    auto end = bytes_max;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    text.resize(end);
    return text;
}

std::string to_nfkc(const std::string& text) {
    const GlibText normal{g_utf8_normalize(text.data(), static_cast<gssize>(text.size()), G_NORMALIZE_ALL_COMPOSE)};
    return normal ? normal.get() : text;
}

std::string to_lower(const std::string& text) {
    if (!is_utf8(text)) return text;
    const GlibText lower{g_utf8_strdown(text.data(), static_cast<gssize>(text.size()))};
    return lower.get();
}

}  // namespace dandori::mail
