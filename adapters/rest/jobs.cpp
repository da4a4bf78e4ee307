#include "adapters/rest/job_results.h"
#include "adapters/rest/routes.h"
#include "adapters/rest/rows.h"

namespace dandori::rest {
namespace {

constexpr std::int64_t duration_ms_max = std::int64_t{366} * 24 * 3600 * 1000 * 100;
constexpr std::int64_t request_timeout_default_ms = 10'000;
constexpr std::int64_t jobs_per_activation_max = 10'000;

/// What a task listener is told of the task.
void write_told_task(JsonText& json, const engine::ActivatedJob& activated) {
    if (!activated.user_task) {
        json.null();
        return;
    }
    const auto& task = *activated.user_task;
    json.begin_object().name("action").text(task.action.value_or("")).name("assignee");
    write_value(json, task.assignee);
    json.name("candidateGroups");
    write_list(json, task.candidate_groups);
    json.name("candidateUsers");
    write_list(json, task.candidate_users);
    json.name("changedAttributes");
    write_list(json, activated.changed_attributes);
    json.name("dueDate");
    write_value(json, task.due_date);
    json.name("followUpDate");
    write_value(json, task.follow_up_date);
    json.name("formKey");
    write_value(json, task.form_key);
    json.name("priority").number(task.priority).name("userTaskKey").key(task.key.value);
    json.end_object();
}

/// The job's own, and `traceparent` of whoever started the process, so that the worker can go on with the trace.
std::string headers_of(const engine::ActivatedJob& activated) {
    std::string headers = activated.job.custom_headers.text;
    if (!activated.trace_parent || headers.find("\"traceparent\"") != std::string::npos) return headers;
    const bool is_empty = headers.find_first_not_of(" \n\t", headers.find('{') + 1) == headers.rfind('}');
    // Made of digits and dashes only.
    headers.insert(headers.rfind('}'), (is_empty ? "\"traceparent\":\"" : ",\"traceparent\":\"") + *activated.trace_parent + "\"");
    return headers;
}

void write_activated(JsonText& json, const engine::ActivatedJob& activated) {
    const auto& job = activated.job;
    json.begin_object();
    json.name("type").text(job.type).name("processDefinitionId").text(job.process_definition_id);
    json.name("processDefinitionVersion").number(activated.process_definition_version);
    json.name("elementId").text(job.element_id).name("customHeaders").raw(headers_of(activated));
    json.name("worker").text(job.worker).name("retries").number(job.retries);
    json.name("deadline").number(job.deadline.value_or(Instant{}).milliseconds);
    json.name("variables").raw(activated.variables.text).name("tenantId").text(job.tenant_id);
    json.name("jobKey").key(job.key.value).name("processInstanceKey").key(job.process_instance_key.value);
    json.name("processDefinitionKey").key(job.process_definition_key.value);
    json.name("elementInstanceKey").key(job.element_instance_key.value);
    json.name("kind")
        .text(engine::name_of(job.kind))
        .name("listenerEventType")
        .text(engine::name_of(job.listener_event_type));
    json.name("userTask");
    write_told_task(json, activated);
    json.name("tags");
    write_list(json, activated.tags);
    json.name("rootProcessInstanceKey");
    write_value(json, job.root_process_instance_key);
    json.end_object();
}

std::string activation_text(const engine::ActivateJobs::Answer& answer) {
    JsonText json;
    json.begin_object().name("jobs").begin_array();
    for (const auto& job : answer.jobs) write_activated(json, job);
    return json.end_array().end_object().take();
}

/// The tenants whose jobs are asked for: those named, or all of the caller.
Result<std::vector<std::string>> read_tenants(const Call& call, Body& body) {
    auto tenants = TRY(body.text_list("tenantIds")).value_or(std::vector<std::string>{});
    for (const auto& tenant : tenants) TRY(checked_tenant(tenant, call.has_tenants(), "tenantIds"));
    const auto filter = TRY(body.text("tenantFilter")).value_or("PROVIDED");
    if (filter != "PROVIDED" && filter != "ASSIGNED")
        return fail(Failure::Kind::Syntax, "'tenantFilter' is '" + filter + "', but must be PROVIDED or ASSIGNED.");
    if (filter == "ASSIGNED" && call.actor() && call.actor()->tenants) return *call.actor()->tenants;
    if (tenants.empty()) tenants.emplace_back(engine::default_tenant);
    return tenants;
}

Result<void> activate_jobs(Call& call) {
    auto body = TRY(call.body());
    engine::ActivateJobs command;
    command.type = TRY(body.required_text("type"));
    command.worker = TRY(body.text("worker")).value_or("");
    command.timeout_ms = TRY(body.required_integer("timeout", 1, duration_ms_max));
    command.count_max =
        static_cast<std::size_t>(TRY(body.required_integer("maxJobsToActivate", 1, jobs_per_activation_max)));
    command.fetch_variables = TRY(body.text_list("fetchVariable")).value_or(std::vector<std::string>{});
    command.request_timeout_ms = TRY(body.integer("requestTimeout", INT64_MIN, duration_ms_max)).value_or(0);
    if (command.request_timeout_ms == 0) command.request_timeout_ms = request_timeout_default_ms;
    command.tenant_ids = TRY(read_tenants(call, body));
    TRY(body.nothing_else());
    command.still_wanted = std::make_shared<const std::function<bool()>>(call.request.still_connected);
    call.submit("ACTIVATE", std::move(command),
                [](const Reply& reply, const auto& answer) { reply.json(activation_text(answer)); });
    return {};
}

Result<void> search_jobs(Call& call) { return answer_search<engine::Job>(call); }

Result<void> complete_job(Call& call) {
    engine::CompleteJob command;
    command.key = TRY(call.key<engine::JobKey>("jobKey"));
    auto body = TRY(call.body());
    command.variables = TRY(body.object_text("variables"));
    if (auto result = TRY(body.object("result"))) command.result = TRY(read_job_result(*result));
    TRY(body.nothing_else());
    call.submit_done("COMPLETE", std::move(command));
    return {};
}

Result<void> fail_job(Call& call) {
    engine::FailJob command;
    command.key = TRY(call.key<engine::JobKey>("jobKey"));
    auto body = TRY(call.body());
    command.retries = static_cast<std::int32_t>(TRY(body.integer("retries", 0, INT32_MAX)).value_or(0));
    command.error_message = TRY(body.text("errorMessage")).value_or("");
    command.retry_back_off_ms = TRY(body.integer("retryBackOff", 0, duration_ms_max)).value_or(0);
    command.variables = TRY(body.object_text("variables"));
    TRY(body.nothing_else());
    call.submit_done("FAIL", std::move(command));
    return {};
}

Result<void> throw_job_error(Call& call) {
    engine::ThrowJobError command;
    command.key = TRY(call.key<engine::JobKey>("jobKey"));
    auto body = TRY(call.body());
    command.error_code = TRY(body.required_text("errorCode"));
    command.error_message = TRY(body.text("errorMessage"));
    command.variables = TRY(body.object_text("variables"));
    TRY(body.nothing_else());
    call.submit_done("THROW_ERROR", std::move(command));
    return {};
}

Result<void> update_job(Call& call) {
    engine::UpdateJob command;
    command.key = TRY(call.key<engine::JobKey>("jobKey"));
    auto body = TRY(call.body());
    auto changeset = TRY(body.object("changeset"));
    if (!changeset)
        return fail(Failure::Kind::Syntax, "'changeset' is missing; an object with 'retries' or 'timeout' is needed.");
    if (const auto retries = TRY(changeset->integer("retries", 1, INT32_MAX)))
        command.retries = static_cast<std::int32_t>(*retries);
    command.timeout_ms = TRY(changeset->integer("timeout", 0, duration_ms_max));
    TRY(changeset->nothing_else());
    if (!command.retries && !command.timeout_ms)
        return fail(Failure::Kind::Syntax, "'changeset' changes nothing; 'retries' or 'timeout' is needed.");
    TRY(body.accept_reference());
    TRY(body.nothing_else());
    call.submit_done("UPDATE", std::move(command));
    return {};
}

}  // namespace

std::vector<Route> job_routes() {
    return {{"POST", "/jobs/activation", who_may(engine::ResourceType::ProcessDefinition, engine::Permission::UpdateProcessInstance), activate_jobs},
            {"POST", "/jobs/search", Who::Admitted, search_jobs},
            {"POST", "/jobs/{jobKey}/completion", who_may(engine::ResourceType::ProcessDefinition, engine::Permission::UpdateProcessInstance), complete_job, Takes::Json, tried},
            {"POST", "/jobs/{jobKey}/failure", who_may(engine::ResourceType::ProcessDefinition, engine::Permission::UpdateProcessInstance), fail_job, Takes::Json, tried},
            {"POST", "/jobs/{jobKey}/error", who_may(engine::ResourceType::ProcessDefinition, engine::Permission::UpdateProcessInstance), throw_job_error, Takes::Json, tried},
            {"PATCH", "/jobs/{jobKey}", may_resolve, update_job}};
}

}  // namespace dandori::rest
