// Every route of the table x {no session, wrong role, wrong tenant, right role}. The test walks the table: a route without a line here
// fails.
#include <map>

#include "adapters/rest/routes.h"
#include "tests/adapters/rest/office.h"

namespace dandori::rest {
namespace {

using test::flows;

/// How a call ends for somebody who isn't the right one.
enum class Ending {
    Refused,  ///< 403
    Hidden,   ///< 404: for them it isn't there
    Empty,    ///< a search that finds nothing
    Open      ///< it is theirs, too
};
using enum Ending;

struct Line {
    std::string_view right;  ///< who may: `name:groups`, or `name!` for an administrator
    Ending wrong_role;       ///< of a person without any group
    Ending wrong_tenant;     ///< of who may, but in another tenant
    std::string_view body = "";
};

constexpr std::string_view root = "root!", robot = "robot:workers", desk_person = "ota:iom.operator", chief = "abe:chiefs";
constexpr std::string_view day = R"({"filter": {"from": "2026-04-02T00:00:00Z", "to": "2026-04-03T00:00:00Z")";

/// Let in without being known.
const std::set<std::string> for_anybody{"GET /status", "GET /license", "POST /setup/user", "GET /api/document-links/{documentId}"};

std::map<std::string, Line> make_lines() {
    static const std::string by_type = std::string(day) + "}}", of_type = std::string(day) + R"(, "jobType": "work"}})",
                             of_failing_type = std::string(day) + R"(, "jobType": "fails"}})";
    std::map<std::string, Line> lines{
        {"POST /api/approval-decisions/search", {desk_person, Empty, Empty}},
        {"POST /api/substitutions",
         {root, Refused, Open, R"({"principal": "abe", "from": "2099-01-01T00:00:00Z", "until": "2099-01-02T00:00:00Z", "reason": "ill"})"}},
        {"POST /api/substitutions/search", {root, Open, Open}},
        {"DELETE /api/substitutions/{substitutionKey}", {root, Refused, Open}},
        {"POST /audit-logs/search", {root, Empty, Empty}},
        {"GET /audit-logs/{auditLogKey}", {root, Hidden, Hidden}},
        {"GET /authentication/me", {root, Open, Open}},
        {"GET /topology", {root, Open, Open}},
        {"POST /authorizations", {root, Refused, Open, R"({"ownerId": "abe", "ownerType": "USER", "resourceType": "USER", "resourceId": "*", "permissionTypes": ["READ"]})"}},
        {"POST /authorizations/search", {root, Empty, Open}},
        {"GET /authorizations/{authorizationKey}", {root, Hidden, Open}},
        {"PUT /authorizations/{authorizationKey}", {root, Refused, Open, R"({"ownerId": "abe", "ownerType": "USER", "resourceType": "USER", "resourceId": "*", "permissionTypes": ["READ"]})"}},
        {"DELETE /authorizations/{authorizationKey}", {root, Refused, Open}},
        {"PUT /api/calendars", {root, Refused, Open, R"({"holidays": "date,weekday_ja,name_ja,kind,moved_from,certainty\n2027-01-01,金,元日,national,,official\n", "serviceHours": "hours_id,days,open,close,closed_on\nalways,all,00:00,24:00,\n"})"}},
        {"POST /api/calendars/search", {root, Empty, Open}},
        {"POST /api/deadline-changes/search", {desk_person, Empty, Empty}},
        {"PUT /clock", {root, Refused, Open, R"({"timestamp": 1775091700000})"}},
        {"POST /clock/reset", {root, Refused, Open}},
        {"POST /cluster-variables/search", {root, Empty, Empty, R"({"filter": {"scope": "TENANT"}})"}},
        {"POST /cluster-variables/global", {root, Refused, Open, R"({"name": "more", "value": 1})"}},
        {"GET /cluster-variables/global/{name}", {root, Hidden, Open}},
        {"PUT /cluster-variables/global/{name}", {root, Refused, Open, R"({"value": 1})"}},
        {"DELETE /cluster-variables/global/{name}", {root, Refused, Open}},
        {"POST /cluster-variables/tenants/{tenantId}", {root, Refused, Refused, R"({"name": "more", "value": 1})"}},
        {"GET /cluster-variables/tenants/{tenantId}/{name}", {root, Hidden, Hidden}},
        {"PUT /cluster-variables/tenants/{tenantId}/{name}", {root, Refused, Refused, R"({"value": 1})"}},
        {"DELETE /cluster-variables/tenants/{tenantId}/{name}", {root, Refused, Refused}},
        {"POST /batch-operations/search", {desk_person, Empty, Open}},
        {"GET /batch-operations/{batchOperationKey}", {desk_person, Hidden, Open}},
        {"POST /batch-operation-items/search", {desk_person, Empty, Open}},
        {"POST /batch-operations/{batchOperationKey}/cancellation", {desk_person, Refused, Open}},
        {"POST /batch-operations/{batchOperationKey}/suspension", {desk_person, Refused, Open}},
        {"POST /batch-operations/{batchOperationKey}/resumption", {desk_person, Refused, Open}},
        {"POST /process-instances/cancellation", {desk_person, Refused, Open, R"({"filter": {}})"}},
        {"POST /process-instances/deletion", {root, Refused, Open, R"({"filter": {}})"}},
        {"POST /process-instances/incident-resolution", {desk_person, Refused, Open, R"({"filter": {}})"}},
        {"POST /process-instances/suspension", {desk_person, Refused, Open, R"({"filter": {}})"}},
        {"POST /process-instances/resumption", {desk_person, Refused, Open, R"({"filter": {}})"}},
        {"POST /process-instances/migration", {desk_person, Refused, Open, R"({"filter": {}, "migrationPlan": {"targetProcessDefinitionKey": "%definition%", "mappingInstructions": [{"sourceElementId": "work", "targetElementId": "work"}]}})"}},
        {"POST /process-instances/modification", {desk_person, Refused, Open, R"({"filter": {}, "moveInstructions": [{"sourceElementId": "work", "targetElementId": "fails"}]})"}},
        {"POST /process-instances/{processInstanceKey}/incident-resolution", {desk_person, Refused, Hidden}},
        {"POST /process-instances/{processInstanceKey}/modification", {desk_person, Refused, Hidden, R"({"terminateInstructions": [{"elementId": "work"}]})"}},
        {"POST /process-instances/{processInstanceKey}/migration", {desk_person, Refused, Hidden, R"({"targetProcessDefinitionKey": "%definition%", "mappingInstructions": [{"sourceElementId": "work", "targetElementId": "work"}]})"}},
        {"POST /process-instances/{processInstanceKey}/suspension", {desk_person, Refused, Hidden}},
        {"POST /process-instances/{processInstanceKey}/resumption", {desk_person, Refused, Hidden}},
        {"POST /process-instances/{processInstanceKey}/deletion", {root, Refused, Hidden}},
        {"POST /conditionals/evaluation", {robot, Refused, Refused, R"({"variables": {"stock": 1}, "tenantId": "red"})"}},
        {"POST /correlated-message-subscriptions/search", {desk_person, Empty, Empty}},
        {"POST /decision-definitions/search", {root, Open, Empty}},
        {"GET /decision-definitions/{decisionDefinitionKey}", {root, Open, Hidden}},
        {"GET /decision-definitions/{decisionDefinitionKey}/xml", {root, Open, Hidden}},
        {"POST /decision-definitions/evaluation", {robot, Refused, Hidden, R"({"decisionDefinitionId": "d", "tenantId": "red"})"}},
        {"POST /decision-instances/search", {desk_person, Empty, Empty}},
        {"GET /decision-instances/{decisionEvaluationInstanceKey}", {desk_person, Hidden, Hidden}},
        {"POST /decision-instances/deletion", {root, Refused, Open, R"({"filter": {}})"}},
        {"POST /decision-instances/{decisionEvaluationKey}/deletion", {root, Refused, Hidden}},
        {"POST /decision-requirements/search", {root, Open, Empty}},
        {"GET /decision-requirements/{decisionRequirementsKey}", {root, Open, Hidden}},
        {"GET /decision-requirements/{decisionRequirementsKey}/xml", {root, Open, Hidden}},
        {"POST /deployments", {root, Refused, Refused, "form:resources"}},
        {"POST /documents", {robot, Refused, Open, "form:file"}},
        {"POST /documents/batch", {robot, Refused, Open, "form:files"}},
        {"GET /documents/{documentId}", {robot, Hidden, Open}},
        {"POST /documents/{documentId}/links", {robot, Hidden, Open}},
        {"DELETE /documents/{documentId}", {root, Refused, Open}},
        {"POST /element-instances/ad-hoc-activities/{adHocSubProcessInstanceKey}/activation", {root, Refused, Hidden, R"({"elements": [{"elementId": "more"}]})"}},
        {"POST /element-instances/search", {desk_person, Empty, Empty}},
        {"GET /element-instances/{elementInstanceKey}", {desk_person, Hidden, Hidden}},
        {"POST /element-instances/{elementInstanceKey}/incidents/search", {desk_person, Hidden, Hidden}},
        {"PUT /element-instances/{elementInstanceKey}/variables", {root, Refused, Hidden, R"({"variables": {"x": 1}})"}},
        {"POST /expression/evaluation", {robot, Refused, Open, R"({"expression": "=1 + 1"})"}},
        {"POST /global-task-listeners", {root, Refused, Open, R"({"id": "more", "type": "t", "eventTypes": ["all"]})"}},
        {"POST /global-task-listeners/search", {root, Empty, Open}},
        {"GET /global-task-listeners/{id}", {root, Hidden, Open}},
        {"PUT /global-task-listeners/{id}", {root, Refused, Open, R"({"type": "t", "eventTypes": ["all"]})"}},
        {"DELETE /global-task-listeners/{id}", {root, Refused, Open}},
        {"POST /incidents/search", {desk_person, Empty, Empty}},
        {"POST /incidents/statistics/process-instances-by-definition", {desk_person, Empty, Empty, "by-definition"}},
        {"POST /incidents/statistics/process-instances-by-error", {desk_person, Empty, Empty}},
        {"GET /incidents/{incidentKey}", {desk_person, Hidden, Hidden}},
        {"POST /incidents/{incidentKey}/resolution", {desk_person, Refused, Hidden}},
        {"POST /jobs/activation", {robot, Refused, Refused, R"({"type": "work", "timeout": 1000, "maxJobsToActivate": 1, "requestTimeout": -1, "tenantIds": ["red"]})"}},
        {"POST /jobs/search", {desk_person, Empty, Empty}},
        {"POST /jobs/statistics/by-types", {root, Refused, Empty, by_type}},
        {"POST /jobs/statistics/by-workers", {root, Refused, Empty, of_type}},
        {"POST /jobs/statistics/time-series", {root, Refused, Open, of_type}},
        {"GET /system/configuration", {root, Open, Open}},
        {"GET /system/usage-metrics", {root, Refused, Open, "?startTime=2026-04-02T00:00:00Z&endTime=2026-04-03T00:00:00Z"}},
        {"POST /jobs/statistics/errors", {root, Refused, Empty, of_failing_type}},
        {"GET /jobs/statistics/global", {root, Refused, Open, "?from=2026-04-02T00:00:00Z&to=2026-04-03T00:00:00Z"}},
        {"PATCH /jobs/{jobKey}", {desk_person, Refused, Hidden, R"({"changeset": {"retries": 5}})"}},
        {"POST /jobs/{jobKey}/completion", {robot, Refused, Hidden}},
        {"POST /jobs/{jobKey}/error", {robot, Refused, Hidden, R"({"errorCode": "e"})"}},
        {"POST /jobs/{jobKey}/failure", {robot, Refused, Hidden, R"({"retries": 1})"}},
        {"POST /message-subscriptions/search", {desk_person, Empty, Empty}},
        {"POST /messages/correlation", {root, Refused, Refused, R"({"name": "go", "correlationKey": "k", "tenantId": "red"})"}},
        {"POST /messages/publication", {root, Refused, Refused, R"({"name": "go", "correlationKey": "k", "tenantId": "red"})"}},
        {"POST /process-definitions/search", {root, Open, Empty}},
        {"POST /process-definitions/statistics/message-subscriptions", {desk_person, Empty, Empty}},
        {"POST /process-definitions/statistics/process-instances", {desk_person, Open, Empty}},
        {"POST /process-definitions/statistics/process-instances-by-version", {desk_person, Open, Empty, R"({"filter": {"processDefinitionId": "p"}})"}},
        {"GET /process-definitions/{processDefinitionKey}", {root, Open, Hidden}},
        {"GET /process-definitions/{processDefinitionKey}/form", {root, Open, Hidden}},
        {"POST /process-definitions/{processDefinitionKey}/statistics/element-instances", {desk_person, Empty, Empty}},
        {"GET /process-definitions/{processDefinitionKey}/xml", {root, Open, Hidden}},
        {"POST /process-instances", {robot, Refused, Hidden, R"({"processDefinitionId": "p", "tenantId": "red"})"}},
        {"POST /process-instances/search", {desk_person, Empty, Empty}},
        {"GET /process-instances/{processInstanceKey}", {desk_person, Hidden, Hidden}},
        {"GET /process-instances/{processInstanceKey}/call-hierarchy", {desk_person, Hidden, Hidden}},
        {"POST /process-instances/{processInstanceKey}/cancellation", {root, Refused, Hidden}},
        {"POST /process-instances/{processInstanceKey}/incidents/search", {desk_person, Hidden, Hidden}},
        {"GET /process-instances/{processInstanceKey}/sequence-flows", {desk_person, Hidden, Hidden}},
        {"GET /process-instances/{processInstanceKey}/statistics/element-instances", {desk_person, Hidden, Hidden}},
        {"GET /resources/{resourceKey}", {root, Hidden, Hidden}},
        {"GET /resources/{resourceKey}/content", {root, Hidden, Hidden}},
        {"POST /resources/{resourceKey}/deletion", {root, Refused, Refused}},
        {"POST /signals/broadcast", {root, Refused, Refused, R"({"signalName": "s", "tenantId": "red"})"}},
        {"POST /user-tasks/search", {chief, Empty, Empty}},
        {"GET /user-tasks/{userTaskKey}", {chief, Hidden, Hidden}},
        {"PATCH /user-tasks/{userTaskKey}", {root, Refused, Hidden, R"({"changeset": {"priority": 60}})"}},
        {"DELETE /user-tasks/{userTaskKey}/assignee", {root, Refused, Hidden}},
        {"POST /user-tasks/{userTaskKey}/assignment", {chief, Refused, Hidden, R"({"assignee": "abe"})"}},
        {"POST /user-tasks/{userTaskKey}/audit-logs/search", {chief, Hidden, Hidden}},
        {"POST /user-tasks/{userTaskKey}/completion", {chief, Refused, Hidden}},
        {"POST /user-tasks/{userTaskKey}/effective-variables/search", {chief, Hidden, Hidden}},
        {"POST /api/user-tasks/{userTaskKey}/return", {chief, Refused, Hidden, R"({"targetElementId": "approve", "reason": "more is needed"})"}},
        {"POST /api/user-tasks/{userTaskKey}/proxy-completion", {root, Refused, Hidden, R"({"principal": "abe", "evidence": "phone"})"}},
        {"POST /api/user-tasks/{userTaskKey}/take-up", {chief, Refused, Hidden}},
        {"POST /api/user-tasks/{userTaskKey}/hold", {chief, Refused, Hidden, R"({"reason": "waiting"})"}},
        {"DELETE /api/user-tasks/{userTaskKey}/hold", {chief, Refused, Hidden}},
        {"POST /api/user-tasks/{userTaskKey}/approvers", {chief, Refused, Hidden, R"({"member": "x"})"}},
        {"POST /api/user-tasks/{userTaskKey}/questions", {chief, Refused, Hidden, R"({"people": ["eda"], "text": "?"})"}},
        {"POST /api/task-events/search", {desk_person, Empty, Empty}},
        {"POST /api/task-events/{taskEventKey}/answer", {chief, Refused, Hidden, R"({"text": "yes"})"}},
        {"POST /api/user-tasks/bulk-look", {chief, Open, Open, R"({"userTaskKeys": ["1"]})"}},
        {"POST /api/user-tasks/bulk-completion", {chief, Open, Open, R"({"outcome": "approved", "tasks": [{"userTaskKey": "1", "documentVersion": "x"}]})"}},
        {"GET /api/user-tasks/{userTaskKey}/deadlines", {chief, Hidden, Hidden}},
        {"POST /api/process-instances/{processInstanceKey}/pull-back", {chief, Refused, Hidden}},
        {"GET /user-tasks/{userTaskKey}/form", {chief, Hidden, Hidden}},
        {"POST /user-tasks/{userTaskKey}/variables/search", {chief, Hidden, Hidden}},
        {"POST /users", {root, Refused, Open, R"({"username": "more", "password": "a long password"})"}},
        {"POST /users/search", {root, Empty, Open}},
        {"GET /users/{username}", {root, Hidden, Open}},
        {"PUT /users/{username}", {root, Refused, Open, R"({"name": "x"})"}},
        {"DELETE /users/{username}", {root, Refused, Open}},
        {"POST /variables/search", {desk_person, Empty, Empty}},
        {"GET /variables/{variableKey}", {desk_person, Hidden, Hidden}},
        {"POST /mapping-rules", {root, Refused, Open, R"({"mappingRuleId": "more", "claimName": "c", "claimValue": "v", "name": "n"})"}},
        {"POST /mapping-rules/search", {root, Empty, Open}},
        {"GET /mapping-rules/{mappingRuleId}", {root, Hidden, Open}},
        {"PUT /mapping-rules/{mappingRuleId}", {root, Refused, Open, R"({"claimName": "c", "claimValue": "v", "name": "n"})"}},
        {"DELETE /mapping-rules/{mappingRuleId}", {root, Refused, Open}},
    };
    static const std::map<std::string, std::string> bodies{{"groups", R"({"groupId": "more", "name": "n"})"},
                                                           {"roles", R"({"roleId": "more", "name": "n"})"},
                                                           {"tenants", R"({"tenantId": "more", "name": "n"})"}};
    const std::map<std::string, std::string> ids{{"groups", "{groupId}"}, {"roles", "{roleId}"}, {"tenants", "{tenantId}"}};
    for (const auto& [circle, id] : ids) {
        const std::string one = "/" + circle + "/" + id;
        lines["POST /" + circle] = {root, Refused, Open, bodies.at(circle)};
        lines["POST /" + circle + "/search"] = {root, Empty, Open};
        lines["GET " + one] = {root, Hidden, Open};
        lines["PUT " + one] = {root, Refused, Open, R"({"name": "n"})"};
        lines["DELETE " + one] = {root, Refused, Open};
        const std::map<std::string, std::string> members{{"users", "{username}"},
                                                         {"clients", "{clientId}"},
                                                         {"mapping-rules", "{mappingRuleId}"},
                                                         {"groups", "{groupId}"},
                                                         {"roles", "{roleId}"}};
        for (const auto& [member, member_id] : members) {
            lines["POST " + one + "/" + member + "/search"] = {root, Hidden, Open};
            lines["PUT " + one + "/" + member + "/" + member_id] = {root, Refused, Open};
            lines["DELETE " + one + "/" + member + "/" + member_id] = {root, Refused, Open};
        }
    }
    return lines;
}

/// Of the tenant red: something of every kind. What isn't of a tenant is there, too.
class World : public Office {
  public:
    World() : Office(tenants()) {
        run(engine::SetUpDirectory{});
        for (const std::string name : {"red", "blue"}) run(engine::PutDirectoryEntry{engine::Tenant{name, name, {}}, true, {}, false});
        for (const std::string name : {"abe", "eda"}) {
            engine::User user;
            user.username = name;
            run(engine::PutDirectoryEntry{user, true, {}, false});
        }
        for (const std::string id : {"one", "two"}) {
            run(engine::PutDirectoryEntry{engine::UserGroup{id, id, {}}, true, {}, false});
            run(engine::PutDirectoryEntry{engine::Role{id, id, {}}, true, {}, false});
            run(engine::PutDirectoryEntry{engine::MappingRule{id, "c", id, id}, true, {}, false});
        }
        using engine::CircleType, engine::OwnerType;
        for (const auto circle : {CircleType::Group, CircleType::Role, CircleType::Tenant}) {
            for (const auto type : {OwnerType::User, OwnerType::Client, OwnerType::MappingRule, OwnerType::Group, OwnerType::Role}) {
                const std::string circle_id = circle == CircleType::Tenant ? "red" : "one";
                run(engine::ChangeMembership{engine::membership(circle, circle_id, type, type == OwnerType::User ? "abe" : "one"), false});
            }
        }
        run(engine::PutDirectoryEntry{engine::UserGroup{"chiefs", "chiefs", {}}, true, {}, false});
        run(engine::ChangeMembership{engine::membership(CircleType::Group, "chiefs", OwnerType::User, "abe"), false});
        engine::ClusterVariable variable;
        variable.name = "one";
        variable.value = "1";
        run(engine::PutClusterVariable{variable, true});
        variable.tenant_id = "red";
        run(engine::PutClusterVariable{variable, true});
        engine::Document document;
        document.id = "one";
        run(engine::PutDocument{document, {}});
        engine::GlobalListener listener;
        listener.id = "one";
        listener.type = "listen";
        listener.event_types = {"canceling"};
        run(engine::PutGlobalListener{listener, true});
        deploy_and_start();
        put_audit_entry();
        engine::CreateSubstitution away;
        away.principal = "abe";
        away.substitutes = {"eda"};
        away.from = desk.clock.now();
        away.until = desk.clock.now() + 3'600'000;
        away.reason = "ill";
        run(away);
    }

