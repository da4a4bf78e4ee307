#include "adapters/inbox/case_history.h"

#include <algorithm>
#include <boost/json.hpp>

#include "adapters/inbox/answer.h"
#include "adapters/inbox/case_acts.h"

namespace dandori::inbox {
namespace {

namespace json = boost::json;
using engine::ElementInstance;
using engine::ElementType;
using engine::ProcessInstance;
using engine::Query;
using engine::UserTask;

constexpr std::size_t history_rows_max = 20'000;

/// One line, with what orders lines of the same millisecond: 0 before, 1 in, 2 after the steps; then the row's key.
struct HistoryLine {
    Instant time;
    int part = 1;
    std::int64_t key = 0;
    std::string what;
    std::optional<std::string> element_id, element_name, type, actor, outcome, text;
    bool is_technical = false;
};

Query rows_of_case(const ProcessInstance& instance) {
    return Query{}.where_equals("processInstanceKey", instance.key).first(history_rows_max);
}

bool is_gateway(ElementType type) {
    return type == ElementType::ExclusiveGateway || type == ElementType::InclusiveGateway ||
           type == ElementType::ParallelGateway || type == ElementType::EventBasedGateway;
}

bool is_event(ElementType type) {
    return type == ElementType::StartEvent || type == ElementType::IntermediateCatchEvent ||
           type == ElementType::IntermediateThrowEvent || type == ElementType::BoundaryEvent ||
           type == ElementType::EndEvent;
}

/// A part of the process that only holds others; what happened in it is told by them.
bool only_holds_others(ElementType type) {
    return type == ElementType::Process || type == ElementType::MultiInstanceBody ||
           type == ElementType::EventSubProcess || type == ElementType::AdHocSubProcessInnerInstance ||
           type == ElementType::SequenceFlow;
}

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const auto& text : texts) all += (all.empty() ? "" : ", ") + text;
    return all;
}

HistoryLine line_of(const ElementInstance& element, const CaseModel& model) {
    HistoryLine line{.time = element.end_date.value_or(element.start_date),
                     .key = element.key.value,
                     .what = "ELEMENT_COMPLETED",
                     .element_id = element.element_id,
                     .element_name = element.element_name,
                     .type = std::string(engine::name_of(element.type)),
                     .actor = {},
                     .outcome = {},
                     .text = {}};
    const auto* facts = model.element(element.element_id);
    const bool has_name = facts && !facts->name.empty();
    if (is_event(element.type) && facts && facts->is_timer && element.type != ElementType::StartEvent)
        line.what = "TIMER_FIRED";
    line.is_technical = is_gateway(element.type) || (is_event(element.type) && !has_name);
    return line;
}

void add_elements(engine::Reader& reader, const CaseModel& model, const ProcessInstance& instance,
                  std::vector<HistoryLine>& lines, std::map<engine::ElementInstanceKey, std::string>& names) {
    for (const auto& element : engine::find<ElementInstance>(reader, rows_of_case(instance)).rows) {
        names.emplace(element.key, element.element_name);
        // A user task tells its own story, below.
        if (element.type == ElementType::UserTask || only_holds_others(element.type)) continue;
        if (element.state == engine::InstanceState::Completed) lines.push_back(line_of(element, model));
    }
}

/// The words of the texts among the variables of these names, by name: the newest where several scopes have one.
std::map<std::string, std::string> texts_of(engine::Reader& reader, const ProcessInstance& instance,
                                            std::vector<engine::Cell> names) {
    std::map<std::string, std::string> texts;
    auto query = rows_of_case(instance).where("name", engine::Operator::In, std::move(names)).sorted_by("variableKey");
    for (const auto& row : engine::find<engine::Variable>(reader, query).rows) {
        boost::system::error_code error;
        const auto value = json::parse(row.value, error);
        if (!error && value.is_string()) texts.insert_or_assign(row.name, std::string(value.get_string()));
    }
    return texts;
}

/// Who withdrew or stopped the case, and why, at the event that met the message.
void add_doers(engine::Reader& reader, const CaseModel& model, const ProcessInstance& instance,
               std::vector<HistoryLine>& lines) {
    for (const auto act : {CaseAct::Withdraw, CaseAct::Stop}) {
        const auto is_of_act = [&](const HistoryLine& line) {
            const auto* facts = line.element_id ? model.element(*line.element_id) : nullptr;
            return facts && facts->message == message_of(act);
        };
        const auto line = std::find_if(lines.begin(), lines.end(), is_of_act);
        if (line == lines.end()) continue;
        line->what = act == CaseAct::Withdraw ? "CASE_WITHDRAWN" : "WORK_STOPPED";
        const std::string doer(doer_variable(act)), reason(reason_variable(act));
        auto texts = texts_of(reader, instance, {doer, reason});
        if (texts.contains(doer)) line->actor = texts[doer];
        if (texts.contains(reason)) line->text = texts[reason];
    }
}

