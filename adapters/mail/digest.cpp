#include "adapters/mail/digest.h"

#include <algorithm>
#include <map>

#include "adapters/mail/charset.h"
#include "adapters/worker/japanese_time.h"
#include "adapters/worker/task_headers.h"
#include "engine/identity/digest.h"
#include "engine/identity/directory.h"

namespace dandori::mail {
namespace {

namespace json = boost::json;
using engine::Operator;
using engine::Query;

constexpr std::size_t people_max = 2'000;
constexpr std::size_t tasks_max = 10'000;
constexpr std::size_t tasks_told_max = 100;  // of one kind in one mail; more are counted
constexpr std::int64_t day_ms = 24 * 3'600'000;
constexpr std::int64_t tokyo_ms = 9 * 3'600'000;

/// The first moment after the day of this one, in Tokyo.
Instant end_of_day(Instant now) { return Instant{(now.milliseconds + tokyo_ms) / day_ms * day_ms + day_ms - tokyo_ms}; }

std::vector<engine::UserTask> due_tasks(engine::Reader& reader, Instant until) {
    const auto query = Query{}
                           .where_equals("state", engine::UserTaskState::Created)
                           .where("dueDate", Operator::Less, {engine::to_cell(until)})
                           .sorted_by("dueDate")
                           .first(tasks_max);
    return engine::find<engine::UserTask>(reader, query).rows;
}

bool shares(const std::vector<std::string>& one, const std::vector<std::string>& other) {
    return std::any_of(one.begin(), one.end(), [&](const auto& name) { return std::find(other.begin(), other.end(), name) != other.end(); });
}

/// Whether the task waits for this person: theirs, or nobody's yet and offered to them.
bool waits_for(const engine::UserTask& task, const std::string& username, const std::vector<std::string>& groups) {
    if (task.assignee && !task.assignee->empty()) return *task.assignee == username;
    return shares({username}, task.candidate_users) || shares(groups, task.candidate_groups);
}

/// What mails say of tasks, found out once for all people.
class TaskWords {
  public:
    TaskWords(engine::Reader& reader, const std::string& case_url_prefix) : reader_(reader), case_url_prefix_(case_url_prefix) {}

    json::object of(const engine::UserTask& task) {
        const auto& [number, title] = case_of(task.process_instance_key);
        return {{"name", task.name.value_or(task.element_id)},
                {"process", task.process_name.value_or(task.process_definition_id)},
                {"caseNo", number},
                {"title", title},
                {"due", task.due_date ? worker::japanese_time(worker::tokyo_time_of(*task.due_date)) : ""},
                {"url", case_url_prefix_ + number}};
    }

