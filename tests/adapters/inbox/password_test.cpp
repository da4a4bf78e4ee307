#include "adapters/inbox/password.h"

#include <gtest/gtest.h>

namespace dandori::inbox {
namespace {

TEST(Password, FitsItsOwnHashOnly) {
    const auto hash = hash_password("正しい馬の電池ホチキス");
    EXPECT_EQ(hash.substr(0, 10), "$argon2id$");
    EXPECT_TRUE(password_fits(hash, "正しい馬の電池ホチキス"));
    EXPECT_FALSE(password_fits(hash, "正しい馬の電池ホチキ"));
    EXPECT_FALSE(password_fits("no hash at all", "正しい馬の電池ホチキス"));
}

TEST(Password, IsHashedWithASaltOfItsOwn) { EXPECT_NE(hash_password("the same"), hash_password("the same")); }

TEST(RandomText, HasTwoHundredFiftySixBitsAndNoCharacterACookieCantHold) {
    const auto text = random_text();
    EXPECT_EQ(text.size(), 43u);
    EXPECT_EQ(text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
              std::string::npos);
    EXPECT_NE(text, random_text());
}

TEST(Digest, IsSha256) {
    EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Secrets, AreEqualOnlyAsAWhole) {
    EXPECT_TRUE(equal_secrets("token", "token"));
    EXPECT_FALSE(equal_secrets("token", "toket"));
    EXPECT_FALSE(equal_secrets("token", "token1"));
    EXPECT_TRUE(equal_secrets("", ""));
}

TEST(Base64, IsReadWholeOrNotAtAll) {
    EXPECT_EQ(from_base64("dGFudG86cGFzcw=="), "tanto:pass");
    EXPECT_EQ(from_base64("dGFudG86cGFzcw=="
                          "!"),
              "");
    EXPECT_EQ(from_base64("%%%"), "");
}

}  // namespace
}  // namespace dandori::inbox
