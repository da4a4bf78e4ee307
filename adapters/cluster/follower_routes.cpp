#include "adapters/cluster/follower_routes.h"

#include "adapters/http/problem.h"
#include "adapters/http/text.h"

namespace dandori::cluster {
namespace {

bool has_basic_credentials(const http::Request& request) {
    const auto authorization = request.header("Authorization");
    return authorization && authorization->size() >= 5 && http::equal_in_any_case(authorization->substr(0, 5), "Basic");
}

/// The answer carries its signature, so that the member that asked knows that another member gave it.
http::Respond signed_by(const MemberSignature& signature, const http::Request& request, http::Respond respond) {
    return [signature, request_signature = std::string(*request.header(signature_header)), is_head = request.method == "HEAD",
            respond = std::move(respond)](http::Response response) {
        // Of an answer that goes on only the head is signed: nobody knows yet what follows.
        const std::string_view body = is_head || response.go_on ? std::string_view{} : response.body;
        response.headers.emplace_back(signature_header, signature.of_answer(request_signature, response.status, body));
        respond(std::move(response));
    };
}

/// The headers that only members send, from anybody else.
void drop_members_headers(http::Request& request) {
    std::erase_if(request.headers, [](const auto& header) { return is_members_header(header.first); });
}

}  // namespace

bool is_answered_by_anybody(const http::Request& request) {
    if (has_basic_credentials(request)) return false;  // failed ones are counted
    const std::string_view path = request.path;
    if (request.method == "GET" || request.method == "HEAD") return !path.starts_with("/api/events") && !path.starts_with("/api/session");
    if (request.method != "POST" || path.starts_with("/api/dry-run")) return false;
    return path.ends_with("/search") || path.find("/statistics/") != std::string_view::npos || path.ends_with("/statistics");
}

http::Router::Divert diverting_to_leader(Forwarder& forwarder, MemberSignature signature, FollowerSettings settings) {
    return [&forwarder, signature = std::move(signature), settings = std::move(settings)](http::Request& request, http::Respond& respond) {
        if (request.header(signature_header)) {
            if (!signature.holds_for(request, settings.now_ms())) {
                respond(http::problem(403, "FORBIDDEN", "This request says that it comes from another member, but is not signed by one.",
                                      request.path));
                return true;
            }
            respond = signed_by(signature, request, std::move(respond));
            request.client_address = std::string(*request.header(client_header));
            request.is_encrypted = request.header(encrypted_header) == "1";
            drop_members_headers(request);
            if (settings.leads()) return false;
            auto refusal = http::problem(503, "UNAVAILABLE", "This member doesn't lead.", request.path);
            refusal.headers.emplace_back(not_leading_header, "1");
            respond(std::move(refusal));
            return true;
        }
        drop_members_headers(request);
        if (settings.leads() || is_answered_by_anybody(request)) return false;
        forwarder.forward(request, std::move(respond));
        return true;
    };
}

}  // namespace dandori::cluster
