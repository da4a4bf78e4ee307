#pragma once
// How members know one another: by a secret of the store that all of them work on.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "adapters/http/message.h"

namespace dandori::cluster {

inline constexpr std::string_view member_header = "X-Dandori-Member";        ///< the name of the member that passes a request on
inline constexpr std::string_view client_header = "X-Dandori-Client";        ///< the address that the request came from
inline constexpr std::string_view encrypted_header = "X-Dandori-Encrypted";  ///< `1` or `0`: how it came
inline constexpr std::string_view time_header = "X-Dandori-Time";            ///< when it was signed, milliseconds since 1970
inline constexpr std::string_view signature_header = "X-Dandori-Signature";
/// In the answer of a member that doesn't lead, and so has done nothing.
inline constexpr std::string_view not_leading_header = "X-Dandori-Not-Leading";

/// HMAC-SHA256 with the members' secret, in hexadecimal. May be used by any thread.
class MemberSignature {
  public:
    explicit MemberSignature(std::string secret) : secret_(std::move(secret)) {}

    /// Of a request as it is sent on: its method, target and body, and the headers above.
    std::string of_request(const http::Request&, std::string_view member, std::string_view client, std::string_view encrypted,
                           std::string_view time) const;
    /// Of the answer to a request with that signature.
    std::string of_answer(std::string_view request_signature, int status, std::string_view body) const;

    /// Whether the request was passed on by a member at most `age_ms_max` ago; clocks may differ by as much.
    bool holds_for(const http::Request&, std::int64_t now_ms, std::int64_t age_ms_max = 60'000) const;

  private:
    std::string hmac(std::string_view text) const;
    const std::string secret_;
};

/// Whether it is one of the headers above, which only members may send.
bool is_members_header(std::string_view name);

}  // namespace dandori::cluster
