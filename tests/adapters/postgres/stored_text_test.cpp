#include "adapters/postgres/stored_text.h"

#include <gtest/gtest.h>

#include <random>

namespace dandori::postgres {

TEST(StoredText, LeavesUsualTextsAsTheyAre) {
    for (const std::string text : {"", "a", "tab\tand\nline", "段取り 🈸 naïve", "seven77", "eight888", "nine99999", "\x02"}) {
        EXPECT_TRUE(is_storable(text)) << text;
        EXPECT_EQ(to_stored(text), text);
        EXPECT_EQ(from_stored(text), text);
    }
}

TEST(StoredText, TellsWhatPostgresCantHoldWhereverItStands) {
    // Zero, ours, halves of characters, too long forms, surrogates, beyond Unicode (RFC 3629).
    for (const auto& bad : {std::string("\0", 1), std::string("\1"), std::string("\x80"), std::string("\xc3"), std::string("\xc0\x80"),
                                  std::string("\xe0\x80\x80"), std::string("\xed\xa0\x80"), std::string("\xf4\x90\x80\x80"), std::string("\xff")}) {
        for (std::size_t before = 0; before < 20; ++before) {
            const auto text = std::string(before, 'x') + bad + "behind it";
            EXPECT_FALSE(is_storable(text));
            const auto stored = to_stored(text);
            EXPECT_EQ(stored.find('\0'), std::string::npos);
            EXPECT_EQ(from_stored(stored), text);
        }
    }
}

TEST(StoredText, KeepsTheOrderOfTexts) {
    std::mt19937 random(20260402);
    const std::string pieces[] = {std::string("\0", 1), "\1", "\2", "a", "é", "段"};
    const auto draw = [&] {
        std::string text;
        for (auto left = random() % 4; left > 0; --left) text += pieces[random() % std::size(pieces)];
        return text;
    };
    for (int i = 0; i < 10'000; ++i) {
        const auto a = draw();
        const auto b = draw();
        ASSERT_EQ(a < b, to_stored(a) < to_stored(b));
        ASSERT_EQ(a == b, to_stored(a) == to_stored(b));
    }
}

}  // namespace dandori::postgres
