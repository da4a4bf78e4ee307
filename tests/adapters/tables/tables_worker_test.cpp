// Jobs of type `dandori:table`, on an engine, with FEEL itself.
#include "adapters/tables/tables_worker.h"

#include <boost/json.hpp>

#include "adapters/tables/table_files.h"
#include "engine/feel/expression.h"
#include "engine/feel/json.h"
#include "engine/table/stored_tables.h"
#include "tests/engine/runtime/desk.h"

namespace dandori::test {
namespace {

namespace json = boost::json;

Result<json::value> evaluate_feel(std::string_view text, const worker::Variables& variables) {
    const json::object& values = variables;
    const auto expression = TRY(feel::Expression::parse(text));
    const feel::ContextScope scope(TRY(feel::from_json(json::serialize(values))));
    return json::parse(feel::to_json(expression.evaluate(scope, {}).value));
}

class TablesWorkerTest : public testing::Test {
  protected:
    TablesWorkerTest() {
        engine::DefineTables command;
        command.tables.push_back({{R"({"table": "accounts", "title": "台帳", "processes": ["p"], "columns": [{"name": "id", "key": true},
            {"name": "owner", "required": true}, {"name": "state", "values": ["active", "stopped"]}, {"name": "since", "type": "time"}, {"name": "rights", "type": "list"}]})"},
                                  {{R"({"id": "A1", "owner": "sato", "state": "active", "rights": ["read"]})"}, {R"({"id": "A2", "owner": "tanaka", "state": "stopped"})"},
                                   {R"({"id": "A3", "owner": "sato", "state": "active"})"}},
                                  "file"});
        const auto defined = desk_.engine().execute(std::move(command));
        EXPECT_TRUE(defined) << defined.error().text;
    }
    /// Runs a process whose task has these headers, to its end or its incident.
    engine::ProcessInstanceKey run(const std::vector<std::pair<std::string, std::string>>& headers, const std::string& variables = "{}") {
        std::string xml;
        for (const auto& [key, value] : headers) {
            std::string escaped;
            for (const char c : value) escaped += c == '"' ? "&quot;" : c == '<' ? "&lt;" : std::string(1, c);
            xml += "<zeebe:header key=\"" + key + "\" value=\"" + escaped + "\"/>";
        }
        desk_.deploy(process_of(R"(<startEvent id="s"/><serviceTask id="write"><extensionElements><zeebe:taskDefinition type="dandori:table"/><zeebe:taskHeaders>)" + xml +
                                R"(</zeebe:taskHeaders></extensionElements></serviceTask><endEvent id="e"/><boundaryEvent id="taken" attachedToRef="write"><errorEventDefinition errorRef="E"/></boundaryEvent><endEvent id="other"/>)" +
                                flows({"s", "write", "e"}) + flows({"taken", "other"}), R"(<error id="E" errorCode="TAKEN"/>)"));
        const auto key = desk_.start(variables);
        for (const auto& job : desk_.activate("dandori:table")) tables::work_job(job, desk_.engine(), evaluate_feel, [](const std::string& line) { ADD_FAILURE() << line; });
        return key;
    }
    std::string incident() {
        const auto found = desk_.incidents();
        return found.empty() ? "" : found.back().error_message;
    }
    std::string row(const std::string& id) {
        const auto found = engine::table_row(desk_.engine().reader(), "accounts", id);
        return found ? found->cells.text : "";
    }
    Desk desk_;
};

TEST_F(TablesWorkerTest, ReadsTheRowsThatAConditionChooses) {
    const auto key = run({{"table", "accounts"}, {"where", "owner = who and state = \"active\""}, {"variable", "theirs"}}, R"({"who": "sato"})");
    EXPECT_EQ(desk_.variable(key, "theirs"),
              R"([{"id":"A1","owner":"sato","state":"active","since":null,"rights":["read"]},{"id":"A3","owner":"sato","state":"active","since":null,"rights":[]}])");
    EXPECT_EQ(desk_.variable(run({{"table", "accounts"}, {"where", "owner = \"nobody\""}}), "rows"), "[]");
    EXPECT_EQ(desk_.variable(run({{"table", "accounts"}, {"where", "id = \"A2\""}}), "rows").front(), '[') << "one row is a list, too";
    EXPECT_EQ(json::parse(desk_.variable(run({{"table", "accounts"}}), "rows")).as_array().size(), 3u);
    EXPECT_EQ(incident(), "");
}

TEST_F(TablesWorkerTest, ReadsOneRowByItsKey) {
    EXPECT_EQ(json::parse(desk_.variable(run({{"table", "accounts"}, {"key", "=wanted"}}, R"({"wanted": "A2"})"), "row")).at("owner"), "tanaka");
    EXPECT_EQ(json::parse(desk_.variable(run({{"table", "accounts"}, {"key", "={id: \"A2\", owner: \"x\"}"}}), "row")).at("owner"), "tanaka");
    EXPECT_EQ(desk_.variable(run({{"table", "accounts"}, {"key", "A9"}, {"variable", "found"}}), "found"), "null");
    EXPECT_EQ(desk_.variable(run({{"table", "accounts"}, {"key", "=null"}}), "row"), "null");
}

