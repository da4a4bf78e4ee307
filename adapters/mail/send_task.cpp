#include "adapters/mail/send_task.h"

#include <algorithm>

#include "adapters/mail/calendar_event.h"
#include "adapters/mail/charset.h"
#include "adapters/mail/header_text.h"
#include "adapters/worker/task_headers.h"

namespace dandori::mail {
namespace {

namespace json = boost::json;

constexpr std::size_t recipients_max = 500;

/// One `@` with something on both sides, and nothing that could end an address or its line.
bool is_address(const std::string& text) {
    const auto at = text.find('@');
    if (at == 0 || at == std::string::npos || at + 1 == text.size() || text.find('@', at + 1) != std::string::npos ||
        text.size() > 254)
        return false;
    return std::all_of(text.begin(), text.end(), [](char character) {
        return character > 0x20 && character < 0x7F &&
               std::string_view("<>,;:\"\\()[]").find(character) == std::string_view::npos;
    });
}

void collect_texts(const json::value& value, std::vector<std::string>& out) {
    if (value.is_array()) {
        for (const auto& entry : value.get_array()) collect_texts(entry, out);
    } else if (value.is_string()) {
        std::string_view rest = value.get_string();
        while (!rest.empty()) {
            const auto end = std::min(rest.find(','), rest.size());
            auto part = rest.substr(0, end);
            rest.remove_prefix(std::min(end + 1, rest.size()));
            const auto first = part.find_first_not_of(" \t");
            if (first == std::string_view::npos) continue;
            out.emplace_back(part.substr(first, part.find_last_not_of(" \t") - first + 1));
        }
    }
}

Result<void> add_recipient(const std::string& header, const std::string& text, SendingRecords& records,
                           std::vector<std::string>& out) {
    std::vector<std::string> found;
    if (text.starts_with("group:")) {
        found = records.addresses_of_group(text.substr(6));
    } else if (text.starts_with("user:")) {
        if (auto address = records.address_of_user(text.substr(5))) found.push_back(*std::move(address));
    } else {
        found.push_back(text);
    }
    for (auto& address : found) {
        if (!is_address(address)) return worker::unusable_header(header, "'" + one_line(address).substr(0, 100) + "' is no address.");
        const auto is_same = [&](const auto& known) { return to_lower(known) == to_lower(address); };
        if (std::none_of(out.begin(), out.end(), is_same)) out.push_back(std::move(address));
    }
    if (out.size() > recipients_max) return fail(Failure::Kind::Bounds, "More than 500 recipients.");
    return {};
}

Result<std::vector<std::string>> recipients(const std::string& header, const json::value& value,
                                            SendingRecords& records) {
    std::vector<std::string> texts, addresses;
    if (!value.is_null() && !value.is_string() && !value.is_array())
        return worker::unusable_header(header, "it gave " + json::serialize(value) + "; texts are needed.");
    collect_texts(value, texts);
    for (const auto& text : texts) TRY(add_recipient(header, text, records, addresses));
    return addresses;
}

std::string joined(const json::value& value) {
    std::vector<std::string> texts;
    collect_texts(value, texts);
    std::string text;
    for (const auto& part : texts) text += (text.empty() ? "" : ", ") + part;
    return text;
}

/// Why an automatic answer may not go out; empty when it may.
std::string why_no_reply(const json::object& variables, const engine::Mail& mail, SendingRecords& records,
                         const SendingSettings& settings, Instant now) {
    if (const auto* allowed = variables.if_contains("replyAllowed");
        allowed && allowed->is_bool() && !allowed->get_bool()) {
        return "the mail came from a program (replyAllowed is false)";
    }
    for (const auto& address : mail.recipients) {
        if (records.was_answered(address, mail.process_instance_key.value_or(engine::ProcessInstanceKey{}),
                                 mail.in_reply_to.value_or(""), now + -settings.reply_interval_ms)) {
            return address + " had an automatic answer in this thread within the interval";
        }
    }
    return "";
}

void set_thread(engine::Mail& mail, const std::string& answered, SendingRecords& records) {
    if (answered.empty()) return;
    mail.in_reply_to = answered;
    mail.references = records.references_of(answered);
    mail.references.push_back(answered);
}

/// The whole mail with the time it puts into calendars: such a mail is made at once and not anew from its row.
Result<void> add_calendar(engine::Mail& mail, const json::value& value, const SendingSettings& settings, Instant now) {
    if (value.is_null()) return {};
    const auto name = mail.case_number.value_or(std::to_string(mail.process_instance_key.value_or(engine::ProcessInstanceKey{}).value));
    const auto event = TRY(read_calendar_event(value, name + "@" + domain_of(settings.letterhead.from_address)));
    CalendarPeople people{settings.letterhead.from_name, settings.letterhead.from_address, mail.recipients};
    people.attendees.insert(people.attendees.end(), mail.cc.begin(), mail.cc.end());
    const CalendarPart part{std::string(name_of(event.method)), to_icalendar(event, people, now), name + ".ics"};
    mail.created_at = now;
    mail.raw.value = compose(mail, settings.letterhead, &part);
    return {};
}

}  // namespace

Result<JobMail> mail_of_job(const engine::ActivatedJob& activated, SendingRecords& records,
                            const SendingSettings& settings, const Evaluate& evaluate, Instant now) {
    auto variables = TRY(worker::object_of(activated.variables));
    const auto case_number = worker::text_in(variables, "caseNo");
    variables["caseUrl"] =
        settings.case_url_prefix +
        (case_number.empty() ? std::to_string(activated.job.process_instance_key.value) : case_number);
    const worker::TaskHeaders headers{TRY(worker::object_of(activated.job.custom_headers)), variables, evaluate};

    engine::Mail mail;
    mail.process_instance_key = activated.job.process_instance_key;
    if (!case_number.empty()) mail.case_number = case_number;
    mail.message_id = message_id_of_job(activated.job.key.value, domain_of(settings.letterhead.from_address));
    mail.sender = settings.letterhead.from_address;
    const auto to = TRY(headers.value("to"));
    mail.recipients = TRY(recipients("to", to, records));
    mail.cc = TRY(recipients("cc", TRY(headers.value("cc")), records));
    std::erase_if(mail.cc, [&](const std::string& copied) {
        const auto is_same = [&](const auto& written) { return to_lower(written) == to_lower(copied); };
        return std::any_of(mail.recipients.begin(), mail.recipients.end(), is_same);
    });
    if (mail.recipients.empty() && mail.cc.empty())
        return worker::unusable_header("to", "nobody to write to in '" + joined(to) + "'.");

    const bool is_automatic_reply = TRY(headers.text("autoReply")) == "true";
    auto answered = TRY(headers.text("inReplyTo")).value_or("");
    if (answered.empty() && is_automatic_reply) answered = worker::text_in(variables, "messageId");
    set_thread(mail, answered, records);
    if (is_automatic_reply) {
        if (auto why = why_no_reply(variables, mail, records, settings, now); !why.empty())
            return JobMail{{}, std::move(why), {}};
    }

    mail.template_id = TRY(headers.text("template"));
    if (!mail.template_id) return worker::unusable_header("template", "the id of a mail template is needed.");
    auto wording = TRY(records.template_of(*mail.template_id));
    const auto subject = TRY(headers.text("subject"));
    if (subject) wording.subject = headers.is_expression("subject") ? "" : *subject;
    auto rendered = TRY(render(wording, variables, evaluate));
    // A value may hold words of a stranger; placeholders in it are words, too.
    if (subject && headers.is_expression("subject")) rendered.subject = one_line(*subject);
    mail.is_important = wording.is_important;
    mail.subject = cut_utf8(std::move(rendered.subject), 900);
    mail.text = std::move(rendered.text);
    mail.html = std::move(rendered.html);
    TRY(add_calendar(mail, TRY(headers.value("calendarEvent")), settings, now));
    return JobMail{std::move(mail), "", std::move(rendered.empty_placeholders)};
}

}  // namespace dandori::mail
