#include "adapters/cluster/forwarder.h"

#include <curl/curl.h>

#include <algorithm>
#include <charconv>
#include <list>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "adapters/http/problem.h"
#include "adapters/http/text.h"
#include "engine/identity/digest.h"

namespace dandori::cluster {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr auto between_tries = std::chrono::milliseconds(50);
/// How often it is looked whether a client that waits is still there.
constexpr int look_around_ms = 500;
/// Shorter than a server keeps a connection that nothing happens on, so that none is used that is just being closed.
constexpr long idle_connection_seconds = 30;
constexpr long idle_connections_max = 256;
constexpr std::size_t answer_bytes_max = 256 * 1024 * 1024;

constexpr std::string_view lost_text =
    "The member that leads was lost while it carried this out; it isn't known whether it was done. Look before you ask again.";
constexpr std::string_view nobody_text = "No member leads at the moment, and nothing was done. Try again in a moment.";

/// Headers of one connection (RFC 9110, 7.6.1), and those that each server writes itself.
bool stays_here(std::string_view name) {
    for (const std::string_view one : {"Connection", "Keep-Alive", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
                                       "Content-Length", "Expect", "Date", "X-Request-Id", "Strict-Transport-Security"}) {
        if (http::equal_in_any_case(name, one)) return true;
    }
    return is_members_header(name);
}

bool changes_nothing(const http::Request& request) { return request.method == "GET" || request.method == "HEAD"; }

struct FreeEasy {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
struct FreeMulti {
    void operator()(CURLM* handle) const { curl_multi_cleanup(handle); }
};

/// An answer that goes on: what comes before the client's end is there waits for it.
class Tail {
  public:
    void begin(std::shared_ptr<http::ResponseStream> stream) {
        const std::lock_guard lock(mutex_);
        stream_ = std::move(stream);
        if (!early_.empty()) stream_->write(std::exchange(early_, {}));
        if (is_over_) stream_->end();
    }
    /// False when nobody reads any more.
    bool write(std::string_view part) {
        const std::lock_guard lock(mutex_);
        if (!stream_) early_ += part;
        else stream_->write(std::string(part));
        return !stream_ || stream_->is_open();
    }
    void end() {
        const std::lock_guard lock(mutex_);
        is_over_ = true;
        if (stream_) stream_->end();
    }

  private:
    std::mutex mutex_;
    std::shared_ptr<http::ResponseStream> stream_;
    std::string early_;
    bool is_over_ = false;
};

/// A request on its way, from its coming to its answer.
struct Errand {
    http::Request request;
    http::Respond respond;
    SteadyClock::time_point give_up;
    SteadyClock::time_point not_before;
    std::string signature;  ///< of the request as it was sent last
    std::unique_ptr<CURL, FreeEasy> handle;
    std::unique_ptr<curl_slist, FreeList> headers;
    std::string leader, url;
    http::Response answer;
    std::string answer_signature;
    bool does_not_lead = false;
    int times_sent = 0;
    std::shared_ptr<Tail> tail;  ///< of an answer that goes on, once it was begun
};

/// libcurl sends a request again by itself on a new connection when an old one turns out to be closed; that is refused here for what changes
/// something, since the member may have carried it out.
int before_sending(void* which, char*, char*, int, int) {
    auto& errand = *static_cast<Errand*>(which);
    ++errand.times_sent;
    return errand.times_sent > 1 && !changes_nothing(errand.request) ? CURL_PREREQFUNC_ABORT : CURL_PREREQFUNC_OK;
}

void take_header(Errand& errand, std::string_view line) {
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return;
    const auto name = line.substr(0, colon), value = http::trimmed(line.substr(colon + 1));
    if (http::equal_in_any_case(name, signature_header)) errand.answer_signature = std::string(value);
    if (http::equal_in_any_case(name, not_leading_header)) errand.does_not_lead = true;
    if (!stays_here(name)) errand.answer.headers.emplace_back(name, value);
}

bool goes_on(const http::Response& answer) {
    for (const auto& [name, value] : answer.headers) {
        if (http::equal_in_any_case(name, "Content-Type")) return http::media_type(value) == "text/event-stream";
    }
    return false;
}

std::size_t header_came(char* bytes, std::size_t, std::size_t count, void* which) {
    auto& errand = *static_cast<Errand*>(which);
    std::string_view line(bytes, count);
    while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
    if (line.starts_with("HTTP/")) {  // also after a 100
        errand.answer = {};
        errand.answer_signature.clear();
        errand.does_not_lead = false;
        if (const auto blank = line.find(' '); blank != std::string_view::npos)
            std::from_chars(line.data() + blank + 1, line.data() + line.size(), errand.answer.status);
    } else {
        take_header(errand, line);
    }
    return count;
}

std::size_t body_came(char* bytes, std::size_t, std::size_t count, void* which) {
    auto& errand = *static_cast<Errand*>(which);
    if (errand.tail) return errand.tail->write({bytes, count}) ? count : 0;
    if (errand.answer.body.size() + count > answer_bytes_max) return 0;  // ends the transfer
    errand.answer.body.append(bytes, count);
    return count;
}

}  // namespace

class Forwarder::Core {
  public:
    Core(ForwarderSettings settings, MemberSignature signature, std::function<std::optional<std::string>()> leader)
        : settings_(std::move(settings)), signature_(std::move(signature)), leader_(std::move(leader)), multi_(curl_multi_init()) {
        if (!multi_) throw std::runtime_error("Requests can't be passed on: no memory.");
        curl_multi_setopt(multi_.get(), CURLMOPT_MAXCONNECTS, idle_connections_max);
        thread_ = std::thread([this] { work(); });
    }
    ~Core() {
        {
            const std::lock_guard lock(mutex_);
            is_stopping_ = true;
        }
        curl_multi_wakeup(multi_.get());
        thread_.join();
    }

