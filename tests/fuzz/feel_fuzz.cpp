// Expressions and JSON from anywhere: whatever the bytes, reading and evaluating them ends within the bounds, and what
// is written is read back as the same.
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
    (void)feel::parse_type(text);
}

void read_json(std::string_view text) {
    const auto value = feel::from_json(text);
    if (!value) return;
    const auto again = feel::from_json(feel::to_json(*value));
    demand(again.has_value() && *again == *value);
    // A value's literal is an expression for it, unless it is nested deeper than expressions may be.
    if (value->nesting() > 60 || text.size() > 10'000) return;
    const auto literal = feel::Expression::parse(feel::to_literal(*value));
    demand(literal.has_value());
    demand(literal->evaluate(feel::ContextScope(feel::Value()), {}).value == *value);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    evaluate(text);
    read_json(text);
    return 0;
}
