// Expressions from anywhere: whatever they are, evaluating them ends within the bounds, and the value can be written.
#include <cstdlib>

#include "engine/feel/expression.h"
#include "engine/feel/json.h"
#include "engine/feel/text.h"

namespace {

using namespace dandori;

void demand(bool holds) {
    if (!holds) std::abort();
}

const feel::Value& variables() {
    static const feel::Value context =
        feel::from_json(
            R"({"x": 21, "name": "青木", "flags": [true, null], "order": {"items": [{"price": 5}, {"price": 7}], "due": "2026-04-02"}})")
            .value();
    return context;
}

void check(const feel::Evaluation& evaluation) {
    const std::string text = feel::to_literal(evaluation.value);
    demand(feel::is_utf8(text));
    demand(evaluation.warnings.size() <= 100);
    for (const feel::Warning& warning : evaluation.warnings)
        demand(feel::is_utf8(warning.text) && feel::is_utf8(warning.expression));
    const std::string json = feel::to_json(evaluation.value);
    if (evaluation.value.nesting() < feel::json_depth_max) demand(feel::from_json(json).has_value());
}

void evaluate(std::string_view text) {
    feel::Surroundings surroundings;
    const feel::ContextScope scope(variables());
    if (const auto expression = feel::Expression::parse(text)) check(expression->evaluate(scope, surroundings));
    if (const auto tests = feel::Expression::parse_unary_tests(text)) {
        check(tests->evaluate_unary_tests(feel::Value(5), scope, surroundings));
        check(tests->evaluate_unary_tests(feel::Value(), scope, surroundings));
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    evaluate(text);
    return 0;
}
