#include <gtest/gtest.h>

#include "tests/fuzz/driver.h"

namespace dandori {
namespace {

TEST(SearchFuzz, NoSearchCanDoHarm) {
    test::fuzz(
        {R"({"filter":{"state":{"$in":["ACTIVE","completed"]},"startDate":{"$gte":"2026-01-31T12:00:00Z","$lt":"2026-02-01T00:00:00+09:00"}}})",
         R"({"filter":{"$or":[{"businessId":{"$like":"INC-*"}},{"variables":[{"name":"x","value":"\"a\""}]}],"elementId":"a","hasIncident":false}})",
         R"({"filter":{"processInstanceKey":"1","tags":["a"],"endDate":{"$exists":false}},"sort":[{"field":"startDate","order":"DESC"}],"page":{"from":0,"limit":3}})",
         R"({"page":{"after":"WyIiLDFd","limit":10000}})", "WyIiLDFd", "WyIrc3RhdGUiLCJBQ1RJVkUiLDFd"},
        20260404, 100'000);
}

}  // namespace
}  // namespace dandori
