#pragma once
// The inbox with its routes over rows that the test puts; asked as the page asks.

#include <boost/json.hpp>

#include "adapters/inbox/inbox.h"
#include "tests/adapters/inbox/written_rows.h"
#include "tests/support/answers_seen.h"

namespace dandori::inbox::test {

/// A browser: keeps the cookie and the CSRF token of who signed in.
struct Browser {
    std::string cookie, csrf_token;
};

class Wire {
  public:
    explicit Wire(InboxSettings settings = {}, std::shared_ptr<MailAccess> mails = nullptr,
                  std::shared_ptr<FormAnswerAccess> form_answers = nullptr) {
        auto access = rows.access();
        settings.accounts = quick_accounts();
        access.create_process_instance =
            [this](engine::CreateProcessInstance command,
                   std::optional<engine::Actor> actor) -> engine::Outcome<engine::CreateProcessInstance::Answer> {
            created = command;
            created_by = actor;
            if (rejection) return tl::unexpected(*rejection);
            engine::CreateProcessInstance::Answer answer;
            answer.instance.key = {4711};
            answer.instance.business_id = "INF-R08-00001";
            return answer;
        };
        access.correlate_message =
            [this](engine::CorrelateMessage command,
                   std::optional<engine::Actor>) -> engine::Outcome<engine::CorrelateMessage::Answer> {
            correlated = command;
            if (rejection) return tl::unexpected(*rejection);
            return engine::CorrelateMessage::Answer{};
        };
        inbox = std::make_unique<Inbox>(std::move(access), std::move(settings), std::move(mails), std::move(form_answers));
        dandori::test::note_answers(router);
        inbox->add_routes(router);
    }

    http::Response send(http::Request request) {
        http::Response response;
        router.handle(std::move(request), [&](http::Response it) { response = std::move(it); });
        return response;
    }

    static http::Request request_of(std::string method, std::string path, std::string body = "") {
        http::Request request;
        request.method = std::move(method);
        request.path = std::move(path);
        request.body = std::move(body);
        if (!request.body.empty()) request.headers.emplace_back("Content-Type", "application/json");
        return request;
    }

    http::Response ask(const Browser& browser, std::string method, std::string path, std::string body = "") {
        auto request = request_of(std::move(method), std::move(path), std::move(body));
        if (!browser.cookie.empty()) request.headers.emplace_back("Cookie", browser.cookie);
        if (!browser.csrf_token.empty()) request.headers.emplace_back("X-CSRF-Token", browser.csrf_token);
        return send(std::move(request));
    }

    void add_user(const std::string& username, std::vector<std::string> groups, const std::string& email = "") {
        engine::User user;
        user.username = username;
        user.name = username + " の名前";
        user.post = "税務課 担当";
        if (!email.empty()) user.email = email;
        static_cast<void>(inbox->accounts().add(user, "a right password", std::move(groups)).value());
    }

    Browser sign_in(const std::string& username, const std::string& password = "a right password") {
        const auto response =
            ask({}, "POST", "/api/session", R"({"username":")" + username + R"(","password":")" + password + "\"}");
        if (response.status != 200) return {};
        const auto cookie = header_of(response, "Set-Cookie");
        return {cookie.substr(0, cookie.find(';')),
                std::string(boost::json::parse(response.body).at("csrfToken").as_string())};
    }

    static std::string header_of(const http::Response& response, std::string_view name) {
        for (const auto& [each, value] : response.headers)
            if (each == name) return value;
        return {};
    }

    WrittenRows rows;
    std::optional<engine::CreateProcessInstance> created;
    std::optional<engine::Actor> created_by;
    std::optional<engine::CorrelateMessage> correlated;
    std::optional<engine::Rejection> rejection;
    std::unique_ptr<Inbox> inbox;
    http::Router router;
};

}  // namespace dandori::inbox::test
