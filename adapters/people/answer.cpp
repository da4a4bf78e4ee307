#include "adapters/people/answer.h"

#include <algorithm>
#include <boost/json.hpp>

#include "adapters/http/multipart.h"
#include "adapters/http/problem.h"

namespace dandori::people {
namespace {

int status_for(engine::Rejection::Code code) {
    using Code = engine::Rejection::Code;
    switch (code) {
        case Code::InvalidArgument: return 400;
        case Code::Forbidden: return 403;
        case Code::NotFound: return 404;
        case Code::InvalidState:
        case Code::AlreadyExists: return 409;
        case Code::ResourceExhausted:
        case Code::Unavailable: return 503;
        case Code::Timeout: return 504;
        case Code::Internal: return 500;
    }
    return 500;
}

bool may_do_all(const engine::Actor* actor) {
    using engine::Permission;
    using engine::ResourceType;
    const auto allowed = [&](ResourceType type, Permission permission) { return engine::may(actor, type, permission, engine::any_resource); };
    return allowed(ResourceType::User, Permission::Create) && allowed(ResourceType::User, Permission::Update) &&
           allowed(ResourceType::User, Permission::Delete) && allowed(ResourceType::Group, Permission::Create) &&
           allowed(ResourceType::Group, Permission::Update);
}

}  // namespace

bool is_japanese(const http::Request& request) { return request.header("Accept-Language").value_or("").starts_with("ja"); }

http::Response json_answer(int status, const boost::json::value& body) {
    return {status, {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}}, boost::json::serialize(body)};
}

http::Response refusal(const http::Request& request, int status, std::string_view ja, std::string_view en) {
    return http::problem(status, is_japanese(request) ? ja : en, request);
}

http::Response refusal(const http::Request& request, const engine::Rejection& rejection) {
    return http::problem(status_for(rejection.code), rejection.text, request);
}

http::Response refusal(const http::Request& request, const TableFaults& faults) {
    return http::problem(400, to_text(faults, is_japanese(request)), request);
}

tl::expected<std::map<std::string, std::string, std::less<>>, http::Response> form_of(const http::Request& request,
                                                                                      std::initializer_list<std::string_view> names) {
    const auto type = request.header("Content-Type").value_or("");
    if (!type.starts_with("multipart/form-data"))
        return tl::unexpected(refusal(request, 415, "multipart/form-data で送ってください。", "A form is expected, multipart/form-data."));
    const auto parts = http::read_multipart(type, request.body);
    if (!parts) return tl::unexpected(http::problem(400, parts.error(), request));
    std::map<std::string, std::string, std::less<>> form;
    for (const auto& part : *parts) {
        if (std::find(names.begin(), names.end(), part.name) == names.end())
            return tl::unexpected(refusal(request, 400, "知らない項目「" + part.name + "」があります。", "There is no field '" + part.name + "' in this form."));
        form[part.name] = part.content;
    }
    if (!form.contains("file")) return tl::unexpected(refusal(request, 400, "項目 file（CSVファイル）がありません。", "The field 'file', a CSV file, is missing."));
    return form;
}

http::Handler for_administrators(http::Guard& guard, Answering answer) {
    return [&guard, answer = std::move(answer)](const http::Request& request, const http::Respond& respond) {
        const auto caller = guard.admit(request);
        if (!caller) return respond(caller.error());
        if (!may_do_all(caller->actor ? &*caller->actor : nullptr)) {
            return respond(refusal(request, 403, "利用者とグループを変える権限がありません。管理者に頼んでください。",
                                   "The permissions CREATE, UPDATE and DELETE for all users and CREATE and UPDATE for all groups are needed: ask an administrator."));
        }
        respond(answer(request, *caller));
    };
}

}  // namespace dandori::people
