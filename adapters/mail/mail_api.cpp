#include "adapters/mail/mail_api.h"

#include <algorithm>

#include "adapters/mail/json_values.h"
#include "adapters/mail/template_preview.h"

namespace dandori::mail {
namespace {

namespace json = boost::json;
using engine::Operator;
using engine::Query;
using engine::Rejection;

json::value key_text(std::optional<engine::ProcessInstanceKey> key) {
    return key ? json::value(std::to_string(key->value)) : json::value(nullptr);
}

ApiAnswer answer(int status, const json::value& body) {
    return {status, "application/json", json::serialize(body), ""};
}

ApiAnswer problem(int status, const std::string& title, const std::string& detail) {
    return {
        status, "application/problem+json",
        json::serialize(json::value{{"type", "about:blank"}, {"title", title}, {"status", status}, {"detail", detail}}),
        ""};
}

ApiAnswer problem(const Rejection& rejection) {
    switch (rejection.code) {
        case Rejection::Code::InvalidArgument: return problem(400, "INVALID_ARGUMENT", rejection.text);
        case Rejection::Code::Forbidden: return problem(403, "FORBIDDEN", rejection.text);
        case Rejection::Code::NotFound: return problem(404, "NOT_FOUND", rejection.text);
        case Rejection::Code::InvalidState: return problem(409, "INVALID_STATE", rejection.text);
        case Rejection::Code::AlreadyExists: return problem(409, "ALREADY_EXISTS", rejection.text);
        default:
            return problem(503, "UNAVAILABLE", rejection.text);  // the mail is not taken: it should be offered again
    }
}

ApiAnswer not_found() { return problem(404, "NOT_FOUND", "There is no such mail, or you may not see it."); }
ApiAnswer forbidden() { return problem(403, "FORBIDDEN", "The mail tray is for the desk: for who may ACCESS the COMPONENT 'mail'."); }

bool sees_the_tray(const Visitor& visitor) {
    return engine::may(visitor.actor ? &*visitor.actor : nullptr, engine::ResourceType::Component, engine::Permission::Access, "mail");
}

bool may_see(const engine::Mail& mail, const Visitor& visitor) {
    if (sees_the_tray(visitor)) return true;
    return mail.process_instance_key && visitor.may_see_case && visitor.may_see_case(*mail.process_instance_key);
}

Result<json::object> object_of(const std::string& body) {
    boost::system::error_code error;
    auto value = json::parse(body.empty() ? "{}" : body, error);
    if (error || !value.is_object()) return fail(Failure::Kind::Syntax, "The body must be a JSON object.");
    return std::move(value.get_object());
}

/// What is ignored would be taken for obeyed.
Result<void> nothing_but(const json::object& object, std::initializer_list<std::string_view> names) {
    for (const auto& member : object) {
        const std::string_view name = member.key();
        if (std::find(names.begin(), names.end(), name) == names.end())
            return fail(Failure::Kind::Syntax, "'" + std::string(name.substr(0, 40)) + "' is not known here.");
    }
    return {};
}

/// Null where it is absent.
Result<const json::object*> object_member(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    if (!value || value->is_null()) return nullptr;
    if (!value->is_object()) return fail(Failure::Kind::Syntax, "'" + std::string(name) + "' must be an object.");
    return &value->get_object();
}

Result<std::string> text_of(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    if (!value || !value->is_string())
        return fail(Failure::Kind::Syntax, "'" + std::string(name) + "' must be a text.");
    return std::string(value->get_string());
}

Result<std::int64_t> number_of(const json::value& value, const std::string& name, std::int64_t least,
                               std::int64_t most) {
    if (!value.is_int64() || value.get_int64() < least || value.get_int64() > most) {
        return fail(Failure::Kind::Syntax, "'" + name + "' must be a number from " + std::to_string(least) + " to " +
                                               std::to_string(most) + ".");
    }
    return value.get_int64();
}

Result<std::int64_t> key_of(const std::string& text, const std::string& name) {
    if (text.empty() || text.size() > 18 || text.find_first_not_of("0123456789") != std::string::npos) {
        return fail(Failure::Kind::Syntax, "'" + name + "' must be a key.");
    }
    return std::stoll(text);
}

template <class Enumeration>
Result<Enumeration> enumeration_of(const std::string& text, const std::string& name) {
    const auto value = engine::value_of<Enumeration>(text);
    if (!value) return fail(Failure::Kind::Syntax, "'" + name + "' has no value '" + text.substr(0, 40) + "'.");
    return *value;
}

Result<void> add_filter(const json::object& filter, Query& query) {
    for (const auto& member : filter) {
        const std::string name(member.key());
        if (member.value().is_null()) continue;
        const auto text = TRY(text_of(filter, name));
        if (name == "state")
            query.where_equals("state", TRY(enumeration_of<engine::MailState>(text, name)));
        else if (name == "direction")
            query.where_equals("direction", TRY(enumeration_of<engine::MailDirection>(text, name)));
        else if (name == "caseNo")
            query.where_equals("caseNumber", text);
        else if (name == "processInstanceKey")
            query.where_equals("processInstanceKey", engine::ProcessInstanceKey{TRY(key_of(text, name))});
        else
            return fail(Failure::Kind::Syntax, "The filter '" + name + "' is unknown.");
    }
    return {};
}

Result<Query> query_of(const json::object& request) {
    auto query = Query{}.sorted_by("mailKey", true);
    TRY(nothing_but(request, {"filter", "page"}));
    if (const auto* filter = TRY(object_member(request, "filter"))) TRY(add_filter(*filter, query));
    if (const auto* page = TRY(object_member(request, "page"))) {
        TRY(nothing_but(*page, {"from", "limit"}));
        const auto* from = page->if_contains("from");
        if (from && !from->is_null()) query.from = static_cast<std::size_t>(TRY(number_of(*from, "from", 0, 1'000'000)));
        const auto* limit = page->if_contains("limit");
        if (limit && !limit->is_null()) query.limit = static_cast<std::size_t>(TRY(number_of(*limit, "limit", 1, 200)));
    }
    return query;
}

/// Whether the request is about one case, which its people may see.
bool is_about_a_visible_case(engine::Reader& reader, const json::object& request, const Visitor& visitor) {
    const auto* filter = request.if_contains("filter");
    if (!visitor.may_see_case || !filter || !filter->is_object()) return false;
    if (const auto key = text_of(filter->get_object(), "processInstanceKey")) {
        const auto number = key_of(*key, "processInstanceKey");
        return number && visitor.may_see_case(engine::ProcessInstanceKey{*number});
    }
    const auto case_number = text_of(filter->get_object(), "caseNo");
    if (!case_number) return false;
    const auto cases =
        engine::find<engine::ProcessInstance>(reader, Query{}.where_equals("businessId", *case_number).first(1)).rows;
    return !cases.empty() && visitor.may_see_case(cases.front().key);
}

json::object details_of(const engine::Mail& mail) {
    auto object = to_json(mail);
    object["cc"] = list_of(mail.cc);
    object["text"] = mail.text;
    object["reason"] = or_null(mail.reason);
    json::array attachments;
    if (const auto message = mail.raw.value.empty() ? Result<Message>(Message{}) : read_message(mail.raw.value)) {
        for (const auto& it : message->attachments)
            attachments.push_back(json::value{{"name", it.name}, {"type", it.type}, {"size", it.size}});
    }
    object["attachments"] = std::move(attachments);
    return object;
}

/// The template that a request for a preview names, or brings with it.
Result<MailTemplate> template_in(const json::object& request, SendingRecords& records) {
    if (request.contains("template")) return records.template_of(TRY(text_of(request, "template")));
    const auto html = request.contains("html") ? std::optional(TRY(text_of(request, "html"))) : std::nullopt;
    return read_template("preview", TRY(text_of(request, "text")), html);
}

std::vector<std::string> start_messages(engine::Reader& reader, const std::string& process_definition_id) {
    const auto query = Query{}
                           .where_equals("processDefinitionId", process_definition_id)
                           .where("processInstanceKey", Operator::NotExists)
                           .where_equals("messageSubscriptionState", engine::MessageSubscriptionState::Created)
                           .first(100);
    std::vector<std::string> names;
    for (const auto& row : engine::find<engine::MessageSubscription>(reader, query).rows)
        names.push_back(row.message_name);
    return names;
}

}  // namespace

json::object to_json(const engine::Mail& mail) {
    const bool has_failed = mail.state == engine::MailState::Failed;
    return {{"mailKey", std::to_string(mail.key.value)},
            {"direction", engine::name_of(mail.direction)},
            {"state", engine::name_of(mail.state)},
            {"from", mail.sender},
            {"to", list_of(mail.recipients)},
            {"subject", mail.subject},
            {"date", to_iso8601(mail.sent_at.value_or(mail.created_at))},
            {"caseNo", or_null(mail.case_number)},
            {"processInstanceKey", key_text(mail.process_instance_key)},
            {"messageId", mail.message_id},
            {"failure", has_failed ? or_null(mail.reason) : json::value(nullptr)}};
}

std::optional<engine::Mail> MailApi::visible(engine::MailKey key, const Visitor& visitor) {
    auto mail = engine::get<engine::Mail>(*access_.reader, key);
    return mail && may_see(*mail, visitor) ? std::move(mail) : std::nullopt;
}

ApiAnswer MailApi::post(const std::string& raw, const Delivery& delivery) {
    const auto outcome = service_.take(raw, delivery);
    if (!outcome) return problem(outcome.error());
    const auto& mail = outcome->mail;
    return answer(outcome->is_known ? 200 : 201, {{"mailKey", std::to_string(mail.key.value)},
                                                  {"state", engine::name_of(mail.state)},
                                                  {"caseNo", or_null(mail.case_number)},
                                                  {"processInstanceKey", key_text(mail.process_instance_key)},
                                                  {"reason", or_null(mail.reason)},
                                                  {"isKnown", outcome->is_known}});
}

ApiAnswer MailApi::search(const std::string& body, const Visitor& visitor) {
    const auto request = object_of(body);
    if (!request) return problem(400, "INVALID_ARGUMENT", request.error().text);
    auto query = query_of(*request);
    if (!query) return problem(400, "INVALID_ARGUMENT", query.error().text);
    if (!sees_the_tray(visitor) && !is_about_a_visible_case(*access_.reader, *request, visitor)) return forbidden();
    constexpr std::int64_t total_shown_max = 10'000;  // counting is dear, and nobody reads so many
    query->total_max = total_shown_max + 1;
    const auto found = engine::find<engine::Mail>(*access_.reader, *query);
    json::array items;
    for (const auto& mail : found.rows) items.push_back(to_json(mail));
    return answer(200, {{"items", std::move(items)}, {"page",
                         {{"totalItems", std::min(found.total, total_shown_max)}, {"hasMoreTotalItems", found.total > total_shown_max}}}});
}

ApiAnswer MailApi::get(engine::MailKey key, const Visitor& visitor) {
    const auto mail = visible(key, visitor);
    return mail ? answer(200, details_of(*mail)) : not_found();
}

ApiAnswer MailApi::raw(engine::MailKey key, const Visitor& visitor) {
    const auto mail = visible(key, visitor);
    if (!mail || mail->raw.value.empty()) return not_found();
    return {200, "message/rfc822", mail->raw.value, std::to_string(key.value) + ".eml"};
}

ApiAnswer MailApi::assign(engine::MailKey key, const std::string& body, const Visitor& visitor) {
    if (!sees_the_tray(visitor)) return forbidden();
    const auto request = object_of(body);
    const auto case_number = request ? text_of(*request, "caseNo") : fail(request.error());
    if (!case_number) return problem(400, "INVALID_ARGUMENT", case_number.error().text);
    const auto cases = engine::find<engine::ProcessInstance>(*access_.reader,
                                                             Query{}.where_equals("businessId", *case_number).first(1))
                           .rows;
    if (cases.empty()) return problem(404, "NOT_FOUND", "There is no case '" + *case_number + "'.");
    const auto outcome = access_.assign_mail({key, cases.front().key, {}}, visitor.actor);
    return outcome ? ApiAnswer{204, "", "", ""} : problem(outcome.error());
}

ApiAnswer MailApi::start(engine::MailKey key, const std::string& body, const Visitor& visitor) {
    if (!sees_the_tray(visitor)) return forbidden();
    const auto request = object_of(body);
    const auto process = request ? text_of(*request, "processDefinitionId") : fail(request.error());
    if (!process) return problem(400, "INVALID_ARGUMENT", process.error().text);
    const auto mail = visible(key, visitor);
    if (!mail || mail->direction != engine::MailDirection::In) return not_found();
    if (mail->state != engine::MailState::Tray)
        return problem(409, "INVALID_STATE", "The mail is no longer in the tray.");
    const auto names = start_messages(*access_.reader, *process);
    if (names.empty()) return problem(400, "INVALID_ARGUMENT", "'" + *process + "' is not started by a message.");
    const auto message = service_.message_for_start(*mail, names);
    if (!message) return problem(400, "INVALID_ARGUMENT", message.error().text);
    const auto outcome = access_.assign_mail({key, {}, *message}, visitor.actor);
    if (!outcome) return problem(outcome.error());
    return answer(201, {{"caseNo", or_null(outcome->mail.case_number)},
                        {"processInstanceKey", key_text(outcome->mail.process_instance_key)}});
}

ApiAnswer MailApi::preview(const std::string& body, const Visitor& visitor) {
    if (!sees_the_tray(visitor)) return forbidden();
    const auto invalid = [](const Failure& failure) {
        return failure.kind == Failure::Kind::ResourceNotFound ? problem(404, "NOT_FOUND", failure.text)
                                                               : problem(400, "INVALID_ARGUMENT", failure.text);
    };
    const auto request = object_of(body);
    if (!request) return invalid(request.error());
    if (const auto known = nothing_but(*request, {"template", "text", "html", "variables"}); !known) return invalid(known.error());
    const auto given = object_member(*request, "variables");
    if (!given) return invalid(given.error());
    const auto wording = template_in(*request, records_);
    if (!wording) return invalid(wording.error());
    auto variables = *given ? **given : json::object();
    if (const auto* number = variables.if_contains("caseNo"); number && number->is_string() && !variables.contains("caseUrl"))
        variables["caseUrl"] = case_url_prefix_ + std::string(number->get_string());
    const auto made = mail::preview(*wording, variables, evaluate_);
    if (!made) return invalid(made.error());
    return answer(200, {{"subject", made->mail.subject},
                        {"text", made->mail.text},
                        {"html", made->mail.html},
                        {"isImportant", wording->is_important},
                        {"emptyPlaceholders", list_of(made->mail.empty_placeholders)},
                        {"faults", list_of(made->faults)}});
}

}  // namespace dandori::mail
