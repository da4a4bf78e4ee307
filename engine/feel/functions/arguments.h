#pragma once
// What the functions' families share: looking at arguments, and saying what is wrong with them.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/feel/evaluator.h"

namespace dandori::feel {

/// Null, because the argument isn't what the function needs: "'n' of 'abs' is null; a number is needed." But a list of
/// one is taken for its item, and the function called once more.
Value needs(Call& call, std::size_t index, std::string_view what);
/// Null, because the function has no result: "'sqrt' has no result for number -1."
Value no_result(Call& call);

inline bool given(const Call& call, std::size_t index) { return const_cast<Call&>(call).arguments().size() > index; }
/// A whole number, a fraction cut off; none if it is no number or too large.
std::optional<std::int64_t> cut_integer(const Value&);
/// The items: of the one list given, or the arguments themselves. None if the one argument is null.
std::optional<std::span<const Value>> items_or_arguments(Call& call);
/// The items of a list, or the value as its only item. None for null.
std::optional<std::span<const Value>> items_of(const Value& value);

template <class T>
Value value_or_no_result(Call& call, std::optional<T> result) {
    return result ? Value(std::move(*result)) : no_result(call);
}

void add_conversion_functions(FunctionLibrary&);
void add_boolean_functions(FunctionLibrary&);
void add_number_functions(FunctionLibrary&);
void add_string_functions(FunctionLibrary&);
void add_regex_functions(FunctionLibrary&);
void add_list_functions(FunctionLibrary&);
void add_list_changing_functions(FunctionLibrary&);
void add_statistic_functions(FunctionLibrary&);
void add_context_functions(FunctionLibrary&);
void add_temporal_functions(FunctionLibrary&);
void add_range_functions(FunctionLibrary&);
void add_camunda_functions(FunctionLibrary&);

}  // namespace dandori::feel
