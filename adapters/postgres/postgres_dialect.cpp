#include "adapters/postgres/postgres_dialect.h"

namespace dandori::postgres {

using engine::FieldType;

std::string PostgresDialect::parameter(std::size_t number) const { return "$" + std::to_string(number); }

// JSON is kept as it came: `json` would refuse what the engine lets through, `jsonb` would write it anew.
std::string PostgresDialect::column_type(FieldType type) const {
    switch (type) {
        case FieldType::Key:
        case FieldType::Integer:
        case FieldType::Time: return "bigint";
        case FieldType::Boolean: return "boolean";
        case FieldType::Text:
        case FieldType::Enumeration:
        case FieldType::TextList:
        case FieldType::Json: return "text COLLATE \"C\"";
        case FieldType::Bytes: return "bytea";
    }
    return "";
}

std::string PostgresDialect::table_options(FieldType) const { return ""; }

std::string PostgresDialect::index_column(const std::string& column, bool nullable) const {
    return nullable ? column + " NULLS FIRST" : column;
}

std::string PostgresDialect::is_one_of(const std::string& expression, FieldType type, const std::string& parameter) const {
    const char* of = type == FieldType::Boolean ? "boolean" : type == FieldType::Key || type == FieldType::Integer || type == FieldType::Time ? "bigint" : "text";
    return expression + " = ANY(" + parameter + "::" + of + "[])";
}

engine::Cell PostgresDialect::list_of(const std::vector<engine::Cell>& values) const {
    std::string list = "{";
    for (const auto& value : values) {
        if (list.size() > 1) list += ',';
        if (const auto* number = std::get_if<std::int64_t>(&value)) list += std::to_string(*number);
        if (const auto* truth = std::get_if<bool>(&value)) list += *truth ? "t" : "f";
        if (const auto* text = std::get_if<std::string>(&value)) {
            list += '"';
            for (const char c : *text) {
                if (c == '"' || c == '\\') list += '\\';
                list += c;
            }
            list += '"';
        }
    }
    return list + "}";
}

std::string PostgresDialect::is_like(const std::string& expression, const std::string& parameter) const {
    return expression + " LIKE " + parameter;
}

std::string PostgresDialect::like_pattern(std::string_view pattern) const {
    std::string like;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool escaped = pattern[i] == '\\' && i + 1 < pattern.size();
        const char c = pattern[escaped ? ++i : i];
        if (!escaped && (c == '*' || c == '?')) {
            like += c == '*' ? '%' : '_';
        } else {
            if (c == '%' || c == '_' || c == '\\') like += '\\';
            like += c;
        }
    }
    return like;
}

std::string PostgresDialect::members_of(const std::string& column) const {
    return "json_array_elements_text(" + column + "::json) AS member(value)";
}

std::string PostgresDialect::member() const { return "member.value COLLATE \"C\""; }

// Once for a statement with all the rows that it changed, since our statements change many. The second index finds the members of a
// row that goes: the first one's columns may be absent, which no index looks up together with the others.
std::vector<std::string> PostgresDialect::following(const MemberTable& members) const {
    const auto name = [&](const std::string& what) { return members.table.substr(0, members.table.size() - 1) + "_" + what + "\""; };
    const std::string& key = members.with.back();
    std::string columns = members.list;
    for (const auto& column : members.with) columns += ", " + column;
    // No join: its plan is made for the few rows of the first statement and kept for those that change thousands.
    const std::string changed = "(SELECT " + columns + " FROM new_rows EXCEPT SELECT " + columns + " FROM old_rows) AS changed";
    const auto remove = [&](const std::string& which) {
        return "DELETE FROM " + members.table + " WHERE " + key + " = ANY(ARRAY(SELECT " + key + " FROM " + which + "));\n";
    };
    const std::string insert = "INSERT INTO " + members.table + " " + sql::members_text(*this, members, "r.", "new_rows AS r, ");
    std::vector<std::string> texts{
        "CREATE INDEX " + name("by_key") + " ON " + members.table + " (" + key + ")",
        "CREATE FUNCTION " + name("follow") + "() RETURNS trigger LANGUAGE plpgsql AS $$\nBEGIN\nIF TG_OP = 'INSERT' THEN\n" + insert +
            ";\nELSIF TG_OP = 'DELETE' THEN\n" + remove("old_rows") + "ELSIF EXISTS (SELECT 1 FROM " + changed + ") THEN\n" + remove(changed) +
            insert + " WHERE r." + key + " = ANY(ARRAY(SELECT " + key + " FROM " + changed + "));\nEND IF;\nRETURN NULL;\nEND\n$$"};
    for (const auto& [event, tables] : {std::pair{"INSERT", "NEW TABLE AS new_rows"}, std::pair{"DELETE", "OLD TABLE AS old_rows"},
                                        std::pair{"UPDATE", "OLD TABLE AS old_rows NEW TABLE AS new_rows"}})
        texts.push_back("CREATE TRIGGER " + name(std::string("on_") + event) + " AFTER " + event + " ON " + members.rows + " REFERENCING " + tables +
                        " FOR EACH STATEMENT EXECUTE FUNCTION " + name("follow") + "()");
    return texts;
}

}  // namespace dandori::postgres
