// Expressions, types and JSON from anywhere: whatever the bytes, reading them ends; what is refused is told in one
// sentence, and what is written is read back as the same.
#include <algorithm>
#include <cstdlib>

#include "engine/feel/expression.h"
#include "engine/feel/json.h"
#include "engine/feel/text.h"

namespace {

using namespace dandori;

void demand_of_parser(bool holds) {
    if (!holds) std::abort();
}

void parse(std::string_view text) {
    static const feel::ParseOptions options{{"a-b", "in flight", "e+f", "if only"}, nullptr};
    for (const auto& parsed :
         {feel::Expression::parse(text), feel::Expression::parse(text, options),
          feel::Expression::parse_unary_tests(text), feel::Expression::parse_unary_tests(text, options)}) {
        if (!parsed) {
            demand_of_parser(!parsed.error().text.empty() && feel::is_utf8(parsed.error().text));
            continue;
        }
        demand_of_parser(parsed->text() == text && std::is_sorted(parsed->names().begin(), parsed->names().end()));
    }
    if (const auto type = feel::parse_type(text)) {
        const auto again = feel::parse_type(feel::to_text(*type));
        demand_of_parser(!again || feel::to_text(*again) == feel::to_text(*type));
    }
}

void read_json(std::string_view text) {
    const auto value = feel::from_json(text);
    if (!value) return;
    const auto again = feel::from_json(feel::to_json(*value));
    demand_of_parser(again.has_value() && *again == *value);
    // A value's literal is an expression for it, unless it is nested deeper than expressions may be.
    if (value->nesting() > 60 || text.size() > 10'000) return;
    const auto literal = feel::Expression::parse(feel::to_literal(*value));
    demand_of_parser(literal.has_value());
    demand_of_parser(literal->evaluate(feel::ContextScope(feel::Value()), {}).value == *value);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    parse(text);
    read_json(text);
    return 0;
}
