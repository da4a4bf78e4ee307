// Numbers (DMN 1.5, 10.3.4.5).
#include "engine/feel/functions/arguments.h"

namespace dandori::feel {
namespace {

using Rounding = Decimal::Rounding;
using Operation = std::optional<Decimal> (Decimal::*)() const;

template <Operation operation>
Value of_number(Call& call) {
    if (!call[0].is_number()) return needs(call, 0, "a number");
    return value_or_no_result(call, (call[0].as_number().*operation)());
}

template <Rounding rounding>
Value rounded(Call& call) {
    if (!call[0].is_number()) return needs(call, 0, "a number");
    if (!given(call, 1)) return value_or_no_result(call, call[0].as_number().rounded(0, rounding));
    const auto scale = cut_integer(call[1]);
    if (!scale) return needs(call, 1, "a number from -6111 to 6176");
    return value_or_no_result(call, call[0].as_number().rounded(*scale, rounding));
}

Value absolute(Call& call) {
    const Value& value = call[0];
    if (value.is_number()) return value.as_number().absolute();
    if (value.is_months_duration()) return MonthsDuration{std::abs(value.as_months_duration().months)};
    if (value.is_days_duration()) {
        const Nanoseconds length = nanoseconds(value.as_days_duration());
        return value_or_no_result(call, duration_of(length < 0 ? -length : length));
    }
    return needs(call, 0, "a number or duration");
}

Value modulo(Call& call) {
    if (!call[0].is_number()) return needs(call, 0, "a number");
    if (!call[1].is_number()) return needs(call, 1, "a number");
    return value_or_no_result(call, call[0].as_number().modulo(call[1].as_number()));
}

template <bool odd>
Value has_parity(Call& call) {
    if (!call[0].is_number()) return needs(call, 0, "a number");
    if (!call[0].as_number().is_whole()) return false;
    const auto rest = call[0].as_number().modulo(Decimal(2));
    if (!rest) return no_result(call);
    return rest->is_zero() != odd;
}

}  // namespace

void add_number_functions(FunctionLibrary& library) {
    library.add("decimal", {"n", "scale"}, rounded<Rounding::HalfEven>);
    library.add("floor", {"n", "scale"}, rounded<Rounding::Floor>, 1);
    library.add("ceiling", {"n", "scale"}, rounded<Rounding::Ceiling>, 1);
    library.add("round up", {"n", "scale"}, rounded<Rounding::Up>, 1);
    library.add("round down", {"n", "scale"}, rounded<Rounding::Down>, 1);
    library.add("round half up", {"n", "scale"}, rounded<Rounding::HalfUp>, 1);
    library.add("round half down", {"n", "scale"}, rounded<Rounding::HalfDown>, 1);
    library.add("abs", {"n"}, absolute);
    library.add("abs", {"number"}, absolute);
    library.add("modulo", {"dividend", "divisor"}, modulo);
    library.add("sqrt", {"number"}, of_number<&Decimal::square_root>);
    library.add("log", {"number"}, of_number<&Decimal::logarithm>);
    library.add("exp", {"number"}, of_number<&Decimal::exponential>);
    library.add("odd", {"number"}, has_parity<true>);
    library.add("even", {"number"}, has_parity<false>);
}

}  // namespace dandori::feel
