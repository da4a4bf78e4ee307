#include <gtest/gtest.h>

#include "tests/fuzz/driver.h"

namespace dandori {
namespace {

TEST(TableFuzz, NoFileCanDoHarm) {
    test::fuzz({R"({"table": "t", "title": "表", "titleEn": "T", "readers": ["*"], "editors": ["ward_is.*"], "processes": ["p"], "columns": [{"name": "id", "key": true},
                {"name": "no", "type": "integer", "refersTo": "u.id"}, {"name": "kind", "values": ["a", {"value": "b", "title": "乙"}], "required": true}]})",
                "id,no,yes,day,month,at,parts\na,1,true,2026-04-01,2026-04,2026-04-01T09:00:00+09:00,a;b\nb/c,-2,,,,,\n", "\xEF\xBB\xBF\"no\",\"id\"\r\n\"7\",\"x\\y\"\r\n"},
               20261129, 5'000);
}

}  // namespace
}  // namespace dandori
