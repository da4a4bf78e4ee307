// Filter values: a plain value means equality, an object holds operators that must all be true.
#include <algorithm>
#include <array>
#include <boost/json.hpp>

#include "adapters/http/text.h"
#include "adapters/rest/body.h"
#include "adapters/rest/search.h"

namespace dandori::rest {
namespace {

using engine::Cell;
using engine::FieldType;
using engine::Operator;

struct FilterOperator {
    std::string_view name;
    Operator op;
    bool takes_list = false;
};

constexpr std::array filter_operators{
    FilterOperator{"$eq", Operator::Equals},         FilterOperator{"$neq", Operator::NotEquals},
    FilterOperator{"$exists", Operator::Exists},     FilterOperator{"$in", Operator::In, true},
    FilterOperator{"$notIn", Operator::NotIn, true}, FilterOperator{"$like", Operator::Like},
    FilterOperator{"$gt", Operator::Greater},        FilterOperator{"$gte", Operator::GreaterOrEqual},
    FilterOperator{"$lt", Operator::Less},           FilterOperator{"$lte", Operator::LessOrEqual}};

bool is_allowed(Operator op, FieldType type) {
    switch (op) {
        case Operator::Like:
            return type == FieldType::Text || type == FieldType::Enumeration || type == FieldType::TextList;
        case Operator::Greater:
        case Operator::GreaterOrEqual:
        case Operator::Less:
        case Operator::LessOrEqual: return type == FieldType::Integer || type == FieldType::Time;
        default: return true;
    }
}

std::string upper_case(std::string_view text) {
    std::string upper(text);
    for (char& c : upper)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return upper;
}

Result<Cell> enumeration_cell(const ShownField& field, const boost::json::value& value, const std::string& member) {
    const auto text = TRY(read_text(value, member));
    for (const auto name : field.values)
        if (http::equal_in_any_case(name, text)) return Cell{std::string(name)};
    std::string names;
    for (const auto name : field.values) names += (names.empty() ? "" : ", ") + std::string(name);
    return fail(Failure::Kind::Syntax, "'" + member + "' is '" + text + "', but must be one of " + names + ".");
}

Result<Cell> cell_of(const ShownField& field, const boost::json::value& value, const std::string& member) {
    switch (field.type) {
        case FieldType::Key: return Cell{TRY(read_key(value, member))};
        case FieldType::Integer: return Cell{TRY(read_integer(value, member))};
        case FieldType::Time: return Cell{TRY(read_time(value, member)).milliseconds};
        case FieldType::Enumeration: return enumeration_cell(field, value, member);
        case FieldType::Text:
        case FieldType::TextList: return Cell{TRY(read_text(value, member))};
        case FieldType::Boolean:
            if (value.is_bool()) return Cell{value.get_bool()};
            return fail(Failure::Kind::Syntax,
                        "'" + member + "' must be true or false, found " + described(value) + ".");
        case FieldType::Json:
        case FieldType::Bytes: break;
    }
    return fail(Failure::Kind::Syntax, "'" + member + "' can't be searched by.");
}

/// `$like` of an enumeration is a pattern over its names, not one of them.
Result<Cell> operand_of(const ShownField& field, Operator op, const boost::json::value& value,
                        const std::string& member) {
    if (op != Operator::Like) return cell_of(field, value, member);
    auto pattern = TRY(read_text(value, member));
    return Cell{field.type == FieldType::Enumeration ? upper_case(pattern) : std::move(pattern)};
}

Result<engine::Condition> read_operator(const ShownField& field, std::string_view name, const boost::json::value& value,
                                        const std::string& member) {
    const auto known = std::find_if(filter_operators.begin(), filter_operators.end(),
                                    [&](const auto& each) { return each.name == name; });
    if (known == filter_operators.end() || !is_allowed(known->op, field.type)) {
        std::string names;
        for (const auto& each : filter_operators)
            if (is_allowed(each.op, field.type)) names += (names.empty() ? "" : ", ") + std::string(each.name);
        return fail(Failure::Kind::Syntax,
                    "'" + member + "' can't be compared by '" + std::string(name) + "'; known are " + names + ".");
    }
    const std::string full_name = member + "." + std::string(name);
    if (known->op == Operator::Exists) {
        if (!value.is_bool())
            return fail(Failure::Kind::Syntax,
                        "'" + full_name + "' must be true or false, found " + described(value) + ".");
        return engine::Condition{
            std::string(field.name), value.get_bool() ? Operator::Exists : Operator::NotExists, {}};
    }
    engine::Condition condition{std::string(field.name), known->op, {}};
    if (!known->takes_list) {
        condition.operands.push_back(TRY(operand_of(field, known->op, value, full_name)));
        return condition;
    }
    if (!value.is_array())
        return fail(Failure::Kind::Syntax, "'" + full_name + "' must be a list, found " + described(value) + ".");
    if (value.get_array().size() > filter_values_max) {
        return fail(Failure::Kind::Bounds, "'" + full_name + "' has " + std::to_string(value.get_array().size()) +
                                               " values; " + std::to_string(filter_values_max) + " are the most.");
    }
    for (const auto& each : value.get_array()) condition.operands.push_back(TRY(cell_of(field, each, full_name)));
    return condition;
}

std::string filter_names(const Shape& shape, const SearchRules& rules) {
    std::string names;
    const auto add = [&](std::string_view name) { names += (names.empty() ? "" : ", ") + std::string(name); };
    for (const auto& field : shape.fields)
        if (field.is_shown && can_be_filtered(field.type)) add(field.name);
    for (const auto& alias : rules.aliases) add(alias.name);
    return names;
}

const ShownField* field_for(const Shape& shape, const SearchRules& rules, std::string_view name) {
    for (const auto& alias : rules.aliases)
        if (alias.name == name) return shape.find_any(alias.field);
    return shape.find_shown(name);
}

}  // namespace

std::vector<FilterOperatorName> operators_of(FieldType type) {
    std::vector<FilterOperatorName> names;
    for (const auto& each : filter_operators)
        if (is_allowed(each.op, type)) names.push_back({each.name, each.takes_list});
    return names;
}

bool can_be_filtered(FieldType type) { return type != FieldType::Json && type != FieldType::Bytes; }

bool can_be_sorted(FieldType type) { return can_be_filtered(type) && type != FieldType::TextList; }

Result<void> read_conditions(const ShownField& field, const boost::json::value& value, const std::string& member,
                             std::vector<engine::Condition>& conditions) {
    if (value.is_object()) {
        for (const auto& each : value.get_object())
            conditions.push_back(TRY(read_operator(field, each.key(), each.value(), member)));
        return {};
    }
    // `tags: ["a", "b"]` asks for rows that have both.
    if (value.is_array() && field.type == FieldType::TextList) {
        for (auto& text : TRY(read_text_list(value, member)))
            conditions.push_back({std::string(field.name), Operator::Equals, {Cell{std::move(text)}}});
        return {};
    }
    conditions.push_back({std::string(field.name), Operator::Equals, {TRY(cell_of(field, value, member))}});
    return {};
}

Result<void> read_filter(const Shape& shape, const SearchRules& rules, const boost::json::object& filter,
                         const std::string& prefix, engine::Group& group) {
    for (const auto& each : filter) {
        const std::string_view name = each.key();
        if (rules.has_or_groups && name == "$or") continue;
        if (rules.special && TRY(rules.special(name, each.value(), group))) continue;
        const ShownField* field = field_for(shape, rules, name);
        if (!field) {
            return fail(Failure::Kind::Syntax, "'" + prefix + std::string(name) + "' is not known here; known are " +
                                                   filter_names(shape, rules) + ".");
        }
        TRY(read_conditions(*field, each.value(), prefix + std::string(name), group.conditions));
    }
    return {};
}

}  // namespace dandori::rest
