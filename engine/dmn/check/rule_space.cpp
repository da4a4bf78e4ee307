#include "engine/dmn/check/rule_space.h"

#include <algorithm>

namespace dandori::dmn::check_detail {
namespace {

constexpr std::size_t cells_max = 8'000'000;  // bits kept for one column

bool empty(const Bits& bits) {
    return std::all_of(bits.begin(), bits.end(), [](std::uint64_t word) { return word == 0; });
}

Bits both(const Bits& left, const Bits& right) {
    Bits made(left.size());
    for (std::size_t word = 0; word < left.size(); ++word) made[word] = left[word] & right[word];
    return made;
}

std::optional<CellTest> test_of(const Constraint& constraint) {
    Formula formula;
    formula.text = constraint.text;
    formula.empty = false;
    return cell_test(formula);
}

// The values that a column can have, by its own list or its type; none if that isn't said or can't be told.
std::optional<CellTest> domain_test(const InputClause& input) {
    if (input.values) return test_of(*input.values);
    for (const ItemType* type = input.type; type;) {
        if (type->form == ItemType::Form::List) return std::nullopt;
        if (type->allowed) return test_of(*type->allowed);
        type = type->form == ItemType::Form::Alias ? type->inner : nullptr;
    }
    return std::nullopt;
}

feel::Value moved(const feel::Value& value, int by) {
    if (value.is_number()) {
        const auto next = value.as_number().plus(feel::Decimal(by));
        return next ? feel::Value(*next) : value;
    }
    if (value.is_date()) {
        const auto next = feel::date_from_days(feel::days_from_date(value.as_date()) + by);
        return next ? feel::Value(*next) : value;
    }
    return value;
}

feel::Value between(const feel::Value& low, const feel::Value& high) {
    const feel::Value next = moved(low, 1);
    if (order(next, low) > 0 && order(next, high) < 0) return next;
    if (!low.is_number()) return low;
    const auto sum = low.as_number().plus(high.as_number());
    const auto middle = sum ? sum->divided_by(feel::Decimal(2)) : std::nullopt;
    return middle ? feel::Value(*middle) : low;
}

}  // namespace

std::optional<RuleSpace> RuleSpace::of(const TableBox& table) {
    RuleSpace space;
    space.rules_ = table.rules.size();
    for (std::size_t at = 0; at < table.inputs.size(); ++at) {
        std::vector<CellTest> tests;
        for (const Rule& rule : table.rules) {
            auto test = cell_test(rule.tests[at]);
            if (!test) return std::nullopt;
            tests.push_back(std::move(*test));
        }
        std::optional<CellTest> domain = domain_test(table.inputs[at]);
        CellTest both_booleans;
        both_booleans.kind = feel::Kind::Boolean;
        both_booleans.intervals = {{feel::Value(false), true, feel::Value(false), true},
                                   {feel::Value(true), true, feel::Value(true), true}};
        const bool boolean = std::any_of(tests.begin(), tests.end(), [](const CellTest& test) {
            return !test.any && test.kind == feel::Kind::Boolean;
        });
        if (boolean && !domain) domain = both_booleans;
        std::vector<const CellTest*> pointers;
        for (const CellTest& test : tests) pointers.push_back(&test);
        if (domain) pointers.push_back(&*domain);
        auto segments = segments_of(pointers);
        if (!segments || segments->size() * (space.rules_ + 1) > cells_max) return std::nullopt;
        Column column;
        column.label = table.inputs[at].label;
        column.segments = std::move(*segments);
        CellTest any;
        any.any = true;
        column.domain = column.segments.of(domain ? *domain : any);
        if (column.segments.kind == feel::Kind::Date) {  // nothing lies between a day and the next
            for (std::size_t point = 1; point < column.segments.points.size(); ++point) {
                const auto days = [&](std::size_t index) {
                    return feel::days_from_date(column.segments.points[index].as_date());
                };
                if (days(point) - days(point - 1) == 1)
                    column.domain[2 * point / 64] &= ~(std::uint64_t{1} << (2 * point % 64));
            }
        }
        column.groups.assign(column.segments.size(), Bits(words_for(space.rules_)));
        for (std::size_t rule = 0; rule < tests.size(); ++rule) {
            column.of_rule.push_back(both(column.segments.of(tests[rule]), column.domain));
            for (std::size_t segment = 0; segment < column.segments.size(); ++segment) {
                if (has(column.of_rule.back(), segment)) put(column.groups[segment], rule);
            }
        }
        space.columns_.push_back(std::move(column));
    }
    return space;
}

std::optional<std::size_t> RuleSpace::never_true(std::size_t rule) const {
    for (std::size_t at = 0; at < columns_.size(); ++at) {
        if (empty(columns_[at].of_rule[rule])) return at;
    }
    return std::nullopt;
}

std::optional<std::string> RuleSpace::overlap(std::size_t left, std::size_t right) const {
    for (const Column& column : columns_) {
        const Bits& one = column.of_rule[left];
        const Bits& other = column.of_rule[right];
        bool any = false;
        for (std::size_t word = 0; word < one.size() && !any; ++word) any = (one[word] & other[word]) != 0;
        if (!any) return std::nullopt;
    }
    std::vector<std::size_t> path;
    for (const Column& column : columns_) {
        const Bits shared = both(column.of_rule[left], column.of_rule[right]);
        std::size_t segment = 0;
        while (!has(shared, segment)) ++segment;
        path.push_back(segment);
    }
    return text_of(path);
}

// Goes through the segments column by column, as long as rules are left; where none is left, it has found something.
void RuleSpace::search(Search& search, const Bits& active, const std::size_t* within_rule) const {
    if (steps_left_ == 0) search.gave_up = true;
    if (search.found.size() >= search.count_max || search.gave_up) return;
    --steps_left_;
    if (empty(active)) {
        search.found.push_back(search.path);
        return;
    }
    const std::size_t at = search.path.size();
    if (at == columns_.size()) return;
    if (!search.seen[at].insert(active).second) return;
    const Column& column = columns_[at];
    const Bits& allowed = within_rule ? column.of_rule[*within_rule] : column.domain;
    std::set<Bits> other_texts;  // what lies between two texts is like what lies between two others
    for (std::size_t segment = 0; segment < column.segments.size(); ++segment) {
        if (!has(allowed, segment)) continue;
        const bool other_text = column.segments.kind == feel::Kind::String && segment % 2 == 0;
        if (other_text && !other_texts.insert(column.groups[segment]).second) continue;
        search.path.push_back(segment);
        this->search(search, both(active, column.groups[segment]), within_rule);
        search.path.pop_back();
    }
}

bool RuleSpace::hidden(std::size_t rule) const {
    if (never_true(rule)) return false;
    Search search;
    search.seen.resize(columns_.size());
    Bits earlier(words_for(rules_));
    for (std::size_t index = 0; index < rule; ++index) put(earlier, index);
    this->search(search, earlier, &rule);
    return search.found.empty() && !search.gave_up;
}

std::vector<std::string> RuleSpace::gaps(std::size_t count_max) const {
    Search search;
    search.count_max = count_max;
    search.seen.resize(columns_.size());
    Bits all(words_for(rules_));
    for (std::size_t index = 0; index < rules_; ++index) put(all, index);
    this->search(search, all, nullptr);
    std::vector<std::string> texts;
    for (const auto& path : search.found) texts.push_back(text_of(path));
    return texts;
}

std::string RuleSpace::text_of(const std::vector<std::size_t>& path) const {
    std::string text;
    for (std::size_t at = 0; at < path.size(); ++at) {
        if (columns_[at].segments.points.empty()) continue;
        text += (text.empty() ? "" : ", ") + columns_[at].label + " = " + example(columns_[at], path[at]);
    }
    return text.empty() ? "any input" : text;
}

std::string RuleSpace::example(const Column& column, std::size_t segment) {
    const auto& points = column.segments.points;
    if (segment % 2 == 1) return feel::to_literal(points[segment / 2]);
    if (column.segments.kind == feel::Kind::String) return "any other text";
    const std::size_t next = segment / 2;
    if (next == 0) {
        const feel::Value below = moved(points.front(), -1);
        return below == points.front() ? "less than " + feel::to_literal(below) : feel::to_literal(below);
    }
    if (next == points.size()) {
        const feel::Value above = moved(points.back(), 1);
        return above == points.back() ? "more than " + feel::to_literal(above) : feel::to_literal(above);
    }
    const feel::Value inside = between(points[next - 1], points[next]);
    if (order(inside, points[next - 1]) != 0) return feel::to_literal(inside);
    return "between " + feel::to_literal(points[next - 1]) + " and " + feel::to_literal(points[next]);
}

}  // namespace dandori::dmn::check_detail
