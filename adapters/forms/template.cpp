#include "adapters/forms/template.h"

#include <algorithm>
#include <boost/json.hpp>

#include "adapters/forms/field.h"
#include "adapters/forms/members.h"

namespace dandori::forms {
namespace {

namespace json = boost::json;

constexpr std::size_t columns_of_form_max = 200;
constexpr std::size_t rules_of_form_max = 200;

struct TypeName {
    std::string_view name;
    ColumnType type;
};
constexpr TypeName type_names[] = {{"text", ColumnType::Text},       {"name", ColumnType::Name}, {"id", ColumnType::Id},     {"integer", ColumnType::Integer},
                                   {"date", ColumnType::Date},       {"code", ColumnType::Code}, {"mail", ColumnType::Mail}, {"kana", ColumnType::Kana},
                                   {"cidr", ColumnType::Cidr},       {"boolean", ColumnType::Boolean}};

using CodeLists = std::map<std::string, std::vector<CodeOfList>>;

Result<CodeLists> read_code_lists(Members& members) {
    CodeLists lists;
    const auto* value = members.any("codeLists");
    if (!value) return lists;
    if (!value->is_object()) return unusable("codeLists", "is no object; one in {} is needed.");
    for (const auto& [name, entries] : value->get_object()) {
        const std::string place = "codeLists." + std::string(name);
        if (!entries.is_object()) return unusable(place, "is no object; one in {} is needed.");
        auto& list = lists[std::string(name)];
        for (const auto& [code, label] : entries.get_object()) {
            if (!label.is_string()) return unusable(place + "." + std::string(code), "is no text; what stands in the file is needed.");
            list.push_back({std::string(code), std::string(label.get_string())});
        }
    }
    return lists;
}

Result<void> read_required(Column& column, const std::string& text, const std::string& place) {
    if (text.empty() || text == "optional") return {};
    column.is_required = text == "must";
    if (column.is_required) return {};
    const auto equals = text.find('=');
    if (!text.starts_with("if:") || equals == text.npos) return unusable(place, "is '" + text + "'; must, optional or if:COLUMN=VALUE is needed.");
    column.required_if_column = text.substr(3, equals - 3);
    column.required_if_value = text.substr(equals + 1);
    return {};
}

Result<Column> read_column(const json::value& value, const std::string& place, const CodeLists& lists) {
    auto members = TRY(Members::of(value, place));
    Column column;
    column.key = TRY(members.needed_text("key"));
    column.header = TRY(members.needed_text("header"));
    const auto type = TRY(members.needed_text("type"));
    const auto known = std::ranges::find(type_names, type, &TypeName::name);
    if (known == std::end(type_names)) return unusable(place + ".type", "is '" + type + "'; text, name, id, integer, date, code, mail, kana, cidr or boolean is needed.");
    column.type = known->type;
    TRY(read_required(column, TRY(members.text("required")), place + ".required"));
    column.length_max = static_cast<std::size_t>(TRY(members.integer("maxLength", 1, 32'767, 0)));
    column.pattern = TRY(members.text("pattern"));
    column.pattern_by = TRY(members.text("patternBy"));
    for (auto& [name, pattern] : TRY(members.text_members("patterns"))) column.patterns[name] = pattern;
    const auto list = TRY(members.text("codeList"));
    if (column.type == ColumnType::Code) {
        const auto codes = lists.find(list);
        if (codes == lists.end()) return unusable(place + ".codeList", "is '" + list + "', which codeLists doesn't hold.");
        column.codes = codes->second;
    }
    column.other_headers = TRY(members.texts("alsoCalled"));
    column.from = TRY(members.text("from"));
    if (!column.from.empty() && !column.from.starts_with('=')) return unusable(place + ".from", "is '" + column.from + "'; FEEL behind '=' is needed.");
    if (!column.from.empty()) column.from.erase(0, 1);
    TRY(members.nothing_else());
    return column;
}

Result<Rule> read_rule(const json::value& value, const std::string& place) {
    auto members = TRY(Members::of(value, place));
    Rule rule;
    rule.expression = TRY(members.text("when"));
    const auto of_form = TRY(members.text("form"));
    rule.is_of_form = !of_form.empty();
    if (rule.is_of_form != rule.expression.empty()) return unusable(place, "needs either 'when', for every line, or 'form', for all together.");
    if (rule.is_of_form) rule.expression = of_form;
    rule.message = TRY(members.needed_text("message"));
    rule.at = rule.is_of_form ? TRY(members.text("at")) : TRY(members.needed_text("at"));
    const auto level = TRY(members.text("level"));
    if (!level.empty() && level != "error" && level != "warning") return unusable(place + ".level", "is '" + level + "'; error or warning is needed.");
    rule.is_warning = level == "warning";
    TRY(members.nothing_else());
    return rule;
}

Result<Layout> read_layout(const json::value& value) {
    auto members = TRY(Members::of(value, "xlsx"));
    Layout layout;
    layout.original = TRY(members.text("original"));
    layout.sheet = TRY(members.needed_text("sheet"));
    for (auto& [at, text] : TRY(members.text_members("cells"))) {
        const auto position = spreadsheet::read_position(at);
        if (!position) return unusable("xlsx.cells." + at, "is no cell; one like B2 is needed.");
        layout.cells.emplace_back(*position, text);
    }
    const auto dates = TRY(members.text("dates"));
    if (!dates.empty() && dates != "date" && dates != "text") return unusable("xlsx.dates", "is '" + dates + "'; date or text is needed.");
    layout.dates_as_text = dates == "text";
    const auto* table_value = members.any("table");
    if (!table_value) return unusable("xlsx.table", "is missing; where the lines stand is needed.");
    auto table = TRY(Members::of(*table_value, "xlsx.table"));
    layout.first_row = static_cast<std::uint32_t>(TRY(table.integer("firstRow", 2, spreadsheet::rows_max, 2)));
    layout.last_row = static_cast<std::uint32_t>(TRY(table.integer("lastRow", layout.first_row, spreadsheet::rows_max, layout.first_row + 99)));
    for (auto& [key, letters] : TRY(table.text_members("columns"))) {
        const auto column = spreadsheet::read_column(letters);
        if (!column) return unusable("xlsx.table.columns." + key, "is '" + letters + "'; letters like AB are needed.");
        layout.columns[key] = *column;
    }
    TRY(table.nothing_else());
    TRY(members.nothing_else());
    return layout;
}

Result<AnswerLayout> read_answer_layout(const json::value& value) {
    auto members = TRY(Members::of(value, "answer"));
    AnswerLayout answer;
    for (auto& [key, header] : TRY(members.text_members("columns"))) {
        static constexpr std::string_view known[] = {"request_no", "line_no", "receipt_no", "result", "issued_id", "answered_on", "message"};
        if (std::ranges::find(known, key) == std::end(known)) return unusable("answer.columns." + key, "is none that an answer has.");
        answer.headers[key] = header;
    }
    for (auto& [text, result] : TRY(members.text_members("results"))) {
        static constexpr std::string_view known[] = {"issued", "changed", "stopped", "rejected", "question"};
        if (std::ranges::find(known, result) == std::end(known)) return unusable("answer.results." + text, "is '" + result + "'; issued, changed, stopped, rejected or question is needed.");
        answer.results[comparable(text)] = result;
    }
    answer.message = TRY(members.needed_text("message"));
    answer.earlier_variable = TRY(members.text("earlierVariable"));
    answer.receipt_variable = TRY(members.text("receiptVariable"));
    TRY(members.nothing_else());
    if (!answer.headers.contains("result")) return unusable("answer.columns.result", "is missing; without a result there is no answer.");
    return answer;
}

/// That what names a column names one that is there.
Result<void> check_names(const FormTemplate& form) {
    const auto must_be = [&](const std::string& key, const std::string& place) -> Result<void> {
        if (key.empty() || form.find(key)) return {};
        return unusable(place, "names the column '" + key + "', which the form doesn't have.");
    };
    if (!form.is_list() && !form.find("request_no")) return unusable("columns", "lacks 'request_no': the number that an answer's line is known by.");
    for (const auto& column : form.columns) {
        if (!form.is_list() && column.from.empty()) return unusable("columns." + column.key + ".from", "is missing; FEEL behind '=' is needed.");
        if (std::ranges::count(form.columns, column.key, &Column::key) > 1) return unusable("columns", "has '" + column.key + "' twice.");
        TRY(must_be(column.required_if_column, "columns." + column.key + ".required"));
        TRY(must_be(column.pattern_by, "columns." + column.key + ".patternBy"));
    }
    for (const auto& rule : form.rules) TRY(must_be(rule.at, "rules"));
    for (const auto& key : form.natural_key) TRY(must_be(key, "naturalKey"));
    for (const auto& [key, column] : form.layout.columns) TRY(must_be(key, "xlsx.table.columns"));
    return {};
}

/// Without letters given, the columns stand side by side from A.
void give_columns_places(FormTemplate& form) {
    if (!form.layout.columns.empty()) return;
    std::uint32_t next = 1;
    for (const auto& column : form.columns) form.layout.columns[column.key] = next++;
}

}  // namespace

const Column* FormTemplate::find(std::string_view key) const {
    const auto found = std::ranges::find(columns, key, &Column::key);
    return found == columns.end() ? nullptr : &*found;
}

bool FormTemplate::is_valid_on(std::string_view iso_date) const {
    return (valid_from.empty() || valid_from <= iso_date) && (valid_to.empty() || iso_date <= valid_to);
}

Result<FormTemplate> read_template(std::string_view text) {
    boost::system::error_code error;
    const auto value = json::parse(text, error, {}, {.max_depth = 16});
    if (error) return fail(Failure::Kind::Syntax, "The request form is no JSON: " + error.message() + ".");
    auto members = TRY(Members::of(value, ""));
    FormTemplate form;
    form.id = TRY(members.needed_text("id"));
    form.version = static_cast<int>(TRY(members.integer("version", 1, 9'999, 1)));
    form.title = TRY(members.needed_text("title"));
    for (const auto& [name, into] : {std::pair{"validFrom", &form.valid_from}, {"validTo", &form.valid_to}}) {
        *into = TRY(members.text(name));
        if (!into->empty() && !date_in(*into)) return unusable(name, "is '" + *into + "'; a date like 2026-04-01 is needed.");
    }
    const auto lists = TRY(read_code_lists(members));
    const auto* columns = members.any("columns");
    if (!columns || !columns->is_array() || columns->get_array().empty() || columns->get_array().size() > columns_of_form_max)
        return unusable("columns", "must be a list of 1 to " + std::to_string(columns_of_form_max) + " columns.");
    for (const auto& column : columns->get_array()) form.columns.push_back(TRY(read_column(column, "columns[" + std::to_string(form.columns.size()) + "]", lists)));
    if (const auto* rules = members.any("rules")) {
        if (!rules->is_array() || rules->get_array().size() > rules_of_form_max) return unusable("rules", "must be a list of at most " + std::to_string(rules_of_form_max) + " rules.");
        for (const auto& rule : rules->get_array()) form.rules.push_back(TRY(read_rule(rule, "rules[" + std::to_string(form.rules.size()) + "]")));
    }
    form.natural_key = TRY(members.texts("naturalKey"));
    const auto* answer = members.any("answer");
    if (answer) form.answer = TRY(read_answer_layout(*answer));
    const auto* layout = members.any("xlsx");
    if (!layout && !form.is_list()) return unusable("xlsx", "is missing; where the lines stand is needed.");
    if (layout) form.layout = TRY(read_layout(*layout));
    const auto encoding = TRY(members.text("csvEncoding"));
    if (!encoding.empty() && encoding != "utf-8-bom" && encoding != "cp932") return unusable("csvEncoding", "is '" + encoding + "'; utf-8-bom or cp932 is needed.");
    if (encoding == "cp932") form.encoding = spreadsheet::CsvEncoding::Cp932;
    form.checklist = TRY(members.texts("checklist"));
    form.portal_url = TRY(members.text("portalUrl"));
    TRY(members.text("basis"));  // where what it asks is known from: for people
    TRY(members.nothing_else());
    TRY(check_names(form));
    give_columns_places(form);
    return form;
}

}  // namespace dandori::forms
