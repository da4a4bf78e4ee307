#include "adapters/inbox/accounts.h"

#include <algorithm>

#include "adapters/inbox/guessable.h"

namespace dandori::inbox {
namespace {

using engine::Rejection;
using engine::User;

constexpr std::size_t username_bytes_max = 100;
constexpr std::size_t strangers_max = 10'000;
constexpr std::size_t remembered_max = 10'000;

/// Held while a password is hashed.
class HashingTurn {
  public:
    explicit HashingTurn(std::counting_semaphore<>& turns) : turns_(turns) { turns_.acquire(); }
    ~HashingTurn() { turns_.release(); }
    HashingTurn(const HashingTurn&) = delete;
    HashingTurn& operator=(const HashingTurn&) = delete;

  private:
    std::counting_semaphore<>& turns_;
};

std::size_t characters_of(const std::string& utf8) {
    return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

bool is_username(const std::string& name) {
    const auto is_plain = [](char c) { return c > ' ' && c != '/' && c != ':' && c != 0x7F; };
    const auto is_fine = [&](char c) { return static_cast<unsigned char>(c) >= 0x80 || is_plain(c); };
    return !name.empty() && name.size() <= username_bytes_max && std::all_of(name.begin(), name.end(), is_fine);
}

}  // namespace

Accounts::Accounts(InboxAccess access, AccountSettings settings)
    : access_(std::move(access)), settings_(settings), secret_(random_text()) {}

tl::expected<User, SignInRefused> Accounts::check(const std::string& username, const std::string& password) {
    if (username.size() > username_bytes_max || password.size() > password_bytes_max)
        return tl::unexpected(SignInRefused{});
    bool fits = false;
    std::optional<User> user;
    {
        // Inside the turn, so that guesses sent all at once are not all let through before the first failure counts.
        const HashingTurn turn(hashing_);
        // Made for known names, too: the first sign-in must not tell which it was.
        std::call_once(nobodys_made_, [&] { nobodys_ = hash_password(random_text(), settings_.password_cost); });
        user = find(username);
        if (const auto left = rest_left(username, user)) return tl::unexpected(SignInRefused{left});
        // Who signs in at an identity provider has none here; that must not be told by the time it takes either.
        const bool has_password = user && !user->password_hash.empty();
        fits = password_fits(has_password ? user->password_hash : nobodys_, password) && has_password;
        if (!fits) return tl::unexpected(note_failure(username));
    }
    if (user->failed_sign_ins != 0 || user->locked_until) note_success(username);
    return *user;
}

tl::expected<User, SignInRefused> Accounts::check_again(const std::string& username, const std::string& password) {
    const auto user = find(username);
    if (!user || password.size() > password_bytes_max) return check(username, password);
    const auto now = access_.clock->now();
    const auto mark = sha256_hex(secret_ + username + '\0' + password + '\0' + user->password_hash);
    {
        const std::lock_guard lock(remembering_);
        const auto found = remembered_.find(mark);
        if (found != remembered_.end() && now < found->second.until) return *user;
    }
    auto checked = check(username, password);
    if (!checked) return checked;
    const std::lock_guard lock(remembering_);
    if (remembered_.size() >= remembered_max) remembered_.clear();
    remembered_[mark] = {now + settings_.remembered_ms};
    return checked;
}

std::optional<User> Accounts::find(const std::string& username) const {
    return engine::get<User>(*access_.reader, username);
}

std::vector<User> Accounts::all() const {
    return engine::find<User>(*access_.reader, engine::Query{}.sorted_by("username").first(100'000)).rows;
}

engine::Outcome<std::string> Accounts::hash_of(const std::string& password, const std::string& username) {
    if (const auto fault = fault_of(password, username)) return tl::unexpected(*fault);
    const HashingTurn turn(hashing_);
    return hash_password(password, settings_.password_cost);
}

engine::Outcome<engine::Done> Accounts::add(User user, const std::string& password, std::vector<std::string> groups) {
    if (!is_username(user.username)) {
        return tl::unexpected(Rejection{Rejection::Code::InvalidArgument,
                                        "A user name has 1 to 100 bytes, no spaces and none of / and :."});
    }
    auto hash = hash_of(password, user.username);
    if (!hash) return tl::unexpected(hash.error());
    user.password_hash = std::move(*hash);
    return access_.put_person({.entry = std::move(user), .is_new = true, .groups = std::move(groups)});
}

engine::Outcome<engine::Done> Accounts::set_password(const std::string& username, const std::string& password) {
    auto hash = hash_of(password, username);
    if (!hash) return tl::unexpected(hash.error());
    const std::lock_guard lock(writing_);
    auto user = find(username);
    if (!user) {
        return tl::unexpected(Rejection{Rejection::Code::NotFound,
                                        "There is no account '" + username.substr(0, username_bytes_max) + "'."});
    }
    user->password_hash = std::move(*hash);
    user->failed_sign_ins = 0;
    user->locked_until.reset();
    return access_.put_row({.row = std::move(*user)});
}

std::optional<Rejection> Accounts::fault_of(const std::string& password, const std::string& username) const {
    const auto length = characters_of(password);
    std::string fault;
    if (length < settings_.password_characters_min)
        fault = "The password has " + std::to_string(length) + " characters; at least " + std::to_string(settings_.password_characters_min) + " are needed.";
    else if (length > settings_.password_characters_max || password.size() > password_bytes_max)
        fault = "The password has " + std::to_string(length) + " characters; " + std::to_string(settings_.password_characters_max) + " are the most.";
    else if (is_guessable(password, username))
        fault = "The password is one of those that are tried first: a common word, a row of keys or numbers, or the user name. Take some words of your own.";
    if (fault.empty()) return std::nullopt;
    return Rejection{Rejection::Code::InvalidArgument, std::move(fault)};
}

std::int64_t Accounts::rest_left(const std::string& username, const std::optional<User>& user) {
    const auto now = access_.clock->now();
    if (user) return user->locked_until ? std::max<std::int64_t>(0, *user->locked_until - now) : 0;
    const std::lock_guard lock(writing_);
    const auto found = strangers_.find(username);
    return found == strangers_.end() ? 0 : std::max<std::int64_t>(0, found->second.locked_until - now);
}

std::int64_t Accounts::rest_after(std::int32_t failures) const {
    if (failures < settings_.failures_max) return 0;
    auto rest = settings_.rest_ms;
    for (auto more = failures - settings_.failures_max; more > 0 && rest < settings_.rest_max_ms; --more) rest *= 2;
    return std::min(rest, settings_.rest_max_ms);
}

SignInRefused Accounts::note_failure(const std::string& username) {
    const std::lock_guard lock(writing_);
    const auto now = access_.clock->now();
    auto user = find(username);
    if (!user) {
        if (strangers_.size() >= strangers_max) strangers_.clear();
        auto& stranger = strangers_[username];
        const auto rest = rest_after(++stranger.count);
        stranger.locked_until = now + rest;
        return {rest};
    }
    const auto rest = rest_after(++user->failed_sign_ins);
    if (rest != 0) user->locked_until = now + rest;
    // A failure that could not be written down is still a failure.
    static_cast<void>(access_.put_row({.row = std::move(*user)}));
    return {rest};
}

void Accounts::note_success(const std::string& username) {
    const std::lock_guard lock(writing_);
    auto user = find(username);
    if (!user) return;
    user->failed_sign_ins = 0;
    user->locked_until.reset();
    static_cast<void>(access_.put_row({.row = std::move(*user)}));
}

engine::Actor Accounts::actor_of(const std::string& username) const {
    return access_.directory()->actor(engine::OwnerType::User, username, access_.clock->now());
}

std::vector<std::string> Accounts::groups_of(const std::string& username) const {
    return access_.directory()->circles_of(engine::CircleType::Group, engine::OwnerType::User, username);
}

}  // namespace dandori::inbox
