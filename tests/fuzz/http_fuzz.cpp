// What a request carries, from anywhere: whatever its bytes, reading ends, and what was read is text within the bounds.
#include <boost/json.hpp>
#include <cstdint>
#include <cstdlib>

#include "adapters/http/json_body.h"
#include "adapters/http/multipart.h"
#include "adapters/http/target.h"
#include "adapters/http/utf8.h"

namespace {

using namespace dandori::http;

void require(bool holds) {
    if (!holds) std::abort();
}

void read_as_target(std::string_view input) {
    const auto target = read_target(input);
    if (!target) return require(!target.error().empty());
    require(target->path.starts_with('/') && is_utf8(target->path));
    require(target->path.find("/../") == std::string::npos && target->path.find('\0') == std::string::npos);
    for (const auto& [name, value] : target->query) require(is_utf8(name) && is_utf8(value));
}

void read_as_form(std::string_view input) {
    for (const auto& type : {std::string("multipart/form-data; boundary=x"),
                             "multipart/form-data; " + std::string(input.substr(0, 100))}) {
        const auto parts = read_multipart(type, input, {.parts_max = 10, .part_header_bytes_max = 200});
        if (!parts) continue;
        require(parts->size() <= 10);
        for (const Part& part : *parts) {
            require(is_utf8(part.name) && (!part.file_name || part.file_name->find('/') == std::string::npos));
            require(part.content.empty() || (part.content.data() >= input.data() &&
                                             part.content.data() + part.content.size() <= input.data() + input.size()));
        }
    }
}

bool means(std::string_view text, const boost::json::value& value) {
    boost::json::parse_options options;
    options.max_depth = json_depth_max;
    return boost::json::parse(text, {}, options) == value;
}

/// A member's text must be JSON again, and mean what the library read in its place.
void read_as_json(std::string_view input) {
    Request request;
    request.body = std::string(input);
    const auto body = json_body(request);
    if (!body || !body->is_object()) return;
    for (const auto& [name, value] : body->get_object()) {
        const auto text = json_member_text(input, name);
        require(text.has_value() && means(*text, value));
        if (!value.is_array()) continue;
        const auto elements = json_element_texts(*text);
        require(elements.size() == value.get_array().size());
        for (std::size_t i = 0; i < elements.size(); ++i) require(means(elements[i], value.get_array()[i]));
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string input(reinterpret_cast<const char*>(data), size);
    read_as_target(input);
    read_as_form(input);
    read_as_json(input);
    Request request;
    request.headers = {{"Cookie", input}};
    (void)request.cookie("session");
    return 0;
}
