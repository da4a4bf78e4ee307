#include "adapters/tables/asked_table.h"

#include <boost/json.hpp>
#include <charconv>

#include "adapters/tables/routes.h"
#include "engine/table/stored_tables.h"

namespace dandori::tables {

namespace json = boost::json;

http::Handler for_table(engine::Engine& engine, http::Guard& guard, AnsweringTable answer) {
    return [&engine, &guard, answer = std::move(answer)](const http::Request& request, const http::Respond& respond) {
        const auto caller = guard.admit(request);
        if (!caller) return respond(caller.error());
        const auto row = engine::get<engine::DataTable>(engine.reader(), request.parameters.at("tableId"));
        const auto definition = row ? std::optional(engine::definition_of(*row)) : std::nullopt;
        if (!definition || !engine::may_read(*definition, caller->actor ? &*caller->actor : nullptr))
            return respond(http::refusal(request, 404, "表が見つからないか、見る権限がありません。", "There is no such table, or you may not see it."));
        respond(answer({request, caller->actor, engine, *row, *definition}));
    };
}

tl::expected<std::int64_t, http::Response> number_in_query(const http::Request& request, std::string_view name, std::int64_t otherwise, std::int64_t most) {
    const auto text = request.query_parameter(name);
    if (!text) return otherwise;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (error == std::errc{} && end == text->data() + text->size() && number >= 0 && number <= most) return number;
    const std::string given(name), limit = std::to_string(most);
    return tl::unexpected(http::refusal(request, 400, given + " は 0 から " + limit + " までの整数です。", "'" + given + "' must be a whole number from 0 to " + limit + "."));
}

tl::expected<std::int32_t, http::Response> version_in_query(const AskedTable& asked, std::string_view name, std::int32_t otherwise) {
    const auto version = number_in_query(asked.request, name, otherwise, INT32_MAX);
    if (!version) return tl::unexpected(version.error());
    if (*version >= 1 && *version <= asked.row.version) return static_cast<std::int32_t>(*version);
    const auto given = std::to_string(*version), newest = std::to_string(asked.row.version);
    return tl::unexpected(http::refusal(asked.request, 404, "版 " + given + " はありません。1 から " + newest + " まであります。", "There is no version " + given + "; there are 1 to " + newest + "."));
}

json::value json_of_cells(const std::optional<engine::Json>& cells) { return cells ? json::parse(cells->text) : json::value(nullptr); }

json::object json_of_differences(const std::vector<engine::RowDifference>& differences) {
    json::array items;
    int added = 0, changed = 0, removed = 0;
    for (const auto& each : differences) {
        const auto [act, count] = !each.before ? std::pair{"ADDED", &added} : each.after ? std::pair{"CHANGED", &changed} : std::pair{"REMOVED", &removed};
        ++*count;
        items.push_back(json::object{{"rowId", each.row_id},
                                     {"idBefore", each.id_before ? json::value(*each.id_before) : json::value(nullptr)},
                                     {"act", act},
                                     {"before", json_of_cells(each.before)},
                                     {"after", json_of_cells(each.after)}});
    }
    return {{"differences", std::move(items)}, {"added", added}, {"changed", changed}, {"removed", removed}};
}

void add_routes(http::Router& router, engine::Engine& engine, http::Guard& guard) {
    add_reading_routes(router, engine, guard);
    add_changing_routes(router, engine, guard);
}

}  // namespace dandori::tables
