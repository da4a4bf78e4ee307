#pragma once
// Addresses that are trusted, and proxies that are believed when they say whom they speak for.

#include <string>
#include <string_view>
#include <vector>

#include "adapters/http/message.h"

namespace dandori::http {

/// Addresses and networks.
class Networks {
  public:
    /// Each an address or `address/bits`. Throws std::runtime_error for anything else, naming it.
    explicit Networks(const std::vector<std::string>&);
    bool include(std::string_view address) const;

  private:
    struct Network {
        std::vector<unsigned char> address;  ///< 16 bytes; IPv4 as ::ffff:a.b.c.d
        unsigned bits = 128;
    };
    static std::vector<unsigned char> bytes_of(std::string_view address);  ///< empty if it is none
    std::vector<Network> networks_;
};

/// Whom a request comes from: where the other end of the connection is a trusted proxy, the last address of `X-Forwarded-For` that
/// is none, and the scheme of `X-Forwarded-Proto`. Headers from anybody else say nothing.
void look_behind_proxies(Request&, const Networks&);

}  // namespace dandori::http
