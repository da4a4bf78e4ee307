#include "adapters/http/server.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "adapters/http/date.h"
#include "adapters/http/problem.h"
#include "adapters/http/status.h"
#include "adapters/http/target.h"
#include "adapters/http/text.h"

namespace dandori::http {
namespace {

namespace asio = boost::asio;
namespace beast_http = boost::beast::http;
using boost::system::error_code;
using Tcp = asio::ip::tcp;
using SteadyClock = std::chrono::steady_clock;

/// After a refusal the client may still be sending; so much more is read and dropped, that it may see the answer.
constexpr std::size_t bytes_dropped_max = 8 * 1024 * 1024;
constexpr std::int64_t drop_timeout_ms = 2'000;
constexpr std::int64_t accept_again_after_ms = 100;

class Connection;

/// What all connections share. Outlives the server while somebody still keeps a Respond.
struct Shared {
    Shared(const Router& its_router, ServerSettings its_settings)
        : router(its_router), settings(std::move(its_settings)) {}

    const Router& router;
    const ServerSettings settings;
    asio::io_context context;
    std::atomic<bool> is_stopping = false;
    std::mutex mutex;
    std::map<const Connection*, std::weak_ptr<Connection>> open;
    std::condition_variable one_closed;
    bool is_finished = false;  ///< nothing is run any more; guarded by `mutex`
};

std::string head_of(const Response& response, bool keep_alive) {
    std::string head =
        "HTTP/1.1 " + std::to_string(response.status) + " " + std::string(reason_phrase(response.status)) + "\r\n";
    const auto add = [&](std::string_view name, std::string_view value) {
        head += name;
        head += ": ";
        // A line end in a value would begin a header of somebody else's making.
        for (const char c : value) head += c == '\r' || c == '\n' || c == '\0' ? ' ' : c;
        head += "\r\n";
    };
    for (const auto& [name, value] : response.headers) {
        const bool is_ours = equal_in_any_case(name, "Content-Length") || equal_in_any_case(name, "Connection") ||
                             equal_in_any_case(name, "Transfer-Encoding") || equal_in_any_case(name, "Date");
        if (!is_ours) add(name, value);
    }
    const auto now =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch());
    add("Date", http_date(Instant{now.count()}));
    // RFC 9110, 8.6: 1xx and 204 have no Content-Length, 304 needs none.
    if (response.status != 204 && response.status != 304) add("Content-Length", std::to_string(response.body.size()));
    add("Connection", keep_alive ? "keep-alive" : "close");
    head += "\r\n";
    return head;
}

/// One connection: reads a request, hands it over, writes the answer, reads the next. Everything runs on its strand.
class Connection : public std::enable_shared_from_this<Connection> {
  public:
    Connection(std::shared_ptr<Shared> shared, Tcp::socket socket)
        : shared_(std::move(shared)), socket_(std::move(socket)), timer_(socket_.get_executor()) {
        error_code error;
        const auto end = socket_.remote_endpoint(error);
        if (!error) client_address_ = end.address().to_string();
        socket_.set_option(Tcp::no_delay(true), error);
    }

    void start() {
        asio::post(socket_.get_executor(), [self = shared_from_this()] { self->await_request(); });
    }

    /// The server stops: an idle connection has nothing to wait for.
    void stop_soon() {
        asio::post(socket_.get_executor(), [self = shared_from_this()] {
            if (self->phase_ == Phase::Idle || (self->phase_ == Phase::Handling && *self->gone_)) self->close();
        });
    }

    void stop_now() {
        asio::post(socket_.get_executor(), [self = shared_from_this()] { self->close(); });
    }

    void answer(Response response) {
        asio::post(socket_.get_executor(), [self = shared_from_this(), response = std::move(response)]() mutable {
            if (self->phase_ == Phase::Handling) self->write(std::move(response));
        });
    }

  private:
    enum class Phase { Idle, Header, Body, Handling, Writing, Dropping, Closed };

    void await_request() {
        phase_ = Phase::Idle;
        if (shared_->is_stopping) return close();
        if (buffer_.size() > 0) return read_header();
        finish_within(shared_->settings.idle_timeout_ms);
        socket_.async_read_some(buffer_.prepare(4096),
                                [self = shared_from_this()](error_code error, std::size_t count) {
                                    if (error) return self->close();
                                    self->buffer_.commit(count);
                                    self->read_header();
                                });
    }

