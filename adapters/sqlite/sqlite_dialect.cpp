#include "adapters/sqlite/sqlite_dialect.h"

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

std::string SqliteDialect::is_one_of(const std::string& expression, FieldType, const std::string& parameter) const {
    return expression + " IN (SELECT value FROM json_each(" + parameter + "))";
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

std::vector<std::string> SqliteDialect::triggers(const std::string& name, std::string_view table, const Follows& follows) const {
    const std::string on = " ON \"" + std::string(table) + "\"";
    const auto trigger = [&](const std::string& what, const std::string& when, const std::string& then) {
        return "CREATE TRIGGER \"" + name + "_" + what + "\" AFTER " + when + " BEGIN " + then + "; END";
    };
    return {trigger("inserted", "INSERT" + on, follows.insert), trigger("removed", "DELETE" + on, follows.remove),
            trigger("changed", "UPDATE" + on + " WHEN " + follows.has_changed, follows.remove + "; " + follows.insert)};
}

}  // namespace dandori::sqlite
