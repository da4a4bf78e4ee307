#include "engine/behavior/step.h"
#include "engine/behavior/variables.h"

namespace dandori::engine {

Result<void> Step::create_job(const CompiledJob& model) {
    Job job;
    job.type = TRY(text(model.type, "type"));
    if (job.type.empty()) return fail(Failure::Kind::ExtractValue, what("type") + " gave an empty text.");
    const feel::Value retries = TRY(value(model.retries, "retries"));
    std::optional<std::int64_t> number = retries.to_integer();
    if (retries.is_string()) {
        const auto decimal = feel::Decimal::from_text(retries.as_string());
        if (decimal) number = decimal->to_integer();
    }
    if (!number || *number < 0 || *number > 1'000'000) {
        return fail(Failure::Kind::ExtractValue,
                    what("retries") + " gave " + feel::to_literal(retries) + "; a whole number is needed.");
    }
    job.retries = static_cast<std::int32_t>(*number);
    job.key = {world().next_key()};
    job.custom_headers = {model.headers};
    job.element_id = this->model().id;
    job.element_instance_key = key_;
    const ProcessInstance& process = *rows_.process();
    job.process_definition_id = process.process_definition_id;
    job.process_definition_key = process.process_definition_key;
    job.process_instance_key = process.key;
    job.root_process_instance_key = process.root_process_instance_key;
    job.tenant_id = process.tenant_id;
    job.creation_time = job.last_update_time = world().now();
    job.activatable_at = world().now();
    rows_.jobs.put(std::move(job));
    return {};
}

Result<feel::Value> Step::decide(const std::string& decision_id, const bpmn::zeebe::Binding& binding) {
    return world().decide(decision_id, binding, process_.deployment_key, VariableScope(rows_, scope()));
}

}  // namespace dandori::engine
