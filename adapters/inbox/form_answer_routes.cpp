#include <boost/json.hpp>

#include "adapters/http/json_body.h"
#include "adapters/http/target.h"
#include "adapters/inbox/answer.h"
#include "adapters/inbox/case_rights.h"
#include "adapters/inbox/routes.h"

namespace dandori::inbox {
namespace {

http::Response as_form_answer(FormAnswerReply reply) {
    http::Response response{reply.status, {{"Cache-Control", "no-store"}}, std::move(reply.body)};
    if (!reply.file_name.empty()) {
        // RFC 6266, with the name as RFC 8187 writes it; a browser must run nothing of what is in it.
        response.headers.emplace_back("Content-Disposition", "attachment; filename*=UTF-8''" + http::percent_encoded(reply.file_name));
        response.headers.emplace_back("X-Content-Type-Options", "nosniff");
    }
    if (!reply.content_type.empty()) response.headers.emplace_back("Content-Type", reply.content_type);
    return response;
}

FormAnswerVisitor form_answer_visitor(const RouteParts& parts, const http::Caller& caller) {
    return {caller.actor, is_of_the_desk(caller.actor),
            [parts, actor = caller.actor](engine::ProcessInstanceKey key) { return works_on_case(*parts.access.reader, actor, key); }};
}

template <class Ask>
http::Handler about_form_answers(const RouteParts& parts, Ask ask) {
    return guarded(parts.guard, [parts, ask](const http::Request& request, const http::Caller& caller) {
        return as_form_answer(ask(*parts.form_answers, request, form_answer_visitor(parts, caller)));
    });
}

/// The same with a body in JSON.
template <class Ask>
http::Handler told_about_form_answers(const RouteParts& parts, Ask ask) {
    return guarded(parts.guard, [parts, ask](const http::Request& request, const http::Caller& caller) {
        const auto body = http::json_body(request);
        if (!body) return body.error();
        return as_form_answer(ask(*parts.form_answers, request.parameters.at("answerId"), boost::json::serialize(*body), form_answer_visitor(parts, caller)));
    });
}

std::string asked(const http::Request& request, std::string_view name) { return std::string(request.query_parameter(name).value_or("")); }

}  // namespace

void add_form_answer_routes(http::Router& router, const RouteParts& parts) {
    if (!parts.form_answers) return;
    using Access = FormAnswerAccess;
    using Visitor = FormAnswerVisitor;
    router.add("POST", "/api/form-answers", about_form_answers(parts, [](Access& answers, const http::Request& request, const Visitor& visitor) {
                   return answers.post(request.body, asked(request, "fileName"), asked(request, "caseNo"), visitor);
               }));
    router.add("GET", "/api/form-answers", about_form_answers(parts, [](Access& answers, const http::Request&, const Visitor& visitor) { return answers.list(visitor); }));
    router.add("GET", "/api/form-answers/{answerId}", about_form_answers(parts, [](Access& answers, const http::Request& request, const Visitor& visitor) {
                   return answers.get(request.parameters.at("answerId"), visitor);
               }));
    router.add("GET", "/api/form-answers/{answerId}/file", about_form_answers(parts, [](Access& answers, const http::Request& request, const Visitor& visitor) {
                   return answers.file(request.parameters.at("answerId"), visitor);
               }));
    router.add("POST", "/api/form-answers/{answerId}/confirmation", told_about_form_answers(parts, [](Access& answers, const std::string& id, const std::string& body, const Visitor& visitor) {
                   return answers.confirm(id, body, visitor);
               }));
    router.add("POST", "/api/form-answers/{answerId}/closing", told_about_form_answers(parts, [](Access& answers, const std::string& id, const std::string& body, const Visitor& visitor) {
                   return answers.set_aside(id, body, visitor);
               }));
}

}  // namespace dandori::inbox
