// Tables of data: defined from files, changed by people and processes; what refers to what; versions.

#include <atomic>
#include <future>

#include "engine/table/stored_tables.h"
#include "tests/engine/runtime/desk.h"
#include "tests/support/actors.h"

namespace dandori::test {
namespace {

using namespace engine;
using Act = RowChange::Act;

const std::string systems = R"({"table": "systems", "title": "システム", "readers": ["*"], "editors": ["ward_is.*"], "processes": ["p"],
    "columns": [{"name": "id", "key": true}, {"name": "name", "required": true}, {"name": "standard", "refersTo": "standards"}]})";
const std::string standards = R"({"table": "standards", "title": "標準", "columns": [
    {"name": "id", "key": true}, {"name": "managed_by", "refersTo": "systems", "type": "list"}, {"name": "slug"}]})";

class TableDesk : public Desk {
  public:
    TableDesk() : Desk([] { EngineSettings settings; settings.audit = AuditScope::People; return settings; }()) {}

    Outcome<DefineTables::Answer> define(std::vector<DefineTables::Table> tables) { return engine().execute(DefineTables{std::move(tables)}); }
    /// They refer to each other, so that none can be there before the other.
    void define_both() {
        const auto defined = define({{{systems}, {{R"({"id": "S2", "name": "二", "standard": "T1"})"}, {R"({"id": "S1", "name": "一"})"}}, "file of systems"},
                                     {{standards}, {{R"({"id": "T1", "managed_by": ["S1", "S2"], "slug": "one"})"}}, ""}});
        ASSERT_TRUE(defined) << defined.error().text;
        ASSERT_EQ(defined->added.size(), 2u);
    }
    Outcome<ChangeTable::Answer> change(const std::string& table, std::vector<RowChange> rows, std::optional<Actor> by = {}) {
        return engine().execute(ChangeTable{{table, std::move(rows), "because"}}, std::move(by));
    }
    std::string refused(const Outcome<ChangeTable::Answer>& outcome) { return outcome ? "" : outcome.error().text; }
    /// `id cells` of each row, one a line.
    std::string table(const std::string& id, std::optional<std::int32_t> version = {}) {
        std::string text;
        for (const auto& row : table_rows(engine().reader(), id, version)) text += row.row_id + " " + row.cells.text + "\n";
        return text;
    }
    std::int32_t version(const std::string& id) { return get<DataTable>(engine().reader(), id)->version; }
    std::vector<DataTableVersion> versions(const std::string& id) { return rows<DataTableVersion>(Query{}.where_equals("tableId", id).sorted_by("version")); }
};

TEST(Tables, BeginWithTheRowsOfTheirFilesInTheirOrder) {
    TableDesk desk;
    desk.define_both();
    EXPECT_EQ(desk.table("systems"), "S2 {\"id\":\"S2\",\"name\":\"二\",\"standard\":\"T1\"}\nS1 {\"id\":\"S1\",\"name\":\"一\"}\n");
    ASSERT_EQ(desk.versions("systems").size(), 1u);
    EXPECT_EQ(desk.versions("systems").front().origin, DataTableOrigin::Folder);
    EXPECT_EQ(desk.versions("systems").front().added, 2);
    EXPECT_EQ(desk.versions("systems").front().definition, Json{systems});
    EXPECT_EQ(get<DataTable>(desk.engine().reader(), "systems")->row_count, 2);
}

TEST(Tables, AreRefusedWithEveryFault) {
    TableDesk desk;
    const auto outcome = desk.define({{{systems}, {{R"({"id": "S1"})"}, {R"({"id": "S2", "name": "二", "standard": "T9"})"}, {R"({"name": "三"})"}, {R"({"id": "S2", "name": "two"})"}}, ""},
                                      {{R"({"table": "x", "title": "x", "columns": []})"}, {}, ""}});
    ASSERT_FALSE(outcome);
    for (const char* part : {"Row S1, column name: It has no value", "A row has no value in its key (id)", "Row S2: This row is named twice", "The table 'x' has no key"})
        EXPECT_NE(outcome.error().text.find(part), std::string::npos) << part << "\n" << outcome.error().text;
    const auto lost = desk.define({{{systems}, {}, ""}});
    ASSERT_FALSE(lost);
    EXPECT_EQ(lost.error().text, "The table 'systems', column 'standard': refersTo names 'standards', and there is no such table.");
    EXPECT_TRUE(desk.rows<DataTable>().empty());
}

