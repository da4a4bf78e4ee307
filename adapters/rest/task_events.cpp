// 相談, what was done with tasks beside deciding on them, and deciding on many at once (一括承認).
#include <algorithm>
#include <boost/json.hpp>
#include <mutex>

#include "adapters/rest/rejection_words.h"
#include "adapters/rest/routes.h"
#include "adapters/rest/rows.h"

namespace dandori::rest {
namespace {

using engine::TaskEvent;
using engine::UserTaskKey;

constexpr std::size_t tasks_at_once_max = 50;

Result<void> search_task_events(Call& call) { return answer_search<TaskEvent>(call); }

void answer_key(const Reply& reply, engine::TaskEventKey key) {
    JsonText json;
    json.begin_object().name("taskEventKey").key(key.value).end_object();
    reply.json(json.take(), 201);
}

Result<void> consult(Call& call) {
    engine::ConsultOnUserTask command;
    command.key = TRY(call.key<UserTaskKey>("userTaskKey"));
    auto body = TRY(call.body());
    auto people = TRY(body.text_list("people"));
    if (!people) return fail(Failure::Kind::Syntax, "'people' is missing; the usernames of those who are asked are needed.");
    command.people = std::move(*people);
    command.question = TRY(body.required_text("text"));
    TRY(body.nothing_else());
    call.submit("CONSULT", std::move(command), [](const Reply& reply, const engine::ConsultOnUserTask::Answer& answer) { answer_key(reply, answer.key); });
    return {};
}

Result<void> answer_question(Call& call) {
    engine::AnswerConsultation command;
    command.question = TRY(call.key<engine::TaskEventKey>("taskEventKey"));
    auto body = TRY(call.body());
    command.text = TRY(body.required_text("text"));
    TRY(body.nothing_else());
    call.submit("ANSWER", std::move(command), [](const Reply& reply, const engine::AnswerConsultation::Answer& answer) { answer_key(reply, answer.key); });
    return {};
}

/// The keys of a list, one after the other; a fault names the first that is none.
Result<std::vector<UserTaskKey>> keys_of(const std::vector<std::string>& texts) {
    std::vector<UserTaskKey> keys;
    for (const std::string& text : texts) {
        const auto key = key_of(text);
        if (!key) return fail(Failure::Kind::Syntax, "'userTaskKey' is '" + text.substr(0, 100) + "'; the key of a user task is needed.");
        keys.push_back({*key});
    }
    if (keys.size() > tasks_at_once_max)
        return fail(Failure::Kind::Syntax, std::to_string(keys.size()) + " user tasks are named; at most " + std::to_string(tasks_at_once_max) + " are decided on at once.");
    return keys;
}

Result<void> look_at_tasks(Call& call) {
    auto body = TRY(call.body());
    engine::LookAtUserTasks command;
    const auto texts = TRY(body.text_list("userTaskKeys"));
    if (!texts) return fail(Failure::Kind::Syntax, "'userTaskKeys' is missing; the keys of the user tasks to look at are needed.");
    command.keys = TRY(keys_of(*texts));
    TRY(body.nothing_else());
    call.submit("LOOK", std::move(command), [](const Reply& reply, const engine::LookAtUserTasks::Answer& answer) {
        JsonText json;
        json.begin_object().name("items").begin_array();
        for (const auto& seen : answer.tasks) {
            json.begin_object().name("userTaskKey").key(seen.key.value).name("documentVersion");
            if (seen.document_version.empty()) json.null();
            else json.text(seen.document_version);
            json.name("hindrance");
            if (seen.hindrance) json.text(seen.hindrance->text);
            else json.null();
            json.name("fields").raw(seen.fields.text).end_object();
        }
        reply.json(json.end_array().end_object().take());
    });
    return {};
}

/// Each is a command of its own; the last that is done answers for all.
class BulkAnswer {
  public:
    BulkAnswer(Reply reply, std::vector<UserTaskKey> keys) : reply_(std::move(reply)), keys_(std::move(keys)), outcomes_(keys_.size()), open_(keys_.size()) {}

