// How what runs comes to its end: termination from outside or within, the end of an instance, and incidents.

#include <algorithm>

#include "engine/behavior/compensation.h"
#include "engine/behavior/execution.h"
#include "engine/behavior/lineage.h"
#include "engine/behavior/listeners.h"
#include "engine/behavior/task_listeners.h"
#include "engine/behavior/variables.h"
#include "engine/lifecycle/advance.h"

namespace dandori::engine {

using lifecycle::advance;

namespace {

IncidentErrorType no_retries_of(JobKind kind) {
    switch (kind) {
        case JobKind::BpmnElement: return IncidentErrorType::JobNoRetries;
        case JobKind::ExecutionListener: return IncidentErrorType::ExecutionListenerNoRetries;
        case JobKind::TaskListener: return IncidentErrorType::TaskListenerNoRetries;
        case JobKind::AdHocSubProcess: return IncidentErrorType::AdHocSubProcessNoRetries;
    }
    return IncidentErrorType::JobNoRetries;
}

IncidentErrorType error_type_of(Failure::Kind kind, const Job* job) {
    switch (kind) {
        case Failure::Kind::Condition: return IncidentErrorType::ConditionError;
        case Failure::Kind::ExtractValue: return IncidentErrorType::ExtractValueError;
        case Failure::Kind::IoMapping: return IncidentErrorType::IoMappingError;
        case Failure::Kind::CalledElement: return IncidentErrorType::CalledElementError;
        case Failure::Kind::CalledDecision: return IncidentErrorType::CalledDecisionError;
        case Failure::Kind::DecisionEvaluation: return IncidentErrorType::DecisionEvaluationError;
        case Failure::Kind::FormNotFound: return IncidentErrorType::FormNotFound;
        case Failure::Kind::ResourceNotFound: return IncidentErrorType::ResourceNotFound;
        case Failure::Kind::UnhandledError: return IncidentErrorType::UnhandledErrorEvent;
        case Failure::Kind::MessageSize: return IncidentErrorType::MessageSizeExceeded;
        case Failure::Kind::JobNoRetries: return no_retries_of(job ? job->kind : JobKind::BpmnElement);
        case Failure::Kind::Syntax:
        case Failure::Kind::Bounds:
        case Failure::Kind::Unspecified: break;
    }
    return IncidentErrorType::Unspecified;
}

}  // namespace

void Execution::drop_queued(InstanceRows& rows, ScopeKey scope) {
    const auto waiting = queue_.begin() + static_cast<std::ptrdiff_t>(queue_front_);
    const auto dropped = std::remove_if(waiting, queue_.end(), [&](const Action& action) {
        if (action.kind != Action::Kind::Enter || action.rows != &rows || action.scope != scope) return false;
        change_active_children(rows, scope, -1);
        return true;
    });
    queue_.erase(dropped, queue_.end());
}

void Execution::terminate_children(InstanceRows& rows, ScopeKey scope, std::optional<ElementInstanceKey> but) {
    drop_queued(rows, scope);
    for (const TokenKey token : rows.tokens.keys_of(scope)) {
        rows.tokens.remove(token);
        change_active_children(rows, scope, -1);
    }
    for (const ElementInstanceKey child : rows.elements.keys_of(scope)) {
        if (child != but) terminate(rows, child);
    }
}

void Execution::terminate(InstanceRows& rows, ElementInstanceKey key) {
    ElementInstance* element = rows.elements.change(key);
    if (!element || element->life_cycle == ActivityLifeCycle::Terminating) return;
    Step step = step_of(rows, key);
    behavior_of_instance(step.node(), *element).terminate(step);
    terminate_children(rows, scope_of(key));
    withdraw_work(rows, key);
    forget_compensables(rows, scope_of(key));
    advance(element->life_cycle, lifecycle::ActivityEvent::Terminate);
    if (!is_held_up(rows, key)) finish_termination(rows, key, false);
}

bool Execution::is_held_up(InstanceRows& rows, ElementInstanceKey key) {
    if (rows.elements.find(key)->active_children > 0) return true;
    if (!rows.user_tasks.keys_of(scope_of(key)).empty()) return true;
    if (rows.elements.find(key)->type != ElementType::CallActivity) return false;
    for (const ProcessInstanceKey child : world_.called_by(rows.key, key)) {
        if (world_.instance(child)) return true;
    }
    return false;
}

void Execution::finish_termination(InstanceRows& rows, ElementInstanceKey key, bool was_held_up) {
    ElementInstance* element = rows.elements.change(key);
    const ScopeKey scope = element->scope_key;
    advance(element->life_cycle, lifecycle::ActivityEvent::Terminated);
    element->state = InstanceState::Terminated;
    element->end_date = world_.now();
    ends_instance(rows, *element);
    rows.elements.finish(key);
    forget_variables(rows, scope_of(key));
    let_go(rows, scope_of(key));
    if (is_anything_held(rows, scope) && !has_lingering(rows, scope)) let_go(rows, scope);
    leave_scope(rows, scope, was_held_up);
    if (was_held_up) look_at_ad_hoc(rows, scope);
}

void Execution::withdrawal_goes_on(InstanceRows& rows, ElementInstanceKey key) {
    const ElementInstance* element = rows.elements.find(key);
    if (!element || element->life_cycle != ActivityLifeCycle::Terminating || is_held_up(rows, key)) return;
    finish_termination(rows, key, true);
}

void Execution::withdraw_work(InstanceRows& rows, ElementInstanceKey key) {
    unsubscribe(rows, key);
    for (const JobKey job_key : rows.jobs.keys_of(scope_of(key))) {
        Job& job = *rows.jobs.change(job_key);
        advance(job.state, lifecycle::JobEvent::Cancel);
        job.end_time = world_.now();
        job.last_update_time = world_.now();
        job.activatable_at.reset();
        rows.jobs.finish(job_key);
    }
    for (const UserTaskKey task_key : rows.user_tasks.keys_of(scope_of(key))) {
        begin_task_change(*this, rows, task_key, JobListenerEventType::Canceling, {});
    }
    for (const IncidentKey incident : rows.incidents.keys_of(scope_of(key))) settle_incident(rows, incident);
}

bool Execution::ends_instance(InstanceRows& rows, const ElementInstance& ended) {
    // The runs of a loop are no ends of it.
    const ProcessInstance* process = rows.process();
    if (!process || process->life_cycle != ProcessLifeCycle::Active || ended.loop_counter) return false;
    if (std::ranges::find(process->end_after, ended.element_id) == process->end_after.end()) return false;
    Action action;
    action.kind = Action::Kind::EndInstance;
    action.rows = &rows;
    queue_.insert(queue_.begin() + static_cast<std::ptrdiff_t>(queue_front_), std::move(action));  // before any token goes on
    return true;
}

void Execution::cancel(InstanceRows& rows) {
    ProcessInstance* process = rows.process_instance.change(rows.key);
    if (!process || process->life_cycle == ProcessLifeCycle::Terminating) return;
    advance(process->life_cycle, lifecycle::ProcessEvent::Terminate);
    process->listeners_done = 0;
    withdraw_work(rows, ElementInstanceKey{rows.key.value});
    terminate_children(rows, scope_of(rows.key));
    if (process->active_children == 0) finish_process(rows);
}

void Execution::finish_process(InstanceRows& rows) {
    ProcessInstance* process = rows.process_instance.change(rows.key);
    if (!process) return;
    if (process->life_cycle == ProcessLifeCycle::Active) {
        advance(process->life_cycle, lifecycle::ProcessEvent::Complete);
        process->listeners_done = 0;
        withdraw_work(rows, ElementInstanceKey{rows.key.value});
    }
    const bool completed = process->life_cycle == ProcessLifeCycle::Completing;
    const auto waits = tell_next_listener(world_, rows, executable_of(rows),
                                          completed ? JobListenerEventType::End : JobListenerEventType::Cancel);
    if (!waits) {
        process->listeners_done = 0;
        raise_incident(rows, ElementInstanceKey{rows.key.value}, waits.error());
        return;
    }
    if (*waits) return;
    forget_compensables(rows, scope_of(rows.key));
    world_.instance_ends(rows);
    advance(process->life_cycle, completed ? lifecycle::ProcessEvent::Completed : lifecycle::ProcessEvent::Terminated);
    process->state = completed ? InstanceState::Completed : InstanceState::Terminated;
    process->end_date = world_.now();
    process->has_incident = false;
    const auto parent_instance = process->parent_process_instance_key;
    const auto parent_element = process->parent_element_instance_key;
    const bool is_called = parent_instance && parent_element;
    const feel::Value variables = is_called ? local_variables(rows, scope_of(rows.key)) : feel::Value();
    rows.process_instance.finish(rows.key);
    forget_variables(rows, scope_of(rows.key));
    if (!is_called) return;
    InstanceRows* caller = world_.instance(*parent_instance);
    if (!caller || !caller->elements.find(*parent_element)) return;
    if (!completed) {
        withdrawal_goes_on(*caller, *parent_element);
        return;
    }
    Step call = step_of(*caller, *parent_element);
    if (!call.node().outputs.empty()) {
        for (const auto& [name, value] : variables.as_context().entries()) call.set_local(name, value);
    } else if (call.node().call->propagate_all_child_variables) {
        call.take_in(variables);
    }
    call.complete();
}

void Execution::complete_work(InstanceRows& rows, ElementInstanceKey key, const feel::Value& variables) {
    Step step = step_of(rows, key);
    step.take_in(variables);
    step.complete();
}

void Execution::raise_incident(InstanceRows& rows, ElementInstanceKey key, const Failure& failure, std::optional<JobKey> job) {
    ProcessInstance& process = *rows.process_instance.change(rows.key);
    ElementInstance* element = rows.elements.change(key);
    Incident incident;
    incident.key = {world_.next_key()};
    incident.process_definition_id = process.process_definition_id;
    incident.error_type = error_type_of(failure.kind, job ? rows.jobs.find(*job) : nullptr);
    incident.error_message = failure.text;
    incident.element_id = element ? element->element_id : process.process_definition_id;
    incident.creation_time = world_.now();
    incident.tenant_id = process.tenant_id;
    incident.process_definition_key = process.process_definition_key;
    incident.process_instance_key = rows.key;
    incident.root_process_instance_key = process.root_process_instance_key;
    incident.element_instance_key = key;
    incident.job_key = job;
    if (element) {
        element->has_incident = true;
        element->incident_key = incident.key;
    }
    process.has_incident = true;
    rows.incidents.put(std::move(incident));
}

void Execution::settle_incident(InstanceRows& rows, IncidentKey key) {
    Incident* incident = rows.incidents.change(key);
    if (!incident) return;
    advance(incident->state, lifecycle::IncidentEvent::Resolve);
    if (ElementInstance* element = rows.elements.change(incident->element_instance_key)) {
        element->has_incident = false;
        element->incident_key.reset();
    }
    rows.incidents.finish(key);
    bool others = false;
    rows.incidents.for_each([&](const Incident&) { others = true; });
    if (ProcessInstance* process = rows.process_instance.change(rows.key)) process->has_incident = others;
}

void Execution::try_again(InstanceRows& rows, ElementInstanceKey key) {
    for (InstanceRows* each : taking_part_) each->run.steps = 0;
    all_steps_ = 0;
    const ElementInstance* element = rows.elements.find(key);
    if (!element) {
        if (key.value != rows.key.value) return;
        if (rows.process()->life_cycle != ProcessLifeCycle::Active) finish_process(rows);
        else if (is_starting(rows)) tell_starting(rows);
        else open_process(rows);
        return;
    }
    const ExecutableNode& node = *executable_of(rows).find(element->element_id);
    if (node.activation_condition && node.joins && element->life_cycle == ActivityLifeCycle::Ready && !has_joined(*element)) {
        const ScopeKey scope = element->scope_key;
        terminate(rows, key);
        try_complex_join(rows, node, scope);
        return;
    }
    if (element->life_cycle == ActivityLifeCycle::Ready) activate(rows, key, nullptr);
    else if (element->life_cycle == ActivityLifeCycle::Completing) queue_completion(rows, key);
    else if (element->type == ElementType::AdHocSubProcess) look_at_ad_hoc(rows, scope_of(key));
    else if (element->type == ElementType::SubProcess || element->type == ElementType::EventSubProcess) {
        // Opened by a modification: what it should wait for couldn't be read.
        Step step = step_of(rows, key);
        const auto subscribed = subscribe_scope(step);
        if (!subscribed) raise_incident(rows, key, subscribed.error());
    } else {
        for (const UserTaskKey task : rows.user_tasks.keys_of(scope_of(key))) tell_task_listeners_again(*this, rows, task);
    }
}

}  // namespace dandori::engine
