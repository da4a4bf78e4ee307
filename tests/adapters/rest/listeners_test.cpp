#include <thread>

#include "tests/adapters/rest/office.h"

namespace dandori::rest {
namespace {

using test::flows;

std::string listened_user_task() {
    return "<startEvent id=\"s\"/><userTask id=\"u\"><extensionElements><zeebe:userTask/><zeebe:taskListeners>"
           "<zeebe:taskListener eventType=\"completing\" type=\"check\"/></zeebe:taskListeners></extensionElements></userTask>" +
           flows({"s", "u"});
}

constexpr std::string_view take_check = R"({"type": "check", "worker": "w", "timeout": 60000, "maxJobsToActivate": 1})";

TEST_F(Office, LetsATaskListenerDenyAndCorrect) {
    const auto key = start(listened_user_task());
    const auto task = std::string(ask("POST", "/user-tasks/search").json.at("items").at(0).at("userTaskKey").as_string());
    ApiAnswer answer;
    const auto complete = [&] {
        return std::thread([&] { answer = ask("POST", "/user-tasks/" + task + "/completion", R"({"action": "agree"})"); });
    };
    auto waiting = complete();
    auto job = ask("POST", "/jobs/activation", take_check).json.at("jobs").at(0);
    EXPECT_EQ(job.at("kind"), "TASK_LISTENER");
    EXPECT_EQ(job.at("listenerEventType"), "COMPLETING");
    EXPECT_EQ(job.at("userTask").at("action"), "agree");
    EXPECT_EQ(job.at("userTask").at("userTaskKey"), boost::json::value(boost::json::string(task)));
    EXPECT_TRUE(job.at("userTask").at("assignee").is_null());
    EXPECT_EQ(ask("GET", "/user-tasks/" + task).text("state"), "COMPLETING");
    const auto path = [&] { return "/jobs/" + std::string(job.at("jobKey").as_string()) + "/completion"; };
    EXPECT_EQ(ask("POST", path(), R"({"result": {"type": "adHocSubProcess", "isCancelRemainingInstances": true}})").status, 400);
    EXPECT_EQ(ask("POST", path(), R"({"result": {"type": "unheard"}})").status, 400);
    EXPECT_EQ(ask("POST", path(), R"({"variables": {"x": 1}})").status, 400);
    EXPECT_EQ(ask("POST", path(), R"({"result": {"type": "userTask", "denied": true, "deniedReason": "no"}})").status, 204);
    waiting.join();
    EXPECT_EQ(answer.status, 409);
    EXPECT_NE(answer.text("detail").find("a listener denied it: no"), std::string::npos) << answer.text("detail");
    EXPECT_EQ(ask("GET", "/user-tasks/" + task).text("state"), "CREATED");
    EXPECT_EQ(ask("POST", "/jobs/search", R"({"filter": {"isDenied": true}})").items("deniedReason"), "no");
    waiting = complete();
    job = ask("POST", "/jobs/activation", take_check).json.at("jobs").at(0);
    const std::string corrected = R"({"result": {"type": "userTask", "denied": false, "corrections": {"assignee": "abe",
        "dueDate": "2026-05-01T00:00:00Z", "candidateUsers": ["ito"], "priority": 7, "followUpDate": null}}})";
    EXPECT_EQ(ask("POST", path(), corrected).status, 204);
    waiting.join();
    EXPECT_EQ(answer.status, 204);
    const auto done = ask("GET", "/user-tasks/" + task);
    EXPECT_EQ(done.text("state"), "COMPLETED");
    EXPECT_EQ(done.text("assignee"), "abe");
    EXPECT_EQ(done.text("dueDate"), "2026-05-01T00:00:00.000Z");
    EXPECT_EQ(done.text("priority"), "7");
    EXPECT_EQ(ask("GET", "/process-instances/" + key).text("state"), "COMPLETED");
}

TEST_F(Office, LetsAWorkerLeadAnAdHocSubProcess) {
    const auto key = start("<startEvent id=\"s\"/><adHocSubProcess id=\"agent\"><extensionElements><zeebe:taskDefinition type=\"check\"/></extensionElements>" +
                           test::service_task("tool") + "</adHocSubProcess>" + flows({"s", "agent"}));
    const auto complete = [&](std::string_view result) {
        const auto job = ask("POST", "/jobs/activation", take_check).json.at("jobs").at(0);
        EXPECT_EQ(job.at("kind"), "AD_HOC_SUB_PROCESS");
        return ask("POST", "/jobs/" + std::string(job.at("jobKey").as_string()) + "/completion", result).status;
    };
    EXPECT_EQ(complete(R"({"result": {"activateElements": [{"elementId": "tool", "variables": {"n": 1}}]}})"), 204);
    const auto tool = ask("POST", "/jobs/activation", R"({"type": "tool", "timeout": 60000, "maxJobsToActivate": 1})").json.at("jobs").at(0);
    EXPECT_EQ(tool.at("variables").at("n"), 1);
    const auto inner = ask("POST", "/element-instances/search", R"({"filter": {"type": "AD_HOC_SUB_PROCESS_INNER_INSTANCE"}})");
    EXPECT_EQ(inner.items("elementId"), "agent#innerInstance");
    EXPECT_EQ(ask("POST", "/jobs/" + std::string(tool.at("jobKey").as_string()) + "/completion").status, 204);
    EXPECT_EQ(complete(R"({"result": {"type": "adHocSubProcess", "isCompletionConditionFulfilled": true}})"), 204);
    EXPECT_EQ(ask("GET", "/process-instances/" + key).text("state"), "COMPLETED");
}

TEST_F(Office, KeepsGlobalTaskListeners) {
    const std::string creating = R"({"id": "audit", "type": "audit-job", "eventTypes": ["creating", "completing"], "priority": 10})";
    const auto created = ask("POST", "/global-task-listeners", creating);
    EXPECT_EQ(created.status, 201) << created.raw.body;
    EXPECT_EQ(created.text("source"), "API");
    EXPECT_EQ(created.text("afterNonGlobal"), "false");
    EXPECT_EQ(ask("POST", "/global-task-listeners", creating).status, 409);
    EXPECT_EQ(ask("POST", "/global-task-listeners", R"({"id": "x", "type": "t", "eventTypes": ["starting"]})").status, 400);
    EXPECT_EQ(ask("POST", "/global-task-listeners", R"({"id": "x", "type": "t"})").status, 400);
    EXPECT_EQ(ask("POST", "/global-task-listeners", creating, "ito").status, 403);
    EXPECT_EQ(ask("PUT", "/global-task-listeners/nobody", R"({"type": "t", "eventTypes": ["all"]})").status, 404);
    const auto changed = ask("PUT", "/global-task-listeners/audit", R"({"type": "t", "eventTypes": ["all"], "retries": 5, "afterNonGlobal": true})");
    EXPECT_EQ(changed.status, 200) << changed.raw.body;
    EXPECT_EQ(changed.text("retries"), "5");
    EXPECT_EQ(ask("GET", "/global-task-listeners/audit").text("eventTypes"), R"(["all"])");
    EXPECT_EQ(ask("GET", "/global-task-listeners/nobody").status, 404);
    EXPECT_EQ(ask("POST", "/global-task-listeners/search", R"({"filter": {"type": "t"}})").items("id"), "audit");
    EXPECT_EQ(ask("DELETE", "/global-task-listeners/audit").status, 204);
    EXPECT_EQ(ask("DELETE", "/global-task-listeners/audit").status, 404);
}

}  // namespace
}  // namespace dandori::rest
