#include "adapters/rest/base64.h"

#include <gtest/gtest.h>

namespace dandori::rest {
namespace {

TEST(Base64, WritesTheExamplesOfRfc4648AndReadsThemBack) {
    const std::pair<const char*, const char*> examples[]{{"", ""},
                                                         {"f", "Zg=="},
                                                         {"fo", "Zm8="},
                                                         {"foo", "Zm9v"},
                                                         {"foob", "Zm9vYg=="},
                                                         {"fooba", "Zm9vYmE="},
                                                         {"foobar", "Zm9vYmFy"}};
    for (const auto& [bytes, text] : examples) {
        EXPECT_EQ(to_base64(bytes), text);
        EXPECT_EQ(from_base64(text), bytes);
    }
    EXPECT_EQ(from_base64(to_base64(std::string("\0\xff\x80", 3))), std::string("\0\xff\x80", 3));
}

TEST(Base64, RefusesWhatItWouldNotWrite) {
    for (const auto* text : {"Zg", "Zg=", "Z===", "====", "Zh==", "Zm9=", "Zg==Zg==", "Zm 9", "Zm-_"})
        EXPECT_FALSE(from_base64(text)) << text;
}

}  // namespace
}  // namespace dandori::rest
