#include "adapters/rest/rest.h"

#include "adapters/http/json_body.h"
#include "adapters/rest/rights.h"
#include "adapters/rest/routes.h"

namespace dandori::rest {
namespace {

std::string missing_permission(const Who& who, const http::Caller& caller) {
    return "'" + caller.actor->username + "' may not do this: the permission " + std::string(engine::name_of(who.permission)) +
           " for a resource of the type " + std::string(engine::name_of(*who.type)) + " is needed.";
}

bool may_have_json(const Route& route, const http::Request& request) {
    return route.takes == Takes::Json && request.method != "GET" && request.method != "HEAD" &&
           request.method != "DELETE";
}

void serve(const std::shared_ptr<const Api>& api, const Route& route, const http::Request& request,
           http::Respond respond, bool is_trial) {
    http::Caller caller;
    if (route.who.is_admitted) {
        auto admitted = api->guard.admit(request);
        if (!admitted) return respond(std::move(admitted.error()));
        caller = std::move(*admitted);
    }
    Reply reply(std::move(respond), request.path);
    if (!is_let_in(route.who, caller)) return reply.refuse(403, "FORBIDDEN", missing_permission(route.who, caller));
    Call call{api, request, {}, std::move(caller), reply, is_trial};
    if (may_have_json(route, request)) {
        auto json = http::json_body(request);
        if (!json) return reply.respond(std::move(json.error()));
        call.json = std::move(*json);
    }
    if (const auto handled = route.handle(call); !handled) reply.refuse(handled.error());
}

}  // namespace

std::vector<Route> all_routes(const RestSettings& settings) {
    std::vector<std::vector<Route>> tables{approval_routes(),
                                           audit_log_routes(),
                                           authorization_routes(),
                                           batch_operation_routes(),
                                           calendar_routes(),
                                           cluster_variable_routes(),
                                           document_link_routes(),
                                           document_routes(),
                                           group_routes(),
                                           mapping_rule_routes(),
                                           role_routes(),
                                           tenant_routes(),
                                           decision_instance_routes(),
                                           decision_routes(),
                                           deployment_routes(),
                                           element_instance_routes(),
                                           global_listener_routes(),
                                           incident_routes(),
                                           incident_statistics_routes(),
                                           instance_operation_routes(),
                                           job_routes(),
                                           job_statistics_routes(),
                                           message_routes(),
                                           process_definition_routes(),
                                           process_instance_routes(),
                                           resource_routes(),
                                           service_state_routes(),
                                           statistics_routes(),
                                           subscription_statistics_routes(),
                                           task_event_routes(),
                                           user_routes(),
                                           user_task_routes(),
                                           user_task_variable_routes(),
                                           variable_routes()};
    if (settings.pin_clock && settings.reset_clock) tables.push_back(clock_routes());
    if (settings.now) tables.push_back(expression_routes());
    std::vector<Route> all;
    for (const auto& table : tables) all.insert(all.end(), table.begin(), table.end());
    return all;
}

void add_routes(http::Router& router, engine::Engine& engine, http::Guard& guard, RestSettings settings) {
    const auto api = std::make_shared<const Api>(Api{engine, guard, std::move(settings)});
    for (const Route& route : all_routes(api->settings)) {
        for (const bool is_trial : {false, true}) {
            if (is_trial && !route.is_tried) continue;
            router.add(route.method, std::string(is_trial ? "/api/dry-run" : "").append(route.below).append(route.path),
                       [api, route, is_trial](const http::Request& request, http::Respond respond) {
                           serve(api, route, request, std::move(respond), is_trial);
                       });
        }
    }
}

}  // namespace dandori::rest
