#include <algorithm>
#include <boost/json.hpp>

#include "adapters/http/json_body.h"
#include "adapters/inbox/answer.h"
#include "adapters/inbox/case_rights.h"
#include "adapters/inbox/case_view.h"
#include "adapters/inbox/like_text.h"
#include "adapters/inbox/routes.h"

namespace dandori::inbox {
namespace {

namespace json = boost::json;

/// `joint_asp/SYS-46` of the group `joint_asp/SYS-46.staff`; the first that names one.
std::optional<std::string> party_of(const std::vector<std::string>& groups) {
    for (const auto& group : groups) {
        const auto dot = group.rfind('.');
        if (dot != std::string::npos && dot != 0) return group.substr(0, dot);
    }
    return std::nullopt;
}

/// `税務課` of the post `税務課 担当`.
std::optional<std::string> organisation_of(const engine::User& user) {
    if (!user.post) return std::nullopt;
    const auto space = user.post->rfind(' ');
    return space == std::string::npos ? *user.post : user.post->substr(0, space);
}

json::value requester_of(const engine::User& user, const std::vector<std::string>& groups) {
    return {{"username", user.username},
            {"name", user.name.value_or(user.username)},
            {"party", text_or_null(party_of(groups))},
            {"organisation", text_or_null(organisation_of(user))},
            {"mail", text_or_null(user.email)}};
}

json::array start_forms_of(const RouteParts& parts, const std::optional<engine::Actor>& actor) {
    json::array items;
    for (const auto& definition : parts.models.newest_definitions()) {
        const auto model = parts.models.of(definition.key);
        if (!model->start_form || !may_start(*model, actor)) continue;
        items.push_back(json::value{
            {"processDefinitionId", definition.id},
            {"processDefinitionKey", std::to_string(definition.key.value)},
            {"name", definition.name.value_or(definition.id)},
            {"description", model->documentation.empty() ? json::value(nullptr) : json::value(model->documentation)},
            {"kind", model->kind},
            {"formSchema", *model->start_form}});
    }
    return items;
}

/// The variables as they were sent, every number with all its digits, and those the server knows better.
/// `asker`: who asks for it, if that isn't who sends it (代行入力).
std::string start_variables(const RouteParts& parts, const json::object& sent, std::string_view sent_text,
                            const std::optional<engine::Actor>& actor, const std::optional<std::string>& asker) {
    std::vector<std::pair<std::string, std::string>> ours{
        {"channel", R"("portal")"}, {"receivedAt", '"' + to_iso8601(parts.access.clock->now()) + '"'}};
    const auto user = asker ? parts.accounts.find(*asker) : actor ? parts.accounts.find(actor->username) : std::nullopt;
    const auto groups = asker ? parts.accounts.groups_of(*asker) : actor ? actor->groups : std::vector<std::string>{};
    if (user) ours.emplace_back("requester", json::serialize(requester_of(*user, groups)));
    std::string text = "{";
    const auto add = [&](std::string_view name, std::string_view value) {
        text += (text.size() > 1 ? "," : "") + json_text(std::string(name)) + ":" + std::string(value);
    };
    for (const auto& member : sent) {
        const auto is_ours = [&](const auto& our) { return our.first == member.key(); };
        if (std::none_of(ours.begin(), ours.end(), is_ours))
            add(member.key(), http::json_member_text(sent_text, member.key()).value_or("null"));
    }
    for (const auto& [name, value] : ours) add(name, value);
    return text + "}";
}

http::Response start_case(const RouteParts& parts, const http::Request& request, const http::Caller& caller) {
    const auto body = http::json_body(request);
    if (!body) return body.error();
    const auto* object = body->if_object();
    if (!object) return refusal(request, Failure{Failure::Kind::Syntax, "The body must be a JSON object."});
    if (const auto known = nothing_but(*object, {"processDefinitionKey", "variables", "onBehalfOf"}); !known)
        return refusal(request, known.error());
    const auto key_text = text_member(*object, "processDefinitionKey");
    if (!key_text) return refusal(request, key_text.error());
    const auto key = key_of(*key_text ? std::string(**key_text) : std::string(), "processDefinitionKey");
    if (!key) return refusal(request, key.error());
    const auto variables = object_member(*object, "variables");
    if (!variables) return refusal(request, variables.error());

    std::optional<engine::ProxyEntry> proxy;
    const auto on_behalf = object_member(*object, "onBehalfOf");
    if (!on_behalf) return refusal(request, on_behalf.error());
    if (*on_behalf) {
        if (const auto known = nothing_but(**on_behalf, {"principal", "evidence"}); !known) return refusal(request, known.error());
        const auto principal = text_member(**on_behalf, "principal");
        if (!principal) return refusal(request, principal.error());
        const auto evidence = text_member(**on_behalf, "evidence");
        if (!evidence) return refusal(request, evidence.error());
        proxy = engine::ProxyEntry{*principal ? std::string(**principal) : "", *evidence ? std::string(**evidence) : ""};
    }
    // What is typed for another is theirs to ask for; that the one who types may type, the engine sees to.
    const bool is_for_known = proxy && parts.accounts.find(proxy->principal);
    const auto asker = is_for_known ? std::optional(parts.accounts.actor_of(proxy->principal)) : caller.actor;

    const engine::ProcessDefinitionKey definition{*key};
    const auto model = parts.models.of(definition);
    if (!model->start_form)
        return refusal(request, 400, "この申請は画面から始められません。",
                       "This process has no start form, or isn't there.");
    if (!may_start(*model, asker))
        return refusal(request, 403, "この申請を始める権限がありません。", "You may not start this process.");
    const auto sent_text = http::json_member_text(request.body, "variables").value_or("{}");
    engine::CreateProcessInstance command;
    command.process_definition_key = definition;
    command.is_by_start_form = true;
    command.variables = {start_variables(parts, *variables ? **variables : json::object(), sent_text, caller.actor, proxy ? std::optional(proxy->principal) : std::nullopt)};
    command.proxy = std::move(proxy);
    const auto started = parts.access.create_process_instance(std::move(command), caller.actor);
    if (!started) return refusal(request, started.error());
    return json_answer(201, {{"caseNo", case_number_of(started->instance)},
                             {"processInstanceKey", std::to_string(started->instance.key.value)}});
}

}  // namespace

void add_start_routes(http::Router& router, const RouteParts& parts) {
    router.add("GET", "/api/start-forms", guarded(parts.guard, [parts](const auto&, const http::Caller& caller) {
                   return json_answer(200, {{"items", start_forms_of(parts, caller.actor)}});
               }));
    router.add("POST", "/api/cases", guarded(parts.guard, [parts](const auto& request, const http::Caller& caller) {
                   return start_case(parts, request, caller);
               }));
}

}  // namespace dandori::inbox
