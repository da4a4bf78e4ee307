#include "adapters/memory/memory_search.h"

#include <algorithm>

#include "adapters/memory/like_pattern.h"

namespace dandori::memory {
namespace {

using engine::Condition;
using engine::Cursor;
using engine::FieldKind;
using engine::FieldType;
using engine::Operator;
using engine::Query;

std::int64_t characters_in(const std::string& utf8) {
    return std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
}

// --- which rows match: a query's conditions with names looked up once

/// A comparison that says yes; NotEquals, NotIn and NotExists are the opposite of one.
bool compares(const Cell& value, Operator op, const std::vector<Cell>& operands) {
    switch (op) {
        case Operator::Exists:
        case Operator::NotExists: return true;
        case Operator::Equals:
        case Operator::NotEquals: return value == operands.front();
        case Operator::In:
        case Operator::NotIn: return std::find(operands.begin(), operands.end(), value) != operands.end();
        case Operator::Like: return is_like(std::get<std::string>(value), std::get<std::string>(operands.front()));
        case Operator::Greater: return value > operands.front();
        case Operator::GreaterOrEqual: return value >= operands.front();
        case Operator::Less: return value < operands.front();
        case Operator::LessOrEqual: return value <= operands.front();
        case Operator::LongerThan: return characters_in(std::get<std::string>(value)) > std::get<std::int64_t>(operands.front());
        case Operator::NotLongerThan: return characters_in(std::get<std::string>(value)) <= std::get<std::int64_t>(operands.front());
    }
    return false;
}

struct FieldTest {
    const FieldKind* field;
    const Condition* condition;

    bool holds(const void* row) const {
        const Operator op = condition->op;
        const bool negated = op == Operator::NotEquals || op == Operator::NotIn || op == Operator::NotExists;
        return any_member_compares(field->cell_of(row)) != negated;
    }

  private:
    bool any_member_compares(const Cell& value) const {
        if (is_absent(value)) return false;
        if (field->type != FieldType::TextList) return compares(value, condition->op, condition->operands);
        const auto members = engine::text_list_from_json(std::get<std::string>(value));
        return std::any_of(members.begin(), members.end(), [&](const std::string& member) {
            return compares(Cell{member}, condition->op, condition->operands);
        });
    }
};

struct RelatedTest {
    const MemoryTable* table;
    const FieldKind* own_field;
    const FieldKind* other_field;
    std::vector<FieldTest> tests;
    bool negated;

    bool holds(const void* row) const {
        const Cell value = own_field->cell_of(row);
        return (!is_absent(value) && exists(value)) != negated;
    }

  private:
    bool exists(const Cell& value) const {
        if (other_field == table->kind().fields.data()) {
            const void* row = table->find(value);
            return row && matches(row);
        }
        if (const auto* index = table->index_of(other_field->name)) {
            const auto [begin, end] = index->equal_range(value);
            return std::any_of(begin, end, [&](const MemoryTable::Entry& entry) { return matches(entry.row); });
        }
        return std::any_of(table->rows().begin(), table->rows().end(), [&](const auto& each) {
            return other_field->cell_of(each.second) == value && matches(each.second);
        });
    }

    bool matches(const void* row) const {
        return std::all_of(tests.begin(), tests.end(), [&](const FieldTest& test) { return test.holds(row); });
    }
};

struct GroupTest {
    std::vector<FieldTest> fields;
    std::vector<RelatedTest> related;

    bool holds(const void* row) const {
        return std::all_of(fields.begin(), fields.end(), [&](const auto& test) { return test.holds(row); }) &&
               std::all_of(related.begin(), related.end(), [&](const auto& test) { return test.holds(row); });
    }
};

struct QueryTest {
    GroupTest all;
    std::vector<std::vector<GroupTest>> any_of;

