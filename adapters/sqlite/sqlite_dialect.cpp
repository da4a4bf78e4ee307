#include "adapters/sqlite/sqlite_dialect.h"

#include <boost/json.hpp>

namespace dandori::sqlite {

using engine::FieldType;

std::string SqliteDialect::parameter(std::size_t number) const { return "?" + std::to_string(number); }

std::string SqliteDialect::column_type(FieldType type) const {
    switch (type) {
        case FieldType::Key:
        case FieldType::Integer:
        case FieldType::Boolean:
        case FieldType::Time: return "INTEGER";
        case FieldType::Text:
        case FieldType::Enumeration:
        case FieldType::TextList:
        case FieldType::Json: return "TEXT";
        case FieldType::Bytes: return "BLOB";
    }
    return "";
}

// STRICT: a value of another type is a fault, not a conversion. A key of ours is SQLite's own row number; a text key
// would be kept twice if there were a row number beside it.
std::string SqliteDialect::table_options(FieldType primary_key) const {
    return primary_key == FieldType::Key ? " STRICT" : " STRICT, WITHOUT ROWID";
}

// Absent values come first by themselves.
std::string SqliteDialect::index_column(const std::string& column, bool) const { return column; }

std::string SqliteDialect::is_one_of(const std::string& expression, FieldType, const std::string& parameter) const {
    return expression + " IN (SELECT value FROM json_each(" + parameter + "))";
}

engine::Cell SqliteDialect::list_of(const std::vector<engine::Cell>& values) const {
    boost::json::array array;
    for (const auto& value : values) {
        if (const auto* text = std::get_if<std::string>(&value))
            array.emplace_back(*text);
        else if (const auto* number = std::get_if<std::int64_t>(&value))
            array.emplace_back(*number);
        else if (const auto* truth = std::get_if<bool>(&value))
            array.emplace_back(*truth ? 1 : 0);
    }
    return boost::json::serialize(array);
}

// GLOB minds case, as LIKE doesn't, and knows `*` and `?`; only its brackets must be written as themselves.
std::string SqliteDialect::is_like(const std::string& expression, const std::string& parameter) const {
    return expression + " GLOB " + parameter;
}

std::string SqliteDialect::like_pattern(std::string_view pattern) const {
    std::string glob;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool escaped = pattern[i] == '\\' && i + 1 < pattern.size();
        const char c = pattern[escaped ? ++i : i];
        if (c == '[' || (escaped && (c == '*' || c == '?')))
            glob += std::string{'[', c, ']'};
        else
            glob += c;
    }
    return glob;
}

std::string SqliteDialect::members_of(const std::string& column) const { return "json_each(" + column + ") AS member"; }

std::string SqliteDialect::member() const { return "member.value"; }

std::vector<std::string> SqliteDialect::following(const MemberTable& members) const {
    std::string is_of_row;
    std::string has_changed = "OLD." + members.list + " IS NOT NEW." + members.list;
    for (const auto& column : members.with) {
        is_of_row += " AND " + column + " IS OLD." + column;
        if (column != members.with.back()) has_changed += " OR OLD." + column + " IS NOT NEW." + column;
    }
    const std::string insert = "INSERT INTO " + members.table + " " + sql::members_text(*this, members, "NEW.");
    const std::string remove = "DELETE FROM " + members.table + " WHERE \"value\" IN (SELECT " + member() + " FROM " +
                               members_of("OLD." + members.list) + ")" + is_of_row;
    const auto trigger = [&](const std::string& what, const std::string& when, const std::string& then) {
        return "CREATE TRIGGER " + members.table.substr(0, members.table.size() - 1) + "_" + what + "\" AFTER " + when + " BEGIN " + then + "; END";
    };
    const std::string on = " ON " + members.rows;
    return {trigger("inserted", "INSERT" + on, insert), trigger("removed", "DELETE" + on, remove),
            trigger("changed", "UPDATE" + on + " WHEN " + has_changed, remove + "; " + insert)};
}

}  // namespace dandori::sqlite
