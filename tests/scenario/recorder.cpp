#include "tests/scenario/recorder.h"

#include <algorithm>
#include <boost/json.hpp>

#include "adapters/mail/message.h"
#include "bpmn/model/process.h"
#include "tests/scenario/story.h"

namespace dandori::test {
namespace {

using engine::ElementType;
using engine::InstanceState;

/// ` (with MNT-R08-00001.ics)`
std::string files_with(const engine::Mail& row) {
    const auto whole = row.raw.value.empty() ? Result<mail::Message>(mail::Message{}) : mail::read_message(row.raw.value);
    std::string names;
    for (const auto& attachment : whole ? whole->attachments : std::vector<mail::Attachment>{}) {
        if (!attachment.name.empty()) names += (names.empty() ? "" : ", ") + attachment.name;
    }
    return names.empty() ? "" : " (with " + names + ")";
}

/// Worked at once by the rooms themselves.
bool is_built_in(std::string_view job_type) { return job_type == "dandori:mail" || job_type == "dandori:digest" || job_type == "dandori:document" || job_type == "dandori:figures" || job_type == "dandori:table"; }

std::string words_of(std::string_view wire_name) {
    std::string words;
    for (const char character : wire_name) words += character == '_' ? ' ' : static_cast<char>(character | 0x20);
    return words;
}

bool is_scope(ElementType type) {
    return type == ElementType::SubProcess || type == ElementType::EventSubProcess ||
           type == ElementType::AdHocSubProcess || type == ElementType::MultiInstanceBody;
}

template <class Row>
std::vector<Row> copies_of(const engine::Batch& batch) {
    std::vector<Row> copies;
    for (const Row* row : batch.rows<Row>()) copies.push_back(*row);
    std::sort(copies.begin(), copies.end(), [](const Row& left, const Row& right) { return left.key < right.key; });
    return copies;
}

/// In the order of their ids, which say nothing, so by their names.
std::vector<MadeDocument> documents_of(const engine::Batch& batch) {
    std::vector<MadeDocument> made;
    for (const auto* row : batch.rows<engine::Document>()) {
        boost::system::error_code error;
        const auto properties = boost::json::parse(row->custom_properties.text, error);
        const auto* id = !error && properties.is_object() ? properties.get_object().if_contains("template") : nullptr;
        made.push_back({id && id->is_string() ? std::string(id->get_string()) : "-", row->file_name});
    }
    std::sort(made.begin(), made.end(), [](const auto& left, const auto& right) { return left.file_name < right.file_name; });
    return made;
}

std::string joined(const std::vector<std::string>& texts, std::string_view between = ", ") {
    std::string all;
    for (const auto& text : texts) all += (all.empty() ? "" : std::string(between)) + text;
    return all;
}

/// Columns of a terminal: what is beyond Latin takes two.
std::size_t width_of(const std::string& text) {
    std::size_t width = 0;
    for (const unsigned char byte : text) {
        if (byte < 0x80)
            width += 1;
        else if (byte >= 0xE0)
            width += 2;
        else if (byte >= 0xC0)
            width += 1;
    }
    return width;
}

}  // namespace

/// Keys differ from run to run of the tests; what a message says about them is noise.
std::string without_keys(const std::string& text) {
    std::string out, digits;
    const auto flush = [&] {
        out += digits.size() >= 16 ? "#" : digits;
        digits.clear();
    };
    for (const char character : text) {
        if (character >= '0' && character <= '9') {
            digits += character;
            continue;
        }
        flush();
        out += character == '\n' ? ' ' : character;
    }
    flush();
    return out;
}

void RecordingStore::commit(const engine::Batch& batch) {
    CommittedRows rows{copies_of<engine::ProcessInstance>(batch), copies_of<engine::ElementInstance>(batch),
                       copies_of<engine::UserTask>(batch),        copies_of<engine::Job>(batch),
                       copies_of<engine::Timer>(batch),           copies_of<engine::MessageSubscription>(batch),
                       copies_of<engine::Message>(batch),         copies_of<engine::CorrelatedMessage>(batch),
                       copies_of<engine::Incident>(batch),        copies_of<engine::Mail>(batch),
                       copies_of<engine::ApprovalDecision>(batch),
                       documents_of(batch),
                       copies_of<engine::DataTableRow>(batch),
                       batch.removed<engine::Message>(),          batch.removed<engine::Timer>()};
    inner_.commit(batch);
    const std::lock_guard lock(mutex_);
    tell(rows);
    remember(rows);
}

void RecordingStore::know(const bpmn::Definitions& definitions) {
    for (const auto& process : definitions.processes) {
        for (const auto& flow : process.flows) {
            if (!flow.source_node) continue;  // told when it is deployed
            flows_[flow.id] = {flow.source_node->id, flow.name.empty() ? flow.id : flow.name};
            const auto kind = flow.source_node->kind;
            const bool chooses =
                kind == bpmn::FlowNodeKind::ExclusiveGateway || kind == bpmn::FlowNodeKind::InclusiveGateway;
            if (chooses && flow.source_node->outgoing.size() > 1) choosing_.insert(flow.source_node->id);
        }
    }
}

std::vector<RecordedLine> RecordingStore::take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(lines_, {});
}

