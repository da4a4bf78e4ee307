#pragma once
#include "adapters/worker/expression.h"
#include "engine/feel/expression.h"
#include "engine/feel/json.h"

namespace dandori::test {

/// The engine's own FEEL, as the program hands it to the rooms.
inline worker::Evaluate feel_expressions() {
    return [](std::string_view text, const boost::json::object& variables) -> Result<boost::json::value> {
        const auto expression = TRY(feel::Expression::parse(text));
        const feel::ContextScope scope(TRY(feel::from_json(boost::json::serialize(variables))));
        return boost::json::parse(feel::to_json(expression.evaluate(scope, {}).value));
    };
}

}  // namespace dandori::test
