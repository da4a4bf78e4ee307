// Questions about lists, and lists put together (DMN 1.5, 10.3.4.4).
#include <algorithm>
#include <map>

#include "engine/feel/functions/arguments.h"

namespace dandori::feel {
namespace {

/// Which of the items are equal to an earlier one; scalars by order, so that long lists don't take forever.
class Seen {
  public:
    explicit Seen(Call& call) : call_(call) {}

    /// False if an equal value was added before, or the bounds ask to end.
    bool add(const Value& value) {
        if (value.is_number()) return numbers_.emplace(value.as_number(), true).second;
        if (value.is_string()) return strings_.emplace(value.as_string(), true).second;
        if (!call_.evaluator().may_iterate_at_call(others_.size() + 1)) return false;
        if (std::any_of(others_.begin(), others_.end(),
                        [&](const Value& other) { return equal(other, value) == true; }))
            return false;
        others_.push_back(value);
        return true;
    }

  private:
    Call& call_;
    std::map<Decimal, bool> numbers_;
    std::map<std::string, bool, std::less<>> strings_;
    List others_;
};

Value distinct(Call& call, std::span<const Value> items) {
    Seen seen(call);
    List result;
    for (const Value& item : items) {
        if (seen.add(item)) result.push_back(item);
    }
    return result;
}

Value distinct_values(Call& call) {
    const auto items = items_of(call[0]);
    return items ? distinct(call, *items) : needs(call, 0, "a list");
}

Value duplicate_values(Call& call) {
    const auto items = items_of(call[0]);
    if (!items) return needs(call, 0, "a list");
    Seen seen(call);
    Seen told(call);
    List result;
    for (const Value& item : *items) {
        if (!seen.add(item) && told.add(item)) result.push_back(item);
    }
    return result;
}

std::optional<List> joined(Call& call, Value& why) {
    List result;
    for (std::size_t index = 0; index < call.arguments().size(); ++index) {
        const auto items = items_of(call[index]);
        if (!items) {
            why = needs(call, index, "a list");
            return {};
        }
        if (result.size() + items->size() > list_size_max) {
            why = call.null("Lists of more than " + std::to_string(list_size_max) + " items are not made.");
            return {};
        }
        result.insert(result.end(), items->begin(), items->end());
    }
    return result;
}

Value concatenate(Call& call) {
    Value why;
    auto list = joined(call, why);
    return list ? Value(std::move(*list)) : why;
}

Value unite(Call& call) {
    Value why;
    const auto list = joined(call, why);
    return list ? distinct(call, *list) : why;
}

Value append(Call& call) {
    const auto items = items_of(call[0]);
    if (!items) return needs(call, 0, "a list");
    List result(items->begin(), items->end());
    const auto more = call.arguments().subspan(1);
    result.insert(result.end(), more.begin(), more.end());
    return result;
}

bool flatten_into(Call& call, List& result, const List& list) {
    for (const Value& item : list) {
        if (!call.evaluator().may_iterate_at_call(1) || result.size() > list_size_max) return false;
        if (!item.is_list()) {
            result.push_back(item);
        } else if (!flatten_into(call, result, item.as_list())) {
            return false;
        }
    }
    return true;
}

Value flatten(Call& call) {
    const auto items = items_of(call[0]);
    if (!items) return needs(call, 0, "a list");
    List result;
    flatten_into(call, result, List(items->begin(), items->end()));
    return result;
}

Value list_contains(Call& call) {
    const auto items = items_of(call[0]);
    if (!items) return needs(call, 0, "a list");
    return std::any_of(items->begin(), items->end(), [&](const Value& item) { return equal(item, call[1]) == true; });
}

Value index_of(Call& call) {
    const auto items = items_of(call[0]);
    if (!items) return needs(call, 0, "a list");
    List result;
    for (std::size_t index = 0; index < items->size(); ++index) {
        if (equal((*items)[index], call[1]) == true) result.emplace_back(static_cast<std::int64_t>(index + 1));
    }
    return result;
}

Value count(Call& call) {
    const auto items = items_of(call[0]);
    if (!items) return needs(call, 0, "a list");
    return static_cast<std::int64_t>(items->size());
}

Value is_empty(Call& call) {
    if (!call[0].is_list()) return needs(call, 0, "a list");
    return call[0].as_list().empty();
}

Value partition(Call& call) {
    const auto items = items_of(call[0]);
    if (!items) return needs(call, 0, "a list");
    const auto size = cut_integer(call[1]);
    if (!size || *size < 1) return needs(call, 1, "a number from 1");
    List result;
    const auto step = std::min(static_cast<std::size_t>(*size), items->size());
    for (std::size_t at = 0; at < items->size(); at += step) {
        const auto part = items->subspan(at, std::min(step, items->size() - at));
        result.emplace_back(List(part.begin(), part.end()));
    }
    return result;
}

}  // namespace

void add_list_functions(FunctionLibrary& library) {
    library.add("list contains", {"list", "element"}, list_contains);
    library.add("count", {"list"}, count);
    library.add("concatenate", {"list"}, concatenate, 1, true);
    library.add("append", {"list", "item"}, append, 1, true);
    library.add("append", {"list", "items"}, append, 1, true);
    library.add("union", {"list"}, unite, 1, true);
    library.add("distinct values", {"list"}, distinct_values);
    library.add("duplicate values", {"list"}, duplicate_values);
    library.add("flatten", {"list"}, flatten);
    library.add("index of", {"list", "match"}, index_of);
    library.add("is empty", {"list"}, is_empty);
    library.add("partition", {"list", "size"}, partition);
}

}  // namespace dandori::feel
