#include "adapters/main/addresses.h"

#include <gtest/gtest.h>

namespace dandori {
namespace {

TEST(ListenAddress, IsReadOrTheFaultIsTold) {
    EXPECT_EQ(*read_listen_address("127.0.0.1:8080"), (ListenAddress{"127.0.0.1", 8080}));
    EXPECT_EQ(*read_listen_address("localhost:0"), (ListenAddress{"localhost", 0}));
    EXPECT_EQ(*read_listen_address("[::1]:80"), (ListenAddress{"::1", 80}));
    for (const char* text :
         {"", ":", "8080", ":8080", "host:", "host:x", "host:65536", "host:-1", "host:80x", "::1:80", "[]:80"}) {
        const auto address = read_listen_address(text);
        ASSERT_FALSE(address) << text;
        EXPECT_EQ(address.error().text,
                  "'" + std::string(text) + "' is no address; HOST:PORT is expected, such as 127.0.0.1:8080.");
    }
}

TEST(ListenAddress, KnowsWhichHostsOnlyThisMachineReaches) {
    for (const char* host : {"localhost", "127.0.0.1", "127.1.2.3", "::1"}) EXPECT_TRUE(is_loopback(host)) << host;
    for (const char* host : {"0.0.0.0", "::", "10.0.0.1", "127.0.0.1.example", "127.example", ""}) {
        EXPECT_FALSE(is_loopback(host)) << host;
    }
}

TEST(StoreAddress, IsReadOrTheFaultIsTold) {
    EXPECT_FALSE(read_store_address("memory:")->is_lasting());
    EXPECT_EQ(read_store_address("sqlite:a/b.db")->file, "a/b.db");
    EXPECT_EQ(read_store_address("postgres://kanri@db/ward?schema=s")->postgres->described, "postgres://kanri@db/ward, schema s");
    EXPECT_EQ(read_store_address("postgers://kanri:s3cret@db/ward").error().text,
              "This is no store; 'memory:', 'sqlite:PATH' or 'postgres://USER@HOST/DATABASE' is expected.");
    for (const char* text : {"", "sqlite:", "b.db", "mysql://x", "memory:x"}) {
        const auto address = read_store_address(text);
        ASSERT_FALSE(address) << text;
        EXPECT_EQ(address.error().text,
                  "'" + std::string(text) + "' is no store; 'memory:', 'sqlite:PATH' or 'postgres://USER@HOST/DATABASE' is expected.");
    }
}

}  // namespace
}  // namespace dandori
