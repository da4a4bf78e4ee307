#include "adapters/inbox/guessable.h"

#include <gtest/gtest.h>

namespace dandori::inbox {
namespace {

TEST(Guessable, IsWhatEverybodyTriesFirst) {
    for (const auto* password :
         {"password1234", "Password2026!", "P@ssw0rd12345", "passwordpassword", "w3lc0m3w3lc0m3", "123456789012", "098765432109", "aaaaaaaaaaaa", "qwertyuiop12",
          "1qaz2wsx3edc", "1q2w3e4r5t6y", "zxcvbnmasdfghjkl", "iloveyou2025", "Welcome2Tokyo!", "admin-admin-admin", "letmeinletmein1",
          "summer2026winter", "abcdefghijklmnop", "ababababababab", "Sakura-Sakura-1", "............", "changeme123!"})
        EXPECT_TRUE(is_guessable(password)) << password;
}

TEST(Guessable, IsTheUserNameWithNumbers) {
    EXPECT_TRUE(is_guessable("hanako.suzuki-2026", "hanako.suzuki"));
    EXPECT_TRUE(is_guessable("HanakoSuzuki1234", "hanako.suzuki"));
    EXPECT_FALSE(is_guessable("HanakoSuzuki1234", "ken"));
    EXPECT_FALSE(is_guessable("ab-plum-orchard", "ab")) << "two letters are in any password";
}

TEST(Guessable, IsNothingWithWordsOfOnesOwn) {
    for (const auto* password : {"correct horse battery staple", "plum orchard passage", "kq7x2mvt9wzp", "夏の縁側で麦茶を飲む", "scene-of-the-browser",
                                 "my password is plum orchard", "4839-2716-5501-x7pw"})
        EXPECT_FALSE(is_guessable(password)) << password;
}

}  // namespace
}  // namespace dandori::inbox
