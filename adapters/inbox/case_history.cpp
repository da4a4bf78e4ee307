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
    std::optional<std::int32_t> version{};  ///< 版 of the case that was decided on
    bool is_of_earlier_version = false;
};

using People = std::map<std::string, std::string>;
using Decisions = std::map<engine::UserTaskKey, engine::ApprovalDecision>;

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

/// What the form of a task calls a field; the field's own name where it has none.
std::string label_in(const json::value& components, const std::string& field) {
    if (!components.is_array()) return {};
    for (const auto& each : components.get_array()) {
        if (!each.is_object()) continue;
        const auto& component = each.get_object();
        const auto *key = component.if_contains("key"), *label = component.if_contains("label");
        if (key && label && key->is_string() && label->is_string() && key->get_string() == field) return std::string(label->get_string());
        if (const auto* inside = component.if_contains("components")) {
            if (auto found = label_in(*inside, field); !found.empty()) return found;
        }
    }
    return {};
}

std::string value_words(const json::value* value) {
    if (!value || value->is_null()) return "—";
    return value->is_string() ? std::string(value->get_string()) : json::serialize(*value);
}

/// `作業時間: 30 → 45`, one for each field that was edited.
std::string edit_words(engine::Reader& reader, const UserTask& task, const engine::Json& edits) {
    boost::system::error_code error;
    const auto form = task.form_key ? engine::get<engine::Form>(reader, *task.form_key) : std::nullopt;
    const auto schema = form ? json::parse(form->schema, error) : json::value(nullptr);
    const auto* components = schema.is_object() ? schema.get_object().if_contains("components") : nullptr;
    const auto changes = json::parse(edits.text, error);
    std::string words;
    if (error || !changes.is_array()) return words;
    for (const auto& each : changes.get_array()) {
        const auto& change = each.as_object();
        const std::string field(change.at("field").as_string());
        const std::string label = components ? label_in(*components, field) : std::string();
        words += (words.empty() ? "" : "、") + (label.empty() ? field : label) + ": " + value_words(change.if_contains("before")) + " → " +
                 value_words(change.if_contains("after"));
    }
    return words;
}

void add_tasks(engine::Reader& reader, const ProcessInstance& instance, std::vector<HistoryLine>& lines,
               const std::map<engine::ElementInstanceKey, std::string>& names, const Decisions& decisions, std::int32_t version_now) {
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
        const auto decision = decisions.find(task.key);
        const bool has_version = decision != decisions.end() && decision->second.version_number;
        if (has_version) {
            line.version = decision->second.version_number;
            line.is_of_earlier_version = *line.version < version_now;
        }
        lines.push_back(line);
        if (!has_version || !decision->second.edits) continue;
        line.what = "DOCUMENT_EDITED";
        line.outcome.reset();
        line.text = edit_words(reader, task, *decision->second.edits);
        line.is_of_earlier_version = false;
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

std::vector<engine::ApprovalDecision> decisions_of(engine::Reader& reader, const ProcessInstance& instance) {
    return engine::find<engine::ApprovalDecision>(reader, rows_of_case(instance).sorted_by("decisionKey")).rows;
}

/// Each task's last, which is the one it was completed by.
Decisions by_task(const std::vector<engine::ApprovalDecision>& rows) {
    Decisions decisions;
    for (const auto& row : rows) decisions.insert_or_assign(row.user_task_key, row);
    return decisions;
}

void add_decisions(const CaseModel& model, const std::vector<engine::ApprovalDecision>& decisions, std::vector<HistoryLine>& lines) {
    for (const auto& row : decisions) {
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

std::string_view what_of(engine::TaskEventKind kind) {
    using Kind = engine::TaskEventKind;
    switch (kind) {
        case Kind::Held: return "TASK_HELD";
        case Kind::Released: return "TASK_RELEASED";
        case Kind::Widened: return "TASK_WIDENED";
        case Kind::ApproverAdded: return "APPROVER_ADDED";
        case Kind::Asked: return "TASK_ASKED";
        case Kind::Answered: return "TASK_ANSWERED";
    }
    return "";
}

/// Holds, questions and answers, added approvers, wider owners.
void add_task_events(engine::Reader& reader, const CaseModel& model, const ProcessInstance& instance, const People& people, std::vector<HistoryLine>& lines) {
    for (const auto& event : engine::find<engine::TaskEvent>(reader, rows_of_case(instance)).rows) {
        const auto* facts = model.element(event.element_id);
        std::vector<std::string> whom;
        for (const auto& each : event.people) {
            const auto person = people.find(each);
            whom.push_back(person == people.end() ? each : person->second);
        }
        HistoryLine line{.time = event.happened_at,
                         .key = event.key.value,
                         .what = std::string(what_of(event.kind)),
                         .element_id = event.element_id,
                         .element_name = facts && !facts->name.empty() ? facts->name : event.element_id,
                         .type = std::string(engine::name_of(ElementType::UserTask)),
                         .actor = event.actor,
                         .outcome = {},
                         .text = event.text};
        if (event.kind == engine::TaskEventKind::Widened) line.text = event.text + " + " + joined(whom);  // groups, which the page has words for
        if (event.kind == engine::TaskEventKind::Asked || event.kind == engine::TaskEventKind::ApproverAdded)
            line.text = joined(whom) + (event.text.empty() ? "" : ": " + event.text);
        if (event.until) line.text = event.text + "（〜" + clock_text(*event.until) + "）";
        lines.push_back(std::move(line));
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
            {"version", line.version ? json::value(*line.version) : json::value(nullptr)},
            {"isOfEarlierVersion", line.is_of_earlier_version},
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
    People people;
    for (const auto& user : accounts.all()) people.emplace(user.username, user.name.value_or(user.username));
    const auto decisions = decisions_of(reader, instance);
    add_tasks(reader, instance, lines, names, by_task(decisions), decisions.empty() ? 1 : decisions.back().version_number.value_or(1));
    add_decisions(model, decisions, lines);
    add_task_events(reader, model, instance, people, lines);
    add_mails(reader, instance, lines);
    add_incidents(reader, instance, lines, names);
    add_deadline_changes(reader, model, instance, lines);
    std::stable_sort(lines.begin(), lines.end(), [](const HistoryLine& a, const HistoryLine& b) {
        return std::tie(a.time, a.part, a.key) < std::tie(b.time, b.part, b.key);
    });
    json::array entries;
    for (const auto& line : lines) entries.push_back(entry_of(line, people));
    return entries;
}

}  // namespace dandori::inbox
