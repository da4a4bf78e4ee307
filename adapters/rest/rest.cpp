#include "adapters/rest/rest.h"

#include "adapters/http/json_body.h"
#include "adapters/rest/rights.h"
#include "adapters/rest/routes.h"

namespace dandori::rest {
namespace {

bool is_permitted(Who who, const http::Caller& caller) {
    switch (who) {
        case Who::Anybody:
        case Who::Admitted: return true;
        case Who::Workers: return may_work(caller);
        case Who::Operators: return may_operate(caller);
        case Who::WorkersAndOperators: return may_work(caller) || may_operate(caller);
        case Who::Administrators: return may_do_everything(caller);
    }
    return false;
}

std::string permission_words(Who who, const http::Caller& caller) {
    std::string others;
    if (who == Who::Operators || who == Who::WorkersAndOperators) others += ", the desk";
    if (who == Who::Workers || who == Who::WorkersAndOperators) others += ", the group '" + std::string(workers_group) + "'";
    return "'" + caller.actor->username + "' may not do this: it is for administrators" + others + ".";
}

bool may_have_json(const Route& route, const http::Request& request) {
    return route.takes == Takes::Json && request.method != "GET" && request.method != "HEAD" &&
           request.method != "DELETE";
}

void serve(const std::shared_ptr<const Api>& api, const Route& route, const http::Request& request,
           http::Respond respond, bool is_trial) {
    http::Caller caller;
    if (route.who != Who::Anybody) {
        auto admitted = api->guard.admit(request);
        if (!admitted) return respond(std::move(admitted.error()));
        caller = std::move(*admitted);
    }
    Reply reply(std::move(respond), request.path);
    if (!is_permitted(route.who, caller)) return reply.refuse(403, "FORBIDDEN", permission_words(route.who, caller));
    Call call{api, request, {}, std::move(caller), reply, is_trial};
    if (may_have_json(route, request)) {
        auto json = http::json_body(request);
        if (!json) return reply.respond(std::move(json.error()));
        call.json = std::move(*json);
    }
    if (const auto handled = route.handle(call); !handled) reply.refuse(handled.error());
}

}  // namespace

void add_routes(http::Router& router, engine::Engine& engine, http::Guard& guard, RestSettings settings) {
    const auto api = std::make_shared<const Api>(Api{engine, guard, std::move(settings)});
    std::vector<std::vector<Route>> tables{batch_operation_routes(),
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
                                           user_routes(),
                                           user_task_routes(),
                                           user_task_variable_routes(),
                                           variable_routes()};
    if (api->settings.pin_clock && api->settings.reset_clock) tables.push_back(clock_routes());
    if (api->settings.now) tables.push_back(expression_routes());
    for (const auto& table : tables) {
        for (const Route& route : table) {
            for (const bool is_trial : {false, true}) {
                if (is_trial && !route.is_tried) continue;
                router.add(route.method, std::string(is_trial ? "/api/dry-run" : "").append(route.below).append(route.path),
                           [api, route, is_trial](const http::Request& request, http::Respond respond) {
                               serve(api, route, request, std::move(respond), is_trial);
                           });
            }
        }
    }
}

}  // namespace dandori::rest
