#include "adapters/http/multipart.h"

#include "adapters/http/target.h"
#include "adapters/http/text.h"
#include "adapters/http/utf8.h"

namespace dandori::http {
namespace {

tl::unexpected<std::string> refuse_form(std::string text) { return tl::unexpected<std::string>(std::move(text)); }

struct Parameter {
    std::string name;
    std::string value;
};

/// What follows a value in a header field: `; name=token; other="quoted"`. Reading stops where it makes no sense.
std::vector<Parameter> parameters_of(std::string_view field) {
    std::vector<Parameter> parameters;
    auto at = field.find(';');
    while (at < field.size()) {
        const auto equals = field.find('=', ++at);
        if (equals == std::string_view::npos) break;
        Parameter parameter{std::string(trimmed(field.substr(at, equals - at))), {}};
        at = field.find_first_not_of(" \t", equals + 1);
        if (at == std::string_view::npos) break;
        if (field[at] == '"') {
            // A backslash is taken as it is but before a quote: browsers send Windows paths without escaping them.
            for (++at; at < field.size() && field[at] != '"'; ++at) {
                if (field[at] == '\\' && at + 1 < field.size() && field[at + 1] == '"') ++at;
                parameter.value += field[at];
            }
            if (at >= field.size()) break;
            at = field.find(';', at);
        } else {
            const auto end = field.find(';', at);
            parameter.value = std::string(trimmed(field.substr(at, end == std::string_view::npos ? end : end - at)));
            at = end;
        }
        parameters.push_back(std::move(parameter));
    }
    return parameters;
}

const std::string* find_parameter(const std::vector<Parameter>& parameters, std::string_view name) {
    for (const auto& parameter : parameters)
        if (equal_in_any_case(parameter.name, name)) return &parameter.value;
    return nullptr;
}

/// RFC 8187: `UTF-8''%E8%A8%98`.
std::optional<std::string> extended_value(std::string_view text) {
    const auto charset_end = text.find('\'');
    if (charset_end == std::string_view::npos || !equal_in_any_case(text.substr(0, charset_end), "UTF-8")) return {};
    const auto language_end = text.find('\'', charset_end + 1);
    if (language_end == std::string_view::npos) return {};
    return percent_decoded(text.substr(language_end + 1));
}

std::string without_path(std::string name) {
    const auto slash = name.find_last_of("/\\");
    return slash == std::string::npos ? name : name.substr(slash + 1);
}

/// Reads the header of a part; what it is not asked for is passed over.
std::optional<std::string> read_part_header(std::string_view header, Part& part) {
    bool is_form_data = false;
    while (!header.empty()) {
        const auto end = header.find("\r\n");
        const auto line = header.substr(0, end);
        header.remove_prefix(end == std::string_view::npos ? header.size() : end + 2);
        const auto colon = line.find(':');
        if (colon == std::string_view::npos) return "A line in a part's header has no colon.";
        const auto name = line.substr(0, colon);
        const auto value = trimmed(line.substr(colon + 1));
        if (equal_in_any_case(name, "Content-Type")) part.content_type = std::string(value);
        if (!equal_in_any_case(name, "Content-Disposition")) continue;
        if (!equal_in_any_case(media_type(value), "form-data"))
            return "A part's Content-Disposition is not 'form-data'.";
        const auto parameters = parameters_of(value);
        if (const auto* it = find_parameter(parameters, "name")) {
            part.name = *it;
            is_form_data = true;
        }
        if (const auto* it = find_parameter(parameters, "filename")) part.file_name = without_path(*it);
        if (const auto* it = find_parameter(parameters, "filename*"))
            if (auto decoded = extended_value(*it)) part.file_name = without_path(std::move(*decoded));
    }
    if (!is_form_data) return "A part has no name: 'Content-Disposition: form-data; name=\"...\"' is needed.";
    if (!is_utf8(part.name) || (part.file_name && !is_utf8(*part.file_name)) || !is_utf8(part.content_type))
        return "The names in a part's header are not UTF-8.";
    return {};
}

tl::expected<std::string, std::string> boundary_of(std::string_view content_type) {
    if (!equal_in_any_case(media_type(content_type), "multipart/form-data"))
        return refuse_form("The body is '" + std::string(media_type(content_type)) +
                           "'; 'multipart/form-data' is needed.");
    const auto parameters = parameters_of(content_type);
    const auto* boundary = find_parameter(parameters, "boundary");
    if (!boundary || boundary->empty() || boundary->size() > 70)
        return refuse_form("The Content-Type 'multipart/form-data' needs a boundary of 1 to 70 characters.");
    return *boundary;
}

}  // namespace

tl::expected<std::vector<Part>, std::string> read_multipart(std::string_view content_type, std::string_view body,
                                                            const MultipartLimits& limits) {
    const auto boundary = boundary_of(content_type);
    if (!boundary) return refuse_form(boundary.error());
    const std::string first = "--" + *boundary;
    const std::string delimiter = "\r\n" + first;

    // RFC 2046, 5.1.1: what is before the first delimiter is nobody's.
    std::size_t at = 0;
    if (!body.starts_with(first)) {
        at = body.find(delimiter);
        if (at == std::string_view::npos)
            return refuse_form("The boundary named in the Content-Type does not come up in the body.");
        at += 2;
    }
    at += first.size();

    std::vector<Part> parts;
    while (!body.substr(at).starts_with("--")) {
        at = body.find_first_not_of(" \t", at);
        if (at == std::string_view::npos || !body.substr(at).starts_with("\r\n"))
            return refuse_form("The body ends within a part, or a boundary is not followed by the end of its line.");
        at += 2;
        if (parts.size() == limits.parts_max)
            return refuse_form("The body has more than " + std::to_string(limits.parts_max) + " parts.");
        Part part{{}, {}, "text/plain", {}};
        // A part without any header would begin with the empty line itself; it has no name, so it is refused below.
        const auto header_end = body.substr(at).starts_with("\r\n") ? at : body.find("\r\n\r\n", at);
        if (header_end == std::string_view::npos) return refuse_form("The body ends within the header of a part.");
        if (header_end - at > limits.part_header_bytes_max)
            return refuse_form("The header of a part is longer than " + std::to_string(limits.part_header_bytes_max) +
                               " bytes.");
        if (auto fault = read_part_header(body.substr(at, header_end - at), part))
            return refuse_form(std::move(*fault));
        // With an empty content the delimiter's line end may be the one that ends the header.
        const auto content = std::min(header_end + 4, body.size());
        const auto end = body.find(delimiter, header_end + 2);
        if (end == std::string_view::npos)
            return refuse_form("The body ends within a part: the closing boundary is missing.");
        part.content = end < content ? std::string_view{} : body.substr(content, end - content);
        parts.push_back(std::move(part));
        at = end + delimiter.size();
    }
    return parts;
}

}  // namespace dandori::http
