#include "engine/feel/value.h"

#include <algorithm>
#include <functional>

#include "engine/feel/text.h"

namespace dandori::feel {
namespace {

constexpr std::size_t entries_searched_in_order = 16;

bool same(const Time& left, const Time& right) {
    return nanoseconds(left) == nanoseconds(right) && left.zone == right.zone;
}

bool is_local(const Time& time) { return time.zone.kind == Zone::Kind::Local; }

/// Times compare on the time line; one with a zone and one without don't.
std::optional<std::strong_ordering> compare_times(const Time& left, const Time& right) {
    if (is_local(left) != is_local(right)) return {};
    return nanoseconds(left) - offset_s(left).value_or(0) * Nanoseconds{1'000'000'000} <=>
           nanoseconds(right) - offset_s(right).value_or(0) * Nanoseconds{1'000'000'000};
}

std::optional<std::strong_ordering> compare_date_times(const DateTime& left, const DateTime& right) {
    if (is_local(left.time) != is_local(right.time)) return {};
    return on_time_line(left) <=> on_time_line(right);
}

/// False as soon as one pair differs, none if a pair can't be told.
class Conjunction {
  public:
    /// Whether it is decided.
    bool add(std::optional<bool> holds) {
        if (!holds) known_ = false;
        false_ = holds == false;
        return false_;
    }
    std::optional<bool> result() const {
        if (false_) return false;
        return known_ ? std::optional(true) : std::nullopt;
    }

  private:
    bool known_ = true;
    bool false_ = false;
};

std::optional<bool> equal_lists(const List& left, const List& right) {
    if (left.size() != right.size()) return false;
    Conjunction all;
    for (std::size_t index = 0; index < left.size(); ++index) {
        if (all.add(equal(left[index], right[index]))) break;
    }
    return all.result();
}

std::optional<bool> equal_contexts(const Context& left, const Context& right) {
    if (left.entries().size() != right.entries().size()) return false;
    Conjunction all;
    for (const auto& [name, value] : left.entries()) {
        const Value* other = right.find(name);
        if (other == nullptr) return false;
        if (all.add(equal(value, *other))) break;
    }
    return all.result();
}

std::optional<bool> equal_ends(const std::optional<Value>& left, const std::optional<Value>& right) {
    if (left.has_value() != right.has_value()) return false;
    return left ? equal(*left, *right) : true;
}

std::optional<bool> equal_ranges(const Range& left, const Range& right) {
    if (left.low_included != right.low_included || left.high_included != right.high_included) return false;
    Conjunction all;
    if (!all.add(equal_ends(left.low, right.low))) all.add(equal_ends(left.high, right.high));
    return all.result();
}

std::uint16_t one_deeper(int nesting) { return static_cast<std::uint16_t>(std::min(nesting + 1, 65'535)); }

std::uint32_t saturated(std::uint64_t weight) {
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(weight, UINT32_MAX));
}

static_assert(sizeof(Value) == 24);

}  // namespace

void Value::count(const Value& inner) {
    nesting_ = std::max(nesting_, one_deeper(inner.nesting_));
    weight_ = saturated(std::uint64_t{weight_} + inner.weight_);
}

Value::Value(List value) : Value(std::make_shared<const List>(std::move(value))) {}
Value::Value(std::shared_ptr<const List> value, std::uint16_t nesting, std::uint64_t weight)
    : held_(std::move(value)), nesting_(one_deeper(nesting)), weight_(saturated(weight + 1)) {}
Value::Value(std::shared_ptr<const List> value) : held_(std::move(value)), nesting_(1) {
    for (const Value& item : as_list()) count(item);
}
Value::Value(Context value) : held_(std::make_shared<const Context>(std::move(value))), nesting_(1) {
    for (const auto& entry : as_context().entries()) count(entry.second);
}
Value::Value(Range value) : held_(std::make_shared<const Range>(std::move(value))), nesting_(1) {
    for (const auto* end : {&as_range().low, &as_range().high}) {
        if (*end) count(**end);
    }
}
Value::Value(Function value) : Value(std::move(value), 0) {}
Value::Value(Function value, std::uint16_t nesting)
    : held_(std::make_shared<const Function>(std::move(value))), nesting_(one_deeper(nesting)) {}

bool Value::operator==(const Value& other) const {
    if (kind() != other.kind()) return false;
    switch (kind()) {
        case Kind::Null: return true;
        case Kind::Boolean: return as_boolean() == other.as_boolean();
        case Kind::Number: return as_number() == other.as_number();
        case Kind::String: return as_string() == other.as_string();
        case Kind::Date: return as_date() == other.as_date();
        case Kind::Time: return same(as_time(), other.as_time());
        case Kind::DateTime:
            return as_date_time().date == other.as_date_time().date &&
                   same(as_date_time().time, other.as_date_time().time);
        case Kind::DaysDuration: return as_days_duration() == other.as_days_duration();
        case Kind::MonthsDuration: return as_months_duration() == other.as_months_duration();
        case Kind::List: return as_list() == other.as_list();
        case Kind::Context: {
            const auto& entries = as_context().entries();
            return entries.size() == other.as_context().entries().size() &&
                   std::all_of(entries.begin(), entries.end(), [&](const Context::Entry& entry) {
                       const Value* found = other.as_context().find(entry.first);
                       return found != nullptr && *found == entry.second;
                   });
        }
        case Kind::Range: {
            const Range& left = as_range();
            const Range& right = other.as_range();
            return left.low == right.low && left.high == right.high && left.low_included == right.low_included &&
                   left.high_included == right.high_included;
        }
        case Kind::Function: return &as_function() == &other.as_function();
    }
    return false;
}

const Value* Context::find(std::string_view name) const {
    if (by_name_.empty()) {
        for (const Entry& entry : entries_) {
            if (entry.first == name) return &entry.second;
        }
        return nullptr;
    }
    const std::size_t mask = by_name_.size() - 1;
    for (std::size_t at = std::hash<std::string_view>{}(name)&mask; by_name_[at] != 0; at = (at + 1) & mask) {
        const Entry& entry = entries_[by_name_[at] - 1];
        if (entry.first == name) return &entry.second;
    }
    return nullptr;
}

void Context::put(std::string name, Value value) {
    if (const Value* present = find(name)) {
        const_cast<Value&>(*present) = std::move(value);  // an entry of ours
        return;
    }
    entries_.emplace_back(std::move(name), std::move(value));
    if (entries_.size() <= entries_searched_in_order) return;
    const auto note = [this](std::size_t index) {
        const std::size_t mask = by_name_.size() - 1;
        std::size_t at = std::hash<std::string_view>{}(entries_[index].first) & mask;
        while (by_name_[at] != 0) at = (at + 1) & mask;
        by_name_[at] = static_cast<std::uint32_t>(index + 1);
    };
    if (entries_.size() * 2 <= by_name_.size()) {
        note(entries_.size() - 1);
        return;
    }
    by_name_.assign(std::max<std::size_t>(64, by_name_.size() * 2), 0);
    for (std::size_t index = 0; index < entries_.size(); ++index) note(index);
}

std::optional<bool> equal(const Value& left, const Value& right) {
    if (left.is_null() || right.is_null()) return left.is_null() && right.is_null();
    if (left.kind() != right.kind()) return {};
    switch (left.kind()) {
        case Kind::Time: return compare_times(left.as_time(), right.as_time()) == std::strong_ordering::equal;
        case Kind::DateTime:
            return compare_date_times(left.as_date_time(), right.as_date_time()) == std::strong_ordering::equal;
        case Kind::List: return equal_lists(left.as_list(), right.as_list());
        case Kind::Context: return equal_contexts(left.as_context(), right.as_context());
        case Kind::Range: return equal_ranges(left.as_range(), right.as_range());
        default: return left == right;
    }
}

std::optional<std::strong_ordering> compare(const Value& left, const Value& right) {
    if (left.kind() != right.kind()) return {};
    switch (left.kind()) {
        case Kind::Number: return left.as_number() <=> right.as_number();
        case Kind::String: return left.as_string() <=> right.as_string();
        case Kind::Date: return left.as_date() <=> right.as_date();
        case Kind::Time: return compare_times(left.as_time(), right.as_time());
        case Kind::DateTime: return compare_date_times(left.as_date_time(), right.as_date_time());
        case Kind::DaysDuration: return left.as_days_duration() <=> right.as_days_duration();
        case Kind::MonthsDuration: return left.as_months_duration() <=> right.as_months_duration();
        default: return {};
    }
}

std::optional<bool> contains(const Range& range, const Value& value) {
    if (range.low) {
        const auto order = compare(*range.low, value);
        if (!order) return {};
        if (*order > 0 || (*order == 0 && !range.low_included)) return false;
    }
    if (range.high) {
        const auto order = compare(value, *range.high);
        if (!order) return {};
        if (*order > 0 || (*order == 0 && !range.high_included)) return false;
    }
    return true;
}

Value with_member(const Value& whole, std::span<const std::string> path, Value value) {
    if (path.empty()) return value;
    Context changed = whole.is_context() ? whole.as_context() : Context{};
    const Value* inner = changed.find(path.front());
    Value member = with_member(inner != nullptr ? *inner : Value{}, path.subspan(1), std::move(value));
    changed.put(path.front(), std::move(member));
    return changed;
}

std::optional<Instant> to_instant(const Value& value, const std::string& zone) {
    if (value.is_date_time()) return to_instant(value.as_date_time(), zone);
    if (value.is_date()) return to_instant(DateTime{value.as_date(), Time{}}, zone);
    if (!value.is_string()) return {};
    if (const auto date_time = date_time_from_text(value.as_string())) return to_instant(*date_time, zone);
    if (const auto date = date_from_text(value.as_string())) return to_instant(DateTime{*date, Time{}}, zone);
    return {};
}

}  // namespace dandori::feel
