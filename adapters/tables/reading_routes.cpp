#include <algorithm>
#include <boost/json.hpp>

#include "adapters/tables/asked_table.h"
#include "adapters/tables/file_rows.h"
#include "engine/table/cells.h"
#include "engine/table/stored_tables.h"

namespace dandori::tables {
namespace {

namespace json = boost::json;

constexpr std::int64_t rows_shown_max = 1'000;
constexpr std::size_t tables_shown_max = 1'000;

json::value text_or_nothing(const std::string& text) { return text.empty() ? json::value(nullptr) : json::value(text); }
template <class T>
json::value optional_text(const std::optional<T>& text) {
    return text ? json::value(*text) : json::value(nullptr);
}

json::object json_of_table(const engine::DataTable& row, const engine::TableDefinition& table, bool is_editable) {
    return {{"tableId", row.id}, {"title", table.title}, {"titleEn", text_or_nothing(table.title_en)}, {"description", text_or_nothing(table.description)},
            {"descriptionEn", text_or_nothing(table.description_en)}, {"version", row.version}, {"rowCount", row.row_count}, {"changedAt", to_iso8601(row.changed_at)},
            {"isEditable", is_editable}, {"hasOffer", row.offered_file.has_value()}, {"processes", json::value_from(table.processes)}};
}

json::array json_of_columns(const engine::TableDefinition& table) {
    json::array columns;
    for (const auto& column : table.columns) {
        json::array values;
        for (const auto& each : column.values)
            values.push_back(json::object{{"value", each.value}, {"title", text_or_nothing(each.title)}, {"titleEn", text_or_nothing(each.title_en)}});
        json::value refers;
        if (column.refers_to) refers = json::object{{"tableId", column.refers_to->table}, {"column", text_or_nothing(column.refers_to->column)}};
        columns.push_back(json::object{{"name", column.name}, {"title", text_or_nothing(column.title)}, {"titleEn", text_or_nothing(column.title_en)}, {"type", engine::name_of(column.type)},
                                       {"isKey", column.is_key}, {"isRequired", column.is_required}, {"refersTo", std::move(refers)}, {"values", std::move(values)}});
    }
    return columns;
}

std::string in_small_letters(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return text;
}

bool has_text(const engine::TableCells& cells, const std::string& wanted) {
    return std::ranges::any_of(cells, [&](const auto& cell) { return in_small_letters(engine::cell_text(cell.value())).find(wanted) != std::string::npos; });
}

http::Response answer_rows(const AskedTable& asked) {
    const auto version = version_in_query(asked, "version", asked.row.version);
    if (!version) return version.error();
    const auto from = number_in_query(asked.request, "from", 0, static_cast<std::int64_t>(engine::table_rows_max)), limit = number_in_query(asked.request, "limit", 100, rows_shown_max);
    if (!from || !limit) return from ? limit.error() : from.error();
    const auto search = in_small_letters(std::string(asked.request.query_parameter("search").value_or("")));
    const auto name = asked.request.query_parameter("column");
    const auto* column = name ? asked.definition.find(*name) : nullptr;
    if (name && !column) {
        const auto shown = std::string(name->substr(0, 100));
        return http::refusal(asked.request, 400, "この表に列「" + shown + "」はありません。", "The table has no column '" + shown + "'.");
    }
    const std::string value(asked.request.query_parameter("value").value_or(""));
    json::array items;
    std::int64_t total = 0;
    for (const auto& row : engine::table_rows(asked.engine.reader(), asked.row.id, *version)) {
        auto cells = engine::cells_of(row.cells.text);
        if (!search.empty() && !has_text(cells, search)) continue;
        if (column) {
            const auto values = engine::values_in(cells, *column);
            if (value.empty() ? !values.empty() : std::ranges::find(values, value) == values.end()) continue;
        }
        if (total++ < *from || static_cast<std::int64_t>(items.size()) == *limit) continue;
        items.push_back(json::object{{"rowId", row.row_id}, {"fromVersion", row.from_version}, {"cells", std::move(cells)}});
    }
    return http::json_answer(200, json::object{{"version", *version}, {"total", total}, {"items", std::move(items)}});
}

http::Response answer_versions(const AskedTable& asked) {
    const auto from = number_in_query(asked.request, "from", 0, INT32_MAX), limit = number_in_query(asked.request, "limit", 100, rows_shown_max);
    if (!from || !limit) return from ? limit.error() : from.error();
    auto query = engine::Query{}.where_equals("tableId", asked.row.id).sorted_by("version", true).first(static_cast<std::size_t>(*limit));
    query.from = static_cast<std::size_t>(*from);
    query.count_total = true;
    const auto found = engine::find<engine::DataTableVersion>(asked.engine.reader(), query);
    json::array items;
    for (const auto& row : found.rows) {
        items.push_back(json::object{{"version", row.version}, {"madeAt", to_iso8601(row.made_at)}, {"madeBy", optional_text(row.made_by)}, {"origin", engine::name_of(row.origin)},
                                     {"reason", text_or_nothing(row.reason)}, {"added", row.added}, {"changed", row.changed}, {"removed", row.removed},
                                     {"isRedefined", row.definition.has_value()}, {"processDefinitionId", optional_text(row.process_definition_id)},
                                     {"processInstanceKey", row.process_instance_key ? json::value(std::to_string(row.process_instance_key->value)) : json::value(nullptr)},
                                     {"caseNo", optional_text(row.case_no)}, {"elementId", optional_text(row.element_id)}});
    }
    return http::json_answer(200, json::object{{"total", found.total}, {"items", std::move(items)}});
}

http::Response answer_differences(const AskedTable& asked) {
    const auto to = version_in_query(asked, "to", asked.row.version);
    if (!to) return to.error();
    const auto from = number_in_query(asked.request, "from", *to - 1, *to);
    if (!from) return from.error();
    std::map<std::string, engine::Json> before;
    if (*from > 0)
        for (auto& row : engine::table_rows(asked.engine.reader(), asked.row.id, static_cast<std::int32_t>(*from))) before.emplace(row.row_id, std::move(row.cells));
    std::vector<engine::RowDifference> differences;
    for (auto& row : engine::table_rows(asked.engine.reader(), asked.row.id, *to)) {
        const auto was = before.find(row.row_id);
        if (was == before.end()) {
            differences.push_back({row.row_id, {}, {}, std::move(row.cells)});
            continue;
        }
        if (was->second != row.cells) differences.push_back({row.row_id, {}, was->second, std::move(row.cells)});
        before.erase(was);
    }
    for (auto& [id, cells] : before) differences.push_back({id, {}, std::move(cells), {}});
    auto answer = json_of_differences(differences);
    answer["from"] = *from;
    answer["to"] = *to;
    return http::json_answer(200, answer);
}

http::Response answer_export(const AskedTable& asked) {
    const auto version = version_in_query(asked, "version", asked.row.version);
    if (!version) return version.error();
    const auto encoding = asked.request.query_parameter("encoding").value_or("utf-8");
    if (encoding != "utf-8" && encoding != "cp932") return http::refusal(asked.request, 400, "encoding は utf-8 か cp932 です。", "'encoding' must be utf-8 or cp932.");
    std::vector<engine::Json> cells;
    for (auto& row : engine::table_rows(asked.engine.reader(), asked.row.id, *version)) cells.push_back(std::move(row.cells));
    auto text = write_csv_rows(asked.definition, cells, encoding == "cp932" ? spreadsheet::CsvEncoding::Cp932 : spreadsheet::CsvEncoding::Utf8WithMark);
    if (!text) return http::refusal(asked.request, text.error());
    return {200, {{"Content-Type", encoding == "cp932" ? "text/csv; charset=Shift_JIS" : "text/csv; charset=utf-8"}, {"Cache-Control", "no-store"},
                  {"Content-Disposition", "attachment; filename=\"" + asked.row.id + ".csv\""}}, std::move(*text)};
}

http::Response answer_table(const AskedTable& asked) {
    auto answer = json_of_table(asked.row, asked.definition, asked.is_editable());
    answer["columns"] = json_of_columns(asked.definition);
    answer["readers"] = json::value_from(asked.definition.readers);
    answer["editors"] = json::value_from(asked.definition.editors);
    return http::json_answer(200, answer);
}

}  // namespace

void add_reading_routes(http::Router& router, engine::Engine& engine, http::Guard& guard) {
    router.add("GET", "/api/tables", [&engine, &guard](const http::Request& request, const http::Respond& respond) {
        const auto caller = guard.admit(request);
        if (!caller) return respond(caller.error());
        const auto* actor = caller->actor ? &*caller->actor : nullptr;
        json::array items;
        for (const auto& row : engine::find<engine::DataTable>(engine.reader(), engine::Query{}.first(tables_shown_max)).rows) {
            const auto definition = engine::definition_of(row);
            if (engine::may_read(definition, actor)) items.push_back(json_of_table(row, definition, engine::may_edit(definition, actor)));
        }
        respond(http::json_answer(200, json::object{{"items", std::move(items)}}));
    });
    router.add("GET", "/api/tables/{tableId}", for_table(engine, guard, answer_table));
    router.add("GET", "/api/tables/{tableId}/rows", for_table(engine, guard, answer_rows));
    router.add("GET", "/api/tables/{tableId}/versions", for_table(engine, guard, answer_versions));
    router.add("GET", "/api/tables/{tableId}/differences", for_table(engine, guard, answer_differences));
    router.add("GET", "/api/tables/{tableId}/export", for_table(engine, guard, answer_export));
}

}  // namespace dandori::tables
