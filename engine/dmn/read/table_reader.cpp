#include "engine/dmn/read/reader.h"
#include "engine/dmn/table_index.h"

namespace dandori::dmn::read_detail {
namespace {

std::optional<HitPolicy> hit_policy(std::string_view name) {
    if (name.empty() || name == "UNIQUE") return HitPolicy::Unique;
    if (name == "FIRST") return HitPolicy::First;
    if (name == "PRIORITY") return HitPolicy::Priority;
    if (name == "ANY") return HitPolicy::Any;
    if (name == "COLLECT") return HitPolicy::Collect;
    if (name == "RULE ORDER") return HitPolicy::RuleOrder;
    if (name == "OUTPUT ORDER") return HitPolicy::OutputOrder;
    return std::nullopt;
}

std::optional<Aggregation> aggregation(std::string_view name) {
    if (name.empty() || name == "LIST") return Aggregation::None;
    if (name == "SUM") return Aggregation::Sum;
    if (name == "COUNT") return Aggregation::Count;
    if (name == "MIN") return Aggregation::Min;
    if (name == "MAX") return Aggregation::Max;
    return std::nullopt;
}

const ItemType* member_type(const ItemType* type, std::string_view name) {
    type = resolved(type);
    if (type && type->form == ItemType::Form::List) type = resolved(type->inner);
    if (!type || type->form != ItemType::Form::Context) return nullptr;
    for (const ItemType::Member& member : type->members) {
        if (member.name == name) return member.type;
    }
    return nullptr;
}

}  // namespace

TableBox Reader::read_table(const XmlNode& node, const Names& names) {
    TableBox table;
    const std::string policy = attribute(node, "hitPolicy");
    if (const auto known = hit_policy(policy))
        table.hit_policy = *known;
    else
        error(node, "The table of '" + current_ + "' has the hit policy '" + policy + "', which there is not.",
              "Choose one of DMN's.");
    const std::string aggregator = attribute(node, "aggregation");
    if (const auto known = aggregation(aggregator))
        table.aggregation = *known;
    else
        error(node, "The table of '" + current_ + "' has the aggregation '" + aggregator + "', which there is not.",
              "Choose SUM, COUNT, MIN or MAX.");

    for (const XmlNode* each : children(node, "input")) {
        InputClause input;
        const std::string number = std::to_string(table.inputs.size() + 1);
        input.id = attribute(*each, "id");
        input.line = each->line;
        input.label = trimmed(attribute(*each, "label"));
        if (const XmlNode* expression = child(*each, "inputExpression")) {
            input.expression = formula(*expression, names, "the table of '" + current_ + "', input column " + number);
            input.type = type_of(*expression);
        }
        if (input.label.empty()) input.label = input.expression.text;
        if (input.expression.empty) {
            error(*each, "Input column " + number + " of the table of '" + current_ + "' has no expression.",
                  "Write what it tests.");
        }
        input.values = constraint(*each, "inputValues");
        table.inputs.push_back(std::move(input));
    }
    const auto outputs = children(node, "output");
    std::set<std::string> output_names;
    for (const XmlNode* each : outputs) {
        OutputClause output;
        const std::string number = std::to_string(table.outputs.size() + 1);
        output.id = attribute(*each, "id");
        output.line = each->line;
        output.name = name_text(attribute(*each, "name"));
        output.label = trimmed(attribute(*each, "label"));
        output.type = type_of(*each);
        output.values = constraint(*each, "outputValues");
        if (outputs.size() > 1 && output.name.empty()) {
            error(*each, "Output column " + number + " of the table of '" + current_ + "' has no name.",
                  "With several outputs each needs one.");
        }
        if (!output.name.empty() && !output_names.insert(output.name).second) {
            error(*each, "The table of '" + current_ + "' has two output columns named '" + output.name + "'.",
                  "Give one of the two another name.");
        }
        if (const XmlNode* otherwise = child(*each, "defaultOutputEntry")) {
            output.otherwise =
                formula(*otherwise, names, "the table of '" + current_ + "', default of output column " + number);
        }
        table.outputs.push_back(std::move(output));
    }
    for (OutputClause& output : table.outputs) {
        const ItemType* type = output.type;
        if (!type) type = table.outputs.size() == 1 ? current_type_ : member_type(current_type_, output.name);
        output.priorities =
            output.values && !output.values->values.empty() ? &output.values->values : enumeration(type);
    }
    std::size_t number = 0;
    for (const XmlNode* each : children(node, "rule")) {
        if (++number > rules_max) {
            error(*each, "The table of '" + current_ + "' has more than " + std::to_string(rules_max) + " rules.",
                  "Split it.");
            break;
        }
        read_rule(table, *each, names, number);
    }
    check_table(table, node);
    table.index = index_of(table);
    return table;
}

void Reader::read_rule(TableBox& table, const XmlNode& node, const Names& names, std::size_t number) {
    Rule rule;
    rule.id = attribute(node, "id");
    rule.line = node.line;
    const std::string where = "the table of '" + current_ + "', rule " + std::to_string(number) + ", ";
    for (const XmlNode* each : children(node, "inputEntry")) {
        rule.tests.push_back(
            unary_tests(*each, names, where + "input column " + std::to_string(rule.tests.size() + 1)));
    }
    for (const XmlNode* each : children(node, "outputEntry")) {
        rule.outputs.push_back(
            formula(*each, names, where + "output column " + std::to_string(rule.outputs.size() + 1)));
    }
    if (rule.tests.size() != table.inputs.size() || rule.outputs.size() != table.outputs.size()) {
        error(node,
              "Rule " + std::to_string(number) + " of the table of '" + current_ + "' has " +
                  std::to_string(rule.tests.size()) + " input and " + std::to_string(rule.outputs.size()) +
                  " output cells, but the table has " + std::to_string(table.inputs.size()) + " and " +
                  std::to_string(table.outputs.size()) + " columns.",
              "Give the rule a cell for each column.");
        rule.tests.resize(table.inputs.size());
        rule.outputs.resize(table.outputs.size());
    }
    table.rules.push_back(std::move(rule));
}

void Reader::check_table(TableBox& table, const XmlNode& node) {
    if (table.outputs.empty()) {
        error(node, "The table of '" + current_ + "' has no output column.", "Add one.");
    }
    if (table.aggregation != Aggregation::None && table.hit_policy != HitPolicy::Collect) {
        error(node, "The table of '" + current_ + "' has an aggregation, but its hit policy is not COLLECT.",
              "Choose COLLECT or remove the aggregation.");
        table.aggregation = Aggregation::None;
    }
    if (table.aggregation != Aggregation::None && table.outputs.size() > 1) {
        error(node, "The table of '" + current_ + "' has several outputs, which can't be aggregated.",
              "Use one output or remove the aggregation.");
    }
    const bool by_priority = table.hit_policy == HitPolicy::Priority || table.hit_policy == HitPolicy::OutputOrder;
    bool any = false;
    for (const OutputClause& output : table.outputs) any = any || output.priorities;
    if (by_priority && !any && !table.outputs.empty()) {
        error(
            node,
            "The table of '" + current_ + "' goes by the order of its output values, but no output column lists them.",
            "List the output values, the most important first.");
    }
}

}  // namespace dandori::dmn::read_detail
