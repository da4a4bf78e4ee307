#include "engine/table/stored_tables.h"

#include <stdexcept>

namespace dandori::engine {
namespace {

Query rows_of(const std::string& table_id) { return Query{}.where_equals("tableId", table_id); }

}  // namespace

TableDefinition definition_of(const DataTable& table) {
    auto definition = read_table_definition(table.definition.text);
    if (!definition) throw std::runtime_error("The store holds a definition of table '" + table.id + "' that can't be read: " + definition.error().text);
    return std::move(*definition);
}

std::vector<DataTableRow> table_rows(Reader& reader, const std::string& table_id, std::optional<std::int32_t> version) {
    auto query = rows_of(table_id);
    if (version) {
        Group stands, stood;
        stands.conditions.push_back({"untilVersion", Operator::NotExists, {}});
        query.where("fromVersion", Operator::LessOrEqual, {to_cell(*version)});
        stood.conditions.push_back({"untilVersion", Operator::Greater, {to_cell(*version)}});
        query.any_of.push_back({std::move(stands), std::move(stood)});
    } else {
        query.where("untilVersion", Operator::NotExists);
    }
    return find<DataTableRow>(reader, query.sorted_by("position").first(table_rows_max)).rows;
}

std::optional<DataTableRow> table_row(Reader& reader, const std::string& table_id, const std::string& row_id) {
    auto found = find<DataTableRow>(reader, rows_of(table_id).where_equals("rowId", row_id).where("untilVersion", Operator::NotExists).first(1)).rows;
    if (found.empty()) return {};
    return std::move(found.front());
}

}  // namespace dandori::engine
