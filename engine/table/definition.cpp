#include "engine/table/definition.h"

#include <algorithm>
#include <boost/json.hpp>
#include <set>

namespace dandori::engine {
namespace {

namespace json = boost::json;

constexpr std::size_t text_bytes_max = 2'000;
constexpr std::size_t list_length_max = 1'000;

tl::unexpected<Failure> wrong(const std::string& text) { return fail(Failure::Kind::Syntax, text); }

/// Letters, digits, `_`, `-`; columns begin with a letter or `_` and have no `-`, for FEEL.
bool is_table_name(std::string_view name, bool is_column) {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (name.empty() || name.size() > 100 || (is_column && !is_letter(name.front()))) return false;
    return std::ranges::all_of(name, [&](char c) { return is_letter(c) || is_digit(c) || (c == '-' && !is_column); });
}

/// The members of an object, asked for one by one; what nobody asked for is a fault.
class Members {
  public:
    Members(const json::object& object, std::string where) : object_(object), where_(std::move(where)) {}

    const std::string& where() const { return where_; }
    /// What the faults call it from now on.
    void is_called(std::string where) { where_ = std::move(where); }
    const json::value* find(std::string_view name) {
        asked_.emplace(name);
        return object_.if_contains(name);
    }
    Result<std::string> text(std::string_view name, bool is_needed = false) {
        const auto* value = find(name);
        if (!value && !is_needed) return std::string();
        if (!value || !value->is_string() || (is_needed && value->get_string().empty()) || value->get_string().size() > text_bytes_max)
            return wrong(where_ + ": '" + std::string(name) + "' must be a text" + (is_needed ? " that isn't empty" : "") + ", at most " + std::to_string(text_bytes_max) + " bytes.");
        return std::string(value->get_string());
    }
    Result<bool> truth(std::string_view name) {
        const auto* value = find(name);
        if (value && !value->is_bool()) return wrong(where_ + ": '" + std::string(name) + "' must be true or false.");
        return value && value->get_bool();
    }
    Result<const json::array*> array(std::string_view name) {
        static const json::array nothing;
        const auto* value = find(name);
        if (!value) return &nothing;
        if (!value->is_array() || value->get_array().size() > list_length_max)
            return wrong(where_ + ": '" + std::string(name) + "' must be a list of at most " + std::to_string(list_length_max) + ".");
        return &value->get_array();
    }
    Result<std::vector<std::string>> texts(std::string_view name) {
        std::vector<std::string> all;
        for (const json::value& each : *TRY(array(name))) {
            if (!each.is_string() || each.get_string().empty() || each.get_string().size() > text_bytes_max)
                return wrong(where_ + ": '" + std::string(name) + "' must hold texts only, none empty.");
            all.emplace_back(each.get_string());
        }
        return all;
    }
    Result<void> nothing_else() const {
        for (const auto& [name, value] : object_) {
            if (!asked_.contains(name)) return wrong(where_ + ": there is no member '" + std::string(name).substr(0, 100) + "'.");
        }
        return {};
    }

