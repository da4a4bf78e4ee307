#include "adapters/http/multipart.h"
#include "adapters/http/text.h"
#include "adapters/rest/routes.h"
#include "adapters/rest/shape.h"

namespace dandori::rest {
namespace {

constexpr std::string_view deployed_kinds[] = {"processDefinition", "decisionDefinition", "decisionRequirements",
                                               "form", "resource"};

void write_deployed(JsonText& json, const engine::ProcessDefinition& it) {
    json.name("processDefinitionId").text(it.id).name("processDefinitionVersion").number(it.version);
    json.name("resourceName").text(it.resource_name).name("tenantId").text(it.tenant_id);
    json.name("processDefinitionKey").key(it.key.value);
}

void write_deployed(JsonText& json, const engine::DecisionDefinition& it) {
    json.name("decisionDefinitionId").text(it.id).name("version").number(it.version).name("name").text(it.name);
    json.name("tenantId").text(it.tenant_id).name("decisionRequirementsId").text(it.requirements_id);
    json.name("decisionDefinitionKey").key(it.key.value).name("decisionRequirementsKey").key(it.requirements_key.value);
}

void write_deployed(JsonText& json, const engine::DecisionRequirements& it) {
    json.name("decisionRequirementsId").text(it.id).name("decisionRequirementsName").text(it.name);
    json.name("version").number(it.version).name("resourceName").text(it.resource_name);
    json.name("tenantId").text(it.tenant_id).name("decisionRequirementsKey").key(it.key.value);
}

void write_deployed(JsonText& json, const engine::Form& it) {
    json.name("formId").text(it.id).name("version").number(it.version).name("resourceName").text(it.resource_name);
    json.name("tenantId").text(it.tenant_id).name("formKey").key(it.key.value);
}

void write_deployed(JsonText& json, const engine::Resource& it) {
    json.name("resourceId").text(it.id).name("resourceName").text(it.name).name("version").number(it.version);
    json.name("tenantId").text(it.tenant_id).name("resourceKey").key(it.key.value);
}

/// One of the five members is the thing, the others are null. `place` is the alternative of the answer's variant.
void write_entry(JsonText& json, std::size_t place, const auto& it) {
    json.begin_object();
    for (std::size_t i = 0; i < std::size(deployed_kinds); ++i) {
        json.name(deployed_kinds[i]);
        if (i == place) {
            json.begin_object();
            write_deployed(json, it);
            json.end_object();
        } else {
            json.null();
        }
    }
    json.end_object();
}

std::string deployment_text(const engine::DeployResources::Answer& answer, const std::string& tenant) {
    JsonText json;
    json.begin_object().name("deploymentKey").key(answer.deployment_key.value);
    json.name("tenantId").text(tenant).name("deployments").begin_array();
    for (const auto& each : answer.deployed) {
        std::visit([&](const auto& it) { write_entry(json, each.index(), it); }, each);
    }
    return json.end_array().end_object().take();
}

Result<void> create_deployment(Call& call) {
    const auto type = call.request.header("Content-Type").value_or("");
    if (!http::equal_in_any_case(http::media_type(type), "multipart/form-data")) {
        call.reply.refuse(415, "Unsupported Media Type",
                          "The body is '" + std::string(http::media_type(type)) +
                              "'; 'multipart/form-data' with parts 'resources' is needed.");
        return {};
    }
    const auto parts = http::read_multipart(type, call.request.body);
    if (!parts) return fail(Failure::Kind::Syntax, parts.error());
    engine::DeployResources command;
    for (const auto& part : *parts) {
        if (part.name == "tenantId") {
            command.tenant_id = TRY(checked_tenant(std::string(part.content), call.has_tenants()));
        } else if (part.name != "resources") {
            return fail(Failure::Kind::Syntax,
                        "The part '" + part.name + "' is not known here; known are resources, tenantId.");
        } else if (!part.file_name || part.file_name->empty()) {
            return fail(Failure::Kind::Syntax,
                        "A part 'resources' has no file name, which tells what kind of file it is.");
        } else {
            command.files.push_back({*part.file_name, std::string(part.content)});
        }
    }
    if (command.files.empty())
        return fail(Failure::Kind::Syntax, "There is no part 'resources' in the body: nothing to deploy.");
    const auto tenant = command.tenant_id;
    call.submit("CREATE", std::move(command), [tenant](const Reply& reply, const auto& answer) {
        reply.json(deployment_text(answer, tenant));
    });
    return {};
}

}  // namespace

std::vector<Route> deployment_routes() {
    return {{"POST", "/deployments", who_may(engine::ResourceType::Resource, engine::Permission::Create), create_deployment, Takes::Form}};
}

}  // namespace dandori::rest
