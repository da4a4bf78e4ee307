#include "adapters/http/date.h"

#include <gtest/gtest.h>

namespace dandori::http {
namespace {

TEST(HttpDate, IsWrittenAsRfc9110Says) {
    EXPECT_EQ(http_date(Instant{784'111'777'000}), "Sun, 06 Nov 1994 08:49:37 GMT");
    EXPECT_EQ(http_date(Instant{1'775'091'600'999}), "Thu, 02 Apr 2026 01:00:00 GMT");
}

}  // namespace
}  // namespace dandori::http
