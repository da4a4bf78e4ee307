// People, groups, roles, tenants, mapping rules, authorizations, cluster variables, documents and the audit log over the API.
#include "tests/adapters/rest/office.h"

namespace dandori::rest {
namespace {

class Identity : public Office {
  protected:
    Identity() {
        EXPECT_TRUE(desk.engine().execute(engine::SetUpDirectory{}));
        for (const std::string name : {"abe", "eda"}) {
            engine::User user;
            user.username = name;
            EXPECT_TRUE(desk.engine().execute(engine::PutDirectoryEntry{user, true, {}, false}));
        }
    }
    int status(std::string_view method, std::string_view path, std::string_view body = {}, std::string_view user = {}) {
        return ask(method, path, body, user).status;
    }
};

TEST_F(Identity, KeepsGroupsWithTheirMembers) {
    const auto made = ask("POST", "/groups", R"({"groupId": "ward/税務課.staff", "name": "税務課", "description": "税"})");
    EXPECT_EQ(made.status, 201) << made.raw.body;
    EXPECT_EQ(made.text("groupId"), "ward/税務課.staff");
    EXPECT_EQ(status("POST", "/groups", R"({"groupId": "ward/税務課.staff", "name": "x"})"), 409);
    EXPECT_EQ(status("POST", "/groups", R"({"groupId": "x"})"), 400);
    const std::string path = "/groups/ward%2F%E7%A8%8E%E5%8B%99%E8%AA%B2.staff";
    EXPECT_EQ(ask("GET", path).text("name"), "税務課");
    EXPECT_EQ(ask("PUT", path, R"({"name": "税"})").text("description"), "null");
    EXPECT_EQ(status("PUT", path + "/users/abe"), 204);
    EXPECT_EQ(status("PUT", path + "/users/abe"), 409);
    EXPECT_EQ(status("PUT", path + "/users/nobody"), 404);
    EXPECT_EQ(status("PUT", path + "/clients/batch"), 204) << "clients are not ours to know";
    EXPECT_EQ(ask("POST", path + "/users/search", R"({"sort": [{"field": "username"}]})").items("username"), "abe");
    EXPECT_EQ(ask("POST", path + "/clients/search").items("clientId"), "batch");
    EXPECT_EQ(status("PUT", "/roles/desk/groups/ward%2F%E7%A8%8E%E5%8B%99%E8%AA%B2.staff"), 204);
    EXPECT_EQ(ask("POST", path + "/roles/search").items("roleId"), "desk");
    EXPECT_EQ(status("DELETE", path + "/users/abe"), 204);
    EXPECT_EQ(status("DELETE", path + "/users/abe"), 404);
    EXPECT_EQ(status("DELETE", path), 204);
    EXPECT_EQ(status("GET", path), 404);
    EXPECT_EQ(ask("POST", "/roles/desk/groups/search").json.at("page").at("totalItems").as_int64(), 3) << "memberships go with it";
    EXPECT_EQ(ask("POST", "/groups/search", R"({"filter": {"groupId": {"$like": "iom.*"}}, "sort": [{"field": "name"}]})").items("groupId"),
              "iom.leader iom.oncall iom.operator");
}

TEST_F(Identity, KeepsMappingRulesAndWhomTheyGive) {
    const std::string body = R"({"mappingRuleId": "m", "claimName": "groups", "claimValue": "G-1", "name": "ours"})";
    EXPECT_EQ(ask("POST", "/mapping-rules", body).status, 201);
    EXPECT_EQ(status("POST", "/mapping-rules", R"({"mappingRuleId": "n", "claimName": "", "claimValue": "x", "name": "y"})"), 400);
    EXPECT_EQ(ask("PUT", "/mapping-rules/m", R"({"claimName": "groups", "claimValue": "G-2", "name": "ours"})").text("claimValue"), "G-2");
    EXPECT_EQ(status("PUT", "/tenants/%3Cdefault%3E/mapping-rules/m"), 204);
    EXPECT_EQ(ask("POST", "/tenants/%3Cdefault%3E/mapping-rules/search", R"({"sort": [{"field": "claimName"}]})").items("mappingRuleId"), "m");
    EXPECT_EQ(status("DELETE", "/mapping-rules/m"), 204);
    EXPECT_EQ(ask("POST", "/tenants/%3Cdefault%3E/mapping-rules/search").items("mappingRuleId"), "");
}

TEST_F(Identity, KeepsAuthorizations) {
    const auto made = ask("POST", "/authorizations",
                          R"({"ownerId": "abe", "ownerType": "user", "resourceType": "PROCESS_DEFINITION", "resourceId": "leave", "permissionTypes": ["read_process_instance"]})");
    ASSERT_EQ(made.status, 201) << made.raw.body;
    const auto key = made.text("authorizationKey");
    const auto row = ask("GET", "/authorizations/" + key);
    EXPECT_EQ(row.text("permissionTypes"), R"(["READ_PROCESS_INSTANCE"])");
    EXPECT_EQ(row.text("ownerType"), "USER");
    EXPECT_EQ(row.text("resourcePropertyName"), "null");
    EXPECT_EQ(ask("POST", "/authorizations/search", R"({"filter": {"ownerId": "abe", "ownerType": "USER", "resourceIds": ["leave", "x"]}})")
                  .items("authorizationKey"),
              key);
    EXPECT_EQ(ask("POST", "/authorizations/search", R"({"filter": {"ownerId": "abe", "resourcePropertyNames": ["assignee"]}})")
                  .items("authorizationKey"),
              "");
    EXPECT_EQ(status("PUT", "/authorizations/" + key,
                     R"({"ownerId": "abe", "ownerType": "USER", "resourceType": "USER_TASK", "resourcePropertyName": "assignee", "permissionTypes": ["READ"]})"),
              204);
    EXPECT_EQ(ask("GET", "/authorizations/" + key).text("resourceId"), "null");
    EXPECT_EQ(status("DELETE", "/authorizations/" + key), 204);
    EXPECT_EQ(status("GET", "/authorizations/" + key), 404);
    EXPECT_EQ(status("POST", "/authorizations",
                     R"({"ownerId": "abe", "ownerType": "USER", "resourceType": "NOTHING", "resourceId": "*", "permissionTypes": ["READ"]})"),
              400);
}

TEST_F(Identity, ShowsAndChangesPeopleOnlyForThoseWhoMay) {
    EXPECT_EQ(ask("POST", "/users/search", "{}", "zoe").items("username"), "");
    EXPECT_EQ(status("GET", "/users/abe", {}, "zoe"), 404);
    EXPECT_EQ(status("PUT", "/users/abe", R"({"name": "Abe"})", "zoe"), 403);
    EXPECT_EQ(ask("PUT", "/users/abe", R"({"name": "Abe", "email": "abe@example.jp"})", "root!").text("email"), "abe@example.jp");
    EXPECT_EQ(ask("POST", "/users/search", R"({"filter": {"email": "abe@example.jp"}})", "root!").items("name"), "Abe");
    EXPECT_EQ(ask("POST", "/users", R"({"username": "new", "password": "long enough"})", "root!").raw.body,
              R"({"username":"new","name":null,"email":null})");
    EXPECT_EQ(engine::get<engine::User>(desk.store, "new")->password_hash, "hash of long enough");
    EXPECT_EQ(status("PUT", "/users/new", R"({"name": "New"})", "root!"), 200);
    EXPECT_EQ(engine::get<engine::User>(desk.store, "new")->password_hash, "hash of long enough") << "it stays";
    EXPECT_EQ(status("POST", "/users", R"({"username": "other"})", "root!"), 400);
    EXPECT_EQ(status("POST", "/setup/user", R"({"username": "new", "password": "long enough"})"), 403) << "there is somebody";
    EXPECT_EQ(status("DELETE", "/users/eda", {}, "root!"), 204);
    EXPECT_EQ(status("DELETE", "/users/eda", {}, "root!"), 404);
}

TEST_F(Identity, KeepsClusterVariables) {
    EXPECT_EQ(ask("POST", "/cluster-variables/global", R"({"name": "rate", "value": {"a": 1.50}})").text("value"), R"({"a": 1.50})");
    EXPECT_EQ(status("POST", "/cluster-variables/global", R"({"name": "rate", "value": 1})"), 409);
    EXPECT_EQ(status("POST", "/cluster-variables/global", R"({"name": "none"})"), 400);
    EXPECT_EQ(ask("POST", "/cluster-variables/tenants/%3Cdefault%3E", R"({"name": "rate", "value": 2})").text("scope"), "TENANT");
    EXPECT_EQ(status("POST", "/cluster-variables/tenants/red", R"({"name": "rate", "value": 2})"), 400) << "multi-tenancy is off";
    EXPECT_EQ(ask("PUT", "/cluster-variables/global/rate", R"({"value": "x"})").text("value"), R"("x")");
    EXPECT_EQ(status("PUT", "/cluster-variables/global/other", R"({"value": "x"})"), 404);
    EXPECT_EQ(ask("POST", "/cluster-variables/search", R"({"filter": {"scope": "GLOBAL"}})").items("value"), R"("x")");
    EXPECT_EQ(ask("POST", "/cluster-variables/search", "{}", "zoe").items("name"), "");
    EXPECT_EQ(status("GET", "/cluster-variables/global/rate", {}, "zoe"), 404);
    EXPECT_EQ(status("DELETE", "/cluster-variables/global/rate", {}, "zoe"), 403);
    EXPECT_EQ(status("DELETE", "/cluster-variables/global/rate"), 204);
    EXPECT_EQ(ask("GET", "/cluster-variables/tenants/%3Cdefault%3E/rate").text("value"), "2");
}

class Documents : public Identity {
  protected:
    ApiAnswer upload(const std::string& path, const std::vector<std::array<std::string, 3>>& parts, std::string_view user = {}) {
        std::string body;
        for (const auto& [name, file, content] : parts) {
            body += "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"";
            if (!file.empty()) body += "; filename=\"" + file + "\"\r\nContent-Type: text/plain";
            body += "\r\n\r\n" + content + "\r\n";
        }
        test::HttpClient client(port());
        const std::string header = user.empty() ? "" : "X-Test-User: " + std::string(user) + "\r\n";
        return read(client.ask("POST", "/v2" + path, body + "--b--\r\n", "multipart/form-data; boundary=b", header));
    }
};

TEST_F(Documents, ComeBackAsTheyWere) {
    const auto made = upload("/documents", {{"file", "議事録.txt", "hello"}, {"metadata", "", R"({"customProperties": {"a": 1}, "expiresAt": "2099-01-01T00:00:00Z"})"}});
    ASSERT_EQ(made.status, 201) << made.raw.body;
    EXPECT_EQ(made.json.at("metadata").at("size").as_int64(), 5);
    EXPECT_EQ(made.text("contentHash"), "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
    const auto path = "/documents/" + made.text("documentId");
    EXPECT_EQ(ask("GET", path).raw.body, "hello");
    EXPECT_EQ(status("GET", path + "?contentHash=" + made.text("contentHash")), 200);
    EXPECT_EQ(status("GET", path + "?contentHash=00"), 400);
    EXPECT_EQ(status("GET", path + "?storeId=other"), 400);
    EXPECT_EQ(status("GET", path, {}, "zoe"), 404) << "not for everybody";
    EXPECT_EQ(status("GET", path, {}, "robot:workers"), 200);
    EXPECT_EQ(upload("/documents", {{"file", "a.txt", "x"}}, "zoe").status, 403);
    EXPECT_EQ(status("DELETE", path, {}, "robot:workers"), 403);
    EXPECT_EQ(status("DELETE", path), 204);
    EXPECT_EQ(status("GET", path), 404);
}

TEST_F(Documents, AreGoneAtTheirTimeAndRefusedWithWords) {
    const auto made = upload("/documents?documentId=minutes", {{"file", "a.txt", "x"}, {"metadata", "", R"({"expiresAt": "2026-04-02T02:00:00Z"})"}});
    EXPECT_EQ(made.text("documentId"), "minutes");
    EXPECT_EQ(upload("/documents?documentId=minutes", {{"file", "a.txt", "x"}}).status, 409);
    EXPECT_EQ(status("GET", "/documents/minutes"), 200);
    desk.clock.advance(3'600'000);
    EXPECT_EQ(status("GET", "/documents/minutes"), 404);
    EXPECT_EQ(upload("/documents", {{"metadata", "", "{}"}}).status, 400);
    EXPECT_EQ(upload("/documents", {{"file", "a.txt", "x"}, {"metadata", "", "{"}}).status, 400);
    EXPECT_EQ(upload("/documents", {{"file", "a.txt", "x"}, {"metadata", "", R"({"color": "red"})"}}).status, 400);
    EXPECT_EQ(upload("/documents", {{"file", "a.txt", "x"}, {"metadata", "", "{\"contentType\": \"a\\r\\nSet-Cookie: b\"}"}}).status, 400);
    EXPECT_EQ(status("POST", "/documents", "{}"), 415);
}

TEST_F(Documents, AreReadByWhoeverHasALinkUntilItIsOver) {
    const auto made = upload("/documents", {{"file", "議事録.html", "<script>"}});
    const auto path = "/documents/" + made.text("documentId") + "/links";
    EXPECT_EQ(status("POST", path, "{}", "zoe"), 404) << "who may not read it gives no link to it";
    const auto link = ask("POST", path, R"({"timeToLive": 60000})", "robot:workers");
    ASSERT_EQ(link.status, 201) << link.raw.body;
    EXPECT_EQ(link.text("expiresAt"), "2026-04-02T01:01:00.000Z");
    const auto url = link.text("url");
    const auto target = url.substr(url.find("/api/"));
    EXPECT_EQ(url.substr(0, 17), "http://test/api/d") << "the host as the client called it";
    const auto follow = [&](const std::string& where) { return test::HttpClient(port()).ask("GET", where, {}, {}, "X-Test-User: nobody\r\n"); };
    const auto read = follow(target);
    EXPECT_EQ(read.status, 200);
    EXPECT_EQ(read.body, "<script>");
    EXPECT_EQ(read.headers.at("content-disposition"), "attachment; filename*=UTF-8''%E8%AD%B0%E4%BA%8B%E9%8C%B2.html");
    EXPECT_EQ(read.headers.at("content-security-policy"), "default-src 'none'; sandbox");
    EXPECT_EQ(read.headers.at("x-content-type-options"), "nosniff");
    EXPECT_EQ(read.headers.at("referrer-policy"), "no-referrer");
    EXPECT_EQ(read.headers.at("cache-control"), "no-store");

    auto forged = target;
    forged.back() = forged.back() == '0' ? '1' : '0';
    EXPECT_EQ(follow(forged).status, 404);
    const auto until = target.find("until=") + 6;
    EXPECT_EQ(follow(target.substr(0, until) + "9" + target.substr(until)).status, 404) << "nobody makes it last";
    EXPECT_EQ(follow(target.substr(0, target.find('?'))).status, 404);
    const auto other = upload("/documents", {{"file", "b.txt", "y"}}).text("documentId");
    EXPECT_EQ(follow("/api/document-links/" + other + target.substr(target.find('?'))).status, 404) << "of another document";

    EXPECT_EQ(desk.rows<engine::ServerSecret>().size(), 1u) << "one for all links, and a restart finds it";
    desk.clock.advance(59'999);
    EXPECT_EQ(follow(target).status, 200);
    desk.clock.advance(1);
    EXPECT_EQ(follow(target).status, 404);
    EXPECT_EQ(ask("POST", path).status, 201) << "an hour, if not said";
    for (const auto* wrong : {R"({"timeToLive": 0})", R"({"timeToLive": 2678400001})", R"({"timeToLive": "x"})", R"({"time": 1})"})
        EXPECT_EQ(status("POST", path, wrong), 400) << wrong;
}

TEST_F(Documents, EndTheirLinksWithThem) {
    const auto made = upload("/documents?documentId=a%2Fb", {{"file", "a.txt", "x"}, {"metadata", "", R"({"expiresAt": "2026-04-02T01:30:00Z"})"}});
    const auto link = ask("POST", "/documents/a%2Fb/links");
    EXPECT_EQ(link.text("expiresAt"), "2026-04-02T01:30:00.000Z");
    const auto target = link.text("url").substr(link.text("url").find("/api/"));
    EXPECT_EQ(test::HttpClient(port()).ask("GET", target).status, 200);
    EXPECT_EQ(status("DELETE", "/documents/a%2Fb"), 204);
    EXPECT_EQ(test::HttpClient(port()).ask("GET", target).status, 404);
    upload("/documents?documentId=a%2Fb", {{"file", "a.txt", "another"}});
    EXPECT_EQ(test::HttpClient(port()).ask("GET", target).status, 404) << "the link was to other content";
}

TEST_F(Documents, OfABatchAreAnsweredOneByOne) {
    const auto all = upload("/documents/batch", {{"files", "a.txt", "x"}, {"files", "b.txt", "y"}});
    EXPECT_EQ(all.status, 201) << all.raw.body;
    EXPECT_EQ(all.json.at("createdDocuments").as_array().size(), 2u);
    const auto some = upload("/documents/batch", {{"files", "a.txt", "x"}, {"files", "b.txt", "y"}, {"metadataList", "", "{}"}, {"metadataList", "", "{"}});
    EXPECT_EQ(some.status, 207);
    EXPECT_EQ(some.json.at("createdDocuments").as_array().size(), 1u);
    EXPECT_EQ(some.json.at("failedDocuments").at(0).at("fileName").as_string(), "b.txt");
}

TEST_F(Identity, ShowsTheAuditLogToWhomItIsFor) {
    EXPECT_EQ(ask("POST", "/audit-logs/search", "{}").items("auditLogKey"), "") << "this engine keeps none";
    engine::AuditEntry row;
    row.key = {5};
    row.user_task_key = engine::UserTaskKey{7};
    row.actor_id = "abe";
    engine::Batch batch;
    batch.put(row);
    desk.store.commit(batch);
    const auto found = ask("POST", "/audit-logs/search", R"({"filter": {"actorId": "abe", "result": "SUCCESS"}})", "root!");
    EXPECT_EQ(found.items("auditLogKey"), "5");
    EXPECT_EQ(found.json.at("items").at(0).at("formKey"), nullptr);
    EXPECT_EQ(ask("POST", "/audit-logs/search", R"({"filter": {"formKey": "5"}})").items("auditLogKey"), "");
    EXPECT_EQ(ask("POST", "/audit-logs/search", "{}", "zoe").items("auditLogKey"), "");
    EXPECT_EQ(status("GET", "/audit-logs/5", {}, "zoe"), 404);
    EXPECT_EQ(ask("GET", "/audit-logs/5", {}, "root!").text("actorId"), "abe");
    EXPECT_EQ(status("POST", "/audit-logs/search", R"({"filter": {"changes": "x"}})"), 400);
    EXPECT_EQ(status("POST", "/user-tasks/7/audit-logs/search", "{}"), 404) << "no such task";
}

}  // namespace
}  // namespace dandori::rest
