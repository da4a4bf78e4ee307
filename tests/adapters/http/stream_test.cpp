// Answers that go on.

#include <gtest/gtest.h>

#include <chrono>
#include <future>
#include <mutex>
#include <thread>

#include "adapters/http/server.h"
#include "tests/support/http_client.h"

namespace dandori::http {
namespace {

using test::HttpClient;

class StreamTest : public testing::Test {
  protected:
    StreamTest() {
        router.add("GET", "/events", [this](const Request&, const Respond& respond) {
            respond({200, {{"Content-Type", "text/event-stream"}}, "first",
                     [this](std::shared_ptr<ResponseStream> begun) { stream_.set_value(std::move(begun)); }});
        });
        router.add("GET", "/hello", [](const Request&, const Respond& respond) { respond({200, {}, "hello"}); });
    }
    Server& server() {
        if (!server_) server_ = std::make_unique<Server>(router, settings);
        return *server_;
    }
    std::shared_ptr<ResponseStream> stream() { return stream_.get_future().get(); }
    static bool closes(const ResponseStream& stream) {
        for (int i = 0; i < 1'000 && stream.is_open(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(5));
        return !stream.is_open();
    }

    Router router;
    ServerSettings settings{.threads = 2, .stop_grace_ms = 500};

  private:
    std::promise<std::shared_ptr<ResponseStream>> stream_;
    std::unique_ptr<Server> server_;
};

TEST_F(StreamTest, SendsAnAnswerBitByBitAndKeepsTheConnection) {
    HttpClient client(server().port());
    client.send("GET /events HTTP/1.1\r\nHost: x\r\n\r\n");
    const auto head = client.read();
    EXPECT_EQ(head.status, 200);
    EXPECT_EQ(head.headers.at("transfer-encoding"), "chunked");
    EXPECT_FALSE(head.headers.contains("content-length"));
    const auto events = stream();
    EXPECT_EQ(client.next_chunk(), "first");
    events->write("second");
    EXPECT_EQ(client.next_chunk(), "second");
    events->write("");
    events->write(std::string(100'000, 'x'));
    EXPECT_EQ(client.next_chunk().size(), 100'000u);
    events->end();
    EXPECT_EQ(client.next_chunk(), "");
    EXPECT_FALSE(events->is_open());
    EXPECT_EQ(client.ask("GET", "/hello").body, "hello");
}

TEST_F(StreamTest, EndsWithTheConnectionForHttp10) {
    HttpClient client(server().port());
    client.send("GET /events HTTP/1.0\r\n\r\n");
    const auto head = client.read();
    EXPECT_FALSE(head.headers.contains("transfer-encoding"));
    const auto events = stream();
    events->write(", second");
    events->end();
    EXPECT_EQ(client.rest(), "first, second");
}

TEST_F(StreamTest, SeesThatTheClientHasGone) {
    HttpClient client(server().port());
    client.send("GET /events HTTP/1.1\r\nHost: x\r\n\r\n");
    const auto events = stream();
    EXPECT_TRUE(events->is_open());
    client.disconnect();
    EXPECT_TRUE(closes(*events));
    events->write("nobody reads this");
}

TEST_F(StreamTest, CutsWhoDoesNotKeepUp) {
    settings.stream_bytes_max = 64 * 1024;
    HttpClient client(server().port());
    client.send("GET /events HTTP/1.1\r\nHost: x\r\n\r\n");
    const auto events = stream();
    for (int i = 0; i < 10'000 && events->is_open(); ++i) events->write(std::string(16 * 1024, 'x'));
    EXPECT_FALSE(events->is_open());
}

TEST_F(StreamTest, EndsWhenTheServerStops) {
    HttpClient client(server().port());
    client.send("GET /events HTTP/1.1\r\nHost: x\r\n\r\n");
    const auto events = stream();
    server().stop();
    EXPECT_FALSE(events->is_open());
    events->write("too late");
}

TEST_F(StreamTest, GivesHeadTheHeaderOnly) {
    EXPECT_EQ(HttpClient(server().port()).ask("HEAD", "/events").status, 200);
}

TEST_F(StreamTest, EndsWhereItIsForgotten) {
    HttpClient client(server().port());
    client.send("GET /events HTTP/1.1\r\nHost: x\r\n\r\n");
    client.read();
    stream().reset();
    EXPECT_EQ(client.next_chunk(), "first");
}

}  // namespace
}  // namespace dandori::http
