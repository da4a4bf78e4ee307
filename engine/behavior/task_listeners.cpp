#include "engine/behavior/task_listeners.h"

#include <algorithm>

#include "engine/behavior/execution.h"
#include "engine/behavior/jobs.h"
#include "engine/behavior/variables.h"
#include "engine/feel/json.h"
#include "engine/lifecycle/advance.h"

namespace dandori::engine {
namespace {

using lifecycle::UserTaskEvent;

constexpr std::string_view attribute_names[] = {"assignee",        "candidateGroups", "candidateUsers",
                                                "dueDate",         "followUpDate",    "priority"};

/// What lies in a task's `transition`.
struct Change {
    JobListenerEventType event = JobListenerEventType::Unspecified;
    feel::List listeners;  ///< all that look at it: an index among the model's, or a global one as a context
    std::size_t done = 0;
    feel::Context values;

    static std::optional<Change> of(const UserTask& task) {
        const auto read = feel::from_json(task.transition.text);
        if (!read || !read->is_context() || read->as_context().empty()) return {};
        const feel::Context& context = read->as_context();
        Change change;
        change.event = value_of<JobListenerEventType>(context.find("event")->as_string()).value_or(JobListenerEventType::Unspecified);
        change.listeners = context.find("listeners")->as_list();
        change.done = static_cast<std::size_t>(context.find("done")->to_integer().value_or(0));
        change.values = context.find("values")->as_context();
        return change;
    }
    void write(UserTask& task) const {
        feel::Context context;
        context.put("event", std::string(name_of(event)));
        context.put("listeners", listeners);
        context.put("done", static_cast<std::int64_t>(done));
        context.put("values", feel::Value(values));
        task.transition.text = feel::to_json(feel::Value(std::move(context)));
    }
};

std::string text_of(const feel::Context& values, std::string_view name) {
    const feel::Value* value = values.find(name);
    return value && value->is_string() ? value->as_string() : std::string{};
}

std::vector<std::string> texts_of(const feel::Value& list) {
    std::vector<std::string> texts;
    if (!list.is_list()) return texts;
    for (const feel::Value& item : list.as_list()) {
        if (item.is_string()) texts.push_back(item.as_string());
    }
    return texts;
}

std::optional<Instant> time_of(const feel::Value& value) {
    const auto milliseconds = value.to_integer();
    return milliseconds ? std::optional<Instant>(Instant{*milliseconds}) : std::nullopt;
}

void put_values(UserTask& task, const feel::Context& values) {
    if (const auto* value = values.find("assignee")) {
        task.assignee.reset();
        if (value->is_string()) task.assignee = value->as_string();
    }
    if (const auto* value = values.find("dueDate")) task.due_date = time_of(*value);
    if (const auto* value = values.find("followUpDate")) task.follow_up_date = time_of(*value);
    if (const auto* value = values.find("candidateUsers")) task.candidate_users = texts_of(*value);
    if (const auto* value = values.find("candidateGroups")) task.candidate_groups = texts_of(*value);
    if (const auto* value = values.find("priority")) task.priority = static_cast<std::int32_t>(value->to_integer().value_or(50));
    if (const std::string action = text_of(values, "action"); !action.empty()) task.action = action;
}

/// As the model names the event, and as global listeners do.
std::string word_of(JobListenerEventType event) {
    std::string word(name_of(event));
    for (char& letter : word) letter = static_cast<char>(letter | 0x20);
    return word;
}

feel::List listeners_to(World& world, const ExecutableNode& node, JobListenerEventType event) {
    feel::List before, after;
    for (const GlobalListener& each : world.global_task_listeners()) {
        const auto is_meant = [&](const std::string& type) { return type == "all" || type == word_of(event); };
        if (!std::ranges::any_of(each.event_types, is_meant)) continue;
        feel::Context global;
        global.put("type", each.type);
        global.put("retries", static_cast<std::int64_t>(each.retries));
        (each.after_non_global ? after : before).push_back(feel::Value(std::move(global)));
    }
    for (std::size_t i = 0; i < node.task_listeners.size(); ++i) {
        if (node.task_listeners[i].event == event) before.push_back(feel::Value(static_cast<std::int64_t>(i)));
    }
    before.insert(before.end(), after.begin(), after.end());
    return before;
}

/// What Camunda 8 tells a task listener's worker in headers, too.
feel::Context headers_of(const UserTask& told, const std::vector<std::string>& changed) {
    feel::Context headers;
    const auto put = [&](std::string_view name, std::string value) {
        if (!value.empty()) headers.put("io.camunda.zeebe:" + std::string(name), std::move(value));
    };
    put("userTaskKey", std::to_string(told.key.value));
    put("action", told.action.value_or(""));
    put("assignee", told.assignee.value_or(""));
    if (!told.candidate_groups.empty()) put("candidateGroups", text_list_to_json(told.candidate_groups));
    if (!told.candidate_users.empty()) put("candidateUsers", text_list_to_json(told.candidate_users));
    if (told.due_date) put("dueDate", to_iso8601(*told.due_date));
    if (told.follow_up_date) put("followUpDate", to_iso8601(*told.follow_up_date));
    if (told.form_key) put("formKey", std::to_string(told.form_key->value));
    put("priority", std::to_string(told.priority));
    if (!changed.empty()) put("changedAttributes", text_list_to_json(changed));
    return headers;
}

struct Changing {
    Execution& execution;
    InstanceRows& rows;
    UserTask& task;

