#include <gtest/gtest.h>

#include "tests/adapters/inbox/wire.h"

namespace dandori::inbox {
namespace {

namespace json = boost::json;
using engine::ElementType;
using engine::InstanceState;
using test::Browser;
using test::Wire;

constexpr const char* work_request = R"(<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="x">
  <bpmn:message id="withdrawn" name="withdraw"/>
  <bpmn:process id="work-request" name="作業依頼" isExecutable="true">
    <bpmn:documentation>作業日の5営業日前までに。</bpmn:documentation>
    <bpmn:extensionElements><zeebe:properties>
      <zeebe:property name="case.kind" value="INF"/><zeebe:property name="case.starters" value="vendor.staff, joint_asp/*"/>
    </zeebe:properties></bpmn:extensionElements>
    <bpmn:startEvent id="start"><bpmn:extensionElements><zeebe:formDefinition formId="request"/></bpmn:extensionElements></bpmn:startEvent>
    <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="check"/>
    <bpmn:userTask id="check" name="確認"><bpmn:extensionElements><zeebe:properties>
      <zeebe:property name="approval.milestone" value="in_review"/></zeebe:properties></bpmn:extensionElements></bpmn:userTask>
    <bpmn:sequenceFlow id="f2" sourceRef="check" targetRef="gate"/>
    <bpmn:exclusiveGateway id="gate"/>
    <bpmn:sequenceFlow id="f3" sourceRef="gate" targetRef="end"/>
    <bpmn:endEvent id="end" name="承認"><bpmn:extensionElements><zeebe:properties>
      <zeebe:property name="case.endState" value="approved"/></zeebe:properties></bpmn:extensionElements></bpmn:endEvent>
    <bpmn:subProcess id="withdrawal" triggeredByEvent="true"><bpmn:startEvent id="withdraw" name="取下げ">
      <bpmn:messageEventDefinition messageRef="withdrawn"/></bpmn:startEvent></bpmn:subProcess>
    <bpmn:boundaryEvent id="late" name="督促" attachedToRef="check" cancelActivity="false"><bpmn:timerEventDefinition/></bpmn:boundaryEvent>
  </bpmn:process>
</bpmn:definitions>)";

/// One process, a case that waits at its task (100) and one that is over (200).
class Cases : public testing::Test {
  protected:
    Cases() {
        wire_.add_user("tanto", {"iom.operator"});
        wire_.add_user("vendor", {"vendor.staff"}, "v@vendor.example.jp");
        wire_.add_user("kacho", {"ward_is.manager"});
        wire_.add_user("stranger", {"network.staff"});
        deploy();
        put_instance(100, "INF-R08-00001", InstanceState::Active, "vendor");
        put_variable(100, "title", R"("パッチ適用 \"急\"")");
        put_variable(100, "requester", R"({"name":"山口 亮","mail":"someone@else.example.jp","party":"vendor"})");
        put_variable(100, "dueAt", R"("2026-04-20T00:00:00.000Z")");
        put_element(101, 100, "start", ElementType::StartEvent, 0, 0);
        put_element(102, 100, "check", ElementType::UserTask, 10, {});
        put_task(103, 100, 102, engine::UserTaskState::Created, 10, {});
        put_instance(200, "INF-R08-00002", InstanceState::Completed, {});
        put_variable(200, "requester", R"({"name":"遠くの人","mail":"v@vendor.example.jp"})");
        put_element(201, 200, "start", ElementType::StartEvent, 0, 0);
        put_element(202, 200, "check", ElementType::UserTask, 0, 50);
        put_element(204, 200, "late", ElementType::BoundaryEvent, 40, 40);
        put_element(205, 200, "gate", ElementType::ExclusiveGateway, 50, 50);
        put_element(206, 200, "end", ElementType::EndEvent, 50, 50);
        put_task(203, 200, 202, engine::UserTaskState::Completed, 0, 50);
    }

    static Instant at(std::int64_t ms) { return Instant{1'775'091'600'000} + ms; }

