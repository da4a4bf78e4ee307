#include "adapters/http/answer.h"

#include <algorithm>
#include <boost/json.hpp>

#include "adapters/http/multipart.h"
#include "adapters/http/problem.h"

namespace dandori::http {
namespace {

int status_of(engine::Rejection::Code code) {
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

}  // namespace

Response json_answer(int status, const boost::json::value& body) {
    return {status, {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}}, boost::json::serialize(body)};
}

Response no_content() { return {204, {{"Cache-Control", "no-store"}}, ""}; }

bool is_japanese(const Request& request) { return request.header("Accept-Language").value_or("").starts_with("ja"); }

std::string_view in_language_of(const Request& request, std::string_view ja, std::string_view en) { return is_japanese(request) ? ja : en; }

Response refusal(const Request& request, int status, std::string_view ja, std::string_view en) {
    return problem(status, in_language_of(request, ja, en), request);
}

Response refusal(const Request& request, const engine::Rejection& rejection) { return problem(status_of(rejection.code), rejection.text, request); }

Response refusal(const Request& request, const Failure& failure) { return problem(400, failure.text, request); }

tl::expected<std::map<std::string, std::string, std::less<>>, Response> form_of(const Request& request, std::initializer_list<std::string_view> names) {
    const auto type = request.header("Content-Type").value_or("");
    if (!type.starts_with("multipart/form-data"))
        return tl::unexpected(refusal(request, 415, "multipart/form-data で送ってください。", "A form is expected, multipart/form-data."));
    const auto parts = read_multipart(type, request.body);
    if (!parts) return tl::unexpected(problem(400, parts.error(), request));
    std::map<std::string, std::string, std::less<>> form;
    for (const auto& part : *parts) {
        if (std::find(names.begin(), names.end(), part.name) == names.end())
            return tl::unexpected(refusal(request, 400, "知らない項目「" + part.name + "」があります。", "There is no field '" + part.name + "' in this form."));
        form[part.name] = part.content;
    }
    if (!form.contains("file")) return tl::unexpected(refusal(request, 400, "項目 file（ファイル）がありません。", "The field 'file' is missing."));
    return form;
}

}  // namespace dandori::http
