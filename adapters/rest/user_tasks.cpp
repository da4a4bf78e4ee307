#include <array>
#include <boost/json.hpp>
#include <functional>
#include <map>

#include "adapters/rest/routes.h"
#include "adapters/rest/rows.h"
#include "adapters/rest/variable_filter.h"

namespace dandori::rest {
namespace {

using engine::UserTask;
using engine::UserTaskKey;

constexpr std::array task_aliases{SearchRules::Alias{"candidateGroup", "candidateGroups"},
                                  SearchRules::Alias{"candidateUser", "candidateUsers"}};

Result<bool> task_filter(std::string_view name, const boost::json::value& value, engine::Group& group) {
    if (name == "processInstanceVariables") {
        TRY(add_variable_filter(value, "filter.processInstanceVariables", "processInstanceKey", "processInstanceKey",
                                group));
        return true;
    }
    if (name == "localVariables") {
        TRY(add_variable_filter(value, "filter.localVariables", "elementInstanceKey", "scopeKey", group));
        return true;
    }
    return false;
}

Result<void> search_user_tasks(Call& call) {
    return answer_search<UserTask>(call, {.aliases = task_aliases, .special = task_filter});
}

Result<void> get_user_task(Call& call) { return answer_row<UserTask>(call, "User task"); }

Result<void> assign_user_task(Call& call) {
    engine::AssignUserTask command;
    command.key = TRY(call.key<UserTaskKey>("userTaskKey"));
    auto body = TRY(call.body());
    command.assignee = TRY(body.required_text("assignee"));
    command.allow_override = TRY(body.truth("allowOverride", true));
    command.action = TRY(body.text("action"));
    TRY(body.nothing_else());
    call.submit_done("ASSIGN", std::move(command));
    return {};
}

Result<void> unassign_user_task(Call& call) {
    call.submit_done("UNASSIGN", engine::UnassignUserTask{TRY(call.key<UserTaskKey>("userTaskKey"))});
    return {};
}

/// Absent leaves the date, an empty text clears it.
Result<std::optional<std::optional<Instant>>> read_date_change(Body& changeset, std::string_view name) {
    using Change = std::optional<std::optional<Instant>>;
    const auto* value = changeset.find(name);
    if (!value) return Change{};
    if (value->is_string() && TRY(read_text(*value, changeset.full_name(name))).empty())
        return Change{std::optional<Instant>{}};
    return Change{std::optional<Instant>{TRY(read_time(*value, changeset.full_name(name)))}};
}

Result<void> update_user_task(Call& call) {
    engine::UpdateUserTask command;
    command.key = TRY(call.key<UserTaskKey>("userTaskKey"));
    auto body = TRY(call.body());
    if (auto changeset = TRY(body.object("changeset"))) {
        command.due_date = TRY(read_date_change(*changeset, "dueDate"));
        command.follow_up_date = TRY(read_date_change(*changeset, "followUpDate"));
        command.candidate_users = TRY(changeset->text_list("candidateUsers"));
        command.candidate_groups = TRY(changeset->text_list("candidateGroups"));
        if (const auto priority = TRY(changeset->integer("priority", 0, 100)))
            command.priority = static_cast<std::int32_t>(*priority);
        TRY(changeset->nothing_else());
    }
    command.action = TRY(body.text("action"));
    TRY(body.nothing_else());
    call.submit_done("UPDATE", std::move(command));
    return {};
}

/// What a completion says, whoever types it.
Result<engine::CompleteUserTask> completion_of(UserTaskKey key, Body& body) {
    engine::CompleteUserTask command;
    command.key = key;
    command.variables = TRY(body.object_text("variables"));
    command.action = TRY(body.text("action"));
    return command;
}

Result<void> complete_user_task(Call& call) {
    const auto key = TRY(call.key<UserTaskKey>("userTaskKey"));
    auto body = TRY(call.body());
    auto command = TRY(completion_of(key, body));
    TRY(body.nothing_else());
    call.submit_done("COMPLETE", std::move(command));
    return {};
}

/// What somebody types for another, who said it elsewhere (代行入力).
Result<void> complete_for_another(Call& call) {
    const auto key = TRY(call.key<UserTaskKey>("userTaskKey"));
    auto body = TRY(call.body());
    auto command = TRY(completion_of(key, body));
    engine::ProxyEntry proxy;
    proxy.principal = TRY(body.required_text("principal"));
    proxy.evidence = TRY(body.required_text("evidence"));
    command.proxy = std::move(proxy);
    TRY(body.nothing_else());
    call.submit_done("COMPLETE", std::move(command));
    return {};
}

Result<void> take_up_user_task(Call& call) {
    engine::TakeUpUserTask command;
    command.key = TRY(call.key<UserTaskKey>("userTaskKey"));
    auto body = TRY(call.body());
    command.target_element_id = TRY(body.text("targetElementId")).value_or("");
    command.reason = TRY(body.text("reason")).value_or("");
    TRY(body.nothing_else());
    call.submit_done("TAKE_UP", std::move(command));
    return {};
}

/// 保留.
Result<void> hold_user_task(Call& call) {
    engine::HoldUserTask command;
    command.key = TRY(call.key<UserTaskKey>("userTaskKey"));
    auto body = TRY(call.body());
    command.reason = TRY(body.required_text("reason"));
    command.until = TRY(body.time("until"));
    TRY(body.nothing_else());
    call.submit_done("HOLD", std::move(command));
    return {};
}

Result<void> release_user_task(Call& call) {
    call.submit_done("RELEASE", engine::ReleaseUserTask{TRY(call.key<UserTaskKey>("userTaskKey"))});
    return {};
}

/// 承認者の追加.
Result<void> add_approver(Call& call) {
    engine::AddApprover command;
    command.key = TRY(call.key<UserTaskKey>("userTaskKey"));
    auto body = TRY(call.body());
    const auto* member = body.find("member");
    if (!member) return fail(Failure::Kind::Syntax, "'member' is missing; somebody is needed as in the list of those who are asked.");
    command.member = boost::json::serialize(*member);
    command.reason = TRY(body.text("reason")).value_or("");
    TRY(body.nothing_else());
    call.submit_done("ADD_APPROVER", std::move(command));
    return {};
}

/// When a deadline of the task's case was due before other calendars moved it the last time.
std::function<std::optional<Instant>(std::int64_t)> due_before_of(engine::Reader& reader, const UserTask& task) {
    std::map<std::int64_t, Instant> before;
    const auto query = engine::Query{}.where_equals("processInstanceKey", task.process_instance_key).sorted_by("deadlineChangeKey").first(1'000);
    for (const auto& row : engine::find<engine::DeadlineChange>(reader, query).rows) before.insert_or_assign(row.deadline_key.value, row.due_before);
    return [before = std::move(before)](std::int64_t key) {
        const auto found = before.find(key);
        return found == before.end() ? std::nullopt : std::optional(found->second);
    };
}

/// When the task and what hangs at it falls due, and how that was counted.
Result<void> get_deadlines(Call& call) {
    const auto key = TRY(call.key<UserTaskKey>("userTaskKey"));
    const auto task = visible_row<UserTask>(call, key);
    if (!task) {
        call.reply.not_found("User task", key.value);
        return {};
    }
    const auto element = engine::get<engine::ElementInstance>(call.reader(), task->element_instance_key);
    JsonText json;
    json.begin_object().name("dueDate");
    write_value(json, task->due_date);
    const auto before = due_before_of(call.reader(), *task);
    json.name("dueBefore");
    write_value(json, before(task->key.value));
    json.name("reckoning").raw(task->reckoning.text).name("timers").begin_array();
    const auto query = engine::Query{}.where_equals("processInstanceKey", task->process_instance_key).sorted_by("dueDate").first(1'000);
    for (const engine::Timer& timer : engine::find<engine::Timer>(call.reader(), query).rows) {
        // At the task itself, or at the loop whose run it is.
        const bool is_its_own = timer.element_instance_key == task->element_instance_key ||
                                (element && element->loop_counter && engine::scope_of(*timer.element_instance_key) == element->scope_key);
        if (!is_its_own) continue;
        json.begin_object().name("elementId").text(timer.element_id).name("dueDate");
        write_value(json, timer.due_date);
        json.name("dueBefore");
        write_value(json, before(timer.key.value));
        json.name("reckoning").raw(timer.reckoning.text).end_object();
    }
    call.reply.json(json.end_array().end_object().take());
    return {};
}

Result<void> return_user_task(Call& call) {
    engine::ReturnUserTask command;
    command.key = TRY(call.key<UserTaskKey>("userTaskKey"));
    auto body = TRY(call.body());
    command.target_element_id = TRY(body.required_text("targetElementId"));
    command.reason = TRY(body.required_text("reason"));
    command.variables = TRY(body.object_text("variables"));
    command.resumes_here = TRY(body.truth("resumesHere", false));
    TRY(body.nothing_else());
    call.submit_done("RETURN", std::move(command));
    return {};
}

Result<void> get_user_task_form(Call& call) {
    const auto key = TRY(call.key<UserTaskKey>("userTaskKey"));
    const auto task = visible_row<UserTask>(call, key);
    if (!task) {
        call.reply.not_found("User task", key.value);
        return {};
    }
    const auto form = task->form_key ? engine::get<engine::Form>(call.reader(), *task->form_key) : std::nullopt;
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

std::vector<Route> user_task_routes() {
    return {{"POST", "/user-tasks/search", Who::Admitted, search_user_tasks},
            {"GET", "/user-tasks/{userTaskKey}", Who::Admitted, get_user_task},
            {"PATCH", "/user-tasks/{userTaskKey}", Who::Admitted, update_user_task},
            {"POST", "/user-tasks/{userTaskKey}/assignment", Who::Admitted, assign_user_task},
            {"DELETE", "/user-tasks/{userTaskKey}/assignee", Who::Admitted, unassign_user_task},
            {"POST", "/user-tasks/{userTaskKey}/completion", Who::Admitted, complete_user_task, Takes::Json, tried},
            {"POST", "/user-tasks/{userTaskKey}/return", Who::Admitted, return_user_task, Takes::Json, tried, "/api"},
            {"POST", "/user-tasks/{userTaskKey}/proxy-completion", Who::Admitted, complete_for_another, Takes::Json, tried, "/api"},
            {"POST", "/user-tasks/{userTaskKey}/take-up", Who::Admitted, take_up_user_task, Takes::Json, tried, "/api"},
            {"POST", "/user-tasks/{userTaskKey}/hold", Who::Admitted, hold_user_task, Takes::Json, tried, "/api"},
            {"DELETE", "/user-tasks/{userTaskKey}/hold", Who::Admitted, release_user_task, Takes::Json, tried, "/api"},
            {"POST", "/user-tasks/{userTaskKey}/approvers", Who::Admitted, add_approver, Takes::Json, tried, "/api"},
            {"GET", "/user-tasks/{userTaskKey}/deadlines", Who::Admitted, get_deadlines, Takes::Json, false, "/api"},
            {"GET", "/user-tasks/{userTaskKey}/form", Who::Admitted, get_user_task_form}};
}

}  // namespace dandori::rest
