// Two members in one program: what one passes on to the other, and what it makes of a leader that is lost.

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <future>
#include <thread>

#include "adapters/cluster/follower_routes.h"
#include "adapters/http/server.h"
#include "tests/support/http_client.h"
#include "tests/support/line_server.h"

namespace dandori::cluster {
namespace {

using test::HttpClient;

const MemberSignature secret("shared by the members of one store");

std::int64_t real_now_ms() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

/// A member whose routes tell who answered what.
class TestMember {
  public:
    TestMember(std::string name, bool leads, std::function<std::optional<std::string>()> leader,
               std::chrono::milliseconds patience = std::chrono::seconds(5))
        : leads(leads), forwarder_({.member = name, .patience = patience}, secret, std::move(leader)) {
        const auto tell = [this, name](const http::Request& request, const http::Respond& respond) {
            ++answered;
            std::string text = name + " " + request.method + " " + request.path + " by " + request.client_address + "\n";
            for (const auto& [field, value] : request.headers) text += field + "=" + value + "\n";
            http::Response response{201, {{"Content-Type", "text/plain"}, {"Set-Cookie", "a=1"}, {"Set-Cookie", "b=2"}}, text + request.body};
            respond(std::move(response));
        };
        router_.add("POST", "/v2/jobs/{jobKey}/completion", tell);
        router_.add("POST", "/v2/jobs/search", tell);
        router_.add("GET", "/v2/jobs/{jobKey}", tell);
        router_.add("GET", "/api/session", tell);
        router_.add("DELETE", "/v2/things/{id}", [](const auto&, const http::Respond& respond) { respond({204, {}, {}}); });
        router_.add("POST", "/v2/jobs/activation", [this](const auto& request, const http::Respond& respond) {
            const std::lock_guard lock(mutex);
            polls.emplace_back(request, respond);
        });
        router_.add("GET", "/api/events", [this](const auto&, const http::Respond& respond) {
            respond({200, {{"Content-Type", "text/event-stream"}}, "data: begun\n\n",
                     [this](std::shared_ptr<http::ResponseStream> begun) { stream.set_value(std::move(begun)); }});
        });
        router_.diverted_by(diverting_to_leader(forwarder_, secret, {[this] { return this->leads.load(); }, real_now_ms}));
        server_.emplace(router_, http::ServerSettings{.threads = 2, .stop_grace_ms = 200});
    }
    std::string url() const { return server_->url(); }
    std::uint16_t port() const { return server_->port(); }
    std::size_t waiting_polls() {
        const std::lock_guard lock(mutex);
        return polls.size();
    }

    std::atomic<bool> leads;
    std::atomic<int> answered = 0;
    std::mutex mutex;
    std::vector<std::pair<http::Request, http::Respond>> polls;
    std::promise<std::shared_ptr<http::ResponseStream>> stream;

