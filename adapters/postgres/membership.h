#pragma once
// Which of the servers on one database leads: one at a time, by a lease in the database and the lock that only the leader's session holds.

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <future>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "adapters/postgres/connection.h"

namespace dandori::postgres {

struct MemberSettings {
    std::string name;                        ///< unlike that of any other member
    std::string url;                         ///< where the others reach it, without a slash at its end
    std::string version;                     ///< of the program
    std::string incarnation;                 ///< a random text: tells this run of the program from others of its name
    std::string first_secret;                ///< a random text: the members' secret where this one is the first of all
    std::chrono::milliseconds lease{2'000};  ///< a leader not heard of for so long is replaced
};

/// A member as the others see it.
struct Member {
    std::string name, url, version;
    bool leads = false;
    bool operator==(const Member&) const = default;
};

/// What becomes of the program when it is to lead.
class Candidate {
  public:
    virtual ~Candidate() = default;
    /// Takes the database's lock from whoever has it, loads, and takes commands. Throws when it can't.
    virtual void begin_to_lead() = 0;
    /// Takes no more commands and gives the lock back.
    virtual void cease_to_lead() = 0;
};

/// Says that this member is alive, and watches whether a leader is, from its making to its end.
///
/// Times are the database server's: members' clocks may differ. The lease decides who begins to lead; what keeps a member that was paused or
/// cut off from writing is the lock (server_lock.h): the next leader ends the session that holds it before it reads anything.
class Membership {
  public:
    using Log = std::function<void(const std::string&)>;

    /// Throws Fault where the database can't be reached or used, or another member of this name is alive. The candidate is called on
    /// threads of the membership, one call at a time; it must outlive the membership.
    Membership(Address address, MemberSettings settings, Candidate& candidate, Log log);
    /// Ceases to lead, and tells the others that they needn't wait for the lease to end.
    ~Membership();
    Membership(const Membership&) = delete;
    Membership& operator=(const Membership&) = delete;

    /// Whether this member leads and its lease lasts. May be asked by any thread, likewise the rest.
    bool leads() const;
    /// Of the member that leads, as far as is known; its own where it leads itself.
    std::optional<std::string> leader_url() const;
    /// Those that are alive, by name.
    std::vector<Member> members() const;
    /// Shared by all members of the database.
    const std::string& secret() const { return secret_; }
    /// Names the database's members together.
    const std::string& cluster_id() const { return cluster_id_; }

  private:
    enum class State { Following, Beginning, Leading, Ceasing };
    struct Seen {
        std::int64_t epoch = 0;
        bool has_leader = false;
        std::string leader_url;
        std::vector<Member> members;
    };

    void join();
    void work();
    void beat();
    bool say_alive();
    bool renew();
    Seen look();
    void stand_for_election(const Seen&);
    void settle_change();
    void begin_ceasing(const std::string& why);
    void change(void (Candidate::*what)());
    void leave();
    Connection& connection();

    const Address address_;
    const MemberSettings settings_;
    Candidate& candidate_;
    const Log log_;
    std::string secret_, cluster_id_;

    std::unique_ptr<Connection> connection_;
    std::thread changing_;  ///< begins or ceases to lead, so that the lease is renewed meanwhile
    std::future<void> change_;
    std::int64_t epoch_ = 0;    ///< under which this member leads
    bool is_silent_ = false;    ///< that the database can't be reached was told
    std::chrono::steady_clock::time_point not_before_{};  ///< for standing again after beginning to lead has failed

    std::atomic<State> state_ = State::Following;
    std::atomic<std::chrono::steady_clock::time_point> lease_ends_{};
    mutable std::mutex mutex_;
    Seen seen_;
    bool is_stopping_ = false;
    bool is_changed_ = false;  ///< the change is over, and was not yet looked at
    std::condition_variable woken_;
    std::thread thread_;
};

}  // namespace dandori::postgres
