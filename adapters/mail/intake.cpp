#include "adapters/mail/intake.h"

#include <algorithm>

#include "adapters/mail/charset.h"
#include "adapters/mail/json_values.h"
#include "adapters/mail/tokyo_time.h"

namespace dandori::mail {
namespace {

namespace json = boost::json;

std::string trimmed(const std::string& text) {
    constexpr auto white = " \t\r\n";
    const auto first = text.find_first_not_of(white);
    if (first == std::string::npos) return "";
    return text.substr(first, text.find_last_not_of(white) - first + 1);
}

std::string with_single_spaces(const std::string& text) {
    std::string out;
    for (const char character : text) {
        const bool is_white = character == ' ' || character == '\t' || character == '\n' || character == '\r';
        if (!is_white)
            out += character;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    return trimmed(out);
}

bool fits_one(const std::string& text, const Globs& globs) {
    return std::any_of(globs.begin(), globs.end(), [&](const auto& glob) { return fits_glob(text, glob); });
}

bool one_fits(const std::vector<std::string>& texts, const Globs& globs) {
    return std::any_of(texts.begin(), texts.end(), [&](const auto& text) { return fits_one(text, globs); });
}

/// A mail with all that conditions and expressions may ask of it, found out once.
class Sight {
  public:
    Sight(const IntakeRules& rules, const Message& message, Instant received_at, DeskRecords& records)
        : rules_(rules),
          message_(message),
          received_at_(received_at),
          records_(records),
          subject_(to_nfkc(message.subject)),
          text_(to_nfkc(message.text)) {}

    Result<void> look() {
        party_ = records_.party_of(message_.from.address);
        automatic_ = TRY(one_holds(rules_.automatic));
        for (const auto& source : rules_.monitoring_sources) {
            if (!TRY(one_holds(source.when))) continue;
            source_ = &source;
            return extract();
        }
        return {};
    }

    Result<bool> one_holds(const AnyOf& conditions) const {
        for (const auto& condition : conditions) {
            if (TRY(holds(condition))) return true;
        }
        return false;
    }

    Result<std::optional<std::string>> case_number() const {
        if (!rules_.case_number) return std::optional<std::string>{};
        return rules_.case_number->find(subject_);
    }

    json::object scope() const {
        return {{"mail", mail()},
                {"fields", fields_},
                {"source", source_ ? json::value{{"id", source_->id}, {"name", source_->name}} : json::value(nullptr)},
                {"systems", systems_},
                {"suspectedParty", or_null(suspected_party_)},
                {"fingerprint", or_null(fingerprint_)},
                {"recovered", recovered_},
                {"party", or_null(party_)}};
    }

    /// What every published message gets besides its own variables.
    json::object common_variables() const {
        return {{"from", message_.from.address},
                {"fromName", message_.from.name},
                {"subject", message_.subject},
                {"text", message_.text},
                {"receivedAt", tokyo_time(received_at_)},
                {"messageId", message_.message_id},
                {"attachments", attachments()},
                {"replyAllowed", reply_allowed()}};
    }

    bool reply_allowed() const { return !automatic_ && !message_.from.address.empty() && message_.return_path != ""; }
    const std::optional<std::string>& fingerprint() const { return fingerprint_; }

  private:
    Result<bool> holds(const Condition& condition) const {
        if (condition.to && !one_fits(message_.to, *condition.to) && !one_fits(message_.cc, *condition.to) &&
            !one_fits(message_.delivered_to, *condition.to)) {
            return false;
        }
        if (condition.from && !fits_one(message_.from.address, *condition.from)) return false;
        if (condition.return_path && !(message_.return_path && fits_one(*message_.return_path, *condition.return_path)))
            return false;
        if (condition.party && !(party_ && fits_one(*party_, *condition.party))) return false;
        if (condition.automatic && *condition.automatic != automatic_) return false;
        if (condition.monitoring && !is_monitoring(*condition.monitoring)) return false;
        if (condition.subject && !TRY(condition.subject->fits(subject_))) return false;
        if (condition.text && !TRY(condition.text->fits(text_))) return false;
        for (const auto& [name, pattern] : condition.header) {
            if (!TRY(header_fits(name, pattern))) return false;
        }
        for (const auto& [name, pattern] : condition.field) {
            if (!TRY(field_fits(name, pattern))) return false;
        }
        return true;
    }

    bool is_monitoring(const std::variant<bool, std::string>& wanted) const {
        if (const auto* any = std::get_if<bool>(&wanted)) return *any == (source_ != nullptr);
        return source_ && source_->id == std::get<std::string>(wanted);
    }

    Result<bool> header_fits(const std::string& name, const Pattern& pattern) const {
        for (const auto& [header, value] : message_.headers) {
            if (header == name && TRY(pattern.fits(value))) return true;
        }
        return false;
    }

    Result<bool> field_fits(const std::string& name, const Pattern& pattern) const {
        const auto* value = fields_.if_contains(name);
        if (!value || !value->is_string()) return false;
        return pattern.fits(value->get_string());
    }

    Result<void> extract() {
        for (const auto& field : source_->fields) fields_[field.name] = or_null(TRY(first_found(field)));
        for (const auto& [field, pattern] : source_->recovered)
            recovered_ = recovered_ || TRY(field_fits(field, pattern));
        fields_["severity"] = severity();
        const auto host = field_text("host");
        for (const auto& row : source_->hosts) {
            if (!fits_glob(host, row.glob)) continue;
            systems_ = list_of(row.systems);
            suspected_party_ = row.suspected_party;
            break;
        }
        fingerprint_ = TRY(fingerprint_of(rules_, *source_, host, field_text("checkName")));
        return {};
    }

    Result<std::optional<std::string>> first_found(const MonitoringSource::Field& field) const {
        for (const auto& attempt : field.tries) {
            if (const auto found = TRY(attempt.pattern.find(attempt.in_subject ? subject_ : text_)))
                return std::optional(trimmed(*found));
        }
        return std::optional<std::string>{};
    }

    std::string field_text(std::string_view name) const {
        const auto* value = fields_.if_contains(name);
        return value && value->is_string() ? std::string(value->get_string()) : "";
    }

    std::string severity() const {
        const auto word = to_lower(field_text("severity"));
        const auto& known = source_->severities;
        const auto at = std::find_if(known.begin(), known.end(), [&](const auto& row) { return row.first == word; });
        return at == known.end() ? "warning" : at->second;
    }

    json::array attachments() const {
        json::array list;
        for (const auto& it : message_.attachments) {
            list.push_back(json::value{{"name", it.name}, {"type", it.type}, {"size", it.size}, {"sha256", it.sha256}});
        }
        return list;
    }

    json::object mail() const {
        return {{"from", message_.from.address},
                {"fromName", message_.from.name},
                {"to", list_of(message_.to)},
                {"subject", message_.subject},
                {"text", message_.text},
                {"receivedAt", tokyo_time(received_at_)},
                {"messageId", message_.message_id},
                {"inReplyTo", or_null(message_.in_reply_to)},
                {"references", list_of(message_.references)},
                {"automatic", automatic_},
                {"attachments", attachments()}};
    }

    const IntakeRules& rules_;
    const Message& message_;
    Instant received_at_;
    DeskRecords& records_;
    std::string subject_, text_;
    std::optional<std::string> party_, suspected_party_, fingerprint_;
    const MonitoringSource* source_ = nullptr;
    json::object fields_;
    json::array systems_;
    bool automatic_ = false;
    bool recovered_ = false;
};

Result<json::value> worked_out(const json::value& value, const json::object& scope, const Evaluate& evaluate) {
    if (!value.is_string() || !value.get_string().starts_with('=')) return value;
    return evaluate(std::string_view(value.get_string()).substr(1), scope);
}

Result<engine::PublishMessage> message_of(const Publish& publish, const Sight& sight, const Message& message,
                                          const Evaluate& evaluate) {
    const auto scope = sight.scope();
    const auto key = TRY(worked_out(publish.correlation_key, scope, evaluate));
    if (!key.is_string())
        return fail(Failure::Kind::ExtractValue, "correlationKey gave " + json::serialize(key) + "; a text is needed.");
    auto variables = sight.common_variables();
    for (const auto& member : publish.variables) {
        auto value = worked_out(member.value(), scope, evaluate);
        if (!value) return fail(value.error().kind, std::string(member.key()) + ": " + value.error().text);
        variables[member.key()] = *std::move(value);
    }
    engine::PublishMessage published;
    published.name = publish.message;
    published.correlation_key = std::string(key.get_string());
    published.time_to_live_ms = publish.time_to_live_ms;
    published.message_id = message.message_id;
    published.variables.text = json::serialize(variables);
    return published;
}

Decision tray(std::string reason) {
    Decision decision;
    decision.reason = std::move(reason);
    return decision;
}

Decision correspondence(CaseLink link) {
    Decision decision;
    decision.kind = Decision::Kind::Correspondence;
    decision.link = std::move(link);
    return decision;
}

Decision record(Decision::Kind kind, std::string reason) {
    Decision decision;
    decision.kind = kind;
    decision.reason = std::move(reason);
    decision.keep_without_case = true;
    return decision;
}

Result<Decision> apply(const Rule& rule, const Sight& sight, const Message& message, const Evaluate& evaluate) {
    if (const auto* to_tray = std::get_if<ToTray>(&rule.then)) return tray(to_tray->reason);
    if (const auto* kept = std::get_if<Record>(&rule.then)) return record(Decision::Kind::Record, kept->reason);
    const auto& publish = std::get<Publish>(rule.then);
    Decision decision;
    decision.kind = Decision::Kind::Publish;
    decision.message = TRY(message_of(publish, sight, message, evaluate));
    decision.keep_without_case = publish.record_when_nobody_waits;
    return decision;
}

std::vector<std::string> thread_of(const Message& message) {
    auto ids = message.references;
    if (message.in_reply_to) ids.push_back(*message.in_reply_to);
    std::reverse(ids.begin(), ids.end());  // the nearest mail first
    return ids;
}

Result<std::optional<Decision>> by_number(const Sight& sight, const Message& message, DeskRecords& records) {
    const auto number = TRY(sight.case_number());
    if (!number) return std::optional<Decision>{};
    const auto link = records.case_of_number(*number);
    if (link && records.is_party_of(*link, message.from.address)) return std::optional(correspondence(*link));
    return std::optional(tray("stranger_with_case_number"));
}

Result<Decision> by_rules(const IntakeRules& rules, const Sight& sight, const Message& message,
                          const Evaluate& evaluate) {
    for (const auto& rule : rules.rules) {
        const auto failed = [&](const Failure& failure) {
            return tray("rule_failed: " + rule.id + ": " + failure.text);
        };
        const auto holds = sight.one_holds(rule.when);
        if (!holds) return failed(holds.error());
        if (!*holds) continue;
        auto decision = apply(rule, sight, message, evaluate);
        if (!decision) return failed(decision.error());
        decision->rule_id = rule.id;
        return decision;
    }
    return tray("no_rule");
}

Result<Decision> decided(const IntakeRules& rules, Sight& sight, const Message& message, DeskRecords& records,
                         const Evaluate& evaluate) {
    TRY(sight.look());
    if (const auto thread = thread_of(message); !thread.empty()) {
        if (const auto link = records.case_of_mails(thread)) return correspondence(*link);
    }
    if (auto decision = TRY(by_number(sight, message, records))) return *std::move(decision);
    return by_rules(rules, sight, message, evaluate);
}

/// A mail server's word about a mail that we sent: correspondence of its case; a failure is told of besides, and waits for a person where
/// no case goes on any more. Nobody is ever answered.
std::optional<Decision> about_a_sent_mail(const Message& message, DeskRecords& records) {
    if (!message.report || message.report->message_ids.empty()) return std::nullopt;
    const auto sent = records.sent_mail(message.report->message_ids);
    if (!sent) return std::nullopt;
    const bool has_failed = message.report->has_failed;
    auto decision = sent->link     ? correspondence(*sent->link)
                    : has_failed   ? tray("bounce: " + message.report->words)
                                   : record(Decision::Kind::Record, "delivery report: " + message.report->words);
    if (has_failed) decision.bounce = engine::ReportMailSending{sent->key, engine::ReportMailSending::Result::Failed, {}, message.report->words};
    decision.reply_allowed = false;
    return decision;
}

/// Whether the rule is for what monitoring sends.
bool is_for_monitoring(const Rule& rule) {
    return std::any_of(rule.when.begin(), rule.when.end(),
                       [](const auto& condition) { return condition.monitoring.has_value(); });
}

const Publish* publish_for_people(const IntakeRules& rules, const std::vector<std::string>& names) {
    for (const auto& rule : rules.rules) {
        const auto* publish = std::get_if<Publish>(&rule.then);
        if (publish && !is_for_monitoring(rule) &&
            std::find(names.begin(), names.end(), publish->message) != names.end())
            return publish;
    }
    return nullptr;
}

}  // namespace

Result<engine::PublishMessage> message_for_start(const IntakeRules& rules, const Message& message, Instant received_at,
                                                 DeskRecords& records, const Evaluate& evaluate,
                                                 const std::vector<std::string>& names) {
    Sight sight{rules, message, received_at, records};
    TRY(sight.look());
    if (const auto* publish = publish_for_people(rules, names)) return message_of(*publish, sight, message, evaluate);
    // As expressions and not as the texts themselves: a subject that begins with `=` must not become one.
    const Publish plain{names.front(), "=mail.messageId", 0, {{"title", "=mail.subject"}}, false};
    return message_of(plain, sight, message, evaluate);
}

Result<std::string> fingerprint_of(const IntakeRules& rules, const MonitoringSource& source, const std::string& host,
                                   const std::string& check_name) {
    std::string fingerprint = source.id;
    for (const auto* part : {&host, &check_name}) {
        auto text = to_lower(to_nfkc(*part));
        for (const auto* rows : {&rules.normalise_all, &source.normalise}) {
            for (const auto& row : *rows) text = TRY(row.pattern.replaced(text, row.with));
        }
        fingerprint += "|" + with_single_spaces(text);
    }
    return fingerprint;
}

Decision decide(const IntakeRules& rules, const Message& message, Instant received_at, DeskRecords& records,
                const Evaluate& evaluate) {
    if (auto decision = about_a_sent_mail(message, records)) return *std::move(decision);
    if (fits_one(message.from.address, rules.own_addresses)) {
        auto own = record(Decision::Kind::Own, "own");
        own.reply_allowed = false;
        return own;
    }
    Sight sight{rules, message, received_at, records};
    auto outcome = decided(rules, sight, message, records, evaluate);
    auto decision = outcome ? *std::move(outcome) : tray("rule_failed: " + outcome.error().text);
    decision.reply_allowed = sight.reply_allowed();
    decision.fingerprint = sight.fingerprint();
    return decision;
}

}  // namespace dandori::mail