/// What was said at completing a task.
std::optional<std::string> remark_of(const UserTask& task) {
    boost::system::error_code error;
    const auto answer = json::parse(task.answer.text, error);
    if (error || !answer.is_object()) return std::nullopt;
    for (const auto* name : {"comment", "reason"}) {
        const auto* text = answer.get_object().if_contains(name);
        if (text && text->is_string() && !text->get_string().empty()) return std::string(text->get_string());
    }
    return std::nullopt;
}

/// Taken over or given back, the last time.
std::optional<HistoryLine> assignment_of(const UserTask& task, HistoryLine line) {
    if (!task.assigned_at) return std::nullopt;
    line.time = *task.assigned_at;
    line.what = task.assignee ? "TASK_ASSIGNED" : "TASK_UNASSIGNED";
    line.actor = task.assigned_by;
    line.text.reset();
    if (task.assignee != task.assigned_by) line.text = task.assignee;
    return line;
}

void add_tasks(engine::Reader& reader, const ProcessInstance& instance, std::vector<HistoryLine>& lines,
               const std::map<engine::ElementInstanceKey, std::string>& names) {
    for (const auto& task : engine::find<UserTask>(reader, rows_of_case(instance)).rows) {
        HistoryLine line{.time = task.creation_date,
                         .key = task.element_instance_key.value,
                         .what = "TASK_CREATED",
                         .element_id = task.element_id,
                         .element_name = task.name,
                         .type = std::string(engine::name_of(ElementType::UserTask)),
                         .actor = {},
                         .outcome = {},
                         .text = {}};
        if (const auto name = names.find(task.element_instance_key); !line.element_name && name != names.end())
            line.element_name = name->second;
        if (!task.candidate_groups.empty()) line.text = joined(task.candidate_groups);
        lines.push_back(line);
        if (auto assigned = assignment_of(task, line)) lines.push_back(std::move(*assigned));
        if (task.state != engine::UserTaskState::Completed || !task.completion_date) continue;
        line.time = *task.completion_date;
        line.what = "TASK_COMPLETED";
        line.actor = task.completed_by ? task.completed_by : task.assignee;
        // `complete` is what the page sends where a task offers no choice.
        if (task.action && *task.action != "complete") line.outcome = task.action;
        line.text = remark_of(task);
        lines.push_back(std::move(line));
    }
}

/// What the record of decisions tells and the tasks don't: what was moved back or up, taken as approved, or typed for somebody.
std::string what_of(const engine::ApprovalDecision& row) {
    if (row.outcome == "pulled_back") return "TASK_PULLED_BACK";
    if (row.outcome == "skipped" && row.authority == engine::Authority::TakenUp) return "TASK_TAKEN_UP";
    if (row.outcome == "returned" && row.target_element_id) return "TASK_RETURNED";
    if (row.outcome == "cancelled") return "CASE_CANCELLED";
    if (row.outcome == "deemed_approved") return "DEEMED_APPROVED";
    return row.authority == engine::Authority::ProxyEntry ? "TYPED_FOR" : "";
}

void add_decisions(engine::Reader& reader, const CaseModel& model, const ProcessInstance& instance, std::vector<HistoryLine>& lines) {
    for (const auto& row : engine::find<engine::ApprovalDecision>(reader, rows_of_case(instance)).rows) {
        const std::string what = what_of(row);
        if (what.empty()) continue;
        const auto* facts = model.element(row.element_id);
        HistoryLine line{.time = row.decided_at,
                         .key = row.key.value,
                         .what = what,
                         .element_id = row.element_id,
                         .element_name = facts && !facts->name.empty() ? facts->name : row.element_id,
                         .type = std::string(engine::name_of(ElementType::UserTask)),
                         .actor = {},
                         .outcome = {},
                         .text = {}};
        if (!row.actor_id.empty()) line.actor = row.actor_id;
        if (!row.reason.empty()) line.text = row.reason;
        if (row.evidence) line.text = row.principal_name.value_or(row.principal_id) + ": " + *row.evidence;
        if (row.legal_basis && what == "DEEMED_APPROVED") line.text = row.legal_basis;
        lines.push_back(std::move(line));
    }
}

void add_mails(engine::Reader& reader, const ProcessInstance& instance, std::vector<HistoryLine>& lines) {
    for (const auto& mail : engine::find<engine::Mail>(reader, rows_of_case(instance)).rows) {
        HistoryLine line{.time = mail.created_at,
                         .key = mail.key.value,
                         .what = {},
                         .element_id = {},
                         .element_name = {},
                         .type = {},
                         .actor = {},
                         .outcome = {},
                         .text = mail.subject};
        if (mail.direction == engine::MailDirection::In) {
            line.what = "MAIL_RECEIVED";
            line.part = 0;  // a mail that starts its case came before it
            if (mail.assigned_at) {
                lines.push_back(line);
                line.what = "MAIL_ATTACHED";
                line.time = *mail.assigned_at;
                line.actor = mail.assigned_by;
            }
        } else if (mail.state == engine::MailState::Sent) {
            line.what = "MAIL_SENT";
            line.time = mail.sent_at.value_or(mail.created_at);
        } else {
            continue;
        }
        lines.push_back(std::move(line));
    }
}

