// 引戻し: somebody takes back what they did last, while nobody has gone on from there. The approval patterns' section 6.5.

#include "engine/behavior/compensation.h"
#include "engine/behavior/loop/multi_instance.h"
#include "engine/behavior/task_listeners.h"
#include "engine/behavior/variables.h"
#include "engine/port/all_rows.h"
#include "engine/runtime/partition.h"
#include "engine/runtime/returns.h"

namespace dandori::engine {
namespace {

tl::unexpected<Rejection> refuse_pull_back(ProcessInstanceKey key, const std::string& why) {
    return reject(Rejection::Code::InvalidState, "Command 'PULL_BACK' rejected with code 'INVALID_STATE': Expected to pull back in process "
                                                 "instance with key '" + std::to_string(key.value) + "', but " + why);
}

/// What can't be pulled back since nobody did it, or it was a pull-back itself.
bool is_act(const ApprovalDecision& row) {
    return row.authority != Authority::Rule && row.outcome != "pulled_back" && row.outcome != "skipped" && row.outcome != "cancelled";
}

std::string named(const UserTask& task) { return "'" + task.name.value_or(task.element_id) + "'"; }

}  // namespace

std::optional<UserTask> Partition::user_task_row(InstanceRows& rows, UserTaskKey key) {
    std::optional<UserTask> found;
    rows.user_tasks.peek(key, [&](const UserTask& row) { found = row; });
    return found ? found : get<UserTask>(store_, key);
}

const UserTask* Partition::newest_task(InstanceRows& rows, std::string_view element_id) const {
    const UserTask* newest = nullptr;
    rows.user_tasks.for_each([&](const UserTask& row) {
        if (row.element_id == element_id && (!newest || newest->key < row.key)) newest = &row;
    });
    return newest;
}

void Partition::give_to(InstanceRows& rows, UserTaskKey key, const std::string& assignee, const std::string& action, const std::string& by) {
    const UserTask* task = rows.user_tasks.find(key);
    // Where listeners still look at its creation, it stays with its candidates.
    if (!task || task->state != UserTaskState::Created || assignee.empty() || task->assignee == assignee) return;
    feel::Context values;
    values.put("action", action);
    if (!by.empty()) values.put("by", by);
    values.put("assignee", assignee);
    begin_task_change(*execution_, rows, key, JobListenerEventType::Assigning, std::move(values));
}

std::optional<Partition::Standing> Partition::standing_for_own(const Actor* actor, const std::string& who, const std::string& principal,
                                                              const std::string& process_id, bool is_filing) const {
    if (!actor) return Standing{Authority::Rule, "", "", {}, "", ""};
    if (actor->username == who || actor->username == principal)
        return Standing{Authority::Self, actor->username, actor->username, {}, actor->address, ""};
    std::optional<Standing> found;
    directory().substitutions.for_each([&](const Substitution& row) {
        if (found || row.principal != principal || !row.holds_at(now_) || !row.is_for(process_id)) return;
        if (row.acts == (is_filing ? SubstitutionActs::Approve : SubstitutionActs::Apply)) return;
        if (std::ranges::find(row.substitutes, actor->username) == row.substitutes.end()) return;
        found = Standing{Authority::Substitute, actor->username, principal, row.key, actor->address, ""};
    });
    return found;
}

Outcome<Done> Partition::execute(const PullBack& command, const Actor* actor) {
    InstanceRows* rows = instance(command.key);
    if (!rows) {
        const auto over = get<ProcessInstance>(store_, command.key);
        if (!over || !is_of_tenant(actor, over->tenant_id)) return reject_not_found("PULL_BACK", "pull back in", "process instance", command.key.value);
        return refuse_pull_back(command.key, "it is over. What was decided can only be cancelled by a request of its own (取消申請).");
    }
    if (!is_of_tenant(actor, rows->process()->tenant_id)) return reject_not_found("PULL_BACK", "pull back in", "process instance", command.key.value);
    const ProcessInstanceKey case_key = rows->process()->root_process_instance_key.value_or(rows->key);
    rows = instance(case_key);
    const auto decisions = decisions_of(case_key);
    const auto gone = void_among(decisions);
    for (auto row = decisions.rbegin(); row != decisions.rend(); ++row) {
        if (!is_act(*row) || std::ranges::find(gone, std::to_string(row->key.value)) != gone.end()) continue;
        const auto by_right = standing_for_own(actor, row->actor_id, row->principal_id, row->process_definition_id, row->outcome == "submitted");
        if (!by_right) continue;
        InstanceRows* at = instance(row->process_instance_key);
        if (!at) return refuse_pull_back(command.key, "the process of '" + row->element_id + "', which was called, is over.");
        if (auto waits = waits_for_resumption(*at, "PULL_BACK", "pull back")) return tl::unexpected(*waits);
        if (row->user_task_key) return pull_back_task(*at, *row, command, *by_right);
        return pull_back_filing(*at, command, *by_right);
    }
    if (auto waits = waits_for_resumption(*rows, "PULL_BACK", "pull back")) return tl::unexpected(*waits);
    const std::string applicant = person_in(visible_variable(*rows, scope_of(rows->key), "applicant"));
    const auto by_right = standing_for_own(actor, rows->process()->started_by.value_or(""), applicant, rows->process()->process_definition_id, true);
    if (by_right) return pull_back_filing(*rows, command, *by_right);
    return reject(Rejection::Code::Forbidden, "'" + actor->username + "' has done nothing in this case that could be pulled back. Who acted last may, "
                                              "who stands in for them, and who filed it while nobody has decided.");
}

Outcome<Done> Partition::pull_back_task(InstanceRows& rows, const ApprovalDecision& act, const PullBack& command, const Standing& by_right) {
    const auto executable = deployed_.executable(rows.process()->process_definition_key);
    const auto history = history_of(rows.key);
    const auto run = std::ranges::find(history, act.element_instance_key, &ElementInstance::key);
    const ExecutableNode* node = executable->find(act.element_id);
    if (run == history.end() || !node) return refuse_pull_back(command.key, "the process has no step '" + act.element_id + "' any more.");
    if (run->state == InstanceState::Terminated && act.outcome == "returned") return pull_back_return(rows, *run, act, command, by_right);
    const bool is_final = act.outcome == "rejected" || (act.outcome != "returned" && bpmn::property_of(*node->node, "approval.step") == "decide");
    if (is_final) {
        return refuse_pull_back(command.key, "what was decided on '" + act.element_id + "' is final. It can only be cancelled by a request of its own (取消申請).");
    }
    if (run->loop_counter) return pull_back_answer(rows, *run, act, command, by_right);
    if (run->state != InstanceState::Completed) return refuse_pull_back(command.key, "'" + act.element_id + "' isn't completed yet: it waits for what undoes, or for listeners.");
    if (run->scope_key != scope_of(rows.key) && !rows.elements.find(ElementInstanceKey{run->scope_key.value}))
        return refuse_pull_back(command.key, "the sub-process of '" + act.element_id + "' is over.");
    std::vector<Token> tokens;
    rows.tokens.for_each([&](const Token& row) { tokens.push_back(row); });
    const ReturnPlan plan = plan_taking_back(*executable, history, tokens, *run);
    if (auto why = hindrance(rows, plan, run->key, act.key)) return refuse_pull_back(command.key, *why);
    note_pull_back(rows, act, command, by_right);
    execution_->carry_out(rows, plan, *node->node);
    this->run();
    const UserTask* task = newest_task(rows, act.element_id);
    if (task && act.authority == Authority::Self) give_to(rows, task->key, act.actor_id, "pull_back", by_right.actor);
    return Done{};
}

Outcome<Done> Partition::pull_back_answer(InstanceRows& rows, const ElementInstance& run, const ApprovalDecision& act, const PullBack& command,
                                          const Standing& by_right) {
    const ElementInstanceKey body_key{run.scope_key.value};
    if (!execution_->goes_on(rows, body_key))
        return refuse_pull_back(command.key, "all of '" + act.element_id + "' have answered, or needn't any more.");
    Step body = execution_->step_of(rows, body_key);
    if (!body.node().multi_instance) return refuse_pull_back(command.key, "'" + act.element_id + "' repeats, and no run of it is asked again.");
    if (body.node().multi_instance->is_sequential) {
        if (auto why = hindrance_in_sequence(rows, run, act)) return refuse_pull_back(command.key, *why);
    }
    if (const auto again = run_again(body, *run.loop_counter); !again) return refuse_pull_back(command.key, again.error().text);
    note_pull_back(rows, act, command, by_right);
    return Done{};
}

std::optional<std::string> Partition::hindrance_in_sequence(InstanceRows& rows, const ElementInstance& run, const ApprovalDecision& act) {
    const UserTask* next = nullptr;
    rows.user_tasks.for_each([&](const UserTask& task) {
        const ElementInstance* element = rows.elements.find(task.element_instance_key);
        if (element && element->scope_key == run.scope_key) next = &task;
    });
    if (!next) return "the next of '" + act.element_id + "' isn't being asked yet, or not any more.";
    if (rows.elements.find(next->element_instance_key)->loop_counter != *run.loop_counter + 1)
        return "others of '" + act.element_id + "' have answered since. They may return it.";
    if (has_task_listeners(*this, *deployed_.executable(next->process_definition_key), *next, JobListenerEventType::Canceling))
        return "listeners are told before " + named(*next) + " is taken away. They may return it.";
    return held_open_by(rows, *next, act.key);
}

Outcome<Done> Partition::pull_back_return(InstanceRows& rows, const ElementInstance& returned, const ApprovalDecision& act, const PullBack& command,
                                          const Standing& by_right) {
    const ElementInstance* target = nullptr;
    rows.elements.for_each([&](const ElementInstance& row) {
        if (row.element_id == act.target_element_id && row.key > returned.key && !row.loop_counter) target = &row;
    });
    if (!target) return refuse_pull_back(command.key, "'" + act.target_element_id.value_or("") + "', where it was returned to, doesn't wait any more.");
    if (target->scope_key != returned.scope_key || target->lineage != returned.lineage || target->type == ElementType::MultiInstanceBody) {
        return refuse_pull_back(command.key, "the return took back what others had been given to do, which a pull back can't give them again. Let it "
                                             "come again by '" + target->element_id + "'.");
    }
    const auto executable = deployed_.executable(rows.process()->process_definition_key);
    ReturnPlan plan;
    plan.scope = returned.scope_key;
    plan.lineage = returned.lineage;
    plan.ended = {target->key};
    const auto history = history_of(rows.key);
    ElementInstanceKey passed_at;
    for (const ElementInstance& row : history) {
        if (row.element_id == target->element_id && row.state == InstanceState::Completed && row.key < returned.key) passed_at = std::max(passed_at, row.key);
    }
    for (const ElementInstance& row : history) {
        const bool lies_between = row.state == InstanceState::Completed && row.key > passed_at && row.key < returned.key;
        if (lies_between && has_compensation(*executable->find(row.element_id)->node))
            return refuse_pull_back(command.key, "the return has undone '" + row.element_id + "'. Let it come again.");
    }
    if (auto why = hindrance(rows, plan, returned.key, act.key)) return refuse_pull_back(command.key, *why);
    note_pull_back(rows, act, command, by_right);
    execution_->carry_out(rows, plan, *executable->find(returned.element_id)->node);
    run();
    const UserTask* task = newest_task(rows, returned.element_id);
    if (task && act.authority == Authority::Self) give_to(rows, task->key, act.actor_id, "pull_back", by_right.actor);
    return Done{};
}

Outcome<Done> Partition::pull_back_filing(InstanceRows& rows, const PullBack& command, const Standing& by_right) {
    const auto executable = deployed_.executable(rows.process()->process_definition_key);
    const bpmn::FlowNode* correction = nullptr;
    for (const ExecutableNode& each : executable->nodes) {
        if (!each.user_task || each.node->parent->owner || bpmn::property_of(*each.node, "approval.step") != "correct") continue;
        if (correction) return refuse_pull_back(command.key, "its process has several steps of correction, '" + correction->id + "' and '" + each.node->id + "'. Withdraw it, or ask for a return.");
        correction = each.node;
    }
    if (!correction) return refuse_pull_back(command.key, "its process has no step to correct it in ('approval.step' is 'correct'). Withdraw it and file it anew.");
    const auto history = history_of(rows.key);
    const auto start = std::ranges::find_if(history, [&](const ElementInstance& row) {
        return row.scope_key == scope_of(rows.key) && executable->find(row.element_id)->node->kind == bpmn::FlowNodeKind::StartEvent;
    });
    if (start == history.end()) return refuse_pull_back(command.key, "it began at no start event.");
    std::vector<Token> tokens;
    rows.tokens.for_each([&](const Token& row) { tokens.push_back(row); });
    const ReturnPlan plan = plan_taking_back(*executable, history, tokens, *start);
    if (auto why = hindrance(rows, plan, start->key, {})) return refuse_pull_back(command.key, *why);
    execution_->carry_out(rows, plan, *correction);
    run();
    const UserTask* task = newest_task(rows, correction->id);
    if (!task || by_right.authority == Authority::Rule) return Done{};
    Decided decided;
    decided.outcome = "pulled_back";
    decided.reason = command.reason;
    note_decision(rows, *task, by_right, decided);
    give_to(rows, task->key, by_right.principal, "pull_back", by_right.actor);
    return Done{};
}

void Partition::note_pull_back(InstanceRows& rows, const ApprovalDecision& act, const PullBack& command, const Standing& by_right) {
    const auto task = user_task_row(rows, act.user_task_key);
    if (!task) return;
    Decided decided;
    decided.outcome = "pulled_back";
    decided.reason = command.reason;
    decided.voids = {std::to_string(act.key.value)};
    decided.restores = act.voids;
    note_decision(rows, *task, by_right, decided);
}

std::optional<std::string> Partition::held_open_by(InstanceRows& rows, const UserTask& task, ApprovalDecisionKey since) {
    const std::string until = bpmn::property_of(model_of(task), "approval.pullBack");
    if (until == "none") return "from " + named(task) + " nothing is pulled back ('approval.pullBack').";
    if (task.state != UserTaskState::Created && task.state != UserTaskState::Assigning && task.state != UserTaskState::Updating)
        return named(task) + " is just being completed.";
    if (task.is_held_at(now_)) return named(task) + " is on hold by '" + *task.held_by + "' (保留).";
    if (until == "untilOpened" && task.assigned_by) return named(task) + " was taken over by '" + *task.assigned_by + "' " + to_iso8601(*task.assigned_at) + ".";
    const ProcessInstance& process = *rows.process();
    for (const ApprovalDecision& each : decisions_of(process.root_process_instance_key.value_or(process.key))) {
        if (each.outcome == "pulled_back" && each.key > since && each.element_id == task.element_id && each.process_instance_key == process.key)
            return named(task) + " was itself pulled back by '" + each.actor_id + "' " + to_iso8601(each.decided_at) + ". They may return it.";
    }
    return {};
}

std::optional<std::string> Partition::decided_in(const ProcessInstance& called) {
    for (const ElementInstance& row : history_of(called.key)) {
        if (row.type == ElementType::UserTask && row.state == InstanceState::Completed) return row.element_name;
    }
    for (const ProcessInstance& further : ever_called_by(called.key)) {
        if (auto found = decided_in(further)) return found;
    }
    return {};
}

std::optional<std::string> Partition::hindrance(InstanceRows& rows, const ReturnPlan& plan, ElementInstanceKey own, ApprovalDecisionKey since) {
    std::vector<ElementInstanceKey> calls;
    for (const ElementInstance& row : history_of(rows.key)) {
        const bool is_passed = std::ranges::find(plan.passed, row.key) != plan.passed.end();
        const bool lies_ahead = is_passed || (row.state == InstanceState::Active && ends_with(rows, plan.ended, row));
        if (row.type == ElementType::CallActivity && lies_ahead) calls.push_back(row.key);
        if (!is_passed || row.key == own || row.type != ElementType::UserTask) continue;
        std::string who;
        for (const UserTask& task : find<UserTask>(store_, Query{}.where_equals("processInstanceKey", rows.key)).rows) {
            if (task.element_instance_key == row.key && task.completed_by) who = " by '" + *task.completed_by + "'";
        }
        return "'" + row.element_name + "' was completed" + who + " " + to_iso8601(row.end_date.value_or(row.start_date)) + ".";
    }
    for (const ProcessInstance& called : ever_called_by(rows.key)) {
        if (std::ranges::find(calls, called.parent_element_instance_key) == calls.end()) continue;
        if (auto step = decided_in(called)) return "'" + *step + "' of process '" + called.process_definition_id + "', which was called, was completed.";
        InstanceRows* inside = instance(called.key);
        if (!inside) continue;
        std::optional<std::string> why;
        inside->user_tasks.for_each([&](const UserTask& task) {
            if (!why) why = held_open_by(*inside, task, since);
        });
        if (why) return why;
    }
    if (const auto step = irreversible_on(rows, plan)) return "'" + *step + "' has happened meanwhile, which is irreversible.";
    if (const auto step = first_to_undo(rows, &plan.passed)) return "'" + *step + "' has happened meanwhile and would have to be undone first. Ask for a return.";
    std::optional<std::string> why;
    rows.user_tasks.for_each([&](const UserTask& task) {
        const ElementInstance* element = rows.elements.find(task.element_instance_key);
        if (!why && element && ends_with(rows, plan.ended, *element)) why = held_open_by(rows, task, since);
    });
    return why;
}

}  // namespace dandori::engine
