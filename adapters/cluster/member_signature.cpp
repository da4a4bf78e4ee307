#include "adapters/cluster/member_signature.h"

#include <charconv>

#include "adapters/http/text.h"
#include "engine/identity/digest.h"

namespace dandori::cluster {
namespace {

/// Each part with its length before it, so that no two lists of parts make the same text.
std::string joined(std::initializer_list<std::string_view> parts) {
    std::string text;
    for (const auto part : parts) {
        text += std::to_string(part.size()) + ":";
        text += part;
    }
    return text;
}

}  // namespace

std::string MemberSignature::hmac(std::string_view text) const {
    return engine::in_hexadecimal(engine::hmac_sha256(secret_, text));
}

std::string MemberSignature::of_request(const http::Request& request, std::string_view member, std::string_view client,
                                        std::string_view encrypted, std::string_view time) const {
    return hmac(joined({"request", request.method, request.target, request.body, member, client, encrypted, time}));
}

std::string MemberSignature::of_answer(std::string_view request_signature, int status, std::string_view body) const {
    return hmac(joined({"answer", request_signature, std::to_string(status), body}));
}

bool MemberSignature::holds_for(const http::Request& request, std::int64_t now_ms, std::int64_t age_ms_max) const {
    const auto signature = request.header(signature_header), member = request.header(member_header), client = request.header(client_header),
               encrypted = request.header(encrypted_header), time = request.header(time_header);
    if (!signature || !member || !client || !encrypted || !time) return false;
    std::int64_t signed_ms = 0;
    const auto [end, error] = std::from_chars(time->data(), time->data() + time->size(), signed_ms);
    if (error != std::errc{} || end != time->data() + time->size()) return false;
    if (signed_ms < now_ms - age_ms_max || signed_ms > now_ms + age_ms_max) return false;
    return engine::equal_secrets(*signature, of_request(request, *member, *client, *encrypted, *time));
}

bool is_members_header(std::string_view name) {
    for (const auto ours : {member_header, client_header, encrypted_header, time_header, signature_header, not_leading_header}) {
        if (http::equal_in_any_case(name, ours)) return true;
    }
    return false;
}

}  // namespace dandori::cluster
