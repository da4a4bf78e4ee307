#include "adapters/tables/table_task.h"

#include "adapters/worker/japanese_time.h"
#include "adapters/worker/task_headers.h"
#include "engine/table/cells.h"
#include "engine/table/stored_tables.h"

namespace dandori::tables {
namespace {

namespace json = boost::json;
using Act = engine::RowChange::Act;

constexpr std::size_t rows_read_max = 10'000;  ///< into a variable

/// As expressions see a row: every column, null or an empty list where it has no value.
json::object seen_row(const engine::TableDefinition& table, const std::string& cells) {
    const auto values = engine::cells_of(cells);
    json::object row;
    for (const auto& column : table.columns) {
        const auto* value = values.if_contains(column.name);
        row[column.name] = value ? *value : column.type == engine::ColumnType::List ? json::value(json::array()) : json::value(nullptr);
    }
    return row;
}

/// FEEL gives `2026-04-01T09:00:00@Asia/Tokyo`; a table has `2026-04-01T09:00:00+09:00`.
json::value cell_from_feel(const engine::TableColumn& column, const json::value& value) {
    if (column.type != engine::ColumnType::Time || !value.is_string() || instant_from_iso8601(std::string_view(value.get_string()))) return value;
    const auto time = worker::tokyo_time_in(std::string_view(value.get_string()));
    if (!time || !time->minute_of_day) return value;
    const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return json::value(std::to_string(time->year) + "-" + two(static_cast<int>(time->month)) + "-" + two(static_cast<int>(time->day)) + "T" + two(*time->minute_of_day / 60) +
                       ":" + two(*time->minute_of_day % 60) + ":" + two(time->second) + "+09:00");
}

/// The id of a row: its key as text or number, or a context with its key columns.
Result<std::string> row_id_in(const json::value& value, const engine::TableDefinition& table, const std::string& header) {
    if (value.is_string() || value.is_int64() || value.is_uint64()) return engine::cell_text(value);
    std::string id;
    if (value.is_object()) {
        engine::TableCells key;
        for (const auto& column : table.columns)
            if (const auto* cell = value.get_object().if_contains(column.name); cell && column.is_key) key[column.name] = *cell;
        std::vector<engine::CellFault> faults;
        id = engine::row_id_of(table, engine::merged_cells(table, {}, key, faults));
    }
    if (!id.empty()) return id;
    return worker::unusable_header(header, "the key of a row of '" + table.id + "' is needed, or a context with its key columns; found " + json::serialize(value).substr(0, 200) + ".");
}

json::array listed(json::value value) {
    if (value.is_null()) return {};
    if (value.is_array()) return std::move(value.get_array());
    json::array one;
    one.push_back(std::move(value));
    return one;
}

Result<void> add_changes(std::vector<engine::RowChange>& changes, Act act, const std::string& header, json::value given, const engine::TableDefinition& table) {
    for (const json::value& each : listed(std::move(given))) {
        engine::RowChange change;
        change.act = act;
        if (act == Act::Remove) {
            change.row_id = TRY(row_id_in(each, table, header));
            changes.push_back(std::move(change));
            continue;
        }
        if (!each.is_object()) return worker::unusable_header(header, "a context with the row's columns is needed, or a list of such; found " + json::serialize(each).substr(0, 200) + ".");
        json::object cells;
        for (const auto& [name, value] : each.get_object()) {
            const auto* column = table.find(name);
            cells[name] = column ? cell_from_feel(*column, value) : value;
        }
        change.cells.text = json::serialize(cells);
        changes.push_back(std::move(change));
    }
    return {};
}

/// What the headers `key` and `where` choose.
Result<json::value> chosen_rows(const worker::TaskHeaders& headers, const json::object& variables, engine::Reader& reader, const worker::Evaluate& evaluate,
                                const engine::TableDefinition& table) {
    const auto where = TRY(headers.text("where"));
    if (const auto key = TRY(headers.value("key")); !key.is_null() || headers.is_expression("key")) {
        if (where) return worker::unusable_header("where", "'key' names one row already: leave one of the two.");
        if (key.is_null()) return json::value(nullptr);
        const auto row = engine::table_row(reader, table.id, TRY(row_id_in(key, table, "key")));
        return row ? json::value(seen_row(table, row->cells.text)) : json::value(nullptr);
    }
    json::array rows;
    for (const auto& row : engine::table_rows(reader, table.id)) rows.push_back(seen_row(table, row.cells.text));
    if (!where || rows.empty()) return json::value(std::move(rows));
    auto scope = variables;
    scope["rows"] = std::move(rows);
    auto found = evaluate("rows[" + *where + "]", scope);
    if (!found) return worker::unusable_header("where", found.error().text);
    return json::value(listed(std::move(*found)));
}

}  // namespace

Result<TableWork> work_of_job(const engine::ActivatedJob& activated, engine::Reader& reader, const worker::Evaluate& evaluate) {
    auto variables = TRY(worker::object_of(activated.variables));
    const auto custom = TRY(worker::object_of(activated.job.custom_headers));
    const worker::TaskHeaders headers{custom, variables, evaluate};
    const auto id = TRY(headers.text("table"));
    if (!id || id->empty()) return worker::unusable_header("table", "the id of a table is needed.");
    const auto stored = engine::get<engine::DataTable>(reader, *id);
    if (!stored) return fail(Failure::Kind::ResourceNotFound, "There is no table '" + id->substr(0, 100) + "'; a file " + id->substr(0, 100) + ".table.json in a folder of processes is needed.");
    const auto table = engine::definition_of(*stored);
    TableWork work;
    work.conflict_error = TRY(headers.text("conflictError")).value_or("");
    const bool writes = custom.contains("put") || custom.contains("add") || custom.contains("change") || custom.contains("remove");
    const bool reads = custom.contains("key") || custom.contains("where") || !writes;
    if (reads) {
        const auto name = TRY(headers.text("variable")).value_or(custom.contains("key") ? "row" : "rows");
        auto chosen = TRY(chosen_rows(headers, variables, reader, evaluate, table));
        if (chosen.is_array() && chosen.get_array().size() > rows_read_max)
            return fail(Failure::Kind::Bounds, "The table '" + *id + "' gives " + std::to_string(chosen.get_array().size()) + " rows; " + std::to_string(rows_read_max) + " go into a variable. Narrow 'where'.");
        work.variables[name] = chosen;
        variables[name] = std::move(chosen);
    }
    if (!writes) return work;
    // What it read is there for what it writes.
    const worker::TaskHeaders writing{custom, variables, evaluate};
    engine::TableChange change{*id, {}, TRY(writing.text("reason")).value_or(""), {}};
    if (reads) change.seen_version = stored->version;
    for (const auto& [header, act] : {std::pair{"put", Act::Put}, {"add", Act::Add}, {"change", Act::Change}, {"remove", Act::Remove}})
        TRY(add_changes(change.rows, act, header, TRY(writing.value(header)), table));
    if (!change.rows.empty()) work.change = std::move(change);
    return work;
}

}  // namespace dandori::tables