TEST(Tables, EachChangeIsAVersionAndEarlierOnesStayReadable) {
    TableDesk desk;
    desk.define_both();
    desk.clock.advance(1000);
    ASSERT_TRUE(desk.change("systems", {{Act::Put, {R"({"id": "S1", "name": "壱"})"}, ""}, {Act::Add, {R"({"id": "S3", "name": "三"})"}, ""}}, actor("sato", {"ward_is.staff"})));
    ASSERT_TRUE(desk.change("systems", {{Act::Remove, {}, "S3"}}));
    EXPECT_EQ(desk.version("systems"), 3);
    EXPECT_EQ(desk.table("systems"), "S2 {\"id\":\"S2\",\"name\":\"二\",\"standard\":\"T1\"}\nS1 {\"id\":\"S1\",\"name\":\"壱\"}\n");
    EXPECT_EQ(desk.table("systems", 2), desk.table("systems") + "S3 {\"id\":\"S3\",\"name\":\"三\"}\n");
    EXPECT_NE(desk.table("systems", 1).find("一"), std::string::npos);
    const auto second = desk.versions("systems").at(1);
    EXPECT_EQ(second.made_by, "sato");
    EXPECT_EQ(second.reason, "because");
    EXPECT_EQ(second.added, 1);
    EXPECT_EQ(second.changed, 1);
    EXPECT_EQ(second.made_at, desk.clock.now());
    ASSERT_TRUE(desk.change("systems", {{Act::Put, {R"({"id": "S1", "name": "壱"})"}, ""}}));
    EXPECT_EQ(desk.version("systems"), 3) << "what changes nothing makes no version";
    const auto audit = desk.rows<AuditEntry>(Query{}.where_equals("entityKey", std::string("systems")));
    ASSERT_GE(audit.size(), 2u);
    EXPECT_EQ(audit[0].actor_id, "sato");
    EXPECT_EQ(audit[0].entity_description, "table systems: because (version 2, 2 rows)");
    EXPECT_NE(audit[0].changes.text.find(R"("S3":[null,{"id":"S3")"), std::string::npos) << audit[0].changes.text;
    desk.restart();
    EXPECT_EQ(desk.version("systems"), 3);
}

TEST(Tables, ReferencesAreCheckedBothWays) {
    TableDesk desk;
    desk.define_both();
    EXPECT_EQ(desk.refused(desk.change("systems", {{Act::Put, {R"({"id": "S1", "standard": "T7"})"}, ""}})),
              "The table 'systems' is not changed:\nRow S1, column standard: 'T7' is not in the column id of the table 'standards': add it there first, or mend it here.");
    EXPECT_EQ(desk.refused(desk.change("systems", {{Act::Remove, {}, "S1"}})),
              "The table 'systems' is not changed:\nRow S1, column id: 'S1' is referred to by the table 'standards', row T1, column managed_by: mend that first.");
    EXPECT_EQ(desk.refused(desk.change("standards", {{Act::Put, {R"({"id": "T1", "managed_by": ["S1", "S8"]})"}, ""}})).find("'S8' is not in") != std::string::npos, true);
    ASSERT_TRUE(desk.change("standards", {{Act::Put, {R"({"id": "T1", "managed_by": ["S2"]})"}, ""}}));
    ASSERT_TRUE(desk.change("systems", {{Act::Remove, {}, "S1"}}));
    EXPECT_EQ(desk.refused(desk.change("systems", {{Act::Put, {R"({"id": "S1", "name": "x"})"}, "S2"}})).find("row T1, column managed_by") != std::string::npos, true)
        << "a row that gets another key is gone for what refers to it";
}

TEST(Tables, ARowThatGetsAnotherKeyKeepsItsPlace) {
    TableDesk desk;
    desk.define_both();
    ASSERT_TRUE(desk.change("standards", {{Act::Put, {R"({"id": "T1", "managed_by": null})"}, ""}}));
    ASSERT_TRUE(desk.change("systems", {{Act::Change, {R"({"id": "S9"})"}, "S2"}}));
    EXPECT_EQ(desk.table("systems"), "S9 {\"id\":\"S9\",\"name\":\"二\",\"standard\":\"T1\"}\nS1 {\"id\":\"S1\",\"name\":\"一\"}\n");
    EXPECT_EQ(desk.versions("systems").back().changed, 1);
    EXPECT_EQ(desk.refused(desk.change("systems", {{Act::Change, {R"({"id": "S1"})"}, "S9"}})).find("There is a row with this key already") != std::string::npos, true);
}