void RecordingStore::add(std::string id, std::string kind, std::string what, std::string how) {
    lines_.push_back({std::move(id), std::move(kind), std::move(what), std::move(how)});
}

void RecordingStore::tell(const CommittedRows& rows) {
    // Instances in the order they began, but a called one that ends before its caller, which goes on because of it.
    std::vector<engine::ProcessInstanceKey> first, then;
    const auto put = [&](engine::ProcessInstanceKey key, bool is_first) {
        if (std::find(first.begin(), first.end(), key) != first.end() ||
            std::find(then.begin(), then.end(), key) != then.end())
            return;
        (is_first ? first : then).push_back(key);
    };
    for (const auto& process : rows.processes) {
        note_taken_flows(process);
        const bool ends = is_over(process.state) && processes_.contains(process.key);
        put(process.key, ends && process.parent_process_instance_key.has_value());
    }
    for (const auto& element : rows.elements) put(element.process_instance_key, false);
    for (const auto& job : rows.jobs) put(job.process_instance_key, false);
    for (const auto& incident : rows.incidents) put(incident.process_instance_key, false);
    for (const auto& timer : rows.timers) {
        if (timer.process_instance_key) put(*timer.process_instance_key, false);
    }
    std::sort(then.begin(), then.end());
    tell_messages(rows);
    tell_decisions(rows);
    for (const auto key : first) tell_instance(rows, key);
    for (const auto key : then) tell_instance(rows, key);
    for (const auto& mail : rows.mails) {
        if (mails_.contains(mail.key)) continue;
        if (mail.direction == engine::MailDirection::Out)
            add(mail.template_id.value_or("-"), "mail", "written",
                "to " + joined(mail.recipients) + (mail.cc.empty() ? "" : "; copy to " + joined(mail.cc)) + ": " + mail.subject +
                    files_with(mail));
        else
            add(mail.case_number.value_or("-"), "mail", words_of(name_of(mail.state)),
                "from " + mail.sender + ": " + mail.subject);
    }
    for (const auto& document : rows.documents)
        add(document.template_id, "document", "made", document.file_name);
    tell_tables(rows);
    taken_now_.clear();
}

void RecordingStore::tell_messages(const CommittedRows& rows) {
    for (const auto& message : rows.messages) {
        if (!messages_.contains(message.key))
            add(message.name, "message", "kept", "until " + local_time(message.expires_at, zone_));
    }
    for (const auto& correlated : rows.correlated)
        add(correlated.element_id, "message", "correlated", correlated.message_name);
    for (const auto key : rows.messages_removed) {
        if (const auto known = messages_.find(key); known != messages_.end()) add(known->second, "message", "expired");
    }
}