    bool holds(const void* row) const {
        const auto group_holds = [&](const GroupTest& group) { return group.holds(row); };
        return all.holds(row) && std::all_of(any_of.begin(), any_of.end(), [&](const auto& groups) {
                   return std::any_of(groups.begin(), groups.end(), group_holds);
               });
    }
};

std::vector<FieldTest> tests_of(const engine::RowKind& kind, const std::vector<Condition>& conditions) {
    std::vector<FieldTest> tests;
    for (const Condition& condition : conditions) tests.push_back({&kind.field(condition.field), &condition});
    return tests;
}

GroupTest test_of(std::span<const MemoryTable> tables, const engine::RowKind& kind, const engine::Group& group) {
    GroupTest test{tests_of(kind, group.conditions), {}};
    for (const engine::Related& related : group.related) {
        const auto table = std::find_if(tables.begin(), tables.end(),
                                        [&](const MemoryTable& it) { return it.kind().table == related.table; });
        test.related.push_back({&*table, &kind.field(related.own_field), &table->kind().field(related.other_field),
                                tests_of(table->kind(), related.conditions), related.negated});
    }
    return test;
}

QueryTest test_of(std::span<const MemoryTable> tables, const engine::RowKind& kind, const Query& query) {
    QueryTest test{test_of(tables, kind, query.all), {}};
    for (const auto& groups : query.any_of) {
        auto& tests = test.any_of.emplace_back();
        for (const engine::Group& group : groups) tests.push_back(test_of(tables, kind, group));
    }
    return test;
}

// --- where to look: the shortest run of an index that a condition allows

/// A run of an index's entries.
struct Range {
    const FieldKind* field = nullptr;
    MemoryTable::Index::const_iterator begin;
    MemoryTable::Index::const_iterator end;

    std::size_t size_up_to(std::size_t cap) const {
        std::size_t size = 0;
        for (auto it = begin; it != end && size < cap; ++it) ++size;
        return size;
    }
};

std::optional<Range> range_of(const MemoryTable& table, const Condition& condition) {
    const FieldKind& field = table.kind().field(condition.field);
    const auto* index = table.index_of(condition.field);
    if (!index || field.type == FieldType::TextList) return {};
    switch (condition.op) {
        case Operator::Equals: {
            const auto [begin, end] = index->equal_range(condition.operands.front());
            return Range{&field, begin, end};
        }
        case Operator::Exists: return Range{&field, index->begin(), index->end()};
        case Operator::Greater: return Range{&field, index->upper_bound(condition.operands.front()), index->end()};
        case Operator::GreaterOrEqual:
            return Range{&field, index->lower_bound(condition.operands.front()), index->end()};
        case Operator::Less: return Range{&field, index->begin(), index->lower_bound(condition.operands.front())};
        case Operator::LessOrEqual:
            return Range{&field, index->begin(), index->upper_bound(condition.operands.front())};
        case Operator::In:
        case Operator::NotEquals:
        case Operator::NotExists:
        case Operator::NotIn:
        case Operator::LongerThan:
        case Operator::NotLongerThan:
        case Operator::Like: return {};
    }
    return {};
}

/// The shortest of the ranges, found without walking much further than its length.
std::optional<Range> shortest(const std::vector<Range>& ranges) {
    if (ranges.empty()) return {};
    if (ranges.size() == 1) return ranges.front();
    for (std::size_t cap = 16;; cap *= 8)
        for (const Range& range : ranges)
            if (range.size_up_to(cap) < cap) return range;
}

bool is_sorted_by(const Query& query, std::string_view field) {
    return query.sort.size() == 1 && query.sort.front().field == field && !query.sort.front().descending;
}

/// Where no condition helps, the order may: "the timer that is due first" needs no look at the others.
std::vector<Range> whole_index_in_order(const MemoryTable& table, const Query& query) {
    for (const FieldKind& field : table.kind().fields)
        if (const auto* index = table.index_of(field.name); index && !field.nullable && is_sorted_by(query, field.name))
            return {{&field, index->begin(), index->end()}};
    return {};
}

const Condition* equality_with_primary_key(const MemoryTable& table, const Query& query) {
    const auto& key = table.kind().fields.front();
    for (const Condition& condition : query.all.conditions)
        if (condition.field == key.name && (condition.op == Operator::Equals || condition.op == Operator::In))
            return &condition;
    return nullptr;
}

enum class Walk { GoOn, Stop };

/// Calls `visit(row, in_order)` for every row that may match, until it says stop; `in_order` = rows come as the query
/// sorts them.
template <class Visit>
void walk_candidates(const MemoryTable& table, const Query& query, Visit&& visit) {
    if (const Condition* equality = equality_with_primary_key(table, query)) {
        const std::set<Cell> keys(equality->operands.begin(), equality->operands.end());
        for (const Cell& key : keys)
            if (const void* row = table.find(key); row && visit(row, query.sort.empty()) == Walk::Stop) return;
        return;
    }
    std::vector<Range> ranges;
    for (const Condition& condition : query.all.conditions)
        if (auto range = range_of(table, condition)) ranges.push_back(*range);
    if (ranges.empty()) ranges = whole_index_in_order(table, query);
    if (const auto range = shortest(ranges)) {
        const bool one_value = range->begin == range->end || range->begin->value == std::prev(range->end)->value;
        const bool in_order = is_sorted_by(query, range->field->name) || (one_value && query.sort.empty());
        for (auto it = range->begin; it != range->end; ++it)
            if (visit(it->row, in_order) == Walk::Stop) return;
        return;
    }
    for (const auto& [key, row] : table.rows())
        if (visit(row, query.sort.empty()) == Walk::Stop) return;
}

// --- order and pages

struct Placed {
    Cursor place;
    const void* row;
};

class Order {
  public:
    Order(const engine::RowKind& kind, const Query& query) : query_(&query) {
        for (const engine::Sort& sort : query.sort) fields_.push_back(&kind.field(sort.field));
        fields_.push_back(&kind.fields.front());
    }

