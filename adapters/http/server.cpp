#include "adapters/http/server.h"

#include <boost/asio/strand.hpp>
#include <stdexcept>
#include <thread>

#include "adapters/http/connection.h"
#include "adapters/http/tls.h"

namespace dandori::http {
namespace {

constexpr std::int64_t accept_again_after_ms = 100;

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
          tls_(shared_->settings.tls ? std::optional(tls_context(*shared_->settings.tls)) : std::nullopt),
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
    bool is_encrypted() const { return tls_.has_value(); }

  private:
    std::vector<std::shared_ptr<AnyConnection>> open_connections() {
        std::vector<std::shared_ptr<AnyConnection>> connections;
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
        std::shared_ptr<AnyConnection> connection;
        if (tls_) connection = std::make_shared<Connection<TlsStream>>(shared_, std::move(socket), *tls_);
        else connection = std::make_shared<Connection<Tcp::socket>>(shared_, std::move(socket));
        {
            const std::lock_guard lock(shared_->mutex);
            if (shared_->open.size() >= shared_->settings.connections_max) return;
            shared_->open.emplace(connection.get(), connection);
        }
        connection->start();
    }

    const std::shared_ptr<Shared> shared_;
    asio::executor_work_guard<asio::io_context::executor_type> work_;
    std::optional<asio::ssl::context> tls_;
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
    const std::string scheme = core_->is_encrypted() ? "https://" : "http://";
    return scheme + (host.find(':') == std::string::npos ? host : "[" + host + "]") + ":" +
           std::to_string(core_->port());
}

void Server::stop() { core_->stop(); }

}  // namespace dandori::http