TEST(Tables, WhoMayAndWhatMovedMeanwhile) {
    TableDesk desk;
    desk.define_both();
    const auto of_others = desk.change("systems", {{Act::Remove, {}, "S1"}}, actor("tanaka", {"iom.operator"}));
    ASSERT_FALSE(of_others);
    EXPECT_EQ(of_others.error().code, Rejection::Code::Forbidden);
    const auto not_named = desk.change("standards", {{Act::Put, {R"({"id": "T1", "slug": "x"})"}, ""}}, actor("sato", {"ward_is.staff"}));
    EXPECT_EQ(not_named.error().code, Rejection::Code::Forbidden);
    ASSERT_TRUE(desk.change("standards", {{Act::Put, {R"({"id": "T1", "slug": "x"})"}, ""}}, administrator()));
    ChangeTable command{{"standards", {{Act::Put, {R"({"id": "T1", "slug": "y"})"}, ""}}, ""}};
    command.change.seen_version = 1;
    const auto late = desk.engine().execute(command);
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, Rejection::Code::InvalidState);
    EXPECT_NE(late.error().text.find("version 1 was looked at, and version 2 is the newest"), std::string::npos);
    EXPECT_EQ(desk.change("nothing", {}).error().code, Rejection::Code::NotFound);
    EXPECT_EQ(desk.change("systems", {{Act::Add, {R"({"id": "S1", "name": "x"})"}, ""}}).error().code, Rejection::Code::AlreadyExists);
    EXPECT_EQ(desk.change("systems", {{Act::Change, {R"({"id": "S7", "name": "x"})"}, ""}}).error().code, Rejection::Code::NotFound);
    EXPECT_EQ(desk.define({{{systems}, {}, ""}}).has_value(), true);
    EXPECT_EQ(desk.engine().execute(DefineTables{{{{systems}, {}, ""}}}, actor("sato", {"ward_is.staff"})).error().code, Rejection::Code::Forbidden);
}

TEST(Tables, APreviewTellsDifferencesAndProblemsAndChangesNothing) {
    TableDesk desk;
    desk.define_both();
    ChangeTable command{{"systems", {{Act::Put, {R"({"id": "S1", "name": "壱"})"}, ""}, {Act::Put, {R"({"id": "S3", "name": "三"})"}, ""}}, ""}};
    command.are_all = true;
    command.is_preview = true;
    const auto seen = desk.engine().execute(command);
    ASSERT_TRUE(seen) << seen.error().text;
    ASSERT_EQ(seen->differences.size(), 3u);
    EXPECT_FALSE(seen->differences[0].after) << "S2 goes";
    EXPECT_TRUE(seen->differences[1].before && seen->differences[1].after);
    EXPECT_FALSE(seen->differences[2].before);
    ASSERT_EQ(seen->problems.size(), 1u) << "T1 refers to S2";
    EXPECT_NE(seen->problems[0].ja.find("先にそちらを直してください"), std::string::npos);
    EXPECT_EQ(desk.version("systems"), 1);
    EXPECT_TRUE(desk.rows<AuditEntry>(Query{}.where_equals("entityKey", std::string("systems"))).empty());
}

TEST(Tables, AnotherFileIsOfferedAndNotTaken) {
    TableDesk desk;
    desk.define_both();
    ASSERT_TRUE(desk.change("systems", {{Act::Put, {R"({"id": "S1", "name": "壱"})"}, ""}}));
    const std::vector<Json> rows{{R"({"id": "S2", "name": "二", "standard": "T1"})"}, {R"({"id": "S1", "name": "一"})"}};
    EXPECT_TRUE(desk.define({{{systems}, rows, "file of systems"}})->offered.empty()) << "the file that was taken";
    EXPECT_EQ(desk.define({{{systems}, {{R"({"id": "S2", "name": "二の二", "standard": "T1"})"}, rows[1]}, "another file"}})->offered, std::vector<std::string>{"systems"});
    EXPECT_TRUE(desk.define({{{systems}, {{R"({"id": "S2", "name": "二の二", "standard": "T1"})"}, rows[1]}, "another file"}})->offered.empty()) << "it is told once";
    EXPECT_NE(desk.table("systems").find("壱"), std::string::npos) << "what a person made stays";
    EXPECT_EQ(get<DataTable>(desk.engine().reader(), "systems")->offered_file, "another file");
    ChangeTable declined{{"systems", {}, ""}};
    declined.settles_offer = true;
    ASSERT_TRUE(desk.engine().execute(declined));
    EXPECT_FALSE(get<DataTable>(desk.engine().reader(), "systems")->offered_file);
    EXPECT_TRUE(desk.define({{{systems}, {}, "another file"}})->offered.empty()) << "it was declined";
    EXPECT_EQ(desk.version("systems"), 2);
}

