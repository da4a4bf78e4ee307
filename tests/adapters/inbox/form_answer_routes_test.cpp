#include <gtest/gtest.h>

#include "tests/adapters/inbox/wire.h"

namespace dandori::inbox {
namespace {

using test::Wire;

/// Answers that only say what they were asked.
class ToldFormAnswers : public FormAnswerAccess {
  public:
    FormAnswerReply post(const std::string& bytes, const std::string& file_name, const std::string& case_no, const FormAnswerVisitor& visitor) override {
        return told("post " + bytes + " " + file_name + " " + case_no, visitor, 201);
    }
    FormAnswerReply list(const FormAnswerVisitor& visitor) override { return told("list", visitor); }
    FormAnswerReply get(const std::string& id, const FormAnswerVisitor& visitor) override { return told("get " + id, visitor); }
    FormAnswerReply file(const std::string& id, const FormAnswerVisitor& visitor) override {
        if (status) return told("file", visitor);
        return {200, "application/octet-stream", "bytes of " + id, "回答 \"1\".xlsx"};
    }
    FormAnswerReply confirm(const std::string& id, const std::string& body, const FormAnswerVisitor& visitor) override { return told("confirm " + id + " " + body, visitor); }
    FormAnswerReply set_aside(const std::string& id, const std::string& body, const FormAnswerVisitor& visitor) override { return told("close " + id + " " + body, visitor); }

    int status = 0;  ///< not 0: what is said to everything

  private:
    FormAnswerReply told(const std::string& what, const FormAnswerVisitor& visitor, int otherwise = 200) {
        return {status ? status : otherwise, "application/json", what + " by " + visitor.actor->username + (visitor.is_of_the_desk ? " of the desk" : "") + (visitor.may_work_case({7}) ? " at 7" : ""), ""};
    }
};

class FormAnswerRoutes : public testing::Test {
  protected:
    FormAnswerRoutes() {
        wire_.add_user("tanto", {"iom.operator"});
        wire_.add_user("joho", {"ward_is.staff"});
        wire_.add_user("vendor", {"vendor.staff"});
        engine::UserTask task;
        task.key = {70};
        task.state = engine::UserTaskState::Created;
        task.process_instance_key = {7};
        task.candidate_groups = {"ward_is.staff"};
        wire_.rows.put(task);
    }
    std::shared_ptr<ToldFormAnswers> told_ = std::make_shared<ToldFormAnswers>();
    Wire wire_{{}, nullptr, told_};
};

TEST_F(FormAnswerRoutes, SayWhoAsksAndWhatTheyWorkOn) {
    const auto tanto = wire_.sign_in("tanto"), joho = wire_.sign_in("joho"), vendor = wire_.sign_in("vendor");
    EXPECT_EQ(wire_.ask(tanto, "GET", "/api/form-answers").body, "list by tanto of the desk");
    EXPECT_EQ(wire_.ask(joho, "GET", "/api/form-answers/x").body, "get x by joho at 7");
    EXPECT_EQ(wire_.ask(vendor, "POST", "/api/form-answers/x/confirmation", "{}").body, "confirm x {} by vendor");
    EXPECT_EQ(wire_.ask(tanto, "POST", "/api/form-answers/x/closing", "{}").body, "close x {} by tanto of the desk");
    EXPECT_EQ(wire_.ask({}, "GET", "/api/form-answers").status, 401);
    for (const char* path : {"/api/form-answers/x/confirmation", "/api/form-answers/x/closing"}) {
        auto text = Wire::request_of("POST", path, "{}");
        text.headers = {{"Cookie", tanto.cookie}, {"X-CSRF-Token", tanto.csrf_token}, {"Content-Type", "text/plain"}};
        EXPECT_EQ(wire_.send(text).status, 415);
        EXPECT_EQ(wire_.ask(tanto, "POST", path, "{").status, 400);
    }
    auto request = Wire::request_of("POST", "/api/form-answers", "bytes");
    request.query = {{"fileName", "回答.csv"}, {"caseNo", "ACC-R08-00001"}};
    request.headers = {{"Cookie", joho.cookie}, {"X-CSRF-Token", joho.csrf_token}, {"Content-Type", "application/octet-stream"}};
    const auto posted = wire_.send(request);
    EXPECT_EQ(posted.status, 201);
    EXPECT_EQ(posted.body, "post bytes 回答.csv ACC-R08-00001 by joho at 7");
}

TEST_F(FormAnswerRoutes, AnswerWithTheStatusTheyAreTold) {
    const auto tanto = wire_.sign_in("tanto");
    for (const int status : {200, 201, 202, 204, 400, 403, 404, 503}) {
        told_->status = status;
        for (const auto& [method, path] : {std::pair{"POST", "/api/form-answers"}, {"GET", "/api/form-answers"}, {"GET", "/api/form-answers/x"}, {"GET", "/api/form-answers/x/file"},
                                           {"POST", "/api/form-answers/x/confirmation"}, {"POST", "/api/form-answers/x/closing"}})
            EXPECT_EQ(wire_.ask(tanto, method, path, std::string_view(method) == "GET" ? "" : "{}").status, status) << path;
    }
}

TEST_F(FormAnswerRoutes, GiveTheFileToKeepWithItsName) {
    const auto file = wire_.ask(wire_.sign_in("tanto"), "GET", "/api/form-answers/x/file");
    EXPECT_EQ(file.body, "bytes of x");
    EXPECT_EQ(Wire::header_of(file, "Content-Disposition"), "attachment; filename*=UTF-8''%E5%9B%9E%E7%AD%94%20%221%22.xlsx");
    EXPECT_EQ(Wire::header_of(file, "X-Content-Type-Options"), "nosniff");
}

}  // namespace
}  // namespace dandori::inbox