    void deploy() {
        engine::Resource resource;
        resource.key = {1};
        resource.name = "work-request.bpmn";
        resource.content = {work_request};
        wire_.rows.put(resource);
        engine::Form form;
        form.key = {3};
        form.id = "request";
        form.schema = R"({"components":[]})";
        wire_.rows.put(form);
        engine::ProcessDefinition definition;
        definition.key = {2};
        definition.id = "work-request";
        definition.name = "作業依頼";
        definition.resource_key = {1};
        definition.has_start_form = true;
        wire_.rows.put(definition);
    }
    void put_instance(std::int64_t key, const std::string& number, InstanceState state, std::optional<std::string> by) {
        engine::ProcessInstance instance;
        instance.key = {key};
        instance.process_definition_key = {2};
        instance.process_definition_id = "work-request";
        instance.process_definition_name = "作業依頼";
        instance.start_date = at(key);
        if (state != InstanceState::Active) instance.end_date = at(key + 50);
        instance.state = state;
        instance.business_id = number;
        instance.started_by = std::move(by);
        wire_.rows.put(instance);
    }
    void put_variable(std::int64_t instance, const std::string& name, const std::string& value) {
        engine::Variable variable;
        variable.key = {++last_};
        variable.scope_key = {instance};
        variable.process_instance_key = {instance};
        variable.name = name;
        variable.value = value;
        wire_.rows.put(variable);
    }
    void put_element(std::int64_t key, std::int64_t instance, const std::string& id, ElementType type,
                     std::int64_t from, std::optional<std::int64_t> until) {
        engine::ElementInstance element;
        element.key = {key};
        element.process_instance_key = {instance};
        element.element_id = id;
        element.element_name = id;
        element.type = type;
        element.start_date = at(instance + from);
        if (until) element.end_date = at(instance + *until);
        element.state = until ? InstanceState::Completed : InstanceState::Active;
        wire_.rows.put(element);
    }
    void put_task(std::int64_t key, std::int64_t instance, std::int64_t element, engine::UserTaskState state,
                  std::int64_t from, std::optional<std::int64_t> until) {
        engine::UserTask task;
        task.key = {key};
        task.name = "確認";
        task.state = state;
        task.element_id = "check";
        task.candidate_groups = {"ward_is.manager", "iom.leader"};
        task.creation_date = at(instance + from);
        task.process_instance_key = {instance};
        task.element_instance_key = {element};
        if (until) {
            task.completion_date = at(instance + *until);
            task.completed_by = "kacho";
            task.action = "approved";
            task.assignee = "kacho";
            task.assigned_at = at(instance + 20);
            task.assigned_by = "tanto";
            task.answer = {R"({"outcome":"approved","comment":"手順を確かめた"})"};
        } else {
            task.due_date = at(5'000);
        }
        wire_.rows.put(task);
    }

    std::vector<std::string> numbers_of(const Browser& browser, const std::string& filter) {
        const auto response = wire_.ask(browser, "POST", "/api/cases/search", R"({"filter":)" + filter + "}");
        EXPECT_EQ(response.status, 200) << response.body;
        std::vector<std::string> numbers;
        const auto body = json::parse(response.body);
        for (const auto& item : body.at("items").as_array()) numbers.emplace_back(item.at("caseNo").as_string());
        EXPECT_EQ(body.at("page").at("totalItems").as_int64(), static_cast<std::int64_t>(numbers.size()));
        return numbers;
    }

    using Numbers = std::vector<std::string>;
    Wire wire_;
    std::int64_t last_ = 1'000;
};

TEST_F(Cases, AreShownWholeToTheDesk) {
    const auto response = wire_.ask(wire_.sign_in("tanto"), "POST", "/api/cases/search", R"({"filter":{"open":true}})");
    EXPECT_EQ(
        response.body,
        R"({"items":[{"caseNo":"INF-R08-00001","kind":"INF","title":"パッチ適用 \"急\"","processInstanceKey":"100",)"
        R"("processDefinitionId":"work-request","processDefinitionKey":"2","processName":"作業依頼","state":"ACTIVE",)"
        R"("startDate":"2026-04-02T01:00:00.100Z","endDate":null,"dueAt":"2026-04-02T01:00:05.000Z",)"
        R"("requester":{"name":"山口 亮","party":"vendor","organisation":null,"mail":"someone@else.example.jp"},)"
        R"("priority":null,"hasIncident":false,"currentElements":[{"elementId":"check","elementName":"check",)"
        R"("type":"USER_TASK","userTaskKey":"103","assignee":null,"candidateGroups":["ward_is.manager","iom.leader"],)"
        R"("since":"2026-04-02T01:00:00.110Z","dueAt":"2026-04-02T01:00:05.000Z","heldBy":null,"heldUntil":null,"hasIncident":false}]}],)"
        R"("page":{"totalItems":1,"hasMoreTotalItems":false}})");
}

TEST_F(Cases, AreFoundByNumberTitleRequesterKindAndKey) {
    const auto tanto = wire_.sign_in("tanto");
    const Numbers both{"INF-R08-00002", "INF-R08-00001"};
    EXPECT_EQ(numbers_of(tanto, "{}"), both) << "newest first";
    EXPECT_EQ(numbers_of(tanto, R"({"text":"inf-r08"})"), both);
    EXPECT_EQ(numbers_of(tanto, R"({"text":"00001"})"), Numbers{"INF-R08-00001"});
    EXPECT_EQ(numbers_of(tanto, R"({"text":"用 \"急\""})"), Numbers{"INF-R08-00001"});
    EXPECT_EQ(numbers_of(tanto, R"({"text":"遠くの"})"), Numbers{"INF-R08-00002"});
    EXPECT_EQ(numbers_of(tanto, R"({"text":"*"})"), Numbers{});
    EXPECT_EQ(numbers_of(tanto, R"({"kind":"INF"})"), both);
    EXPECT_EQ(numbers_of(tanto, R"({"kind":"INC"})"), Numbers{});
    EXPECT_EQ(numbers_of(tanto, R"({"open":false})"), Numbers{"INF-R08-00002"});
    EXPECT_EQ(numbers_of(tanto, R"({"processInstanceKey":{"$in":["100","9"]}})"), Numbers{"INF-R08-00001"});
    EXPECT_EQ(numbers_of(tanto, R"({"caseNo":"INF-R08-00001","processDefinitionId":"work-request"})"),
              Numbers{"INF-R08-00001"});
}

TEST_F(Cases, AreSeenByWhoHasToDoWithThem) {
    EXPECT_EQ(numbers_of(wire_.sign_in("vendor"), "{}"), (Numbers{"INF-R08-00002", "INF-R08-00001"}))
        << "one was asked for, the other started";
    EXPECT_EQ(numbers_of(wire_.sign_in("kacho"), "{}"), (Numbers{"INF-R08-00002", "INF-R08-00001"}));
    const auto stranger = wire_.sign_in("stranger");
    EXPECT_EQ(numbers_of(stranger, "{}"), Numbers{});
    EXPECT_EQ(wire_.ask(stranger, "GET", "/api/cases/INF-R08-00001").status, 404);
    EXPECT_EQ(wire_.ask(stranger, "GET", "/api/cases/100").status, 404);
    EXPECT_EQ(wire_.ask(wire_.sign_in("vendor"), "GET", "/api/cases/INF-R08-00001").status, 200);
}

TEST_F(Cases, TellTheirStateAndHistory) {
    engine::Mail mail;
    mail.key = {300};
    mail.subject = "続報";
    mail.state = engine::MailState::Taken;
    mail.created_at = at(200);
    mail.process_instance_key = engine::ProcessInstanceKey{200};
    mail.assigned_at = at(245);
    mail.assigned_by = "tanto";
    wire_.rows.put(mail);
    engine::DeadlineChange moved;
    moved.key = {901};
    moved.process_instance_key = engine::ProcessInstanceKey{200};
    moved.element_id = "check";
    moved.due_before = *instant_from_iso8601("2026-05-11T14:59:00Z");
    moved.due_after = *instant_from_iso8601("2026-05-12T14:59:00Z");
    moved.changed_at = at(245);
    moved.put_by = "tanto";
    wire_.rows.put(moved);
    const auto response = wire_.ask(wire_.sign_in("tanto"), "GET", "/api/cases/INF-R08-00002");
    ASSERT_EQ(response.status, 200);
    const auto one = json::parse(response.body);
    EXPECT_EQ(one.at("state").as_string(), "approved");
    EXPECT_EQ(one.at("title").as_string(), "作業依頼");
    EXPECT_EQ(json::serialize(one.at("mails")), "[]");
    std::vector<std::string> lines;
    for (const auto& entry : one.at("history").as_array()) {
        const auto text = [&](const char* name) {
            return entry.at(name).is_string() ? " " + std::string(entry.at(name).as_string()) : std::string();
        };
        lines.push_back(std::string(entry.at("what").as_string()) + text("elementId") + text("actorName") +
                        text("outcome") + text("text") + (entry.at("technical").as_bool() ? " technical" : ""));
    }
    EXPECT_EQ(lines, (std::vector<std::string>{
                         "CASE_STARTED", "MAIL_RECEIVED 続報", "ELEMENT_COMPLETED start technical",
                         "TASK_CREATED check ward_is.manager, iom.leader", "TASK_ASSIGNED check tanto の名前 kacho",
                         "TIMER_FIRED late", "MAIL_ATTACHED tanto の名前 続報",
                         "DEADLINE_MOVED check tanto の名前 later 2026-05-11 23:59 → 2026-05-12 23:59",
                         "TASK_COMPLETED check kacho の名前 approved 手順を確かめた",
                         "ELEMENT_COMPLETED gate technical", "ELEMENT_COMPLETED end", "CASE_ENDED"}));
}

TEST_F(Cases, TellVersionsAndWhatWasDoneBesideDeciding) {
    engine::Form form;
    form.key = {700};
    form.schema = R"({"components": [{"type": "group", "components": [{"key": "minutes", "label": "作業時間", "type": "number"}]}]})";
    wire_.rows.put(form);
    const auto decide = [&](std::int64_t key, std::int64_t task, std::int32_t version, std::optional<engine::Json> edits) {
        put_task(task, 200, task + 1'000, engine::UserTaskState::Completed, 10, key);
        auto row = *engine::get<engine::UserTask>(wire_.rows.store, engine::UserTaskKey{task});
        row.form_key = engine::FormKey{700};
        wire_.rows.put(row);
        engine::ApprovalDecision decision;
        decision.key = {key};
        decision.case_key = decision.process_instance_key = {200};
        decision.element_id = "check";
        decision.user_task_key = {task};
        decision.outcome = "approved";
        decision.version_number = version;
        decision.edits = std::move(edits);
        wire_.rows.put(decision);
    };
    decide(20, 601, 1, {});
    decide(30, 602, 2, engine::Json{R"([{"field":"minutes","before":30,"after":45},{"field":"place","before":null,"after":"A"}])"});
    const auto put_event = [&](std::int64_t key, engine::TaskEventKind kind, std::vector<std::string> people, const std::string& text, std::optional<Instant> until = {}) {
        engine::TaskEvent event;
        event.key = {key};
        event.user_task_key = {602};
        event.process_instance_key = {200};
        event.element_id = "check";
        event.kind = kind;
        if (kind != engine::TaskEventKind::Widened) event.actor = "kacho";
        event.people = std::move(people);
        event.text = text;
        event.until = until;
        event.happened_at = at(220 + key - 800);
        wire_.rows.put(event);
    };
    put_event(801, engine::TaskEventKind::Held, {}, "出張", *instant_from_iso8601("2026-05-11T03:00:00Z"));
    put_event(802, engine::TaskEventKind::Asked, {"tanto"}, "前例は？");
    put_event(803, engine::TaskEventKind::Answered, {"kacho"}, "あります");
    put_event(804, engine::TaskEventKind::Widened, {"ward_is.manager"}, "ward_is.chief");
    const auto response = wire_.ask(wire_.sign_in("tanto"), "GET", "/api/cases/INF-R08-00002");
    ASSERT_EQ(response.status, 200);
    std::vector<std::string> lines;
    const auto one = json::parse(response.body);
    for (const auto& entry : one.at("history").as_array()) {
        const std::string what(entry.at("what").as_string());
        const bool is_meant = what == "TASK_COMPLETED" ? !entry.at("version").is_null() : what == "DOCUMENT_EDITED" || what.starts_with("TASK_HELD") || what.starts_with("TASK_A") || what == "TASK_WIDENED";
        if (!is_meant || what == "TASK_ASSIGNED") continue;
        lines.push_back(what + (entry.at("text").is_string() ? " " + std::string(entry.at("text").as_string()) : "") +
                        (entry.at("version").is_null() ? "" : " v" + std::to_string(entry.at("version").as_int64())) + (entry.at("isOfEarlierVersion").as_bool() ? " earlier" : ""));
    }
    EXPECT_EQ(lines, (std::vector<std::string>{"TASK_COMPLETED 手順を確かめた v1 earlier", "TASK_HELD 出張（〜2026-05-11 12:00）", "TASK_ASKED tanto の名前: 前例は？", "TASK_ANSWERED あります",
                                               "TASK_WIDENED ward_is.chief + ward_is.manager", "TASK_COMPLETED 手順を確かめた v2", "DOCUMENT_EDITED 作業時間: 30 → 45、place: — → A v2"}));
}

TEST_F(Cases, GiveTheirDocumentsToWhomTheyAreShown) {
    const auto put_document = [&](const std::string& id, std::int64_t instance, std::int64_t made, std::optional<Instant> expires = {}) {
        engine::Document row;
        row.id = id;
        row.file_name = "議事録 " + id + ".pdf";
        row.content_type = "application/pdf";
        row.size = 4;
        row.process_instance_key = engine::ProcessInstanceKey{instance};
        row.created_at = at(made);
        row.expires_at = expires;
        wire_.rows.put(row);
        wire_.rows.put(engine::DocumentContent{id, {"%PDF"}});
    };
    put_document("b", 100, 1);
    put_document("a", 100, 2);
    put_document("old", 100, 3, Instant{1});
    put_document("other", 200, 1);
    const auto tanto = wire_.sign_in("tanto"), stranger = wire_.sign_in("stranger");
    const auto documents = json::parse(wire_.ask(tanto, "GET", "/api/cases/INF-R08-00001").body).at("documents").as_array();
    ASSERT_EQ(documents.size(), 2U);
    EXPECT_EQ(documents[0].at("documentId").as_string(), "b");
    EXPECT_EQ(documents[1].at("fileName").as_string(), "議事録 a.pdf");
    EXPECT_EQ(documents[1].at("size").as_int64(), 4);
    const auto file = wire_.ask(tanto, "GET", "/api/cases/INF-R08-00001/documents/a");
    EXPECT_EQ(file.status, 200);
    EXPECT_EQ(file.body, "%PDF");
    EXPECT_EQ(Wire::header_of(file, "Content-Type"), "application/pdf");
    EXPECT_EQ(Wire::header_of(file, "Content-Disposition"), "attachment; filename*=UTF-8''%E8%AD%B0%E4%BA%8B%E9%8C%B2%20a.pdf");
    for (const char* none : {"other", "old", "absent"})
        EXPECT_EQ(wire_.ask(tanto, "GET", std::string("/api/cases/INF-R08-00001/documents/") + none).status, 404) << none;
    EXPECT_EQ(wire_.ask(stranger, "GET", "/api/cases/INF-R08-00001/documents/a").status, 404);
}

TEST_F(Cases, AreNotFoundByWhatCantBeSearchedFor) {
    const auto tanto = wire_.sign_in("tanto");
    for (const auto* body : {"[]", R"({"filter":{"secret":"x"}})", R"({"filter":{"open":"yes"}})",
                             R"({"page":{"limit":201}})", R"({"page":{"from":-1}})", R"({"sort":[{"field":"title"}]})",
                             R"({"filter":{"text":5}})", R"({"filter":{"processInstanceKey":"x"}})", R"({"filter":5})",
                             R"({"filters":{}})", R"({"page":{"size":5}})", R"({"sort":[{"field":"caseNo","order":"UP"}]})",
                             R"({"sort":[{"field":"caseNo","by":"ASC"}]})"})
        EXPECT_EQ(wire_.ask(tanto, "POST", "/api/cases/search", body).status, 400) << body;
    EXPECT_EQ(json::parse(wire_.ask(tanto, "POST", "/api/cases/search", R"({"filter":{"secret":"x"}})").body)
                  .at("detail")
                  .as_string(),
              "The filter 'secret' is unknown.");
}

TEST_F(Cases, AreStartedFromAFormByWhoMay) {
    const auto forms = wire_.ask(wire_.sign_in("vendor"), "GET", "/api/start-forms");
    EXPECT_EQ(forms.body,
              R"({"items":[{"processDefinitionId":"work-request","processDefinitionKey":"2","name":"作業依頼",)"
              R"("description":"作業日の5営業日前までに。","kind":"INF","formSchema":"{\"components\":[]}"}]})");
    EXPECT_EQ(wire_.ask(wire_.sign_in("stranger"), "GET", "/api/start-forms").body, R"({"items":[]})");
    const std::string body =
        R"({"processDefinitionKey":"2","variables":{"amount":0.1000000000000000000001,"channel":"mine"}})";
    EXPECT_EQ(wire_.ask(wire_.sign_in("stranger"), "POST", "/api/cases", body).status, 403);
    EXPECT_FALSE(wire_.created);
    const auto started = wire_.ask(wire_.sign_in("vendor"), "POST", "/api/cases", body);
    EXPECT_EQ(started.status, 201);
    EXPECT_EQ(started.body, R"({"caseNo":"INF-R08-00001","processInstanceKey":"4711"})");
    EXPECT_EQ(
        wire_.created->variables.text,
        R"({"amount":0.1000000000000000000001,"channel":"portal","receivedAt":"2026-04-02T01:00:00.000Z",)"
        R"("requester":{"username":"vendor","name":"vendor の名前","party":"vendor","organisation":"税務課","mail":"v@vendor.example.jp"}})");
    EXPECT_EQ(wire_.created_by->username, "vendor");
}

