#include <gtest/gtest.h>

#include "tests/fuzz/driver.h"
#include "tests/fuzz/feel_corpus.h"

namespace dandori {
namespace {

TEST(FeelParserFuzz, NoTextCanDoHarm) { test::fuzz(test::feel_corpus(), 20260405, test::feel_fuzz_rounds(), 4096); }

}  // namespace
}  // namespace dandori
