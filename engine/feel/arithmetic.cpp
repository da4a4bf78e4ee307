#include "engine/feel/arithmetic.h"

#include "engine/feel/expression.h"
#include "engine/feel/nodes.h"

namespace dandori::feel {
namespace {

template <class T>
std::optional<Value> as_value(std::optional<T> result) {
    if (!result) return {};
    return Value(std::move(*result));
}

std::optional<DaysDuration> negated(const DaysDuration& duration) { return duration_of(-nanoseconds(duration)); }
MonthsDuration negated(const MonthsDuration& duration) { return {-duration.months}; }

std::optional<MonthsDuration> added(const MonthsDuration& left, const MonthsDuration& right) {
    MonthsDuration total;
    if (__builtin_add_overflow(left.months, right.months, &total.months)) return {};
    return total;
}

/// A date with a length of days and time is the day that midnight moves to.
std::optional<Date> moved(const Date& date, const DaysDuration& duration) {
    const auto then = plus(DateTime{date, Time{}}, duration);
    return then ? std::optional(then->date) : std::nullopt;
}

/// What a date or a date and time plus a duration is.
std::optional<Value> moved(const Value& when, const Value& duration) {
    if (duration.is_days_duration()) {
        if (when.is_date()) return as_value(moved(when.as_date(), duration.as_days_duration()));
        if (when.is_date_time()) return as_value(plus(when.as_date_time(), duration.as_days_duration()));
        if (when.is_time()) return Value(plus(when.as_time(), duration.as_days_duration()));
    }
    if (duration.is_months_duration()) {
        if (when.is_date()) return as_value(plus(when.as_date(), duration.as_months_duration()));
        if (when.is_date_time()) return as_value(plus(when.as_date_time(), duration.as_months_duration()));
    }
    return {};
}

/// Where a date or date and time lies; a date is its midnight in UTC when the other side has a zone.
std::optional<DaysDuration> between(const Value& left, const Value& right) {
    if (left.is_date() && right.is_date()) {
        return DaysDuration{(days_from_date(left.as_date()) - days_from_date(right.as_date())) * 86'400, 0};
    }
    if (left.is_time() && right.is_time()) {
        const auto left_offset = offset_s(left.as_time());
        const auto right_offset = offset_s(right.as_time());
        if (left_offset.has_value() != right_offset.has_value()) return {};
        return duration_of(nanoseconds(left.as_time()) - nanoseconds(right.as_time()) -
                           Nanoseconds{1'000'000'000} * (left_offset.value_or(0) - right_offset.value_or(0)));
    }
    const auto zoned = [](const Value& value) -> std::optional<DateTime> {
        if (value.is_date()) return DateTime{value.as_date(), Time{0, 0, 0, 0, Zone{Zone::Kind::Offset, 0, {}}}};
        if (value.is_date_time()) return value.as_date_time();
        return {};
    };
    const auto first = zoned(left);
    const auto second = zoned(right);
    if (!first || !second) return {};
    if ((first->time.zone.kind == Zone::Kind::Local) != (second->time.zone.kind == Zone::Kind::Local)) return {};
    return duration_of(on_time_line(*first) - on_time_line(*second));
}

/// Seconds with their fraction, as a number.
std::optional<Decimal> in_seconds(const DaysDuration& duration) {
    const auto fraction = Decimal(duration.nanosecond).divided_by(Decimal(1'000'000'000));
    return fraction ? Decimal(duration.seconds).plus(*fraction) : std::nullopt;
}

std::optional<DaysDuration> from_seconds(const std::optional<Decimal>& seconds) {
    if (!seconds) return {};
    const auto nanoseconds = seconds->times(Decimal(1'000'000'000));
    const auto whole = nanoseconds ? nanoseconds->rounded(0, Decimal::Rounding::Down) : std::nullopt;
    if (!whole) return {};
    if (const auto small = whole->to_integer()) return duration_of(*small);
    const auto whole_seconds = seconds->rounded(0, Decimal::Rounding::Down);
    const auto count = whole_seconds ? whole_seconds->to_integer() : std::nullopt;
    return count ? duration_of(static_cast<Nanoseconds>(*count) * 1'000'000'000) : std::nullopt;
}

std::optional<MonthsDuration> from_months(const std::optional<Decimal>& months) {
    const auto whole = months ? months->rounded(0, Decimal::Rounding::Down) : std::nullopt;
    const auto count = whole ? whole->to_integer() : std::nullopt;
    return count ? std::optional(MonthsDuration{*count}) : std::nullopt;
}

std::optional<Value> scaled(const Value& duration, const Decimal& factor) {
    if (duration.is_days_duration()) {
        const auto seconds = in_seconds(duration.as_days_duration());
        return as_value(from_seconds(seconds ? seconds->times(factor) : std::nullopt));
    }
    if (duration.is_months_duration())
        return as_value(from_months(Decimal(duration.as_months_duration().months).times(factor)));
    return {};
}

std::string_view sign_of(ArithmeticNode::Operator op) {
    switch (op) {
        case ArithmeticNode::Operator::Plus: return "+";
        case ArithmeticNode::Operator::Minus: return "-";
        case ArithmeticNode::Operator::Times: return "*";
        case ArithmeticNode::Operator::Divide: return "/";
        case ArithmeticNode::Operator::Power: return "**";
    }
    return "";
}

std::optional<Value> computed(ArithmeticNode::Operator op, const Value& left, const Value& right) {
    switch (op) {
        case ArithmeticNode::Operator::Plus: return sum(left, right);
        case ArithmeticNode::Operator::Minus: return difference(left, right);
        case ArithmeticNode::Operator::Times: return product(left, right);
        case ArithmeticNode::Operator::Divide: return quotient(left, right);
        case ArithmeticNode::Operator::Power: return power(left, right);
    }
    return {};
}

}  // namespace

std::optional<Value> sum(const Value& left, const Value& right) {
    if (left.is_number() && right.is_number()) return as_value(left.as_number().plus(right.as_number()));
    if (left.is_string() && right.is_string()) {
        if (left.as_string().size() + right.as_string().size() > string_size_max) return {};
        return Value(left.as_string() + right.as_string());
    }
    if (left.is_days_duration() && right.is_days_duration()) {
        return as_value(duration_of(nanoseconds(left.as_days_duration()) + nanoseconds(right.as_days_duration())));
    }
    if (left.is_months_duration() && right.is_months_duration()) {
        return as_value(added(left.as_months_duration(), right.as_months_duration()));
    }
    if (auto result = moved(left, right)) return result;
    return moved(right, left);
}

std::optional<Value> difference(const Value& left, const Value& right) {
    if (left.is_number() && right.is_number()) return as_value(left.as_number().minus(right.as_number()));
    if (left.is_days_duration() && right.is_days_duration()) {
        return as_value(duration_of(nanoseconds(left.as_days_duration()) - nanoseconds(right.as_days_duration())));
    }
    if (right.is_months_duration()) {
        const MonthsDuration back = negated(right.as_months_duration());
        if (left.is_months_duration()) return as_value(added(left.as_months_duration(), back));
        return moved(left, Value(back));
    }
    if (right.is_days_duration()) {
        const auto back = negated(right.as_days_duration());
        return back ? moved(left, Value(*back)) : std::nullopt;
    }
    return as_value(between(left, right));
}

std::optional<Value> product(const Value& left, const Value& right) {
    if (left.is_number() && right.is_number()) return as_value(left.as_number().times(right.as_number()));
    if (left.is_number()) return scaled(right, left.as_number());
    if (right.is_number()) return scaled(left, right.as_number());
    return {};
}

std::optional<Value> quotient(const Value& left, const Value& right) {
    if (left.is_number() && right.is_number()) return as_value(left.as_number().divided_by(right.as_number()));
    if (left.is_days_duration()) {
        const auto seconds = in_seconds(left.as_days_duration());
        if (!seconds) return {};
        if (right.is_number()) return as_value(from_seconds(seconds->divided_by(right.as_number())));
        if (!right.is_days_duration()) return {};
        const auto divisor = in_seconds(right.as_days_duration());
        return divisor ? as_value(seconds->divided_by(*divisor)) : std::nullopt;
    }
    if (left.is_months_duration()) {
        const Decimal months(left.as_months_duration().months);
        if (right.is_number()) return as_value(from_months(months.divided_by(right.as_number())));
        if (right.is_months_duration()) return as_value(months.divided_by(Decimal(right.as_months_duration().months)));
    }
    return {};
}

std::optional<Value> power(const Value& left, const Value& right) {
    if (!left.is_number() || !right.is_number()) return {};
    return as_value(left.as_number().to_the_power(right.as_number()));
}

std::optional<Value> negation(const Value& value) {
    if (value.is_number()) return Value(value.as_number().negated());
    if (value.is_days_duration()) return as_value(negated(value.as_days_duration()));
    if (value.is_months_duration()) return Value(negated(value.as_months_duration()));
    return {};
}

Value ArithmeticNode::evaluate(Evaluator& evaluator) const {
    const Evaluator::Level level(evaluator, *this);
    if (!level.allowed) return {};
    const Value first = left->evaluate(evaluator);
    const Value second = right->evaluate(evaluator);
    if (auto result = computed(op, first, second)) return std::move(*result);
    if (op == Operator::Divide && second.is_number() && second.as_number().is_zero()) {
        return evaluator.null(*this, described(first) + " can't be divided by zero.");
    }
    if (first.kind() == second.kind() && (first.is_number() || first.is_string())) {
        return evaluator.null(
            *this, "'" + std::string(sign_of(op)) + "' of " + described(first) + " and " + described(second) +
                       (first.is_number() ? " has no result within 34 digits." : " is not defined or too long."));
    }
    return evaluator.null(*this, "'" + std::string(sign_of(op)) + "' is not defined for " + described(first) + " and " +
                                     described(second) + ".");
}

Value NegationNode::evaluate(Evaluator& evaluator) const {
    const Evaluator::Level level(evaluator, *this);
    if (!level.allowed) return {};
    const Value value = operand->evaluate(evaluator);
    if (auto result = negation(value)) return std::move(*result);
    return evaluator.null(*this, "'-' is not defined for " + described(value) + ".");
}

}  // namespace dandori::feel