TEST(Tables, AnotherDefinitionIsTakenWhereTheRowsFit) {
    TableDesk desk;
    desk.define_both();
    auto narrower = systems;
    narrower.replace(narrower.find(R"({"name": "name", "required": true})"), 34, R"({"name": "name", "values": ["一"]})");
    const auto refused = desk.define({{{narrower}, {}, ""}});
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().text.find("The table 'systems': Row S2, column name: '二' is not allowed"), std::string::npos) << refused.error().text;
    auto wider = systems;
    wider.replace(wider.find(R"({"name": "name", "required": true})"), 34, R"({"name": "owner"})");
    const auto taken = desk.define({{{wider}, {}, "file of systems"}});
    ASSERT_TRUE(taken) << taken.error().text;
    EXPECT_EQ(taken->redefined, std::vector<std::string>{"systems"});
    EXPECT_EQ(desk.table("systems"), "S2 {\"id\":\"S2\",\"standard\":\"T1\"}\nS1 {\"id\":\"S1\"}\n");
    EXPECT_EQ(desk.versions("systems").back().definition, Json{wider});
    EXPECT_NE(desk.table("systems", 1).find("一"), std::string::npos);
    const auto lost = desk.define({{{R"({"table": "standards", "title": "標準", "columns": [{"name": "slug", "key": true}, {"name": "id", "key": true}]})"}, {}, ""}});
    EXPECT_NE(lost.error().text.find("several key columns"), std::string::npos) << lost.error().text;
    const auto other_key = desk.define({{{R"({"table": "standards", "title": "標準", "columns": [{"name": "slug", "key": true}, {"name": "id"}]})"}, {}, ""}});
    ASSERT_FALSE(other_key);
    EXPECT_NE(other_key.error().text.find("Row S2, column standard: 'T1' is not in the column slug of the table 'standards'"), std::string::npos) << other_key.error().text;
}

/// A process `p` whose service task `write` somebody works.
const std::string writer = process_of(R"(<startEvent id="s"/>)" + service_task("write") + R"(<endEvent id="e"/>)" + flows({"s", "write", "e"}));

TEST(Tables, AJobWritesInTheStepThatCompletesIt) {
    TableDesk desk;
    desk.define_both();
    desk.deploy(writer);
    const auto instance = desk.start();
    auto job = desk.activate("write").at(0).job;
    CompleteJob command{job.key, {"{}"}, {}};
    command.table_changes = {{"systems", {{Act::Add, {R"({"id": "S4", "name": "四"})"}, ""}}, "new"}, {"systems", {{Act::Add, {R"({"id": "S1", "name": "x"})"}, ""}}, ""}};
    const auto refused = desk.engine().execute(command);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Rejection::Code::AlreadyExists);
    EXPECT_EQ(desk.version("systems"), 1) << "all or none";
    EXPECT_EQ(desk.instance(instance).state, InstanceState::Active);
    command.table_changes.pop_back();
    ASSERT_TRUE(desk.engine().execute(command));
    EXPECT_EQ(desk.instance(instance).state, InstanceState::Completed);
    const auto made = desk.versions("systems").back();
    EXPECT_EQ(made.origin, DataTableOrigin::Process);
    EXPECT_EQ(made.process_definition_id, "p");
    EXPECT_EQ(made.process_instance_key, instance);
    EXPECT_EQ(made.element_id, "write");
    EXPECT_EQ(made.job_key, job.key);
    EXPECT_EQ(made.reason, "new");
    const auto audit = desk.rows<AuditEntry>(Query{}.where_equals("entityKey", std::string("systems")));
    ASSERT_EQ(audit.size(), 1u);
    EXPECT_EQ(audit[0].job_key, job.key);
    EXPECT_EQ(audit[0].process_instance_key, instance);
    EXPECT_FALSE(desk.engine().execute(command)) << "a job is completed once, so it writes once";
}

TEST(Tables, OnlyTheProcessesOfTheDefinitionWrite) {
    TableDesk desk;
    desk.define_both();
    desk.deploy(writer);
    desk.start();
    CompleteJob command{desk.activate("write").at(0).job.key, {"{}"}, {}};
    command.table_changes = {{"standards", {{Act::Remove, {}, "T1"}}, ""}};
    const auto refused = desk.engine().execute(command);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().text, "The process 'p' may not write to the table 'standards': 'processes' of the table's definition does not name it.");
}

TEST(Tables, ManyChangesInOneBatchSeeEachOther) {
    TableDesk desk;
    desk.define_both();
    constexpr int count = 200;
    std::atomic<int> done = 0, refused = 0;
    std::promise<void> all;
    for (int i = 0; i < count; ++i) {
        // Each twice: the second must see the first though neither may be in the store yet.
        ChangeTable command{{"systems", {{Act::Add, {R"({"id": "N)" + std::to_string(i / 2) + R"(", "name": "x"})"}, ""}}, ""}};
        desk.engine().submit(std::move(command), {}, [&](Outcome<ChangeTable::Answer> outcome) {
            if (!outcome) ++refused;
            if (++done == count) all.set_value();
        });
    }
    all.get_future().wait();
    EXPECT_EQ(refused, count / 2);
    EXPECT_EQ(desk.version("systems"), 1 + count / 2);
    EXPECT_EQ(table_rows(desk.engine().reader(), "systems").size(), 2u + count / 2);
    EXPECT_EQ(get<DataTable>(desk.engine().reader(), "systems")->row_count, 2 + count / 2);
}

}  // namespace
}  // namespace dandori::test