    Cursor place_of(const void* row) const {
        Cursor place;
        place.reserve(fields_.size());
        for (const FieldKind* field : fields_) place.push_back(field->cell_of(row));
        return place;
    }

    bool is_before(const Cursor& a, const Cursor& b) const {
        for (std::size_t i = 0; i < a.size(); ++i) {
            const bool descending = i < query_->sort.size() && query_->sort[i].descending;
            if (a[i] != b[i]) return descending ? b[i] < a[i] : a[i] < b[i];
        }
        return false;
    }

  private:
    const Query* query_;
    std::vector<const FieldKind*> fields_;
};

/// Which of `count` sorted rows are on the page: [first, last).
std::pair<std::size_t, std::size_t> page_of(const std::vector<Placed>& sorted, const Query& query, const Order& order) {
    const auto count = sorted.size();
    if (query.before) {
        const auto bound = std::partition_point(
            sorted.begin(), sorted.end(), [&](const Placed& it) { return order.is_before(it.place, *query.before); });
        const auto last = static_cast<std::size_t>(bound - sorted.begin());
        return {last - std::min(last, query.limit), last};
    }
    std::size_t first = std::min(query.from, count);
    if (query.after) {
        const auto bound = std::partition_point(
            sorted.begin(), sorted.end(), [&](const Placed& it) { return !order.is_before(*query.after, it.place); });
        first = static_cast<std::size_t>(bound - sorted.begin());
    }
    return {first, first + std::min(query.limit, count - first)};
}

}  // namespace

Hits search(std::span<const MemoryTable> tables, std::size_t kind, const Query& query) {
    const MemoryTable& table = tables[kind];
    const QueryTest test = test_of(tables, table.kind(), query);
    const Order order(table.kind(), query);
    const bool first_page_only = !query.count_total && !query.after && !query.before;

    std::vector<Placed> found;
    walk_candidates(table, query, [&](const void* row, bool in_order) {
        if (first_page_only && in_order && found.size() >= query.from + query.limit) return Walk::Stop;
        if (test.holds(row)) found.push_back({order.place_of(row), row});
        return Walk::GoOn;
    });
    std::sort(found.begin(), found.end(),
              [&](const Placed& a, const Placed& b) { return order.is_before(a.place, b.place); });

    const auto [first, last] = page_of(found, query, order);
    Hits hits;
    if (query.count_total) hits.total = static_cast<std::int64_t>(std::min(found.size(), query.total_max));
    for (auto i = first; i < last; ++i) hits.rows.push_back(found[i].row);
    if (first < last) {
        hits.start = std::move(found[first].place);
        hits.end = first + 1 == last ? hits.start : std::move(found[last - 1].place);
    }
    return hits;
}

}  // namespace dandori::memory