void add_incidents(engine::Reader& reader, const ProcessInstance& instance, std::vector<HistoryLine>& lines,
                   const std::map<engine::ElementInstanceKey, std::string>& names) {
    for (const auto& incident : engine::find<engine::Incident>(reader, rows_of_case(instance)).rows) {
        HistoryLine line{.time = incident.creation_time,
                         .key = incident.key.value,
                         .what = "INCIDENT_CREATED",
                         .element_id = incident.element_id,
                         .element_name = incident.element_id,
                         .type = {},
                         .actor = {},
                         .outcome = {},
                         .text = incident.error_message};
        if (const auto name = names.find(incident.element_instance_key); name != names.end())
            line.element_name = name->second;
        lines.push_back(std::move(line));
    }
}

/// Tokyo's date and clock, as people write deadlines.
std::string clock_text(Instant instant) {
    constexpr std::int64_t tokyo_ms = 9 * 3'600'000;
    const std::string text = to_iso8601(instant + tokyo_ms);
    return text.substr(0, 10) + " " + text.substr(11, 5);
}

/// Due dates that other calendars have moved.
void add_deadline_changes(engine::Reader& reader, const CaseModel& model, const ProcessInstance& instance, std::vector<HistoryLine>& lines) {
    for (const auto& change : engine::find<engine::DeadlineChange>(reader, rows_of_case(instance)).rows) {
        const auto* facts = model.element(change.element_id);
        lines.push_back({.time = change.changed_at,
                         .key = change.key.value,
                         .what = "DEADLINE_MOVED",
                         .element_id = change.element_id,
                         .element_name = facts && !facts->name.empty() ? facts->name : change.element_id,
                         .type = {},
                         .actor = change.put_by,
                         .outcome = change.due_after > change.due_before ? "later" : "earlier",
                         .text = clock_text(change.due_before) + " → " + clock_text(change.due_after)});
    }
}

void add_case(const ProcessInstance& instance, std::vector<HistoryLine>& lines) {
    HistoryLine line{.time = instance.start_date,
                     .part = 0,
                     .key = instance.key.value,
                     .what = "CASE_STARTED",
                     .element_id = {},
                     .element_name = {},
                     .type = {},
                     .actor = instance.started_by,
                     .outcome = {},
                     .text = {}};
    lines.push_back(line);
    if (!instance.end_date) return;
    line.time = *instance.end_date;
    line.part = 2;
    line.what = instance.state == engine::InstanceState::Terminated ? "CASE_TERMINATED" : "CASE_ENDED";
    line.actor.reset();
    lines.push_back(std::move(line));
}

json::object entry_of(const HistoryLine& line, const std::map<std::string, std::string>& people) {
    std::optional<std::string> actor_name;
    if (line.actor) {
        const auto person = people.find(*line.actor);
        if (person != people.end()) actor_name = person->second;
    }
    return {{"time", to_iso8601(line.time)},
            {"elementId", text_or_null(line.element_id)},
            {"elementName", text_or_null(line.element_name)},
            {"type", text_or_null(line.type)},
            {"what", line.what},
            {"actor", text_or_null(line.actor)},
            {"actorName", text_or_null(actor_name)},
            {"outcome", text_or_null(line.outcome)},
            {"text", text_or_null(line.text)},
            {"technical", line.is_technical}};
}

}  // namespace

json::array history_as_json(engine::Reader& reader, const Accounts& accounts, const CaseModel& model,
                            const ProcessInstance& instance) {
    std::vector<HistoryLine> lines;
    std::map<engine::ElementInstanceKey, std::string> names;
    add_case(instance, lines);
    add_elements(reader, model, instance, lines, names);
    add_doers(reader, model, instance, lines);
    add_tasks(reader, instance, lines, names);
    add_decisions(reader, model, instance, lines);
    add_mails(reader, instance, lines);
    add_incidents(reader, instance, lines, names);
    add_deadline_changes(reader, model, instance, lines);
    std::stable_sort(lines.begin(), lines.end(), [](const HistoryLine& a, const HistoryLine& b) {
        return std::tie(a.time, a.part, a.key) < std::tie(b.time, b.part, b.key);
    });
    std::map<std::string, std::string> people;
    for (const auto& user : accounts.all()) people.emplace(user.username, user.name.value_or(user.username));
    json::array entries;
    for (const auto& line : lines) entries.push_back(entry_of(line, people));
    return entries;
}

}  // namespace dandori::inbox
