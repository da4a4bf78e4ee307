#include <algorithm>
#include <boost/json.hpp>

#include "adapters/http/text.h"
#include "adapters/http/utf8.h"
#include "adapters/rest/instance_search.h"
#include "adapters/rest/routes.h"
#include "adapters/rest/rows.h"
#include "adapters/rest/tally.h"

namespace dandori::rest {
namespace {

using engine::ProcessInstance;

constexpr std::size_t tags_max = 10;
constexpr std::size_t tag_bytes_max = 100;
constexpr std::size_t business_id_characters_max = 256;
constexpr std::int64_t await_ms_max = std::int64_t{24} * 3600 * 1000;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_tag(const std::string& tag) {
    return !tag.empty() && tag.size() <= tag_bytes_max && is_letter(tag.front()) &&
           std::all_of(tag.begin(), tag.end(), [](char c) {
               return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == ':' || c == '.';
           });
}

Result<std::vector<std::string>> read_tags(Body& body) {
    auto tags = TRY(body.text_list("tags")).value_or(std::vector<std::string>{});
    if (tags.size() > tags_max)
        return fail(Failure::Kind::Bounds, "'tags' has " + std::to_string(tags.size()) + " entries; 10 are the most.");
    for (const auto& tag : tags) {
        if (!is_tag(tag))
            return fail(Failure::Kind::Syntax, "'tags' has '" + tag.substr(0, 2 * tag_bytes_max) +
                                                   "'; a tag begins with a letter, goes on with letters, digits and "
                                                   "_-:. and has at most 100 characters.");
    }
    return tags;
}

Result<void> read_definition(Body& body, engine::CreateProcessInstance& command) {
    command.process_definition_key = TRY(body.key<engine::ProcessDefinitionKey>("processDefinitionKey"));
    command.process_definition_id = TRY(body.text("processDefinitionId")).value_or("");
    command.version =
        static_cast<std::int32_t>(TRY(body.integer("processDefinitionVersion", -1, INT32_MAX)).value_or(-1));
    if (command.process_definition_key.has_value() != command.process_definition_id.empty()) {
        return fail(Failure::Kind::Syntax,
                    "Exactly one of 'processDefinitionKey' and 'processDefinitionId' is needed.");
    }
    return {};
}

Result<void> read_instructions(Body& body, engine::CreateProcessInstance& command) {
    for (auto& instruction : TRY(body.objects("startInstructions"))) {
        command.start_elements.push_back(TRY(instruction.required_text("elementId")));
        TRY(instruction.nothing_else());
    }
    for (auto& instruction : TRY(body.objects("runtimeInstructions"))) {
        const auto type = TRY(instruction.text("type")).value_or("TERMINATE_PROCESS_INSTANCE");
        if (!http::equal_in_any_case(type, "TERMINATE_PROCESS_INSTANCE")) {
            return fail(Failure::Kind::Syntax, "'" + instruction.full_name("type") + "' is '" + type.substr(0, 100) +
                                                   "', but must be TERMINATE_PROCESS_INSTANCE.");
        }
        command.end_after.push_back(TRY(instruction.required_text("afterElementId")));
        TRY(instruction.nothing_else());
    }
    return {};
}

std::string created_text(const engine::CreateProcessInstance::Answer& answer) {
    const auto& instance = answer.instance;
    JsonText json;
    json.begin_object().name("processDefinitionId").text(instance.process_definition_id);
    json.name("processDefinitionVersion").number(instance.process_definition_version);
    json.name("tenantId").text(instance.tenant_id).name("variables").raw(answer.variables.text);
    json.name("processDefinitionKey").key(instance.process_definition_key.value);
    json.name("processInstanceKey").key(instance.key.value).name("tags");
    write_list(json, instance.tags);
    json.name("businessId");
    write_value(json, instance.business_id);
    return json.end_object().take();
}

Result<void> create_process_instance(Call& call) {
    auto body = TRY(call.body());
    engine::CreateProcessInstance command;
    TRY(read_definition(body, command));
    command.variables = TRY(body.object_text("variables"));
    command.tags = TRY(read_tags(body));
    command.business_id = TRY(body.text("businessId"));
    if (command.business_id && (command.business_id->empty() || http::characters_in(*command.business_id) > business_id_characters_max))
        return fail(Failure::Kind::Bounds, "'businessId' must have from 1 to 256 characters.");
    TRY(read_instructions(body, command));
    command.await_completion = TRY(body.truth("awaitCompletion", false));
    command.request_timeout_ms = TRY(body.integer("requestTimeout", 0, await_ms_max)).value_or(0);
    command.fetch_variables = TRY(body.text_list("fetchVariables")).value_or(std::vector<std::string>{});
    command.tenant_id = TRY(body.tenant(call.has_tenants()));
    command.trace_parent = call.request.trace_parent();
    TRY(body.nothing_else());
    call.submit("CREATE", std::move(command),
                [](const Reply& reply, const auto& answer) { reply.json(created_text(answer)); });
    return {};
}

Result<void> cancel_process_instance(Call& call) {
    engine::CancelProcessInstance command;
    command.key = TRY(call.key<engine::ProcessInstanceKey>("processInstanceKey"));
    auto body = TRY(call.body());
    TRY(body.accept_reference());
    TRY(body.nothing_else());
    call.submit_done("CANCEL", std::move(command));
    return {};
}

Result<void> search_process_instances(Call& call) {
    return answer_search<ProcessInstance>(call, process_instance_search);
}

Result<void> get_process_instance(Call& call) { return answer_row<ProcessInstance>(call, "Process instance"); }

/// The instance in the path; where there is none the call has been answered.
Result<std::optional<ProcessInstance>> instance_in_path(Call& call) {
    const auto key = TRY(call.key<engine::ProcessInstanceKey>("processInstanceKey"));
    auto instance = visible_row<ProcessInstance>(call, key);
    if (!instance) call.reply.not_found("Process instance", key.value);
    return instance;
}

Result<void> get_sequence_flows(Call& call) {
    const auto instance = TRY(instance_in_path(call));
    if (!instance) return {};
    JsonText json;
    json.begin_object().name("items").begin_array();
    const auto taken = boost::json::parse(instance->taken_flows.text);
    for (const auto& flow : taken.as_object()) {
        const std::string_view id = flow.key();
        json.begin_object().name("sequenceFlowId").text(std::to_string(instance->key.value) + "_" + std::string(id));
        json.name("processInstanceKey").key(instance->key.value).name("rootProcessInstanceKey");
        write_value(json, instance->root_process_instance_key);
        json.name("processDefinitionKey").key(instance->process_definition_key.value);
        json.name("processDefinitionId").text(instance->process_definition_id);
        json.name("elementId").text(id).name("tenantId").text(instance->tenant_id).end_object();
    }
    call.reply.json(json.end_array().end_object().take());
    return {};
}

Result<void> get_element_statistics(Call& call) {
    const auto instance = TRY(instance_in_path(call));
    if (!instance) return {};
    ElementTally tally;
    tally.add(call.reader(), engine::Query{}.where_equals("processInstanceKey", instance->key));
    call.reply.json(tally.text());
    return {};
}

Result<void> get_call_hierarchy(Call& call) {
    auto instance = TRY(instance_in_path(call));
    if (!instance) return {};
    std::vector<ProcessInstance> chain;
    while (instance) {
        chain.push_back(std::move(*instance));
        const auto parent = chain.back().parent_process_instance_key;
        instance = parent ? visible_row<ProcessInstance>(call, *parent) : std::nullopt;
    }
    JsonText json;
    json.begin_array();
    for (auto it = chain.rbegin(); it != chain.rend(); ++it) {
        json.begin_object().name("processInstanceKey").key(it->key.value);
        json.name("processDefinitionKey").key(it->process_definition_key.value);
        json.name("processDefinitionName")
            .text(it->process_definition_name.value_or(it->process_definition_id))
            .end_object();
    }
    call.reply.json(json.end_array().take());
    return {};
}

}  // namespace

std::vector<Route> process_instance_routes() {
    return {
        {"POST", "/process-instances", who_may(engine::ResourceType::ProcessDefinition, engine::Permission::CreateProcessInstance), create_process_instance, Takes::Json, tried},
        {"POST", "/process-instances/search", Who::Admitted, search_process_instances},
        {"GET", "/process-instances/{processInstanceKey}", Who::Admitted, get_process_instance},
        {"POST", "/process-instances/{processInstanceKey}/cancellation", who_may(engine::ResourceType::ProcessDefinition, engine::Permission::CancelProcessInstance), cancel_process_instance, Takes::Json, tried},
        {"GET", "/process-instances/{processInstanceKey}/sequence-flows", Who::Admitted, get_sequence_flows},
        {"GET", "/process-instances/{processInstanceKey}/statistics/element-instances", Who::Admitted,
         get_element_statistics},
        {"GET", "/process-instances/{processInstanceKey}/call-hierarchy", Who::Admitted, get_call_hierarchy}};
}

}  // namespace dandori::rest