    World& world() { return execution.world(); }

    const Executable& process() { return *executable_; }
    const ExecutableNode& node() { return *executable_->find(task.element_id); }

    void tell_next(const Change& change) {
        if (change.done >= change.listeners.size()) {
            make(change);
            return;
        }
        change.write(task);
        const UserTask told = task_as_told(task);
        const feel::Context headers = headers_of(told, changed_attributes(task));
        const feel::Value& listener = change.listeners[change.done];
        const JobPlace place{task.element_id, task.element_instance_key, JobKind::TaskListener, change.event};
        const auto created = [&] {
            if (const auto index = listener.to_integer()) {
                return create_job(world(), rows, process(), place, node().task_listeners[static_cast<std::size_t>(*index)].job, headers);
            }
            CompiledJob job;
            job.type.text = text_of(listener.as_context(), "type");
            job.retries.text = std::to_string(listener.as_context().find("retries")->to_integer().value_or(3));
            job.headers = task.custom_headers.text;
            return create_job(world(), rows, process(), place, job, headers);
        }();
        if (!created) execution.raise_incident(rows, task.element_instance_key, created.error());
    }

    void make(const Change& change) {
        const bool has_assignee_before = task.assignee.has_value();
        put_values(task, change.values);
        task.transition = {};
        const UserTaskKey key = task.key;
        const ElementInstanceKey element = task.element_instance_key;
        const feel::Value variables = variables_of(change.values);
        switch (change.event) {
            case JobListenerEventType::Creating: {
                lifecycle::advance(task.state, UserTaskEvent::Created);
                const std::string model_assignee = text_of(change.values, "initialAssignee");
                if (!model_assignee.empty() && !has_assignee_before) {
                    feel::Context values;
                    values.put("assignee", model_assignee);
                    begin_task_change(execution, rows, key, JobListenerEventType::Assigning, std::move(values));
                }
                world().user_task_opened(rows, key);
                break;
            }
            case JobListenerEventType::Assigning:
                lifecycle::advance(task.state, UserTaskEvent::Assigned);
                if (!change.values.find("action")) break;  // by the model, not by a command
                task.assigned_at = world().now();
                task.assigned_by.reset();
                if (const std::string by = text_of(change.values, "by"); !by.empty()) task.assigned_by = by;
                break;
            case JobListenerEventType::Updating:
                lifecycle::advance(task.state, UserTaskEvent::Updated);
                set_variables(variables, element, change.values.find("local") != nullptr);
                break;
            case JobListenerEventType::Completing:
                lifecycle::advance(task.state, UserTaskEvent::Completed);
                task.completion_date = world().now();
                task.answer.text = text_of(change.values, "variables");
                if (const std::string by = text_of(change.values, "by"); !by.empty()) task.completed_by = by;
                world().user_task_completes(rows, task, change.values);
                rows.user_tasks.finish(key);
                execution.complete_work(rows, element, variables);
                break;
            default:
                lifecycle::advance(task.state, UserTaskEvent::Canceled);
                task.completion_date = world().now();
                rows.user_tasks.finish(key);
                execution.withdrawal_goes_on(rows, element);
                break;
        }
        if (change.event != JobListenerEventType::Canceling) world().task_change_ended(key, {});
    }

