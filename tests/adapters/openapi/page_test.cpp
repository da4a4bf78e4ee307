#include "adapters/openapi/page.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "adapters/openapi/description.h"
#include "adapters/openapi/openapi.h"

namespace dandori::openapi {
namespace {

TEST(ApiPage, ShowsEachRouteUnderItsHeadInBothLanguages) {
    const std::string_view part = R"({
      "title": {"en": "Things", "ja": "もの"},
      "schemas": {"Thing": {"thingKey": "key", "colour?": "RED|BLUE"}},
      "routes": {"POST /v2/things/{thingKey}": {"is": "changeThing", "does": "Changes <it>.", "query": {"loud?": "truth"}, "takes": "Thing",
                                                "gives": "Thing[]"}}
    })";
    const std::vector<std::string_view> parts{common_part(), part};
    const auto page = page_of(describe(parts, {{"POST", "/v2/things/{thingKey}"}}));
    for (const std::string_view expected :
         {"<h2 id=\"tag-Things\">もの <span lang=\"en\">Things</span></h2>", "<code>POST /v2/things/{thingKey}</code>",
          "Changes &lt;it&gt;.", "<th>?loud</th><td><code>boolean</code>",
          "<th>要求 Request</th><td><code><a href=\"#Thing\">Thing</a></code>",
          "<th>200</th><td><code><a href=\"#Thing\">Thing</a>[]</code>",
          "<th>拒否 Refusals</th><td><code>400, 401, 403, 404, 413, 415, 429</code>",
          "{ thingKey: <a href=\"#Key\">Key</a>, colour?: RED | BLUE | null }"})
        EXPECT_NE(page.find(expected), std::string::npos) << expected;
    EXPECT_EQ(page.find("<script"), std::string::npos);
    EXPECT_EQ(page.find("http"), std::string::npos) << "nothing is loaded from elsewhere";
}

}  // namespace
}  // namespace dandori::openapi
