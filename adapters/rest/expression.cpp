// Tries an expression against variables, without any process.
#include "engine/feel/expression.h"

#include "adapters/rest/routes.h"
#include "engine/feel/json.h"

namespace dandori::rest {
namespace {

Result<void> evaluate_expression(Call& call) {
    auto body = TRY(call.body());
    const auto expression = TRY(body.required_text("expression"));
    const auto variables = TRY(body.object_text("variables"));
    TRY(body.tenant(call.has_tenants()));
    TRY(body.nothing_else());
    if (!expression.starts_with('='))
        return fail(Failure::Kind::Syntax, "'expression' must begin with '=', as expressions in models do.");
    const auto parsed = TRY(feel::Expression::parse(std::string_view(expression).substr(1)));
    const auto& settings = call.api->settings;
    const auto evaluation =
        parsed.evaluate(feel::ContextScope(TRY(feel::from_json(variables.text))),
                        {.now = settings.now(), .zone = settings.zone, .functions = settings.functions.get()});
    JsonText json;
    json.begin_object().name("expression").text(expression).name("result").raw(feel::to_json(evaluation.value));
    json.name("warnings").begin_array();
    for (const auto& warning : evaluation.warnings) json.begin_object().name("message").text(warning.text).end_object();
    call.reply.json(json.end_array().end_object().take());
    return {};
}

}  // namespace

std::vector<Route> expression_routes() {
    return {{"POST", "/expression/evaluation", who_may(engine::ResourceType::Expression, engine::Permission::Evaluate), evaluate_expression}};
}

}  // namespace dandori::rest
