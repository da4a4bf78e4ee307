#pragma once
// The routes of the whole server over a store in memory, with their description.

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json.hpp>
#include <future>

#include "adapters/http/target.h"
#include "adapters/inbox/inbox.h"
#include "adapters/openapi/description.h"
#include "adapters/openapi/openapi.h"
#include "adapters/people/routes.h"
#include "adapters/rest/change_events.h"
#include "adapters/rest/rest.h"
#include "adapters/tables/routes.h"
#include "tests/engine/runtime/desk.h"
#include "tests/support/answers_seen.h"

namespace dandori::openapi {

/// There are no mails; only their routes must be there.
class NoMails final : public inbox::MailAccess {
    inbox::MailAnswer take(const std::string&, const std::string&, std::size_t) override { return none(); }
    inbox::MailAnswer search(const std::string&, const inbox::MailVisitor&) override { return none(); }
    inbox::MailAnswer get(engine::MailKey, const inbox::MailVisitor&) override { return none(); }
    inbox::MailAnswer raw(engine::MailKey, const inbox::MailVisitor&) override { return none(); }
    inbox::MailAnswer assign(engine::MailKey, const std::string&, const inbox::MailVisitor&) override { return none(); }
    inbox::MailAnswer start(engine::MailKey, const std::string&, const inbox::MailVisitor&) override { return none(); }
    inbox::MailAnswer preview(const std::string&, const inbox::MailVisitor&) override { return none(); }
    static inbox::MailAnswer none() { return {400, "application/problem+json", "{}", ""}; }
};

/// There are no answers to request forms; only their routes must be there.
class NoFormAnswers final : public inbox::FormAnswerAccess {
    using Visitor = inbox::FormAnswerVisitor;
    inbox::FormAnswerReply post(const std::string&, const std::string&, const std::string&, const Visitor&) override { return none(); }
    inbox::FormAnswerReply list(const Visitor&) override { return {403, "application/problem+json", "{}", ""}; }
    inbox::FormAnswerReply get(const std::string&, const Visitor&) override { return none(); }
    inbox::FormAnswerReply file(const std::string&, const Visitor&) override { return none(); }
    inbox::FormAnswerReply confirm(const std::string&, const std::string&, const Visitor&) override { return none(); }
    inbox::FormAnswerReply set_aside(const std::string&, const std::string&, const Visitor&) override { return none(); }
    static inbox::FormAnswerReply none() { return {400, "application/problem+json", "{}", ""}; }
};

class WholeServer : public testing::Test {
  protected:
    explicit WholeServer(bool admits_without_sign_in = true, engine::EngineSettings engine_settings = {}) : desk(engine_settings) {
        test::note_answers(router);
        inbox::InboxSettings settings;
        settings.admits_without_sign_in = admits_without_sign_in;
        settings.accounts.password_cost = {1, 8192};
        inbox_ = inbox::add_routes(router, desk.engine(), desk.clock, settings, std::make_shared<NoMails>(), std::make_shared<NoFormAnswers>());
        people_ = people::access_to(desk.engine(), desk.clock, [this](const auto& password, const auto& username) {
            return inbox_->accounts().hash_of(password, username);
        });
        people::add_import_routes(router, people_, inbox_->guard());
        people::add_change_routes(router, people_, personnel_changes_, inbox_->guard());
        tables::add_routes(router, desk.engine(), inbox_->guard());
        rest::RestSettings rest_settings;
        rest_settings.now = [this] { return desk.clock.now(); };
        rest_settings.pin_clock = [this](Instant at) { desk.clock.set(at); };
        rest_settings.reset_clock = [] {};
        rest::add_routes(router, desk.engine(), inbox_->guard(), rest_settings);
        changes_.emplace(desk.engine().reader(), inbox_->guard());
        changes_->add_routes(router);
        parts = rest::description_parts();
        parts.insert(parts.begin(), common_part());
        parts.insert(parts.end(), inbox::openapi_parts.begin(), inbox::openapi_parts.end());
        parts.insert(parts.end(), people::openapi_parts.begin(), people::openapi_parts.end());
        parts.insert(parts.end(), tables::openapi_parts.begin(), tables::openapi_parts.end());
    }

    http::Response ask(std::string method, std::string path, std::string body = "",
                       std::string content_type = "application/json", std::string authorization = "",
                       std::string cookie = "", std::string csrf_token = "") {
        http::Request request;
        request.method = std::move(method);
        auto target = http::read_target(path).value();
        request.path = std::move(target.path);
        request.segments = std::move(target.segments);
        request.query = std::move(target.query);
        request.body = std::move(body);
        if (!request.body.empty()) request.headers.emplace_back("Content-Type", std::move(content_type));
        if (!authorization.empty()) request.headers.emplace_back("Authorization", std::move(authorization));
        if (!cookie.empty()) request.headers.emplace_back("Cookie", std::move(cookie));
        if (!csrf_token.empty()) request.headers.emplace_back("X-CSRF-Token", std::move(csrf_token));
        request.still_connected = [] { return true; };
        std::promise<http::Response> answer;
        router.handle(std::move(request), [&](http::Response response) { answer.set_value(std::move(response)); });
        return answer.get_future().get();
    }

    boost::json::object document() const { return describe(parts, router.routes()); }

    /// Calls `visit(METHOD, path, operation)` for each operation of a document.
    template <class Visit>
    static void for_each_operation(const boost::json::object& document, Visit visit) {
        for (const auto& path : document.at("paths").as_object()) {
            for (const auto& operation : path.value().as_object()) {
                std::string method(operation.key());
                std::transform(method.begin(), method.end(), method.begin(),
                               [](char c) { return static_cast<char>(c - 'a' + 'A'); });
                visit(method, std::string(path.key()), operation.value().as_object());
            }
        }
    }

    inbox::Inbox& inbox() { return *inbox_; }

    http::Router router;
    std::vector<std::string_view> parts;
    test::Desk desk;

  private:
    std::unique_ptr<inbox::Inbox> inbox_;
    people::EngineAccess people_;
    people::PersonnelChanges personnel_changes_{people_, [](const std::string&) {}};
    std::optional<rest::ChangeEvents> changes_;
};

/// The path with something in each of its places.
inline std::string path_with(std::string pattern, const std::string& place) {
    for (auto at = pattern.find('{'); at != std::string::npos; at = pattern.find('{', at))
        pattern.replace(at, pattern.find('}', at) - at + 1, place);
    return pattern;
}

}  // namespace dandori::openapi
