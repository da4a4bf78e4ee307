#include "engine/table/cells.h"

#include <algorithm>
#include <boost/json.hpp>
#include <charconv>
#include <chrono>
#include <stdexcept>

namespace dandori::engine {
namespace {

namespace json = boost::json;

constexpr std::size_t list_members_max = 200;

struct TypeName {
    std::string_view ja, en;
};

TypeName type_name(ColumnType type) {
    switch (type) {
        case ColumnType::Text: return {"文字", "a text"};
        case ColumnType::Integer: return {"整数", "a whole number"};
        case ColumnType::Boolean: return {"true か false", "true or false"};
        case ColumnType::Date: return {"日付（2026-04-01 の形）", "a date such as 2026-04-01"};
        case ColumnType::Month: return {"年月（2026-04 の形）", "a month such as 2026-04"};
        case ColumnType::Time: return {"日時（2026-04-01T09:00:00+09:00 の形）", "a time such as 2026-04-01T09:00:00+09:00"};
        case ColumnType::List: return {"文字の並び（; で区切る）", "a list of texts, separated by ;"};
    }
    return {"", ""};
}

std::optional<int> digits_in(std::string_view text, std::size_t at, std::size_t count) {
    int number = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (i >= text.size() || text[i] < '0' || text[i] > '9') return {};
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

bool is_month(std::string_view text) {
    const auto year = digits_in(text, 0, 4), month = digits_in(text, 5, 2);
    return text.size() == 7 && text[4] == '-' && year && month && *month >= 1 && *month <= 12;
}

bool is_date(std::string_view text) {
    if (text.size() != 10 || text[7] != '-' || !is_month(text.substr(0, 7))) return false;
    const auto day = digits_in(text, 8, 2);
    return day && std::chrono::year_month_day(std::chrono::year(*digits_in(text, 0, 4)), std::chrono::month(static_cast<unsigned>(*digits_in(text, 5, 2))),
                                              std::chrono::day(static_cast<unsigned>(*day)))
                      .ok();
}

bool is_of_type(const json::value& value, ColumnType type) {
    const auto text = value.is_string() ? std::string_view(value.get_string()) : std::string_view();
    switch (type) {
        case ColumnType::Text: return value.is_string();
        case ColumnType::Integer: return value.is_int64();
        case ColumnType::Boolean: return value.is_bool();
        case ColumnType::Date: return is_date(text);
        case ColumnType::Month: return is_month(text);
        case ColumnType::Time: return instant_from_iso8601(text).has_value();
        case ColumnType::List:
            return value.is_array() && std::ranges::all_of(value.get_array(), [](const json::value& each) { return each.is_string() && !each.get_string().empty(); });
    }
    return false;
}

/// Numbers from FEEL and from JSON of other programs come as 3.0 or unsigned, too.
json::value as_stored(const json::value& value, ColumnType type) {
    if (type != ColumnType::Integer) return value;
    constexpr double exact_max = 9'007'199'254'740'992.0;
    if (value.is_double() && value.get_double() == static_cast<double>(static_cast<std::int64_t>(std::clamp(value.get_double(), -exact_max, exact_max))))
        return static_cast<std::int64_t>(value.get_double());
    if (value.is_uint64() && value.get_uint64() <= static_cast<std::uint64_t>(INT64_MAX)) return static_cast<std::int64_t>(value.get_uint64());
    return value;
}

bool is_empty_cell(const json::value& value) {
    return value.is_null() || (value.is_string() && value.get_string().empty()) || (value.is_array() && value.get_array().empty());
}

std::string shown_cell(const json::value& value) {
    auto text = cell_text(value);
    if (text.size() > 100) {
        std::size_t end = 100;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
        text = text.substr(0, end) + "…";
    }
    return text;
}

std::string names_of_values(const TableColumn& column) {
    std::string names;
    for (std::size_t i = 0; i < column.values.size() && i < 20; ++i) names += (names.empty() ? "" : ", ") + column.values[i].value;
    return names + (column.values.size() > 20 ? ", …" : "");
}

void check_cell(const TableColumn& column, const json::value& value, std::vector<CellFault>& faults) {
    if (!is_of_type(value, column.type)) {
        const auto [ja, en] = type_name(column.type);
        return faults.push_back({column.name, "「" + shown_cell(value) + "」は" + std::string(ja) + "ではありません。" + std::string(ja) + "で書いてください。",
                                 "'" + shown_cell(value) + "' is not " + std::string(en) + ": write one."});
    }
    if (cell_text(value).size() > table_cell_bytes_max || (value.is_array() && value.get_array().size() > list_members_max)) {
        return faults.push_back({column.name, "長すぎます（" + std::to_string(table_cell_bytes_max) + "バイト、並びは" + std::to_string(list_members_max) + "個まで）。短くしてください。",
                                 "It is too long (" + std::to_string(table_cell_bytes_max) + " bytes, lists of " + std::to_string(list_members_max) + " at most): shorten it."});
    }
    if (column.values.empty()) return;
    const auto is_allowed = [&](const json::value& each) { return std::ranges::find(column.values, std::string_view(each.get_string()), &ColumnValue::value) != column.values.end(); };
    const auto refuse = [&](const json::value& each) {
        if (is_allowed(each)) return;
        faults.push_back({column.name, "「" + shown_cell(each) + "」は使えません。使える値: " + names_of_values(column) + "。どれかにしてください。",
                          "'" + shown_cell(each) + "' is not allowed: use one of " + names_of_values(column) + "."});
    };
    if (!value.is_array()) return refuse(value);
    for (const json::value& each : value.get_array()) refuse(each);
}

}  // namespace

TableCells cells_of(const std::string& text) {
    boost::system::error_code error;
    auto value = json::parse(text, error);
    if (error || !value.is_object()) throw std::runtime_error("The store holds a table's row that is no JSON object: " + text.substr(0, 200));
    return std::move(value.get_object());
}

TableCells in_order(const TableDefinition& table, const TableCells& cells) {
    TableCells ordered;
    for (const TableColumn& column : table.columns) {
        const auto* value = cells.if_contains(column.name);
        if (value && !is_empty_cell(*value)) ordered.emplace(column.name, *value);
    }
    return ordered;
}

TableCells merged_cells(const TableDefinition& table, const TableCells& before, const TableCells& given, std::vector<CellFault>& faults) {
    TableCells cells = before;
    for (const auto& [name, value] : given) {
        const TableColumn* column = table.find(name);
        if (!column) {
            const auto shown = std::string(name).substr(0, 100);
            faults.push_back({shown, "この表に列「" + shown + "」はありません。列名を直すか、列を消してください。", "The table has no column '" + shown + "': rename it or take it out."});
            continue;
        }
        cells[name] = as_stored(value, column->type);
    }
    return in_order(table, cells);
}

std::vector<CellFault> cell_faults(const TableDefinition& table, const TableCells& cells) {
    std::vector<CellFault> faults;
    for (const TableColumn& column : table.columns) {
        const auto* value = cells.if_contains(column.name);
        if (value) check_cell(column, *value, faults);
        else if (column.is_required) faults.push_back({column.name, "値がありません。入れてください。", "It has no value: give one."});
    }
    if (row_id_of(table, cells).size() > table_row_id_bytes_max)
        faults.push_back({"", "キーが長すぎます（" + std::to_string(table_row_id_bytes_max) + "バイトまで）。", "The key is longer than " + std::to_string(table_row_id_bytes_max) + " bytes."});
    return faults;
}

std::string row_id_of(const TableDefinition& table, const TableCells& cells) {
    const bool are_several = std::ranges::count(table.columns, true, &TableColumn::is_key) > 1;
    std::string id;
    for (const TableColumn& column : table.columns) {
        if (!column.is_key) continue;
        const auto* value = cells.if_contains(column.name);
        if (!value || is_empty_cell(*value)) return {};
        const auto text = cell_text(*value);
        if (!are_several) return text;
        if (!id.empty()) id += '/';
        for (const char c : text) {
            if (c == '/' || c == '\\') id += '\\';
            id += c;
        }
    }
    return id;
}

std::vector<std::string> values_in(const TableCells& cells, const TableColumn& column) {
    const auto* value = cells.if_contains(column.name);
    if (!value || is_empty_cell(*value)) return {};
    if (!value->is_array()) return {cell_text(*value)};
    std::vector<std::string> values;
    for (const json::value& each : value->get_array()) values.push_back(cell_text(each));
    return values;
}

std::string cell_text(const json::value& value) {
    if (value.is_null()) return {};
    if (value.is_string()) return std::string(value.get_string());
    if (!value.is_array()) return json::serialize(value);
    std::string text;
    for (const json::value& each : value.get_array()) text += (text.empty() ? "" : ";") + cell_text(each);
    return text;
}

json::value cell_from_text(const TableColumn& column, std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    if (text.empty()) return nullptr;
    if (column.type == ColumnType::Boolean && (text == "true" || text == "TRUE" || text == "false" || text == "FALSE")) return text.front() == 't' || text.front() == 'T';
    if (column.type == ColumnType::Integer) {
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error == std::errc{} && end == text.data() + text.size()) return number;
    }
    if (column.type != ColumnType::List) return json::value(json::string(text));
    json::array parts;
    for (std::size_t from = 0; from <= text.size();) {
        const auto end = std::min(text.find(';', from), text.size());
        if (end > from) parts.emplace_back(json::string(text.substr(from, end - from)));
        from = end + 1;
    }
    return parts;
}

}  // namespace dandori::engine
