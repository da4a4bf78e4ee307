#pragma once
// What was deployed: files, and the definitions found in them. Written once, never changed but for `state`.

#include "engine/state/field.h"

namespace dandori::engine {

/// Tenant of everything while multi-tenancy is off (Camunda 8 REST API v2, "Tenants").
inline constexpr std::string_view default_tenant = "<default>";

/// One deployed file, byte for byte. Its kind is told by the suffix of its name.
struct Resource {
    ResourceKey key;
    DeploymentKey deployment_key;
    std::string name;      ///< file name given at deployment
    std::string id;        ///< resource id; the file name unless the file says otherwise
    std::int32_t version = 1;
    std::optional<std::string> version_tag;
    std::string checksum;  ///< SHA-256 in hexadecimal; the same content makes no new version
    std::string tenant_id{default_tenant};
    Instant deployed_at;
    Bytes content;

    static constexpr std::string_view table = "resource";
    static constexpr auto fields() {
        using R = Resource;
        return Fields{field("resourceKey", &R::key), field("deploymentKey", &R::deployment_key, FieldUse::Internal),
                      field("resourceName", &R::name, FieldUse::Indexed), field("resourceId", &R::id),
                      field("version", &R::version), field("versionTag", &R::version_tag),
                      field("checksum", &R::checksum, FieldUse::Internal),
                      field("tenantId", &R::tenant_id), field("deployedAt", &R::deployed_at, FieldUse::Internal),
                      field("content", &R::content, FieldUse::Internal)};
    }
    bool operator==(const Resource&) const = default;
};

enum class DefinitionState { Active, Deleted };
template <>
inline constexpr std::string_view names_of<DefinitionState>[] = {"ACTIVE", "DELETED"};

/// One executable process of a deployed BPMN file, in one version.
struct ProcessDefinition {
    ProcessDefinitionKey key;
    std::string id;  ///< BPMN process id
    std::optional<std::string> name;
    std::int32_t version = 1;
    std::optional<std::string> version_tag;
    std::string resource_name;
    std::string tenant_id{default_tenant};
    bool has_start_form = false;
    DefinitionState state = DefinitionState::Active;
    ResourceKey resource_key;
    DeploymentKey deployment_key;

    static constexpr std::string_view table = "process_definition";
    static constexpr auto fields() {
        using R = ProcessDefinition;
        return Fields{field("processDefinitionKey", &R::key),
                      field("processDefinitionId", &R::id, FieldUse::Indexed),
                      field("name", &R::name),
                      field("version", &R::version),
                      field("versionTag", &R::version_tag),
                      field("resourceName", &R::resource_name),
                      field("tenantId", &R::tenant_id),
                      field("hasStartForm", &R::has_start_form),
                      field("state", &R::state),
                      field("resourceKey", &R::resource_key, FieldUse::Internal),
                      field("deploymentKey", &R::deployment_key, FieldUse::Internal)};
    }
    bool operator==(const ProcessDefinition&) const = default;
};

/// One deployed DMN file: its decision requirements graph, in one version.
struct DecisionRequirements {
    DecisionRequirementsKey key;
    std::string id;
    std::string name;
    std::int32_t version = 1;
    std::string resource_name;
    std::string tenant_id{default_tenant};
    ResourceKey resource_key;
    DeploymentKey deployment_key;

    static constexpr std::string_view table = "decision_requirements";
    static constexpr auto fields() {
        using R = DecisionRequirements;
        return Fields{field("decisionRequirementsKey", &R::key),
                      field("decisionRequirementsId", &R::id, FieldUse::Indexed),
                      field("decisionRequirementsName", &R::name),
                      field("version", &R::version),
                      field("resourceName", &R::resource_name),
                      field("tenantId", &R::tenant_id),
                      field("resourceKey", &R::resource_key, FieldUse::Internal),
                      field("deploymentKey", &R::deployment_key, FieldUse::Internal)};
    }
    bool operator==(const DecisionRequirements&) const = default;
};

/// One decision of a deployed DMN file.
struct DecisionDefinition {
    DecisionDefinitionKey key;
    std::string id;
    std::string name;
    std::int32_t version = 1;
    DecisionRequirementsKey requirements_key;
    std::string requirements_id;
    std::string requirements_name;
    std::int32_t requirements_version = 1;
    std::string tenant_id{default_tenant};
    DeploymentKey deployment_key;

    static constexpr std::string_view table = "decision_definition";
    static constexpr auto fields() {
        using R = DecisionDefinition;
        return Fields{field("decisionDefinitionKey", &R::key),
                      field("decisionDefinitionId", &R::id, FieldUse::Indexed),
                      field("name", &R::name),
                      field("version", &R::version),
                      field("decisionRequirementsKey", &R::requirements_key),
                      field("decisionRequirementsId", &R::requirements_id),
                      field("decisionRequirementsName", &R::requirements_name),
                      field("decisionRequirementsVersion", &R::requirements_version),
                      field("tenantId", &R::tenant_id),
                      field("deploymentKey", &R::deployment_key, FieldUse::Internal)};
    }
    bool operator==(const DecisionDefinition&) const = default;
};

/// One deployed form (form-js JSON), in one version.
struct Form {
    FormKey key;
    std::string id;
    std::int64_t version = 1;
    std::string schema;  ///< the JSON as deployed
    std::string resource_name;
    std::optional<std::string> version_tag;
    std::string tenant_id{default_tenant};
    ResourceKey resource_key;
    DeploymentKey deployment_key;

    static constexpr std::string_view table = "form";
    static constexpr auto fields() {
        using R = Form;
        return Fields{field("formKey", &R::key),
                      field("formId", &R::id, FieldUse::Indexed),
                      field("version", &R::version),
                      field("schema", &R::schema),
                      field("resourceName", &R::resource_name, FieldUse::Internal),
                      field("versionTag", &R::version_tag, FieldUse::Internal),
                      field("tenantId", &R::tenant_id),
                      field("resourceKey", &R::resource_key, FieldUse::Internal),
                      field("deploymentKey", &R::deployment_key, FieldUse::Internal)};
    }
    bool operator==(const Form&) const = default;
};

}  // namespace dandori::engine
