#include "adapters/postgres/address.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dandori::postgres {

using testing::HasSubstr;
using testing::Not;

TEST(PostgresAddress, KnowsItsOwn) {
    EXPECT_TRUE(is_address("postgres://db/dandori"));
    EXPECT_TRUE(is_address("postgresql:///dandori"));
    EXPECT_TRUE(is_address("service=ward"));
    EXPECT_FALSE(is_address("sqlite:postgres://x"));
}

TEST(PostgresAddress, ReadsWhatLibpqReadsAndTheSchema) {
    const auto address = read_address("postgres://kanri:s3cret@db.example.jp:5433/ward?sslmode=verify-full&schema=dan%20dori&connect_timeout=3");
    ASSERT_TRUE(address);
    EXPECT_THAT(address->connection, HasSubstr("password='s3cret'"));
    EXPECT_THAT(address->connection, HasSubstr("sslmode='verify-full'"));
    EXPECT_THAT(address->connection, HasSubstr("connect_timeout='3'"));
    EXPECT_THAT(address->connection, HasSubstr("tcp_user_timeout='30000'"));
    EXPECT_THAT(address->connection, Not(HasSubstr("schema")));
    EXPECT_EQ(address->schema, "dan dori");
    EXPECT_EQ(address->described, "postgres://kanri@db.example.jp:5433/ward, schema dan dori");
}

TEST(PostgresAddress, TakesTheSchemaFromAnyPlace) {
    for (const std::string text : {"postgres://h/d?schema=s", "postgres://h/d?schema=s&sslmode=disable", "postgres://h/d?sslmode=disable&schema=s",
                                   "service=ward schema=s", "service=ward schema=s sslmode=disable"}) {
        const auto address = read_address(text);
        ASSERT_TRUE(address) << text;
        EXPECT_EQ(address->schema, "s") << text;
    }
}

TEST(PostgresAddress, QuotesWhatItPassesOn) {
    EXPECT_THAT(read_address("postgres://u:it's%5C@h/d")->connection, HasSubstr("password='it\\'s\\\\'"));
}

TEST(PostgresAddress, NeverRepeatsAPassword) {
    for (const std::string text : {"postgres://u:s3cret@h:port/d?nonsense=1", "postgres://u:s3cret@[::1", "postgres://u:s3cret@h/d?password=s3cret&=",
                                   "service=x password='s3cret"}) {
        const auto address = read_address(text);
        ASSERT_FALSE(address) << text;
        EXPECT_THAT(address.error().text, Not(HasSubstr("s3cret")));
        EXPECT_THAT(address.error().text, HasSubstr("postgres://USER@HOST:PORT/DATABASE?sslmode=verify-full or service=NAME is expected"));
    }
}

}  // namespace dandori::postgres
