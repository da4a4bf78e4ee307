#include "adapters/rest/latest.h"
#include "adapters/rest/routes.h"
#include "adapters/rest/start_form.h"

namespace dandori::rest {
namespace {

using engine::ProcessDefinition;

/// The definition in the path; where there is none the call has been answered.
Result<std::optional<ProcessDefinition>> definition_in_path(Call& call) {
    const auto key = TRY(call.key<engine::ProcessDefinitionKey>("processDefinitionKey"));
    auto definition = visible_row<ProcessDefinition>(call, key);
    if (!definition) call.reply.not_found("Process definition", key.value);
    return definition;
}

Result<void> search_process_definitions(Call& call) {
    answer_page<ProcessDefinition>(call, TRY(read_definition_search<ProcessDefinition>(call)));
    return {};
}

Result<void> get_process_definition(Call& call) { return answer_row<ProcessDefinition>(call, "Process definition"); }

Result<void> get_process_definition_xml(Call& call) {
    const auto definition = TRY(definition_in_path(call));
    if (!definition) return {};
    auto resource = engine::get<engine::Resource>(call.reader(), definition->resource_key);
    if (resource)
        call.reply.file(std::move(resource->content.value), "text/xml");
    else
        call.reply.no_content();
    return {};
}

Result<void> get_start_form(Call& call) {
    const auto definition = TRY(definition_in_path(call));
    if (!definition) return {};
    const auto form = start_form(call.reader(), *definition);
    if (!form) {
        call.reply.no_content();
        return {};
    }
    JsonText json;
    write_row(json, *form);
    call.reply.json(json.take());
    return {};
}

}  // namespace

std::vector<Route> process_definition_routes() {
    return {{"POST", "/process-definitions/search", Who::Admitted, search_process_definitions},
            {"GET", "/process-definitions/{processDefinitionKey}", Who::Admitted, get_process_definition},
            {"GET", "/process-definitions/{processDefinitionKey}/xml", Who::Admitted, get_process_definition_xml},
            {"GET", "/process-definitions/{processDefinitionKey}/form", Who::Admitted, get_start_form}};
}

}  // namespace dandori::rest