    /// Asks a route as somebody; `user` has the tenant behind an `@`.
    ApiAnswer ask_route(const Route& route, const Line& line, std::string_view user, std::string_view before = "") {
        std::string path(route.path);
        for (auto open = path.find('{'); open != std::string::npos; open = path.find('{')) {
            const auto close = path.find('}', open);
            path.replace(open, close - open + 1, value_of(path.substr(open + 1, close - open - 1), route.method == "PUT" && open > 9));
        }
        std::string body(line.body);
        if (body.starts_with("form:")) return ask_form(path, body.substr(5), user);
        if (body.starts_with('?')) path += std::exchange(body, "");
        if (body == "by-definition") body = R"({"filter": {"errorHashCode": )" + std::to_string(error_hash()) + "}}";
        if (const auto at = body.find("%definition%"); at != std::string::npos)
            body.replace(at, std::string_view("%definition%").size(), key_of_first<engine::ProcessDefinition>());
        test::HttpClient client(port());
        return read(client.ask(route.method, std::string(before).append(route.below).append(path), body, "application/json", "X-Test-User: " + std::string(user) + "\r\n"));
    }

  private:
    static engine::EngineSettings tenants() {
        engine::EngineSettings settings;
        settings.has_tenants = true;
        return settings;
    }

    template <class Command>
    void run(Command command) {
        const auto outcome = desk.engine().execute(std::move(command));
        ASSERT_TRUE(outcome) << outcome.error().text;
    }

