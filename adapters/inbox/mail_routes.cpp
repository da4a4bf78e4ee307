#include "adapters/http/json_body.h"
#include "adapters/inbox/answer.h"
#include "adapters/inbox/case_rights.h"
#include "adapters/inbox/routes.h"

namespace dandori::inbox {
namespace {

http::Response as_response(MailAnswer answer) {
    http::Response response{answer.status, {{"Cache-Control", "no-store"}}, std::move(answer.body)};
    if (!answer.content_type.empty()) response.headers.emplace_back("Content-Type", answer.content_type);
    if (!answer.file_name.empty()) {
        response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + answer.file_name + "\"");
        response.headers.emplace_back("X-Content-Type-Options", "nosniff");
    }
    return response;
}

MailVisitor visitor_of(const RouteParts& parts, const http::Caller& caller) {
    return {caller.actor, [parts, actor = caller.actor](engine::ProcessInstanceKey key) {
                return may_see_case(*parts.access.reader, parts.accounts, actor, key);
            }};
}

http::Response hand_in_mail(const RouteParts& parts, const http::Request& request, const http::Caller& caller) {
    const auto* actor = caller.actor ? &*caller.actor : nullptr;
    if (!engine::may(actor, engine::ResourceType::Component, engine::Permission::Access, "mail"))
        return refusal(request, 403, "メールを渡す権限がありません。",
                       "Mails are handed in with the mail token or by the desk.");
    std::size_t full_size = 0;
    if (const auto size = request.query_parameter("fullSize"); size && !size->empty()) {
        const auto number = key_of(*size, "fullSize");
        if (!number) return refusal(request, number.error());
        full_size = static_cast<std::size_t>(*number);
    }
    return as_response(
        parts.mails->take(request.body, std::string(request.query_parameter("recipient").value_or("")), full_size));
}

/// A request with JSON, which the mail room reads itself.
template <class Ask>
http::Handler with_json(const RouteParts& parts, Ask ask) {
    return guarded(parts.guard, [parts, ask](const http::Request& request, const http::Caller& caller) {
        if (const auto body = http::json_body(request); !body) return body.error();
        return as_response(ask(*parts.mails, request.body, visitor_of(parts, caller)));
    });
}

/// A request about the mail of the route's key.
template <class Ask>
http::Handler about_one_mail(const RouteParts& parts, Ask ask) {
    return guarded(parts.guard, [parts, ask](const http::Request& request, const http::Caller& caller) {
        const auto key = key_of(request.parameters.at("mailKey"), "mailKey");
        if (!key) return not_to_be_seen(request);
        if (request.method == "POST") {
            if (const auto body = http::json_body(request); !body) return body.error();
        }
        return as_response(ask(*parts.mails, engine::MailKey{*key}, request.body, visitor_of(parts, caller)));
    });
}

}  // namespace

void add_mail_routes(http::Router& router, const RouteParts& parts) {
    if (!parts.mails) return;
    router.add("POST", "/api/mails", guarded(parts.guard, [parts](const auto& request, const auto& caller) {
                   return hand_in_mail(parts, request, caller);
               }));
    router.add("POST", "/api/mails/search",
               with_json(parts, [](MailAccess& mails, const std::string& body, const MailVisitor& visitor) { return mails.search(body, visitor); }));
    router.add("POST", "/api/mail-templates/preview",
               with_json(parts, [](MailAccess& mails, const std::string& body, const MailVisitor& visitor) { return mails.preview(body, visitor); }));
    router.add("GET", "/api/mails/{mailKey}",
               about_one_mail(parts, [](MailAccess& mails, engine::MailKey key, const std::string&,
                                        const MailVisitor& visitor) { return mails.get(key, visitor); }));
    router.add("GET", "/api/mails/{mailKey}/raw",
               about_one_mail(parts, [](MailAccess& mails, engine::MailKey key, const std::string&,
                                        const MailVisitor& visitor) { return mails.raw(key, visitor); }));
    router.add("POST", "/api/mails/{mailKey}/assignment",
               about_one_mail(parts, [](MailAccess& mails, engine::MailKey key, const std::string& body,
                                        const MailVisitor& visitor) { return mails.assign(key, body, visitor); }));
    router.add("POST", "/api/mails/{mailKey}/start",
               about_one_mail(parts, [](MailAccess& mails, engine::MailKey key, const std::string& body,
                                        const MailVisitor& visitor) { return mails.start(key, body, visitor); }));
}

}  // namespace dandori::inbox
