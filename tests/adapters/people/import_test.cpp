#include "tests/adapters/people/bureau.h"

namespace dandori::people {
namespace {

using PeopleImport = Bureau;

boost::json::array items_of(const http::Response& response) {
    EXPECT_EQ(response.status, 200) << response.body;
    return boost::json::parse(response.body).at("items").as_array();
}

TEST_F(PeopleImport, AddsWhoIsNewAndChangesWhoIsKnown) {
    add("ito", {"iom.operator", "iom.oncall"}, "担当");
    add("kato", {"iom.leader"});
    const auto items = items_of(send("POST", "/api/people/import",
                                     {{"file", "username,氏名,mail,役職,groups\nabe,阿部 一,abe@example.jp,係長,ward_is.chief;ward_is.staff\n"
                                               "ito,伊藤 明,ito@example.jp,,iom.operator;iom.leader\nkato,kato 名,kato@example.jp,,iom.leader\n"}}));
    EXPECT_EQ(items[0].at("act"), "ADD");
    EXPECT_EQ(items[1].at("act"), "CHANGE");
    EXPECT_EQ(items[2].at("act"), "SAME");
    EXPECT_EQ(account("abe")->name, "阿部 一");
    EXPECT_EQ(account("abe")->post, "係長");
    EXPECT_EQ(account("abe")->password_hash, "hash of " + std::string(items[0].at("password").as_string()));
    EXPECT_EQ(groups_of("abe"), "ward_is.chief ward_is.staff");
    EXPECT_EQ(account("ito")->name, "伊藤 明");
    EXPECT_EQ(account("ito")->post, std::nullopt);
    EXPECT_EQ(account("ito")->password_hash, "hash");
    EXPECT_EQ(groups_of("ito"), "iom.leader iom.operator");
    EXPECT_TRUE(items[1].at("password").is_null());
    EXPECT_EQ(account("root")->username, "root") << "who isn't in the table stays";
}

TEST_F(PeopleImport, WhatTheTableDoesNotSayStays) {
    add("ito", {"iom.operator"}, "担当");
    items_of(send("POST", "/api/people/import", {{"file", "username,mail\nito,neu@example.jp\n"}}));
    EXPECT_EQ(account("ito")->email, "neu@example.jp");
    EXPECT_EQ(account("ito")->name, "ito 名");
    EXPECT_EQ(account("ito")->post, "担当");
    EXPECT_EQ(groups_of("ito"), "iom.operator");
}

TEST_F(PeopleImport, ARehearsalTellsTheSameAndChangesNothing) {
    const std::string table = "username,groups,kana\nabe,iom.operater,あべ\n";
    const auto answer = send("POST", "/api/people/import", {{"file", table}}, {{"rehearse", "true"}});
    EXPECT_EQ(items_of(answer)[0].at("act"), "ADD");
    EXPECT_TRUE(items_of(answer)[0].at("password").is_null());
    const auto body = boost::json::parse(answer.body);
    EXPECT_EQ(body.at("newGroups"), (boost::json::array{"iom.operater"}));
    EXPECT_EQ(body.at("notKept"), (boost::json::array{"kana"}));
    EXPECT_EQ(body.at("counts").at("ADD"), 1);
    EXPECT_FALSE(account("abe"));
}

TEST_F(PeopleImport, AnyFaultKeepsAllFromBeingDone) {
    const auto answer = send("POST", "/api/people/import",
                             {{"file", "username,mail,groups,from\nabe,abe@example.jp,iom.operator,\nabe,no address,a b,31.3.\n,x@example.jp,,\n"}});
    EXPECT_EQ(answer.status, 400);
    EXPECT_EQ(detail_of(answer),
              "Line 3, column 1 (username): 'abe' stands in this table twice: one row a person.\n"
              "Line 3, column 2 (mail): 'no address' is no mail address: write one, such as name@example.jp.\n"
              "Line 3, column 4 (from): '31.3.' is no day: write it as 2027-04-01 or 2027/4/1.\n"
              "Line 3, column 3 (groups): 'a b' can't be a group: ids without spaces, commas and *, several separated by ';', are needed.\n"
              "Line 4, column 1 (username): The user name is missing: 1 to 100 bytes without spaces and / : *.");
    EXPECT_FALSE(account("abe"));
    is_japanese = true;
    EXPECT_EQ(detail_of(send("POST", "/api/people/import", {{"file", "username\na/b\n"}})),
              "2行目 1列（username）: 「a/b」は利用者IDに使えません。1〜100バイトで、空白と / : * を含まない名前にしてください。");
}

TEST_F(PeopleImport, WhoBeginsLaterOrHasEndedIsLeft) {
    add("ito", {"iom.operator"});
    desk.clock.set(day_of("2027-03-31").value());
    const std::string table = "username,from,until,groups\nabe,2027-04-01,,iom.leader\nito,,2027-03-30,\nueda,2027-03-31,2027-03-31,\n";
    const auto items = items_of(send("POST", "/api/people/import", {{"file", table}}));
    EXPECT_EQ(items[0].at("act"), "LATER");
    EXPECT_EQ(items[1].at("act"), "OVER");
    EXPECT_EQ(items[2].at("act"), "ADD") << "the last day still counts";
    EXPECT_FALSE(account("abe"));
    EXPECT_EQ(groups_of("ito"), "iom.operator");
    desk.clock.set(day_of("2027-04-01").value());
    EXPECT_EQ(items_of(send("POST", "/api/people/import", {{"file", table}}))[0].at("act"), "ADD");
    EXPECT_EQ(send("POST", "/api/people/import", {{"file", "username,from,until\nabe,2027-04-02,2027-04-01\n"}}).status, 400);
}

TEST_F(PeopleImport, TheLastAdministratorStays) {
    const auto answer = send("POST", "/api/people/import", {{"file", "username,groups\nroot,iom.leader\n"}});
    EXPECT_EQ(answer.status, 400);
    EXPECT_EQ(detail_of(answer), "With this table nobody would be in the group administrators: leave it to at least one person.");
    items_of(send("POST", "/api/people/import", {{"file", "username,groups\nroot,iom.leader\nabe,administrators\n"}}));
    EXPECT_EQ(groups_of("root"), "iom.leader");
}

TEST_F(PeopleImport, OnePasswordForAllIsNotTold) {
    EXPECT_EQ(send("POST", "/api/people/import", {{"file", "username\nabe\n"}, {"password", "short"}}).status, 400);
    EXPECT_FALSE(account("abe"));
    const auto items = items_of(send("POST", "/api/people/import", {{"file", "username\nabe\n"}, {"password", "long enough for all"}}));
    EXPECT_TRUE(items[0].at("password").is_null());
    EXPECT_EQ(account("abe")->password_hash, "hash of long enough for all");
}

TEST_F(PeopleImport, WhatIsRefusedIsToldAndTheRestIsDone) {
    auto refusing = access;
    refusing.execute = [&](Command command, std::optional<engine::Actor> actor) -> engine::Outcome<engine::Done> {
        const auto* entry = std::get_if<engine::PutDirectoryEntry>(&command);
        const auto* user = entry ? std::get_if<engine::User>(&entry->entry) : nullptr;
        if (user && user->username == "abe") return tl::unexpected(engine::Rejection{engine::Rejection::Code::Unavailable, "no leader"});
        return access.execute(std::move(command), std::move(actor));
    };
    const auto plan = plan_people("username\nabe\nito\n", *access.reader, desk.clock.now());
    ASSERT_TRUE(plan);
    const auto people = import_people(*plan, "", refusing, {});
    ASSERT_TRUE(people);
    EXPECT_EQ(people->at(0).refused, "no leader");
    EXPECT_EQ(people->at(0).password, "");
    EXPECT_TRUE(account("ito"));
}

TEST_F(PeopleImport, IsForAdministrators) {
    const std::vector<std::pair<std::string, std::string>> form{{"file", "username\nabe\n"}};
    guard.caller = test::actor("ito", {"iom.leader"});
    EXPECT_EQ(send("POST", "/api/people/import", form).status, 403);
    guard.is_closed = true;
    EXPECT_EQ(send("POST", "/api/people/import", form).status, 401);
    guard.is_closed = false;
    guard.caller.reset();
    EXPECT_EQ(send("POST", "/api/people/import", form).status, 200);
    EXPECT_EQ(send("POST", "/api/people/import", {{"other", "x"}}).status, 400);
    EXPECT_EQ(send("POST", "/api/people/import", {{"password", "x"}}).status, 400);
    EXPECT_EQ(send("POST", "/api/people/import", form, {{"rehearse", "perhaps"}}).status, 400);
    EXPECT_EQ(send("POST", "/api/people/import").status, 415);
}

TEST_F(PeopleImport, LeavesAuditRowsOfWhoAsked) {
    engine::EngineSettings settings;
    settings.audit = engine::AuditScope::People;
    test::Desk audited(settings);
    audited.engine().execute(engine::SetUpDirectory{});
    auto its = access_to(audited.engine(), audited.clock, access.hash_password);
    const auto plan = plan_people("username,groups\nabe,iom.leader\n", *its.reader, audited.clock.now());
    ASSERT_TRUE(import_people(plan.value(), "", its, test::administrator()));
    const auto rows = audited.rows<engine::AuditEntry>(engine::Query{}.where_equals("entityKey", std::string("abe")));
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].actor_id, "root");
}

}  // namespace
}  // namespace dandori::people
