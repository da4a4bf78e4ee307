// Reading names: `?`, variables, members.
#include <algorithm>

#include "engine/feel/nodes.h"
#include "engine/feel/text.h"

namespace dandori::feel {
namespace {

constexpr std::size_t names_told_max = 10;

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t index = 0; index < names.size() && index < names_told_max; ++index) {
        text += (index > 0 ? ", " : "") + names[index];
    }
    return names.size() > names_told_max ? text + ", …" : text;
}

/// One function that stands for all signatures of a name, when the name is used as a value.
Value as_one_function(const std::vector<Value>& signatures) {
    if (signatures.size() == 1) return signatures.front();
    const auto longest =
        std::max_element(signatures.begin(), signatures.end(), [](const Value& left, const Value& right) {
            return left.as_function().parameters.size() < right.as_function().parameters.size();
        });
    Function function{
        longest->as_function().parameters, longest->as_function().required, longest->as_function().variadic, {}};
    for (const Value& signature : signatures) {
        function.required = std::min(function.required, signature.as_function().required);
        function.variadic = function.variadic || signature.as_function().variadic;
    }
    function.call = [signatures](Call& call) {
        const std::size_t count = call.arguments().size();
        for (const Value& signature : signatures) {
            const Function& each = signature.as_function();
            if (count >= each.required && (count <= each.parameters.size() || each.variadic)) return each.call(call);
        }
        return call.null("No signature takes " + std::to_string(count) + " arguments.");
    };
    return function;
}

Value number_of(std::int64_t value) { return Decimal(value); }

std::optional<Value> date_member(const Date& date, std::string_view name) {
    if (name == "year") return number_of(date.year);
    if (name == "month") return number_of(date.month);
    if (name == "day") return number_of(date.day);
    if (name == "weekday") return number_of(weekday(date));
    return {};
}

Value seconds_with_fraction(std::int64_t second, std::int32_t nanosecond) {
    if (nanosecond == 0) return Decimal(second);
    return Decimal(second * 1'000'000'000 + nanosecond).divided_by(Decimal(1'000'000'000)).value_or(Decimal(second));
}

std::optional<Value> time_member(const Time& time, std::optional<std::int32_t> offset, std::string_view name) {
    if (name == "hour") return number_of(time.hour);
    if (name == "minute") return number_of(time.minute);
    if (name == "second") return seconds_with_fraction(time.second, time.nanosecond);
    if (name == "time offset") return offset ? Value(DaysDuration{*offset, 0}) : Value();
    if (name == "timezone") return time.zone.kind == Zone::Kind::Named ? Value(time.zone.name) : Value();
    return {};
}

std::optional<Value> days_duration_member(const DaysDuration& duration, std::string_view name) {
    const Nanoseconds total = nanoseconds(duration);
    const Nanoseconds sign = total < 0 ? -1 : 1;
    const auto seconds = static_cast<std::int64_t>(total * sign / 1'000'000'000);
    const auto signed_value = [&](std::int64_t part) { return number_of(total < 0 ? -part : part); };
    if (name == "days") return signed_value(seconds / 86'400);
    if (name == "hours") return signed_value(seconds / 3600 % 24);
    if (name == "minutes") return signed_value(seconds / 60 % 60);
    if (name == "seconds") {
        const Value part = seconds_with_fraction(seconds % 60, static_cast<std::int32_t>(total * sign % 1'000'000'000));
        return total < 0 ? Value(part.as_number().negated()) : part;
    }
    return {};
}

std::optional<Value> range_member(const Range& range, std::string_view name) {
    if (name == "start") return range.low.value_or(Value());
    if (name == "end") return range.high.value_or(Value());
    if (name == "start included") return Value(range.low_included);
    if (name == "end included") return Value(range.high_included);
    return {};
}

/// A list's members are those of its items, in lists as deep as they are.
Value projected(const List& list, std::string_view name) {
    List members;
    members.reserve(list.size());
    for (const Value& item : list) {
        members.push_back(item.is_list() ? projected(item.as_list(), name) : member_of(item, name).value_or(Value()));
    }
    return members;
}

std::string missing_member(const Value& base, const std::string& name) {
    if (base.is_null()) return "null has no member '" + name + "'.";
    if (!base.is_context()) return "A " + std::string(name_of(base.kind())) + " has no member '" + name + "'.";
    if (base.as_context().empty()) return "The context is empty; it has no entry '" + name + "'.";
    std::vector<std::string> names;
    for (const auto& entry : base.as_context().entries()) names.push_back(entry.first);
    return "The context has no entry '" + name + "'; it has " + listed(names) + ".";
}

}  // namespace

std::optional<Value> member_of(const Value& value, std::string_view name) {
    switch (value.kind()) {
        case Kind::Context: {
            const Value* member = value.as_context().find(name);
            return member != nullptr ? std::optional(*member) : std::nullopt;
        }
        case Kind::Date: return date_member(value.as_date(), name);
        case Kind::Time: return time_member(value.as_time(), offset_s(value.as_time()), name);
        case Kind::DateTime:
            if (auto part = date_member(value.as_date_time().date, name)) return part;
            return time_member(value.as_date_time().time, offset_s(value.as_date_time()), name);
        case Kind::DaysDuration: return days_duration_member(value.as_days_duration(), name);
        case Kind::MonthsDuration:
            if (name == "years") return number_of(value.as_months_duration().months / 12);
            if (name == "months") return number_of(value.as_months_duration().months % 12);
            return {};
        case Kind::Range: return range_member(value.as_range(), name);
        default: return {};
    }
}

Value InputNode::evaluate(Evaluator& evaluator) const {
    if (evaluator.input() != nullptr) return *evaluator.input();
    if (auto variable = evaluator.find_variable("?")) return std::move(*variable);
    return evaluator.null(*this, "'?' stands for the input of unary tests; here is none.");
}

std::optional<Value> VariableNode::find(Evaluator& evaluator) const {
    for (const std::size_t item : items) {
        const Value& filtered = evaluator.slot(item);
        if (!filtered.is_context()) continue;
        if (const Value* member = filtered.as_context().find(name)) return *member;
    }
    if (slot) return evaluator.slot(*slot);
    return evaluator.find_variable(name);
}

Value VariableNode::evaluate(Evaluator& evaluator) const {
    if (auto value = find(evaluator)) return std::move(*value);
    if (const FunctionLibrary* library = evaluator.surroundings().functions) {
        if (const auto* signatures = library->find(name)) return as_one_function(*signatures);
    }
    if (const auto* signatures = built_in_functions().find(name)) return as_one_function(*signatures);
    const auto names = evaluator.variable_names();
    return evaluator.null(
        *this, "There is no variable '" + name + "'" + (names.empty() ? "." : "; there are " + listed(names) + "."));
}

Value PathNode::evaluate(Evaluator& evaluator) const {
    const Evaluator::Level level(evaluator, *this);
    if (!level.allowed) return {};
    const Value value = base->evaluate(evaluator);
    if (value.is_list()) {
        if (!evaluator.may_iterate(*this, value.as_list().size())) return {};
        return projected(value.as_list(), name);
    }
    if (auto member = member_of(value, name)) return std::move(*member);
    return evaluator.null(*this, missing_member(value, name));
}

}  // namespace dandori::feel
