#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace dandori::rest {

/// Writes JSON from front to end: `json.begin_object().name("key").key(5).end_object()`. Whoever writes sees to it that
/// names and values alternate; commas are set here.
class JsonText {
  public:
    JsonText& begin_object() { return begin('{'); }
    JsonText& end_object() { return end('}'); }
    JsonText& begin_array() { return begin('['); }
    JsonText& end_array() { return end(']'); }
    JsonText& name(std::string_view name);
    JsonText& text(std::string_view value);
    JsonText& number(std::int64_t value);
    JsonText& truth(bool value) { return raw(value ? "true" : "false"); }
    JsonText& null() { return raw("null"); }
    /// A key: a number in quotes, because 64 bits are too many for JavaScript.
    JsonText& key(std::int64_t value);
    /// Text that is JSON already.
    JsonText& raw(std::string_view json);

    std::string take() { return std::move(text_); }

  private:
    JsonText& begin(char bracket);
    JsonText& end(char bracket);
    void separate();

    std::string text_;
    bool needs_comma_ = false;
};

}  // namespace dandori::rest