void RecordingStore::tell_instance(const CommittedRows& rows, engine::ProcessInstanceKey key) {
    const auto process =
        std::find_if(rows.processes.begin(), rows.processes.end(), [&](const auto& each) { return each.key == key; });
    if (process != rows.processes.end() && !processes_.contains(key))
        add(process->process_definition_id, "process", "activated",
            process->business_id ? "as " + *process->business_id : "");
    const auto is_new = [&](const auto& element) { return !elements_.contains(element.key); };
    const auto has_ended = [&](const auto& element) {
        return !is_new(element) && element.state != InstanceState::Active &&
               elements_[element.key] == InstanceState::Active;
    };
    for (const auto& element : rows.elements) {
        if (element.process_instance_key == key && has_ended(element) && !is_scope(element.type))
            tell_element(rows, element);
    }
    for (const auto& element : rows.elements) {
        if (element.process_instance_key == key && is_new(element)) tell_element(rows, element);
    }
    for (const auto& task : rows.user_tasks) {
        const auto known = user_tasks_.find(task.key);
        const bool is_over = task.completion_date.has_value();
        if (task.process_instance_key == key && known != user_tasks_.end() && known->second != task.state && !is_over)
            add(task.element_id, "user task", words_of(name_of(task.state)), whom_for(task));
    }
    tell_of_event_sub_processes(rows, key);
    for (const auto& timer : rows.timers) {
        const auto known = timers_.find(timer.key);
        if (timer.process_instance_key == key && known != timers_.end() && known->second != timer.due_date)
            add(timer.element_id, "timer", "waits", "until " + local_time(timer.due_date, zone_));
    }
    tell_change_of_jobs(rows, key);
    for (const auto& incident : rows.incidents) {
        if (incident.process_instance_key != key ||
            (incidents_.contains(incident.key) && incidents_[incident.key] == incident.state))
            continue;
        if (incident.state == engine::IncidentState::Resolved)
            add(incident.element_id, "incident", "resolved");
        else
            add(incident.element_id, "incident", "raised",
                std::string(name_of(incident.error_type)) + ": " + without_keys(incident.error_message));
    }
    for (auto element = rows.elements.rbegin(); element != rows.elements.rend(); ++element) {
        if (element->process_instance_key == key && has_ended(*element) && is_scope(element->type))
            tell_element(rows, *element);
    }
    if (process != rows.processes.end() && is_over(process->state) && (!processes_.contains(key) || !is_over(processes_[key])))
        add(process->process_definition_id, "process", words_of(name_of(process->state)));
}

void RecordingStore::tell_tables(const CommittedRows& rows) {
    for (const auto& row : rows.table_rows) {
        const auto has = [&](bool stands) {
            return std::any_of(rows.table_rows.begin(), rows.table_rows.end(), [&](const auto& other) {
                return other.table_id == row.table_id && other.row_id == row.row_id && other.until_version.has_value() != stands;
            });
        };
        if (!row.until_version) add(row.table_id, "table", has(false) ? "row changed" : "row added", row.row_id + " " + without_keys(row.cells.text));
        else if (!has(true)) add(row.table_id, "table", "row removed", row.row_id);
    }
}

void RecordingStore::tell_decisions(const CommittedRows& rows) {
    const auto elements_of = [&](const std::vector<std::string>& keys) {
        std::vector<std::string> elements;
        for (const auto& key : keys) elements.push_back(decisions_[key]);
        return joined(elements);
    };
    for (const auto& row : rows.decisions) {
        if (!decisions_.emplace(std::to_string(row.key.value), row.element_id).second || row.actor_id.empty()) continue;
        std::string how = "by " + row.actor_id + " as " + std::string(name_of(row.authority));
        if (row.principal_id != row.actor_id && !row.principal_id.empty()) how += " for " + row.principal_id;
        how += ", round " + std::to_string(row.round);
        if (!row.voids.empty()) how += ", voids " + elements_of(row.voids);
        if (!row.restores.empty()) how += ", restores " + elements_of(row.restores);
        add(row.element_id, "decision", row.outcome, how);
    }
}

