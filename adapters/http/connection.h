#pragma once
// One connection: reads a request, hands it over, writes the answer, reads the next. Only server.cpp includes this.

#include <algorithm>
#include <array>
#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>

#include "adapters/http/problem.h"
#include "adapters/http/networks.h"
#include "adapters/http/response_head.h"
#include "adapters/http/server.h"
#include "adapters/http/status.h"
#include "adapters/http/target.h"
#include "adapters/http/text.h"

namespace dandori::http {

namespace asio = boost::asio;
namespace beast_http = boost::beast::http;
using boost::system::error_code;
using Tcp = asio::ip::tcp;
using TlsStream = asio::ssl::stream<Tcp::socket>;
using SteadyClock = std::chrono::steady_clock;

/// After a refusal the client may still be sending; so much more is read and dropped, that it may see the answer.
constexpr std::size_t bytes_dropped_max = 8 * 1024 * 1024;
constexpr std::int64_t drop_timeout_ms = 2'000;

/// A connection as the server and whoever answers see it. Held by shared pointers; all may be called by any thread.
class AnyConnection {
  public:
    virtual ~AnyConnection() = default;
    virtual void start() = 0;
    /// The server stops: a connection on which nothing is being answered ends.
    virtual void stop_soon() = 0;
    virtual void stop_now() = 0;
    virtual void answer(Response) = 0;
    virtual void send_more(std::string part) = 0;
    virtual void end_stream() = 0;
};

/// What all connections share. Outlives the server while somebody still keeps a Respond.
struct Shared {
    Shared(const Router& its_router, ServerSettings its_settings)
        : router(its_router), settings(std::move(its_settings)), proxies(settings.trusted_proxies) {}

    const Router& router;
    const ServerSettings settings;
    const Networks proxies;
    asio::io_context context;
    std::atomic<bool> is_stopping = false;
    std::mutex mutex;
    std::map<const AnyConnection*, std::weak_ptr<AnyConnection>> open;
    std::condition_variable one_closed;
    bool is_finished = false;  ///< nothing is run any more; guarded by `mutex`

    /// Tells the connection something, unless nothing is run any more.
    template <class Tell>
    void while_running(Tell&& tell) {
        const std::lock_guard lock(mutex);
        if (!is_finished) tell();
    }
};

/// The duty to answer one request, held by all copies of its Respond.
class Answer {
  public:
    Answer(std::shared_ptr<Shared> shared, std::shared_ptr<AnyConnection> connection)
        : shared_(std::move(shared)), connection_(std::move(connection)) {}
    Answer(const Answer&) = delete;
    Answer& operator=(const Answer&) = delete;

    ~Answer() {
        give(problem(500, "INTERNAL_ERROR",
                     "The request was dropped without an answer because of a fault in the program.", "/"));
    }

    void give(Response response) {
        if (is_given_.exchange(true)) return;
        shared_->while_running([&] { connection_->answer(std::move(response)); });
    }

    bool is_given() const { return is_given_; }

  private:
    const std::shared_ptr<Shared> shared_;
    const std::shared_ptr<AnyConnection> connection_;
    std::atomic<bool> is_given_ = false;
};

/// What a connection and whoever writes an answer bit by bit tell one another.
struct StreamState {
    std::atomic<bool> is_open = true;
    std::atomic<std::size_t> bytes_waiting = 0;
};

class StreamOfConnection : public ResponseStream {
  public:
    StreamOfConnection(std::shared_ptr<Shared> shared, std::weak_ptr<AnyConnection> connection, std::shared_ptr<StreamState> state)
        : shared_(std::move(shared)), connection_(std::move(connection)), state_(std::move(state)) {}
    ~StreamOfConnection() override { end(); }

    void write(std::string part) override {
        if (part.empty() || !state_->is_open) return;
        const bool is_too_much = state_->bytes_waiting.fetch_add(part.size()) + part.size() > shared_->settings.stream_bytes_max;
        if (is_too_much) state_->is_open = false;
        tell([&](AnyConnection& connection) { is_too_much ? connection.stop_now() : connection.send_more(std::move(part)); });
    }
    void end() override {
        if (state_->is_open.exchange(false)) tell([](AnyConnection& connection) { connection.end_stream(); });
    }
    bool is_open() const override { return state_->is_open; }

  private:
    template <class Say>
    void tell(Say&& say) {
        shared_->while_running([&] {
            if (const auto connection = connection_.lock()) say(*connection);
        });
    }

