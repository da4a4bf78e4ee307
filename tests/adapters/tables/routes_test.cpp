#include "adapters/tables/routes.h"

#include <boost/json.hpp>

#include "adapters/http/target.h"
#include "tests/engine/runtime/desk.h"
#include "tests/support/actors.h"
#include "tests/support/answers_seen.h"

namespace dandori::tables {
namespace {

namespace json = boost::json;

/// Who asks is set by the test.
class TestGuard final : public http::Guard {
  public:
    tl::expected<http::Caller, http::Response> admit(const http::Request&) override {
        if (is_closed) return tl::unexpected(http::Response{401, {}, "who?"});
        return http::Caller{caller};
    }
    std::optional<engine::Actor> caller;
    bool is_closed = false;
};

const engine::Actor editor = test::actor("sato", {"ward_is.staff"}), reader = test::actor("ito", {"iom.operator"}), stranger = test::actor("kato", {"joint_asp.staff"});

class TableRoutes : public testing::Test {
  protected:
    TableRoutes() {
        test::note_answers(router_);
        add_routes(router_, desk_.engine(), guard_);
        define("id,name,parts\nS1,一,a;b\nS2,二,\n");
        guard_.caller = editor;
    }
    void define(const std::string& file) {
        engine::DefineTables command;
        command.tables.push_back({{R"({"table": "systems", "title": "システム", "titleEn": "Systems", "readers": ["iom.*"], "editors": ["ward_is.*"], "columns": [
            {"name": "id", "key": true}, {"name": "name", "required": true}, {"name": "parts", "type": "list", "values": ["a", {"value": "b", "title": "乙"}]}]})"}, {}, file});
        if (file.starts_with("id,name,parts\nS1,一"))
            command.tables.back().rows = {{R"({"id": "S1", "name": "一", "parts": ["a", "b"]})"}, {R"({"id": "S2", "name": "二"})"}};
        else
            command.tables.back().rows = {{R"({"id": "S1", "name": "壱"})"}};
        const auto defined = desk_.engine().execute(std::move(command));
        EXPECT_TRUE(defined) << defined.error().text;
    }
    http::Response ask(const std::string& method, const std::string& target, const std::string& body = "", std::string content_type = "application/json") {
        http::Request request;
        request.method = method;
        auto read = http::read_target("/api/tables" + target).value();
        request.path = read.path;
        request.segments = read.segments;
        request.query = read.query;
        request.body = body;
        if (!body.empty()) request.headers.emplace_back("Content-Type", std::move(content_type));
        if (is_japanese_) request.headers.emplace_back("Accept-Language", "ja");
        http::Response answer;
        router_.handle(std::move(request), [&](http::Response it) { answer = std::move(it); });
        return answer;
    }
    http::Response upload(const std::string& target, const std::vector<std::pair<std::string, std::string>>& fields) {
        std::string body;
        for (const auto& [name, content] : fields)
            body += "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"" + (name == "file" ? "; filename=\"t.csv\"" : "") + "\r\n\r\n" + content + "\r\n";
        return ask("POST", target, body + "--b--\r\n", "multipart/form-data; boundary=b");
    }
    json::value got(const http::Response& response) {
        EXPECT_EQ(response.status, 200) << response.body;
        return json::parse(response.body);
    }
    std::string refused(const http::Response& response, int status) {
        EXPECT_EQ(response.status, status) << response.body;
        return std::string(json::parse(response.body).at("detail").as_string());
    }
    /// The ids of the rows that a question gives, joined.
    std::string rows(const std::string& query = "") {
        std::string ids;
        const auto answer = got(ask("GET", "/systems/rows" + query));
        for (const auto& item : answer.at("items").as_array()) ids += (ids.empty() ? "" : " ") + std::string(item.at("rowId").as_string());
        return ids;
    }
    test::Desk desk_;
    TestGuard guard_;
    http::Router router_;
    bool is_japanese_ = false;
};

TEST_F(TableRoutes, ShowTablesToWhoMayReadThem) {
    const auto seen = got(ask("GET", "")).at("items").as_array();
    ASSERT_EQ(seen.size(), 1u);
    EXPECT_EQ(seen[0].at("tableId"), "systems");
    EXPECT_EQ(seen[0].at("rowCount"), 2);
    EXPECT_EQ(seen[0].at("isEditable"), true);
    guard_.caller = reader;
    EXPECT_EQ(got(ask("GET", "")).at("items").at(0).at("isEditable"), false);
    const auto table = got(ask("GET", "/systems"));
    EXPECT_EQ(table.at("columns").at(2).at("values").at(1).at("title"), "乙");
    EXPECT_EQ(table.at("columns").at(0).at("isKey"), true);
    guard_.caller = stranger;
    EXPECT_TRUE(got(ask("GET", "")).at("items").as_array().empty());
}

/// Each route, with what it is asked with.
struct Asked {
    std::string method, target, body;
};
const std::vector<Asked> reads{{"GET", "/systems", ""}, {"GET", "/systems/rows", ""}, {"GET", "/systems/versions", ""}, {"GET", "/systems/differences", ""}, {"GET", "/systems/export", ""}};
const std::vector<Asked> writes{{"PATCH", "/systems/rows", R"({"version": 1, "rows": [{"act": "PUT", "cells": {"id": "S1", "name": "x"}}]})"},
                                {"PUT", "/systems/rows", R"({"version": 1, "rows": [{"cells": {"id": "S1", "name": "x"}}]})"},
                                {"GET", "/systems/offer", ""},
                                {"POST", "/systems/offer", R"({"version": 1, "isTaken": true})"}};

TEST_F(TableRoutes, AskForRightsEachTime) {
    define("id,name\nS1,壱\n");
    const auto import = [&] { return upload("/systems/import", {{"file", "id,name\nS1,x\n"}, {"version", "1"}}).status; };
    for (const auto& [who, reading, writing] : {std::tuple{&stranger, 404, 404}, {&reader, 200, 403}}) {
        guard_.caller = *who;
        for (const auto& each : reads) EXPECT_EQ(ask(each.method, each.target, each.body).status, reading) << each.target << " " << who->username;
        for (const auto& each : writes) EXPECT_EQ(ask(each.method, each.target, each.body).status, writing) << each.method << each.target << " " << who->username;
        EXPECT_EQ(import(), writing);
    }
    EXPECT_EQ(desk_.rows<engine::DataTableVersion>().size(), 1u);
    guard_.is_closed = true;
    for (const auto* all : {&reads, &writes})
        for (const auto& each : *all) EXPECT_EQ(ask(each.method, each.target, each.body).status, 401);
    EXPECT_EQ(import(), 401);
    EXPECT_EQ(ask("GET", "").status, 401);
    guard_.is_closed = false;
    guard_.caller = editor;
    for (const auto& each : reads) {
        auto target = each.target;
        EXPECT_EQ(ask(each.method, target.replace(1, 7, "nothing"), each.body).status, 404);
    }
}

TEST_F(TableRoutes, FindRows) {
    EXPECT_EQ(rows(), "S1 S2");
    EXPECT_EQ(rows("?search=s2"), "S2") << "capitals don't matter";
    EXPECT_EQ(rows("?column=parts&value=b"), "S1");
    EXPECT_EQ(rows("?column=parts&value="), "S2");
    EXPECT_EQ(rows("?from=1"), "S2");
    EXPECT_EQ(rows("?limit=1"), "S1");
    EXPECT_EQ(got(ask("GET", "/systems/rows?limit=1")).at("total"), 2);
    EXPECT_NE(refused(ask("GET", "/systems/rows?limit=1001"), 400).find("from 0 to 1000"), std::string::npos);
    EXPECT_NE(refused(ask("GET", "/systems/rows?from=-1"), 400), "");
    EXPECT_NE(refused(ask("GET", "/systems/rows?column=colour"), 400).find("no column 'colour'"), std::string::npos);
    EXPECT_NE(refused(ask("GET", "/systems/rows?version=2"), 404).find("there are 1 to 1"), std::string::npos);
}

TEST_F(TableRoutes, ChangeRowsAfterALook) {
    const std::string change = R"({"version": 1, "reason": "名称の変更", "rows": [{"act": "CHANGE", "rowId": "S1", "cells": {"name": "壱"}}, {"act": "ADD", "cells": {"id": "S3", "name": "三"}}]})";
    const auto look = got(ask("PATCH", "/systems/rows?preview=true", change));
    EXPECT_EQ(look.at("version"), 1);
    EXPECT_EQ(look.at("added"), 1);
    EXPECT_EQ(look.at("differences").at(0).at("after").at("name"), "壱");
    EXPECT_EQ(rows(), "S1 S2");
    EXPECT_EQ(got(ask("PATCH", "/systems/rows", change)).at("version"), 2);
    EXPECT_EQ(rows(), "S1 S2 S3");
    EXPECT_EQ(rows("?version=1"), "S1 S2");
    EXPECT_NE(refused(ask("PATCH", "/systems/rows", change), 409).find("version 1 was looked at, and version 2 is the newest"), std::string::npos);
    EXPECT_EQ(got(ask("PUT", "/systems/rows", R"({"version": 2, "rows": [{"cells": {"id": "S3", "name": "参"}}]})")).at("removed"), 2);
    EXPECT_EQ(ask("PUT", "/systems/rows", R"({"version": 2, "rows": []})").status, 409);
    EXPECT_EQ(ask("PUT", "/systems/rows?preview=perhaps", R"({"version": 3, "rows": []})").status, 400);
    const auto versions = got(ask("GET", "/systems/versions"));
    EXPECT_EQ(versions.at("total"), 3);
    EXPECT_EQ(versions.at("items").at(1).at("madeBy"), "sato");
    EXPECT_EQ(versions.at("items").at(1).at("reason"), "名称の変更");
    const auto difference = got(ask("GET", "/systems/differences?from=1&to=3"));
    EXPECT_EQ(difference.at("added"), 1);
    EXPECT_EQ(difference.at("removed"), 2);
    EXPECT_EQ(got(ask("GET", "/systems/differences?to=1")).at("added"), 2) << "from nothing";
    EXPECT_EQ(ask("GET", "/systems/differences?from=3&to=2").status, 400);
}

TEST_F(TableRoutes, ProblemsComeInTheReadersLanguage) {
    const std::string wrong = R"({"version": 1, "rows": [{"act": "PUT", "cells": {"id": "S1", "parts": ["c"]}}, {"act": "PUT", "cells": {"name": "x"}}]})";
    EXPECT_EQ(refused(ask("PATCH", "/systems/rows", wrong), 400), "Row S1, column parts: 'c' is not allowed: use one of a, b.\nA row has no value in its key (id): give one.");
    is_japanese_ = true;
    EXPECT_EQ(refused(ask("PATCH", "/systems/rows", wrong), 400), "行 S1、列 parts: 「c」は使えません。使える値: a, b。どれかにしてください。\nキーの列（id）に値のない行があります。値を入れてください。");
    EXPECT_EQ(got(ask("PATCH", "/systems/rows?preview=true", wrong)).at("problems").as_array().size(), 2u);
    EXPECT_EQ(ask("PATCH", "/systems/rows", R"({"version": 1, "rows": [{"act": "REMOVE", "rowId": "S9"}]})").status, 404);
    EXPECT_EQ(ask("PATCH", "/systems/rows", R"({"version": 1, "rows": [{"act": "ADD", "cells": {"id": "S1", "name": "x"}}]})").status, 409);
    for (const auto* body : {"[]", "{}", R"({"version": 1})", R"({"version": 1, "rows": [1]})", R"({"version": 1, "rows": [{"act": "BURN"}]})", R"({"version": 0, "rows": []})",
                             R"({"version": 1, "rows": [], "colour": "red"})", R"({"version": 1, "reason": 3, "rows": []})"})
        EXPECT_EQ(ask("PATCH", "/systems/rows", body).status, 400) << body;
    for (const auto& each : writes)
        if (each.method != "GET") EXPECT_EQ(ask(each.method, each.target, "x", "text/plain").status, 415);
    EXPECT_EQ(ask("POST", "/systems/import", "x", "text/plain").status, 415);
}

TEST_F(TableRoutes, TakeFilesAfterALook) {
    const std::string file = "id,name\nS2,弐\nS4,四\n";
    const auto look = got(upload("/systems/import?preview=true", {{"file", file}, {"version", "1"}}));
    EXPECT_EQ(look.at("removed"), 1);
    EXPECT_EQ(got(upload("/systems/import?preview=true", {{"file", file}, {"version", "1"}, {"keepOthers", "true"}})).at("removed"), 0);
    EXPECT_EQ(got(upload("/systems/import", {{"file", file}, {"version", "1"}, {"reason", "年度更新"}})).at("version"), 2);
    EXPECT_EQ(rows(), "S2 S4");
    EXPECT_EQ(got(ask("GET", "/systems/versions")).at("items").at(0).at("origin"), "IMPORT");
    EXPECT_EQ(upload("/systems/import", {{"file", file}, {"version", "1"}}).status, 409);
    EXPECT_NE(refused(upload("/systems/import", {{"file", "id,nome\nS2,x\n"}, {"version", "2"}}), 400).find("file:1:2: The table has no column 'nome'"), std::string::npos);
    EXPECT_EQ(upload("/systems/import", {{"file", file}}).status, 400);
    EXPECT_EQ(upload("/systems/import", {{"file", file}, {"version", "x"}}).status, 400);
    const auto exported = ask("GET", "/systems/export");
    EXPECT_EQ(exported.body, "\xEF\xBB\xBF\"id\",\"name\",\"parts\"\r\n\"S2\",\"弐\",\"\"\r\n\"S4\",\"四\",\"\"\r\n");
    EXPECT_NE(ask("GET", "/systems/export?version=1&encoding=cp932").body.find("\"a;b\""), std::string::npos);
    EXPECT_EQ(ask("GET", "/systems/export?encoding=ebcdic").status, 400);
}

TEST_F(TableRoutes, ANewerFileOfTheFolderWaitsForAPerson) {
    EXPECT_EQ(ask("GET", "/systems/offer").status, 404);
    EXPECT_EQ(ask("POST", "/systems/offer", R"({"version": 1, "isTaken": true})").status, 404);
    define("id,name\nS1,壱\n");
    EXPECT_EQ(got(ask("GET", "/systems")).at("hasOffer"), true);
    const auto offer = got(ask("GET", "/systems/offer"));
    EXPECT_EQ(offer.at("changed"), 1);
    EXPECT_EQ(offer.at("removed"), 1);
    EXPECT_EQ(ask("POST", "/systems/offer", R"({"version": 7, "isTaken": true})").status, 409);
    EXPECT_EQ(ask("POST", "/systems/offer", R"({"version": 1})").status, 400);
    EXPECT_EQ(got(ask("POST", "/systems/offer", R"({"version": 1, "isTaken": true, "reason": "年度更新"})")).at("version"), 2);
    EXPECT_EQ(rows(), "S1");
    EXPECT_EQ(got(ask("GET", "/systems")).at("hasOffer"), false);
    define("id,name,parts\nS1,一,a;b\nS2,二,\n");
    EXPECT_EQ(got(ask("POST", "/systems/offer", R"({"version": 2, "isTaken": false})")).at("version"), 2);
    EXPECT_EQ(got(ask("GET", "/systems")).at("hasOffer"), false);
    EXPECT_EQ(rows(), "S1");
}

}  // namespace
}  // namespace dandori::tables
