#include "engine/feel/functions/arguments.h"

namespace dandori::feel {

Value needs(Call& call, std::size_t index, std::string_view what) {
    const Evaluator& evaluator = call.evaluator();
    const Function* function = evaluator.function();
    const Value& found = call[index];
    // A list of one stands for its item where no list is wanted (10.3.2.9.4).
    const bool list_wanted = what.find("list") != std::string_view::npos;
    if (function != nullptr && !list_wanted && found.is_list() && found.as_list().size() == 1 &&
        !found.as_list().front().is_list()) {
        std::vector<Value> arguments(call.arguments().begin(), call.arguments().end());
        arguments[index] = found.as_list().front();
        Call with_item(call.evaluator(), arguments);
        return function->call(with_item);
    }
    std::string name = std::to_string(index + 1);
    if (function != nullptr && !function->parameters.empty()) {
        name = function->parameters[std::min(index, function->parameters.size() - 1)].name;
    }
    return call.null("'" + name + "' of '" + std::string(evaluator.function_name()) + "' is " + described(call[index]) +
                     "; " + std::string(what) + " is needed.");
}

Value no_result(Call& call) {
    std::string text;
    for (const Value& argument : call.arguments()) text += (text.empty() ? "" : ", ") + described(argument);
    return call.null("'" + std::string(call.evaluator().function_name()) + "' has no result for " +
                     (text.empty() ? "nothing" : text) + ".");
}

std::optional<std::int64_t> cut_integer(const Value& value) {
    if (!value.is_number()) return {};
    const auto cut = value.as_number().rounded(0, Decimal::Rounding::Down);
    return cut ? cut->to_integer() : std::nullopt;
}

std::optional<std::span<const Value>> items_of(const Value& value) {
    if (value.is_null()) return {};
    if (value.is_list()) return std::span<const Value>(value.as_list());
    return std::span<const Value>(&value, 1);
}

std::optional<std::span<const Value>> items_or_arguments(Call& call) {
    if (call.arguments().size() == 1) return items_of(call[0]);
    return call.arguments();
}

const FunctionLibrary& built_in_functions() {
    static const FunctionLibrary library = [] {
        FunctionLibrary all;
        add_conversion_functions(all);
        add_boolean_functions(all);
        add_number_functions(all);
        add_string_functions(all);
        add_regex_functions(all);
        add_list_functions(all);
        add_list_changing_functions(all);
        add_statistic_functions(all);
        add_context_functions(all);
        add_temporal_functions(all);
        add_range_functions(all);
        add_camunda_functions(all);
        return all;
    }();
    return library;
}

}  // namespace dandori::feel
