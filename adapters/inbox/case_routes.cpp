#include <algorithm>
#include <boost/json.hpp>

#include "adapters/http/json_body.h"
#include "adapters/inbox/answer.h"
#include "adapters/inbox/case_acts.h"
#include "adapters/inbox/case_documents.h"
#include "adapters/inbox/case_history.h"
#include "adapters/inbox/case_rights.h"
#include "adapters/inbox/case_search.h"
#include "adapters/inbox/case_view.h"
#include "adapters/inbox/routes.h"

namespace dandori::inbox {
namespace {

namespace json = boost::json;

constexpr std::size_t act_reason_max = 4'000;

http::Response search_cases(const RouteParts& parts, const http::Request& request, const http::Caller& caller) {
    const auto body = http::json_body(request);
    if (!body) return body.error();
    if (!body->is_object() && !body->is_null())
        return refusal(request, Failure{Failure::Kind::Syntax, "The body must be a JSON object."});
    auto query = case_query(parts.models, body->is_object() ? body->get_object() : json::object());
    if (!query) return refusal(request, query.error());
    limit_to_visible_cases(*query, parts.accounts, caller.actor);
    auto& reader = *parts.access.reader;
    constexpr std::int64_t total_shown_max = 10'000;  // counting is dear, and nobody reads so many
    query->total_max = total_shown_max + 1;
    const auto found = engine::find<engine::ProcessInstance>(reader, *query);
    return json_answer(200, {{"items", cases_as_json(reader, parts.models, found.rows)},
                             {"page",
                              {{"totalItems", std::min(found.total, total_shown_max)},
                               {"hasMoreTotalItems", found.total > total_shown_max}}}});
}

/// The mails of a case as the mails' own room shows them.
json::value mails_of_case(const RouteParts& parts, const http::Caller& caller, engine::ProcessInstanceKey key) {
    if (!parts.mails) return json::array();
    const json::value search = {{"filter", {{"processInstanceKey", std::to_string(key.value)}}},
                                {"page", {{"limit", 200}}}};
    // Who asks has been found to see the case.
    const auto answer = parts.mails->search(json::serialize(search), {caller.actor, [](auto) { return true; }});
    boost::system::error_code error;
    auto found = json::parse(answer.body, error);
    if (error || answer.status != 200 || !found.is_object() || !found.get_object().contains("items"))
        return json::array();
    return std::move(found.at("items"));
}

http::Response read_case(const RouteParts& parts, const http::Request& request, const http::Caller& caller) {
    auto& reader = *parts.access.reader;
    const auto instance = find_case(reader, request.parameters.at("caseNo"));
    if (!instance || !may_see_case(reader, parts.accounts, caller.actor, instance->key)) return not_to_be_seen(request);
    auto cases = cases_as_json(reader, parts.models, {*instance});
    auto& shown = cases.at(0).get_object();
    shown["history"] =
        history_as_json(reader, parts.accounts, *parts.models.of(instance->process_definition_key), *instance);
    shown["mails"] = mails_of_case(parts, caller, instance->key);
    shown["documents"] = documents_as_json(reader, instance->key, parts.access.clock->now());
    json::array acts;
    for (const auto act : possible_acts(reader, parts.accounts, caller.actor, *instance))
        acts.emplace_back(name_of(act));
    shown["acts"] = std::move(acts);
    return json_answer(200, std::move(shown));
}

http::Response read_document(const RouteParts& parts, const http::Request& request, const http::Caller& caller) {
    auto& reader = *parts.access.reader;
    const auto instance = find_case(reader, request.parameters.at("caseNo"));
    if (!instance || !may_see_case(reader, parts.accounts, caller.actor, instance->key)) return not_to_be_seen(request);
    const auto document =
        document_of_case(reader, instance->key, request.parameters.at("documentId"), parts.access.clock->now());
    return document ? file_answer(reader, *document) : not_to_be_seen(request);
}

/// The variables of the message: who and why.
Result<engine::Json> act_variables(CaseAct act, const json::object& body, const http::Caller& caller) {
    TRY(nothing_but(body, {"reason"}));
    const auto* reason = TRY(text_member(body, "reason"));
    if (!reason || reason->find_first_not_of(" \t\r\n") == json::string::npos)
        return fail(Failure::Kind::Syntax, "'reason' must be there, as a text that is not empty.");
    if (reason->size() > act_reason_max)
        return fail(Failure::Kind::Bounds, "'reason' has more than " + std::to_string(act_reason_max) + " bytes.");
    json::object variables{{reason_variable(act), *reason}};
    if (caller.actor) variables[doer_variable(act)] = caller.actor->username;
    return engine::Json{json::serialize(variables)};
}

http::Response act_on_case(const RouteParts& parts, const http::Request& request, const http::Caller& caller) {
    auto& reader = *parts.access.reader;
    const auto act = case_act_of(request.parameters.at("act"));
    const auto instance = act ? find_case(reader, request.parameters.at("caseNo")) : std::nullopt;
    if (!instance || !may_see_case(reader, parts.accounts, caller.actor, instance->key)) return not_to_be_seen(request);
    const auto body = http::json_body(request);
    if (!body) return body.error();
    const auto variables = act_variables(*act, body->is_object() ? body->get_object() : json::object(), caller);
    if (!variables) return refusal(request, variables.error());
    const auto acts = possible_acts(reader, parts.accounts, caller.actor, *instance);
    if (std::find(acts.begin(), acts.end(), *act) == acts.end()) {
        return refusal(request, 409, "この案件では今、この操作はできません。",
                       "This can't be done to the case now, or not by you.");
    }
    const auto told = parts.access.correlate_message(
        {std::string(message_of(*act)), *instance->business_id, *variables}, caller.actor);
    return told ? no_content() : refusal(request, told.error());
}

}  // namespace

void add_case_routes(http::Router& router, const RouteParts& parts) {
    router.add("POST", "/api/cases/search", guarded(parts.guard, [parts](const auto& request, const auto& caller) {
                   return search_cases(parts, request, caller);
               }));
    router.add("GET", "/api/cases/{caseNo}", guarded(parts.guard, [parts](const auto& request, const auto& caller) {
                   return read_case(parts, request, caller);
               }));
    router.add("GET", "/api/cases/{caseNo}/documents/{documentId}",
               guarded(parts.guard, [parts](const auto& request, const auto& caller) {
                   return read_document(parts, request, caller);
               }));
    router.add("POST", "/api/cases/{caseNo}/{act}",
               guarded(parts.guard, [parts](const auto& request, const auto& caller) {
                   return act_on_case(parts, request, caller);
               }));
}

}  // namespace dandori::inbox
