#include "adapters/postgres/membership.h"

#include "adapters/postgres/cluster_tables.h"

namespace dandori::postgres {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr int beats_per_lease = 5;
/// A member is taken for gone after so many leases; longer than a leader, since nothing waits for it.
constexpr int leases_until_gone = 3;
constexpr auto pause_after_failure = std::chrono::seconds(1);

std::string milliseconds(std::chrono::milliseconds time) { return std::to_string(time.count()) + " * interval '1 millisecond'"; }

}  // namespace

Membership::Membership(Address address, MemberSettings settings, Candidate& candidate, Log log)
    : address_(std::move(address)), settings_(std::move(settings)), candidate_(candidate), log_(std::move(log)) {
    join();
    thread_ = std::thread([this] { work(); });
}

Membership::~Membership() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    woken_.notify_all();
    thread_.join();
}

bool Membership::leads() const { return state_ == State::Leading && SteadyClock::now() < lease_ends_.load(); }

std::optional<std::string> Membership::leader_url() const {
    if (leads()) return settings_.url;
    const std::lock_guard lock(mutex_);
    // Until its state is loaded a member that was elected answers as one that doesn't lead.
    return seen_.has_leader ? std::optional(seen_.leader_url) : std::nullopt;
}

std::vector<Member> Membership::members() const {
    const std::lock_guard lock(mutex_);
    return seen_.members;
}

Connection& Membership::connection() {
    if (!connection_ || !connection_->is_alive()) {
        // Who waits longer than the lease has lost it anyway.
        const auto limit = std::to_string(settings_.lease.count());
        Address address = address_;
        address.connection += " tcp_user_timeout=" + limit + " ";
        connection_ = std::make_unique<Connection>(address, Purpose::Writing, "dandori member");
        connection_->execute("SET statement_timeout = " + limit + "; SET tcp_user_timeout = " + limit);
    }
    return *connection_;
}

void Membership::join() {
    make_cluster_tables(connection(), settings_.incarnation, settings_.first_secret);
    const auto cluster = connection().execute("SELECT id, secret FROM cluster");
    cluster_id_ = cluster[0][0].c_str();
    secret_ = cluster[0][1].c_str();
    // One of this name that was killed a moment ago is gone in a moment.
    const auto until = SteadyClock::now() + settings_.lease * (leases_until_gone + 1);
    while (!say_alive()) {
        if (SteadyClock::now() > until)
            throw Fault("Another member named '" + settings_.name + "' is alive on " + address_.described +
                            ". Give each its own name (--member), or stop the other.",
                        Fault::Kind::Refused);
        std::this_thread::sleep_for(settings_.lease / beats_per_lease);
    }
    const std::lock_guard lock(mutex_);
    seen_ = look();
}

bool Membership::say_alive() {
    return !connection()
                .run("INSERT INTO cluster_member AS m (name, incarnation, url, version, seen_at) VALUES ($1, $2, $3, $4, clock_timestamp()) "
                     "ON CONFLICT (name) DO UPDATE SET incarnation = $2, url = $3, version = $4, seen_at = clock_timestamp() "
                     "WHERE m.incarnation = $2 OR m.seen_at < clock_timestamp() - " +
                         milliseconds(settings_.lease * leases_until_gone) + " RETURNING 1",
                     {settings_.name, settings_.incarnation, settings_.url, settings_.version})
                .empty();
}

bool Membership::renew() {
    return !connection()
                .run("UPDATE cluster_leader SET lease_ends_at = clock_timestamp() + " + milliseconds(settings_.lease) +
                         " WHERE epoch = $1::bigint AND incarnation = $2 RETURNING 1",
                     {epoch_, settings_.incarnation})
                .empty();
}

Membership::Seen Membership::look() {
    Seen seen;
    const auto leader = connection().execute(
        "SELECT l.epoch, l.lease_ends_at > clock_timestamp(), l.incarnation, l.url FROM cluster_leader l");
    seen.epoch = leader[0][0].as<std::int64_t>();
    seen.has_leader = leader[0][1].as<bool>();
    seen.leader_url = leader[0][3].c_str();
    const std::string leading = leader[0][2].c_str();
    for (const auto& row : connection().execute("SELECT name, url, version, incarnation FROM cluster_member WHERE seen_at > clock_timestamp() - " +
                                                milliseconds(settings_.lease * leases_until_gone) + " ORDER BY name COLLATE \"C\""))
        seen.members.push_back({row[0].c_str(), row[1].c_str(), row[2].c_str(), seen.has_leader && leading == row[3].c_str()});
    return seen;
}

