// How points and ranges lie to each other (DMN 1.5, 10.3.4.7, table 78).
#include "engine/feel/functions/arguments.h"

namespace dandori::feel {
namespace {

/// A range, or a point as the range of itself. An absent end lies beyond everything.
struct Span {
    const Value* low = nullptr;
    const Value* high = nullptr;
    bool low_included = true;
    bool high_included = true;
    bool point = true;
};

Span span_of(const Value& value) {
    if (!value.is_range()) return {&value, &value, true, true, true};
    const Range& range = value.as_range();
    return {range.low ? &*range.low : nullptr, range.high ? &*range.high : nullptr, range.low_included,
            range.high_included, false};
}

/// Orders the ends; throws nothing, notes when they can't be compared.
class Ends {
  public:
    bool comparable = true;

    std::strong_ordering order(const Value* left, const Value* right) {
        const auto order = compare(*left, *right);
        if (!order) comparable = false;
        return order.value_or(std::strong_ordering::equal);
    }
    std::strong_ordering lows(const Span& left, const Span& right) {
        if (left.low == nullptr || right.low == nullptr) return (left.low != nullptr) <=> (right.low != nullptr);
        return order(left.low, right.low);
    }
    std::strong_ordering highs(const Span& left, const Span& right) {
        if (left.high == nullptr || right.high == nullptr) return (left.high == nullptr) <=> (right.high == nullptr);
        return order(left.high, right.high);
    }
    /// The high end of the first to the low end of the second.
    std::strong_ordering high_to_low(const Span& left, const Span& right) {
        if (left.high == nullptr || right.low == nullptr) return std::strong_ordering::greater;
        return order(left.high, right.low);
    }
};

bool is_before(Ends& ends, const Span& left, const Span& right) {
    const auto order = ends.high_to_low(left, right);
    return order < 0 || (order == 0 && (!left.high_included || !right.low_included));
}

bool does_meet(Ends& ends, const Span& left, const Span& right) {
    return ends.high_to_low(left, right) == 0 && left.high_included && right.low_included;
}

bool does_overlap(Ends& ends, const Span& left, const Span& right) {
    return !is_before(ends, left, right) && !is_before(ends, right, left);
}

bool does_overlap_before(Ends& ends, const Span& left, const Span& right) {
    const auto lows = ends.lows(left, right);
    const auto highs = ends.highs(left, right);
    const bool begins_before = lows < 0 || (lows == 0 && left.low_included && !right.low_included);
    const bool ends_within = highs < 0 || (highs == 0 && (!left.high_included || right.high_included));
    return begins_before && ends_within && !is_before(ends, left, right);
}

bool does_finish(Ends& ends, const Span& left, const Span& right) {
    if (left.point) return right.high_included && ends.highs(left, right) == 0;
    const auto lows = ends.lows(left, right);
    return left.high_included == right.high_included && ends.highs(left, right) == 0 &&
           (lows > 0 || (lows == 0 && (!left.low_included || right.low_included)));
}

bool does_start(Ends& ends, const Span& left, const Span& right) {
    if (left.point) return right.low_included && ends.lows(left, right) == 0;
    const auto highs = ends.highs(left, right);
    return left.low_included == right.low_included && ends.lows(left, right) == 0 &&
           (highs < 0 || (highs == 0 && (!left.high_included || right.high_included)));
}

bool does_include(Ends& ends, const Span& left, const Span& right) {
    const auto lows = ends.lows(left, right);
    const auto highs = ends.highs(left, right);
    return (lows < 0 || (lows == 0 && (left.low_included || !right.low_included))) &&
           (highs > 0 || (highs == 0 && (left.high_included || !right.high_included)));
}

bool does_coincide(Ends& ends, const Span& left, const Span& right) {
    return ends.lows(left, right) == 0 && ends.highs(left, right) == 0 && left.low_included == right.low_included &&
           left.high_included == right.high_included;
}

using Relation = bool (*)(Ends&, const Span&, const Span&);
enum class Takes { Any, Ranges, RangeLast, RangeFirst, Same };

template <Relation relation, Takes takes, bool turned = false>
Value related(Call& call) {
    if (call[0].is_null()) return needs(call, 0, "a point or range");
    if (call[1].is_null()) return needs(call, 1, "a point or range");
    if ((takes == Takes::Ranges || takes == Takes::RangeFirst) && !call[0].is_range()) return needs(call, 0, "a range");
    if ((takes == Takes::Ranges || takes == Takes::RangeLast) && !call[1].is_range()) return needs(call, 1, "a range");
    if (takes == Takes::Same && call[0].is_range() != call[1].is_range()) {
        return needs(call, 1, call[0].is_range() ? "a range" : "a point");
    }
    Ends ends;
    const Span first = span_of(call[turned ? 1 : 0]);
    const Span second = span_of(call[turned ? 0 : 1]);
    const bool holds = relation(ends, first, second);
    return ends.comparable ? Value(holds)
                           : call.null(described(call[0]) + " can't be compared with " + described(call[1]) + ".");
}

void add(FunctionLibrary& library, const std::string& name, Value (*function)(Call&), Takes takes) {
    if (takes == Takes::Any || takes == Takes::Same) library.add(name, {"point1", "point2"}, function);
    if (takes == Takes::Any || takes == Takes::RangeLast) library.add(name, {"point", "range"}, function);
    if (takes == Takes::Any || takes == Takes::RangeFirst) library.add(name, {"range", "point"}, function);
    library.add(name, {"range1", "range2"}, function);
}

}  // namespace

void add_range_functions(FunctionLibrary& library) {
    add(library, "before", related<is_before, Takes::Any>, Takes::Any);
    add(library, "after", related<is_before, Takes::Any, true>, Takes::Any);
    add(library, "meets", related<does_meet, Takes::Ranges>, Takes::Ranges);
    add(library, "met by", related<does_meet, Takes::Ranges, true>, Takes::Ranges);
    add(library, "overlaps", related<does_overlap, Takes::Ranges>, Takes::Ranges);
    add(library, "overlaps before", related<does_overlap_before, Takes::Ranges>, Takes::Ranges);
    add(library, "overlaps after", related<does_overlap_before, Takes::Ranges, true>, Takes::Ranges);
    add(library, "finishes", related<does_finish, Takes::RangeLast>, Takes::RangeLast);
    add(library, "finished by", related<does_finish, Takes::RangeFirst, true>, Takes::RangeFirst);
    add(library, "includes", related<does_include, Takes::RangeFirst>, Takes::RangeFirst);
    add(library, "during", related<does_include, Takes::RangeLast, true>, Takes::RangeLast);
    add(library, "starts", related<does_start, Takes::RangeLast>, Takes::RangeLast);
    add(library, "started by", related<does_start, Takes::RangeFirst, true>, Takes::RangeFirst);
    add(library, "coincides", related<does_coincide, Takes::Same>, Takes::Same);
}

}  // namespace dandori::feel
