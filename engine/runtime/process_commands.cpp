#include <algorithm>

#include "engine/behavior/ad_hoc_sub_process.h"
#include "engine/behavior/task_listeners.h"
#include "engine/behavior/variables.h"
#include "engine/feel/json.h"
#include "engine/lifecycle/events.h"
#include "engine/runtime/rights.h"
#include "engine/runtime/partition.h"

namespace dandori::engine {

Outcome<CreateProcessInstance::Answer> Partition::execute(const CreateProcessInstance& command, const Actor* actor) {
    const ProcessDefinition* definition = command.process_definition_key
                                              ? deployed_.process(*command.process_definition_key)
                                              : deployed_.process(command.tenant_id, command.process_definition_id, command.version);
    if (!definition || definition->state != DefinitionState::Active || !is_of_tenant(actor, definition->tenant_id)) {
        const std::string wanted =
            command.process_definition_key
                ? "key '" + std::to_string(command.process_definition_key->value) + "'"
                : "process ID '" + command.process_definition_id + "'" +
                      (command.version == -1 ? "" : " and version " + std::to_string(command.version));
        return reject(Rejection::Code::NotFound,
                      "Command 'CREATE' rejected with code 'NOT_FOUND': Expected to find process definition with " + wanted + ", but none found");
    }
    const bool is_permitted = may(actor, ResourceType::ProcessDefinition, Permission::CreateProcessInstance, definition->id) ||
                              (command.is_by_start_form && actor->grants.allow_by("starters", ResourceType::ProcessDefinition,
                                                                                  Permission::CreateProcessInstance));
    if (!is_permitted) return tl::unexpected(insufficient(Permission::CreateProcessInstance, ResourceType::ProcessDefinition));
    feel::Value variables;
    if (auto read = variables_of(command.variables)) variables = std::move(*read);
    else return tl::unexpected(read.error());
    if (command.proxy) {
        const bool is_desk = may(actor, ResourceType::Component, Permission::Access, "operate") ||
                             may(actor, ResourceType::ProcessDefinition, Permission::CreateProcessInstance, definition->id);
        if (!is_desk) return reject(Rejection::Code::Forbidden, "Only the desk, or who may create instances of the process, files for others (代行入力).");
        if (auto wrong = wrong_proxy(*command.proxy, actor)) return tl::unexpected(std::move(*wrong));
        feel::Context with_applicant = variables.as_context();
        with_applicant.put("applicant", command.proxy->principal);
        variables = std::move(with_applicant);
    }
    const auto process = deployed_.executable(definition->key);
    std::vector<const ExecutableNode*> chosen;
    for (const std::string& id : command.start_elements) {
        const ExecutableNode* node = process->find(id);
        if (!node || node->node->parent->owner || (node->node->event() && node->node->event()->attached_to)) {
            return reject(Rejection::Code::InvalidArgument,
                          "Command 'CREATE' rejected with code 'INVALID_ARGUMENT': Expected to start at element '" + id +
                              "', but the process has no such element outside of its sub-processes");
        }
        chosen.push_back(node);
    }
    const std::vector<const ExecutableNode*>& starts = chosen.empty() ? process->starts : chosen;
    if (starts.empty()) {
        return reject(Rejection::Code::InvalidState,
                      "Command 'CREATE' rejected with code 'INVALID_STATE': Expected to create instance of process with none start event, "
                      "but there is no such event");
    }
    for (const std::string& id : command.end_after) {
        if (process->find(id)) continue;
        return reject(Rejection::Code::InvalidArgument,
                      "Command 'CREATE' rejected with code 'INVALID_ARGUMENT': Expected to terminate the instance after element '" + id.substr(0, 256) +
                          "', but the process has no such element");
    }
    ProcessInstance row;
    row.key = {next_key()};
    row.end_after = command.end_after;
    row.tags = command.tags;
    row.business_id = command.business_id;
    if (actor) row.started_by = actor->username;
    row.trace_parent = command.trace_parent;
    CreateProcessInstance::Answer answer;
    const ProcessInstanceKey key = row.key;
    if (command.await_completion) await(key);
    InstanceRows& rows = execution_->start(std::move(row), *process, variables, starts);
    if (command.proxy) {
        UserTask filing;
        filing.element_id = starts.front()->node->id;
        filing.name = "申請";
        filing.process_definition_key = process->key;
        filing.process_instance_key = key;
        Decided decided;
        decided.outcome = "submitted";
        note_decision(rows, filing, {Authority::ProxyEntry, actor->username, command.proxy->principal, {}, actor->address, command.proxy->evidence}, decided);
    }
    answer.instance = *rows.process();
    return answer;
}

Outcome<Done> Partition::execute(const CancelProcessInstance& command, const Actor* actor) {
    InstanceRows* rows = instance(command.key);
    if (!rows || !is_of_tenant(actor, rows->process()->tenant_id))
        return reject_not_found("CANCEL", "cancel", "process instance", command.key.value);
    if (!may_change(*rows->process(), actor, Permission::CancelProcessInstance))
        return tl::unexpected(insufficient(Permission::CancelProcessInstance, ResourceType::ProcessDefinition));
    if (rows->process()->parent_process_instance_key) {
        return reject(Rejection::Code::InvalidState,
                      "Command 'CANCEL' rejected with code 'INVALID_STATE': Expected to cancel a root process instance, but '" +
                          std::to_string(command.key.value) + "' was called by another. Cancel the root process instance '" +
                          std::to_string(rows->process()->root_process_instance_key->value) + "' instead.");
    }
    wake(*rows);  // listeners may have to look at its end
    execution_->cancel(*rows);
    return Done{};
}

Outcome<Done> Partition::execute(const SetVariables& command, const Actor* actor) {
    InstanceRows* rows = owner_of(command.scope.value);
    if (!rows || !is_scope(*rows, command.scope) || !is_of_tenant(actor, rows->process()->tenant_id)) {
        return reject_not_found("UPDATE", "update variables for", "element", command.scope.value);
    }
    if (!may_change(*rows->process(), actor, Permission::UpdateProcessInstance))
        return tl::unexpected(insufficient(Permission::UpdateProcessInstance, ResourceType::ProcessDefinition));
    feel::Value variables;
    if (auto read = variables_of(command.variables)) variables = std::move(*read);
    else return tl::unexpected(read.error());
    for (const UserTaskKey key : rows->user_tasks.keys_of(command.scope)) {
        const UserTask& task = *rows->user_tasks.find(key);
        if (!has_task_listeners(*this, *executable(task.process_definition_key), task, JobListenerEventType::Updating)) continue;
        if (!lifecycle::next(task.state, lifecycle::UserTaskEvent::Update)) {
            return reject(Rejection::Code::InvalidState,
                          "Command 'UPDATE' rejected with code 'INVALID_STATE': Expected to update variables of user task with key '" +
                              std::to_string(key.value) + "', but it is in state '" + std::string(name_of(task.state)) + "'");
        }
        feel::Context values;
        values.put("action", "update");
        values.put("variables", command.variables.text);
        if (command.local) values.put("local", true);
        change_task(*rows, key, JobListenerEventType::Updating, std::move(values));
        return Done{};
    }
    for (const auto& [name, value] : variables.as_context().entries()) {
        if (command.local) set_variable(*this, *rows, command.scope, name, value);
        else propagate_variable(*this, *rows, command.scope, name, value);
    }
    execution_->values_changed(*rows);
    return Done{};
}

Outcome<Done> Partition::execute(const ActivateAdHocElements& command, const Actor* actor) {
    InstanceRows* rows = owner_of(command.ad_hoc_key.value);
    const ElementInstance* ad_hoc = rows ? rows->elements.find(command.ad_hoc_key) : nullptr;
    if (!ad_hoc || ad_hoc->type != ElementType::AdHocSubProcess || !is_of_tenant(actor, ad_hoc->tenant_id)) {
        return reject_not_found("ACTIVATE", "activate elements in", "ad-hoc sub-process", command.ad_hoc_key.value);
    }
    if (!may_change(*rows->process(), actor, Permission::UpdateProcessInstance))
        return tl::unexpected(insufficient(Permission::UpdateProcessInstance, ResourceType::ProcessDefinition));
    if (auto waits = waits_for_resumption(*rows, "ACTIVATE", "activate elements in an ad-hoc sub-process")) return tl::unexpected(*waits);
    if (command.elements.empty()) return reject(Rejection::Code::InvalidArgument, "There is no element to activate.");
    if (ad_hoc->life_cycle != ActivityLifeCycle::Active) {
        return reject(Rejection::Code::InvalidState, "Command 'ACTIVATE' rejected with code 'INVALID_STATE': Expected to activate elements in ad-hoc "
                                                     "sub-process with key '" + std::to_string(command.ad_hoc_key.value) +
                                                         "', but it is not active");
    }
    const auto activations = activations_of(*rows, command.ad_hoc_key, command.elements);
    if (!activations) return tl::unexpected(activations.error());
    if (command.cancel_remaining) execution_->terminate_children(*rows, scope_of(command.ad_hoc_key));
    Step step = execution_->step_of(*rows, command.ad_hoc_key);
    activate_in_ad_hoc(step, *activations);
    return Done{};
}

Outcome<std::vector<AdHocActivation>> Partition::activations_of(InstanceRows& rows, ElementInstanceKey ad_hoc,
                                                                const std::vector<AdHocElement>& elements) {
    std::vector<AdHocActivation> activations;
    const Step step = execution_->step_of(rows, ad_hoc);
    for (const AdHocElement& element : elements) {
        auto variables = variables_of(element.variables);
        if (!variables) return tl::unexpected(variables.error());
        if (!can_be_activated(step.model(), element.element_id)) {
            return reject(Rejection::Code::NotFound, "The ad-hoc sub-process '" + step.model().id + "' has no element '" + element.element_id +
                                                         "' that can be activated.");
        }
        activations.push_back({element.element_id, std::move(*variables)});
    }
    return activations;
}

Outcome<Done> Partition::complete_leader(InstanceRows& rows, JobKey key, const feel::Value& variables, const AdHocResult& result) {
    const ElementInstanceKey ad_hoc = rows.jobs.find(key)->element_instance_key;
    const auto activations = activations_of(rows, ad_hoc, result.activate);
    if (!activations) return tl::unexpected(activations.error());
    if (result.is_completion_condition_fulfilled && !activations->empty()) {
        return reject(Rejection::Code::InvalidArgument, "With 'isCompletionConditionFulfilled' no element can be activated. Leave one of them out.");
    }
    finish_job(rows, key);
    Step step = execution_->step_of(rows, ad_hoc);
    for (const auto& [name, value] : variables.as_context().entries()) propagate_variable(*this, rows, step.scope(), name, value);
    execution_->values_changed(rows);
    ad_hoc_decided(step, *activations, result.is_completion_condition_fulfilled, result.is_cancel_remaining_instances);
    return Done{};
}

Outcome<Done> Partition::execute(const ResolveIncident& command, const Actor* actor) {
    InstanceRows* rows = instance_with(command.key);
    const Incident* incident = rows ? rows->incidents.find(command.key) : nullptr;
    if (!incident || !is_of_tenant(actor, incident->tenant_id))
        return reject_not_found("RESOLVE", "resolve", "incident", command.key.value);
    if (!may_resolve(*rows->process(), actor))
        return tl::unexpected(insufficient(Permission::UpdateProcessInstance, ResourceType::ProcessDefinition));
    if (auto waits = waits_for_resumption(*rows, "RESOLVE", "resolve an incident")) return tl::unexpected(*waits);
    const ElementInstanceKey element = incident->element_instance_key;
    if (incident->job_key) {
        const JobKey job_key = *incident->job_key;
        const Job* job = rows->jobs.find(job_key);
        if (job && !make_activatable(*rows, job_key)) {
            return reject(Rejection::Code::InvalidState,
                          "Command 'RESOLVE' rejected with code 'INVALID_STATE': Expected to resolve incident with key '" +
                              std::to_string(command.key.value) + "', but its job '" + std::to_string(job_key.value) +
                              "' has no retries left. Give it retries first.");
        }
        execution_->settle_incident(*rows, command.key);
        return Done{};
    }
    execution_->settle_incident(*rows, command.key);
    execution_->try_again(*rows, element);
    for (const UserTaskKey task : rows->user_tasks.keys_of(scope_of(element))) raise_if_nobody_can_act(*rows, task);
    return Done{};
}

}  // namespace dandori::engine