    void deploy_and_start() {
        const std::string ways =
            R"(<startEvent id="s"/><parallelGateway id="g"/>)" + test::service_task("work") + test::service_task("fails") +
            user_task("approve", R"(<zeebe:assignmentDefinition candidateGroups="chiefs"/>)") +
            user_task("fix", R"(<zeebe:properties><zeebe:property name="approval.step" value="correct"/></zeebe:properties>)") + flows({"approve", "fix"}) +
            R"(<receiveTask id="wait" messageRef="m"/><adHocSubProcess id="choose">)" + test::service_task("first") + test::service_task("more") +
            "</adHocSubProcess>" + flows({"s", "g", "work"}) + flows({"g", "fails"}) + flows({"g", "approve"}) + flows({"g", "wait"}) + flows({"g", "choose"});
        const std::string message = R"(<message id="m" name="go"><extensionElements><zeebe:subscription correlationKey="=key"/></extensionElements></message>)";
        const std::string decision =
            R"(<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="drg" name="d" namespace="urn:d"><decision id="d" name="d"><variable name="d"/><literalExpression><text>1</text></literalExpression></decision></definitions>)";
        const std::string conditional =
            R"(<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="c" targetNamespace="urn:test"><process id="when" isExecutable="true"><startEvent id="low"><conditionalEventDefinition><condition>=stock &lt; 10</condition></conditionalEventDefinition></startEvent></process></definitions>)";
        engine::DeployResources deployment{
            {{"p.bpmn", test::process_of(ways, message)}, {"when.bpmn", conditional}, {"d.dmn", decision}, {"r.txt", "text"}}};
        deployment.tenant_id = "red";
        run(deployment);
        engine::CreateProcessInstance creation;
        creation.process_definition_id = "p";
        creation.tenant_id = "red";
        creation.variables = {R"({"key": "k", "applicant": "abe"})"};
        run(creation);
        engine::ActivateJobs activation;
        activation.type = "fails";
        activation.timeout_ms = 60'000;
        activation.tenant_ids = {"red"};
        const auto jobs = desk.engine().execute(activation);
        ASSERT_TRUE(jobs);
        const auto failing = jobs->jobs.front().job.key;
        run(engine::FailJob{failing, 0, "no luck", 0, {}});
        run(engine::UpdateJob{failing, 1, {}});  // so that its incident can be resolved
        activation.type = "work";
        activation.worker = "w";
        ASSERT_TRUE(desk.engine().execute(activation));
        engine::EvaluateDecision evaluation;
        evaluation.id = "d";
        evaluation.tenant_id = "red";
        run(evaluation);
        engine::PublishMessage published;
        published.name = "go";
        published.correlation_key = "k";
        published.tenant_id = "red";
        // Another instance takes it, so that the log of correlations has something and the first still waits.
        creation.variables = {R"({"key": "other"})"};
        run(creation);
        published.correlation_key = "other";
        run(published);
        run(engine::StartBatchOperation{engine::BatchOperationType::ResolveIncident, {desk.rows<engine::ProcessInstance>().back().key}});
    }

