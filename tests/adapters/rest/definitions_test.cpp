#include "tests/adapters/rest/office.h"

namespace dandori::rest {
namespace {

using test::flows;
using test::process_of;

std::string two_steps() { return process_of("<startEvent id=\"s\"/><endEvent id=\"e\"/>" + flows({"s", "e"})); }

TEST_F(Office, DeploysFilesAndNamesWhatIsInThem) {
    const auto answer = deploy({{"p.bpmn", two_steps()}, {"notes.txt", "hello"}});
    ASSERT_EQ(answer.status, 200) << answer.raw.body;
    const auto& deployments = answer.json.at("deployments").as_array();
    ASSERT_EQ(deployments.size(), 2u);
    const auto& definition = deployments[0].at("processDefinition");
    EXPECT_EQ(definition.at("processDefinitionId"), "p");
    EXPECT_EQ(definition.at("processDefinitionVersion"), 1);
    EXPECT_EQ(definition.at("resourceName"), "p.bpmn");
    for (const auto* other : {"decisionDefinition", "decisionRequirements", "form", "resource"})
        EXPECT_TRUE(deployments[0].at(other).is_null());
    const auto& resource = deployments[1].at("resource");
    EXPECT_EQ(resource.at("resourceName"), "notes.txt");
    const std::string key(resource.at("resourceKey").as_string());
    EXPECT_EQ(ask("GET", "/resources/" + key).text("resourceName"), "notes.txt");
    EXPECT_EQ(ask("GET", "/resources/" + key).text("versionTag"), "null");
    const auto content = ask("GET", "/resources/" + key + "/content");
    EXPECT_EQ(content.raw.body, "hello");
    EXPECT_EQ(content.raw.headers.at("content-security-policy"), "default-src 'none'; sandbox");
}

TEST_F(Office, RefusesABadDeploymentWithWords) {
    const auto broken = deploy({{"p.bpmn", "<definitions>"}});
    EXPECT_EQ(broken.status, 400);
    EXPECT_EQ(broken.raw.headers.at("content-type"), "application/problem+json");
    EXPECT_EQ(broken.text("title"), "INVALID_ARGUMENT");
    EXPECT_NE(broken.text("detail").find("p.bpmn"), std::string::npos) << broken.text("detail");
    EXPECT_EQ(broken.text("instance"), "/v2/deployments");
    EXPECT_EQ(deploy({}).text("detail"), "There is no part 'resources' in the body: nothing to deploy.");
    EXPECT_EQ(ask("POST", "/deployments", "{}").status, 415);
}

TEST_F(Office, ShowsDefinitionsAndTheirFiles) {
    const auto xml = two_steps();
    deploy({{"p.bpmn", xml}});
    deploy({{"p.bpmn", xml}});
    deploy({{"p.bpmn", xml + "<!-- changed -->"}});
    const auto all = ask("POST", "/process-definitions/search", R"({"sort": [{"field": "version", "order": "DESC"}]})");
    EXPECT_EQ(all.items("version"), "2 1");
    const auto latest = ask("POST", "/process-definitions/search",
                            R"({"filter": {"isLatestVersion": true, "processDefinitionId": "p"}})");
    EXPECT_EQ(latest.items("version"), "2");
    const auto key = latest.items("processDefinitionKey");
    EXPECT_EQ(ask("GET", "/process-definitions/" + key).text("state"), "ACTIVE");
    const auto file = ask("GET", "/process-definitions/" + key + "/xml");
    EXPECT_EQ(file.raw.body, xml + "<!-- changed -->");
    EXPECT_EQ(file.raw.headers.at("content-type"), "text/xml");
    EXPECT_EQ(ask("GET", "/process-definitions/" + key + "/form").status, 204);
    EXPECT_EQ(ask("GET", "/process-definitions/17/xml").status, 404);
    EXPECT_EQ(ask("GET", "/process-definitions/x").text("detail"),
              "'processDefinitionKey' in the path must be a decimal number, found 'x'.");
}

TEST_F(Office, ShowsTheFormOfAStartEvent) {
    const auto deployed = deploy(
        {{"p.bpmn",
          process_of(
              R"(<startEvent id="s"><extensionElements><zeebe:formDefinition formId="apply"/></extensionElements></startEvent><endEvent id="e"/>)" +
              flows({"s", "e"}))},
         {"apply.form", R"({"id": "apply", "type": "default", "schemaVersion": 16, "components": []})"}});
    ASSERT_EQ(deployed.status, 200) << deployed.raw.body;
    const auto definition = ask("POST", "/process-definitions/search", R"({"filter": {"hasStartForm": true}})");
    const auto form = ask("GET", "/process-definitions/" + definition.items("processDefinitionKey") + "/form");
    ASSERT_EQ(form.status, 200) << form.raw.body;
    EXPECT_EQ(form.text("formId"), "apply");
    EXPECT_EQ(boost::json::parse(form.text("schema")).at("type"), "default");
}

TEST_F(Office, DeletesADefinition) {
    deploy({{"p.bpmn", two_steps()}});
    const auto key = ask("POST", "/process-definitions/search").items("processDefinitionKey");
    const auto deleted = ask("POST", "/resources/" + key + "/deletion", "{}");
    EXPECT_EQ(deleted.status, 200) << deleted.raw.body;
    EXPECT_EQ(deleted.text("resourceKey"), key);
    EXPECT_EQ(deleted.text("batchOperation"), "null");
    EXPECT_EQ(ask("POST", "/process-instances", R"({"processDefinitionId": "p"})").status, 404);
    EXPECT_EQ(ask("POST", "/resources/" + key + "/deletion", R"({"deleteHistory": true})").status, 400);
}

TEST_F(Office, TellsItsStateToWhoeverAsks) {
    const auto topology = ask("GET", "/topology");
    EXPECT_EQ(topology.text("gatewayVersion"), "8.9.0");
    EXPECT_EQ(boost::json::serialize(topology.json.at("brokers")),
              R"([{"nodeId":0,"host":"192.0.2.1","port":8080,"partitions":[{"partitionId":1,"role":"follower","health":"healthy"}],"version":"8.9.0"},)"
              R"({"nodeId":1,"host":"192.0.2.2","port":8081,"partitions":[{"partitionId":1,"role":"leader","health":"healthy"}],"version":"8.9.0"}])");
    EXPECT_EQ(topology.json.at("clusterSize"), 2);
    EXPECT_EQ(topology.text("clusterId"), "of-tests");
    EXPECT_EQ(ask("GET", "/status", "", "nobody").status, 204);
    EXPECT_EQ(ask("GET", "/license", "", "nobody").text("validLicense"), "true");
    EXPECT_EQ(ask("GET", "/topology", "", "nobody").status, 401);
    EXPECT_EQ(ask("GET", "/authentication/me").text("username"), "anonymous");
    const auto me = ask("GET", "/authentication/me", "", "sato:ward,iom.operator");
    EXPECT_EQ(me.text("username"), "sato");
    EXPECT_EQ(me.json.at("groups").as_array().size(), 2u);
    EXPECT_EQ(ask("GET", "/nothing").status, 404);
    EXPECT_EQ(ask("GET", "/deployments").status, 405);
}

TEST_F(Office, EvaluatesAnExpression) {
    const auto answer =
        ask("POST", "/expression/evaluation", R"({"expression": "= x * 2 + 0.10", "variables": {"x": 21}})");
    ASSERT_EQ(answer.status, 200) << answer.raw.body;
    EXPECT_NE(answer.raw.body.find("\"result\":42.1"), std::string::npos) << answer.raw.body;
    EXPECT_EQ(ask("POST", "/expression/evaluation", R"({"expression": "= 1 +"})").status, 400);
    EXPECT_EQ(ask("POST", "/expression/evaluation", R"({"expression": "1"})").text("detail"),
              "'expression' must begin with '=', as expressions in models do.");
    const auto warned = ask("POST", "/expression/evaluation", R"({"expression": "= nothing + 1"})");
    EXPECT_EQ(warned.text("result"), "null");
    EXPECT_FALSE(warned.json.at("warnings").as_array().empty());
}

}  // namespace
}  // namespace dandori::rest
