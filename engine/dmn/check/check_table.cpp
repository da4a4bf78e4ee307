#include "engine/dmn/check/checker.h"
#include "engine/dmn/check/rule_space.h"

namespace dandori::dmn::check_detail {
namespace {

constexpr std::size_t overlap_rules_max = 3000;
constexpr std::size_t gaps_max = 3;

struct Nothing : feel::Scope {
    std::optional<feel::Value> find(std::string_view) const override { return std::nullopt; }
};

std::string column_text(const char* side, std::size_t column, const std::string& label) {
    return std::string(side) + " column " + std::to_string(column + 1) + (label.empty() ? "" : " (" + label + ")");
}

void check_cell_kinds(const TableBox& table, Report& report) {
    for (std::size_t column = 0; column < table.inputs.size(); ++column) {
        const InputClause& input = table.inputs[column];
        const ItemType* type = resolved(input.type);
        if (!type || type->form != ItemType::Form::Basic) continue;
        for (std::size_t rule = 0; rule < table.rules.size(); ++rule) {
            const Formula& cell = table.rules[rule].tests[column];
            const auto test = cell_test(cell);
            if (!test || test->any || test->kind == type->basic) continue;
            report.warn(cell.line,
                        "Rule " + std::to_string(rule + 1) + " of the table of '" + report.name() + "', " +
                            column_text("input", column, input.label) + ": '" + cell.text + "' tests a " +
                            std::string(feel::name_of(test->kind)) + ", but the column is of type " + type->name + ".",
                        "Test a " + type->name + " or correct the type of the column.");
        }
    }
}

void check_outputs(const TableBox& table, Report& report) {
    const feel::Surroundings surroundings;
    for (std::size_t column = 0; column < table.outputs.size(); ++column) {
        const OutputClause& output = table.outputs[column];
        for (std::size_t rule = 0; rule < table.rules.size(); ++rule) {
            const Formula& cell = table.rules[rule].outputs[column];
            if (cell.empty || !cell.fault.empty() || !cell.expression.names().empty()) continue;
            const feel::Evaluation evaluation = cell.expression.evaluate(Nothing{}, surroundings);
            if (!evaluation.warnings.empty() || evaluation.value.is_null()) continue;
            std::string why = coerce(output.type, evaluation.value, surroundings).why;
            if (why.empty() && output.values &&
                !output.values->tests.evaluate_unary_tests(evaluation.value, Nothing{}, surroundings).value.is_true()) {
                why = described(evaluation.value) + " is not among " + output.values->text;
            }
            if (why.empty()) continue;
            report.warn(cell.line,
                        "Rule " + std::to_string(rule + 1) + " of the table of '" + report.name() + "', " +
                            column_text("output", column, output.name) + ": " + why + ".",
                        "Correct the cell or the type of the column.");
        }
    }
}

bool same_outputs(const Rule& left, const Rule& right) {
    for (std::size_t column = 0; column < left.outputs.size(); ++column) {
        if (left.outputs[column].text != right.outputs[column].text) return false;
    }
    return true;
}

void check_overlaps(const TableBox& table, const RuleSpace& space, Report& report) {
    const bool unique = table.hit_policy == HitPolicy::Unique;
    if ((!unique && table.hit_policy != HitPolicy::Any) || space.rules() > overlap_rules_max) return;
    for (std::size_t later = 1; later < space.rules(); ++later) {
        for (std::size_t earlier = 0; earlier < later; ++earlier) {
            if (!unique && same_outputs(table.rules[earlier], table.rules[later])) continue;
            const auto example = space.overlap(earlier, later);
            if (!example) continue;
            report.warn(table.rules[later].line,
                        "Rules " + std::to_string(earlier + 1) + " and " + std::to_string(later + 1) +
                            " of the table of '" + report.name() + "' overlap: both match " + *example +
                            (unique ? "." : ", but their outputs differ."),
                        unique ? "Make them exclude one another or choose another hit policy."
                               : "Give them the same outputs or choose another hit policy.");
            break;
        }
    }
}

void check_reach(const TableBox& table, const RuleSpace& space, Report& report) {
    for (std::size_t rule = 0; rule < space.rules(); ++rule) {
        const std::string which = "Rule " + std::to_string(rule + 1) + " of the table of '" + report.name() + "'";
        if (const auto column = space.never_true(rule)) {
            report.warn(table.rules[rule].line,
                        which + " is never reached: '" + table.rules[rule].tests[*column].text + "' in " +
                            column_text("input", *column, table.inputs[*column].label) +
                            " is true of no value it can have.",
                        "Correct the cell or remove the rule.");
        } else if (table.hit_policy == HitPolicy::First && rule > 0 && space.hidden(rule)) {
            report.warn(table.rules[rule].line,
                        which + " is never reached: the rules before it match all that it matches.",
                        "Move it up, narrow the rules before it, or remove it.");
        }
    }
}

void check_gaps(const TableBox& table, const RuleSpace& space, Report& report, int line) {
    if (table.hit_policy == HitPolicy::Collect || table.hit_policy == HitPolicy::RuleOrder ||
        table.hit_policy == HitPolicy::OutputOrder) {
        return;
    }
    for (const OutputClause& output : table.outputs) {
        if (output.otherwise) return;
    }
    for (const std::string& gap : space.gaps(gaps_max)) {
        report.warn(line, "The table of '" + report.name() + "' has a gap: no rule matches " + gap + ".",
                    "Add a rule for it or a default output.");
    }
}

}  // namespace

void check_table(const TableBox& table, Report& report) {
    check_cell_kinds(table, report);
    check_outputs(table, report);
    const auto space = RuleSpace::of(table);
    if (!space) return;
    check_reach(table, *space, report);
    check_overlaps(table, *space, report);
    const int line = table.inputs.empty() ? 0 : table.inputs.front().line;
    check_gaps(table, *space, report, line);
}

}  // namespace dandori::dmn::check_detail