  private:
    http::Router router_;
    Forwarder forwarder_;
    std::optional<http::Server> server_;
};

template <class Holds>
bool comes_true(Holds holds) {
    for (int i = 0; i < 2'000 && !holds(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    return holds();
}

class ForwardingTest : public testing::Test {
  protected:
    static std::optional<std::string> nobody() { return {}; }
    TestMember leader{"one", true, nobody};
    std::atomic<bool> is_led = true;
    TestMember follower{"two", false, [this] { return is_led ? std::optional(leader.url()) : std::nullopt; }, std::chrono::milliseconds(700)};
};

TEST_F(ForwardingTest, PassesOnWhatOnlyTheLeaderCanDo) {
    HttpClient client(follower.port());
    const auto answer = client.ask("POST", "/v2/jobs/1%2F2/completion?a=%20b", R"({"variables":{}})", "application/json",
                                   "Cookie: session=1\r\nX-Request-Id: known\r\nX-Empty:\r\nConnection: keep-alive\r\n");
    EXPECT_EQ(answer.status, 201);
    EXPECT_NE(answer.body.find("one POST /v2/jobs/1/2/completion by 127.0.0.1\n"), std::string::npos) << answer.body;
    for (const char* line : {"\nHost=test\n", "\nCookie=session=1\n", "\nX-Request-Id=known\n", "\nX-Empty=\n", "\nContent-Type=application/json\n"})
        EXPECT_NE(answer.body.find(line), std::string::npos) << line << answer.body;
    EXPECT_EQ(answer.body.find("X-Dandori"), std::string::npos) << answer.body;
    EXPECT_TRUE(answer.body.ends_with(R"({"variables":{}})"));
    EXPECT_EQ(answer.headers.at("x-request-id"), "known");
    EXPECT_EQ(answer.headers.at("content-type"), "text/plain");
    EXPECT_FALSE(answer.headers.contains("x-dandori-signature"));
    EXPECT_EQ(client.ask("DELETE", "/v2/things/1").status, 204);
    EXPECT_EQ(client.ask("HEAD", "/api/session").status, 201);
}

TEST_F(ForwardingTest, AnswersItselfWhatOnlyReads) {
    HttpClient client(follower.port());
    EXPECT_TRUE(client.ask("GET", "/v2/jobs/1").body.starts_with("two "));
    EXPECT_TRUE(client.ask("POST", "/v2/jobs/search", "{}").body.starts_with("two "));
    EXPECT_TRUE(client.ask("GET", "/api/session").body.starts_with("one "));
    // Failed sign-ins are counted by the leader.
    EXPECT_TRUE(client.ask("GET", "/v2/jobs/1", "", "", "Authorization: basic eDp5\r\n").body.starts_with("one "));
    EXPECT_EQ(client.ask("GET", "/nowhere").status, 404);
}

TEST_F(ForwardingTest, BelievesMembersOnly) {
    HttpClient client(leader.port());
    const std::string time = std::to_string(real_now_ms());
    http::Request request;
    request.method = "POST";
    request.target = "/v2/jobs/1/completion";
    request.body = "{}";
    const auto ask = [&](const std::string& signature, const std::string& at, const std::string& client_address = "192.0.2.7") {
        return client.ask("POST", request.target, request.body, "text/plain",
                          "X-Dandori-Member: two\r\nX-Dandori-Client: " + client_address + "\r\nX-Dandori-Encrypted: 0\r\nX-Dandori-Time: " + at +
                              "\r\nX-Dandori-Signature: " + signature + "\r\n");
    };
    const auto good = ask(secret.of_request(request, "two", "192.0.2.7", "0", time), time);
    EXPECT_EQ(good.status, 201);
    EXPECT_NE(good.body.find("by 192.0.2.7\n"), std::string::npos) << good.body;
    EXPECT_EQ(ask(MemberSignature("another").of_request(request, "two", "192.0.2.7", "0", time), time).status, 403);
    EXPECT_EQ(ask(secret.of_request(request, "two", "192.0.2.7", "0", time), time, "192.0.2.8").status, 403);
    const std::string long_ago = std::to_string(real_now_ms() - 61'000);
    EXPECT_EQ(ask(secret.of_request(request, "two", "192.0.2.7", "0", long_ago), long_ago).status, 403);
    const std::string skewed = std::to_string(real_now_ms() + 10'000);
    EXPECT_EQ(ask(secret.of_request(request, "two", "192.0.2.7", "0", skewed), skewed).status, 201);
    // Without a signature the other headers say nothing.
    const auto unsigned_one = client.ask("POST", request.target, "", "", "X-Dandori-Client: 192.0.2.9\r\n");
    EXPECT_NE(unsigned_one.body.find("by 127.0.0.1\n"), std::string::npos) << unsigned_one.body;
}

TEST_F(ForwardingTest, WaitsForALeaderAndTellsWhenNoneComes) {
    is_led = false;
    HttpClient client(follower.port());
    const auto refused = client.ask("POST", "/v2/jobs/1/completion", "{}");
    EXPECT_EQ(refused.status, 503);
    EXPECT_EQ(refused.headers.at("retry-after"), "1");
    EXPECT_NE(refused.body.find("nothing was done"), std::string::npos) << refused.body;
    std::thread comes([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        is_led = true;
    });
    EXPECT_EQ(client.ask("POST", "/v2/jobs/1/completion", "{}").status, 201);
    comes.join();
}

TEST_F(ForwardingTest, AsksAgainWhereTheOtherDoesNotLead) {
    leader.leads = false;
    std::thread elected([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        leader.leads = true;
    });
    HttpClient client(follower.port());
    EXPECT_EQ(client.ask("POST", "/v2/jobs/1/completion", "{}").status, 201);
    elected.join();
    EXPECT_EQ(leader.answered, 1);
    EXPECT_EQ(follower.answered, 0);
}

TEST_F(ForwardingTest, KeepsManyLongPolls) {
    std::vector<std::unique_ptr<HttpClient>> clients;
    for (int i = 0; i < 200; ++i) {
        clients.push_back(std::make_unique<HttpClient>(follower.port()));
        clients.back()->send("POST /v2/jobs/activation HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n");
    }
    ASSERT_TRUE(comes_true([&] { return leader.waiting_polls() == 200; }));
    for (const auto& [request, respond] : leader.polls) respond({200, {}, "jobs"});
    for (const auto& client : clients) EXPECT_EQ(client->read().body, "jobs");
}

TEST_F(ForwardingTest, GivesAPollUpWhoseClientHasGone) {
    HttpClient client(follower.port());
    client.send("POST /v2/jobs/activation HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n");
    ASSERT_TRUE(comes_true([&] { return leader.waiting_polls() == 1; }));
    client.disconnect();
    EXPECT_TRUE(comes_true([&] { return !leader.polls[0].first.still_connected(); }));
}

TEST_F(ForwardingTest, AnswersThatGoOnGoOn) {
    HttpClient client(follower.port());
    client.send("GET /api/events HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(client.read().headers.at("content-type"), "text/event-stream");
    const auto stream = leader.stream.get_future().get();
    EXPECT_EQ(client.next_chunk(), "data: begun\n\n");
    stream->write("data: more\n\n");
    EXPECT_EQ(client.next_chunk(), "data: more\n\n");
    client.disconnect();
    EXPECT_TRUE(comes_true([&] { return !stream->is_open(); }));
}

/// What answers at the leader's address, line by line; how often it was asked.
struct OddLeader {
    std::atomic<int> asked = 0;
    test::LineServer server;
    explicit OddLeader(std::string answer)
        : server([this, answer](test::LineConnection& connection) {
              while (auto line = connection.line()) {
                  if (!line->empty()) continue;
                  ++asked;
                  connection.say(answer);
                  if (answer.empty()) return;
              }
          }) {}
    std::string url() const { return "http://127.0.0.1:" + std::to_string(server.port()); }
};

TEST(ForwardingToOddLeaders, NeverSendsAChangeTwice) {
    OddLeader dying("");
    TestMember member("two", false, [&] { return dying.url(); }, std::chrono::milliseconds(500));
    HttpClient client(member.port());
    const auto lost = client.ask("POST", "/v2/jobs/1/completion", "");
    EXPECT_EQ(lost.status, 504);
    EXPECT_NE(lost.body.find("isn't known"), std::string::npos) << lost.body;
    EXPECT_EQ(dying.asked, 1);
    // What only reads may be asked again.
    EXPECT_EQ(client.ask("GET", "/api/session").status, 503);
    EXPECT_GT(dying.asked, 2);
}

TEST(ForwardingToOddLeaders, TakesNoAnswerThatIsNotSigned) {
    OddLeader stranger("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-Dandori-Signature: 00\r\n\r\n{}");
    TestMember member("two", false, [&] { return stranger.url(); }, std::chrono::milliseconds(500));
    HttpClient client(member.port());
    EXPECT_EQ(client.ask("POST", "/v2/jobs/1/completion", "").status, 502);
}

TEST(ForwardingToOddLeaders, LeavesALeaderThatWasDeposedWhileItSaysNothing) {
    TestMember paused("one", true, [] { return std::optional<std::string>(); });
    TestMember next("three", true, [] { return std::optional<std::string>(); });
    std::atomic<bool> is_deposed = false;
    TestMember member("two", false, [&] { return is_deposed ? next.url() : paused.url(); });
    HttpClient client(member.port());
    client.send("POST /v2/jobs/activation HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n");
    ASSERT_TRUE(comes_true([&] { return paused.waiting_polls() == 1; }));
    is_deposed = true;
    EXPECT_EQ(client.read().status, 504);
    EXPECT_EQ(next.waiting_polls(), 0u);
}

}  // namespace
}  // namespace dandori::cluster