    const std::shared_ptr<Shared> shared_;
    const std::weak_ptr<AnyConnection> connection_;
    const std::shared_ptr<StreamState> state_;
};

/// `Stream`: a TCP socket, or TLS on one. Everything runs on its strand.
template <class Stream>
class Connection : public AnyConnection, public std::enable_shared_from_this<Connection<Stream>> {
  public:
    static constexpr bool is_encrypted = std::is_same_v<Stream, TlsStream>;

    /// `more`: what Stream needs beside the socket.
    template <class... More>
    Connection(std::shared_ptr<Shared> shared, Tcp::socket socket, More&&... more)
        : shared_(std::move(shared)), stream_(std::move(socket), std::forward<More>(more)...), timer_(stream_.get_executor()) {
        error_code error;
        const auto end = tcp().remote_endpoint(error);
        if (!error) client_address_ = end.address().to_string();
        tcp().set_option(Tcp::no_delay(true), error);
    }

    void start() override {
        post([](Connection& self) {
            if constexpr (is_encrypted) self.shake_hands();
            else self.await_request();
        });
    }
    void stop_soon() override {
        post([](Connection& self) {
            const bool is_unheard = self.phase_ == Phase::Handling && *self.gone_;
            if (self.phase_ == Phase::Handshake || self.phase_ == Phase::Idle || self.phase_ == Phase::Streaming || is_unheard) self.close();
        });
    }
    void stop_now() override { post([](Connection& self) { self.close(); }); }
    void answer(Response response) override {
        post([response = std::move(response)](Connection& self) mutable {
            if (self.phase_ == Phase::Handling) self.write(std::move(response));
        });
    }
    void send_more(std::string part) override {
        post([part = std::move(part)](Connection& self) mutable {
            if (self.phase_ != Phase::Streaming) return;
            self.parts_.push_back(std::move(part));
            if (!self.is_sending_) self.send_parts();
        });
    }
    void end_stream() override {
        post([](Connection& self) {
            if (self.phase_ != Phase::Streaming) return;
            self.is_whole_ = true;
            if (!self.is_sending_) self.send_parts();
        });
    }

  private:
    enum class Phase { Handshake, Idle, Header, Body, Handling, Writing, Streaming, Dropping, Closed };

    auto& tcp() { return stream_.lowest_layer(); }

    /// Carries `act(connection)` out on the strand; the connection lives until then.
    template <class Act>
    void post(Act act) {
        asio::post(stream_.get_executor(), [self = this->shared_from_this(), act = std::move(act)]() mutable { act(*self); });
    }

    void shake_hands() {
        phase_ = Phase::Handshake;
        finish_within(shared_->settings.header_timeout_ms);
        stream_.async_handshake(asio::ssl::stream_base::server, [self = this->shared_from_this()](error_code error) {
            if (error) return self->close();
            self->await_request();
        });
    }

    void await_request() {
        phase_ = Phase::Idle;
        if (shared_->is_stopping) return close();
        if (buffer_.size() > 0) return read_header();
        finish_within(shared_->settings.idle_timeout_ms);
        listen();
    }

    /// One read is always on its way while nothing else is read: it brings the next request, or tells that the client has gone.
    void listen() {
        if (is_listening_) return;
        is_listening_ = true;
        stream_.async_read_some(buffer_.prepare(4096), [self = this->shared_from_this()](error_code error, std::size_t count) {
            self->is_listening_ = false;
            if (!error) self->buffer_.commit(count);
            self->heard(error);
        });
    }

    void heard(error_code error) {
        switch (phase_) {
            case Phase::Idle:
                if (error) return close();
                return read_header();
            case Phase::Handling:  // bytes are the next request: whoever sent it waits for its answer
                if (!error) return;
                *gone_ = true;
                if (shared_->is_stopping) close();
                return;
            case Phase::Streaming:
                if (error) return close();
                if (buffer_.size() > shared_->settings.header_bytes_max) return close();
                return listen();
            case Phase::Dropping:
                if (error) return close();
                return drop_what_comes();
            default: return;
        }
    }

    void read_header() {
        phase_ = Phase::Header;
        parser_.emplace();
        parser_->header_limit(static_cast<std::uint32_t>(shared_->settings.header_bytes_max));
        parser_->body_limit(shared_->settings.body_bytes_max);
        finish_within(shared_->settings.header_timeout_ms);
        beast_http::async_read_header(stream_, buffer_, *parser_, [self = this->shared_from_this()](error_code error, std::size_t) {
            if (error) return self->refuse(error);
            self->look_at_header();
        });
    }

