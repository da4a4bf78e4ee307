#include "engine/runtime/deployed.h"

#include <stdexcept>

#include "engine/port/all_rows.h"

namespace dandori::engine {
namespace {

/// Of the rows with this id: the newest, the one of the caller's deployment, or the newest with the tag.
template <class Rows, class Id, class Fits>
auto bound(const Rows& rows, Id&& has_id, Fits&& fits) -> const typename Rows::mapped_type* {
    const typename Rows::mapped_type* best = nullptr;
    for (const auto& [key, row] : rows) {
        if (has_id(row) && fits(row) && (!best || row.version >= best->version)) best = &row;
    }
    return best;
}

}  // namespace

void Deployed::load() {
    resources_.clear();
    processes_.clear();
    executables_.clear();
    requirements_.clear();
    models_.clear();
    decisions_.clear();
    forms_.clear();
    process_versions_.clear();
    tenants_.clear();
    for_all_rows<Resource>(reader_, {}, [&](Resource row) { add(row); });
    for_all_rows<ProcessDefinition>(reader_, {}, [&](ProcessDefinition row) { add(row); });
    for_all_rows<DecisionRequirements>(reader_, {}, [&](DecisionRequirements row) { add(row); });
    for_all_rows<DecisionDefinition>(reader_, {}, [&](DecisionDefinition row) { add(row); });
    for_all_rows<Form>(reader_, {}, [&](Form row) { add(row); });
}

void Deployed::add(const Resource& row) {
    Resource& held = resources_[row.key] = row;
    held.content.value.clear();
    held.content.value.shrink_to_fit();
    tenants_[row.deployment_key] = row.tenant_id;
}

void Deployed::add(const ProcessDefinition& row, std::shared_ptr<const Executable> executable) {
    processes_[row.key] = row;
    process_versions_[{row.tenant_id, row.id}][row.version] = row.key;
    if (executable) executables_[row.key] = std::move(executable);
}

void Deployed::add(const DecisionRequirements& row, std::shared_ptr<const dmn::Model> model) {
    requirements_[row.key] = row;
    if (model) models_[row.key] = std::move(model);
}

void Deployed::add(const DecisionDefinition& row) { decisions_[row.key] = row; }

void Deployed::add(const Form& row) {
    Form& held = forms_[row.key] = row;
    held.schema.clear();
}

const ProcessDefinition* Deployed::process(ProcessDefinitionKey key) const {
    const auto found = processes_.find(key);
    return found == processes_.end() ? nullptr : &found->second;
}

const ProcessDefinition* Deployed::process(const std::string& tenant_id, const std::string& id, std::int32_t version) const {
    const auto versions = process_versions_.find({tenant_id, id});
    if (versions == process_versions_.end()) return nullptr;
    for (auto it = versions->second.rbegin(); it != versions->second.rend(); ++it) {
        const ProcessDefinition& row = processes_.at(it->second);
        if (row.state != DefinitionState::Active) continue;
        if (version == -1 || row.version == version) return &row;
    }
    return nullptr;
}

const ProcessDefinition* Deployed::process(const std::string& id, const bpmn::zeebe::Binding& binding, DeploymentKey caller) const {
    if (binding.type == bpmn::zeebe::BindingType::Latest) return process(tenant_of(caller), id, -1);
    const std::string& tenant = tenant_of(caller);
    return bound(
        processes_, [&](const ProcessDefinition& row) { return row.id == id && row.tenant_id == tenant && row.state == DefinitionState::Active; },
        [&](const ProcessDefinition& row) {
            return binding.type == bpmn::zeebe::BindingType::Deployment ? row.deployment_key == caller
                                                                        : row.version_tag == binding.version_tag;
        });
}

const DecisionDefinition* Deployed::decision(DecisionDefinitionKey key) const {
    const auto found = decisions_.find(key);
    return found == decisions_.end() ? nullptr : &found->second;
}

const DecisionDefinition* Deployed::decision(const std::string& id, const bpmn::zeebe::Binding& binding, DeploymentKey caller) const {
    // A decision's version tag stands in its model (DecisionInfo::version_tag).
    const std::string& tenant = tenant_of(caller);
    return bound(
        decisions_, [&](const DecisionDefinition& row) { return row.id == id && row.tenant_id == tenant; },
        [&](const DecisionDefinition& row) {
            if (binding.type == bpmn::zeebe::BindingType::Latest) return true;
            if (binding.type == bpmn::zeebe::BindingType::Deployment) return row.deployment_key == caller;
            const auto model = const_cast<Deployed*>(this)->model(row.requirements_key);
            const dmn::DecisionInfo* info = model ? model->find_decision(id) : nullptr;
            return info && info->version_tag == binding.version_tag;
        });
}

const DecisionDefinition* Deployed::decision(const std::string& tenant_id, const std::string& id) const {
    return bound(
        decisions_, [&](const DecisionDefinition& row) { return row.id == id && row.tenant_id == tenant_id; },
        [](const DecisionDefinition&) { return true; });
}

const Form* Deployed::form(const std::string& id, const bpmn::zeebe::Binding& binding, DeploymentKey caller) const {
    const std::string& tenant = tenant_of(caller);
    return bound(
        forms_, [&](const Form& row) { return row.id == id && row.tenant_id == tenant; },
        [&](const Form& row) {
            if (binding.type == bpmn::zeebe::BindingType::Latest) return true;
            if (binding.type == bpmn::zeebe::BindingType::Deployment) return row.deployment_key == caller;
            return row.version_tag == binding.version_tag;
        });
}

const Resource* Deployed::resource(const std::string& id, const bpmn::zeebe::Binding& binding, DeploymentKey caller) const {
    const std::string& tenant = tenant_of(caller);
    return bound(
        resources_, [&](const Resource& row) { return row.id == id && row.tenant_id == tenant; },
        [&](const Resource& row) {
            if (binding.type == bpmn::zeebe::BindingType::Latest) return true;
            if (binding.type == bpmn::zeebe::BindingType::Deployment) return row.deployment_key == caller;
            return row.version_tag == binding.version_tag;
        });
}

const Resource* Deployed::newest_resource(const std::string& tenant_id, const std::string& name) const {
    return bound(
        resources_, [&](const Resource& row) { return row.name == name && row.tenant_id == tenant_id; },
        [](const Resource&) { return true; });
}

const Resource* Deployed::resource(ResourceKey key) const {
    const auto found = resources_.find(key);
    return found == resources_.end() ? nullptr : &found->second;
}

std::vector<const ProcessDefinition*> Deployed::processes() const {
    std::vector<const ProcessDefinition*> rows;
    for (const auto& [key, row] : processes_) rows.push_back(&row);
    return rows;
}

std::vector<const ProcessDefinition*> Deployed::processes_of(ResourceKey key) const {
    std::vector<const ProcessDefinition*> rows;
    for (const auto& [each, row] : processes_) {
        if (row.resource_key == key) rows.push_back(&row);
    }
    return rows;
}

std::vector<const DecisionDefinition*> Deployed::decisions_of(DecisionRequirementsKey key) const {
    std::vector<const DecisionDefinition*> rows;
    for (const auto& [each, row] : decisions_) {
        if (row.requirements_key == key) rows.push_back(&row);
    }
    return rows;
}

const DecisionRequirements* Deployed::requirements(DecisionRequirementsKey key) const {
    const auto found = requirements_.find(key);
    return found == requirements_.end() ? nullptr : &found->second;
}

const DecisionRequirements* Deployed::newest_requirements(const std::string& tenant_id, const std::string& id) const {
    return bound(
        requirements_, [&](const DecisionRequirements& row) { return row.id == id && row.tenant_id == tenant_id; },
        [](const DecisionRequirements&) { return true; });
}

const Form* Deployed::form(FormKey key) const {
    const auto found = forms_.find(key);
    return found == forms_.end() ? nullptr : &found->second;
}

std::int32_t Deployed::newest_version_of_process(const std::string& tenant_id, const std::string& id) const {
    const auto versions = process_versions_.find({tenant_id, id});
    return versions == process_versions_.end() ? 0 : versions->second.rbegin()->first;
}

std::int32_t Deployed::newest_version_of_decision(const std::string& tenant_id, const std::string& id) const {
    std::int32_t newest = 0;
    for (const auto& [key, row] : decisions_) {
        if (row.id == id && row.tenant_id == tenant_id && row.version > newest) newest = row.version;
    }
    return newest;
}

std::int64_t Deployed::newest_version_of_form(const std::string& tenant_id, const std::string& id) const {
    std::int64_t newest = 0;
    for (const auto& [key, row] : forms_) {
        if (row.id == id && row.tenant_id == tenant_id && row.version > newest) newest = row.version;
    }
    return newest;
}

const std::string& Deployed::tenant_of(DeploymentKey key) const {
    static const std::string otherwise(default_tenant);
    const auto found = tenants_.find(key);
    return found == tenants_.end() ? otherwise : found->second;
}

std::shared_ptr<const Executable> Deployed::executable(ProcessDefinitionKey key) {
    const auto known = executables_.find(key);
    if (known != executables_.end()) return known->second;
    const ProcessDefinition* row = process(key);
    if (!row) return nullptr;
    const auto file = get<Resource>(reader_, row->resource_key);
    if (!file) throw std::runtime_error("The store has lost the file of process '" + row->id + "'.");
    const auto read = bpmn::read(file->content.value, file->name);
    for (const bpmn::Process& process : read.definitions->processes) {
        if (process.id != row->id) continue;
        std::vector<bpmn::Problem> problems;
        auto executable = compile(read.definitions, process, problems);
        if (!executable) throw std::runtime_error("A deployed process can't be run any more: " + to_string(problems.front()));
        executable->key = row->key;
        executable->deployment_key = row->deployment_key;
        executable->tenant_id = row->tenant_id;
        executable->version = row->version;
        executables_[key] = executable;
        return executable;
    }
    throw std::runtime_error("The file of process '" + row->id + "' doesn't hold it.");
}

std::shared_ptr<const dmn::Model> Deployed::model(DecisionRequirementsKey key) {
    const auto known = models_.find(key);
    if (known != models_.end()) return known->second;
    const DecisionRequirements* row = requirements(key);
    if (!row) return nullptr;
    const auto file = get<Resource>(reader_, row->resource_key);
    if (!file) throw std::runtime_error("The store has lost the file of decision model '" + row->id + "'.");
    // What it imports was deployed with it.
    std::vector<Resource> others;
    std::vector<dmn::Source> sources;
    for (const auto& [other_key, other] : requirements_) {
        if (other_key == key || other.deployment_key != row->deployment_key) continue;
        if (auto other_file = get<Resource>(reader_, other.resource_key)) others.push_back(std::move(*other_file));
    }
    for (const Resource& other : others) sources.push_back({other.content.value, other.name});
    auto read = dmn::read(file->content.value, file->name, sources);
    if (!read.model) throw std::runtime_error("A deployed decision model can't be read any more: " + row->id);
    return models_[key] = read.model;
}

void Deployed::set_state(ProcessDefinitionKey key, DefinitionState state) { processes_.at(key).state = state; }

void Deployed::forget(DecisionRequirementsKey key) {
    std::erase_if(decisions_, [&](const auto& entry) { return entry.second.requirements_key == key; });
    requirements_.erase(key);
    models_.erase(key);
}

void Deployed::forget(FormKey key) { forms_.erase(key); }
void Deployed::forget(ResourceKey key) { resources_.erase(key); }

}  // namespace dandori::engine