    void forward(http::Request request, http::Respond respond) {
        auto errand = std::make_unique<Errand>();
        errand->request = std::move(request);
        errand->respond = std::move(respond);
        errand->give_up = SteadyClock::now() + settings_.patience;
        {
            const std::lock_guard lock(mutex_);
            come_.push_back(std::move(errand));
        }
        curl_multi_wakeup(multi_.get());
    }

  private:
    void work() {
        while (take_what_came()) {
            send_those_due();
            int running = 0;
            curl_multi_perform(multi_.get(), &running);
            finish_done();
            look_around();
            curl_multi_poll(multi_.get(), nullptr, 0, wait_ms(), nullptr);
        }
        for (auto& errand : under_way_) {
            curl_multi_remove_handle(multi_.get(), errand->handle.get());
            if (errand->tail) errand->tail->end();
            else refuse(*errand, changes_nothing(errand->request) ? 503 : 504, "This member is being stopped.");
        }
        for (auto& errand : waiting_) refuse(*errand, 503, "This member is being stopped. Nothing was done.");
    }

    bool take_what_came() {
        const std::lock_guard lock(mutex_);
        waiting_.splice(waiting_.end(), come_);
        return !is_stopping_;
    }

    int wait_ms() const {
        if (waiting_.empty()) return look_around_ms;
        return static_cast<int>(between_tries.count());
    }

    void send_those_due() {
        const auto now = SteadyClock::now();
        for (auto it = waiting_.begin(); it != waiting_.end();) {
            const auto each = it++;
            if ((*each)->not_before > now) continue;
            const auto leader = leader_();
            if (leader) {
                send(**each, *leader);
                under_way_.splice(under_way_.end(), waiting_, each);
            } else if ((*each)->give_up <= now) {
                refuse(**each, 503, nobody_text);
                waiting_.erase(each);
            } else {
                (*each)->not_before = now + between_tries;
            }
        }
    }

