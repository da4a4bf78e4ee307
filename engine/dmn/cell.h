#pragma once
// What a cell of a decision table tests, where that can be told without evaluating it: equality and intervals.

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/dmn/compiled.h"

namespace dandori::dmn {

/// The values of one kind between two ends; an absent end is open.
struct Interval {
    std::optional<feel::Value> low;
    bool low_included = true;
    std::optional<feel::Value> high;
    bool high_included = true;
};

/// A union of intervals of values of one kind: booleans, numbers, strings, dates or durations.
struct CellTest {
    bool any = false;      ///< true of every value, of any kind
    bool negated = false;  ///< of all others of the kind
    feel::Kind kind = feel::Kind::Null;
    std::vector<Interval> intervals;
};

/// Reads `-`, `"a", "b"`, `< 5`, `[1..3)`, `not("a")`, `date("2020-01-01")`, ... None for anything that must be
/// evaluated.
std::optional<CellTest> cell_test(const Formula&);

/// The order of two values of the same simple kind, which for these kinds is total.
std::strong_ordering order(const feel::Value&, const feel::Value&);

/// Sets of rules or of segments.
using Bits = std::vector<std::uint64_t>;
inline std::size_t words_for(std::size_t bits) { return (bits + 63) / 64; }
template <class Set>
bool has(const Set& bits, std::size_t index) { return (bits[index / 64] >> (index % 64) & 1) != 0; }
inline void put(Bits& bits, std::size_t index) { bits[index / 64] |= std::uint64_t{1} << (index % 64); }

/// One input column cut where its cells begin and end. Segment 2i+1 is the value points[i], segment 2i what lies before
/// it (and after the one before), the last one what lies after all.
struct Segments {
    feel::Kind kind = feel::Kind::Null;
    std::vector<feel::Value> points;

    std::size_t size() const { return 2 * points.size() + 1; }
    /// The segment of a value of the kind.
    std::size_t at(const feel::Value&) const;
    /// The segments a test is true in; its ends must be among the points.
    Bits of(const CellTest&) const;
};

/// Cuts a column by its tests; none if they are of several kinds.
std::optional<Segments> segments_of(const std::vector<const CellTest*>& tests);

}  // namespace dandori::dmn
