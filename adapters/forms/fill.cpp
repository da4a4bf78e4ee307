#include "adapters/forms/fill.h"

#include <algorithm>
#include <boost/json.hpp>

#include "adapters/forms/field.h"

namespace dandori::forms {
namespace {

namespace json = boost::json;

/// Where the column of a line stands in the first file; the following files begin anew.
std::string cell_of_line(const FormTemplate& form, std::size_t line, const std::string& key) {
    const auto column = form.layout.columns.find(key);
    if (column == form.layout.columns.end() || line == 0) return {};
    const auto room = form.layout.last_row - form.layout.first_row + 1;
    const auto row = form.layout.first_row + static_cast<std::uint32_t>((line - 1) % room);
    return spreadsheet::to_text(spreadsheet::CellPosition{row, column->second});
}

class FormFilling {
  public:
    FormFilling(const FormTemplate& form, const json::object& variables, const worker::Evaluate& evaluate)
        : form_(form), variables_(variables), evaluate_(evaluate) {}

    Result<FilledForm> fill(const json::array& lines) {
        if (lines.empty()) note(0, nullptr, "行がありません");
        for (const auto& line : lines) {
            if (!line.is_object()) return fail(Failure::Kind::ExtractValue, "Line " + std::to_string(filled_.lines.size() + 1) + " of the form '" + form_.id + "' is no context; one like {mail: \"a@b.jp\"} is needed.");
            TRY(fill_line(line.get_object()));
        }
        for (std::size_t index = 0; index < filled_.lines.size(); ++index) TRY(check_line(index));
        TRY(check_form());
        return std::move(filled_);
    }

  private:
    void note(std::size_t line, const Column* column, const std::string& message, bool is_warning = false) {
        FormFault fault{line, "", "", "", message, is_warning};
        if (column) {
            fault.column = column->key;
            fault.header = column->header;
            fault.cell = cell_of_line(form_, line, column->key);
        }
        filled_.faults.push_back(std::move(fault));
    }

    /// Several questions about the same variables need the same `worker::Variables`: these are made into FEEL's once.
    Result<json::value> ask(const std::string& expression, const worker::Variables& variables, const std::string& what) {
        auto value = evaluate_(expression, variables);
        if (value) return value;
        return fail(Failure::Kind::ExtractValue, "The form '" + form_.id + "', " + what + ": " + value.error().text);
    }

    Result<void> fill_line(const json::object& own) {
        auto seen = variables_;
        seen["line"] = filled_.lines.size() + 1;
        for (const auto& [name, value] : own) seen[name] = value;
        const worker::Variables asked(seen);
        auto& values = filled_.lines.emplace_back();
        const auto line = filled_.lines.size();
        for (const auto& column : form_.columns) {
            const auto value = TRY(ask(column.from, asked, "column '" + column.header + "'"));
            const auto given = plain_text(value);
            if (!given) {
                note(line, &column, "一つの値ではありません");
                continue;
            }
            const auto field = read_field(column, *given);
            if (!field.fault.empty()) note(line, &column, field.fault);
            else if (field.is_changed) filled_.changes.push_back({line, column.header, cell_of_line(form_, line, column.key), *given, field.value});
            values[column.key] = field.value;
        }
        return {};
    }

    bool has_fault(std::size_t line, const std::string& key) const {
        return std::ranges::any_of(filled_.faults, [&](const FormFault& fault) { return fault.line == line && fault.column == key; });
    }

    Result<void> check_pattern(std::size_t line, const Column& column, const std::map<std::string, std::string>& values) {
        const auto value = values.find(column.key);
        if (value == values.end() || value->second.empty() || has_fault(line, column.key)) return {};
        auto pattern = column.pattern;
        if (!column.pattern_by.empty()) {
            const auto by = values.find(column.pattern_by);
            const auto found = by == values.end() ? column.patterns.end() : column.patterns.find(by->second);
            if (found != column.patterns.end()) pattern = found->second;
        }
        if (pattern.empty()) return {};
        const json::object asked{{"value", value->second}, {"pattern", pattern}};
        const auto fits = TRY(ask("matches(value, pattern)", asked, "pattern of '" + column.header + "'"));
        if (!fits.is_bool()) return fail(Failure::Kind::ExtractValue, "The form '" + form_.id + "', column '" + column.header + "': the pattern '" + pattern + "' can't be read.");
        if (!fits.get_bool()) note(line, &column, "「" + value->second + "」は決まった形（" + pattern + "）ではありません");
        return {};
    }

    Result<void> check_line(std::size_t index) {
        const auto& values = filled_.lines[index];
        const auto line = index + 1;
        json::object seen;
        for (const auto& column : form_.columns) {
            const auto value = values.find(column.key);
            const bool is_empty = value == values.end() || value->second.empty();
            seen[column.key] = is_empty ? json::value(nullptr) : column.type == ColumnType::Integer && !has_fault(line, column.key) ? json::value(std::stoll(value->second)) : json::value(value->second);
            const auto condition = values.find(column.required_if_column);
            const bool is_needed = column.is_required || (condition != values.end() && condition->second == column.required_if_value);
            if (is_empty && is_needed && !has_fault(line, column.key)) note(line, &column, "必ず書いてください");
            TRY(check_pattern(line, column, values));
        }
        auto all = variables_;
        for (const auto& [key, value] : seen) all[key] = value;
        const worker::Variables asked(all);
        for (const auto& rule : form_.rules) {
            if (rule.is_of_form || seen[rule.at].is_null() || has_fault(line, rule.at)) continue;
            const auto holds = TRY(ask(rule.expression, asked, "rule '" + rule.message + "'"));
            if (!holds.is_bool() || !holds.get_bool()) note(line, form_.find(rule.at), rule.message, rule.is_warning);
        }
        lines_.push_back(std::move(seen));
        return {};
    }

    Result<void> check_form() {
        auto all = variables_;
        all["lines"] = std::move(lines_);
        const worker::Variables asked(all);
        for (const auto& rule : form_.rules) {
            if (!rule.is_of_form) continue;
            const auto holds = TRY(ask(rule.expression, asked, "rule '" + rule.message + "'"));
            if (!holds.is_bool() || !holds.get_bool()) note(0, form_.find(rule.at), rule.message, rule.is_warning);
        }
        return {};
    }

    const FormTemplate& form_;
    const json::object& variables_;
    const worker::Evaluate& evaluate_;
    FilledForm filled_;
    json::array lines_;
};

}  // namespace

bool FilledForm::has_errors() const {
    return std::ranges::any_of(faults, [](const FormFault& fault) { return !fault.is_warning; });
}

std::optional<std::string> plain_text(const json::value& value) {
    switch (value.kind()) {
        case json::kind::null: return "";
        case json::kind::bool_: return value.get_bool() ? "true" : "false";
        case json::kind::string: return std::string(value.get_string());
        case json::kind::int64: return std::to_string(value.get_int64());
        case json::kind::uint64: return std::to_string(value.get_uint64());
        case json::kind::double_: return spreadsheet::number_text(value.get_double());
        default: return std::nullopt;
    }
}

Result<FilledForm> fill_form(const FormTemplate& form, const json::object& variables, const json::array& lines, const worker::Evaluate& evaluate) {
    return FormFilling(form, variables, evaluate).fill(lines);
}

}  // namespace dandori::forms
