#include <gtest/gtest.h>

#include "tests/fuzz/driver.h"

namespace dandori {
namespace {

TEST(HttpFuzz, NoRequestCanDoHarm) {
    test::fuzz(
        {"/v2/jobs/12/completion?truncateValues=false&a=%E6%AE%B5+x", "http://host:80/a/%2e%2e/b?c",
         "--x\r\nContent-Disposition: form-data; name=\"resources\"; filename=\"a\\\"b.bpmn\"\r\nContent-Type: "
         "text/xml\r\n\r\n<x/>\r\n--x\r\nContent-Disposition: form-data; name=f; "
         "filename*=UTF-8''%E8%A8%98\r\n\r\n\r\n--x--\r\n",
         "{\"a\\u0062\": {\"b\": [1, 2.50, \"x\\\"}\", null]}, \"variables\" : {\"c\":true} , \"d\": \"段取り\"}",
         "{\"filter\":{\"state\":{\"$in\":[\"A\"]}},\"page\":{\"limit\":3}}", "session=\"x\"; other=1;"},
        20260403, 200'000);
}

}  // namespace
}  // namespace dandori
