#include "adapters/http/networks.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace dandori::http {
namespace {

struct Seen {
    std::string address;
    bool is_encrypted;
};

Seen seen(const std::vector<std::string>& trusted, const std::string& peer, const std::vector<std::string>& forwarded_for,
          const std::string& scheme = "") {
    Request request;
    request.client_address = peer;
    for (const std::string& each : forwarded_for) request.headers.emplace_back("x-forwarded-FOR", each);
    if (!scheme.empty()) request.headers.emplace_back("X-Forwarded-Proto", scheme);
    look_behind_proxies(request, Networks(trusted));
    return {request.client_address, request.is_encrypted};
}

TEST(Networks, KnowAddressesAndNetworks) {
    const Networks proxies({"10.1.2.3", "192.168.0.0/20", "fd00::/8"});
    EXPECT_TRUE(proxies.include("10.1.2.3"));
    EXPECT_TRUE(proxies.include("::ffff:10.1.2.3"));
    EXPECT_FALSE(proxies.include("10.1.2.4"));
    EXPECT_TRUE(proxies.include("192.168.15.255"));
    EXPECT_FALSE(proxies.include("192.168.16.0"));
    EXPECT_TRUE(proxies.include("fd12::1"));
    EXPECT_FALSE(proxies.include("fe80::1"));
    EXPECT_FALSE(proxies.include("somebody"));
}

TEST(Networks, RefuseWhatIsNoAddress) {
    for (const char* text : {"", "proxy.example", "10.1.2.3/33", "10.1.2.3/", "10.1.2.3/x", "fd00::/129", "10.1.2.3/8 "}) {
        EXPECT_THROW(Networks({text}), std::runtime_error) << text;
    }
}

TEST(Networks, AreBelievedWhereTheyAreTrustedOnly) {
    EXPECT_EQ(seen({}, "10.1.2.3", {"198.51.100.7"}, "https").address, "10.1.2.3");
    EXPECT_FALSE(seen({}, "10.1.2.3", {"198.51.100.7"}, "https").is_encrypted);
    EXPECT_EQ(seen({"10.1.2.3"}, "10.1.2.3", {"198.51.100.7"}, "https").address, "198.51.100.7");
    EXPECT_TRUE(seen({"10.1.2.3"}, "10.1.2.3", {"198.51.100.7"}, "HTTPS").is_encrypted);
    EXPECT_FALSE(seen({"10.1.2.3"}, "10.1.2.3", {"198.51.100.7"}, "http").is_encrypted);
}

TEST(Networks, SpeakForTheLastAddressThatIsNoProxy) {
    EXPECT_EQ(seen({"10.0.0.0/8"}, "10.1.2.3", {"203.0.113.9, 198.51.100.7 , 10.9.9.9"}).address, "198.51.100.7") << "who wrote the first may lie";
    EXPECT_EQ(seen({"10.0.0.0/8"}, "10.1.2.3", {"203.0.113.9", "10.9.9.9"}).address, "203.0.113.9") << "two headers are one list";
    EXPECT_EQ(seen({"10.0.0.0/8"}, "10.1.2.3", {"203.0.113.9, unknown, 10.9.9.9"}).address, "10.9.9.9");
    EXPECT_EQ(seen({"10.0.0.0/8"}, "10.1.2.3", {}).address, "10.1.2.3");
}

}  // namespace
}  // namespace dandori::http
