#include "adapters/main/expressions.h"

#include "engine/feel/expression.h"
#include "engine/feel/json.h"

namespace dandori {
namespace {

namespace json = boost::json;

Result<std::shared_ptr<const feel::ContextScope>> scope_of(const worker::Variables& variables) {
    if (variables.kept()) return std::static_pointer_cast<const feel::ContextScope>(variables.kept());
    const json::object& values = variables;
    auto scope = std::make_shared<const feel::ContextScope>(TRY(feel::from_json(json::serialize(values))));
    variables.keep(scope);
    return scope;
}

Result<json::value> evaluated(std::string_view text, const worker::Variables& variables, const engine::Clock& clock,
                              const feel::FunctionLibrary* functions) {
    const auto expression = TRY(feel::Expression::parse(text));
    const auto scope = TRY(scope_of(variables));
    const auto evaluation = expression.evaluate(*scope, {.now = clock.now(), .functions = functions});
    boost::system::error_code error;
    auto value = json::parse(feel::to_json(evaluation.value), error);
    if (error) return fail(Failure::Kind::ExtractValue, "'" + std::string(text) + "' gave what is no JSON.");
    return value;
}

}  // namespace

worker::Evaluate expressions(const engine::Clock& clock, std::shared_ptr<const calendar::CalendarsInForce> calendars) {
    const auto functions = std::make_shared<const feel::FunctionLibrary>(calendar::feel_functions(std::move(calendars)));
    return [&clock, functions](std::string_view text, const worker::Variables& variables) {
        return evaluated(text, variables, clock, functions.get());
    };
}

}  // namespace dandori
