#include <gtest/gtest.h>

#include "tests/adapters/inbox/wire.h"

namespace dandori::inbox {
namespace {

using test::Wire;

/// Mails that only say what they were asked.
class ToldMails : public MailAccess {
  public:
    MailAnswer take(const std::string& raw, const std::string& recipient, std::size_t full_size) override {
        return {201, "application/json", raw + "|" + recipient + "|" + std::to_string(full_size), ""};
    }
    MailAnswer search(const std::string& body, const MailVisitor& visitor) override {
        return said("search", body, visitor);
    }
    MailAnswer get(engine::MailKey key, const MailVisitor& visitor) override {
        return said("get", std::to_string(key.value), visitor);
    }
    MailAnswer raw(engine::MailKey key, const MailVisitor&) override {
        return {200, "message/rfc822", "raw", std::to_string(key.value) + ".eml"};
    }
    MailAnswer assign(engine::MailKey, const std::string& body, const MailVisitor& visitor) override {
        return said("assign", body, visitor);
    }
    MailAnswer start(engine::MailKey, const std::string& body, const MailVisitor& visitor) override {
        return said("start", body, visitor);
    }
    MailAnswer preview(const std::string& body, const MailVisitor& visitor) override {
        if (body == R"({"template": "ML-none"})") return {404, "application/problem+json", "{}", ""};
        return said("preview", body, visitor);
    }

  private:
    static MailAnswer said(const std::string& what, const std::string& of, const MailVisitor& visitor) {
        const bool sees_case = visitor.may_see_case({7});
        return {200, "application/json", what + " " + of + " " + visitor.actor->username + (sees_case ? " sees 7" : ""),
                ""};
    }
};

class Mails : public testing::Test {
  protected:
    Mails() {
        wire_.add_user("tanto", {"iom.operator"});
        wire_.add_user("vendor", {"vendor.staff"});
        engine::ProcessInstance instance;
        instance.key = {7};
        wire_.rows.put(instance);
    }
    static InboxSettings settings() {
        InboxSettings settings;
        settings.mail_token = "mail-token";
        return settings;
    }
    Wire wire_{settings(), std::make_shared<ToldMails>()};
};

TEST_F(Mails, AreAskedForByWhoIsSignedIn) {
    const auto tanto = wire_.sign_in("tanto"), vendor = wire_.sign_in("vendor");
    EXPECT_EQ(wire_.ask(tanto, "POST", "/api/mails/search", "{}").body, "search {} tanto sees 7");
    EXPECT_EQ(wire_.ask(vendor, "GET", "/api/mails/5").body, "get 5 vendor");
    EXPECT_EQ(wire_.ask(tanto, "POST", "/api/mails/5/assignment", "{}").body, "assign {} tanto sees 7");
    EXPECT_EQ(wire_.ask(tanto, "POST", "/api/mails/5/start", "{}").body, "start {} tanto sees 7");
    EXPECT_EQ(wire_.ask(tanto, "POST", "/api/mail-templates/preview", "{}").body, "preview {} tanto sees 7");
    EXPECT_EQ(wire_.ask(tanto, "POST", "/api/mail-templates/preview", R"({"template": "ML-none"})").status, 404);
    EXPECT_EQ(wire_.ask(tanto, "GET", "/api/mails/x").status, 404);
    const auto raw = wire_.ask(tanto, "GET", "/api/mails/5/raw");
    EXPECT_EQ(Wire::header_of(raw, "Content-Disposition"), "attachment; filename=\"5.eml\"");
    EXPECT_EQ(Wire::header_of(raw, "Content-Type"), "message/rfc822");
}

TEST_F(Mails, AreHandedInWithTheTokenOrByTheDesk) {
    auto request = Wire::request_of("POST", "/api/mails", "mail");
    request.query = {{"recipient", "incident@desk.example.jp"}, {"fullSize", "30000000"}};
    EXPECT_EQ(wire_.send(request).status, 401);
    request.headers.emplace_back("Authorization", "Bearer mail-token");
    EXPECT_EQ(wire_.send(request).body, "mail|incident@desk.example.jp|30000000");
    request.headers.back().second = "Bearer mail-tokem";
    EXPECT_EQ(wire_.send(request).status, 401);
    EXPECT_EQ(wire_.ask(wire_.sign_in("vendor"), "POST", "/api/mails", "mail").status, 403);
    EXPECT_EQ(wire_.ask(wire_.sign_in("tanto"), "POST", "/api/mails", "mail").status, 201);
}

}  // namespace
}  // namespace dandori::inbox