void Membership::work() {
    const auto between = settings_.lease / beats_per_lease;
    while (true) {
        try {
            beat();
            is_silent_ = false;
        } catch (const std::exception& fault) {
            connection_.reset();
            if (!std::exchange(is_silent_, true)) log_(std::string("This member can't say that it is alive: ") + fault.what());
            const std::lock_guard lock(mutex_);
            if (state_ != State::Leading) seen_.has_leader = false;  // as far as is known
        }
        settle_change();
        if (state_ == State::Leading && !leads()) begin_ceasing("its lease has ended");
        std::unique_lock lock(mutex_);
        woken_.wait_for(lock, between, [this] { return is_stopping_ || is_changed_; });
        is_changed_ = false;
        if (is_stopping_) break;
    }
    leave();
}

void Membership::beat() {
    const auto begun = SteadyClock::now();
    if (!say_alive()) throw Fault("another program has taken its name '" + settings_.name + "'", Fault::Kind::Refused);
    if (state_ == State::Beginning || state_ == State::Leading) {
        if (renew()) lease_ends_ = begun + settings_.lease;
        else if (state_ == State::Leading) begin_ceasing("another member has taken its place");
    }
    const Seen seen = look();
    {
        const std::lock_guard lock(mutex_);
        seen_ = seen;
    }
    if (state_ == State::Following && !seen.has_leader && begun >= not_before_) stand_for_election(seen);
}

void Membership::stand_for_election(const Seen& seen) {
    const auto begun = SteadyClock::now();
    const auto elected = connection().run("UPDATE cluster_leader SET epoch = epoch + 1, incarnation = $2, url = $3, lease_ends_at = clock_timestamp() + " +
                                              milliseconds(settings_.lease) +
                                              " WHERE epoch = $1::bigint AND lease_ends_at <= clock_timestamp() RETURNING epoch",
                                          {seen.epoch, settings_.incarnation, settings_.url});
    if (elected.empty()) return;  // another was faster
    epoch_ = elected[0][0].as<std::int64_t>();
    lease_ends_ = begun + settings_.lease;
    log_("This member begins to lead, epoch " + std::to_string(epoch_) + ".");
    state_ = State::Beginning;
    change(&Candidate::begin_to_lead);
}

void Membership::begin_ceasing(const std::string& why) {
    log_("This member no longer leads: " + why + ".");
    state_ = State::Ceasing;
    change(&Candidate::cease_to_lead);
}

void Membership::change(void (Candidate::*what)()) {
    std::packaged_task<void()> task([this, what] { (candidate_.*what)(); });
    change_ = task.get_future();
    if (changing_.joinable()) changing_.join();
    changing_ = std::thread([this, task = std::move(task)]() mutable {
        task();
        {
            const std::lock_guard lock(mutex_);
            is_changed_ = true;
        }
        woken_.notify_all();
    });
}

void Membership::settle_change() {
    if (!change_.valid() || change_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return;
    const bool was_beginning = state_ == State::Beginning;
    try {
        change_.get();
        state_ = was_beginning ? State::Leading : State::Following;
        if (was_beginning) log_("This member leads.");
    } catch (const std::exception& fault) {
        log_(std::string(was_beginning ? "This member can't lead: " : "This member ceased to lead, but: ") + fault.what());
        state_ = State::Following;
        not_before_ = SteadyClock::now() + pause_after_failure;
        try {
            if (was_beginning) end_lease(connection(), epoch_, settings_.incarnation);
        } catch (const std::exception&) {
            // Then it ends by itself.
        }
    }
}

void Membership::leave() {
    if (changing_.joinable()) changing_.join();
    settle_change();
    try {
        if (state_ == State::Leading) {
            state_ = State::Ceasing;
            candidate_.cease_to_lead();
        }
        end_lease(connection(), epoch_, settings_.incarnation);
        connection().run("DELETE FROM cluster_member WHERE name = $1 AND incarnation = $2", {settings_.name, settings_.incarnation});
    } catch (const std::exception& fault) {
        log_(std::string("This member left without telling the others: ") + fault.what());
    }
}

}  // namespace dandori::postgres