    void put_audit_entry() {
        engine::AuditEntry row;
        row.key = {1};
        row.tenant_id = "red";
        row.user_task_key = desk.rows<engine::UserTask>().front().key;
        const auto instance = desk.rows<engine::ProcessInstance>().front();
        engine::ApprovalDecision decision;
        decision.key = {1};
        decision.case_key = decision.process_instance_key = instance.key;
        decision.process_definition_id = instance.process_definition_id;
        decision.tenant_id = "red";
        engine::CalendarVersion calendars;
        calendars.key = {1};
        calendars.recomputed_at = desk.clock.now();
        engine::DeadlineChange change;
        change.key = {1};
        change.process_instance_key = instance.key;
        change.process_definition_id = instance.process_definition_id;
        change.tenant_id = "red";
        engine::Batch batch;
        batch.put(calendars);
        batch.put(change);
        engine::TaskEvent question;
        question.key = {1};
        question.user_task_key = row.user_task_key.value();
        question.process_instance_key = instance.key;
        question.process_definition_id = instance.process_definition_id;
        question.tenant_id = "red";
        question.kind = engine::TaskEventKind::Asked;
        question.people = {"abe", "eda"};
        batch.put(question);
        batch.put(row);
        batch.put(decision);
        desk.store.commit(batch);
    }

