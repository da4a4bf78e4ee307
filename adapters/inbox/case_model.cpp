#include "adapters/inbox/case_model.h"

#include <algorithm>

#include "bpmn/bpmn.h"
#include "bpmn/model/property.h"

namespace dandori::inbox {
namespace {

using bpmn::property_of;
using engine::Query;

std::vector<std::string> listed(const std::string& text) {
    std::vector<std::string> parts;
    std::string part;
    for (const char c : text + ',') {
        if (c == ',') {
            if (!part.empty()) parts.push_back(part);
            part.clear();
        } else if (c != ' ' && c != '\n' && c != '\t') {
            part += c;
        }
    }
    return parts;
}

ElementFacts facts_of(const bpmn::FlowNode& node) {
    ElementFacts facts{node.name, {}, node.event() && node.event()->definition<bpmn::TimerEventDefinition>(), {}};
    const bool is_start = node.kind == bpmn::FlowNodeKind::StartEvent && node.event();
    const auto* message = is_start ? node.event()->definition<bpmn::MessageEventDefinition>() : nullptr;
    if (message && message->message) facts.message = message->message->name;
    for (const auto* name : {"case.endState", "approval.milestone"})
        if (const auto state = property_of(node, name); !state.empty()) facts.state = state;
    return facts;
}

/// The process is started by a person at the start event without a definition.
const bpmn::FlowNode* plain_start(const bpmn::Process& process) {
    for (const auto* start : process.scope.start_events)
        if (start->event() && start->event()->definitions.empty()) return start;
    return nullptr;
}

std::optional<std::string> deployed_form(engine::Reader& reader, const engine::ProcessDefinition& definition,
                                         const bpmn::zeebe::FormDefinition& wanted) {
    auto query = Query{}.where_equals("formId", wanted.form_id).sorted_by("version", true).first(1);
    if (wanted.binding.type == bpmn::zeebe::BindingType::Deployment)
        query.where_equals("deploymentKey", definition.deployment_key);
    if (wanted.binding.type == bpmn::zeebe::BindingType::VersionTag)
        query.where_equals("versionTag", wanted.binding.version_tag);
    auto found = engine::find<engine::Form>(reader, query).rows;
    if (found.empty()) return std::nullopt;
    return std::move(found.front().schema);
}

std::optional<std::string> start_form_of(engine::Reader& reader, const engine::ProcessDefinition& definition,
                                         const bpmn::Process& process) {
    const auto* start = plain_start(process);
    if (!start || !start->extension.form_definition) return std::nullopt;
    const auto& wanted = *start->extension.form_definition;
    if (!wanted.form_id.empty()) return deployed_form(reader, definition, wanted);
    for (const auto& form : process.extension.user_task_forms)
        if (wanted.form_key == "camunda-forms:bpmn:" + form.id) return form.json;
    return std::nullopt;
}

CaseModel read_model(engine::Reader& reader, const engine::ProcessDefinition& definition) {
    CaseModel model;
    const auto resource = engine::get<engine::Resource>(reader, definition.resource_key);
    if (!resource) return model;
    const auto read = bpmn::read(resource->content.value, resource->name);
    const auto* process = read.definitions ? read.definitions->find_as<bpmn::Process>(definition.id) : nullptr;
    if (!process) return model;
    model.process_id = definition.id;
    model.kind = property_of(*process, "case.kind");
    model.documentation = process->documentation;
    model.starters = listed(property_of(*process, "case.starters"));
    model.start_form = start_form_of(reader, definition, *process);
    for (const auto& node : process->nodes) model.elements.emplace(node.id, facts_of(node));
    return model;
}

}  // namespace

std::vector<std::string> CaseModel::state_elements() const {
    std::vector<std::string> ids;
    for (const auto& [id, facts] : elements)
        if (facts.state) ids.push_back(id);
    return ids;
}

std::shared_ptr<const CaseModel> CaseModels::of(engine::ProcessDefinitionKey key) {
    {
        const std::lock_guard lock(reading_);
        if (const auto found = models_.find(key); found != models_.end()) return found->second;
    }
    const auto definition = engine::get<engine::ProcessDefinition>(reader_, key);
    if (!definition) return std::make_shared<const CaseModel>();
    auto model = std::make_shared<const CaseModel>(read_model(reader_, *definition));
    const std::lock_guard lock(reading_);
    return models_.emplace(key, std::move(model)).first->second;
}

std::vector<engine::ProcessDefinition> CaseModels::newest_definitions() {
    const auto query = Query{}
                           .where_equals("state", engine::DefinitionState::Active)
                           .sorted_by("processDefinitionId")
                           .sorted_by("version", true);
    auto rows = engine::find<engine::ProcessDefinition>(reader_, Query(query).first(100'000)).rows;
    const auto same_id = [](const auto& a, const auto& b) { return a.id == b.id; };
    rows.erase(std::unique(rows.begin(), rows.end(), same_id), rows.end());
    return rows;
}

std::vector<engine::ProcessDefinitionKey> CaseModels::definitions_of_kind(const std::string& kind) {
    std::vector<engine::ProcessDefinitionKey> keys;
    for (const auto& definition : engine::find<engine::ProcessDefinition>(reader_, Query{}.first(100'000)).rows)
        if (of(definition.key)->kind == kind) keys.push_back(definition.key);
    return keys;
}

}  // namespace dandori::inbox
