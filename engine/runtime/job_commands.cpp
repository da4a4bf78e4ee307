#include <algorithm>

#include "engine/behavior/task_listeners.h"
#include "engine/behavior/variables.h"
#include "engine/feel/json.h"
#include "engine/lifecycle/advance.h"
#include "engine/runtime/partition.h"
#include "engine/runtime/rights.h"

namespace dandori::engine {
namespace {

constexpr std::size_t activation_size_max = 4 << 20;  ///< bytes of variables in one answer, as in Camunda 8

bool may_work_on(const Job& job, const Actor* actor) {
    return may(actor, ResourceType::ProcessDefinition, Permission::UpdateProcessInstance, job.process_definition_id);
}

tl::unexpected<Rejection> forbid_jobs() {
    return reject(Rejection::Code::Forbidden,
                  "Insufficient permissions to perform operation 'UPDATE_PROCESS_INSTANCE' on resource 'PROCESS_DEFINITION'; "
                  "the roles 'worker' and 'admin' have it.");
}

}  // namespace

JobQueue::Wanted wanted_jobs(const ActivateJobs& command, const Actor* actor) {
    return [&command, actor](const std::string& tenant_id, const std::string& process_id) {
        return std::ranges::find(command.tenant_ids, tenant_id) != command.tenant_ids.end() &&
               may(actor, ResourceType::ProcessDefinition, Permission::UpdateProcessInstance, process_id);
    };
}

Outcome<ActivateJobs::Answer> Partition::execute(const ActivateJobs& command, const Actor* actor) {
    if (!may_some(actor, ResourceType::ProcessDefinition, Permission::UpdateProcessInstance)) return forbid_jobs();
    for (const std::string& tenant : command.tenant_ids)
        if (!is_of_tenant(actor, tenant)) return tl::unexpected(not_of_tenant(tenant));
    if (command.type.empty()) return reject(Rejection::Code::InvalidArgument, "The job type is missing.");
    if (command.timeout_ms <= 0) return reject(Rejection::Code::InvalidArgument, "The timeout of the jobs must be greater than 0.");
    if (command.count_max == 0) return reject(Rejection::Code::InvalidArgument, "maxJobsToActivate must be greater than 0.");
    ActivateJobs::Answer answer;
    std::size_t size = 0;
    while (answer.jobs.size() < command.count_max) {
        const auto next = job_queue_.first(command.type, now_, wanted_jobs(command, actor));
        if (!next) break;
        InstanceRows* rows = instance(next->second);
        Job* job = rows ? rows->jobs.change(next->first) : nullptr;
        if (!job) throw std::logic_error("A job in the queue is in no instance.");
        ActivatedJob activated;
        activated.variables.text =
            feel::to_json(visible_variables(*rows, scope_of(job->element_instance_key), command.fetch_variables));
        size += activated.variables.text.size();
        if (size > activation_size_max && !answer.jobs.empty()) break;
        if (size > activation_size_max) {
            job->activatable_at.reset();
            job_queue_.update(*job, false, now_);
            execution_->raise_incident(
                *rows, job->element_instance_key,
                {Failure::Kind::MessageSize, "The job with its variables has " + std::to_string(size) +
                                                 " bytes; a worker can be given " + std::to_string(activation_size_max) +
                                                 ". Let the worker fetch fewer variables, or make them smaller."},
                job->key);
            size = 0;
            continue;
        }
        if (job->state == JobState::Created && job->deadline && *job->deadline <= now_) {
            lifecycle::advance(job->state, lifecycle::JobEvent::TimeOut);
        }
        lifecycle::advance(job->state, lifecycle::JobEvent::Activate);
        job->worker = command.worker;
        job->deadline = now_ + command.timeout_ms;
        job->activatable_at = job->deadline;
        job->last_update_time = now_;
        job_queue_.update(*job, false, now_);
        activated.job = *job;
        activated.process_definition_version = rows->process()->process_definition_version;
        activated.tags = rows->process()->tags;
        activated.trace_parent = rows->process()->trace_parent;
        if (job->kind == JobKind::TaskListener) {
            for (const UserTaskKey task : rows->user_tasks.keys_of(scope_of(job->element_instance_key))) {
                activated.user_task = task_as_told(*rows->user_tasks.find(task));
                activated.changed_attributes = changed_attributes(*rows->user_tasks.find(task));
            }
        }
        answer.jobs.push_back(std::move(activated));
    }
    return answer;
}

bool Partition::make_activatable(InstanceRows& rows, JobKey key) {
    Job& job = *rows.jobs.change(key);
    if (job.retries <= 0) return false;
    lifecycle::advance(job.state, lifecycle::JobEvent::Retry);
    job.activatable_at = now_;
    job.deadline.reset();
    job.error_code.reset();
    job.last_update_time = now_;
    return true;
}

Outcome<Done> Partition::execute(const CompleteJob& command, const Actor* actor) {
    InstanceRows* rows = instance_with(command.key);
    Job* job = rows ? rows->jobs.change(command.key) : nullptr;
    if (!job || !is_of_tenant(actor, job->tenant_id)) return reject_not_found("COMPLETE", "complete", "job", command.key.value);
    if (!may_work_on(*job, actor)) return forbid_jobs();
    if (auto waits = waits_for_resumption(*rows, "COMPLETE", "complete a job")) return tl::unexpected(*waits);
    if (!lifecycle::next(job->state, lifecycle::JobEvent::Complete) || job->state == JobState::ErrorThrown ||
        (job->state == JobState::Failed && !job->activatable_at)) {
        return reject(Rejection::Code::InvalidState,
                      "Command 'COMPLETE' rejected with code 'INVALID_STATE': Expected to complete job with key '" +
                          std::to_string(command.key.value) + "', but it is in state '" + std::string(name_of(job->state)) + "'");
    }
    feel::Value variables;
    if (auto read = variables_of(command.variables)) variables = std::move(*read);
    else return tl::unexpected(read.error());
    const auto* of_task = std::get_if<TaskListenerResult>(&command.result);
    const auto* of_ad_hoc = std::get_if<AdHocResult>(&command.result);
    if ((of_task && job->kind != JobKind::TaskListener) || (of_ad_hoc && job->kind != JobKind::AdHocSubProcess)) {
        return reject(Rejection::Code::InvalidArgument, "The result is for a " + std::string(of_task ? "task listener" : "ad-hoc sub-process") +
                                                            "; the job with key '" + std::to_string(command.key.value) + "' is of kind " +
                                                            std::string(name_of(job->kind)) + ".");
    }
    const ElementInstanceKey element = job->element_instance_key;
    if (job->kind == JobKind::TaskListener) {
        if (!variables.as_context().empty()) {
            return reject(Rejection::Code::InvalidArgument, "A job of kind TASK_LISTENER can't set variables; correct the task's attributes in 'result'.");
        }
        return complete_task_listener(*rows, command.key, of_task ? *of_task : TaskListenerResult{});
    }
    if (job->kind == JobKind::AdHocSubProcess) return complete_leader(*rows, command.key, variables, of_ad_hoc ? *of_ad_hoc : AdHocResult{});
    if (auto written = change_tables_of_job(command, *job, *rows->process()); !written) return tl::unexpected(written.error());
    finish_job(*rows, command.key);
    for (const Mail& mail : command.mails) put_pending_mail(mail, rows);
    if (job->kind == JobKind::ExecutionListener) execution_->listener_done(*rows, element, variables);
    else execution_->complete_work(*rows, element, variables);
    return Done{};
}

void Partition::finish_job(InstanceRows& rows, JobKey key) {
    Job& job = *rows.jobs.change(key);
    lifecycle::advance(job.state, lifecycle::JobEvent::Complete);
    job.end_time = job.last_update_time = now_;
    job.activatable_at.reset();
    rows.jobs.finish(key);
}

Outcome<Done> Partition::execute(const FailJob& command, const Actor* actor) {
    InstanceRows* rows = instance_with(command.key);
    Job* job = rows ? rows->jobs.change(command.key) : nullptr;
    if (!job || !is_of_tenant(actor, job->tenant_id)) return reject_not_found("FAIL", "fail", "job", command.key.value);
    if (!may_work_on(*job, actor)) return forbid_jobs();
    const auto event = command.retries > 0 ? lifecycle::JobEvent::Fail : lifecycle::JobEvent::FailForGood;
    if (!job->activatable_at || !lifecycle::next(job->state, event)) {
        return reject(Rejection::Code::InvalidState,
                      "Command 'FAIL' rejected with code 'INVALID_STATE': Expected to fail job with key '" +
                          std::to_string(command.key.value) + "', but it is in state '" + std::string(name_of(job->state)) + "'");
    }
    if (command.retries < 0) return reject(Rejection::Code::InvalidArgument, "retries must not be negative.");
    feel::Value variables;
    if (auto read = variables_of(command.variables)) variables = std::move(*read);
    else return tl::unexpected(read.error());
    lifecycle::advance(job->state, event);
    job->retries = command.retries;
    job->error_message = command.error_message;
    job->has_failed_with_retries_left = command.retries > 0;
    job->deadline.reset();
    job->last_update_time = now_;
    const ElementInstanceKey element = job->element_instance_key;
    for (const auto& [name, value] : variables.as_context().entries()) set_variable(*this, *rows, scope_of(element), name, value);
    execution_->values_changed(*rows);
    if (command.retries > 0) {
        job->activatable_at = now_ + std::max<std::int64_t>(command.retry_back_off_ms, 0);
    } else {
        job->activatable_at.reset();
        const std::string text = command.error_message.empty() ? "No more retries left." : command.error_message;
        execution_->raise_incident(*rows, element, {Failure::Kind::JobNoRetries, text}, command.key);
    }
    return Done{};
}

Outcome<Done> Partition::execute(const ThrowJobError& command, const Actor* actor) {
    InstanceRows* rows = instance_with(command.key);
    Job* job = rows ? rows->jobs.change(command.key) : nullptr;
    if (!job || !is_of_tenant(actor, job->tenant_id)) return reject_not_found("THROW_ERROR", "throw an error for", "job", command.key.value);
    if (!may_work_on(*job, actor)) return forbid_jobs();
    if (auto waits = waits_for_resumption(*rows, "THROW_ERROR", "throw an error for a job")) return tl::unexpected(*waits);
    if (!job->activatable_at || !lifecycle::next(job->state, lifecycle::JobEvent::ThrowError)) {
        return reject(Rejection::Code::InvalidState,
                      "Command 'THROW_ERROR' rejected with code 'INVALID_STATE': Expected to throw an error for job with key '" +
                          std::to_string(command.key.value) + "', but it is in state '" + std::string(name_of(job->state)) + "'");
    }
    if (job->kind == JobKind::ExecutionListener || job->kind == JobKind::TaskListener) {
        return reject(Rejection::Code::InvalidState,
                      "Command 'THROW_ERROR' rejected with code 'INVALID_STATE': Expected to throw an error for job with key '" +
                          std::to_string(command.key.value) + "', but it is of kind " + std::string(name_of(job->kind)) +
                          ", and listeners can't throw BPMN errors. Let it fail instead.");
    }
    Event event;
    event.kind = CompiledEvent::Kind::Error;
    event.code = command.error_code;
    event.text = command.error_message.value_or("");
    if (auto read = variables_of(command.variables)) event.variables = std::move(*read);
    else return tl::unexpected(read.error());
    lifecycle::advance(job->state, lifecycle::JobEvent::ThrowError);
    job->error_code = command.error_code;
    job->error_message = command.error_message;
    job->last_update_time = now_;
    job->deadline.reset();
    job->activatable_at.reset();
    const ElementInstanceKey element = job->element_instance_key;
    if (execution_->catches(*rows, element, event)) {
        lifecycle::advance(job->state, lifecycle::JobEvent::ErrorCaught);
        job->end_time = now_;
        rows->jobs.finish(command.key);
        execution_->throw_error(*rows, element, event);
        return Done{};
    }
    execution_->raise_incident(*rows, element,
                               {Failure::Kind::UnhandledError,
                                "Expected to throw an error event with the code '" + command.error_code + "'" +
                                    (event.text.empty() ? "" : " with message '" + event.text + "'") + ", but it was not caught."},
                               command.key);
    return Done{};
}

Outcome<Done> Partition::execute(const UpdateJob& command, const Actor* actor) {
    InstanceRows* rows = instance_with(command.key);
    Job* job = rows ? rows->jobs.change(command.key) : nullptr;
    if (!job || !is_of_tenant(actor, job->tenant_id)) return reject_not_found("UPDATE", "update", "job", command.key.value);
    if (!may_work_on(*job, actor) && !may_resolve(*rows->process(), actor)) return forbid_jobs();
    if (command.retries && *command.retries < 1) {
        return reject(Rejection::Code::InvalidArgument,
                      "Command 'UPDATE' rejected with code 'INVALID_ARGUMENT': Expected to update retries of job with key '" +
                          std::to_string(command.key.value) + "' with a positive amount of retries, but it was " +
                          std::to_string(*command.retries));
    }
    if (command.timeout_ms && !job->deadline) {
        return reject(Rejection::Code::InvalidState,
                      "Command 'UPDATE' rejected with code 'INVALID_STATE': Expected to update the timeout of job with key '" +
                          std::to_string(command.key.value) + "', but no worker has it");
    }
    if (command.retries) job->retries = *command.retries;
    if (command.timeout_ms) {
        job->deadline = now_ + *command.timeout_ms;
        job->activatable_at = job->deadline;
    }
    job->last_update_time = now_;
    return Done{};
}

}  // namespace dandori::engine