    static feel::Value variables_of(const feel::Context& values) {
        const feel::Value* text = values.find("variables");
        if (!text) return {};
        auto read = feel::from_json(text->as_string());
        return read ? std::move(*read) : feel::Value{};
    }

    void set_variables(const feel::Value& variables, ElementInstanceKey element, bool is_local) {
        if (!variables.is_context()) return;
        for (const auto& [name, value] : variables.as_context().entries()) {
            if (is_local) set_variable(world(), rows, scope_of(element), name, value);
            else propagate_variable(world(), rows, scope_of(element), name, value);
        }
        execution.values_changed(rows);
    }

    std::shared_ptr<const Executable> executable_ = execution.world().executable(task.process_definition_key);
};

}  // namespace

void begin_task_change(Execution& execution, InstanceRows& rows, UserTaskKey key, JobListenerEventType event, feel::Context values) {
    UserTask& task = *rows.user_tasks.change(key);
    const bool was_changing = task.transition.text != Json{}.text;
    switch (event) {
        case JobListenerEventType::Assigning: lifecycle::advance(task.state, UserTaskEvent::Assign); break;
        case JobListenerEventType::Updating: lifecycle::advance(task.state, UserTaskEvent::Update); break;
        case JobListenerEventType::Completing: lifecycle::advance(task.state, UserTaskEvent::Complete); break;
        case JobListenerEventType::Canceling:
            lifecycle::advance(task.state, UserTaskEvent::Cancel);
            if (was_changing) execution.world().task_change_ended(key, "its element was terminated");
            break;
        default: break;  // it is being created
    }
    Changing changing{execution, rows, task};
    Change change;
    change.event = event;
    change.listeners = listeners_to(execution.world(), changing.node(), event);
    change.values = std::move(values);
    changing.tell_next(change);
}

bool has_task_listeners(World& world, const Executable& process, const UserTask& task, JobListenerEventType event) {
    return !listeners_to(world, *process.find(task.element_id), event).empty();
}

void task_listener_done(Execution& execution, InstanceRows& rows, UserTaskKey key, const feel::Context& corrections) {
    UserTask& task = *rows.user_tasks.change(key);
    auto change = Change::of(task);
    if (!change) return;
    for (const auto& [name, value] : corrections.entries()) change->values.put(name, value);
    ++change->done;
    Changing{execution, rows, task}.tell_next(*change);
}

void deny_task_change(Execution& execution, InstanceRows& rows, UserTaskKey key, const std::string& reason) {
    UserTask& task = *rows.user_tasks.change(key);
    lifecycle::advance(task.state, UserTaskEvent::Deny);
    task.transition = {};
    execution.world().task_change_ended(key, "a listener denied it" + (reason.empty() ? "" : ": " + reason));
}

void tell_task_listeners_again(Execution& execution, InstanceRows& rows, UserTaskKey key) {
    UserTask& task = *rows.user_tasks.change(key);
    auto change = Change::of(task);
    if (!change) return;
    change->done = 0;
    Changing{execution, rows, task}.tell_next(*change);
}

bool is_assigned_by_model(const UserTask& task) {
    const auto change = Change::of(task);
    return change && change->values.find("initialAssignee");
}

UserTask task_as_told(const UserTask& task) {
    UserTask told = task;
    told.action.reset();
    if (const auto change = Change::of(task)) {
        put_values(told, change->values);
        if (const std::string assignee = text_of(change->values, "initialAssignee"); !assignee.empty()) told.assignee = assignee;
    }
    return told;
}

std::vector<std::string> changed_attributes(const UserTask& task) {
    std::vector<std::string> names;
    const auto change = Change::of(task);
    if (!change) return names;
    for (const std::string_view name : attribute_names) {
        if (change->values.find(name)) names.emplace_back(name);
    }
    return names;
}

}  // namespace dandori::engine