    void read_header() {
        phase_ = Phase::Header;
        parser_.emplace();
        parser_->header_limit(static_cast<std::uint32_t>(shared_->settings.header_bytes_max));
        parser_->body_limit(shared_->settings.body_bytes_max);
        finish_within(shared_->settings.header_timeout_ms);
        beast_http::async_read_header(socket_, buffer_, *parser_,
                                      [self = shared_from_this()](error_code error, std::size_t) {
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
        asio::async_write(socket_, asio::buffer(go_on), [self = shared_from_this()](error_code error, std::size_t) {
            if (error) return self->refuse(error);
            self->read_body();
        });
    }

    void read_body() {
        beast_http::async_read(socket_, buffer_, *parser_, [self = shared_from_this()](error_code error, std::size_t) {
            if (error) return self->refuse(error);
            self->hand_over();
        });
    }

    void hand_over();

    /// While nobody reads, the end of the connection is seen by asking whether there is something to read.
    void watch() {
        if (is_watching_) return;
        is_watching_ = true;
        socket_.async_wait(Tcp::socket::wait_read, [self = shared_from_this()](error_code error) {
            self->is_watching_ = false;
            if (error || self->phase_ != Phase::Handling) return;
            char byte = 0;
            error_code why;
            self->socket_.non_blocking(true, why);
            self->socket_.receive(asio::buffer(&byte, 1), Tcp::socket::message_peek, why);
            if (why == asio::error::would_block || why == asio::error::try_again) return self->watch();
            if (!why) return;  // the next request is there already: whoever sent it waits for its answer
            *self->gone_ = true;
            if (self->shared_->is_stopping) self->close();
        });
    }

    void write(Response response) {
        phase_ = Phase::Writing;
        keep_alive_ = keep_alive_ && !shared_->is_stopping;
        head_ = head_of(response, keep_alive_);
        const bool has_body = !is_head_ && response.status != 204 && response.status != 304;
        body_ = has_body ? std::move(response.body) : std::string{};
        finish_within(shared_->settings.write_timeout_ms);
        const std::array<asio::const_buffer, 2> parts{asio::buffer(head_), asio::buffer(body_)};
        asio::async_write(socket_, parts, [self = shared_from_this()](error_code error, std::size_t) {
            if (error) return self->close();
            self->body_ = {};
            if (self->keep_alive_) return self->await_request();
            self->phase_ = Phase::Dropping;
            self->socket_.shutdown(Tcp::socket::shutdown_send, error);
            self->finish_within(drop_timeout_ms);
            self->drop_what_comes(0);
        });
    }

    void drop_what_comes(std::size_t dropped) {
        buffer_.consume(buffer_.size());
        socket_.async_read_some(buffer_.prepare(16 * 1024),
                                [self = shared_from_this(), dropped](error_code error, std::size_t count) {
                                    if (error || dropped + count > bytes_dropped_max) return self->close();
                                    self->drop_what_comes(dropped + count);
                                });
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
        is_head_ = false;
        write(problem(status, reason_phrase(status), why, "/"));
    }

    void close() {
        if (phase_ == Phase::Closed) return;
        phase_ = Phase::Closed;
        *gone_ = true;
        timer_.cancel();
        error_code ignored;
        socket_.close(ignored);
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
        timer_.async_wait([weak = weak_from_this()](error_code error) {
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
            socket_.cancel(ignored);
        } else if (phase_ != Phase::Handling) {
            close();
        }
    }

    const std::shared_ptr<Shared> shared_;
    Tcp::socket socket_;
    asio::steady_timer timer_;
    SteadyClock::time_point deadline_;
    std::string client_address_;
    boost::beast::flat_buffer buffer_;
    std::optional<beast_http::request_parser<beast_http::string_body>> parser_;
    std::string head_;
    std::string body_;
    const std::shared_ptr<std::atomic<bool>> gone_ = std::make_shared<std::atomic<bool>>(false);
    Phase phase_ = Phase::Idle;
    bool keep_alive_ = true;
    bool is_head_ = false;
    bool is_watching_ = false;
    bool is_timer_running_ = false;
    bool has_timed_out_ = false;
};

/// The duty to answer one request, held by all copies of its Respond.
class Answer {
  public:
    Answer(std::shared_ptr<Shared> shared, std::shared_ptr<Connection> connection)
        : shared_(std::move(shared)), connection_(std::move(connection)) {}
    Answer(const Answer&) = delete;
    Answer& operator=(const Answer&) = delete;

    ~Answer() {
        give(problem(500, "INTERNAL_ERROR",
                     "The request was dropped without an answer because of a fault in the program.", "/"));
    }

    void give(Response response) {
        if (is_given_.exchange(true)) return;
        const std::lock_guard lock(shared_->mutex);
        if (!shared_->is_finished) connection_->answer(std::move(response));
    }

    bool is_given() const { return is_given_; }

  private:
    const std::shared_ptr<Shared> shared_;
    const std::shared_ptr<Connection> connection_;
    std::atomic<bool> is_given_ = false;
};

void Connection::hand_over() {
    phase_ = Phase::Handling;
    auto message = parser_->release();
    parser_.reset();
    keep_alive_ = message.keep_alive();
    Request request;
    request.method = std::string(message.method_string());
    is_head_ = request.method == "HEAD";
    auto target = read_target(message.target());
    if (!target) return write(problem(400, reason_phrase(400), target.error(), "/"));
    request.path = std::move(target->path);
    request.query = std::move(target->query);
    for (const auto& field : message) request.headers.emplace_back(field.name_string(), field.value());
    request.body = std::move(message.body());
    request.client_address = client_address_;
    request.still_connected = [gone = gone_] { return !*gone; };

    const auto answer = std::make_shared<Answer>(shared_, shared_from_this());
    shared_->router.handle(std::move(request), [answer](Response response) { answer->give(std::move(response)); });
    if (!answer->is_given()) watch();
}

Tcp::endpoint endpoint_of(asio::io_context& context, const ServerSettings& settings) {
    error_code error;
    if (const auto address = asio::ip::make_address(settings.host, error); !error) return {address, settings.port};
    Tcp::resolver resolver(context);
    const auto found = resolver.resolve(settings.host, std::to_string(settings.port), Tcp::resolver::passive, error);
    if (error || found.empty())
        throw std::runtime_error("'" + settings.host + "' has no address to listen on: " + error.message() + ".");
    return found.begin()->endpoint();
}

}  // namespace

class Server::Core : public std::enable_shared_from_this<Server::Core> {
  public:
    Core(const Router& router, ServerSettings settings)
        : shared_(std::make_shared<Shared>(router, std::move(settings))),
          work_(asio::make_work_guard(shared_->context)),
          acceptor_(asio::make_strand(shared_->context)),
          pause_(acceptor_.get_executor()) {
        const auto& its = shared_->settings;
        const auto endpoint = endpoint_of(shared_->context, its);
        error_code error;
        acceptor_.open(endpoint.protocol(), error);
        if (!error) acceptor_.set_option(Tcp::acceptor::reuse_address(true), error);
        if (!error) acceptor_.bind(endpoint, error);
        if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
        if (error)
            throw std::runtime_error("Can't listen on " + its.host + ":" + std::to_string(its.port) + ": " +
                                     error.message() + ".");
        port_ = acceptor_.local_endpoint().port();
    }

    void start() {
        asio::post(acceptor_.get_executor(), [self = shared_from_this()] { self->accept(); });
        for (std::size_t i = 0; i < std::max<std::size_t>(1, shared_->settings.threads); ++i)
            threads_.emplace_back([shared = shared_] { shared->context.run(); });
    }

    void stop() {
        const std::lock_guard one_at_a_time(stop_mutex_);
        if (threads_.empty()) return;
        shared_->is_stopping = true;
        asio::post(acceptor_.get_executor(), [self = shared_from_this()] {
            error_code ignored;
            self->acceptor_.close(ignored);
            self->pause_.cancel();
        });
        for (const auto& connection : open_connections()) connection->stop_soon();
        {
            std::unique_lock lock(shared_->mutex);
            shared_->one_closed.wait_for(lock, std::chrono::milliseconds(shared_->settings.stop_grace_ms),
                                         [&] { return shared_->open.empty(); });
        }
        for (const auto& connection : open_connections()) connection->stop_now();
        {
            const std::lock_guard lock(shared_->mutex);
            shared_->is_finished = true;
        }
        work_.reset();
        for (auto& thread : threads_) thread.join();
        threads_.clear();
    }

    std::uint16_t port() const { return port_; }
    const std::string& host() const { return shared_->settings.host; }

  private:
    std::vector<std::shared_ptr<Connection>> open_connections() {
        std::vector<std::shared_ptr<Connection>> connections;
        const std::lock_guard lock(shared_->mutex);
        for (const auto& [address, weak] : shared_->open)
            if (auto connection = weak.lock()) connections.push_back(std::move(connection));
        return connections;
    }

    void accept() {
        acceptor_.async_accept(asio::make_strand(shared_->context),
                               [self = shared_from_this()](error_code error, Tcp::socket socket) {
                                   if (error == asio::error::operation_aborted || self->shared_->is_stopping) return;
                                   if (error) return self->accept_later();
                                   self->take(std::move(socket));
                                   self->accept();
                               });
    }

    /// Out of file descriptors, most likely: some will be free again.
    void accept_later() {
        pause_.expires_after(std::chrono::milliseconds(accept_again_after_ms));
        pause_.async_wait([self = shared_from_this()](error_code error) {
            if (!error) self->accept();
        });
    }

    void take(Tcp::socket socket) {
        auto connection = std::make_shared<Connection>(shared_, std::move(socket));
        {
            const std::lock_guard lock(shared_->mutex);
            if (shared_->open.size() >= shared_->settings.connections_max) return;
            shared_->open.emplace(connection.get(), connection);
        }
        connection->start();
    }

    const std::shared_ptr<Shared> shared_;
    asio::executor_work_guard<asio::io_context::executor_type> work_;
    Tcp::acceptor acceptor_;
    asio::steady_timer pause_;
    std::uint16_t port_ = 0;
    std::vector<std::thread> threads_;
    std::mutex stop_mutex_;
};

Server::Server(const Router& router, ServerSettings settings)
    : core_(std::make_shared<Core>(router, std::move(settings))) {
    core_->start();
}

Server::~Server() { stop(); }

std::uint16_t Server::port() const { return core_->port(); }

std::string Server::url() const {
    const auto& host = core_->host();
    return "http://" + (host.find(':') == std::string::npos ? host : "[" + host + "]") + ":" +
           std::to_string(core_->port());
}

void Server::stop() { core_->stop(); }

}  // namespace dandori::http
