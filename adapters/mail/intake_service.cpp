#include "adapters/mail/intake_service.h"

#include <sys/stat.h>

#include <algorithm>
#include <fstream>
#include <mutex>
#include <sstream>
#include <stdexcept>

#include "adapters/mail/charset.h"
#include "engine/identity/digest.h"

namespace dandori::mail {
namespace {

Result<IntakeRules> rules_of_file(const std::string& name) {
    std::ifstream file(name, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    if (!file) return fail(Failure::Kind::ResourceNotFound, "Intake rules: the file '" + name + "' can't be read.");
    return read_rules(text.str());
}

bool has_table(const Message& message) {
    return std::any_of(message.attachments.begin(), message.attachments.end(), [](const Attachment& attachment) {
        const auto name = to_lower(attachment.name);
        return name.ends_with(".xlsx") || name.ends_with(".csv");
    });
}

std::string joined(const std::vector<std::string>& notes) {
    std::string text;
    for (const auto& note : notes) text += (text.empty() ? "" : " ") + note;
    return text;
}

}  // namespace

/// The rules in force and the file they came from.
class IntakeService::RulesFile {
  public:
    RulesFile(std::string name, Log log) : name_(std::move(name)), log_(std::move(log)), seen_(stamp()) {
        auto rules = rules_of_file(name_);
        if (!rules) throw std::runtime_error(rules.error().text);
        rules_ = std::make_shared<const IntakeRules>(*std::move(rules));
    }

    std::shared_ptr<const IntakeRules> current() {
        const std::lock_guard lock(mutex_);
        if (const auto now = stamp(); now != seen_) {
            seen_ = now;
            auto rules = rules_of_file(name_);
            if (rules) rules_ = std::make_shared<const IntakeRules>(*std::move(rules));
            log_(rules ? "The intake rules were read again."
                       : "The intake rules before stay in force. " + rules.error().text);
        }
        return rules_;
    }

  private:
    using Stamp = std::tuple<std::int64_t, std::int64_t, std::int64_t>;
    Stamp stamp() const {
        struct stat status {};
        if (::stat(name_.c_str(), &status) != 0) return {};
        return {status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_size};
    }
    std::string name_;
    Log log_;
    std::mutex mutex_;
    Stamp seen_;
    std::shared_ptr<const IntakeRules> rules_;
};

IntakeService::IntakeService(EngineAccess access, std::unique_ptr<DeskRecords> records, std::string rules_file,
                             Evaluate evaluate, Log log, KeepFiles keep_files)
    : access_(std::move(access)),
      records_(std::move(records)),
      rules_file_(std::make_unique<RulesFile>(std::move(rules_file), std::move(log))),
      evaluate_(std::move(evaluate)),
      keep_files_(std::move(keep_files)) {}

IntakeService::~IntakeService() = default;

std::shared_ptr<const IntakeRules> IntakeService::rules() { return rules_file_->current(); }

Result<engine::PublishMessage> IntakeService::message_for_start(const engine::Mail& mail,
                                                                const std::vector<std::string>& names) {
    const auto message = TRY(read_message(mail.raw.value));
    return mail::message_for_start(*rules(), message, mail.created_at, *records_, evaluate_, names);
}

engine::TakeMail command_of(const std::string& raw, const Message& message, const Delivery& delivery,
                            const Decision& decision) {
    engine::TakeMail command;
    auto& mail = command.mail;
    mail.message_id = message.message_id;
    mail.in_reply_to = message.in_reply_to;
    mail.references = message.references;
    mail.mailbox = !delivery.recipient.empty()     ? delivery.recipient
                   : !message.delivered_to.empty() ? message.delivered_to.front()
                   : message.to.empty()            ? ""
                                                   : message.to.front();
    mail.sender = message.from.address;
    mail.recipients = message.to;
    mail.cc = message.cc;
    mail.subject = message.subject;
    mail.text = message.text;
    mail.raw.value = raw;
    mail.reason = decision.reason;
    if (!mail.reason && !message.notes.empty()) mail.reason = joined(message.notes);
    mail.fingerprint = decision.fingerprint;
    if (decision.link) mail.process_instance_key = decision.link->key;
    command.publish = decision.message;
    command.keep_without_case = decision.keep_without_case;
    return command;
}

std::string content_digest(const Message& message) {
    std::string content;
    const auto add = [&](const std::string& text) { content += std::to_string(text.size()) + ":" + text; };
    add(message.from.address);
    add(message.subject);
    add(message.date ? std::to_string(message.date->milliseconds) : "");
    add(message.text);
    for (const auto& attachment : message.attachments) add(attachment.sha256);
    return engine::sha256_hex(content);
}

engine::Outcome<engine::TakeMail::Answer> IntakeService::take_read(const std::string& raw, const Message& message, const Delivery& delivery) {
    if (delivery.full_size > raw.size()) {
        // Only its beginning is here: no rule may act on half a mail, but a person must learn that somebody wrote.
        Decision decision;
        decision.reason = "too_large: " + std::to_string(delivery.full_size) + " bytes; only the beginning was kept";
        return access_.take_mail(command_of(raw, message, delivery, decision));
    }
    auto decision = decide(*rules(), message, access_.clock->now(), *records_, evaluate_);
    if (keep_files_ && decision.kind != Decision::Kind::Own && has_table(message)) {
        // Before the mail is taken, for the same reason as below.
        const auto kept = keep_files_(message, attached_files(raw, {".xlsx", ".csv"}));
        if (!kept) return tl::unexpected(engine::Rejection{engine::Rejection::Code::Unavailable, "The files of the mail can't be kept now: " + kept.error().text});
        for (const auto& name : *kept) decision.reason = (decision.reason ? *decision.reason + "; " : "") + "answer_taken: " + name;
    }
    if (decision.bounce) {
        // Before the mail is taken: after a crash in between the mail is offered again, and told once more is told once.
        if (const auto told = access_.report_sending(*decision.bounce).get(); !told && told.error().code != engine::Rejection::Code::InvalidState)
            return tl::unexpected(told.error());
    }
    return access_.take_mail(command_of(raw, message, delivery, decision));
}

engine::Outcome<engine::TakeMail::Answer> IntakeService::take(const std::string& raw, const Delivery& delivery) {
    auto message = read_message(raw);
    if (!message && (raw.empty() || message.error().kind != Failure::Kind::Syntax))
        return tl::unexpected(engine::Rejection{engine::Rejection::Code::InvalidArgument, message.error().text});
    if (!message) {
        // No mail, but somebody sent it.
        Message unreadable;
        unreadable.message_id = "sha256." + engine::sha256_hex(raw) + "@message-id.invalid";
        Decision decision;
        decision.reason = "unreadable: " + message.error().text;
        return access_.take_mail(command_of(raw, unreadable, delivery, decision));
    }
    if (!delivery.recipient.empty()) message->delivered_to.insert(message->delivered_to.begin(), delivery.recipient);
    auto taken = take_read(raw, *message, delivery);
    if (!taken || !taken->is_known || taken->mail.raw.value == raw) return taken;
    const auto before = read_message(taken->mail.raw.value);
    // Of a mail that is too large one way may have brought more than the other.
    const bool is_whole = delivery.full_size <= raw.size();
    const auto digest = content_digest(*message);
    if (!is_whole || !before || content_digest(*before) == digest) return taken;
    Decision decision;
    decision.reason = "same_message_id: another mail with the Message-ID " + message->message_id + " was taken before";
    message->message_id = "sha256." + digest + "@message-id.invalid";
    return access_.take_mail(command_of(raw, *message, delivery, decision));
}

}  // namespace dandori::mail