  private:
    const std::pair<std::string, std::string>& case_of(engine::ProcessInstanceKey key) {
        const auto [at, is_new] = cases_.try_emplace(key.value);
        if (!is_new) return at->second;
        const auto instance = engine::get<engine::ProcessInstance>(reader_, key);
        at->second.first = instance && instance->business_id && !instance->business_id->empty() ? *instance->business_id : std::to_string(key.value);
        const auto query = Query{}
                               .where_equals("processInstanceKey", key)
                               .where_equals("scopeKey", engine::scope_of(key))
                               .where_equals("name", std::string("title"))
                               .first(1);
        for (const auto& variable : engine::find<engine::Variable>(reader_, query).rows) {
            boost::system::error_code error;
            const auto value = json::parse(variable.value, error);
            if (!error && value.is_string()) at->second.second = std::string(value.get_string());
        }
        return at->second;
    }
    engine::Reader& reader_;
    const std::string& case_url_prefix_;
    std::map<std::int64_t, std::pair<std::string, std::string>> cases_;  ///< number and title
};

/// One person's tasks.
struct DueTasks {
    json::array overdue, due_today;
    std::size_t overdue_count = 0, due_today_count = 0;
};

DueTasks tasks_of(const engine::User& user, const std::vector<std::string>& groups, const std::vector<engine::UserTask>& tasks, TaskWords& words,
                  Instant now) {
    DueTasks found;
    for (const auto& task : tasks) {
        if (!waits_for(task, user.username, groups)) continue;
        if (task.held_until && task.is_held_at(now)) continue;  // put off until a day of its own (保留)
        const bool is_overdue = *task.due_date < now;
        auto& list = is_overdue ? found.overdue : found.due_today;
        if (list.size() < tasks_told_max) list.push_back(words.of(task));
        ++(is_overdue ? found.overdue_count : found.due_today_count);
    }
    return found;
}

Result<std::vector<std::string>> excepted_groups(const worker::TaskHeaders& headers) {
    const auto value = TRY(headers.value("except"));
    std::vector<std::string> groups;
    if (value.is_string()) groups.emplace_back(value.get_string());
    if (value.is_array()) {
        for (const auto& entry : value.get_array()) {
            if (entry.is_string()) groups.emplace_back(entry.get_string());
        }
    }
    if (!value.is_null() && groups.empty())
        return worker::unusable_header("except", "it gave " + json::serialize(value) + "; a group or a list of groups is needed.");
    return groups;
}

std::vector<engine::User> people_with_addresses(engine::Reader& reader) {
    auto people = engine::find<engine::User>(reader, Query{}.where("email", Operator::Exists).sorted_by("username").first(people_max)).rows;
    std::erase_if(people, [](const engine::User& user) { return !user.email || user.email->empty(); });
    return people;
}

}  // namespace

Result<std::vector<engine::Mail>> mails_of_digest(const engine::ActivatedJob& activated, engine::Reader& reader, SendingRecords& records,
                                                  const SendingSettings& settings, const Evaluate& evaluate, Instant now) {
    auto variables = TRY(worker::object_of(activated.variables));
    const worker::TaskHeaders headers{TRY(worker::object_of(activated.job.custom_headers)), variables, evaluate};
    const auto template_id = TRY(headers.text("template"));
    if (!template_id) return worker::unusable_header("template", "the id of a mail template is needed.");
    const auto wording = TRY(records.template_of(*template_id));
    const auto excepted = TRY(excepted_groups(headers));
    const auto tasks = due_tasks(reader, end_of_day(now));
    TaskWords words(reader, settings.case_url_prefix);
    const auto tasks_url = settings.case_url_prefix.substr(0, settings.case_url_prefix.rfind("cases/"));
    const auto domain = domain_of(settings.letterhead.from_address);
    std::vector<engine::Mail> mails;
    if (tasks.empty()) return mails;
    for (const auto& user : people_with_addresses(reader)) {
        const auto groups = engine::groups_of(reader, user.username);
        if (shares(groups, excepted)) continue;
        auto due = tasks_of(user, groups, tasks, words, now);
        if (due.overdue_count + due.due_today_count == 0) continue;
        json::object scope = variables;
        scope["name"] = user.name.value_or(user.username);
        scope["today"] = to_iso8601(now + tokyo_ms).substr(0, 10);
        scope["overdue"] = std::move(due.overdue);
        scope["overdueCount"] = due.overdue_count;
        scope["dueToday"] = std::move(due.due_today);
        scope["dueTodayCount"] = due.due_today_count;
        scope["tasksUrl"] = tasks_url;
        auto rendered = TRY(render(wording, scope, evaluate));
        engine::Mail mail;
        mail.process_instance_key = activated.job.process_instance_key;
        mail.message_id = message_id_of_job(activated.job.key.value, engine::sha256_hex(user.username).substr(0, 16) + "." + domain);
        mail.sender = settings.letterhead.from_address;
        mail.recipients = {*user.email};
        mail.template_id = *template_id;
        mail.is_important = wording.is_important;
        mail.subject = cut_utf8(std::move(rendered.subject), 900);
        mail.text = std::move(rendered.text);
        mail.html = std::move(rendered.html);
        mails.push_back(std::move(mail));
    }
    return mails;
}

void work_digest(const engine::ActivatedJob& activated, const EngineAccess& access, SendingRecords& records, const SendingSettings& settings,
                 const Evaluate& evaluate, const Log& log) {
    const auto name = "Digest, job " + std::to_string(activated.job.key.value);
    auto mails = mails_of_digest(activated, *access.reader, records, settings, evaluate, access.clock->now());
    if (!mails) {
        engine::FailJob command;
        command.key = activated.job.key;
        command.retries = 0;
        command.error_message = mails.error().text;
        if (const auto done = access.fail_job(command); !done) log(name + ": " + done.error().text);
        return;
    }
    log(name + ": " + std::to_string(mails->size()) + " mails.");
    engine::CompleteJob command;
    command.key = activated.job.key;
    command.mails = *std::move(mails);
    access.complete_job(std::move(command), [name, log](const auto& done) {
        if (!done) log(name + ": " + done.error().text);
    });
}

DigestWorker::DigestWorker(EngineAccess access, std::unique_ptr<SendingRecords> records, SendingSettings settings, Evaluate evaluate, Log log)
    : access_(std::move(access)),
      records_(std::move(records)),
      settings_(std::move(settings)),
      evaluate_(std::move(evaluate)),
      log_(std::move(log)),
      worker_(access_.activate_jobs, std::string(digest_job_type), "dandori digest",
              [this](const auto& job) { work_digest(job, access_, *records_, settings_, evaluate_, log_); }, log_) {}

}  // namespace dandori::mail
