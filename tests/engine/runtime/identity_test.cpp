// Rights, tenants, cluster variables and the audit log, as commands see them.
#include "engine/identity/audit_chain.h"
#include "engine/identity/audit_table.h"
#include "engine/identity/visible.h"
#include "tests/engine/runtime/desk.h"
#include "tests/support/actors.h"

namespace dandori::engine {
namespace {

using test::Desk;
using test::flows;
using test::process_of;

std::string service(const std::string& id) {
    return "<startEvent id=\"s\"/>" + test::service_task(id) + "<endEvent id=\"e\"/>" + flows({"s", id, "e"});
}

EngineSettings with_tenants() {
    EngineSettings settings;
    settings.has_tenants = true;
    return settings;
}

/// Somebody with these permissions for one process, or all.
Actor with(ResourceType type, std::vector<std::string> permissions, const std::string& id = "*") {
    Authorization row;
    row.resource_type = type;
    row.resource_id = id;
    row.permissions = std::move(permissions);
    Actor actor;
    actor.username = "a";
    actor.grants = Grants(std::vector{row});
    return actor;
}

template <class Command>
Rejection::Code code_of(Desk& desk, Command command, std::optional<Actor> actor = {}) {
    const auto outcome = desk.engine().execute(std::move(command), std::move(actor));
    EXPECT_FALSE(outcome);
    return outcome ? Rejection::Code::Internal : outcome.error().code;
}

UserGroup group_named(const std::string& id) { return {id, id, {}}; }

TEST(Directory, IsSetUpOnceAndThenChangedLikeAnythingElse) {
    Desk desk;
    ASSERT_TRUE(desk.engine().execute(SetUpDirectory{}));
    const auto roles = desk.rows<Role>(Query{}.first(100)).size();
    EXPECT_GT(roles, 5u);
    ASSERT_TRUE(desk.engine().execute(RemoveDirectoryEntry{RemoveDirectoryEntry::Kind::Role, "rpa"}));
    ASSERT_TRUE(desk.engine().execute(SetUpDirectory{}));
    EXPECT_EQ(desk.rows<Role>(Query{}.first(100)).size(), roles - 1) << "what an administrator removed stays away";
    EXPECT_TRUE(desk.rows<Authorization>(Query{}.where_equals("ownerId", std::string("rpa"))).empty());
    EXPECT_EQ(code_of(desk, RemoveDirectoryEntry{RemoveDirectoryEntry::Kind::Role, "admin"}), Rejection::Code::InvalidState);
}

TEST(Directory, RefusesWhatIsThereAndWhatIsNot) {
    Desk desk;
    ASSERT_TRUE(desk.engine().execute(PutDirectoryEntry{group_named("ward/税務課.staff"), true, {}, false}));
    EXPECT_EQ(code_of(desk, PutDirectoryEntry{group_named("ward/税務課.staff"), true, {}, false}), Rejection::Code::AlreadyExists);
    EXPECT_EQ(code_of(desk, PutDirectoryEntry{group_named("other"), false, {}, false}), Rejection::Code::NotFound);
    EXPECT_EQ(code_of(desk, PutDirectoryEntry{group_named("a b"), true, {}, false}), Rejection::Code::InvalidArgument);
    EXPECT_EQ(code_of(desk, PutDirectoryEntry{group_named("*"), true, {}, false}), Rejection::Code::InvalidArgument);
    const auto abe = membership(CircleType::Group, "ward/税務課.staff", OwnerType::User, "abe");
    EXPECT_EQ(code_of(desk, ChangeMembership{abe, false}), Rejection::Code::NotFound) << "there is no such person";
    User user;
    user.username = "abe";
    ASSERT_TRUE(desk.engine().execute(PutDirectoryEntry{user, true, {"new.group"}, false}));
    ASSERT_TRUE(desk.engine().execute(ChangeMembership{abe, false}));
    EXPECT_EQ(code_of(desk, ChangeMembership{abe, false}), Rejection::Code::AlreadyExists);
    EXPECT_EQ(groups_of(desk.engine().reader(), "abe"), (std::vector<std::string>{"new.group", "ward/税務課.staff"}));
    ASSERT_TRUE(desk.engine().execute(RemoveDirectoryEntry{RemoveDirectoryEntry::Kind::Group, "new.group"}));
    EXPECT_EQ(groups_of(desk.engine().reader(), "abe"), std::vector<std::string>{"ward/税務課.staff"});
    desk.restart();
    ASSERT_TRUE(desk.engine().execute(ChangeMembership{abe, true}));
    EXPECT_EQ(code_of(desk, ChangeMembership{abe, true}), Rejection::Code::NotFound);
}

TEST(Directory, IsSeenByTheNextRequest) {
    Desk desk;
    ASSERT_TRUE(desk.engine().execute(SetUpDirectory{}));
    User user;
    user.username = "abe";
    ASSERT_TRUE(desk.engine().execute(PutDirectoryEntry{user, true, {}, false}));
    const auto may_deploy = [&] {
        const auto actor = desk.engine().directory()->actor(OwnerType::User, "abe", desk.clock.now());
        return may(&actor, ResourceType::Resource, Permission::Create, any_resource);
    };
    EXPECT_FALSE(may_deploy());
    const auto admin = membership(CircleType::Role, "admin", OwnerType::User, "abe");
    ASSERT_TRUE(desk.engine().execute(ChangeMembership{admin, false}));
    EXPECT_TRUE(may_deploy());
    ASSERT_TRUE(desk.engine().execute(ChangeMembership{admin, true}));
    EXPECT_FALSE(may_deploy());
}

TEST(Directory, LetsNobodyGiveRightsWhoMayNot) {
    Desk desk;
    ASSERT_TRUE(desk.engine().execute(SetUpDirectory{}));
    Authorization row;
    row.owner_type = OwnerType::Role;
    row.owner_id = "everyone";
    row.resource_type = ResourceType::User;
    row.resource_id = "*";
    row.permissions = {"READ"};
    EXPECT_EQ(code_of(desk, PutAuthorization{row}, test::actor("x", {"iom.operator"})), Rejection::Code::Forbidden);
    const auto made = desk.engine().execute(PutAuthorization{row}, test::administrator());
    ASSERT_TRUE(made);
    EXPECT_EQ(code_of(desk, RemoveAuthorization{made->key}, test::actor("x")), Rejection::Code::Forbidden);
    row.permissions = {"CREATE_PROCESS_INSTANCE"};
    EXPECT_EQ(code_of(desk, PutAuthorization{row}), Rejection::Code::InvalidArgument) << "means nothing for users";
    row.permissions = {"READ"};
    row.resource_property = "assignee";
    EXPECT_EQ(code_of(desk, PutAuthorization{row}), Rejection::Code::InvalidArgument) << "an id or a property, not both";
    row.resource_id.reset();
    EXPECT_EQ(code_of(desk, PutAuthorization{row}), Rejection::Code::InvalidArgument) << "no property of users";
    row.resource_type = ResourceType::UserTask;
    row.owner_id = "nobody";
    EXPECT_EQ(code_of(desk, PutAuthorization{row}), Rejection::Code::NotFound);
}

TEST(Directory, MakesOnlyTheFirstPersonAnAdministrator) {
    Desk desk;
    User user;
    user.username = "first";
    ASSERT_TRUE(desk.engine().execute(PutDirectoryEntry{user, true, {}, true}, test::actor("nobody")));
    user.username = "second";
    EXPECT_EQ(code_of(desk, PutDirectoryEntry{user, true, {}, true}), Rejection::Code::Forbidden);
    EXPECT_EQ(groups_of(desk.engine().reader(), "first"), std::vector<std::string>{"administrators"});
}

TEST(Rights, AreOfOneProcessWhereAnAuthorizationNamesIt) {
    Desk desk;
    desk.deploy(process_of(service("a")));
    const auto key = desk.start();
    CreateProcessInstance creation;
    creation.process_definition_id = "p";
    EXPECT_TRUE(desk.engine().execute(creation, with(ResourceType::ProcessDefinition, {"CREATE_PROCESS_INSTANCE"}, "p")));
    EXPECT_EQ(code_of(desk, creation, with(ResourceType::ProcessDefinition, {"CREATE_PROCESS_INSTANCE"}, "q")), Rejection::Code::Forbidden);
    ActivateJobs activation;
    activation.type = "a";
    activation.timeout_ms = 1'000;
    const auto of_q = desk.engine().execute(activation, with(ResourceType::ProcessDefinition, {"UPDATE_PROCESS_INSTANCE"}, "q"));
    ASSERT_TRUE(of_q);
    EXPECT_TRUE(of_q->jobs.empty()) << "jobs of other processes are not handed out";
    const auto of_p = desk.engine().execute(activation, with(ResourceType::ProcessDefinition, {"UPDATE_PROCESS_INSTANCE"}, "p"));
    ASSERT_TRUE(of_p);
    ASSERT_EQ(of_p->jobs.size(), 1u);
    const CompleteJob completion{of_p->jobs.front().job.key, {}, {}};
    EXPECT_EQ(code_of(desk, completion, with(ResourceType::ProcessDefinition, {"UPDATE_PROCESS_INSTANCE"}, "q")), Rejection::Code::Forbidden);
    EXPECT_EQ(code_of(desk, CancelProcessInstance{key, {}}, test::actor("zoe")), Rejection::Code::Forbidden);
    EXPECT_TRUE(desk.engine().execute(CancelProcessInstance{key, {}}, with(ResourceType::ProcessDefinition, {"CANCEL_PROCESS_INSTANCE"}, "p")));
}

TEST(Rights, NarrowNoSearchThatOnlyNamesWhatTheyGive) {
    const Actor clerk = test::actor("hanako", {"clerks", "drivers"});
    const auto is_narrowed = [&](Query query) {
        limit_to_visible(query, UserTask::table, &clerk);
        return !query.any_of.empty();
    };
    const auto groups = [](std::vector<Cell> names, Operator op = Operator::In) { return Query{}.where("candidateGroups", op, std::move(names)); };
    EXPECT_FALSE(is_narrowed(groups({std::string("clerks")}, Operator::Equals)));
    EXPECT_FALSE(is_narrowed(groups({std::string("drivers"), std::string("clerks")}).where_equals("state", UserTaskState::Created)));
    EXPECT_FALSE(is_narrowed(Query{}.where_equals("assignee", std::string("hanako"))));
    EXPECT_TRUE(is_narrowed(Query{}));
    EXPECT_TRUE(is_narrowed(groups({std::string("clerks"), std::string("chiefs")})));
    EXPECT_TRUE(is_narrowed(groups({std::string("clerks")}, Operator::NotEquals)));
    EXPECT_TRUE(is_narrowed(groups({std::string("*")}, Operator::Like)));
    EXPECT_TRUE(is_narrowed(Query{}.where_equals("assignee", std::string("ken"))));
    EXPECT_TRUE(is_narrowed(Query{}.where_equals("elementId", std::string("clerks")))) << "the same text of another field";
}

TEST(Rights, LetWhoStartedAnInstanceCancelIt) {
    Desk desk;
    desk.deploy(process_of(service("a")));
    CreateProcessInstance creation;
    creation.process_definition_id = "p";
    creation.is_by_start_form = true;
    const auto started = desk.engine().execute(creation, test::actor("abe"));
    ASSERT_TRUE(started) << "the start form is everyone's";
    EXPECT_EQ(code_of(desk, CancelProcessInstance{started->instance.key, {}}, test::actor("zoe")), Rejection::Code::Forbidden);
    EXPECT_TRUE(desk.engine().execute(CancelProcessInstance{started->instance.key, {}}, test::actor("abe")));
    creation.is_by_start_form = false;
    EXPECT_EQ(code_of(desk, creation, test::actor("abe")), Rejection::Code::Forbidden) << "the API is not";
}

class Tenants : public testing::Test {
  protected:
    Tenants() : desk_(with_tenants()) {
        for (const std::string tenant : {"red", "blue"}) {
            DeployResources deployment{{{"p.bpmn", process_of(message_start())}}};
            deployment.tenant_id = tenant;
            EXPECT_TRUE(desk_.engine().execute(deployment));
        }
    }
    static std::string message_start() {
        return R"(<startEvent id="s"/><startEvent id="m"><messageEventDefinition messageRef="msg"/></startEvent>)" + test::service_task("a") +
               R"(<endEvent id="e"/>)" + flows({"s", "a", "e"}) + flows({"m", "a"});
    }
    static std::string process_of(const std::string& elements) {
        return test::process_of(elements, R"(<message id="msg" name="go"/>)");
    }
    static Actor of(const std::string& tenant) {
        Actor actor = test::administrator(tenant);
        actor.tenants = std::vector<std::string>{tenant};
        return actor;
    }
    CreateProcessInstance creation(const std::string& tenant) {
        CreateProcessInstance command;
        command.process_definition_id = "p";
        command.tenant_id = tenant;
        return command;
    }
    Desk desk_;
};

TEST_F(Tenants, HaveTheirOwnProcessesOfTheSameId) {
    const auto red = desk_.engine().execute(creation("red"), of("red"));
    ASSERT_TRUE(red);
    EXPECT_EQ(red->instance.tenant_id, "red");
    EXPECT_EQ(red->instance.process_definition_version, 1);
    EXPECT_NE(red->instance.process_definition_key, desk_.engine().execute(creation("blue"), of("blue"))->instance.process_definition_key);
    EXPECT_EQ(code_of(desk_, creation("blue"), of("red")), Rejection::Code::NotFound) << "others' processes are not there";
    EXPECT_EQ(code_of(desk_, creation("<default>")), Rejection::Code::NotFound);
    auto by_key = creation("red");
    by_key.process_definition_id.clear();
    by_key.process_definition_key = red->instance.process_definition_key;
    EXPECT_EQ(code_of(desk_, by_key, of("blue")), Rejection::Code::NotFound);
    EXPECT_EQ(desk_.rows<Job>().front().tenant_id, "red");
}

TEST_F(Tenants, GetTheirOwnJobsOnly) {
    ASSERT_TRUE(desk_.engine().execute(creation("red")));
    ActivateJobs activation;
    activation.type = "a";
    activation.timeout_ms = 1'000;
    activation.tenant_ids = {"blue"};
    EXPECT_TRUE(desk_.engine().execute(activation, of("blue"))->jobs.empty());
    activation.tenant_ids = {"red"};
    EXPECT_EQ(code_of(desk_, activation, of("blue")), Rejection::Code::Forbidden);
    const auto jobs = desk_.engine().execute(activation, of("red"));
    ASSERT_TRUE(jobs);
    ASSERT_EQ(jobs->jobs.size(), 1u);
    const CompleteJob completion{jobs->jobs.front().job.key, {}, {}};
    EXPECT_EQ(code_of(desk_, completion, of("blue")), Rejection::Code::NotFound);
    EXPECT_TRUE(desk_.engine().execute(completion, of("red")));
}

TEST_F(Tenants, HearTheirOwnMessagesOnly) {
    PublishMessage message;
    message.name = "go";
    EXPECT_TRUE(desk_.engine().execute(message)->correlated.empty()) << "the default tenant has nobody who waits";
    message.tenant_id = "blue";
    EXPECT_EQ(code_of(desk_, message, of("red")), Rejection::Code::Forbidden);
    const auto published = desk_.engine().execute(message, of("blue"));
    ASSERT_TRUE(published);
    ASSERT_EQ(published->correlated.size(), 1u);
    EXPECT_EQ(desk_.instance(published->correlated.front()).tenant_id, "blue");
    desk_.restart();
    message.tenant_id = "red";
    EXPECT_EQ(desk_.instance(desk_.engine().execute(message, of("red"))->correlated.front()).tenant_id, "red");
}

TEST(ClusterVariables, AreReadByExpressionsOfEveryProcess) {
    Desk desk;
    const std::string script =
        R"(<startEvent id="s"/><scriptTask id="t"><extensionElements><zeebe:script expression="=camunda.vars.env.rate * 2" resultVariable="r"/></extensionElements></scriptTask>)" +
        test::service_task("wait") + R"(<endEvent id="e"/>)" + flows({"s", "t", "wait", "e"});
    desk.deploy(process_of(script));
    ClusterVariable rate;
    rate.name = "rate";
    rate.value = "1.5";
    ASSERT_TRUE(desk.engine().execute(PutClusterVariable{rate, true}));
    EXPECT_EQ(desk.variable(desk.start(), "r"), "3");
    rate.value = "2";
    ASSERT_TRUE(desk.engine().execute(PutClusterVariable{rate, false}));
    EXPECT_EQ(desk.variable(desk.start(), "r"), "4");
    rate.tenant_id = "<default>";
    rate.value = "10";
    EXPECT_EQ(code_of(desk, PutClusterVariable{rate, true}), Rejection::Code::NotFound) << "no such tenant yet";
    ASSERT_TRUE(desk.engine().execute(SetUpDirectory{}));
    ASSERT_TRUE(desk.engine().execute(PutClusterVariable{rate, true}));
    EXPECT_EQ(desk.variable(desk.start(), "r"), "20") << "the tenant's own goes before";
    desk.restart();
    EXPECT_EQ(desk.variable(desk.start(), "r"), "20");
    EXPECT_EQ(desk.variable(desk.start(R"({"camunda": {"vars": {"env": {"rate": 7}}}})"), "r"), "14") << "a variable hides it";
    ASSERT_TRUE(desk.engine().execute(RemoveClusterVariable{"<default>", "rate"}));
    EXPECT_EQ(desk.variable(desk.start(), "r"), "4");
}

TEST(ClusterVariables, AreCheckedBeforeTheyAreKept) {
    Desk desk;
    const auto put = [&](const std::string& name, const std::string& value) {
        ClusterVariable row;
        row.name = name;
        row.value = value;
        return desk.engine().execute(PutClusterVariable{row, true}).has_value();
    };
    EXPECT_FALSE(put("", "1"));
    EXPECT_FALSE(put("a b", "1"));
    EXPECT_FALSE(put("1a", "1"));
    EXPECT_FALSE(put("a", "{"));
    EXPECT_FALSE(put("a", '"' + std::string(70'000, 'x') + '"'));
    EXPECT_TRUE(put("a", "[1, {\"b\": null}]"));
    EXPECT_FALSE(put("a", "1")) << "there is one already";
}

EngineSettings audited(AuditScope scope = AuditScope::Everything) {
    EngineSettings settings;
    settings.audit = scope;
    return settings;
}

TEST(Directory, EndsThePersonsSessionsWithANewPassword) {
    Desk desk;
    User abe;
    abe.username = "abe";
    abe.password_hash = "old";
    ASSERT_TRUE(desk.engine().execute(PutDirectoryEntry{abe, true, {}, false}));
    for (const std::string name : {"abe", "eda"}) {
        Session session;
        session.token_hash = "of " + name;
        session.username = name;
        ASSERT_TRUE(desk.engine().execute(PutRow{session}));
    }
    abe.password_hash.clear();
    abe.email = "abe@example.jp";
    ASSERT_TRUE(desk.engine().execute(PutDirectoryEntry{abe, false, {}, false}));
    EXPECT_EQ(desk.rows<Session>().size(), 2u);
    abe.password_hash = "new";
    ASSERT_TRUE(desk.engine().execute(PutDirectoryEntry{abe, false, {}, false}));
    ASSERT_EQ(desk.rows<Session>().size(), 1u);
    EXPECT_EQ(desk.rows<Session>().front().username, "eda");
}

TEST(Audit, SaysWhoChangedWhatFromWhatToWhat) {
    Desk desk(audited());
    desk.deploy(process_of(R"(<startEvent id="s"/><userTask id="t"><extensionElements><zeebe:userTask/><zeebe:assignmentDefinition candidateGroups="chiefs"/></extensionElements></userTask><endEvent id="e"/>)" +
                           flows({"s", "t", "e"})));
    desk.start();
    const auto task = desk.rows<UserTask>().front().key;
    Actor abe = test::actor("abe", {"chiefs"});
    abe.address = "10.0.0.7";
    ASSERT_TRUE(desk.engine().execute(AssignUserTask{task, "abe", true, {}}, abe));
    EXPECT_EQ(code_of(desk, CompleteUserTask{task, {}, {}}, test::actor("zoe")), Rejection::Code::Forbidden);
    const auto rows = desk.rows<AuditEntry>();
    ASSERT_EQ(rows.size(), 4u) << "deployment, start, assignment, refusal";
    EXPECT_EQ(rows[0].actor_type, AuditActorType::Anonymous);
    EXPECT_EQ(rows[0].entity_description, "p.bpmn");
    EXPECT_EQ(rows[1].entity_type, AuditEntityType::ProcessInstance);
    EXPECT_EQ(rows[1].process_definition_id, "p");
    EXPECT_EQ(rows[2].operation, AuditOperation::Assign);
    EXPECT_EQ(rows[2].actor_id, "abe");
    EXPECT_EQ(rows[2].address, "10.0.0.7");
    EXPECT_EQ(rows[2].user_task_key, task);
    EXPECT_NE(rows[2].changes.text.find(R"("assignee":[null,"abe"])"), std::string::npos) << rows[2].changes.text;
    EXPECT_EQ(rows[3].result, AuditResult::Fail);
    EXPECT_EQ(rows[3].actor_id, "zoe");
    EXPECT_NE(rows[3].text.find("only be completed"), std::string::npos) << rows[3].text;
    EXPECT_EQ(rows[3].changes.text, "{}");
}

TEST(Audit, NeverHoldsAPassword) {
    Desk desk(audited());
    User user;
    user.username = "abe";
    user.password_hash = "secret hash";
    ASSERT_TRUE(desk.engine().execute(PutDirectoryEntry{user, true, {}, false}));
    user.password_hash = "other hash";
    ASSERT_TRUE(desk.engine().execute(PutDirectoryEntry{user, false, {}, false}));
    std::string text;
    write_audit_table(desk.engine().reader(), [&](const std::string& line) { text += line; });
    EXPECT_EQ(text.find("secret hash"), std::string::npos) << text;
    EXPECT_EQ(text.find("other hash"), std::string::npos) << text;
    EXPECT_NE(text.find("(set)"), std::string::npos) << text;
}

TEST(Audit, LeavesOutWhatWorkersDoWhereOnlyPeopleAreAsked) {
    Desk desk(audited(AuditScope::People));
    desk.deploy(process_of(service("a")));
    desk.start();
    ASSERT_TRUE(desk.work("a"));
    EXPECT_EQ(desk.rows<AuditEntry>().size(), 2u);
}

TEST(Audit, HoldsOperationsOnInstancesAndOutlivesThem) {
    Desk desk(audited());
    desk.deploy(process_of(service("a")));
    const auto key = desk.start();
    const auto root = test::administrator();
    ASSERT_TRUE(desk.engine().execute(SuspendProcessInstance{key}, root));
    ASSERT_TRUE(desk.engine().execute(ResumeProcessInstance{key}, root));
    ModifyProcessInstance modification;
    modification.key = key;
    modification.moves.push_back({{"a", {}}, "a"});
    ASSERT_TRUE(desk.engine().execute(modification, root));
    ASSERT_TRUE(desk.engine().execute(StartBatchOperation{BatchOperationType::ResolveIncident, {key}}, root));
    ASSERT_TRUE(desk.engine().execute(CancelProcessInstance{key, "no longer needed"}, root));
    ASSERT_TRUE(desk.engine().execute(DeleteProcessInstance{key}, root));
    std::string operations;
    for (const auto& row : desk.rows<AuditEntry>(Query{}.where_equals("actorId", std::string("root")))) {
        operations += std::string(name_of(row.operation)) + " " + std::string(name_of(row.entity_type)) + " " +
                      row.entity_description.value_or("") + "\n";
    }
    EXPECT_EQ(operations,
              "SUSPEND PROCESS_INSTANCE \nRESUME PROCESS_INSTANCE \nMODIFY PROCESS_INSTANCE move a to a\n"
              "CREATE BATCH RESOLVE_INCIDENT of 1 process instances\nCANCEL PROCESS_INSTANCE no longer needed\nDELETE PROCESS_INSTANCE \n");
    EXPECT_EQ(desk.rows<ProcessInstance>().size(), 0u);
    EXPECT_FALSE(check_audit(desk.store).fault);
}

TEST(Audit, HoldsSignInsAndRefusedOnes) {
    Desk desk(audited());
    User abe;
    abe.username = "abe";
    ASSERT_TRUE(desk.engine().execute(PutDirectoryEntry{abe, true, {}, false}));
    abe.failed_sign_ins = 1;
    ASSERT_TRUE(desk.engine().execute(PutRow{abe}));
    abe.failed_sign_ins = 0;
    ASSERT_TRUE(desk.engine().execute(PutRow{abe}));
    Session session;
    session.token_hash = "hash";
    session.username = "abe";
    session.address = "10.0.0.7";
    ASSERT_TRUE(desk.engine().execute(PutRow{session}));
    ASSERT_TRUE(desk.engine().execute(RemoveRow{RemoveRow::Table::Session, "hash"}));
    std::string told;
    for (const auto& row : desk.rows<AuditEntry>(Query{}.where_equals("entityKey", std::string("abe"))))
        told += row.entity_description.value_or("added") + " " + row.address + "\n";
    EXPECT_EQ(told, "added \nsign-in refused, 1 in a row \nsigned in 10.0.0.7\nsigned out \n");
}

TEST(Audit, TellsWhenARowWasChangedTakenOutOrCutOff) {
    Desk desk(audited());
    desk.deploy(process_of(service("a")));
    for (int i = 0; i < 3; ++i) desk.start();
    desk.restart();
    desk.start();
    auto& store = desk.store;
    const auto check = check_audit(store);
    EXPECT_FALSE(check.fault) << *check.fault;
    EXPECT_EQ(check.count, 5);
    const auto rows = desk.rows<AuditEntry>();
    EXPECT_EQ(check.last_hash, rows.back().hash);
    const auto fault_with = [&](auto change) {
        Batch batch;
        change(batch);
        store.commit(batch);
        const auto fault = check_audit(store).fault.value_or("none");
        Batch back;
        for (const auto& row : rows) back.put(row);
        store.commit(back);
        return fault;
    };
    AuditEntry changed = rows[2];
    changed.actor_id = "somebody else";
    EXPECT_NE(fault_with([&](Batch& batch) { batch.put(changed); }).find("was changed"), std::string::npos);
    changed.hash = audit_hash(changed);
    EXPECT_NE(fault_with([&](Batch& batch) { batch.put(changed); }).find("taken out or put in"), std::string::npos) << "sealed anew";
    EXPECT_NE(fault_with([&](Batch& batch) { batch.remove<AuditEntry>(rows[2].key); }).find("taken out"), std::string::npos);
    EXPECT_NE(fault_with([&](Batch& batch) { batch.remove<AuditEntry>(rows[0].key); }).find("older ones were taken out"), std::string::npos);
    EXPECT_NE(fault_with([&](Batch& batch) { batch.remove<AuditEntry>(rows[4].key); }).find("5 entries were written"), std::string::npos);
    EXPECT_EQ(fault_with([](Batch&) {}), "none");
}

TEST(Audit, RemovesRowsAtTheEndOfTheirTimeAndStaysWhole) {
    auto settings = audited();
    settings.audit_days_max = 30;
    Desk desk(settings);
    desk.deploy(process_of(service("a")));
    desk.start();
    desk.wait(31LL * 24 * 60 * 60'000);
    desk.start();
    desk.start();
    const auto check = check_audit(desk.store);
    EXPECT_FALSE(check.fault) << *check.fault;
    EXPECT_EQ(check.removed, 2);
    EXPECT_EQ(check.count, 3) << "those of today, a refused message of the test's clock among them";
}

}  // namespace
}  // namespace dandori::engine
