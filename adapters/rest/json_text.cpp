#include "adapters/rest/json_text.h"

#include "adapters/http/problem.h"

namespace dandori::rest {

void JsonText::separate() {
    if (needs_comma_) text_ += ',';
    needs_comma_ = true;
}

JsonText& JsonText::begin(char bracket) {
    separate();
    text_ += bracket;
    needs_comma_ = false;
    return *this;
}

JsonText& JsonText::end(char bracket) {
    text_ += bracket;
    needs_comma_ = true;
    return *this;
}

JsonText& JsonText::name(std::string_view name) {
    separate();
    text_ += http::json_string(name);
    text_ += ':';
    needs_comma_ = false;
    return *this;
}

JsonText& JsonText::text(std::string_view value) { return raw(http::json_string(value)); }

JsonText& JsonText::number(std::int64_t value) { return raw(std::to_string(value)); }

JsonText& JsonText::key(std::int64_t value) { return raw('"' + std::to_string(value) + '"'); }

JsonText& JsonText::raw(std::string_view json) {
    separate();
    text_ += json;
    return *this;
}

}  // namespace dandori::rest
