#include "adapters/http/json_body.h"

#include <algorithm>
#include <boost/json.hpp>

#include "adapters/http/problem.h"
#include "adapters/http/text.h"

namespace dandori::http {
namespace {

bool is_json(std::string_view type) {
    return equal_in_any_case(type, "application/json") ||
           (type.size() > 5 && equal_in_any_case(type.substr(type.size() - 5), "+json"));
}

std::string place_of(std::string_view text, std::size_t at) {
    const auto before = text.substr(0, at);
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const auto line_start = before.rfind('\n');
    const auto column = line_start == std::string_view::npos ? at + 1 : at - line_start;
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

void skip_space(std::string_view text, std::size_t& at) {
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t' || text[at] == '\n' || text[at] == '\r')) ++at;
}

/// From the opening quote to behind the closing one.
void skip_string(std::string_view text, std::size_t& at) {
    for (++at; at < text.size() && text[at] != '"'; ++at)
        if (text[at] == '\\') ++at;
    ++at;
}

void skip_value(std::string_view text, std::size_t& at) {
    std::size_t depth = 0;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '"') {
            skip_string(text, at);
            --at;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            if (depth == 0) return;
            --depth;
        } else if (c == ',' && depth == 0) {
            return;
        }
    }
}

}  // namespace

tl::expected<boost::json::value, Response> json_body(const Request& request) {
    if (trimmed(request.body).empty()) return boost::json::value{};
    const auto type = media_type(request.header("Content-Type").value_or("application/json"));
    if (!is_json(type)) {
        return tl::unexpected(
            problem(415, "The body is '" + std::string(type) + "'; 'application/json' is needed.", request));
    }
    boost::json::parse_options options;
    options.max_depth = json_depth_max;
    boost::json::stream_parser parser({}, options);
    boost::system::error_code error;
    const auto read = parser.write_some(request.body, error);
    if (!error && !parser.done()) parser.finish(error);
    const auto rest = std::string_view(request.body).substr(std::min(read, request.body.size()));
    if (error || rest.find_first_not_of(" \t\r\n") != std::string_view::npos) {
        const auto why = error ? error.message() : std::string("something stands behind its end");
        return tl::unexpected(problem(400, "Bad Request",
                                      "The body is not JSON: " + why + ", " + place_of(request.body, read) + ".",
                                      request.path));
    }
    return parser.release();
}

std::optional<std::string_view> json_member_text(std::string_view object, std::string_view name) {
    std::optional<std::string_view> found;
    std::size_t at = object.find('{');
    if (at == std::string_view::npos) return {};
    for (++at; at < object.size();) {
        skip_space(object, at);
        if (at >= object.size() || object[at] != '"') break;
        const auto name_start = at;
        skip_string(object, at);
        const auto written = object.substr(name_start, std::min(at, object.size()) - name_start);
        skip_space(object, at);
        ++at;
        skip_space(object, at);
        const auto start = std::min(at, object.size());
        skip_value(object, at);
        auto value = object.substr(start, std::min(at, object.size()) - start);
        value = value.substr(0, value.find_last_not_of(" \t\r\n") + 1);
        // A name may be written with escapes; that is rare enough to be read by the library.
        const bool same =
            written.find('\\') == std::string_view::npos ? written.substr(1, written.size() - 2) == name : [&] {
                boost::system::error_code error;
                const auto text = boost::json::parse(written, error);
                return !error && text.is_string() && std::string_view(text.as_string()) == name;
            }();
        if (same) found = value;
        ++at;
    }
    return found;
}

std::vector<std::string_view> json_element_texts(std::string_view array) {
    std::vector<std::string_view> elements;
    std::size_t at = array.find('[');
    if (at == std::string_view::npos) return elements;
    for (++at; at < array.size(); ++at) {
        skip_space(array, at);
        const auto start = at;
        skip_value(array, at);
        auto element = array.substr(start, std::min(at, array.size()) - start);
        element = element.substr(0, element.find_last_not_of(" \t\r\n") + 1);
        if (!element.empty()) elements.push_back(element);
        if (at < array.size() && array[at] != ',') break;
    }
    return elements;
}

}  // namespace dandori::http
