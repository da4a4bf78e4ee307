#pragma once
// What has been deployed, in memory: processes, decisions and forms by key, id, version and tag.

#include <map>
#include <memory>
#include <string>

#include "engine/behavior/executable.h"
#include "engine/dmn/dmn.h"
#include "engine/port/store.h"

namespace dandori::engine {

/// Filled from the store at start and by deployments; a process or a decision is read from its file when it is first needed.
class Deployed {
  public:
    explicit Deployed(Reader& reader) : reader_(reader) {}

    /// Everything anew, as the store has it.
    void load();

    void add(const Resource&);
    void add(const ProcessDefinition&, std::shared_ptr<const Executable> executable = {});
    void add(const DecisionRequirements&, std::shared_ptr<const dmn::Model> model = {});
    void add(const DecisionDefinition&);
    void add(const Form&);

    const ProcessDefinition* process(ProcessDefinitionKey) const;
    /// version -1: the newest that is active.
    const ProcessDefinition* process(const std::string& tenant_id, const std::string& id, std::int32_t version) const;
    // What a deployment's process calls is its own tenant's.
    const ProcessDefinition* process(const std::string& id, const bpmn::zeebe::Binding&, DeploymentKey caller) const;
    const DecisionDefinition* decision(DecisionDefinitionKey) const;
    /// The newest.
    const DecisionDefinition* decision(const std::string& tenant_id, const std::string& id) const;
    const DecisionDefinition* decision(const std::string& id, const bpmn::zeebe::Binding&, DeploymentKey caller) const;
    const Form* form(const std::string& id, const bpmn::zeebe::Binding&, DeploymentKey caller) const;
    const Resource* resource(const std::string& id, const bpmn::zeebe::Binding&, DeploymentKey caller) const;
    const Resource* newest_resource(const std::string& tenant_id, const std::string& name) const;
    const Resource* resource(ResourceKey) const;
    std::vector<const ProcessDefinition*> processes() const;
    std::vector<const ProcessDefinition*> processes_of(ResourceKey) const;
    std::vector<const DecisionDefinition*> decisions_of(DecisionRequirementsKey) const;
    const DecisionRequirements* requirements(DecisionRequirementsKey) const;
    const DecisionRequirements* newest_requirements(const std::string& tenant_id, const std::string& id) const;
    const Form* form(FormKey) const;

    template <class Visit>
    void for_each_requirements(Visit&& visit) const {
        for (const auto& [key, row] : requirements_) visit(row);
    }
    template <class Visit>
    void for_each_form(Visit&& visit) const {
        for (const auto& [key, row] : forms_) visit(row);
    }

    std::int32_t newest_version_of_process(const std::string& tenant_id, const std::string& id) const;
    std::int32_t newest_version_of_decision(const std::string& tenant_id, const std::string& id) const;
    std::int64_t newest_version_of_form(const std::string& tenant_id, const std::string& id) const;

    /// Reads and compiles the process on first use; null pointer if there is no such definition.
    std::shared_ptr<const Executable> executable(ProcessDefinitionKey);
    std::shared_ptr<const dmn::Model> model(DecisionRequirementsKey);

    void set_state(ProcessDefinitionKey, DefinitionState);
    void forget(DecisionRequirementsKey);
    void forget(FormKey);
    void forget(ResourceKey);

  private:
    const std::string& tenant_of(DeploymentKey) const;
    Reader& reader_;
    std::map<ResourceKey, Resource> resources_;  ///< without their content
    std::map<ProcessDefinitionKey, ProcessDefinition> processes_;
    std::map<ProcessDefinitionKey, std::shared_ptr<const Executable>> executables_;
    std::map<DecisionRequirementsKey, DecisionRequirements> requirements_;
    std::map<DecisionRequirementsKey, std::shared_ptr<const dmn::Model>> models_;
    std::map<DecisionDefinitionKey, DecisionDefinition> decisions_;
    std::map<FormKey, Form> forms_;  ///< without their schema
    std::map<std::pair<std::string, std::string>, std::map<std::int32_t, ProcessDefinitionKey>> process_versions_;  ///< by tenant and id
    std::map<DeploymentKey, std::string> tenants_;
};

}  // namespace dandori::engine
