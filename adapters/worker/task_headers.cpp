#include "adapters/worker/task_headers.h"

namespace dandori::worker {

namespace json = boost::json;

Result<json::object> object_of(const engine::Json& text) {
    boost::system::error_code error;
    auto value = json::parse(text.text.empty() ? "{}" : text.text, error);
    if (error || !value.is_object())
        return fail(Failure::Kind::ExtractValue, "The job's variables or headers are no JSON object.");
    return std::move(value.get_object());
}

std::string text_in(const json::object& variables, std::string_view name) {
    const auto* value = variables.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : "";
}

tl::unexpected<Failure> unusable_header(const std::string& name, const std::string& text) {
    return fail(Failure::Kind::ExtractValue, "Header '" + name + "' of the task: " + text);
}

Result<json::value> TaskHeaders::value(const std::string& name) const {
    const auto* header = headers_.if_contains(name);
    if (!header || !header->is_string()) return json::value(nullptr);
    if (!header->get_string().starts_with('=')) return *header;
    auto outcome = evaluate_(std::string_view(header->get_string()).substr(1), variables_);
    if (!outcome) return unusable_header(name, outcome.error().text);
    return outcome;
}

bool TaskHeaders::is_expression(std::string_view name) const {
    const auto* header = headers_.if_contains(name);
    return header && header->is_string() && header->get_string().starts_with('=');
}

Result<std::optional<std::string>> TaskHeaders::text(const std::string& name) const {
    const auto found = TRY(value(name));
    if (found.is_null()) return std::optional<std::string>{};
    if (!found.is_string()) return unusable_header(name, "it gave " + json::serialize(found) + "; a text is needed.");
    return std::optional(std::string(found.get_string()));
}

}  // namespace dandori::worker
