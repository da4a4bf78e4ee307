// 保留 and 相談: what people do with a task that lies with them beside deciding on it (6.9, 6.10).

#include <algorithm>

#include "engine/behavior/variables.h"
#include "engine/feel/json.h"
#include "engine/lifecycle/events.h"
#include "engine/port/all_rows.h"
#include "engine/runtime/partition.h"
#include "engine/runtime/returns.h"

namespace dandori::engine {
namespace {

constexpr std::size_t text_bytes_max = 10'000;
constexpr std::size_t asked_max = 20;

std::optional<Rejection> wrong_text(const std::string& text, const std::string& member, const std::string& what) {
    if (is_blank(text)) return Rejection{Rejection::Code::InvalidArgument, what + ": say so in '" + member + "'."};
    if (text.size() <= text_bytes_max) return {};
    return Rejection{Rejection::Code::InvalidArgument,
                     "'" + member + "' has " + std::to_string(text.size()) + " bytes; at most " + std::to_string(text_bytes_max) + " are taken."};
}

tl::unexpected<Rejection> not_open(std::string_view command, const UserTask& task) {
    return reject(Rejection::Code::InvalidState, "Command '" + std::string(command) + "' rejected with code 'INVALID_STATE': Expected an open user task with key '" +
                                                     std::to_string(task.key.value) + "', but it is in state '" + std::string(name_of(task.state)) + "'");
}

}  // namespace

TaskEventKey Partition::note_event(const UserTask& task, TaskEventKind kind, const std::optional<std::string>& actor, TaskEvent told) {
    told.key = {next_key()};
    told.user_task_key = task.key;
    told.process_instance_key = task.process_instance_key;
    told.root_process_instance_key = task.root_process_instance_key;
    told.process_definition_id = task.process_definition_id;
    told.tenant_id = task.tenant_id;
    told.element_id = task.element_id;
    told.kind = kind;
    told.actor = actor;
    told.happened_at = now_;
    return task_events_.put(std::move(told)).key;
}

std::optional<Rejection> Partition::held_against(const UserTask& task, const Actor& actor, const std::string& principal) const {
    if (!task.is_held_at(now_) || *task.held_by == actor.username || *task.held_by == principal) return {};
    return Rejection{Rejection::Code::InvalidState, "'" + *task.held_by + "' has put '" + task.element_id + "' on hold (保留)" +
                                                        (task.held_until ? " until " + to_iso8601(*task.held_until) : std::string()) +
                                                        ". They, who stands in for them, or who may update the task can end that."};
}

void Partition::end_hold(UserTask& task, const Actor* actor) {
    if (task.is_held_at(now_)) note_event(task, TaskEventKind::Released, actor ? std::optional(actor->username) : std::nullopt, {});
    task.held_by.reset();
    task.held_until.reset();
}

Outcome<Done> Partition::execute(const HoldUserTask& command, const Actor* actor) {
    InstanceRows* rows = instance_with_task(command.key);
    UserTask* task = rows ? rows->user_tasks.change(command.key) : nullptr;
    if (!task || !is_of_tenant(actor, task->tenant_id)) return reject_not_found("HOLD", "hold", "user task", command.key.value);
    if (auto waits = waits_for_resumption(*rows, "HOLD", "hold a user task")) return tl::unexpected(*waits);
    if (!actor) return reject(Rejection::Code::InvalidArgument, "Who puts a task on hold (保留) must be known: sign in.");
    const auto by_right = standing(actor, *rows, *task, "held");
    if (!by_right) return tl::unexpected(by_right.error());
    if (by_right->authority != Authority::Self && by_right->authority != Authority::Substitute)
        return reject(Rejection::Code::Forbidden, "Only whose task it is, or who stands in for them, may put it on hold (保留).");
    if (!lifecycle::next(task->state, lifecycle::UserTaskEvent::Update)) return not_open("HOLD", *task);
    if (auto wrong = wrong_text(command.reason, "reason", "A hold (保留) needs a reason")) return tl::unexpected(std::move(*wrong));
    if (command.until && *command.until <= now_)
        return reject(Rejection::Code::InvalidArgument, "'until' is " + to_iso8601(*command.until) + "; a time that is yet to come is needed.");
    task->held_by = by_right->principal;
    task->held_until = command.until;
    TaskEvent told;
    told.text = command.reason;
    told.until = command.until;
    note_event(*task, TaskEventKind::Held, actor->username, std::move(told));
    return Done{};
}

Outcome<Done> Partition::execute(const ReleaseUserTask& command, const Actor* actor) {
    InstanceRows* rows = instance_with_task(command.key);
    UserTask* task = rows ? rows->user_tasks.change(command.key) : nullptr;
    if (!task || !is_of_tenant(actor, task->tenant_id)) return reject_not_found("RELEASE", "release", "user task", command.key.value);
    if (auto waits = waits_for_resumption(*rows, "RELEASE", "release a user task")) return tl::unexpected(*waits);
    if (actor && !may(actor, *task, Permission::Update, Permission::UpdateUserTask)) {
        if (const auto by_right = standing(actor, *rows, *task, "released"); !by_right) return tl::unexpected(by_right.error());
    }
    if (!task->is_held_at(now_))
        return reject(Rejection::Code::InvalidState, "The user task with key '" + std::to_string(command.key.value) + "' isn't on hold (保留).");
    end_hold(*task, actor);
    return Done{};
}

Outcome<ConsultOnUserTask::Answer> Partition::execute(const ConsultOnUserTask& command, const Actor* actor) {
    InstanceRows* rows = instance_with_task(command.key);
    const UserTask* task = rows ? rows->user_tasks.find(command.key) : nullptr;
    if (!task || !is_of_tenant(actor, task->tenant_id)) return reject_not_found("CONSULT", "consult on", "user task", command.key.value);
    if (!actor) return reject(Rejection::Code::InvalidArgument, "Who asks others (相談) must be known: sign in.");
    const auto by_right = standing(actor, *rows, *task, "asked about");
    if (!by_right) return tl::unexpected(by_right.error());
    if (!lifecycle::next(task->state, lifecycle::UserTaskEvent::Update)) return not_open("CONSULT", *task);
    if (auto wrong = wrong_text(command.question, "text", "What is asked is missing")) return tl::unexpected(std::move(*wrong));
    if (command.people.empty() || command.people.size() > asked_max) {
        return reject(Rejection::Code::InvalidArgument, std::to_string(command.people.size()) + " people are asked; name 1 to " + std::to_string(asked_max) + " in 'people'.");
    }
    for (const std::string& each : command.people) {
        if (each == actor->username) return reject(Rejection::Code::InvalidArgument, "'" + each + "' can't ask themselves. Name somebody else in 'people'.");
        if (!users_.get(store_, each)) return reject(Rejection::Code::InvalidArgument, "'people' names '" + each + "'; usernames of people are needed.");
    }
    TaskEvent told;
    told.people = command.people;
    told.text = command.question;
    const TaskEventKey key = note_event(*task, TaskEventKind::Asked, actor->username, std::move(told));
    // The mail is the house's own process; nothing waits for it.
    const auto asker = users_.get(store_, actor->username);
    for (const std::string& each : command.people) {
        feel::Context variables;
        variables.put("questionKey", std::to_string(key.value));
        variables.put("caseKey", std::to_string(task->root_process_instance_key.value_or(task->process_instance_key).value));
        variables.put("caseNo", rows->process()->business_id.value_or(""));
        variables.put("step", task->name.value_or(task->element_id));
        variables.put("question", command.question);
        variables.put("asked", each);
        variables.put("asker", actor->username);
        variables.put("askerName", asker && asker->name ? *asker->name : actor->username);
        PublishMessage message;
        message.name = "approval.consultation";
        message.correlation_key = std::to_string(key.value) + "/" + each;
        message.tenant_id = task->tenant_id;
        message.variables.text = feel::to_json(feel::Value(std::move(variables)));
        sent_.push_back(std::move(message));
    }
    return ConsultOnUserTask::Answer{key};
}

Outcome<AnswerConsultation::Answer> Partition::execute(const AnswerConsultation& command, const Actor* actor) {
    auto question = task_events_.get(store_, command.question);
    const bool is_asked = question && question->kind == TaskEventKind::Asked && actor && std::ranges::find(question->people, actor->username) != question->people.end();
    if (!question || question->kind != TaskEventKind::Asked || !is_of_tenant(actor, question->tenant_id)) return reject_not_found("ANSWER", "answer", "question", command.question.value);
    if (!is_asked) return reject(Rejection::Code::Forbidden, "Only who was asked (相談) may answer.");
    InstanceRows* rows = instance_with(question->user_task_key);
    const UserTask* task = rows ? rows->user_tasks.find(question->user_task_key) : nullptr;
    if (!task) {
        return reject(Rejection::Code::InvalidState, "The user task with key '" + std::to_string(question->user_task_key.value) +
                                                         "' that this question (相談) is about is over. Nobody waits for an answer any more.");
    }
    if (auto wrong = wrong_text(command.text, "text", "The answer is missing")) return tl::unexpected(std::move(*wrong));
    TaskEvent told;
    if (question->actor) told.people = {*question->actor};
    told.text = command.text;
    told.about = command.question;
    return AnswerConsultation::Answer{note_event(*task, TaskEventKind::Answered, actor->username, std::move(told))};
}

}  // namespace dandori::engine
