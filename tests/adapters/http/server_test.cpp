#include "adapters/http/server.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <future>
#include <mutex>
#include <thread>
#include <vector>

#include "tests/support/http_client.h"

namespace dandori::http {
namespace {

using test::HttpClient;

/// Keeps the answers it owes until it is told to give them.
class Waiting {
  public:
    Handler handler() {
        return [this](const Request& request, Respond respond) {
            const std::lock_guard lock(mutex_);
            kept_.push_back({request.still_connected, std::move(respond)});
        };
    }
    std::size_t count() {
        const std::lock_guard lock(mutex_);
        return kept_.size();
    }
    bool first_still_connected() {
        const std::lock_guard lock(mutex_);
        return kept_.front().still_connected();
    }
    void answer_all() {
        const std::lock_guard lock(mutex_);
        for (auto& each : kept_) each.respond({200, {}, "at last"});
        kept_.clear();
    }
    void drop_all() {
        const std::lock_guard lock(mutex_);
        kept_.clear();
    }

  private:
    struct Kept {
        std::function<bool()> still_connected;
        Respond respond;
    };
    std::mutex mutex_;
    std::vector<Kept> kept_;
};

bool becomes_true(const std::function<bool()>& what) {
    for (int i = 0; i < 1'000; ++i) {
        if (what()) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return false;
}

class ServerTest : public testing::Test {
  protected:
    ServerTest() {
        router.add("GET", "/hello", [](const Request&, const Respond& respond) {
            respond({200, {{"X-Split", "a\r\nSet-Cookie: b"}}, "hello"});
        });
        router.add("POST", "/echo", [](const Request& request, const Respond& respond) {
            respond({200, {}, request.body});
        });
        router.add("GET", "/nothing", [](const Request&, const Respond& respond) { respond({204, {}, "left out"}); });
        router.add("GET", "/wait", waiting.handler());
    }
    Server& server() {
        if (!server_) server_ = std::make_unique<Server>(router, settings);
        return *server_;
    }

    Waiting waiting;
    Router router;
    ServerSettings settings{.threads = 2, .stop_grace_ms = 500};

  private:
    std::unique_ptr<Server> server_;
};

TEST_F(ServerTest, KeepsAConnectionForManyRequests) {
    HttpClient client(server().port());
    for (int i = 0; i < 3; ++i) {
        const auto answer = client.ask("GET", "/hello");
        EXPECT_EQ(answer.status, 200);
        EXPECT_EQ(answer.body, "hello");
        EXPECT_EQ(answer.headers.at("connection"), "keep-alive");
        EXPECT_EQ(answer.headers.at("date").size(), 29u);
    }
    EXPECT_EQ(client.ask("GET", "/elsewhere").status, 404);
    EXPECT_EQ(client.ask("POST", "/echo", "段取り").body, "段取り");
}

TEST_F(ServerTest, LetsNoHeaderBeginAnother) {
    HttpClient client(server().port());
    const auto answer = client.ask("GET", "/hello");
    EXPECT_EQ(answer.headers.at("x-split"), "a  Set-Cookie: b");
    EXPECT_FALSE(answer.headers.contains("set-cookie"));
}

TEST_F(ServerTest, ClosesWhereTheClientWantsIt) {
    HttpClient client(server().port());
    client.send("GET /hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(client.read().body, "hello");
    EXPECT_TRUE(client.is_closed_by_server());
    HttpClient old(server().port());
    old.send("GET /hello HTTP/1.0\r\n\r\n");
    EXPECT_EQ(old.read().body, "hello");
    EXPECT_TRUE(old.is_closed_by_server());
}

TEST_F(ServerTest, AnswersRequestsThatFollowWithoutWaitingInTheirOrder) {
    HttpClient client(server().port());
    std::string requests;
    for (int i = 0; i < 50; ++i)
        requests += "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n" + std::to_string(10 + i);
    client.send(requests);
    for (int i = 0; i < 50; ++i) EXPECT_EQ(client.read().body, std::to_string(10 + i));
}

TEST_F(ServerTest, AnswersHeadWithoutABody) {
    HttpClient client(server().port());
    const auto answer = client.ask("HEAD", "/hello");
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.headers.at("content-length"), "5");
    EXPECT_EQ(client.ask("GET", "/hello").body, "hello");
}

TEST_F(ServerTest, SendsNoBodyWith204) {
    HttpClient client(server().port());
    const auto answer = client.ask("GET", "/nothing");
    EXPECT_EQ(answer.status, 204);
    EXPECT_FALSE(answer.headers.contains("content-length"));
    EXPECT_EQ(client.ask("GET", "/hello").body, "hello");
}

TEST_F(ServerTest, TakesChunks) {
    HttpClient client(server().port());
    client.send("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
    EXPECT_EQ(client.read().body, "abcde");
}

TEST_F(ServerTest, Says100ToWhoAsksBeforeSending) {
    HttpClient client(server().port());
    client.send("POST /echo HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    EXPECT_EQ(client.read().status, 100);
    client.send("ab");
    EXPECT_EQ(client.read().body, "ab");
    client.send("POST /echo HTTP/1.1\r\nHost: x\r\nExpect: miracles\r\nContent-Length: 2\r\n\r\n");
    EXPECT_EQ(client.read().status, 417);
}

TEST_F(ServerTest, RefusesABodyThatIsTooLong) {
    settings.body_bytes_max = 10;
    HttpClient client(server().port());
    EXPECT_EQ(client.ask("POST", "/echo", "1234567890").body, "1234567890");
    const auto answer = client.ask("POST", "/echo", "12345678901");
    EXPECT_EQ(answer.status, 413);
    EXPECT_NE(answer.body.find("longer than 10 bytes"), std::string::npos);
    HttpClient chunks(server().port());
    chunks.send("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nb\r\n12345678901\r\n0\r\n\r\n");
    EXPECT_EQ(chunks.read().status, 413);
}

TEST_F(ServerTest, RefusesAHeaderThatIsTooLong) {
    HttpClient client(server().port());
    EXPECT_EQ(client.ask("GET", "/hello", "", "", "X-Long: " + std::string(60 * 1024, 'x') + "\r\n").status, 200);
    EXPECT_EQ(client.ask("GET", "/hello", "", "", "X-Long: " + std::string(70 * 1024, 'x') + "\r\n").status, 431);
    EXPECT_TRUE(client.is_closed_by_server());
}

TEST_F(ServerTest, RefusesWhatIsNotHttp) {
    for (const auto* text : {"hello\r\n\r\n", "GET /hello HTTP/1.1\r\n\r\n", "GET /hello HTTP/9.9\r\nHost: x\r\n\r\n",
                             "GET /hello HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                             "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"}) {
        HttpClient client(server().port());
        client.send(text);
        EXPECT_EQ(client.read().status, 400) << text;
        EXPECT_TRUE(client.is_closed_by_server()) << text;
    }
    HttpClient client(server().port());
    EXPECT_EQ(client.ask("GET", "/a/%2e%2e/b").status, 400);
    EXPECT_EQ(client.ask("GET", "/hello").status, 200);
}

TEST_F(ServerTest, LosesPatienceWithTheSlow) {
    settings.header_timeout_ms = 100;
    settings.body_timeout_ms = 100;
    settings.idle_timeout_ms = 200;
    HttpClient header(server().port());
    header.send("GET /hel");
    EXPECT_EQ(header.read().status, 408);
    HttpClient body(server().port());
    body.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc");
    EXPECT_EQ(body.read().status, 408);
    HttpClient idle(server().port());
    EXPECT_TRUE(idle.is_closed_by_server());
}

TEST_F(ServerTest, WaitsWithoutAThreadForEachConnection) {
    std::vector<std::unique_ptr<HttpClient>> clients;
    for (int i = 0; i < 300; ++i) {
        clients.push_back(std::make_unique<HttpClient>(server().port()));
        ASSERT_TRUE(clients.back()->is_connected());
        clients.back()->send("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
    }
    ASSERT_TRUE(becomes_true([&] { return waiting.count() == 300; }));
    EXPECT_EQ(HttpClient(server().port()).ask("GET", "/hello").body, "hello");
    std::thread([&] { waiting.answer_all(); }).join();
    for (auto& client : clients) EXPECT_EQ(client->read().body, "at last");
}

TEST_F(ServerTest, SeesThatAWaitingClientHasGone) {
    HttpClient client(server().port());
    client.send("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
    ASSERT_TRUE(becomes_true([&] { return waiting.count() == 1; }));
    EXPECT_TRUE(waiting.first_still_connected());
    client.disconnect();
    EXPECT_TRUE(becomes_true([&] { return !waiting.first_still_connected(); }));
    waiting.answer_all();
    EXPECT_EQ(HttpClient(server().port()).ask("GET", "/hello").body, "hello");
}

TEST_F(ServerTest, AnswersWhoHasOnlyFinishedSending) {
    HttpClient client(server().port());
    client.send("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
    client.finish_sending();
    ASSERT_TRUE(becomes_true([&] { return waiting.count() == 1; }));
    waiting.answer_all();
    EXPECT_EQ(client.read().body, "at last");
}

TEST_F(ServerTest, Answers500WhereTheAnswerIsForgotten) {
    HttpClient client(server().port());
    client.send("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
    ASSERT_TRUE(becomes_true([&] { return waiting.count() == 1; }));
    waiting.drop_all();
    EXPECT_EQ(client.read().status, 500);
}

TEST_F(ServerTest, FinishesItsAnswersWhenStopped) {
    HttpClient idle(server().port());
    EXPECT_EQ(idle.ask("GET", "/hello").status, 200);
    HttpClient busy(server().port());
    busy.send("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
    ASSERT_TRUE(becomes_true([&] { return waiting.count() == 1; }));
    const auto port = server().port();
    auto stopped = std::async(std::launch::async, [&] { server().stop(); });
    EXPECT_TRUE(idle.is_closed_by_server());
    waiting.answer_all();
    const auto answer = busy.read();
    EXPECT_EQ(answer.body, "at last");
    EXPECT_EQ(answer.headers.at("connection"), "close");
    busy.disconnect();
    stopped.wait();
    EXPECT_FALSE(HttpClient(port).is_connected());
}

TEST_F(ServerTest, CutsWhatTakesTooLongWhenStoppedAndBearsALateAnswer) {
    HttpClient client(server().port());
    client.send("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
    ASSERT_TRUE(becomes_true([&] { return waiting.count() == 1; }));
    server().stop();
    EXPECT_EQ(client.read().status, 0);
    waiting.answer_all();
}

TEST_F(ServerTest, ClosesConnectionsAboveTheBound) {
    settings.connections_max = 2;
    HttpClient first(server().port());
    HttpClient second(server().port());
    EXPECT_EQ(first.ask("GET", "/hello").status, 200);
    EXPECT_EQ(second.ask("GET", "/hello").status, 200);
    HttpClient third(server().port());
    EXPECT_TRUE(third.is_closed_by_server());
    second.disconnect();
    EXPECT_TRUE(becomes_true([&] { return HttpClient(server().port()).ask("GET", "/hello").status == 200; }));
}

TEST_F(ServerTest, SaysWhereItCanNotListen) {
    settings.port = server().port();
    try {
        Server other(router, settings);
        ADD_FAILURE() << "two servers listen on one port";
    } catch (const std::runtime_error& fault) {
        EXPECT_EQ(std::string(fault.what()),
                  "Can't listen on 127.0.0.1:" + std::to_string(settings.port) + ": Address already in use.");
    }
    EXPECT_EQ(server().url(), "http://127.0.0.1:" + std::to_string(settings.port));
}

}  // namespace
}  // namespace dandori::http
