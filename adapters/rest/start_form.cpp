#include "adapters/rest/start_form.h"

#include "bpmn/bpmn.h"

namespace dandori::rest {
namespace {

using engine::Form;

const bpmn::zeebe::FormDefinition* linked_form(const bpmn::Definitions& definitions, const std::string& process_id) {
    const auto* process = definitions.find_as<bpmn::Process>(process_id);
    if (!process) return nullptr;
    for (const auto* start : process->scope.start_events) {
        const bool is_none = start->event() && start->event()->definitions.empty();
        const auto& form = start->extension.form_definition;
        if (is_none && form && !form->form_id.empty()) return &*form;
    }
    return nullptr;
}

}  // namespace

std::optional<Form> start_form(engine::Reader& reader, const engine::ProcessDefinition& definition) {
    if (!definition.has_start_form) return {};
    const auto resource = engine::get<engine::Resource>(reader, definition.resource_key);
    if (!resource) return {};
    const auto file = bpmn::read(resource->content.value, resource->name);
    const auto* link = file.definitions ? linked_form(*file.definitions, definition.id) : nullptr;
    if (!link) return {};
    auto query = engine::Query{}.where_equals("formId", link->form_id).sorted_by("version", true).first(1);
    if (link->binding.type == bpmn::zeebe::BindingType::Deployment)
        query.where_equals("deploymentKey", definition.deployment_key);
    if (link->binding.type == bpmn::zeebe::BindingType::VersionTag)
        query.where_equals("versionTag", link->binding.version_tag);
    auto found = engine::find<Form>(reader, query);
    if (found.rows.empty()) return {};
    return std::move(found.rows.front());
}

}  // namespace dandori::rest
