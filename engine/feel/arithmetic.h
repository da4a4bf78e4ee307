#pragma once
// FEEL's arithmetic on values (DMN 1.5, 10.3.2.11, tables 55 to 60).

#include <optional>

#include "engine/feel/value.h"

namespace dandori::feel {

/// None where the operation isn't defined for the kinds or has no result.
std::optional<Value> sum(const Value&, const Value&);
std::optional<Value> difference(const Value&, const Value&);
std::optional<Value> product(const Value&, const Value&);
std::optional<Value> quotient(const Value&, const Value&);
std::optional<Value> power(const Value&, const Value&);
std::optional<Value> negation(const Value&);

}  // namespace dandori::feel