TEST_F(Cases, AreFiledByTheDeskForWhoSaidSoElsewhere) {
    const auto tanto = wire_.sign_in("tanto");
    const auto file = [&](const std::string& more) { return wire_.ask(tanto, "POST", "/api/cases", R"({"processDefinitionKey":"2","variables":{},"onBehalfOf":)" + more + "}"); };
    EXPECT_EQ(file(R"("vendor")").status, 400);
    EXPECT_EQ(file(R"({"principal":"vendor","why":"phone"})").status, 400);
    EXPECT_EQ(file(R"({"principal":"stranger","evidence":"phone"})").status, 403) << "they might not ask for it themselves";
    EXPECT_FALSE(wire_.created);
    EXPECT_EQ(file(R"({"principal":"vendor","evidence":"電話 9:05"})").status, 201);
    EXPECT_EQ(wire_.created_by->username, "tanto");
    ASSERT_TRUE(wire_.created->proxy);
    EXPECT_EQ(wire_.created->proxy->principal + " " + wire_.created->proxy->evidence, "vendor 電話 9:05");
    EXPECT_NE(wire_.created->variables.text.find(R"("requester":{"username":"vendor")"), std::string::npos) << wire_.created->variables.text;
}

TEST_F(Cases, AreWithdrawnByWhoAskedForThemWhileTheProcessWaitsForIt) {
    const std::string path = "/api/cases/INF-R08-00001", reason = R"({"reason":"日程を改める \"ため\""})";
    const auto vendor = wire_.sign_in("vendor"), kacho = wire_.sign_in("kacho");
    const auto acts = [&](const Browser& browser) {
        return json::serialize(json::parse(wire_.ask(browser, "GET", path).body).at("acts"));
    };
    EXPECT_EQ(acts(vendor), "[]") << "the process doesn't wait for it";
    engine::MessageSubscription subscription;
    subscription.key = {300};
    subscription.process_instance_key = engine::ProcessInstanceKey{100};
    subscription.message_name = "withdraw";
    wire_.rows.put(subscription);
    EXPECT_EQ(acts(vendor), R"(["withdrawal"])");
    EXPECT_EQ(acts(wire_.sign_in("tanto")), R"(["withdrawal"])");
    EXPECT_EQ(acts(kacho), "[]");
    EXPECT_EQ(wire_.ask(kacho, "POST", path + "/withdrawal", reason).status, 409);
    EXPECT_EQ(wire_.ask(vendor, "POST", path + "/stop", reason).status, 409);
    EXPECT_EQ(wire_.ask(vendor, "POST", path + "/withdrawal", R"({"reason":" "})").status, 400);
    EXPECT_EQ(wire_.ask(vendor, "POST", path + "/burning", reason).status, 404);
    EXPECT_EQ(wire_.ask(wire_.sign_in("stranger"), "POST", path + "/withdrawal", reason).status, 404);
    EXPECT_FALSE(wire_.correlated);
    EXPECT_EQ(wire_.ask(vendor, "POST", path + "/withdrawal", reason).status, 204);
    EXPECT_EQ(wire_.correlated->name, "withdraw");
    EXPECT_EQ(wire_.correlated->correlation_key, "INF-R08-00001");
    EXPECT_EQ(wire_.correlated->variables.text, R"({"withdrawReason":"日程を改める \"ため\"","withdrawnBy":"vendor"})");
}