TEST_F(TablesWorkerTest, WritesRowsAndSaysWhichCaseDid) {
    const auto key = run({{"table", "accounts"}, {"put", "={id: \"A\" + string(number), owner: who, since: @\"2026-04-01T09:30:00@Asia/Tokyo\"}"}, {"reason", "=\"application of \" + who"}},
                         R"({"number": 4, "who": "suzuki"})");
    EXPECT_EQ(incident(), "");
    EXPECT_EQ(row("A4"), R"({"id":"A4","owner":"suzuki","since":"2026-04-01T09:30:00+09:00"})");
    const auto made = desk_.rows<engine::DataTableVersion>().back();
    EXPECT_EQ(made.process_instance_key, key);
    EXPECT_EQ(made.reason, "application of suzuki");
    EXPECT_EQ(desk_.variable(key, "rows"), "absent") << "it had nothing to read";
    run({{"table", "accounts"}, {"remove", "=[\"A4\", \"A2\"]"}});
    EXPECT_EQ(row("A4") + row("A2"), "");
    run({{"table", "accounts"}, {"put", "=if false then {id: \"A5\"} else null"}});
    EXPECT_EQ(incident(), "") << "null writes nothing";
}

TEST_F(TablesWorkerTest, WritesWhatItHasRead) {
    run({{"table", "accounts"}, {"where", "owner = \"sato\""}, {"variable", "theirs"}, {"change", "=for a in theirs return {id: a.id, state: \"stopped\"}"}});
    EXPECT_EQ(incident(), "");
    EXPECT_EQ(row("A1"), R"({"id":"A1","owner":"sato","state":"stopped","rights":["read"]})");
    EXPECT_EQ(row("A3"), R"({"id":"A3","owner":"sato","state":"stopped"})");
}

TEST_F(TablesWorkerTest, AConflictIsAnErrorWhereTheModelNamesOne) {
    const auto key = run({{"table", "accounts"}, {"add", "={id: \"A1\", owner: \"x\"}"}, {"conflictError", "TAKEN"}});
    EXPECT_NE(desk_.history(key).find("other COMPLETED"), std::string::npos);
    EXPECT_EQ(incident(), "");
    run({{"table", "accounts"}, {"add", "={id: \"A1\", owner: \"x\"}"}});
    EXPECT_NE(incident().find("Row A1: This row is there already"), std::string::npos) << incident();
    run({{"table", "accounts"}, {"change", "={id: \"A8\", owner: \"x\"}"}, {"conflictError", "TAKEN"}});
    EXPECT_EQ(desk_.incidents().size(), 1u);
}

TEST(ShippedTables, HoldTogether) {
    Desk desk;
    const auto files = tables::table_files_below(DANDORI_SOURCE_DIR "/processes");
    ASSERT_TRUE(files) << files.error().text;
    auto command = tables::tables_of_files(*files);
    ASSERT_TRUE(command) << command.error().text;
    const auto again = *command;
    const auto defined = desk.engine().execute(std::move(*command));
    ASSERT_TRUE(defined) << defined.error().text;
    EXPECT_GE(defined->added.size(), 10u);
    EXPECT_EQ(engine::table_rows(desk.engine().reader(), "systems").front().row_id, "SYS-01");
    const auto same = desk.engine().execute(again);
    ASSERT_TRUE(same);
    EXPECT_TRUE(same->added.empty() && same->redefined.empty() && same->offered.empty()) << "the next start finds nothing new";
    EXPECT_EQ(desk.rows<engine::DataTableVersion>().size(), defined->added.size());
}

TEST_F(TablesWorkerTest, SaysWhichHeaderCantBeUsed) {
    const auto fault = [&](std::vector<std::pair<std::string, std::string>> headers) {
        run(headers);
        return incident();
    };
    EXPECT_NE(fault({}).find("the id of a table is needed"), std::string::npos);
    EXPECT_NE(fault({{"table", "nothing"}}).find("There is no table 'nothing'; a file nothing.table.json"), std::string::npos);
    EXPECT_NE(fault({{"table", "accounts"}, {"put", "=\"A1\""}}).find("a context with the row's columns is needed"), std::string::npos);
    EXPECT_NE(fault({{"table", "accounts"}, {"remove", "={owner: 1}"}}).find("a context with its key columns"), std::string::npos);
    EXPECT_NE(fault({{"table", "accounts"}, {"key", "A1"}, {"where", "true"}}).find("leave one of the two"), std::string::npos);
    EXPECT_NE(fault({{"table", "accounts"}, {"where", "owner = = 3"}}).find("where"), std::string::npos);
    EXPECT_NE(fault({{"table", "accounts"}, {"put", "={id: \"A1\", state: \"lost\"}"}}).find("Row A1, column state: 'lost' is not allowed: use one of active, stopped."), std::string::npos);
    EXPECT_NE(fault({{"table", "accounts"}, {"put", "={id: \"A1\", colour: \"red\"}"}}).find("no column 'colour'"), std::string::npos);
    EXPECT_EQ(row("A1"), R"({"id":"A1","owner":"sato","state":"active","rights":["read"]})");
}

}  // namespace
}  // namespace dandori::test
