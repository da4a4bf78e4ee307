#pragma once
#include "adapters/worker/expression.h"

namespace dandori::test {

/// The least of expressions: `a.b.c` is looked up, `fail()` fails, anything else comes back as its own text.
inline Result<boost::json::value> evaluate_plainly(std::string_view expression, const boost::json::object& variables) {
    if (expression == "fail()") return fail(Failure::Kind::ExtractValue, "It was asked to fail.");
    const boost::json::object* object = &variables;
    for (auto rest = expression;;) {
        const auto dot = rest.find('.');
        const auto* value = object->if_contains(rest.substr(0, dot));
        if (!value) return boost::json::value(boost::json::string(expression));
        if (dot == std::string_view::npos) return *value;
        if (!value->is_object()) return boost::json::value(nullptr);
        object = &value->get_object();
        rest.remove_prefix(dot + 1);
    }
}

}  // namespace dandori::test
