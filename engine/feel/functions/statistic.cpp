// What a list amounts to (DMN 1.5, 10.3.4.4): sum, mean, least, most common ...
#include <algorithm>

#include "engine/feel/functions/arguments.h"

namespace dandori::feel {
namespace {

/// The numbers given; none, and `why` is set, if there is anything else among them.
std::optional<std::vector<Decimal>> numbers(Call& call, Value& why) {
    const auto items = items_or_arguments(call);
    if (!items) {
        why = needs(call, 0, "a list of numbers");
        return {};
    }
    std::vector<Decimal> result;
    result.reserve(items->size());
    for (const Value& item : *items) {
        if (!item.is_number()) {
            why = call.null("The list given to '" + std::string(call.evaluator().function_name()) + "' holds " +
                            described(item) + "; numbers are needed.");
            return {};
        }
        result.push_back(item.as_number());
    }
    return result;
}

std::optional<Decimal> total(const std::vector<Decimal>& values) {
    std::optional<Decimal> sum = Decimal(0);
    for (const Decimal& value : values) {
        if (sum) sum = sum->plus(value);
    }
    return sum;
}

std::optional<Decimal> mean_of(const std::vector<Decimal>& values) {
    const auto sum = total(values);
    return sum && !values.empty() ? sum->divided_by(Decimal(static_cast<std::int64_t>(values.size()))) : std::nullopt;
}

template <class Compute>
auto of_numbers(Compute compute) {
    return [compute](Call& call) -> Value {
        Value why;
        auto values = numbers(call, why);
        if (!values) return why;
        return value_or_no_result(call, compute(*values));
    };
}

std::optional<Decimal> sum_of(const std::vector<Decimal>& values) {
    return values.empty() ? std::nullopt : total(values);
}

std::optional<Decimal> product_of(const std::vector<Decimal>& values) {
    if (values.empty()) return {};
    std::optional<Decimal> product = Decimal(1);
    for (const Decimal& value : values) {
        if (product) product = product->times(value);
    }
    return product;
}

std::optional<Decimal> median_of(std::vector<Decimal>& values) {
    if (values.empty()) return {};
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    if (values.size() % 2 == 1) return values[middle];
    const auto sum = values[middle - 1].plus(values[middle]);
    return sum ? sum->divided_by(Decimal(2)) : std::nullopt;
}

std::optional<Decimal> deviation_of(const std::vector<Decimal>& values) {
    if (values.size() < 2) return {};
    const auto mean = mean_of(values);
    if (!mean) return {};
    std::optional<Decimal> squares = Decimal(0);
    for (const Decimal& value : values) {
        const auto distance = value.minus(*mean);
        const auto square = distance ? distance->times(*distance) : std::nullopt;
        squares = square && squares ? squares->plus(*square) : std::nullopt;
    }
    const auto variance =
        squares ? squares->divided_by(Decimal(static_cast<std::int64_t>(values.size() - 1))) : std::nullopt;
    return variance ? variance->square_root() : std::nullopt;
}

std::optional<List> modes_of(std::vector<Decimal>& values) {
    std::sort(values.begin(), values.end());
    List modes;
    std::size_t most = 0;
    for (std::size_t begin = 0; begin < values.size();) {
        std::size_t end = begin;
        while (end < values.size() && values[end] == values[begin]) ++end;
        if (end - begin > most) modes.clear();
        if (end - begin >= most) {
            most = end - begin;
            modes.emplace_back(values[begin]);
        }
        begin = end;
    }
    return modes;
}

template <bool greatest>
Value extreme(Call& call) {
    const auto items = items_or_arguments(call);
    if (!items) return needs(call, 0, "a list");
    if (items->empty()) return no_result(call);
    const Value* best = &items->front();
    for (const Value& item : *items) {
        const auto order = compare(item, *best);
        if (!order) {
            return call.null("'" + std::string(call.evaluator().function_name()) + "' can't compare " +
                             described(*best) + " with " + described(item) + ".");
        }
        if (greatest ? *order > 0 : *order < 0) best = &item;
    }
    return *best;
}

template <bool all>
Value all_or_any(Call& call) {
    const auto items = items_or_arguments(call);
    if (!items) return needs(call, 0, "a list of booleans");
    const Value* unknown = nullptr;
    for (const Value& item : *items) {
        if (!item.is_boolean()) {
            unknown = &item;
        } else if (item.as_boolean() != all) {
            return !all;
        }
    }
    if (unknown == nullptr) return all;
    return call.null("The list given to '" + std::string(call.evaluator().function_name()) + "' holds " +
                     described(*unknown) + "; booleans are needed.");
}

}  // namespace

void add_statistic_functions(FunctionLibrary& library) {
    library.add("min", {"list"}, extreme<false>, 1, true);
    library.add("max", {"list"}, extreme<true>, 1, true);
    library.add("sum", {"list"}, of_numbers(sum_of), 1, true);
    library.add("mean", {"list"}, of_numbers(mean_of), 1, true);
    library.add("product", {"list"}, of_numbers(product_of), 1, true);
    library.add("median", {"list"}, of_numbers(median_of), 1, true);
    library.add("stddev", {"list"}, of_numbers(deviation_of), 1, true);
    library.add("mode", {"list"}, of_numbers(modes_of), 1, true);
    library.add("all", {"list"}, all_or_any<true>, 1, true);
    library.add("any", {"list"}, all_or_any<false>, 1, true);
}

}  // namespace dandori::feel