    std::int64_t error_hash() {
        const auto errors = ask("POST", "/incidents/statistics/process-instances-by-error", "{}");
        return errors.json.at("items").at(0).at("errorHashCode").as_int64();
    }

    template <class Row>
    std::string key_of_first(engine::Query query = {}) {
        const auto rows = desk.rows<Row>(query);
        EXPECT_FALSE(rows.empty()) << Row::table;
        return rows.empty() ? "0" : std::to_string(engine::primary_key(rows.front()).value);
    }

    /// What stands for a parameter of a path; `is_other`: one that isn't a member yet.
    std::string value_of(const std::string& name, bool is_other) {
        using engine::Query;
        if (name == "username") return is_other ? "eda" : "abe";
        if (name == "tenantId") return "red";
        if (name == "groupId" || name == "roleId" || name == "clientId" || name == "mappingRuleId") return is_other ? "two" : "one";
        if (name == "id" || name == "name" || name == "documentId") return "one";
        if (name == "auditLogKey") return "1";
        if (name == "substitutionKey") return key_of_first<engine::Substitution>();
        if (name == "authorizationKey") return key_of_first<engine::Authorization>();
        if (name == "processDefinitionKey") return key_of_first<engine::ProcessDefinition>();
        if (name == "decisionDefinitionKey") return key_of_first<engine::DecisionDefinition>();
        if (name == "decisionRequirementsKey") return key_of_first<engine::DecisionRequirements>();
        if (name == "resourceKey") return key_of_first<engine::Resource>(Query{}.where_equals("resourceName", std::string("r.txt")));
        if (name == "batchOperationKey") return key_of_first<engine::BatchOperation>();
        if (name == "decisionEvaluationInstanceKey") return std::to_string(desk.rows<engine::DecisionInstance>().front().evaluation_key.value) + "-1";
        if (name == "decisionEvaluationKey") return std::to_string(desk.rows<engine::DecisionInstance>().front().evaluation_key.value);
        if (name == "processInstanceKey") return key_of_first<engine::ProcessInstance>();
        if (name == "elementInstanceKey") return key_of_first<engine::ElementInstance>(Query{}.where_equals("elementId", std::string("fails")));
        if (name == "adHocSubProcessInstanceKey") return key_of_first<engine::ElementInstance>(Query{}.where_equals("elementId", std::string("choose")));
        if (name == "userTaskKey") return key_of_first<engine::UserTask>();
        if (name == "taskEventKey") return "1";
        if (name == "jobKey") return key_of_first<engine::Job>(Query{}.where_equals("type", std::string("work")));
        if (name == "incidentKey") return key_of_first<engine::Incident>();
        if (name == "variableKey") return key_of_first<engine::Variable>();
        ADD_FAILURE() << "Nothing stands for {" << name << "}; add it here.";
        return "0";
    }