    void look_at_header() {
        phase_ = Phase::Body;
        finish_within(shared_->settings.body_timeout_ms);
        const auto& request = parser_->get();
        if (request.version() >= 11 && request.count(beast_http::field::host) != 1)
            return refuse(400, "A request of HTTP/1.1 has one 'Host' header.");
        const auto expectation = request.find(beast_http::field::expect);
        if (expectation == request.end()) return read_body();
        if (!equal_in_any_case(std::string_view(expectation->value()), "100-continue"))
            return refuse(417, "Only '100-continue' can be expected of this server.");
        static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
        asio::async_write(stream_, asio::buffer(go_on), [self = this->shared_from_this()](error_code error, std::size_t) {
            if (error) return self->refuse(error);
            self->read_body();
        });
    }

    void read_body() {
        beast_http::async_read(stream_, buffer_, *parser_, [self = this->shared_from_this()](error_code error, std::size_t) {
            if (error) return self->refuse(error);
            self->hand_over();
        });
    }

    void hand_over() {
        phase_ = Phase::Handling;
        auto message = parser_->release();
        parser_.reset();
        keep_alive_ = message.keep_alive();
        version_ = message.version();
        Request request;
        request.method = std::string(message.method_string());
        is_head_ = request.method == "HEAD";
        request.target = std::string(message.target());
        auto target = read_target(request.target);
        if (!target) return write(problem(400, reason_phrase(400), target.error(), "/"));
        request.path = std::move(target->path);
        request.segments = std::move(target->segments);
        request.query = std::move(target->query);
        for (const auto& field : message) request.headers.emplace_back(field.name_string(), field.value());
        request.body = std::move(message.body());
        request.client_address = client_address_;
        request.is_encrypted = is_encrypted;
        look_behind_proxies(request, shared_->proxies);
        came_encrypted_ = request.is_encrypted;
        request.still_connected = [gone = gone_] { return !*gone; };

        const auto answer = std::make_shared<Answer>(shared_, this->shared_from_this());
        shared_->router.handle(std::move(request), [answer](Response response) { answer->give(std::move(response)); });
        if (!answer->is_given() && buffer_.size() == 0) listen();
    }

    void write(Response response) {
        phase_ = Phase::Writing;
        keep_alive_ = keep_alive_ && !shared_->is_stopping;
        // RFC 6797: from now on the browser asks in TLS only.
        if (came_encrypted_) response.headers.emplace_back("Strict-Transport-Security", "max-age=31536000");
        const bool goes_on = response.go_on && !is_head_;
        is_chunked_ = goes_on && version_ >= 11;
        if (goes_on && !is_chunked_) keep_alive_ = false;  // HTTP/1.0: the end of the connection is the end of the answer
        head_ = head_of(response, keep_alive_, !goes_on ? Framing::Length : is_chunked_ ? Framing::Chunked : Framing::UntilClosed);
        const bool has_body = !is_head_ && response.status != 204 && response.status != 304;
        body_ = has_body ? std::move(response.body) : std::string{};
        if (is_chunked_ && !body_.empty()) body_ = chunk_of(body_);
        finish_within(shared_->settings.write_timeout_ms);
        const std::array<asio::const_buffer, 2> parts{asio::buffer(head_), asio::buffer(body_)};
        asio::async_write(stream_, parts,
                          [self = this->shared_from_this(), go_on = goes_on ? std::move(response.go_on) : nullptr](error_code error, std::size_t) {
                              if (error) return self->close();
                              self->body_ = {};
                              if (go_on) self->begin_stream(go_on);
                              else self->answered();
                          });
    }

    void begin_stream(const std::function<void(std::shared_ptr<ResponseStream>)>& go_on) {
        phase_ = Phase::Streaming;
        is_whole_ = false;
        state_ = std::make_shared<StreamState>();
        go_on(std::make_shared<StreamOfConnection>(shared_, this->weak_from_this(), state_));
        listen();
    }

    void send_parts() {
        body_.clear();
        std::size_t sent = 0;
        for (const std::string& part : parts_) {
            sent += part.size();
            body_ += is_chunked_ ? chunk_of(part) : part;
        }
        const bool is_last = is_whole_;
        if (is_last && is_chunked_) body_ += "0\r\n\r\n";
        parts_.clear();
        is_sending_ = true;
        finish_within(shared_->settings.write_timeout_ms);
        asio::async_write(stream_, asio::buffer(body_), [self = this->shared_from_this(), is_last, sent](error_code error, std::size_t) {
            self->is_sending_ = false;
            if (error) return self->close();
            if (self->phase_ != Phase::Streaming) return;
            self->state_->bytes_waiting -= sent;
            if (is_last) {
                self->state_.reset();
                return self->answered();
            }
            if (!self->parts_.empty() || self->is_whole_) self->send_parts();
        });
    }

