#include "engine/runtime/tables_after.h"

#include <algorithm>

#include "engine/table/stored_tables.h"

namespace dandori::engine {
namespace {

constexpr int single_look_ups_max = 50;  ///< more: the table is read as a whole
constexpr std::size_t referring_rows_told_max = 20;

}  // namespace

void Partition::TablesAfter::change(TableDefinition definition, RowsAfter rows) {
    changed_[definition.id] = std::move(rows);
    auto id = definition.id;
    definitions_.insert_or_assign(std::move(id), std::move(definition));
}

const TableDefinition* Partition::TablesAfter::definition(const std::string& table_id) {
    if (const auto found = definitions_.find(table_id); found != definitions_.end()) return &found->second;
    const auto table = partition_.data_tables_.get(partition_.store_, table_id);
    return table ? &definitions_.emplace(table_id, definition_of(*table)).first->second : nullptr;
}

const std::map<std::string, TableDefinition>& Partition::TablesAfter::definitions() {
    if (!has_all_definitions_) {
        for (const auto& [id, table] : partition_.all_tables())
            if (!definitions_.contains(id)) definitions_.emplace(id, definition_of(table));
    }
    has_all_definitions_ = true;
    return definitions_;
}

const std::map<std::string, TableCells>& Partition::TablesAfter::rows(const std::string& table_id) {
    const auto [at, is_new] = rows_.try_emplace(table_id);
    if (!is_new) return at->second;
    for (const auto& [id, row] : partition_.standing_rows(table_id)) at->second.emplace(id, cells_of(row.cells.text));
    if (const auto changed = changed_.find(table_id); changed != changed_.end()) {
        for (const auto& [id, cells] : changed->second) {
            if (cells) at->second.insert_or_assign(id, *cells);
            else at->second.erase(id);
        }
    }
    return at->second;
}

bool Partition::TablesAfter::has(const TableDefinition& table, const TableColumn& column, const std::string& value) {
    const bool is_row_id = table.is_only_key(column.name);
    if (is_row_id && !rows_.contains(table.id)) {
        if (const auto changed = changed_.find(table.id); changed != changed_.end()) {
            if (const auto row = changed->second.find(value); row != changed->second.end()) return row->second.has_value();
        }
        const std::vector<std::string> only{value};
        if (++looked_up_[table.id] <= single_look_ups_max) return !partition_.standing_rows(table.id, &only).empty();
    }
    if (is_row_id) return rows(table.id).contains(value);
    const auto [at, is_new] = columns_.try_emplace({table.id, column.name});
    if (is_new) {
        for (const auto& [id, cells] : rows(table.id))
            for (auto& each : values_in(cells, column)) at->second.insert(std::move(each));
    }
    return at->second.contains(value);
}

void Partition::TablesAfter::check_definitions(std::vector<std::string>& faults) {
    for (const auto& [id, table] : definitions()) {
        for (const TableColumn& column : table.columns) {
            if (!column.refers_to) continue;
            const auto& reference = *column.refers_to;
            const TableDefinition* other = definition(reference.table);
            const auto place = "The table '" + id + "', column '" + column.name + "': refersTo names ";
            if (!other) faults.push_back(place + "'" + reference.table + "', and there is no such table.");
            else if (!reference.column.empty() && !other->find(reference.column))
                faults.push_back(place + "the column '" + reference.column + "' that '" + reference.table + "' doesn't have.");
            else if (!other->referred(reference))
                faults.push_back(place + "'" + reference.table + "', which has several key columns: name one, as in '" + reference.table + "." + other->columns.front().name + "'.");
        }
    }
}

void Partition::TablesAfter::check_around(const std::string& table_id, std::vector<TableProblem>& problems) {
    for (const auto& [id, table] : definitions()) {
        const bool refers = std::ranges::any_of(table.columns, [&](const TableColumn& column) { return column.refers_to && column.refers_to->table == table_id; });
        if (refers || id == table_id) check_forward(id, rows(id), problems);
    }
}

template <class Rows>
void Partition::TablesAfter::check_forward(const std::string& table_id, const Rows& changed, std::vector<TableProblem>& problems) {
    const TableDefinition& table = *definition(table_id);
    for (const TableColumn& column : table.columns) {
        const TableDefinition* other = column.refers_to ? definition(column.refers_to->table) : nullptr;
        const TableColumn* referred = other ? other->referred(*column.refers_to) : nullptr;
        if (!referred) continue;
        for (const auto& [id, row] : changed) {
            const TableCells* cells = nullptr;
            if constexpr (std::is_same_v<Rows, RowsAfter>) cells = row ? &*row : nullptr;
            else cells = &row;
            if (!cells) continue;
            for (const auto& value : values_in(*cells, column)) {
                if (has(*other, *referred, value)) continue;
                problems.push_back({TableProblem::Kind::Reference, id, column.name,
                                    "「" + value + "」は表「" + other->title + "」（" + other->id + "）の列 " + referred->name + " にありません。先にそちらへ加えるか、ここを直してください。",
                                    "'" + value + "' is not in the column " + referred->name + " of the table '" + other->id + "': add it there first, or mend it here."});
            }
        }
    }
}

void Partition::TablesAfter::check_backward(const std::string& table_id, const std::map<std::string, TableCells>& before, std::vector<TableProblem>& problems) {
    const TableDefinition& table = *definition(table_id);
    const RowsAfter& changed = changed_[table_id];
    // Which values of a column go, each with the row that had it.
    const auto gone_from = [&](const TableColumn& column) {
        std::map<std::string, std::string> gone;
        for (const auto& [id, cells] : before) {
            const auto after = changed.find(id);
            if (after == changed.end()) continue;
            for (auto& value : values_in(cells, column))
                if (!has(table, column, value)) gone.emplace(std::move(value), id);
        }
        return gone;
    };
    std::map<std::string, std::map<std::string, std::string>> gone_by_column;
    for (const auto& [other_id, other] : definitions()) {
        for (const TableColumn& column : other.columns) {
            const TableColumn* referred = column.refers_to && column.refers_to->table == table_id ? table.referred(*column.refers_to) : nullptr;
            if (!referred) continue;
            const auto [at, is_new] = gone_by_column.try_emplace(referred->name);
            if (is_new) at->second = gone_from(*referred);
            if (at->second.empty()) continue;
            std::size_t told = 0;
            for (const auto& [id, cells] : rows(other_id)) {
                for (const auto& value : values_in(cells, column)) {
                    const auto gone = at->second.find(value);
                    if (gone == at->second.end() || ++told > referring_rows_told_max) continue;
                    problems.push_back({TableProblem::Kind::Reference, gone->second, referred->name,
                                        "「" + value + "」は表「" + other.title + "」（" + other_id + "）の行 " + id + " の列 " + column.name + " から参照されています。先にそちらを直してください。",
                                        "'" + value + "' is referred to by the table '" + other_id + "', row " + id + ", column " + column.name + ": mend that first."});
                }
            }
        }
    }
}

}  // namespace dandori::engine
