// `for`, `some` and `every` (DMN 1.5, 10.3.2.14).
#include "engine/feel/nodes.h"

namespace dandori::feel {
namespace {

/// What an iterator goes through: a list, or the whole numbers or days between two ends.
struct Domain {
    std::int64_t first = 0;
    std::int64_t step = 0;
    std::int64_t count = 0;
    bool days = false;
    Value held;

    Value at(std::int64_t index) const {
        if (held.is_list()) return held.as_list()[static_cast<std::size_t>(index)];
        const std::int64_t number = first + step * index;
        return days ? Value(date_from_days(number).value_or(Date{})) : Value(Decimal(number));
    }
};

std::optional<std::int64_t> whole_or_day(const Value& value) {
    if (value.is_date()) return days_from_date(value.as_date());
    return value.to_integer();
}

std::optional<Domain> between_ends(Evaluator& evaluator, const Node& at, const Value& first, const Value& last) {
    const auto begin = whole_or_day(first);
    const auto end = whole_or_day(last);
    constexpr std::int64_t far = std::int64_t{1} << 60;
    if (!begin || !end || first.kind() != last.kind() || *begin > far || *begin < -far || *end > far || *end < -far) {
        evaluator.null(at, "A loop can't lead from " + described(first) + " to " + described(last) +
                               "; whole numbers or dates are needed.");
        return {};
    }
    Domain domain;
    domain.first = *begin;
    domain.step = *begin <= *end ? 1 : -1;
    domain.count = (*end - *begin) * domain.step + 1;
    domain.days = first.is_date();
    return domain;
}

std::optional<Domain> domain_of(Evaluator& evaluator, const Iterator& iterator) {
    Value value = iterator.domain->evaluate(evaluator);
    if (iterator.last) return between_ends(evaluator, *iterator.domain, value, iterator.last->evaluate(evaluator));
    if (value.is_null()) {
        evaluator.null(*iterator.domain, "null can't be gone through; a list is needed.");
        return {};
    }
    if (value.is_range()) {
        const Range& range = value.as_range();
        auto domain =
            between_ends(evaluator, *iterator.domain, range.low.value_or(Value()), range.high.value_or(Value()));
        if (!domain) return {};
        if (!range.low_included) {
            domain->first += domain->step;
            --domain->count;
        }
        if (!range.high_included) --domain->count;
        domain->count = std::max<std::int64_t>(domain->count, 0);
        return domain;
    }
    Domain domain;
    domain.held = value.is_list() ? std::move(value) : Value(List{std::move(value)});
    domain.count = static_cast<std::int64_t>(domain.held.as_list().size());
    return domain;
}

/// Calls `visit` for every combination; false if a domain is none, `visit` asks to end, or a bound is reached.
template <class Visit>
bool for_each(Evaluator& evaluator, const Node& at, const std::vector<Iterator>& iterators, std::size_t depth,
              const Visit& visit) {
    const auto domain = domain_of(evaluator, iterators[depth]);
    if (!domain) return false;
    for (std::int64_t index = 0; index < domain->count; ++index) {
        if (!evaluator.may_iterate(at)) return false;
        evaluator.slot(iterators[depth].slot) = domain->at(index);
        const bool last = depth + 1 == iterators.size();
        if (last ? !visit() : !for_each(evaluator, at, iterators, depth + 1, visit)) return false;
    }
    return true;
}

}  // namespace

Value ForNode::evaluate(Evaluator& evaluator) const {
    const Evaluator::Level level(evaluator, *this);
    if (!level.allowed) return {};
    auto results = std::make_shared<List>();
    std::uint16_t nesting = 0;
    std::uint64_t weight = 0;
    const bool whole = for_each(evaluator, *this, iterators, 0, [&] {
        if (partial_slot) {
            // `partial` is the growing list itself; only who keeps it makes it be copied.
            evaluator.slot(*partial_slot) = Value(std::shared_ptr<const List>(results), nesting, weight);
        }
        Value value = body->evaluate(evaluator);
        if (partial_slot) {
            evaluator.slot(*partial_slot) = Value();
            if (results.use_count() > 1) {
                if (!evaluator.may_iterate(*this, results->size())) return false;
                results = std::make_shared<List>(*results);
            }
        }
        nesting = std::max(nesting, value.nesting());
        weight += value.weight();
        results->push_back(std::move(value));
        if (nesting < value_nesting_max && weight < value_weight_max && results->size() <= list_size_max) return true;
        evaluator.bounded(*this, Value(std::shared_ptr<const List>(results), nesting, weight));
        return false;
    });
    return whole ? Value(std::shared_ptr<const List>(std::move(results)), nesting, weight) : Value();
}

Value QuantifiedNode::evaluate(Evaluator& evaluator) const {
    const Evaluator::Level level(evaluator, *this);
    if (!level.allowed) return {};
    bool unknown = false;
    bool decided = false;
    const bool whole = for_each(evaluator, *this, iterators, 0, [&] {
        const Value holds = condition->evaluate(evaluator);
        if (!holds.is_boolean()) {
            unknown = true;
        } else if (holds.as_boolean() != is_every) {
            decided = true;
        }
        return !decided;
    });
    if (decided) return !is_every;
    if (!whole) return {};
    if (unknown) return evaluator.null(*this, "The condition isn't a boolean for every item.");
    return is_every;
}

}  // namespace dandori::feel