    void answered() {
        if (keep_alive_) return await_request();
        phase_ = Phase::Dropping;
        finish_within(drop_timeout_ms);
        error_code ignored;
        if constexpr (!is_encrypted) {
            tcp().shutdown(Tcp::socket::shutdown_send, ignored);
        } else if (!is_refused_) {
            stream_.async_shutdown([self = this->shared_from_this()](error_code) { self->close(); });
            return;
        }
        drop_what_comes();
    }

    void drop_what_comes() {
        dropped_ += buffer_.size();
        buffer_.consume(buffer_.size());
        if (dropped_ > bytes_dropped_max) return close();
        listen();
    }

    void refuse(error_code error) {
        if (has_timed_out_) return refuse(408, "The request did not come whole in time.");
        if (error == beast_http::error::header_limit || error == beast_http::error::buffer_overflow)
            return refuse(431, "The header of the request is longer than " +
                                   std::to_string(shared_->settings.header_bytes_max) + " bytes.");
        if (error == beast_http::error::body_limit)
            return refuse(413, "The body of the request is longer than " +
                                   std::to_string(shared_->settings.body_bytes_max) + " bytes.");
        if (error == beast_http::error::end_of_stream || error == beast_http::error::partial_message ||
            error.category() != beast_http::make_error_code(beast_http::error::bad_method).category())
            return close();
        refuse(400, "The request is not HTTP/1.1: " + error.message() + ".");
    }

    void refuse(int status, const std::string& why) {
        keep_alive_ = false;
        is_refused_ = true;
        is_head_ = false;
        write(problem(status, reason_phrase(status), why, "/"));
    }

    void close() {
        if (phase_ == Phase::Closed) return;
        phase_ = Phase::Closed;
        *gone_ = true;
        if (state_) state_->is_open = false;
        timer_.cancel();
        error_code ignored;
        tcp().close(ignored);
        const std::lock_guard lock(shared_->mutex);
        shared_->open.erase(this);
        shared_->one_closed.notify_all();
    }

    /// The phase that begins must be over by then. The timer is rarely moved: it looks at the deadline when it goes
    /// off.
    void finish_within(std::int64_t ms) {
        has_timed_out_ = false;
        deadline_ = SteadyClock::now() + std::chrono::milliseconds(ms);
        if (is_timer_running_ && timer_.expiry() <= deadline_) return;
        run_timer();
    }

    void run_timer() {
        is_timer_running_ = true;
        timer_.expires_at(deadline_);
        // Weak: a closed connection is not kept for its timer's sake.
        timer_.async_wait([weak = this->weak_from_this()](error_code error) {
            const auto self = weak.lock();
            if (error || !self || self->phase_ == Phase::Closed) return;
            if (SteadyClock::now() < self->deadline_) return self->run_timer();
            self->is_timer_running_ = false;
            self->time_out();
        });
    }

    void time_out() {
        if (phase_ == Phase::Header || phase_ == Phase::Body) {
            has_timed_out_ = true;
            error_code ignored;
            tcp().cancel(ignored);
        } else if (phase_ != Phase::Handling && (phase_ != Phase::Streaming || is_sending_)) {
            close();
        }
    }

    const std::shared_ptr<Shared> shared_;
    Stream stream_;
    asio::steady_timer timer_;
    SteadyClock::time_point deadline_;
    std::string client_address_;
    boost::beast::flat_buffer buffer_;
    std::optional<beast_http::request_parser<beast_http::string_body>> parser_;
    std::string head_;
    std::string body_;
    std::shared_ptr<StreamState> state_;  ///< of an answer that goes on
    std::deque<std::string> parts_;       ///< of it, that wait while others are sent
    const std::shared_ptr<std::atomic<bool>> gone_ = std::make_shared<std::atomic<bool>>(false);
    std::size_t dropped_ = 0;
    unsigned version_ = 11;
    Phase phase_ = Phase::Idle;
    bool keep_alive_ = true;
    bool is_head_ = false;
    bool is_refused_ = false;  ///< before it was read whole
    bool came_encrypted_ = is_encrypted;
    bool is_chunked_ = false;
    bool is_sending_ = false;
    bool is_whole_ = false;  ///< nothing more will be written
    bool is_listening_ = false;
    bool is_timer_running_ = false;
    bool has_timed_out_ = false;
};

}  // namespace dandori::http
