#include "adapters/rest/call.h"

#include "adapters/http/target.h"
#include "adapters/rest/rejection_words.h"

namespace dandori::rest {

void Reply::json(std::string text, int status) const {
    respond_({status, {{"Content-Type", "application/json"}, {"X-Content-Type-Options", "nosniff"}, {"Cache-Control", "no-store"}}, std::move(text)});
}

void Reply::no_content() const { respond_({204, {}, {}}); }

void Reply::file(std::string content, std::string_view content_type, std::string_view name) const {
    http::Response response{200,
                            {{"Content-Type", std::string(content_type)},
                             {"X-Content-Type-Options", "nosniff"},
                             {"Cache-Control", "no-store"},
                             {"Referrer-Policy", "no-referrer"},
                             {"Content-Security-Policy", "default-src 'none'; sandbox"}},
                            std::move(content)};
    // RFC 6266, with the name as RFC 8187 writes it.
    if (!name.empty()) response.headers.emplace_back("Content-Disposition", "attachment; filename*=UTF-8''" + http::percent_encoded(name));
    respond_(std::move(response));
}

void Reply::refuse(int status, std::string_view title, std::string_view detail) const {
    respond_(http::problem(status, title, detail, path_));
}

void Reply::refuse(const Failure& failure) const { refuse(400, "INVALID_ARGUMENT", failure.text); }

void Reply::reject(std::string_view intent, const engine::Rejection& rejection) const {
    const auto words = words_of(rejection.code);
    // People look for the code in the detail; most of the engine's texts begin with it already.
    const std::string beginning =
        rejection.text.starts_with("Command '")
            ? ""
            : "Command '" + std::string(intent) + "' rejected with code '" + std::string(words.code) + "': ";
    refuse(words.status, words.title, beginning + rejection.text);
}

void Reply::not_found(std::string_view what, std::int64_t key) const {
    refuse(404, "NOT_FOUND", std::string(what) + " with key '" + std::to_string(key) + "' not found.");
}

bool Call::permits(engine::ResourceType type, engine::Permission permission, std::string_view id) const {
    if (engine::may(actor(), type, permission, id)) return true;
    reply.refuse(403, "FORBIDDEN", "Insufficient permissions to perform operation '" + std::string(engine::name_of(permission)) +
                                       "' on resource '" + std::string(engine::name_of(type)) + "', required resource identifiers are one of '[*, " +
                                       std::string(id.substr(0, 256)) + "]'.");
    return false;
}

Result<bool> Call::truth_in_query(std::string_view name, bool otherwise) const {
    const auto text = request.query_parameter(name);
    if (!text) return otherwise;
    if (*text == "true" || *text == "false") return *text == "true";
    return fail(Failure::Kind::Syntax, "'" + std::string(name) + "' is '" + std::string(text->substr(0, 100)) + "', but must be true or false.");
}

Result<std::int64_t> Call::path_number(std::string_view name) const {
    const auto it = request.parameters.find(name);
    const std::string_view text = it == request.parameters.end() ? std::string_view{} : it->second;
    if (const auto key = key_of(text)) return *key;
    return fail(Failure::Kind::Syntax,
                "'" + std::string(name) + "' in the path must be a decimal number, found '" + std::string(text) + "'.");
}

}  // namespace dandori::rest
