// Links to documents: whoever has one reads that document until the link's time is over, without signing in.
//
// A link says which document, of which content, and until when, sealed by HMAC-SHA256 with a secret that only the store knows. So
// nothing is kept for a link, and one ends early when its document is removed.
#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "adapters/http/target.h"
#include "adapters/rest/directory.h"
#include "adapters/rest/documents.h"
#include "adapters/rest/routes.h"
#include "engine/identity/digest.h"

namespace dandori::rest {
namespace {

using engine::Document;
using engine::ServerSecret;

constexpr std::string_view links_path = "/api/document-links/";
constexpr std::int64_t link_default_ms = 60 * 60'000;
constexpr std::int64_t link_ms_max = std::int64_t{31} * 24 * 60 * 60'000;

const std::string secret_name = "document links";

std::string seal(const std::string& secret, const Document& document, std::int64_t until_ms) {
    const std::string sealed = document.id + "\n" + document.content_hash + "\n" + std::to_string(until_ms);
    return engine::in_hexadecimal(engine::hmac_sha256(secret, sealed));
}

/// `https://host` as the client has reached us; empty where it doesn't say so.
std::string own_origin(const http::Request& request) {
    const auto host = request.header("Host").value_or("");
    constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:[]";
    if (host.empty() || host.find_first_not_of(allowed) != std::string_view::npos) return {};
    return (request.is_encrypted ? "https://" : "http://") + std::string(host);
}

void answer_link(const Reply& reply, const std::string& secret, const std::string& origin, const Document& document, std::int64_t until_ms) {
    JsonText json;
    json.begin_object().name("url").text(origin + std::string(links_path) + http::percent_encoded(document.id) + "?until=" + std::to_string(until_ms) +
                                         "&seal=" + seal(secret, document, until_ms));
    json.name("expiresAt").text(to_iso8601(Instant{until_ms})).end_object();
    reply.json(json.take(), 201);
}

Instant now_of(const Call& call) { return call.api->settings.now ? call.api->settings.now() : Instant{}; }

Result<void> create_link(Call& call) {
    auto body = TRY(call.body());
    const auto lasts_ms = TRY(body.integer("timeToLive", 1, link_ms_max)).value_or(link_default_ms);
    TRY(body.nothing_else());
    const auto document = TRY(document_in_path(call));
    if (!document) return {};
    std::int64_t until_ms = now_of(call).milliseconds + lasts_ms;
    if (document->expires_at) until_ms = std::min(until_ms, document->expires_at->milliseconds);
    const auto answer = [reply = call.reply, origin = own_origin(call.request), document = *document, until_ms, api = call.api] {
        const auto secret = engine::get<ServerSecret>(api->engine.reader(), secret_name);
        if (!secret) return false;
        answer_link(reply, secret->value, origin, document, until_ms);
        return true;
    };
    if (answer()) return {};
    // The first link of all. Of several at once the first secret stays.
    call.api->engine.submit(engine::PutRow{ServerSecret{secret_name, random_hexadecimal(32)}, true}, std::nullopt,
                            std::function([answer, reply = call.reply](engine::Outcome<engine::Done> outcome) {
                                if (!answer()) reply.reject("CREATE", outcome ? engine::Rejection{} : outcome.error());
                            }));
    return {};
}

/// A link that is over, forged, or of a document that is gone or another one meanwhile: all the same to whoever asks.
Result<void> get_linked_document(Call& call) {
    const auto& id = path_text(call, "documentId");
    const auto until = call.request.query_parameter("until").value_or("");
    std::int64_t until_ms = 0;
    const auto [end, error] = std::from_chars(until.data(), until.data() + until.size(), until_ms);
    const auto document = error == std::errc{} && end == until.data() + until.size() ? engine::get<Document>(call.reader(), id) : std::nullopt;
    const auto secret = engine::get<ServerSecret>(call.reader(), secret_name);
    const bool holds = document && secret && now_of(call).milliseconds < until_ms &&
                       engine::equal_secrets(seal(secret->value, *document, until_ms), call.request.query_parameter("seal").value_or(""));
    if (holds) answer_document(call, *document);
    else call.reply.refuse(404, "NOT_FOUND", "This link doesn't hold: it is over, or its document is gone. Ask for a new one.");
    return {};
}

}  // namespace

std::vector<Route> document_link_routes() {
    return {{"POST", "/documents/{documentId}/links", Who::Admitted, create_link},
            {"GET", "/document-links/{documentId}", Who::Anybody, get_linked_document, Takes::Json, false, "/api"}};
}

}  // namespace dandori::rest
