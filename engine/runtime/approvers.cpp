// Who is to decide where the model's answer isn't enough: posts that nobody holds, superiors after a time, and one more in an agreement
// (approval patterns, rule 7, 6.7, 6.13).

#include <algorithm>

#include "bpmn/model/property.h"
#include "engine/behavior/loop/multi_instance.h"
#include "engine/behavior/task_listeners.h"
#include "engine/behavior/user_task_owners.h"
#include "engine/behavior/variables.h"
#include "engine/feel/json.h"
#include "engine/lifecycle/events.h"
#include "engine/port/all_rows.h"
#include "engine/runtime/partition.h"
#include "engine/runtime/returns.h"

namespace dandori::engine {
namespace {

constexpr std::string_view nobody = "APPROVER_NOT_FOUND";

std::string joined_names(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts) all += (all.empty() ? "" : ", ") + text;
    return all;
}

feel::Value as_list(const std::vector<std::string>& texts) { return feel::List(texts.begin(), texts.end()); }

void add_missing(std::vector<std::string>& to, const std::string& text) {
    if (std::ranges::find(to, text) == to.end()) to.push_back(text);
}

}  // namespace

std::optional<std::size_t> Partition::holders_of(const std::string& group) const {
    if (!directory().groups.find(group)) return {};
    std::size_t count = 0;
    directory().memberships.for_each([&](const Membership& row) {
        if (row.circle_type == CircleType::Group && row.circle_id == group) ++count;
    });
    return count;
}

void Partition::raise_if_nobody_can_act(InstanceRows& rows, UserTaskKey key) {
    const UserTask* task = rows.user_tasks.find(key);
    const ElementInstance* element = task ? rows.elements.find(task->element_instance_key) : nullptr;
    if (!element || element->has_incident) return;
    const bpmn::FlowNode& node = model_of(*task);
    const std::string kind = bpmn::property_of(node, "approval.step");
    if (kind.empty() || task->assignee || !task->candidate_users.empty() || task->candidate_groups.empty()) return;
    const std::string groups = joined_names(task->candidate_groups);
    const auto raise = [&](const std::string& why) {
        execution_->raise_incident(rows, element->key, {Failure::Kind::Unspecified, std::string(nobody) + ": '" + task->element_id + "' waits for '" + groups + "', " + why});
    };
    if (std::ranges::all_of(task->candidate_groups, [&](const std::string& each) { return holders_of(each) == std::size_t{0}; }))
        return raise("which nobody holds. Give somebody the post (who holds it gets the task), or assign the task to a person.");
    const bool knows_all = std::ranges::all_of(task->candidate_groups, [&](const std::string& each) { return directory().groups.find(each) != nullptr; });
    if (!decides(kind) || !knows_all) return;
    const std::vector<std::string> people = deciders_of(*task);
    const bool has_none_but_applicant = !people.empty() && std::ranges::all_of(people, [&](const std::string& each) {
        return self_approval(person_of(each), rows, *task, node).has_value();
    });
    if (has_none_but_applicant) raise("where '" + people.front() + "' is alone and may not decide on their own request. Give somebody else the post, or assign the task to a person.");
}

void Partition::occupancy_changed(const std::string& group) {
    const auto holders = holders_of(group);
    if (!holders || *holders > 2) return;
    std::vector<UserTask> waiting;
    for_all_rows<UserTask>(store_, Query{}.where_equals("candidateGroups", group).where_equals("state", UserTaskState::Created),
                           [&](UserTask row) { waiting.push_back(std::move(row)); });
    for (const ProcessInstanceKey key : pending_) {
        instances_.at(key).rows->user_tasks.for_each([&](const UserTask& row) { waiting.push_back(row); });
    }
    for (const UserTask& row : waiting) {
        InstanceRows* rows = instance(row.process_instance_key);
        const UserTask* task = rows ? rows->user_tasks.find(row.key) : nullptr;
        if (!task || std::ranges::find(task->candidate_groups, group) == task->candidate_groups.end()) continue;
        for (const IncidentKey incident : rows->incidents.keys_of(scope_of(task->element_instance_key))) {
            if (rows->incidents.find(incident)->error_message.starts_with(nobody)) execution_->settle_incident(*rows, incident);
        }
        raise_if_nobody_can_act(*rows, row.key);
    }
}

