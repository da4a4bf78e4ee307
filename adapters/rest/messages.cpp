#include "adapters/rest/routes.h"
#include "adapters/rest/rows.h"

namespace dandori::rest {
namespace {

constexpr std::int64_t time_to_live_ms_max = std::int64_t{366} * 24 * 3600 * 1000 * 100;

Result<void> publish_message(Call& call) {
    auto body = TRY(call.body());
    engine::PublishMessage command;
    command.name = TRY(body.required_text("name"));
    command.correlation_key = TRY(body.text("correlationKey")).value_or("");
    command.time_to_live_ms = TRY(body.integer("timeToLive", 0, time_to_live_ms_max)).value_or(0);
    command.message_id = TRY(body.text("messageId"));
    if (command.message_id && command.message_id->empty()) command.message_id.reset();
    command.variables = TRY(body.object_text("variables"));
    command.tenant_id = TRY(body.tenant(call.has_tenants()));
    TRY(body.nothing_else());
    if (!call.permits(engine::ResourceType::Message, engine::Permission::Create, command.name)) return {};
    const auto tenant = command.tenant_id;
    call.submit("PUBLISH", std::move(command), [tenant](const Reply& reply, const engine::PublishMessage::Answer& answer) {
        reply.json(JsonText{}
                       .begin_object()
                       .name("tenantId")
                       .text(tenant)
                       .name("messageKey")
                       .key(answer.key.value)
                       .end_object()
                       .take());
    });
    return {};
}

Result<void> correlate_message(Call& call) {
    auto body = TRY(call.body());
    engine::CorrelateMessage command;
    command.name = TRY(body.required_text("name"));
    command.correlation_key = TRY(body.text("correlationKey")).value_or("");
    command.variables = TRY(body.object_text("variables"));
    command.tenant_id = TRY(body.tenant(call.has_tenants()));
    TRY(body.nothing_else());
    if (!call.permits(engine::ResourceType::Message, engine::Permission::Create, command.name)) return {};
    const auto tenant = command.tenant_id;
    call.submit(
        "CORRELATE", std::move(command), [tenant](const Reply& reply, const engine::CorrelateMessage::Answer& answer) {
            JsonText json;
            json.begin_object().name("tenantId").text(tenant).name("messageKey").key(answer.key.value);
            json.name("processInstanceKey").key(answer.process_instance_key.value).end_object();
            reply.json(json.take());
        });
    return {};
}

Result<void> broadcast_signal(Call& call) {
    auto body = TRY(call.body());
    engine::BroadcastSignal command;
    command.name = TRY(body.required_text("signalName"));
    command.variables = TRY(body.object_text("variables"));
    command.tenant_id = TRY(body.tenant(call.has_tenants()));
    TRY(body.nothing_else());
    const auto tenant = command.tenant_id;
    call.submit("BROADCAST", std::move(command), [tenant](const Reply& reply, const engine::BroadcastSignal::Answer& answer) {
        JsonText json;
        json.begin_object()
            .name("tenantId")
            .text(tenant)
            .name("signalKey")
            .key(answer.key)
            .end_object();
        reply.json(json.take());
    });
    return {};
}

Result<void> evaluate_conditionals(Call& call) {
    auto body = TRY(call.body());
    engine::EvaluateConditionals command;
    command.process_definition_key = TRY(body.key<engine::ProcessDefinitionKey>("processDefinitionKey"));
    command.variables = TRY(body.object_text("variables"));
    command.tenant_id = TRY(body.tenant(call.has_tenants()));
    TRY(body.nothing_else());
    const auto tenant = command.tenant_id;
    call.submit("EVALUATE", std::move(command), [tenant](const Reply& reply, const engine::EvaluateConditionals::Answer& answer) {
        JsonText json;
        json.begin_object().name("conditionalEvaluationKey").key(answer.key).name("tenantId").text(tenant);
        json.name("processInstances").begin_array();
        for (const engine::ProcessInstance& instance : answer.started) {
            json.begin_object().name("processDefinitionKey").key(instance.process_definition_key.value);
            json.name("processInstanceKey").key(instance.key.value).end_object();
        }
        json.end_array().end_object();
        reply.json(json.take());
    });
    return {};
}

Result<void> search_message_subscriptions(Call& call) { return answer_search<engine::MessageSubscription>(call); }

Result<void> search_correlated_messages(Call& call) { return answer_search<engine::CorrelatedMessage>(call); }

}  // namespace

std::vector<Route> message_routes() {
    using engine::Permission;
    using engine::ResourceType;
    return {{"POST", "/messages/publication", who_may(ResourceType::Message, Permission::Create), publish_message, Takes::Json, tried},
            {"POST", "/messages/correlation", who_may(ResourceType::Message, Permission::Create), correlate_message, Takes::Json, tried},
            {"POST", "/signals/broadcast", who_may(ResourceType::ProcessDefinition, Permission::UpdateProcessInstance), broadcast_signal,
             Takes::Json, tried},
            {"POST", "/conditionals/evaluation", who_may(ResourceType::ProcessDefinition, Permission::CreateProcessInstance),
             evaluate_conditionals},
            {"POST", "/message-subscriptions/search", Who::Admitted, search_message_subscriptions},
            {"POST", "/correlated-message-subscriptions/search", Who::Admitted, search_correlated_messages}};
}

}  // namespace dandori::rest