std::string RecordingStore::whom_for(const engine::UserTask& task) const {
    std::vector<std::string> who = task.candidate_groups;
    who.insert(who.end(), task.candidate_users.begin(), task.candidate_users.end());
    if (task.assignee) who.push_back(*task.assignee);
    const auto priority = task.priority == 50 ? std::string() : ", priority " + std::to_string(task.priority);
    return (who.empty() ? "for anybody" : "for " + joined(who)) + priority +
           (task.due_date ? ", due " + local_time(*task.due_date, zone_) : "");
}

void RecordingStore::tell_element(const CommittedRows& rows, const engine::ElementInstance& element) {
    const auto kind = words_of(name_of(element.type));
    if (element.state != InstanceState::Active) {
        const auto taken = taken_now_.find(element.element_id);
        add(element.element_id, kind, words_of(name_of(element.state)),
            taken == taken_now_.end() || element.state == InstanceState::Terminated ? ""
                                                                                    : "took " + joined(taken->second));
        return;
    }
    for (const auto& task : rows.user_tasks) {
        if (task.element_instance_key != element.key) continue;
        add(element.element_id, kind, words_of(name_of(task.state)), whom_for(task));
        return tell_waiting(rows, element);
    }
    const auto how = waits_for(rows, element);
    // A mail or a document is made at once: its own line and the end of the task say all.
    if (!how.starts_with("job ") || !is_built_in(std::string_view(how).substr(4))) add(element.element_id, kind, "activated", how);
    tell_waiting(rows, element);
}

/// What the element itself waits for.
std::string RecordingStore::waits_for(const CommittedRows& rows, const engine::ElementInstance& element) const {
    for (const auto& job : rows.jobs) {
        if (job.element_instance_key == element.key && job.state == engine::JobState::Created &&
            job.kind == engine::JobKind::BpmnElement)
            return "job " + job.type;
    }
    for (const auto& timer : rows.timers) {
        if (timer.element_instance_key == element.key && timer.element_id == element.element_id)
            return "until " + local_time(timer.due_date, zone_);
    }
    for (const auto& subscription : rows.subscriptions) {
        if (subscription.element_instance_key == element.key && subscription.element_id == element.element_id)
            return "for message " + subscription.message_name +
                   (subscription.correlation_key ? ", key " + *subscription.correlation_key : "");
    }
    return "";
}

/// The boundary events and the branches of a gateway that wait beside the element.
void RecordingStore::tell_waiting(const CommittedRows& rows, const engine::ElementInstance& element) {
    for (const auto& timer : rows.timers) {
        if (timer.element_instance_key == element.key && timer.element_id != element.element_id &&
            !timers_.contains(timer.key))
            add(timer.element_id, "timer", "waits", "until " + local_time(timer.due_date, zone_));
    }
    for (const auto& subscription : rows.subscriptions) {
        if (subscription.element_instance_key == element.key && subscription.element_id != element.element_id &&
            !subscriptions_.contains(subscription.key))
            add(subscription.element_id, "message", "awaited",
                subscription.message_name +
                    (subscription.correlation_key ? ", key " + *subscription.correlation_key : ""));
    }
}

/// What waits beside a scope as a whole: the start events of its event sub-processes.
void RecordingStore::tell_of_event_sub_processes(const CommittedRows& rows, engine::ProcessInstanceKey key) {
    const auto is_of_element = [&](const std::optional<engine::ElementInstanceKey>& scope) {
        return std::any_of(rows.elements.begin(), rows.elements.end(),
                           [&](const auto& element) { return element.key == scope; });
    };
    for (const auto& timer : rows.timers) {
        if (timer.process_instance_key == key && !is_of_element(timer.element_instance_key) &&
            !timers_.contains(timer.key))
            add(timer.element_id, "timer", "waits", "until " + local_time(timer.due_date, zone_));
    }
    for (const auto& subscription : rows.subscriptions) {
        if (subscription.process_instance_key == key && !is_of_element(subscription.element_instance_key) &&
            !subscriptions_.contains(subscription.key))
            add(subscription.element_id, "message", "awaited",
                subscription.message_name +
                    (subscription.correlation_key ? ", key " + *subscription.correlation_key : ""));
    }
}

