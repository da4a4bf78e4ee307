#include <chrono>
#include <thread>

#include "tests/adapters/rest/office.h"

namespace dandori::rest {
namespace {

using test::flows;
using test::service_task;

std::string one_job() {
    return "<startEvent id=\"s\"/>" +
           service_task("work", R"(<zeebe:taskHeaders><zeebe:header key="k" value="v"/></zeebe:taskHeaders>)") +
           "<endEvent id=\"e\"/>" + flows({"s", "work", "e"});
}

constexpr std::string_view take_work =
    R"({"type": "work", "worker": "w", "timeout": 60000, "maxJobsToActivate": 5, "requestTimeout": -1})";

TEST_F(Office, HandsOutAJobAndTakesItsResult) {
    const auto key = start(one_job(), R"({"sum": 0.10, "other": 1})");
    const auto jobs =
        ask("POST", "/jobs/activation",
            R"({"type": "work", "worker": "w", "timeout": 60000, "maxJobsToActivate": 5, "fetchVariable": ["sum"]})");
    ASSERT_EQ(jobs.status, 200) << jobs.raw.body;
    const auto& job = jobs.json.at("jobs").at(0);
    EXPECT_EQ(job.at("processInstanceKey"), boost::json::value(boost::json::string(key)));
    EXPECT_EQ(job.at("customHeaders").at("k"), "v");
    EXPECT_EQ(job.at("retries"), 3);
    EXPECT_EQ(job.at("deadline"), 1775091660000);
    EXPECT_EQ(job.at("kind"), "BPMN_ELEMENT");
    EXPECT_TRUE(job.at("userTask").is_null());
    EXPECT_FALSE(job.at("variables").as_object().contains("other"));
    EXPECT_NE(jobs.raw.body.find(R"({"sum":0.1)"), std::string::npos) << jobs.raw.body;
    EXPECT_TRUE(ask("POST", "/jobs/activation", take_work).json.at("jobs").as_array().empty());
    const std::string path = "/jobs/" + std::string(job.at("jobKey").as_string());
    EXPECT_EQ(ask("POST", path + "/completion", R"({"variables": {"done": true}})").status, 204);
    const auto again = ask("POST", path + "/completion");
    EXPECT_EQ(again.status, 404);
    EXPECT_EQ(again.text("detail").substr(0, 51), "Command 'COMPLETE' rejected with code 'NOT_FOUND': ")
        << again.text("detail");
    EXPECT_EQ(ask("POST", "/jobs/search", R"({"filter": {"state": "COMPLETED"}})").items("worker"), "w");
    EXPECT_EQ(ask("GET", "/process-instances/" + key).text("state"), "COMPLETED");
}

TEST_F(Office, HoldsAWorkersRequestUntilThereIsAJob) {
    ASSERT_EQ(deploy({{"p.bpmn", test::process_of(one_job())}}).status, 200);
    test::HttpClient worker(port());
    const std::string body = R"({"type": "work", "timeout": 60000, "maxJobsToActivate": 5, "requestTimeout": 60000})";
    worker.send("POST /v2/jobs/activation HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: " +
                std::to_string(body.size()) + "\r\n\r\n" + body);
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    ask("POST", "/process-instances", R"({"processDefinitionId": "p"})");
    EXPECT_EQ(read(worker.read()).json.at("jobs").as_array().size(), 1u);
}

TEST_F(Office, GivesNoJobToAWorkerThatHasGone) {
    ASSERT_EQ(deploy({{"p.bpmn", test::process_of(one_job())}}).status, 200);
    {
        test::HttpClient worker(port());
        const std::string body =
            R"({"type": "work", "timeout": 60000, "maxJobsToActivate": 5, "requestTimeout": 60000})";
        worker.send(
            "POST /v2/jobs/activation HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: " +
            std::to_string(body.size()) + "\r\n\r\n" + body);
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(1'500));  // until the server has noticed, on a slow machine, too
    ask("POST", "/process-instances", R"({"processDefinitionId": "p"})");
    EXPECT_EQ(ask("POST", "/jobs/activation", take_work).json.at("jobs").as_array().size(), 1u);
}

TEST_F(Office, MakesAnIncidentOfAJobThatFailedAndResolvesIt) {
    const auto key = start(one_job());
    const auto jobs = ask("POST", "/jobs/activation", take_work);
    const std::string path = "/jobs/" + std::string(jobs.json.at("jobs").at(0).at("jobKey").as_string());
    EXPECT_EQ(ask("POST", path + "/failure", R"({"retries": 0, "errorMessage": "no luck"})").status, 204);
    const auto incidents = ask("POST", "/incidents/search", R"({"filter": {"state": "ACTIVE"}})");
    EXPECT_EQ(incidents.items("errorType"), "JOB_NO_RETRIES");
    EXPECT_EQ(incidents.items("errorMessage"), "no luck");
    EXPECT_EQ(ask("POST", "/process-instances/" + key + "/incidents/search").items("elementId"), "work");
    const auto element =
        ask("POST", "/element-instances/search", R"({"filter": {"elementId": "work"}})").items("elementInstanceKey");
    EXPECT_EQ(ask("POST", "/element-instances/" + element + "/incidents/search").items("elementId"), "work");
    EXPECT_EQ(ask("GET", "/process-instances/" + key).text("hasIncident"), "true");
    const auto incident = incidents.items("incidentKey");
    EXPECT_EQ(ask("GET", "/incidents/" + incident).text("state"), "ACTIVE");
    EXPECT_EQ(ask("POST", "/incidents/" + incident + "/resolution").status, 409);
    EXPECT_EQ(ask("PATCH", path, R"({"changeset": {"retries": 2}})").status, 204);
    EXPECT_EQ(ask("POST", "/incidents/" + incident + "/resolution").status, 204);
    EXPECT_EQ(ask("GET", "/incidents/" + incident).text("state"), "RESOLVED");
    EXPECT_EQ(ask("POST", "/jobs/activation", take_work).json.at("jobs").as_array().size(), 1u);
}

TEST_F(Office, ThrowsAnErrorFromAJob) {
    const auto key = start(
        "<startEvent id=\"s\"/>" + service_task("work") +
            R"(<boundaryEvent id="b" attachedToRef="work"><errorEventDefinition errorRef="err"/></boundaryEvent><endEvent id="e"/><endEvent id="f"/>)" +
            flows({"s", "work", "e"}) + flows({"b", "f"}),
        "{}", R"(<error id="err" errorCode="E1"/>)");
    const auto jobs = ask("POST", "/jobs/activation", take_work);
    const std::string path = "/jobs/" + std::string(jobs.json.at("jobs").at(0).at("jobKey").as_string());
    EXPECT_EQ(ask("POST", path + "/error", "{}").text("detail"), "'errorCode' is missing; a text is needed.");
    EXPECT_EQ(ask("POST", path + "/error", R"({"errorCode": "E1"})").status, 204);
    EXPECT_EQ(ask("POST", "/element-instances/search", R"({"filter": {"elementId": "f"}})").items("state"),
              "COMPLETED");
    EXPECT_EQ(ask("GET", "/process-instances/" + key).text("state"), "COMPLETED");
}

TEST_F(Office, CountsJobs) {
    start(one_job());
    ask("POST", "/process-instances", R"({"processDefinitionId": "p"})");
    const auto jobs = ask("POST", "/jobs/activation", take_work);
    const auto path = [&](std::size_t i) {
        return "/jobs/" + std::string(jobs.json.at("jobs").at(i).at("jobKey").as_string());
    };
    EXPECT_EQ(ask("POST", path(0) + "/completion").status, 204);
    EXPECT_EQ(ask("POST", path(1) + "/failure", R"({"errorMessage": "no luck"})").status, 204);
    const auto all = ask("GET", "/jobs/statistics/global?from=2026-04-02T00:00:00Z&to=2026-04-03T00:00:00Z");
    EXPECT_EQ(all.text("created"), R"({"count":2,"lastUpdatedAt":"2026-04-02T01:00:00.000Z"})");
    EXPECT_EQ(all.json.at("completed").at("count"), 1);
    EXPECT_EQ(all.json.at("failed").at("count"), 1);
    const auto later = ask("GET", "/jobs/statistics/global?from=2026-04-03T00:00:00Z&to=2026-04-04T00:00:00Z");
    EXPECT_EQ(later.text("created"), R"({"count":0,"lastUpdatedAt":null})");
    EXPECT_EQ(ask("GET", "/jobs/statistics/global").text("detail"),
              "'from' is missing; a time like 2026-01-31T12:00:00Z is needed.");
    const std::string span = R"("from": "2026-04-02T00:00:00Z", "to": "2026-04-03T00:00:00Z")";
    EXPECT_EQ(ask("POST", "/jobs/statistics/by-types", "{\"filter\": {" + span + "}}").items("jobType"), "work");
    const std::string filter = "{\"filter\": {" + span + R"(, "jobType": "work"}})";
    EXPECT_EQ(ask("POST", "/jobs/statistics/by-workers", filter).items("worker"), "w");
    EXPECT_EQ(ask("POST", "/jobs/statistics/errors", filter).items("errorMessage"), "no luck");
    const auto over_time = [&](const std::string& resolution) {
        return ask("POST", "/jobs/statistics/time-series", "{\"filter\": {" + span + R"(, "jobType": "work", "resolution": ")" + resolution + "\"}}");
    };
    const auto halves = over_time("PT12H");
    EXPECT_EQ(halves.items("time"), "2026-04-02T00:00:00.000Z 2026-04-02T12:00:00.000Z");
    EXPECT_EQ(halves.json.at("items").at(0).at("created").at("count"), 2);
    EXPECT_EQ(halves.json.at("items").at(0).at("completed").at("count"), 1);
    EXPECT_EQ(halves.json.at("items").at(1).at("created").at("count"), 0);
    EXPECT_EQ(ask("POST", "/jobs/statistics/time-series", filter).json.at("page").at("totalItems"), 103) << "steps of fourteen minutes";
    for (const char* wrong : {"PT0S", "P1M", "soon", "PT1S"}) EXPECT_EQ(over_time(wrong).status, 400) << wrong;
    const auto usage = ask("GET", "/system/usage-metrics?startTime=2026-04-02T00:00:00Z&endTime=2026-04-03T00:00:00Z&withTenants=true");
    EXPECT_EQ(usage.text("processInstances"), "2");
    EXPECT_EQ(usage.text("activeTenants"), "1");
    EXPECT_EQ(usage.text("tenants"), R"({"<default>":{"processInstances":2,"decisionInstances":0,"assignees":0}})");
    EXPECT_EQ(ask("GET", "/system/usage-metrics?startTime=2026-04-02T00:00:00Z").status, 400);
    EXPECT_EQ(ask("GET", "/system/configuration").json.at("jobMetrics").at("enabled"), true);
    EXPECT_EQ(ask("POST", "/jobs/statistics/errors", "{\"filter\": {" + span + "}}").text("detail"),
              "'filter.jobType' is missing; a text is needed.");
}

TEST_F(Office, SaysWhatIsWrongWithAWorkersRequest) {
    const auto detail = [&](std::string_view body) { return ask("POST", "/jobs/activation", body).text("detail"); };
    EXPECT_EQ(detail("{}"), "'type' is missing; a text is needed.");
    EXPECT_EQ(detail(R"({"type": "a", "timeout": 1})"), "'maxJobsToActivate' is missing; a whole number is needed.");
    EXPECT_EQ(detail(R"({"type": "a", "timeout": 0, "maxJobsToActivate": 1})").substr(0, 25),
              "'timeout' must be from 1 ");
    EXPECT_EQ(detail(R"({"type": "a", "timeout": 1, "maxJobsToActivate": 1, "tenantIds": ["x"]})"),
              "'tenantIds' is 'x', but there is only the tenant '<default>': the server was started without --multi-tenancy.");
    EXPECT_EQ(ask("PATCH", "/jobs/1", "{}").text("detail"),
              "'changeset' is missing; an object with 'retries' or 'timeout' is needed.");
    EXPECT_EQ(ask("POST", "/jobs/1/completion", "[1]").status, 400);
    EXPECT_EQ(ask("POST", "/jobs/1/completion", "{").status, 400);
}

TEST_F(Office, ActivatesElementsOfAnAdHocSubProcess) {
    start("<startEvent id=\"s\"/><adHocSubProcess id=\"h\">" + service_task("work") + service_task("more") +
          "</adHocSubProcess><endEvent id=\"e\"/>" + flows({"s", "h", "e"}));
    const auto ad_hoc = ask("POST", "/element-instances/search", R"({"filter": {"elementId": "h", "state": "ACTIVE"}})")
                            .items("elementInstanceKey");
    const std::string path = "/element-instances/ad-hoc-activities/" + ad_hoc + "/activation";
    EXPECT_EQ(ask("POST", path, "{}").text("detail"),
              "'elements' is missing; a list of objects with 'elementId' is needed.");
    const auto answer = ask("POST", path, R"({"elements": [{"elementId": "work", "variables": {"n": 7}}]})");
    EXPECT_EQ(answer.status, 204) << answer.raw.body;
    const auto jobs = ask("POST", "/jobs/activation", take_work);
    EXPECT_EQ(jobs.json.at("jobs").at(0).at("variables").at("n"), 7) << jobs.raw.body;
    EXPECT_EQ(ask("POST", "/jobs/search").items("type"), "work");
}

TEST_F(Office, CorrelatesMessagesAndSignals) {
    const std::string messages =
        R"(<message id="m" name="arrived"><extensionElements><zeebe:subscription correlationKey="=order"/></extensionElements></message><signal id="sig" name="all clear"/>)";
    const auto key = start(
        R"(<startEvent id="s"/><intermediateCatchEvent id="c"><messageEventDefinition messageRef="m"/></intermediateCatchEvent><intermediateCatchEvent id="clear"><signalEventDefinition signalRef="sig"/></intermediateCatchEvent><endEvent id="e"/>)" +
            flows({"s", "c", "clear", "e"}),
        R"({"order": "A"})", messages);
    EXPECT_EQ(ask("POST", "/message-subscriptions/search", R"({"filter": {"messageSubscriptionState": "CREATED"}})")
                  .items("correlationKey"),
              "A");
    EXPECT_EQ(ask("POST", "/messages/correlation", R"({"name": "arrived", "correlationKey": "B"})").status, 404);
    const auto correlated =
        ask("POST", "/messages/correlation", R"({"name": "arrived", "correlationKey": "A", "variables": {"x": 1}})");
    EXPECT_EQ(correlated.status, 200) << correlated.raw.body;
    EXPECT_EQ(correlated.text("processInstanceKey"), key);
    const auto log =
        ask("POST", "/correlated-message-subscriptions/search", R"({"filter": {"messageName": "arrived"}})");
    EXPECT_EQ(log.items("messageKey"), correlated.text("messageKey"));
    const auto signal = ask("POST", "/signals/broadcast", R"({"signalName": "all clear"})");
    EXPECT_EQ(signal.status, 200) << signal.raw.body;
    EXPECT_EQ(ask("GET", "/process-instances/" + key).text("state"), "COMPLETED");
    const std::string once = R"({"name": "arrived", "correlationKey": "C", "timeToLive": 60000, "messageId": "1"})";
    EXPECT_EQ(ask("POST", "/messages/publication", once).status, 200);
    const auto twice = ask("POST", "/messages/publication", once);
    EXPECT_EQ(twice.status, 409);
    EXPECT_EQ(twice.text("title"), "ALREADY_EXISTS");
}

TEST_F(Office, EvaluatesTheConditionsThatStartProcesses) {
    deploy({{"stock.bpmn", process_of("<startEvent id=\"s\"><conditionalEventDefinition><condition>=stock &lt; 10</condition>"
                                      "</conditionalEventDefinition></startEvent>" + service_task("order") + "<endEvent id=\"e\"/>" +
                                      flows({"s", "order", "e"}))}});
    const auto none = ask("POST", "/conditionals/evaluation", R"({"variables": {"stock": 20}})");
    EXPECT_EQ(none.status, 200) << none.raw.body;
    EXPECT_TRUE(none.json.at("processInstances").as_array().empty());
    const auto one = ask("POST", "/conditionals/evaluation", R"({"variables": {"stock": 3}})");
    ASSERT_EQ(one.json.at("processInstances").as_array().size(), 1u) << one.raw.body;
    EXPECT_EQ(one.text("tenantId"), "<default>");
    const std::string key(one.json.at("processInstances").at(0).at("processInstanceKey").as_string());
    EXPECT_EQ(ask("GET", "/process-instances/" + key).text("state"), "ACTIVE");
    EXPECT_EQ(ask("POST", "/conditionals/evaluation", R"({"processDefinitionKey": "1", "variables": {}})").status, 404);
}

TEST_F(Office, PassesTheTraceOfTheStartOnToJobs) {
    const std::string trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    const std::string header = R"(<zeebe:taskHeaders><zeebe:header key="k" value="v"/></zeebe:taskHeaders>)";
    deploy({{"p.bpmn", test::process_of("<startEvent id=\"s\"/>" + test::service_task("a", header) + test::service_task("b") + test::flows({"s", "a", "b"}))}});
    const auto begin = [&](const std::string& given) {
        test::HttpClient client(port());
        const auto started = read(client.ask("POST", "/v2/process-instances", R"({"processDefinitionId": "p"})", "application/json", "traceparent: " + given + "\r\n"));
        EXPECT_EQ(started.status, 200);
        const auto jobs = ask("POST", "/jobs/activation", R"({"type": "a", "timeout": 1000, "maxJobsToActivate": 1})");
        const auto& job = jobs.json.at("jobs").at(0);
        ask("POST", "/jobs/" + std::string(job.at("jobKey").as_string()) + "/completion");
        const auto later = ask("POST", "/jobs/activation", R"({"type": "b", "timeout": 100000, "maxJobsToActivate": 1})");
        return boost::json::serialize(job.at("customHeaders")) + boost::json::serialize(later.json.at("jobs").at(0).at("customHeaders"));
    };
    EXPECT_EQ(begin(trace), R"({"k":"v","traceparent":")" + trace + R"("}{"traceparent":")" + trace + "\"}");
    for (const std::string wrong : {"", "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01", "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                                    "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-x", "x\","}) {
        EXPECT_EQ(begin(wrong), R"({"k":"v"}{})") << wrong;
    }
}

}  // namespace
}  // namespace dandori::rest
