// Lists, contexts, ranges and filters (DMN 1.5, 10.3.2.5, 10.3.2.6, 10.3.2.12).
#include <algorithm>

#include "engine/feel/nodes.h"

namespace dandori::feel {
namespace {

/// The item at a position from 1, or from the end if negative.
Value item_at(Evaluator& evaluator, const Node& at, const List& list, const Value& position) {
    const auto size = static_cast<std::int64_t>(list.size());
    const auto rounded = position.as_number().rounded(0, Decimal::Rounding::Down);
    const auto index = rounded ? rounded->to_integer() : std::nullopt;
    if (index && *index >= 1 && *index <= size) return list[static_cast<std::size_t>(*index - 1)];
    if (index && *index <= -1 && *index >= -size) return list[static_cast<std::size_t>(size + *index)];
    return evaluator.null(at, "The list has " + std::to_string(size) + " items; there is none at " +
                                  position.as_number().to_text() + ".");
}

bool comparable(const Value& value) {
    switch (value.kind()) {
        case Kind::Number:
        case Kind::String:
        case Kind::Date:
        case Kind::Time:
        case Kind::DateTime:
        case Kind::DaysDuration:
        case Kind::MonthsDuration: return true;
        default: return false;
    }
}

}  // namespace

Value ListNode::evaluate(Evaluator& evaluator) const {
    const Evaluator::Level level(evaluator, *this);
    if (!level.allowed) return {};
    if (!evaluator.may_look_at(*this, items.size())) return {};
    List list;
    list.reserve(items.size());
    for (const NodePointer& item : items) list.push_back(item->evaluate(evaluator));
    return evaluator.bounded(*this, std::move(list));
}

Value ContextNode::evaluate(Evaluator& evaluator) const {
    const Evaluator::Level level(evaluator, *this);
    if (!level.allowed) return {};
    Context context;
    for (const Entry& entry : entries) {
        if (context.find(entry.name) != nullptr) {
            return evaluator.null(*this, "The context has two entries '" + entry.name + "'.");
        }
        Value value = entry.value->evaluate(evaluator);
        evaluator.slot(entry.slot) = value;
        context.put(entry.name, std::move(value));
    }
    return evaluator.bounded(*this, std::move(context));
}

Value RangeNode::evaluate(Evaluator& evaluator) const {
    const Evaluator::Level level(evaluator, *this);
    if (!level.allowed) return {};
    Range range;
    range.low_included = low_included;
    range.high_included = high_included;
    for (const auto& [node, end] : {std::pair{&low, &range.low}, std::pair{&high, &range.high}}) {
        if (!*node) continue;
        *end = (*node)->evaluate(evaluator);
        if (!comparable(**end)) {
            return evaluator.null(*this, "A range can't end at " + described(**end) +
                                             "; a number, string, date, time or duration is needed.");
        }
    }
    if (single) range.high = range.low;
    if (range.low && range.high && range.low->kind() != range.high->kind()) {
        return evaluator.null(
            *this, "A range can't lead from " + described(*range.low) + " to " + described(*range.high) + ".");
    }
    return Value(std::move(range));
}

Value FilterNode::evaluate(Evaluator& evaluator) const {
    const Evaluator::Level level(evaluator, *this);
    if (!level.allowed) return {};
    const Value value = base->evaluate(evaluator);
    if (value.is_null()) return evaluator.null(*this, "null can't be filtered.");
    const Value held = value.is_list() ? value : Value(List{value});
    const List& list = held.as_list();
    if (!uses_item) {
        const Value wanted = condition->evaluate(evaluator);
        if (wanted.is_number()) return item_at(evaluator, *this, list, wanted);
        if (wanted.is_true()) return held;
        if (!wanted.is_boolean()) {
            evaluator.null(*condition, "A filter needs a boolean or a number, not " + described(wanted) + ".");
        }
        return List{};
    }
    List kept;
    if (list.empty()) {
        const Evaluator::Mute mute(evaluator);
        evaluator.slot(item_slot) = Value();
        return condition->evaluate(evaluator).is_number() ? Value() : Value(std::move(kept));
    }
    for (std::size_t index = 0; index < list.size(); ++index) {
        if (!evaluator.may_iterate(*this)) return {};
        evaluator.slot(item_slot) = list[index];
        const Value wanted = condition->evaluate(evaluator);
        if (index == 0 && wanted.is_number()) return item_at(evaluator, *this, list, wanted);
        if (wanted.is_true()) kept.push_back(list[index]);
    }
    return kept;
}

}  // namespace dandori::feel
