// Lists with items taken out, put in, replaced or put in order (DMN 1.5, 10.3.4.4, 10.3.4.8).
#include <algorithm>
#include <array>

#include "engine/feel/functions/arguments.h"

namespace dandori::feel {
namespace {

/// The offset of a position from 1 or, if negative, from the end; none if there is no item.
std::optional<std::size_t> offset_of(const Value& position, std::size_t size) {
    const auto at = cut_integer(position);
    const auto count = static_cast<std::int64_t>(size);
    if (!at || *at == 0 || *at > count || *at < -count) return {};
    return static_cast<std::size_t>(*at > 0 ? *at - 1 : count + *at);
}

Value needs_position(Call& call, std::size_t index, std::size_t size) {
    return needs(
        call, index,
        "a position from 1 to " + std::to_string(size) + " or, from the end, from -1 to -" + std::to_string(size));
}

Value sublist(Call& call) {
    const auto items = items_of(call[0]);
    if (!items) return needs(call, 0, "a list");
    const auto begin = offset_of(call[1], items->size());
    if (!begin) return needs_position(call, 1, items->size());
    auto rest = items->subspan(*begin);
    if (given(call, 2)) {
        const auto length = cut_integer(call[2]);
        if (!length || *length < 1 || *length > static_cast<std::int64_t>(rest.size())) {
            return needs(call, 2, "a length from 1 to " + std::to_string(rest.size()));
        }
        rest = rest.first(static_cast<std::size_t>(*length));
    }
    return List(rest.begin(), rest.end());
}

Value insert_before(Call& call) {
    const auto items = items_of(call[0]);
    if (!items) return needs(call, 0, "a list");
    const auto at = offset_of(call[1], items->size());
    if (!at) return needs_position(call, 1, items->size());
    List result(items->begin(), items->end());
    result.insert(result.begin() + static_cast<std::ptrdiff_t>(*at), call[2]);
    return result;
}

Value remove_item(Call& call) {
    const auto items = items_of(call[0]);
    if (!items) return needs(call, 0, "a list");
    const auto at = offset_of(call[1], items->size());
    if (!at) return needs_position(call, 1, items->size());
    List result(items->begin(), items->end());
    result.erase(result.begin() + static_cast<std::ptrdiff_t>(*at));
    return result;
}

Value replace_matching(Call& call, std::span<const Value> items) {
    if (call[1].as_function().parameters.size() != 2) return needs(call, 1, "a function of an item and the new item");
    List result;
    for (const Value& item : items) {
        if (!call.evaluator().may_iterate_at_call(1)) return {};
        const std::array<Value, 2> pair{item, call[2]};
        const Value replaces = call.invoke(call[1], pair);
        if (!replaces.is_boolean())
            return call.null("'match' of 'list replace' gave " + described(replaces) + "; a boolean is needed.");
        result.push_back(replaces.as_boolean() ? call[2] : item);
    }
    return result;
}

Value list_replace(Call& call) {
    const auto items = items_of(call[0]);
    if (!items) return needs(call, 0, "a list");
    if (call[1].is_function()) return replace_matching(call, *items);
    const auto at = offset_of(call[1], items->size());
    if (!at) return needs_position(call, 1, items->size());
    List result(items->begin(), items->end());
    result[*at] = call[2];
    return result;
}

Value reverse(Call& call) {
    const auto items = items_of(call[0]);
    if (!items) return needs(call, 0, "a list");
    return List(items->rbegin(), items->rend());
}

/// Sorts by merging, keeping the order of equals. The order comes from outside and may contradict itself, which the
/// library's sorting doesn't survive. False if `precedes` asks to end.
template <class Precedes>
bool merge_sort(std::vector<Value>& items, const Precedes& precedes) {
    std::vector<Value> other(items.size());
    for (std::size_t width = 1; width < items.size(); width *= 2) {
        for (std::size_t begin = 0; begin < items.size(); begin += 2 * width) {
            const std::size_t middle = std::min(begin + width, items.size());
            const std::size_t end = std::min(begin + 2 * width, items.size());
            std::size_t left = begin;
            std::size_t right = middle;
            for (std::size_t at = begin; at < end; ++at) {
                bool take_right = left == middle;
                if (!take_right && right < end) {
                    const auto first = precedes(items[right], items[left]);
                    if (!first) return false;
                    take_right = *first;
                }
                other[at] = std::move(take_right ? items[right++] : items[left++]);
            }
        }
        items.swap(other);
    }
    return true;
}

Value sort(Call& call) {
    const auto items = items_of(call[0]);
    if (!items) return needs(call, 0, "a list");
    List result(items->begin(), items->end());
    Value why;
    const auto by_function = [&](const Value& left, const Value& right) -> std::optional<bool> {
        if (!call.evaluator().may_iterate_at_call(1)) return {};
        const std::array<Value, 2> pair{left, right};
        const Value precedes = call.invoke(call[1], pair);
        if (precedes.is_boolean()) return precedes.as_boolean();
        why = call.null("'precedes' of 'sort' gave " + described(precedes) + "; a boolean is needed.");
        return {};
    };
    const auto by_value = [&](const Value& left, const Value& right) -> std::optional<bool> {
        const auto order = compare(left, right);
        if (order) return *order < 0;
        why = call.null("'sort' can't compare " + described(left) + " with " + described(right) + ".");
        return {};
    };
    if (given(call, 1) && !call[1].is_function()) return needs(call, 1, "a function");
    const bool sorted = given(call, 1) ? merge_sort(result, by_function) : merge_sort(result, by_value);
    return sorted ? Value(std::move(result)) : why;
}

}  // namespace

void add_list_changing_functions(FunctionLibrary& library) {
    library.add("sublist", {"list", "start position", "length"}, sublist, 2);
    library.add("insert before", {"list", "position", "newItem"}, insert_before);
    library.add("remove", {"list", "position"}, remove_item);
    library.add("list replace", {"list", "position", "newItem"}, list_replace);
    library.add("list replace", {"list", "match", "newItem"}, list_replace);
    library.add("reverse", {"list"}, reverse);
    library.add("sort", {"list", "precedes"}, sort, 1);
}

}  // namespace dandori::feel