    ApiAnswer ask_form(const std::string& path, const std::string& part, std::string_view user) {
        const std::string body = "--b\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\"new.txt\"\r\n\r\nnew\r\n";
        const std::string tenant = part == "resources" ? "--b\r\nContent-Disposition: form-data; name=\"tenantId\"\r\n\r\nred\r\n" : "";
        test::HttpClient client(port());
        const std::string header = user.empty() ? "" : "X-Test-User: " + std::string(user) + "\r\n";
        return read(client.ask("POST", "/v2" + path, body + tenant + "--b--\r\n", "multipart/form-data; boundary=b", header));
    }

    void TestBody() override {}
};

bool finds_nothing(const ApiAnswer& answer) {
    return answer.status == 200 && answer.json.is_object() && answer.json.as_object().contains("items") && answer.json.at("items").as_array().empty();
}

bool ends_as(const ApiAnswer& answer, Ending ending) {
    switch (ending) {
        case Refused: return answer.status == 403;
        case Hidden: return answer.status == 404;
        case Empty: return finds_nothing(answer);
        // Who was let in may still meet a state in which it can't be done.
        case Open: return (answer.status >= 200 && answer.status < 300) || answer.status == 409;
    }
    return false;
}

constexpr std::string_view ending_names[] = {"403", "404", "nothing found", "2xx or 409"};

RestSettings whole_settings() {
    RestSettings settings;
    settings.now = [] { return Instant{}; };
    settings.pin_clock = [](Instant) {};
    settings.reset_clock = [] {};
    return settings;
}

TEST(AuthorizationMatrix, HoldsForEveryRoute) {
    const auto lines = make_lines();
    for (const Route& route : all_routes(whole_settings())) {
        const std::string name = std::string(route.method).append(route.below == "/v2" ? " " : " /api").append(route.path);
        SCOPED_TRACE(name);
        if (for_anybody.contains(name)) {
            EXPECT_FALSE(route.who.is_admitted);
            continue;
        }
        const auto found = lines.find(name);
        if (found == lines.end()) {
            ADD_FAILURE() << "The route has no line in this matrix: say who may and how it ends for others.";
            continue;
        }
        const Line& line = found->second;
        const auto expect = [&](World& world, std::string_view who, const std::string& user, Ending ending) {
            const auto answer = world.ask_route(route, line, user);
            EXPECT_TRUE(ends_as(answer, ending)) << who << " '" << user << "': expected " << ending_names[static_cast<int>(ending)] << ", found "
                                                 << answer.status << " " << answer.raw.body.substr(0, 300);
        };
        {
            World world;
            EXPECT_EQ(world.ask_route(route, line, "nobody").status, 401) << "no session";
            expect(world, "wrong role", "zoe@red", line.wrong_role);
        }
        {
            World world;
            expect(world, "wrong tenant", std::string(line.right) + "@blue", line.wrong_tenant);
        }
        World world;
        const auto answer = world.ask_route(route, line, std::string(line.right) + "@red");
        EXPECT_TRUE(ends_as(answer, Open)) << "right role: found " << answer.status << " " << answer.raw.body.substr(0, 300);
        EXPECT_FALSE(route.path.ends_with("/search") && finds_nothing(answer)) << "right role: the world has nothing to be found";
        if (!route.is_tried) continue;
        World tried_in;
        EXPECT_EQ(tried_in.ask_route(route, line, "nobody", "/api/dry-run").status, 401);
        const auto trial = tried_in.ask_route(route, line, "zoe@red", "/api/dry-run");
        EXPECT_TRUE(ends_as(trial, line.wrong_role)) << "a dry run in the wrong role: found " << trial.status << " " << trial.raw.body.substr(0, 300);
        const auto elsewhere = tried_in.ask_route(route, line, std::string(line.right) + "@blue", "/api/dry-run");
        EXPECT_TRUE(ends_as(elsewhere, line.wrong_tenant)) << "a dry run in the wrong tenant: found " << elsewhere.status;
        const auto told = tried_in.ask_route(route, line, std::string(line.right) + "@red", "/api/dry-run");
        EXPECT_TRUE(ends_as(told, Open)) << "a dry run in the right role: found " << told.status << " " << told.raw.body.substr(0, 300);
    }
}

}  // namespace
}  // namespace dandori::rest
