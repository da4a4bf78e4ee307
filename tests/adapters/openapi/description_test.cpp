#include "adapters/openapi/description.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "adapters/openapi/openapi.h"

namespace dandori::openapi {
namespace {

constexpr std::string_view things = R"({
  "title": {"en": "Things", "ja": "もの"},
  "schemas": {"Thing": {"thingKey": "key"}, "WholeThing": {"...": "Thing", "more": "text"}, "ThingSearch": {"page?": "SearchPage"},
              "ThingPage": {"items": "Thing[]"}, "NeverUsed": {"a": "text"}},
  "routes": {
    "POST /v2/things/search": {"is": "searchThings", "does": "Finds things.", "finds": "Thing"},
    "GET /v2/things/{thingKey}": {"is": "getThing", "does": "Gives a thing.", "gives": {"200": "WholeThing", "204": ""}},
    "POST /v2/things": {"is": "makeThing", "does": "Makes a thing.", "query": {"loud?": "truth"}, "takes": {"name": "text"},
                        "gives": {"201": "Thing"}, "refuses": [409], "tried": true},
    "GET /v2/health": {"is": "getHealth", "does": "Says that all is well.", "gives": 204, "for": "anybody"},
    "GET /v2/gone": {"is": "getGone", "does": "Isn't registered.", "gives": 204}
  }
})";
constexpr std::string_view more = R"({"also": {"Thing": {"colour": "RED|BLUE"}}})";

boost::json::object document_of(std::vector<std::string_view> parts) {
    parts.insert(parts.begin(), common_part());
    return describe(parts, {{"POST", "/v2/things/search"},
                            {"GET", "/v2/things/{thingKey}"},
                            {"POST", "/v2/things"},
                            {"POST", "/api/dry-run/v2/things"},
                            {"GET", "/v2/health"},
                            {"GET", "/v2/not-described"}});
}

std::string statuses(const boost::json::value& operation) {
    std::string text;
    for (const auto& each : operation.at("responses").as_object())
        text += (text.empty() ? "" : " ") + std::string(each.key());
    return text;
}

std::string fault_of(std::vector<std::string_view> parts) {
    try {
        document_of(std::move(parts));
    } catch (const std::invalid_argument& fault) {
        return fault.what();
    }
    return "none";
}

TEST(Description, HasWhatIsRegisteredAndDescribed) {
    const auto document = document_of({things, more});
    const auto& paths = document.at("paths").as_object();
    EXPECT_TRUE(paths.contains("/v2/things/{thingKey}"));
    EXPECT_TRUE(paths.contains("/api/dry-run/v2/things"));
    EXPECT_FALSE(paths.contains("/v2/gone"));
    EXPECT_FALSE(paths.contains("/v2/not-described"));
    const auto& schemas = document.at("components").at("schemas").as_object();
    EXPECT_TRUE(schemas.contains("SearchPage"));
    EXPECT_FALSE(schemas.contains("NeverUsed"));
}

TEST(Description, StatusesFollowFromWhatARouteAsksFor) {
    const auto document = document_of({things, more});
    const auto& paths = document.at("paths");
    EXPECT_EQ(statuses(paths.at("/v2/things/search").at("post")), "200 400 401 403 413 415 429");
    EXPECT_EQ(statuses(paths.at("/v2/things/{thingKey}").at("get")), "200 204 400 401 404 429");
    EXPECT_EQ(statuses(paths.at("/v2/things").at("post")), "201 400 401 403 409 413 415 429");
    EXPECT_EQ(statuses(paths.at("/v2/health").at("get")), "204");
    EXPECT_EQ(paths.at("/v2/health").at("get").at("security").as_array().size(), 0U);
    EXPECT_EQ(paths.at("/v2/things").at("post").at("requestBody").at("required"), true);
    EXPECT_EQ(paths.at("/v2/things/search").at("post").at("requestBody").at("required"), false);
    EXPECT_EQ(paths.at("/v2/things").at("post").at("parameters").at(0).at("name"), "loud");
    EXPECT_EQ(paths.at("/v2/things/{thingKey}").at("get").at("parameters").at(0).at("in"), "path");
}

TEST(Description, ATrialTellsItsEffects) {
    const auto document = document_of({things, more});
    const auto& trial = document.at("paths").at("/api/dry-run/v2/things").at("post");
    EXPECT_EQ(statuses(trial), "200 400 401 403 409 413 415 429");
    EXPECT_EQ(trial.at("operationId"), "try_makeThing");
    EXPECT_EQ(trial.at("responses").at("200").at("content").at("application/json").at("schema").at("$ref"),
              "#/components/schemas/Effects");
}

TEST(Description, MembersAreAddedAndSpread) {
    const auto document = document_of({things, more});
    const auto& whole = document.at("components").at("schemas").at("WholeThing");
    EXPECT_EQ(boost::json::serialize(whole.at("required")), R"(["thingKey","colour","more"])");
}

TEST(Description, AFaultSaysWhereItIs) {
    EXPECT_EQ(fault_of({things, more}), "none");
    EXPECT_EQ(fault_of({"{"}), "A part of the description is no JSON: {");
    EXPECT_EQ(fault_of({things, R"({"schemas": {"Thing": {}}})"}), "The schema 'Thing' is described twice.");
    EXPECT_EQ(fault_of({R"({"also": {"Other": {}}})"}), "'also' names 'Other', which is no schema.");
    EXPECT_EQ(
        fault_of(
            {R"({"title": {"en": "", "ja": ""}, "routes": {"GET /v2/health": {"is": "a", "does": "b", "gives": "Nobody"}}})"}),
        "The schema 'Nobody' is used, but nowhere described.");
    EXPECT_EQ(
        fault_of(
            {R"({"title": {"en": "", "ja": ""}, "routes": {"GET /v2/health": {"is": "a", "does": "b", "gives": "txt"}}})"}),
        "The description of GET /v2/health: 'txt' is no type of the notation in adapters/openapi/notation.h.");
    EXPECT_EQ(fault_of({R"({"schemas": {"A": {"...": "B"}}})"}),
              "'...' in 'A' must name an object type that has none itself.");
}

}  // namespace
}  // namespace dandori::openapi