  private:
    const json::object& object_;
    std::string where_;
    std::set<std::string, std::less<>> asked_;
};

Result<ColumnValue> read_value(const json::value& value, const std::string& where) {
    if (value.is_string() && !value.get_string().empty()) return ColumnValue{std::string(value.get_string()), {}, {}};
    if (!value.is_object()) return wrong(where + ": each of 'values' must be a text that isn't empty, or an object with 'value' and 'title'.");
    Members members(value.get_object(), where + ", one of 'values'");
    ColumnValue read{TRY(members.text("value", true)), TRY(members.text("title")), TRY(members.text("titleEn"))};
    TRY(members.nothing_else());
    return read;
}

Result<std::optional<ColumnReference>> read_reference(Members& members) {
    const auto text = TRY(members.text("refersTo"));
    if (text.empty()) return std::optional<ColumnReference>();
    const auto dot = text.find('.');
    ColumnReference reference{text.substr(0, dot), dot == text.npos ? "" : text.substr(dot + 1)};
    if (!is_table_name(reference.table, false) || (dot != text.npos && !is_table_name(reference.column, true)))
        return wrong(members.where() + ": 'refersTo' must name a table, or TABLE.COLUMN; found '" + text.substr(0, 100) + "'.");
    return std::optional(std::move(reference));
}

Result<TableColumn> read_column(const json::value& value, const std::string& table) {
    if (!value.is_object()) return wrong(table + ": each of 'columns' must be an object.");
    Members members(value.get_object(), table + ", a column");
    TableColumn column;
    column.name = TRY(members.text("name", true));
    if (!is_table_name(column.name, true))
        return wrong(table + ": a column's name begins with a letter or '_' and has letters, digits and '_'; found '" + column.name.substr(0, 100) + "'.");
    members.is_called(table + ", column '" + column.name + "'");
    column.title = TRY(members.text("title"));
    column.title_en = TRY(members.text("titleEn"));
    if (const auto type = TRY(members.text("type")); !type.empty()) {
        const auto known = value_of<ColumnType>(type);
        if (!known) return wrong(members.where() + ": 'type' must be text, integer, boolean, date, month, time or list; found '" + type.substr(0, 100) + "'.");
        column.type = *known;
    }
    column.is_key = TRY(members.truth("key"));
    column.is_required = TRY(members.truth("required")) || column.is_key;
    column.refers_to = TRY(read_reference(members));
    for (const json::value& each : *TRY(members.array("values"))) column.values.push_back(TRY(read_value(each, members.where())));
    TRY(members.nothing_else());
    if (column.is_key && (column.type == ColumnType::Boolean || column.type == ColumnType::List))
        return wrong(members.where() + ": a key can't be of type " + std::string(name_of(column.type)) + ".");
    if (!column.values.empty() && column.type != ColumnType::Text && column.type != ColumnType::List)
        return wrong(members.where() + ": only a text or a list can have 'values'.");
    return column;
}

bool fits_group(const std::string& group, std::string_view pattern) {
    if (pattern.ends_with('*')) return group.starts_with(pattern.substr(0, pattern.size() - 1));
    return group == pattern;
}

bool is_named(const Actor& actor, const std::vector<std::string>& patterns) {
    return std::ranges::any_of(patterns, [&](const std::string& pattern) {
        return pattern == "*" || std::ranges::any_of(actor.groups, [&](const std::string& group) { return fits_group(group, pattern); });
    });
}

}  // namespace

const TableColumn* TableDefinition::find(std::string_view column) const {
    const auto found = std::ranges::find(columns, column, &TableColumn::name);
    return found == columns.end() ? nullptr : &*found;
}

bool TableDefinition::is_only_key(std::string_view column) const {
    return std::ranges::all_of(columns, [&](const TableColumn& each) { return each.is_key == (each.name == column); });
}

const TableColumn* TableDefinition::referred(const ColumnReference& reference) const {
    if (!reference.column.empty()) return find(reference.column);
    const auto key = std::ranges::find(columns, true, &TableColumn::is_key);
    return key != columns.end() && is_only_key(key->name) ? &*key : nullptr;
}

Result<TableDefinition> read_table_definition(std::string_view text) {
    if (text.size() > table_definition_bytes_max)
        return fail(Failure::Kind::Bounds, "The definition has " + std::to_string(text.size()) + " bytes; " + std::to_string(table_definition_bytes_max) + " are the most.");
    boost::system::error_code error;
    const auto value = json::parse(text, error);
    if (error || !value.is_object()) return wrong("The definition of a table must be a JSON object" + (error ? ": " + error.message() : std::string()) + ".");
    Members members(value.get_object(), "The table");
    TableDefinition table;
    table.id = TRY(members.text("table", true));
    if (!is_table_name(table.id, false)) return wrong("'table' must have letters, digits, '_' and '-' only; found '" + table.id.substr(0, 100) + "'.");
    members.is_called("The table '" + table.id + "'");
    table.title = TRY(members.text("title", true));
    table.title_en = TRY(members.text("titleEn"));
    table.description = TRY(members.text("description"));
    table.description_en = TRY(members.text("descriptionEn"));
    table.readers = TRY(members.texts("readers"));
    table.editors = TRY(members.texts("editors"));
    table.processes = TRY(members.texts("processes"));
    for (const json::value& each : *TRY(members.array("columns"))) {
        auto column = TRY(read_column(each, members.where()));
        if (table.find(column.name)) return wrong(members.where() + ": there are two columns '" + column.name + "'.");
        table.columns.push_back(std::move(column));
    }
    TRY(members.nothing_else());
    if (table.columns.size() > table_columns_max) return fail(Failure::Kind::Bounds, members.where() + " has " + std::to_string(table.columns.size()) + " columns; " + std::to_string(table_columns_max) + " are the most.");
    if (std::ranges::none_of(table.columns, &TableColumn::is_key)) return wrong(members.where() + " has no key: at least one column needs \"key\": true.");
    return table;
}

bool may_edit(const TableDefinition& table, const Actor* actor) {
    return may(actor, ResourceType::System, Permission::Update, any_resource) || is_named(*actor, table.editors);
}

bool may_read(const TableDefinition& table, const Actor* actor) { return may_edit(table, actor) || is_named(*actor, table.readers); }

}  // namespace dandori::engine
