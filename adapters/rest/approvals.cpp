// What was decided on the steps of cases, and who acts for whom while they are away.
#include "adapters/rest/routes.h"
#include "adapters/rest/rows.h"

namespace dandori::rest {
namespace {

using engine::ApprovalDecision;
using engine::Substitution;

Result<void> search_decisions(Call& call) { return answer_search<ApprovalDecision>(call, {}); }

Result<void> search_substitutions(Call& call) { return answer_search<Substitution>(call, {}); }

Result<Instant> required_time(Body& body, std::string_view name) {
    const auto time = TRY(body.time(name));
    if (!time) return fail(Failure::Kind::Syntax, "'" + std::string(name) + "' is missing; a date and time is needed.");
    return *time;
}

Result<void> create_substitution(Call& call) {
    auto body = TRY(call.body());
    engine::CreateSubstitution command;
    command.principal = TRY(body.text("principal")).value_or("");
    command.substitutes = TRY(body.text_list("substitutes")).value_or(std::vector<std::string>{});
    command.from = TRY(required_time(body, "from"));
    command.until = TRY(required_time(body, "until"));
    command.process_definition_ids = TRY(body.text_list("processDefinitionIds")).value_or(std::vector<std::string>{});
    if (const auto acts = TRY(body.text("acts"))) {
        const auto read = engine::value_of<engine::SubstitutionActs>(*acts);
        if (!read) return fail(Failure::Kind::Syntax, "'acts' is '" + *acts + "'; APPLY, APPROVE or BOTH is needed.");
        command.acts = *read;
    }
    command.reason = TRY(body.text("reason")).value_or("");
    TRY(body.nothing_else());
    call.submit("CREATE", std::move(command), [](const Reply& reply, const engine::CreateSubstitution::Answer& answer) {
        JsonText json;
        json.begin_object();
        write_members(json, shape_of<Substitution>(), &answer.substitution);
        json.name("warnings");
        write_list(json, answer.warnings);
        reply.json(json.end_object().take(), 201);
    });
    return {};
}

Result<void> revoke_substitution(Call& call) {
    call.submit_done("DELETE", engine::RevokeSubstitution{TRY(call.key<engine::SubstitutionKey>("substitutionKey"))});
    return {};
}

}  // namespace

std::vector<Route> approval_routes() {
    return {{"POST", "/approval-decisions/search", Who::Admitted, search_decisions, Takes::Json, false, "/api"},
            {"POST", "/substitutions", Who::Admitted, create_substitution, Takes::Json, false, "/api"},
            {"POST", "/substitutions/search", Who::Admitted, search_substitutions, Takes::Json, false, "/api"},
            {"DELETE", "/substitutions/{substitutionKey}", Who::Admitted, revoke_substitution, Takes::Json, false, "/api"}};
}

}  // namespace dandori::rest