void RecordingStore::tell_change_of_jobs(const CommittedRows& rows, engine::ProcessInstanceKey key) {
    for (const auto& job : rows.jobs) {
        if (job.process_instance_key != key || jobs_.contains(job.key) || job.state != engine::JobState::Created) continue;
        if (job.kind == engine::JobKind::AdHocSubProcess)
            add(job.element_id, "leader", "asked", "job " + job.type);
        else if (job.kind != engine::JobKind::BpmnElement)
            add(job.element_id, "listener", "told", words_of(name_of(job.listener_event_type)) + ", job " + job.type);
    }
    for (const auto& job : rows.jobs) {
        if (job.process_instance_key != key || !jobs_.contains(job.key)) continue;
        const bool has_changed = jobs_[job.key] != job.state || retries_[job.key] != job.retries;
        if (has_changed && job.state == engine::JobState::Failed && !is_built_in(job.type))
            add(job.element_id, "job", retries_[job.key] < job.retries ? "gets" : "failed",
                "retries: " + std::to_string(job.retries));
        if (has_changed && job.state == engine::JobState::ErrorThrown)
            add(job.element_id, "job", "threw error", job.error_code.value_or(""));
    }
}

void RecordingStore::note_taken_flows(const engine::ProcessInstance& process) {
    boost::system::error_code error;
    const auto value = boost::json::parse(process.taken_flows.text, error);
    if (error || !value.is_object()) return;
    auto& before = taken_before_[process.key];
    for (const auto& [id, count] : value.get_object()) {
        const auto number = count.to_number<std::int64_t>();
        const auto flow = flows_.find(std::string(id));
        if (flow != flows_.end() && choosing_.contains(flow->second.source) && before[std::string(id)] != number)
            taken_now_[flow->second.source].push_back(flow->second.label);
        before[std::string(id)] = number;
    }
}

void RecordingStore::remember(const CommittedRows& rows) {
    for (const auto& row : rows.processes) processes_[row.key] = row.state;
    for (const auto& row : rows.elements) elements_[row.key] = row.state;
    for (const auto& row : rows.timers) timers_[row.key] = row.due_date;
    for (const auto& row : rows.jobs) jobs_[row.key] = row.state, retries_[row.key] = row.retries;
    for (const auto& row : rows.user_tasks) user_tasks_[row.key] = row.state;
    for (const auto& row : rows.incidents) incidents_[row.key] = row.state;
    for (const auto& row : rows.subscriptions) subscriptions_.insert(row.key);
    for (const auto& row : rows.messages) messages_[row.key] = row.name;
    for (const auto& row : rows.mails) mails_.insert(row.key);
    for (const auto key : rows.messages_removed) messages_.erase(key);
    for (const auto key : rows.timers_removed) timers_.erase(key);
}

std::vector<std::string> in_columns(const std::vector<RecordedLine>& lines) {
    std::size_t id = 0, kind = 0, what = 0;
    for (const auto& line : lines) {
        id = std::max(id, width_of(line.id));
        kind = std::max(kind, width_of(line.kind));
        what = std::max(what, width_of(line.what));
    }
    std::vector<std::string> texts;
    for (const auto& line : lines) {
        std::string text;
        const auto column = [&](const std::string& part, std::size_t width) {
            text += part + std::string(width - width_of(part) + 2, ' ');
        };
        column(line.id, id);
        column(line.kind, kind);
        column(line.what, what);
        text += line.how;
        text.erase(text.find_last_not_of(' ') + 1);
        texts.push_back(std::move(text));
    }
    return texts;
}

}  // namespace dandori::test
