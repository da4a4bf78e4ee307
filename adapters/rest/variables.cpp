#include "adapters/rest/variable_text.h"

#include "adapters/rest/routes.h"
#include "adapters/rest/rows.h"

namespace dandori::rest {
namespace {

using engine::Variable;

/// The first so many characters of UTF-8; all of it if there are no more.
std::string_view first_characters(std::string_view text, std::size_t count) {
    if (text.size() <= count) return text;
    std::size_t at = 0;
    for (std::size_t seen = 0; at < text.size(); ++at) {
        const bool begins_a_character = (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
        if (begins_a_character && ++seen > count) break;
    }
    return text.substr(0, at);
}

Result<void> search_variables(Call& call) {
    const bool cut = TRY(cuts_values(call));
    auto query = TRY(read_search(shape_of<Variable>(), {.special = truncated_filter}, call.json));
    limit_to_own(query, Variable::table, call.caller);
    const auto found = engine::find<Variable>(call.reader(), query);
    JsonText json;
    json.begin_object().name("items").begin_array();
    for (const auto& variable : found.rows) write_variable(json, variable, cut);
    json.end_array();
    write_page(json, found.total, found.start, found.end, query.sort);
    call.reply.json(json.end_object().take());
    return {};
}

Result<void> get_variable(Call& call) { return answer_row<Variable>(call, "Variable"); }

}  // namespace

Result<bool> cuts_values(const Call& call) { return call.truth_in_query("truncateValues", true); }

Result<bool> truncated_filter(std::string_view name, const boost::json::value& value, engine::Group& group) {
    if (name != "isTruncated") return false;
    if (!value.is_bool()) return fail(Failure::Kind::Syntax, "'filter.isTruncated' must be true or false, found " + described(value) + ".");
    const auto op = value.get_bool() ? engine::Operator::LongerThan : engine::Operator::NotLongerThan;
    group.conditions.push_back({"value", op, {static_cast<std::int64_t>(value_characters_max)}});
    return true;
}

void write_variable(JsonText& json, const Variable& variable, bool cut) {
    json.begin_object();
    const auto shown = cut ? first_characters(variable.value, value_characters_max) : std::string_view(variable.value);
    for (const auto& field : shape_of<Variable>().fields) {
        json.name(field.name);
        if (field.name == "value")
            json.text(shown);
        else
            field.write(json, &variable);
    }
    json.name("isTruncated").truth(shown.size() < variable.value.size()).end_object();
}

std::string variables_text(const std::vector<Variable>& page, std::size_t total, bool cut) {
    JsonText json;
    json.begin_object().name("items").begin_array();
    for (const auto& variable : page) write_variable(json, variable, cut);
    json.end_array();
    write_page(json, static_cast<std::int64_t>(total), {}, {}, {});
    return json.end_object().take();
}

std::vector<Route> variable_routes() {
    return {{"POST", "/variables/search", Who::Admitted, search_variables},
            {"GET", "/variables/{variableKey}", Who::Admitted, get_variable}};
}

}  // namespace dandori::rest
