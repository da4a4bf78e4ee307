#include "engine/lifecycle/advance.h"
#include "engine/runtime/rights.h"
#include "engine/runtime/partition.h"

namespace dandori::engine {

std::optional<Mail> Partition::mail_by_message_id(const std::string& message_id) {
    if (const Mail* mail = mails_.find_if([&](const Mail& each) {
            return each.direction == MailDirection::In && each.message_id == message_id;
        })) {
        return *mail;
    }
    auto found = find<Mail>(store_, Query{}.where_equals("messageId", message_id).where_equals("direction", MailDirection::In).first(1));
    if (found.rows.empty() || mails_.has_changed(found.rows.front().key)) return {};
    return std::move(found.rows.front());
}

void Partition::put_pending_mail(Mail mail, const InstanceRows* instance) {
    mail.key = {next_key()};
    mail.direction = MailDirection::Out;
    mail.state = MailState::Pending;
    mail.created_at = now_;
    mail.next_attempt_at = now_;
    if (instance) {
        mail.process_instance_key = instance->key;
        if (const ProcessInstance* process = instance->process()) mail.case_number = process->business_id;
    }
    mails_.put(std::move(mail));
    has_pending_mail_ = true;
}

Outcome<TakeMail::Answer> Partition::execute(const TakeMail& command, const Actor*) {
    if (!command.mail.message_id.empty()) {
        if (auto known = mail_by_message_id(command.mail.message_id)) return TakeMail::Answer{std::move(*known), true};
    }
    if (command.publish) {
        const auto variables = variables_of(command.publish->variables);
        if (!variables) return tl::unexpected(variables.error());
    }
    Mail mail = command.mail;
    mail.key = {next_key()};
    mail.direction = MailDirection::In;
    mail.created_at = now_;
    InstanceRows* rows = nullptr;
    if (command.publish) {
        const auto answer = publish(*command.publish);
        if (!answer.correlated.empty()) mail.process_instance_key = answer.correlated.front();
    }
    if (mail.process_instance_key) {
        mail.case_number = case_number_of(*mail.process_instance_key);
        rows = instance(*mail.process_instance_key);
    }
    const bool is_kept = mail.process_instance_key || command.keep_without_case;
    mail.state = is_kept ? MailState::Taken : MailState::Tray;
    if (is_kept && mail.process_instance_key) mail.reason.reset();
    if (!is_kept && !mail.reason) mail.reason = command.publish ? "nobody_waits" : "no_rule";
    for (const Mail& reply : command.replies) put_pending_mail(reply, rows);
    TakeMail::Answer answer{mail, false};
    mails_.put(std::move(mail));
    return answer;
}

std::optional<std::string> Partition::case_number_of(ProcessInstanceKey key) {
    const auto found = instances_.find(key);
    if (found != instances_.end()) {
        // Also of one that this very command has brought to its end.
        std::optional<std::string> number;
        found->second.rows->process_instance.peek(key, [&](const ProcessInstance& row) { number = row.business_id; });
        return number;
    }
    const auto row = get<ProcessInstance>(store_, key);
    return row ? row->business_id : std::nullopt;
}

Outcome<AssignMail::Answer> Partition::execute(const AssignMail& command, const Actor* actor) {
    auto mail = mails_.get(store_, command.key);
    if (!mail) return reject_not_found("ASSIGN", "assign", "mail", command.key.value);
    if (mail->state != MailState::Tray) {
        return reject(Rejection::Code::InvalidState, "The mail is no longer in the tray; it is in state '" + std::string(name_of(mail->state)) + "'.");
    }
    if (!may(actor, ResourceType::Component, Permission::Access, "mail"))
        return reject(Rejection::Code::Forbidden, "Only the people of the tray may assign its mails: who may ACCESS the COMPONENT 'mail'.");
    if (command.publish) {
        const auto variables = variables_of(command.publish->variables);
        if (!variables) return tl::unexpected(variables.error());
        const auto answer = publish(*command.publish);
        if (answer.correlated.empty()) {
            return reject(Rejection::Code::NotFound, "No process waits for the message '" + command.publish->name + "'.");
        }
        mail->process_instance_key = answer.correlated.front();
    } else if (command.process_instance_key) {
        const auto row = get<ProcessInstance>(store_, *command.process_instance_key);
        if (!row && !instance(*command.process_instance_key)) {
            return reject_not_found("ASSIGN", "assign a mail to", "process instance", command.process_instance_key->value);
        }
        mail->process_instance_key = command.process_instance_key;
    } else {
        return reject(Rejection::Code::InvalidArgument, "Say which case the mail belongs to, or which message it becomes.");
    }
    mail->case_number = case_number_of(*mail->process_instance_key);
    lifecycle::advance(mail->state, lifecycle::MailEvent::Assign);
    mail->assigned_at = now_;
    if (actor) mail->assigned_by = actor->username;
    AssignMail::Answer answer{*mail};
    mails_.put(std::move(*mail));
    return answer;
}

namespace {

lifecycle::MailEvent event_of(ReportMailSending::Result result) {
    switch (result) {
        case ReportMailSending::Result::Sent: return lifecycle::MailEvent::Send;
        case ReportMailSending::Result::TryAgain: return lifecycle::MailEvent::TryAgain;
        case ReportMailSending::Result::Failed: return lifecycle::MailEvent::Fail;
    }
    return lifecycle::MailEvent::Fail;
}

/// The job that made the mail, where one did: the mail room names a mail after it, `job.<key>@<domain>`.
std::optional<JobKey> job_of(const Mail& mail) {
    constexpr std::string_view prefix = "job.";
    if (!mail.message_id.starts_with(prefix)) return {};
    const auto key = std::strtoll(mail.message_id.c_str() + prefix.size(), nullptr, 10);
    return key > 0 ? std::optional(JobKey{key}) : std::nullopt;
}

/// Nobody waits for a mail to arrive, so the case goes on; but a person must learn that it didn't. Resolving the incident says that somebody has.
void raise_incident_of_mail(Execution& execution, InstanceRows& rows, const Mail& mail, Store& store) {
    const auto made_by = job_of(mail);
    const auto job = made_by ? get<Job>(store, *made_by) : std::nullopt;
    std::string recipients;
    for (const auto& address : mail.recipients) recipients += (recipients.empty() ? "" : ", ") + address;
    execution.raise_incident(rows, ElementInstanceKey{rows.key.value},
                             {Failure::Kind::Unspecified, "The mail '" + mail.subject + "' to " + recipients + " was not delivered: " +
                                                              mail.reason.value_or("no reason was given") + ". Reach them in another way."},
                             made_by);
    if (!job) return;
    for (const IncidentKey key : rows.incidents.keys_where([&](const Incident& it) { return it.job_key == made_by; }))
        rows.incidents.change(key)->element_id = job->element_id;
}

}  // namespace

Outcome<Done> Partition::execute(const ReportMailSending& command, const Actor*) {
    auto mail = mails_.get(store_, command.key);
    if (!mail) return reject_not_found("REPORT", "report the sending of", "mail", command.key.value);
    const auto event = event_of(command.result);
    // What has failed is told again to have: of the same recipient, or of another one.
    const bool fails_again = mail->state == MailState::Failed && event == lifecycle::MailEvent::Fail;
    if (mail->direction != MailDirection::Out || (!fails_again && !lifecycle::next(mail->state, event))) {
        return reject(Rejection::Code::InvalidState, "The mail isn't waiting to be sent; it is in state '" + std::string(name_of(mail->state)) + "'.");
    }
    if (fails_again) {
        if (mail->reason.value_or("").find(command.reason.value_or("")) != std::string::npos) return Done{};
        mail->reason = mail->reason.value_or("") + "; " + *command.reason;
    } else {
        if (mail->state == MailState::Pending) ++mail->attempts;
        lifecycle::advance(mail->state, event);
        mail->reason = command.reason;
        mail->next_attempt_at.reset();
        if (command.result == ReportMailSending::Result::Sent) mail->sent_at = now_;
        if (command.result == ReportMailSending::Result::TryAgain) mail->next_attempt_at = command.next_attempt_at.value_or(now_);
    }
    if (command.result == ReportMailSending::Result::Failed && mail->process_instance_key) {
        if (InstanceRows* rows = instance(*mail->process_instance_key)) raise_incident_of_mail(*execution_, *rows, *mail, store_);
    }
    mails_.put(std::move(*mail));
    return Done{};
}

Outcome<Done> Partition::execute(const PutRow& command, const Actor*) {
    const auto put = [&](auto& overlay, const auto& row) -> Outcome<Done> {
        if (command.only_if_absent && overlay.get(store_, primary_key(row))) {
            return reject(Rejection::Code::AlreadyExists, "'" + primary_key(row) + "' is there already.");
        }
        overlay.put(row);
        return Done{};
    };
    if (const auto* user = std::get_if<User>(&command.row)) return put(users_, *user);
    if (const auto* session = std::get_if<Session>(&command.row)) return put(sessions_, *session);
    if (const auto* token = std::get_if<AccessToken>(&command.row)) return put(access_tokens_, *token);
    if (const auto* secret = std::get_if<ServerSecret>(&command.row)) return put(server_secrets_, *secret);
    return put(drafts_, std::get<Draft>(command.row));
}

Outcome<Done> Partition::execute(const RemoveRow& command, const Actor*) {
    switch (command.table) {
        case RemoveRow::Table::Session: sessions_.remove(command.id); break;
        case RemoveRow::Table::Draft: drafts_.remove(command.id); break;
        case RemoveRow::Table::AccessToken: access_tokens_.remove(command.id); break;
    }
    return Done{};
}

}  // namespace dandori::engine