TEST_F(Cases, TellWhoWithdrewThemAndWhy) {
    put_element(207, 200, "withdraw", ElementType::StartEvent, 45, 45);
    put_variable(200, "withdrawnBy", R"("vendor")");
    put_variable(200, "withdrawReason", R"("日程を改める")");
    const auto one = json::parse(wire_.ask(wire_.sign_in("tanto"), "GET", "/api/cases/INF-R08-00002").body);
    std::string told;
    for (const auto& entry : one.at("history").as_array())
        if (entry.at("elementId") == "withdraw") told = json::serialize(entry);
    EXPECT_EQ(
        told,
        R"({"time":"2026-04-02T01:00:00.245Z","elementId":"withdraw","elementName":"withdraw","type":"START_EVENT",)"
        R"("what":"CASE_WITHDRAWN","actor":"vendor","actorName":"vendor の名前","outcome":null,)"
        R"("text":"日程を改める","version":null,"isOfEarlierVersion":false,"technical":false})");
}

TEST_F(Cases, AreNotStartedFromWhatIsNone) {
    const auto vendor = wire_.sign_in("vendor");
    for (const auto* body : {"{}", R"({"processDefinitionKey":"99"})", R"({"processDefinitionKey":2})",
                             R"({"processDefinitionKey":"2","variables":[]})"})
        EXPECT_EQ(wire_.ask(vendor, "POST", "/api/cases", body).status, 400) << body;
    wire_.rejection = engine::Rejection{engine::Rejection::Code::ResourceExhausted, "Too many commands wait."};
    EXPECT_EQ(wire_.ask(vendor, "POST", "/api/cases", R"({"processDefinitionKey":"2"})").status, 503);
}

}  // namespace
}  // namespace dandori::inbox
