#pragma once
// Who may come in: local accounts and their passwords.

#include <map>
#include <mutex>
#include <semaphore>

#include "adapters/inbox/inbox_access.h"
#include "adapters/inbox/password.h"

namespace dandori::inbox {

struct AccountSettings {
    std::int32_t failures_max = 5;  ///< wrong passwords in a row before the account rests
    std::int64_t rest_ms = 60'000;  ///< how long it rests then; twice as long after each further failure
    std::int64_t rest_max_ms = 15 * 60'000;
    std::int64_t remembered_ms = 5 * 60'000;  ///< how long check_again() needs no hashing for a password that was right
    std::size_t password_characters_min = 12;
    std::size_t password_characters_max = 128;
    PasswordCost password_cost;
};

/// Why somebody was not let in. It never says whether the account exists.
struct SignInRefused {
    std::int64_t retry_after_ms = 0;  ///< 0: wrong name or password; else too many failures, try again after this
};

/// The accounts of the engine's user rows. May be used by several threads; at most two passwords are hashed at a time,
/// which bounds memory (64 MiB each) and what an attack can cost.
class Accounts {
  public:
    explicit Accounts(InboxAccess, AccountSettings = {});

    /// The person, when the password is right.
    tl::expected<engine::User, SignInRefused> check(const std::string& username, const std::string& password);

    /// The same for programs that send their password with every request.
    tl::expected<engine::User, SignInRefused> check_again(const std::string& username, const std::string& password);

    std::optional<engine::User> find(const std::string& username) const;

    /// The person as the engine sees who asks, with groups and grants.
    engine::Actor actor_of(const std::string& username) const;

    /// Only the groups of it.
    std::vector<std::string> groups_of(const std::string& username) const;

    /// Hashes it as accounts keep it; InvalidArgument says what it lacks.
    engine::Outcome<std::string> hash_of(const std::string& password, const std::string& username = {});
    std::vector<engine::User> all() const;

    /// Adds a person; InvalidArgument says what the name or the password lacks, AlreadyExists that it is taken.
    engine::Outcome<engine::Done> add(engine::User, const std::string& password, std::vector<std::string> groups = {});

    /// InvalidArgument: too short, too long or easily guessed; NotFound: no such account.
    engine::Outcome<engine::Done> set_password(const std::string& username, const std::string& password);

  private:
    struct Failures {
        std::int32_t count = 0;
        Instant locked_until;
    };
    struct Remembered {
        Instant until;
    };
    std::int64_t rest_left(const std::string& username, const std::optional<engine::User>&);
    SignInRefused note_failure(const std::string& username);
    void note_success(const std::string& username);
    std::int64_t rest_after(std::int32_t failures) const;
    std::optional<engine::Rejection> fault_of(const std::string& password, const std::string& username) const;

    InboxAccess access_;
    AccountSettings settings_;
    std::counting_semaphore<> hashing_{2};
    std::mutex writing_;                         ///< around reading and writing a user row
    std::map<std::string, Failures> strangers_;  ///< failures of names without an account; guarded by writing_
    std::mutex remembering_;
    std::map<std::string, Remembered> remembered_;
    std::string secret_;           ///< of this run; what is remembered is worthless without it
    std::once_flag nobodys_made_;  ///< at the first sign-in: hashing takes longer than all else at start
    std::string nobodys_;  ///< a hash that fits nothing: checked for names without an account, which so take as long
};

}  // namespace dandori::inbox