    void send(Errand& errand, const std::string& leader) {
        const http::Request& request = errand.request;
        errand.answer = {};
        errand.answer_signature.clear();
        errand.does_not_lead = false;
        errand.times_sent = 0;
        errand.handle.reset(curl_easy_init());
        errand.headers.reset();
        if (!errand.handle) throw std::runtime_error("A request can't be passed on: no memory.");
        CURL* handle = errand.handle.get();
        errand.leader = leader;
        errand.url = leader + request.target;
        curl_easy_setopt(handle, CURLOPT_URL, errand.url.c_str());
        curl_easy_setopt(handle, CURLOPT_REQUEST_TARGET, request.target.c_str());
        curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
        curl_easy_setopt(handle, CURLOPT_PROXY, "");
        curl_easy_setopt(handle, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
        curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(handle, CURLOPT_TCP_KEEPALIVE, 1L);
        curl_easy_setopt(handle, CURLOPT_TCP_KEEPIDLE, 5L);
        curl_easy_setopt(handle, CURLOPT_TCP_KEEPINTVL, 2L);
        curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(settings_.connect_timeout.count()));
        curl_easy_setopt(handle, CURLOPT_MAXAGE_CONN, idle_connection_seconds);
        if (!settings_.certificate_authorities.empty()) curl_easy_setopt(handle, CURLOPT_CAINFO, settings_.certificate_authorities.c_str());
        curl_easy_setopt(handle, CURLOPT_CUSTOMREQUEST, request.method.c_str());
        if (request.method == "HEAD") curl_easy_setopt(handle, CURLOPT_NOBODY, 1L);
        if (!request.body.empty() || (request.method != "GET" && request.method != "HEAD")) {
            curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
            curl_easy_setopt(handle, CURLOPT_POSTFIELDS, request.body.data());
        }
        add_headers(errand);
        curl_easy_setopt(handle, CURLOPT_HTTPHEADER, errand.headers.get());
        curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, header_came);
        curl_easy_setopt(handle, CURLOPT_HEADERDATA, &errand);
        curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, body_came);
        curl_easy_setopt(handle, CURLOPT_WRITEDATA, &errand);
        curl_easy_setopt(handle, CURLOPT_PREREQFUNCTION, before_sending);
        curl_easy_setopt(handle, CURLOPT_PREREQDATA, &errand);
        curl_easy_setopt(handle, CURLOPT_PRIVATE, &errand);
        curl_multi_add_handle(multi_.get(), handle);
    }

    void add_headers(Errand& errand) {
        const http::Request& request = errand.request;
        const auto add = [&](std::string_view name, std::string_view value) {
            // An empty value is written with a semicolon; with a colon libcurl would leave the header out.
            const std::string line = std::string(name) + (value.empty() ? ";" : ": ") + std::string(value);
            errand.headers.reset(curl_slist_append(errand.headers.release(), line.c_str()));
        };
        bool has_type = false;
        for (const auto& [name, value] : request.headers) {
            if (stays_here(name)) continue;
            has_type = has_type || http::equal_in_any_case(name, "Content-Type");
            add(name, value);
        }
        const auto leave_out = [&](const char* line) { errand.headers.reset(curl_slist_append(errand.headers.release(), line)); };
        if (!has_type) leave_out("Content-Type:");
        if (!request.header("Accept")) leave_out("Accept:");
        leave_out("Expect:");
        const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch());
        const std::string time = std::to_string(now.count());
        const std::string_view encrypted = request.is_encrypted ? "1" : "0";
        errand.signature = signature_.of_request(request, settings_.member, request.client_address, encrypted, time);
        add("X-Request-Id", request.id);
        add(member_header, settings_.member);
        add(client_header, request.client_address);
        add(encrypted_header, encrypted);
        add(time_header, time);
        add(signature_header, errand.signature);
    }

    std::list<std::unique_ptr<Errand>>::iterator place_of(const Errand* errand) {
        return std::find_if(under_way_.begin(), under_way_.end(), [&](const auto& each) { return each.get() == errand; });
    }

    void finish_done() {
        int left = 0;
        while (const CURLMsg* message = curl_multi_info_read(multi_.get(), &left)) {
            if (message->msg != CURLMSG_DONE) continue;
            Errand* errand = nullptr;
            curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &errand);
            const CURLcode code = message->data.result;
            curl_multi_remove_handle(multi_.get(), message->easy_handle);
            finish(place_of(errand), code);
        }
        for (auto& errand : under_way_) begin_to_go_on(*errand);
    }

    void finish(std::list<std::unique_ptr<Errand>>::iterator place, CURLcode code) {
        Errand& errand = **place;
        if (errand.tail) {
            errand.tail->end();
        } else if (code == CURLE_OK && !errand.does_not_lead && !is_signed(errand, errand.answer.body)) {
            refuse(errand, 502, "What answered at the leader's address is not a member: its answer is not signed.");
        } else if (code == CURLE_OK && !errand.does_not_lead) {
            errand.respond(std::move(errand.answer));
        } else if (code == CURLE_OK || errand.times_sent == 0 || changes_nothing(errand.request)) {
            // Surely nothing was done, or nothing is done by it: to whoever leads by then. A member that is just starting can't sign yet that it
            // doesn't lead.
            if (SteadyClock::now() < errand.give_up) {
                errand.not_before = SteadyClock::now() + between_tries;
                waiting_.splice(waiting_.end(), under_way_, place);
                return;
            }
            refuse(errand, 503, nobody_text);
        } else {
            refuse(errand, 504, lost_text);
        }
        under_way_.erase(place);
    }

    bool is_signed(const Errand& errand, std::string_view body) const {
        return engine::equal_secrets(errand.answer_signature, signature_.of_answer(errand.signature, errand.answer.status, body));
    }

    /// An answer that goes on is handed over as soon as its head, which is signed, is there.
    void begin_to_go_on(Errand& errand) {
        if (errand.tail || errand.answer_signature.empty() || !goes_on(errand.answer) || !is_signed(errand, "")) return;
        errand.tail = std::make_shared<Tail>();
        errand.answer.go_on = [tail = errand.tail](std::shared_ptr<http::ResponseStream> stream) { tail->begin(std::move(stream)); };
        errand.respond(std::move(errand.answer));
    }

    /// Those whose client has gone, and those at a member that led when they were sent and no longer does: it may be cut off or paused, and
    /// whatever it says now comes too late.
    void look_around() {
        const auto now = SteadyClock::now();
        if (now < next_look_ || under_way_.empty()) return;
        next_look_ = now + std::chrono::milliseconds(look_around_ms);
        const auto leader = leader_();
        for (auto it = under_way_.begin(); it != under_way_.end();) {
            const auto each = it++;
            const http::Request& request = (*each)->request;
            const bool is_unheard = (*each)->tail ? !(*each)->tail->write({}) : request.still_connected && !request.still_connected();
            const bool is_deposed = leader && *leader != (*each)->leader;
            if (!is_unheard && !is_deposed) continue;
            curl_multi_remove_handle(multi_.get(), (*each)->handle.get());
            if (is_unheard && !(*each)->tail) (*each)->give_up = now;
            finish(each, CURLE_ABORTED_BY_CALLBACK);
        }
    }

    static void refuse(Errand& errand, int status, std::string_view why) {
        auto response = http::problem(status, status == 502 ? "BAD_GATEWAY" : status == 504 ? "GATEWAY_TIMEOUT" : "UNAVAILABLE", why,
                                      errand.request.path);
        if (status == 503) response.headers.emplace_back("Retry-After", "1");
        errand.respond(std::move(response));
    }

    const ForwarderSettings settings_;
    const MemberSignature signature_;
    const std::function<std::optional<std::string>()> leader_;
    const std::unique_ptr<CURLM, FreeMulti> multi_;
    std::list<std::unique_ptr<Errand>> waiting_;    ///< for a leader
    std::list<std::unique_ptr<Errand>> under_way_;  ///< at one
    SteadyClock::time_point next_look_{};

    std::mutex mutex_;
    std::list<std::unique_ptr<Errand>> come_;
    bool is_stopping_ = false;
    std::thread thread_;
};

Forwarder::Forwarder(ForwarderSettings settings, MemberSignature signature, std::function<std::optional<std::string>()> leader)
    : core_(std::make_unique<Core>(std::move(settings), std::move(signature), std::move(leader))) {}
Forwarder::~Forwarder() = default;
void Forwarder::forward(http::Request request, http::Respond respond) { core_->forward(std::move(request), std::move(respond)); }

}  // namespace dandori::cluster
