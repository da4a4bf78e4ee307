#include "adapters/sql/table_text.h"

#include <algorithm>
#include <array>

namespace dandori::sql {
namespace {

using engine::FieldKind;
using engine::FieldType;
using engine::FieldUse;
using engine::RowKind;

template <class Range, class ToText>
std::string joined(const Range& range, std::string_view separator, ToText&& to_text) {
    std::string text;
    for (const auto& each : range) {
        if (!text.empty()) text += separator;
        text += to_text(each);
    }
    return text;
}

/// A constant of our own code as SQL text.
std::string literal(const engine::Cell& cell) {
    if (const auto* number = std::get_if<std::int64_t>(&cell)) return std::to_string(*number);
    if (const auto* truth = std::get_if<bool>(&cell)) return *truth ? "TRUE" : "FALSE";
    if (const auto* text = std::get_if<std::string>(&cell)) {
        std::string result = "'";
        for (const char c : *text) result += c == '\'' ? "''" : std::string(1, c);
        return result + "'";
    }
    return "NULL";
}

std::string column_definition(const FieldKind& field, const Dialect& dialect) {
    return column_name(field.name) + " " + dialect.column_type(field.type) + (field.nullable ? "" : " NOT NULL");
}

/// Rows that can't be without a process instance refer to it; those that belong to a definition only, to that. More
/// references would cost a look-up for each row written, and say nothing that these don't.
std::string reference_of(const RowKind& kind, const Dialect& dialect) {
    if (!dialect.has_references()) return "";
    for (const auto& [field_name, table] : {std::pair{"processInstanceKey", "process_instance"},
                                            std::pair{"processDefinitionKey", "process_definition"}}) {
        if (kind.table == table) continue;
        for (const FieldKind& field : kind.fields)
            if (field.name == field_name && !field.nullable)
                return ", FOREIGN KEY (" + column_name(field_name) + ") REFERENCES " + quoted(table) + " (" +
                       column_name(field_name) + ") DEFERRABLE INITIALLY DEFERRED";
    }
    return "";
}

/// Fields that searches give together; the indexes over them stand in for the one over the field that asks for it.
struct FieldsTogether {
    std::string_view table;
    std::string_view indexed_field;
    std::array<std::string_view, 5> fields;  ///< the rest is empty; behind a minus: in descending order
};
constexpr FieldsTogether together[] = {
    {"job", "activatableAt", {"type", "activatableAt"}},
    {"job", "activatableAt", {"type", "tenantId", "processDefinitionId", "-priority", "jobKey"}},
    {"message_subscription", "messageName", {"messageName", "messageSubscriptionState", "correlationId", "processDefinitionKey", "correlationKey"}},
    {"message_subscription", "correlationKey", {"correlationKey", "messageName", "messageSubscriptionState"}},
    {"message", "correlationKey", {"messageName", "correlationKey"}},
    {"process_instance", "businessId", {"businessId"}},
    {"process_instance", "businessId", {"endDate", "businessId"}},  // of cases only: which are open
    {"process_instance", "startCorrelationKey", {"startCorrelationKey", "endDate"}},
    {"variable", "processInstanceKey", {"processInstanceKey", "name"}},
    {"data_table_row", "tableId", {"tableId", "rowId"}},
    {"data_table_version", "tableId", {"tableId", "version"}},
};

/// Fields whose absence is looked for, too: what waits for no instance but belongs to a definition's start event.
struct FieldOfTable {
    std::string_view table;
    std::string_view field;
};
constexpr FieldOfTable looked_for_absent[] = {
    {"event_occurrence", "processInstanceKey"},
    {"message_subscription", "processInstanceKey"},
    {"signal_subscription", "processInstanceKey"},
    {"timer", "processInstanceKey"},
};

bool is_looked_for_absent(const RowKind& kind, const FieldKind& field) {
    return std::ranges::any_of(looked_for_absent, [&](const FieldOfTable& each) { return each.table == kind.table && each.field == field.name; });
}

/// Lists that searches ask a member of, and what they sort and narrow by.
struct ListWith {
    std::string_view table;
    std::string_view list;
    std::string_view first;
    std::string_view second;
};
constexpr ListWith lists[] = {
    {"user_task", "candidateGroups", "state", "dueDate"},
    {"user_task", "candidateUsers", "state", "dueDate"},
};

std::vector<std::vector<std::string_view>> fields_of_indexes(const RowKind& kind, const FieldKind& field) {
    std::vector<std::vector<std::string_view>> indexes;
    for (const FieldsTogether& each : together)
        if (each.table == kind.table && each.indexed_field == field.name)
            indexes.emplace_back(each.fields.begin(), std::ranges::find(each.fields, std::string_view()));
    if (indexes.empty()) indexes.push_back({field.name});
    return indexes;
}

std::int64_t rows_per_value(const FieldKind& field) {
    if (field.type == FieldType::Enumeration) return 200'000;
    if (field.name.starts_with("processDefinition") || field.name == "messageName" || field.name == "type") return 50'000;
    return 10;
}

std::string bare(std::string column) {
    std::erase(column, '"');
    return column;
}

Index index_of(const RowKind& kind, const FieldKind& field, const std::vector<std::string_view>& fields, const Dialect& dialect) {
    Index index;
    index.name = std::string(kind.table) + "_by";
    for (std::string_view name : fields) {
        const bool is_descending = name.starts_with('-');
        if (is_descending) name.remove_prefix(1);
        index.name += "_" + bare(column_name(name));
        index.columns.push_back(dialect.index_column(column_name(name), kind.field(name).nullable) + (is_descending ? " DESC" : ""));
    }
    // Another name than an index without absent values has: that one of older files is replaced.
    const bool has_absent = is_looked_for_absent(kind, field);
    if (has_absent) index.name += "_or_absent";
    // PostgreSQL would cut it off there.
    constexpr std::size_t name_length_max = 63;
    if (index.name.size() > name_length_max)
        index.name = std::string(kind.table) + "_by_" + bare(column_name(fields.front())) + "_and_" + std::to_string(fields.size() - 1) + "_more";
    index.rows_per_value = rows_per_value(kind.field(fields.front()));
    index.create_text = "CREATE INDEX " + quoted(index.name) + " ON " + quoted(kind.table) + " (" +
                        joined(index.columns, ", ", [](const auto& column) { return column; }) + ")";
    // No other comparison finds an absent value, so the index needn't hold it.
    if (field.nullable && !has_absent) index.create_text += " WHERE " + column_name(field.name) + " IS NOT NULL";
    return index;
}

}  // namespace

std::string quoted(std::string_view name) { return '"' + std::string(name) + '"'; }

std::string column_name(std::string_view field) {
    std::string name;
    for (const char c : field) {
        const bool is_upper = c >= 'A' && c <= 'Z';
        if (is_upper) name += '_';
        name += is_upper ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return quoted(name);
}

std::string column_list(const RowKind& kind, std::string_view prefix) {
    return joined(kind.fields, ", ",
                  [&](const FieldKind& field) { return std::string(prefix) + column_name(field.name); });
}

std::string create_table_text(const RowKind& kind, const Dialect& dialect) {
    const FieldKind& key = kind.fields.front();
    return "CREATE TABLE " + quoted(kind.table) + " (" +
           joined(kind.fields, ", ",
                  [&](const FieldKind& field) {
                      return column_definition(field, dialect) + (&field == &key ? " PRIMARY KEY" : "");
                  }) +
           reference_of(kind, dialect) + ")" + dialect.table_options(key.type);
}

std::string add_column_text(const RowKind& kind, const FieldKind& field, const Dialect& dialect) {
    return "ALTER TABLE " + quoted(kind.table) + " ADD COLUMN " + column_definition(field, dialect) + " DEFAULT " +
           literal(field.initial);
}

std::string insert_text(const RowKind& kind, const Dialect& dialect) {
    std::size_t number = 0;
    const auto parameters = joined(kind.fields, ", ", [&](const FieldKind&) { return dialect.parameter(++number); });
    return "INSERT INTO " + quoted(kind.table) + " (" + column_list(kind) + ") VALUES (" + parameters +
           ") ON CONFLICT (" + column_name(kind.fields.front().name) + ") DO NOTHING";
}

std::string update_text(const RowKind& kind, const Dialect& dialect) {
    std::size_t number = 1;
    const auto others = std::span(kind.fields).subspan(1);
    return "UPDATE " + quoted(kind.table) + " SET " +
           joined(
               others, ", ",
               [&](const FieldKind& field) { return column_name(field.name) + " = " + dialect.parameter(++number); }) +
           " WHERE " + column_name(kind.fields.front().name) + " = " + dialect.parameter(1);
}

std::string remove_text(const RowKind& kind, const Dialect& dialect) {
    return "DELETE FROM " + quoted(kind.table) + " WHERE " + column_name(kind.fields.front().name) + " = " +
           dialect.parameter(1);
}

std::vector<Index> indexes_of(const RowKind& kind, const Dialect& dialect) {
    std::vector<Index> indexes;
    for (const FieldKind& field : kind.fields) {
        if (field.use != FieldUse::Indexed && field.use != FieldUse::InternalIndexed) continue;
        for (const auto& fields : fields_of_indexes(kind, field)) indexes.push_back(index_of(kind, field, fields, dialect));
    }
    return indexes;
}

bool ListIndex::has(const RowKind& kind, std::string_view field) const {
    return field == kind.fields.front().name || std::ranges::find(with, field) != with.end();
}

std::vector<ListIndex> list_indexes_of(const RowKind& kind) {
    std::vector<ListIndex> indexes;
    for (const ListWith& each : lists) {
        if (each.table != kind.table) continue;
        indexes.push_back({std::string(kind.table) + "_" + bare(column_name(each.list)), std::string(each.list),
                           {std::string(each.first), std::string(each.second)}});
    }
    return indexes;
}

std::string members_text(const Dialect& dialect, const Dialect::MemberTable& members, const std::string& row, const std::string& from) {
    return "SELECT DISTINCT " + dialect.member() + ", " + joined(members.with, ", ", [&](const std::string& column) { return row + column; }) +
           " FROM " + from + dialect.members_of(row + members.list);
}

std::vector<std::string> create_list_index_texts(const RowKind& kind, const ListIndex& index, const Dialect& dialect) {
    std::vector<std::string> fields = index.with;
    fields.emplace_back(kind.fields.front().name);
    Dialect::MemberTable members{quoted(index.table), quoted(kind.table), column_name(index.list), {}};
    for (const auto& field : fields) members.with.push_back(column_name(field));
    const auto definitions =
        joined(fields, ", ", [&](const std::string& field) { return column_definition(kind.field(field), dialect); });
    const auto indexed = joined(fields, ", ", [&](const std::string& field) {
        return dialect.index_column(column_name(field), kind.field(field).nullable);
    });
    std::vector<std::string> texts{
        "CREATE TABLE " + members.table + " (" + index.value() + " " + dialect.column_type(FieldType::Text) + " NOT NULL, " + definitions + ")" +
            dialect.table_options(FieldType::Key),
        "CREATE UNIQUE INDEX " + quoted(index.table + "_by_value") + " ON " + members.table + " (" + index.value() + ", " + indexed + ")"};
    for (auto& text : dialect.following(members)) texts.push_back(std::move(text));
    texts.push_back("INSERT INTO " + members.table + " " + members_text(dialect, members, "r.", members.rows + " AS r, "));
    return texts;
}

}  // namespace dandori::sql
