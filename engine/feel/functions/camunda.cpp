// What Camunda 8 adds to FEEL.
#include <array>

#include "engine/feel/functions/arguments.h"
#include "engine/feel/json.h"
#include "engine/feel/text.h"

namespace dandori::feel {
namespace {

constexpr std::string_view base64_digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

Value assert_that(Call& call) {
    if (call[1].is_true()) return call[0];
    if (call[2].is_string()) return call.null(call[2].as_string());
    return call.null("The condition of 'assert' is " + described(call[1]) + "; the value is " + described(call[0]) +
                     ".");
}

Value random_number(Call& call) {
    constexpr std::int64_t digits = 100'000'000'000'000'000;
    const auto drawn = static_cast<std::int64_t>(call.evaluator().random() % static_cast<std::uint64_t>(digits));
    return value_or_no_result(call, Decimal(drawn).divided_by(Decimal(digits)));
}

Value uuid(Call& call) {
    // RFC 9562, version 4.
    const std::uint64_t high = (call.evaluator().random() & ~0xF000ULL) | 0x4000ULL;
    const std::uint64_t low = (call.evaluator().random() & ~(3ULL << 62)) | (1ULL << 63);
    std::array<char, 40> text;
    std::snprintf(text.data(), text.size(), "%08x-%04x-%04x-%04x-%012llx", static_cast<unsigned>(high >> 32),
                  static_cast<unsigned>((high >> 16) & 0xFFFF), static_cast<unsigned>(high & 0xFFFF),
                  static_cast<unsigned>(low >> 48), static_cast<unsigned long long>(low & 0xFFFFFFFFFFFFULL));
    return std::string(text.data());
}

Value to_base64(Call& call) {
    if (!call[0].is_string()) return needs(call, 0, "a string");
    const std::string& text = call[0].as_string();
    std::string result;
    for (std::size_t at = 0; at < text.size(); at += 3) {
        std::uint32_t bits = 0;
        for (std::size_t index = 0; index < 3; ++index) {
            bits = bits << 8 | (at + index < text.size() ? static_cast<unsigned char>(text[at + index]) : 0U);
        }
        for (std::size_t index = 0; index < 4; ++index) {
            result += at + index > text.size() ? '=' : base64_digits[(bits >> (18 - 6 * index)) & 0x3F];
        }
    }
    return result;
}

Value from_base64(Call& call) {
    if (!call[0].is_string()) return needs(call, 0, "a string");
    std::string_view text = call[0].as_string();
    while (text.ends_with('=')) text.remove_suffix(1);
    std::string result;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        const std::size_t digit = base64_digits.find(c);
        if (digit == std::string_view::npos) return needs(call, 0, "a string in Base64");
        bits = bits << 6 | static_cast<std::uint32_t>(digit);
        count += 6;
        if (count < 8) continue;
        count -= 8;
        result += static_cast<char>(bits >> count & 0xFF);
    }
    return is_utf8(result) ? Value(std::move(result)) : call.null("What is given in Base64 is no text in UTF-8.");
}

Value parse_json(Call& call) {
    if (!call[0].is_string()) return needs(call, 0, "a string");
    auto value = from_json(call[0].as_string());
    return value ? std::move(*value) : call.null(std::move(value).error().text);
}

}  // namespace

void add_camunda_functions(FunctionLibrary& library) {
    library.add("is defined", {"value"}, [](Call& call) -> Value { return !call[0].is_null(); });
    library.add("get or else", {"value", "default"}, [](Call& call) { return call[0].is_null() ? call[1] : call[0]; });
    library.add("assert", {"value", "condition", "cause"}, assert_that, 2);
    library.add("random number", std::vector<std::string>{}, random_number);
    library.add("uuid", std::vector<std::string>{}, uuid);
    library.add("to base64", {"value"}, to_base64);
    library.add("from base64", {"value"}, from_base64);
    library.add("from json", {"value"}, parse_json);
    library.add("to json", {"value"}, [](Call& call) -> Value { return to_json(call[0]); });
    library.add(
        "fromAi", {"value", "description", "type", "schema", "options"}, [](Call& call) { return call[0]; }, 1);
}

}  // namespace dandori::feel