    void note(std::size_t place, const engine::Outcome<engine::Done>& outcome) {
        const std::lock_guard guard(mutex_);
        if (!outcome) outcomes_[place] = outcome.error();
        if (--open_ == 0) answer();
    }

  private:
    void answer() const {
        JsonText json;
        json.begin_object().name("items").begin_array();
        for (std::size_t i = 0; i < keys_.size(); ++i) {
            json.begin_object().name("userTaskKey").key(keys_[i].value).name("done").truth(!outcomes_[i]);
            if (const auto& rejection = outcomes_[i]) json.name("code").text(words_of(rejection->code).code).name("reason").text(rejection->text).end_object();
            else json.name("code").null().name("reason").null().end_object();
        }
        reply_.json(json.end_array().end_object().take());
    }

    std::mutex mutex_;
    Reply reply_;
    std::vector<UserTaskKey> keys_;
    std::vector<std::optional<engine::Rejection>> outcomes_;  ///< why not
    std::size_t open_;
};

Result<void> complete_many(Call& call) {
    auto body = TRY(call.body());
    const std::string outcome = TRY(body.required_text("outcome"));
    const std::string comment = TRY(body.text("comment")).value_or("");
    const auto* tasks = body.find("tasks");
    TRY(body.nothing_else());
    if (!tasks || !tasks->is_array()) return fail(Failure::Kind::Syntax, "'tasks' is missing; a list of {userTaskKey, documentVersion} is needed.");
    std::vector<std::string> texts, versions;
    for (const auto& each : tasks->get_array()) {
        const auto* key = each.is_object() ? each.get_object().if_contains("userTaskKey") : nullptr;
        const auto* version = each.is_object() ? each.get_object().if_contains("documentVersion") : nullptr;
        if (!key || !key->is_string() || !version || !version->is_string())
            return fail(Failure::Kind::Syntax, "'tasks' has something else than {userTaskKey, documentVersion}, both texts.");
        texts.emplace_back(key->get_string());
        versions.emplace_back(version->get_string());
    }
    const auto keys = TRY(keys_of(texts));
    if (keys.empty()) return fail(Failure::Kind::Syntax, "'tasks' is empty; at least one user task is needed.");
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (std::find(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(i), keys[i]) != keys.begin() + static_cast<std::ptrdiff_t>(i))
            return fail(Failure::Kind::Syntax, "'tasks' names " + texts[i] + " twice; each is decided on once.");
    }
    boost::json::object variables{{"outcome", outcome}};
    if (!comment.empty()) variables["comment"] = comment;
    const std::string text = boost::json::serialize(variables);
    const auto answer = std::make_shared<BulkAnswer>(call.reply, keys);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        engine::CompleteUserTask command;
        command.key = keys[i];
        command.variables.text = text;
        command.action = outcome;
        command.in_bulk = engine::CompleteUserTask::InBulk{versions[i]};
        call.api->engine.submit(std::move(command), call.caller.actor, [answer, i](const engine::Outcome<engine::Done>& done) { answer->note(i, done); });
    }
    return {};
}

}  // namespace

std::vector<Route> task_event_routes() {
    return {{"POST", "/task-events/search", Who::Admitted, search_task_events, Takes::Json, false, "/api"},
            {"POST", "/task-events/{taskEventKey}/answer", Who::Admitted, answer_question, Takes::Json, false, "/api"},
            {"POST", "/user-tasks/{userTaskKey}/questions", Who::Admitted, consult, Takes::Json, false, "/api"},
            {"POST", "/user-tasks/bulk-look", Who::Admitted, look_at_tasks, Takes::Json, false, "/api"},
            {"POST", "/user-tasks/bulk-completion", Who::Admitted, complete_many, Takes::Json, false, "/api"}};
}

}  // namespace dandori::rest