void Partition::widen_owners(InstanceRows& rows, const Timer& timer) {
    const auto executable = deployed_.executable(timer.process_definition_key);
    const bpmn::FlowNode& event = *executable->find(timer.element_id)->node;
    const std::string to = bpmn::property_of(event, "approval.escalateTo");
    if (to.empty() || event.kind != bpmn::FlowNodeKind::BoundaryEvent) return;
    std::vector<UserTaskKey> tasks;
    rows.user_tasks.for_each([&](const UserTask& task) {
        const ElementInstance* element = rows.elements.find(task.element_instance_key);
        const bool hangs_there = element && (timer.element_instance_key == element->key || scope_of(*timer.element_instance_key) == element->scope_key);
        if (hangs_there && lifecycle::next(task.state, lifecycle::UserTaskEvent::Update)) tasks.push_back(task.key);
    });
    const std::vector<std::string> superiors = bpmn::words_between_commas(to);
    for (const UserTaskKey key : tasks) {
        const UserTask task = *rows.user_tasks.find(key);
        std::vector<std::string> groups = task.candidate_groups, users = task.candidate_users, before = groups;
        before.insert(before.end(), users.begin(), users.end());
        if (task.assignee) before = {*task.assignee};
        const bool is_theirs = std::ranges::all_of(superiors, [&](const std::string& each) { return std::ranges::find(groups, each) != groups.end(); });
        if (is_theirs && !task.assignee) continue;  // a timer that repeats
        for (const std::string& each : superiors) add_missing(groups, each);
        // Who has it keeps their say, beside those whose it is from now on.
        if (task.assignee) add_missing(users, *task.assignee);
        TaskEvent told;
        told.people = superiors;
        told.text = joined_names(before);
        note_event(task, TaskEventKind::Widened, {}, std::move(told));
        feel::Context values;
        values.put("action", "escalate");
        values.put("candidateGroups", as_list(groups));
        values.put("candidateUsers", as_list(users));
        if (task.assignee) values.put("assignee", feel::Value{});
        begin_task_change(*execution_, rows, key, JobListenerEventType::Updating, std::move(values));
    }
}

Outcome<Done> Partition::execute(const AddApprover& command, const Actor* actor) {
    InstanceRows* rows = instance_with_task(command.key);
    const UserTask* task = rows ? rows->user_tasks.find(command.key) : nullptr;
    if (!task || !is_of_tenant(actor, task->tenant_id)) return reject_not_found("ADD_APPROVER", "add an approver to", "user task", command.key.value);
    if (auto waits = waits_for_resumption(*rows, "ADD_APPROVER", "add an approver")) return tl::unexpected(*waits);
    const auto by_right = standing(actor, *rows, *task, "given more approvers");
    if (!by_right) return tl::unexpected(by_right.error());
    const auto refuse = [&](Rejection::Code code, const std::string& why) {
        return reject(code, "The user task with key '" + std::to_string(command.key.value) + "' gets no more approvers: " + why);
    };
    const ElementInstance& element = *rows->elements.find(task->element_instance_key);
    const ElementInstanceKey body_key{element.scope_key.value};
    const std::string kind = bpmn::property_of(model_of(*task), "approval.step");
    if (kind.empty() || !element.loop_counter || !execution_->goes_on(*rows, body_key))
        return refuse(Rejection::Code::InvalidState, "'" + task->element_id + "' is no step of approval that asks several. Ask somebody about it (相談), or hand it on.");
    Step body = execution_->step_of(*rows, body_key);
    if (!body.node().multi_instance || !body.node().multi_instance->input_collection)
        return refuse(Rejection::Code::InvalidState, "'" + task->element_id + "' repeats by a number, not for the members of a list.");
    const auto member = feel::from_json(command.member);
    if (!member || member->is_null() || (member->is_string() && is_blank(member->as_string())))
        return refuse(Rejection::Code::InvalidArgument, "'member' names nobody; somebody is needed as in the list of '" + task->element_id + "'.");
    const auto owners = owners_for_item(body, *member);
    if (!owners) return refuse(Rejection::Code::InvalidArgument, owners.error().text);
    UserTask there = *task;
    there.assignee = owners->assignee;
    there.candidate_groups = owners->candidate_groups;
    there.candidate_users = owners->candidate_users;
    const std::vector<std::string> people = deciders_of(there);
    if (people.empty())
        return refuse(Rejection::Code::InvalidArgument, "'member' " + command.member + " stands for '" + joined_names(there.candidate_groups) + "', where nobody is. Name a section or person who can answer.");
    bool is_asked = false;
    rows->user_tasks.for_each([&](const UserTask& other) {
        const ElementInstance* run = rows->elements.find(other.element_instance_key);
        is_asked = is_asked || (run && run->scope_key == element.scope_key && deciders_of(other) == people);
    });
    if (is_asked) return refuse(Rejection::Code::AlreadyExists, "'" + joined_names(people) + "' is being asked already.");
    TaskEvent told;
    told.people = people;
    told.text = command.reason;
    note_event(*task, TaskEventKind::ApproverAdded, actor ? std::optional(actor->username) : std::nullopt, std::move(told));
    if (const auto added = add_run(body, *member); !added) return refuse(Rejection::Code::InvalidState, added.error().text);
    return Done{};
}

}  // namespace dandori::engine
