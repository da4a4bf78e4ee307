// The same server in TLS.

#include <gtest/gtest.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/streambuf.hpp>
#include <boost/asio/write.hpp>
#include <chrono>
#include <future>
#include <thread>

#include "adapters/http/server.h"
#include "tests/support/certificate.h"
#include "tests/support/http_client.h"
#include "tests/support/temporary_folder.h"

namespace dandori::http {
namespace {

namespace asio = boost::asio;
namespace ssl = asio::ssl;

class TlsClient {
  public:
    /// `error()` tells how the handshake went.
    TlsClient(std::uint16_t port, const std::filesystem::path& authority, int version_max = TLS1_3_VERSION,
              const std::string& protocol = "http/1.1")
        : context_(ssl::context::tls_client), stream_(context_of(authority, version_max), context_) {
        stream_.lowest_layer().connect({asio::ip::make_address("127.0.0.1"), port});
        std::string offer(1, static_cast<char>(protocol.size()));
        offer += protocol;
        SSL_set_alpn_protos(stream_.native_handle(), reinterpret_cast<const unsigned char*>(offer.data()), static_cast<unsigned>(offer.size()));
        stream_.handshake(ssl::stream_base::client, error_);
    }
    const boost::system::error_code& error() const { return error_; }
    std::string version() { return SSL_get_version(stream_.native_handle()); }
    void send(const std::string& bytes) { asio::write(stream_, asio::buffer(bytes), error_); }
    /// Up to and with `end`.
    std::string read_until(const std::string& end) {
        const auto size = asio::read_until(stream_, asio::dynamic_buffer(received_), end, error_);
        std::string text = received_.substr(0, size);
        received_.erase(0, size);
        return text;
    }
    void disconnect() {
        boost::system::error_code ignored;
        stream_.shutdown(ignored);
        stream_.lowest_layer().close(ignored);
    }
    void break_off() { stream_.lowest_layer().close(); }

  private:
    asio::io_context& context_of(const std::filesystem::path& authority, int version_max) {
        context_.load_verify_file(authority.string());
        context_.set_verify_mode(ssl::verify_peer);
        SSL_CTX_set_min_proto_version(context_.native_handle(), TLS1_VERSION);
        SSL_CTX_set_max_proto_version(context_.native_handle(), version_max);
        SSL_CTX_set_security_level(context_.native_handle(), 0);
        return io_;
    }

    asio::io_context io_;
    ssl::context context_;
    ssl::stream<asio::ip::tcp::socket> stream_;
    boost::system::error_code error_;
    std::string received_;
};

class TlsTest : public testing::Test {
  protected:
    TlsTest() {
        test::make_certificate(folder / "");
        settings.tls = TlsSettings{folder / "certificate.pem", folder / "key.pem"};
        router.add("GET", "/hello", [](const Request& request, const Respond& respond) {
            respond({200, {}, request.is_encrypted ? "hello in TLS" : "hello"});
        });
        router.add("GET", "/wait", [this](const Request& request, Respond respond) {
            kept_ = std::move(respond);
            waits_.set_value(request.still_connected);
        });
        router.add("GET", "/events", [](const Request&, const Respond& respond) {
            respond({200, {}, "first", [](std::shared_ptr<ResponseStream> stream) {
                         stream->write("second");
                         stream->end();
                     }});
        });
    }
    std::filesystem::path authority() { return folder / "certificate.pem"; }

    test::TemporaryFolder folder;
    Router router;
    ServerSettings settings{.threads = 2, .header_timeout_ms = 300, .stop_grace_ms = 500};
    std::promise<std::function<bool()>> waits_;
    Respond kept_;
};

const std::string ask_hello = "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n";

TEST_F(TlsTest, AnswersInTls) {
    Server server(router, settings);
    EXPECT_EQ(server.url(), "https://127.0.0.1:" + std::to_string(server.port()));
    TlsClient client(server.port(), authority());
    ASSERT_FALSE(client.error()) << client.error().message();
    EXPECT_EQ(client.version(), "TLSv1.3");
    for (int i = 0; i < 2; ++i) {
        client.send(ask_hello);
        const auto answer = client.read_until("hello in TLS");
        EXPECT_NE(answer.find("200 OK"), std::string::npos);
        EXPECT_NE(answer.find("Strict-Transport-Security: max-age=31536000"), std::string::npos);
    }
    client.send("GET /events HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_NE(client.read_until("0\r\n\r\n").find("6\r\nsecond"), std::string::npos);
    client.send("GET /hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    client.read_until("hello in TLS");
    client.read_until("more");
    EXPECT_EQ(client.error(), asio::error::eof) << "it says that it ends: " << client.error().message();
}

TEST_F(TlsTest, SpeaksNothingOlderThan12) {
    Server server(router, settings);
    TlsClient older(server.port(), authority(), TLS1_1_VERSION);
    EXPECT_TRUE(older.error());
    TlsClient old(server.port(), authority(), TLS1_2_VERSION);
    EXPECT_FALSE(old.error()) << old.error().message();
    EXPECT_EQ(old.version(), "TLSv1.2");
    TlsClient other(server.port(), authority(), TLS1_3_VERSION, "h2");
    EXPECT_TRUE(other.error());
}

TEST_F(TlsTest, GivesUpOnWhoDoesNotSpeakTls) {
    Server server(router, settings);
    test::HttpClient plain(server.port());
    plain.send(ask_hello);
    EXPECT_EQ(plain.read().status, 0);
    test::HttpClient silent(server.port());
    EXPECT_TRUE(silent.is_closed_by_server());
    TlsClient client(server.port(), authority());
    client.send(ask_hello);
    client.read_until("hello in TLS");
    EXPECT_FALSE(client.error()) << "others are answered";
}

TEST_F(TlsTest, SeesThatAWaitingClientHasGone) {
    for (const bool says_so : {true, false}) {
        Server server(router, settings);
        waits_ = {};
        TlsClient client(server.port(), authority());
        client.send("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
        const auto still_connected = waits_.get_future().get();
        EXPECT_TRUE(still_connected());
        std::thread leaving([&] { says_so ? client.disconnect() : client.break_off(); });  // the first waits until the server says so too
        for (int i = 0; i < 1'000 && still_connected(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(5));
        EXPECT_FALSE(still_connected());
        kept_({200, {}, "nobody hears"});
        kept_ = nullptr;
        server.stop();
        leaving.join();
    }
}

TEST_F(TlsTest, NamesTheFileThatCanNotBeUsed) {
    const auto fault = [&] {
        try {
            Server server(router, settings);
        } catch (const std::runtime_error& error) {
            return std::string(error.what());
        }
        return std::string("none");
    };
    const auto good = *settings.tls;
    settings.tls->certificate_file = "/nowhere.pem";
    EXPECT_EQ(fault().find("The certificate '/nowhere.pem' can't be used: "), 0u) << fault();
    settings.tls = good;
    settings.tls->key_file = good.certificate_file;
    EXPECT_EQ(fault().find("The private key '" + good.certificate_file + "' can't be used: "), 0u) << fault();
    const test::TemporaryFolder other;
    test::make_certificate(other / "");
    settings.tls->key_file = other / "key.pem";
    EXPECT_NE(fault(), "none");
}

}  // namespace
}  // namespace dandori::http
