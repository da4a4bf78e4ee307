#include "adapters/main/user_commands.h"

#include <termios.h>
#include <unistd.h>

#include <istream>
#include <ostream>

#include "adapters/cli/table.h"
#include "adapters/inbox/accounts.h"
#include "adapters/main/addresses.h"
#include "adapters/main/clock.h"
#include "engine/identity/defaults.h"
#include "engine/identity/resting_store.h"

namespace dandori {
namespace {

/// The accounts of a store without an engine: a server that is stopped has no one else who writes.
class StoredAccounts {
  public:
    explicit StoredAccounts(const StoreAddress& address)
        : store_(open_store(address)), accounts_(access_to(*store_, clock_)) {}
    inbox::Accounts& accounts() { return accounts_; }

  private:
    static inbox::InboxAccess access_to(engine::Store& store, const engine::Clock& clock) {
        inbox::InboxAccess access;
        engine::add_default_rows(store);
        access.put_row = [&store](const engine::PutRow& command) { return put(store, command); };
        access.put_person = [&store](const engine::PutDirectoryEntry& command) { return add(store, command); };
        access.directory = [&store] {
            return std::make_shared<const engine::Directory>(engine::Directory::read(store, false));
        };
        access.reader = &store.reader();
        access.clock = &clock;
        return access;
    }

    static engine::Outcome<engine::Done> put(engine::Store& store, const engine::PutRow& command) {
        engine::Batch batch;
        batch.put(std::get<engine::User>(command.row));
        store.commit(batch);
        return engine::Done{};
    }

    static engine::Outcome<engine::Done> add(engine::Store& store, const engine::PutDirectoryEntry& command) {
        const auto& user = std::get<engine::User>(command.entry);
        if (engine::get<engine::User>(store, user.username)) {
            return tl::unexpected(engine::Rejection{engine::Rejection::Code::AlreadyExists,
                                                    "There is a user '" + user.username + "' already."});
        }
        engine::put_person(store, user, command.groups);
        return engine::Done{};
    }

    PinnableClock clock_;
    std::unique_ptr<engine::Store> store_;
    inbox::Accounts accounts_;
};

/// Keeps what is typed from the screen.
class HiddenTyping {
  public:
    HiddenTyping() {
        if (::tcgetattr(STDIN_FILENO, &before_) != 0) return;
        termios hidden = before_;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        is_hidden_ = ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden) == 0;
    }
    ~HiddenTyping() {
        if (is_hidden_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
    }
    HiddenTyping(const HiddenTyping&) = delete;
    HiddenTyping& operator=(const HiddenTyping&) = delete;

  private:
    termios before_{};
    bool is_hidden_ = false;
};

std::string line_asked_for(std::istream& in, std::ostream& errors, const char* question) {
    std::string line;
    if (::isatty(STDIN_FILENO) != 1) {
        std::getline(in, line);
        return line;
    }
    errors << question << std::flush;
    const HiddenTyping hidden;
    std::getline(in, line);
    errors << "\n";
    return line;
}

Result<std::string> new_password(std::istream& in, std::ostream& errors) {
    auto password = line_asked_for(in, errors, "New password: ");
    if (password.empty()) return fail(Failure::Kind::Syntax, "No password was given.");
    if (::isatty(STDIN_FILENO) == 1 && line_asked_for(in, errors, "Once more: ") != password) {
        return fail(Failure::Kind::Syntax, "The two passwords differ.");
    }
    return password;
}

Result<StoreAddress> lasting_store(const std::string& text) {
    auto address = TRY(read_store_address(text));
    if (!address.is_lasting()) {
        return fail(Failure::Kind::Unspecified, "A store in memory keeps no users; --store sqlite:PATH or postgres://... is needed.");
    }
    return address;
}

int tell(const std::string& fault, std::ostream& errors) {
    errors << "dandori: " << fault << "\n";
    return 1;
}

int tell_outcome(const engine::Outcome<engine::Done>& outcome, const std::string& done, std::ostream& out,
                 std::ostream& errors) {
    if (!outcome) return tell(outcome.error().text, errors);
    out << done << "\n";
    return 0;
}

std::optional<std::string> unless_empty(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

}  // namespace

int add_user(const UserArguments& arguments, std::istream& in, std::ostream& out, std::ostream& errors) {
    const auto address = lasting_store(arguments.store);
    if (!address) return tell(address.error().text, errors);
    StoredAccounts stored(*address);
    const auto password = new_password(in, errors);
    if (!password) return tell(password.error().text, errors);
    engine::User user;
    user.username = arguments.username;
    user.name = unless_empty(arguments.name);
    user.email = unless_empty(arguments.mail);
    user.post = unless_empty(arguments.post);
    auto groups = arguments.groups;
    if (arguments.is_administrator) groups.push_back(engine::administrators_group);
    return tell_outcome(stored.accounts().add(user, *password, std::move(groups)), "added " + arguments.username, out, errors);
}

int set_password(const UserArguments& arguments, std::istream& in, std::ostream& out, std::ostream& errors) {
    const auto address = lasting_store(arguments.store);
    if (!address) return tell(address.error().text, errors);
    StoredAccounts stored(*address);
    const auto password = new_password(in, errors);
    if (!password) return tell(password.error().text, errors);
    return tell_outcome(stored.accounts().set_password(arguments.username, *password),
                        "new password for " + arguments.username, out, errors);
}

int list_users(const UserArguments& arguments, std::ostream& out, std::ostream& errors) {
    const auto address = lasting_store(arguments.store);
    if (!address) return tell(address.error().text, errors);
    StoredAccounts stored(*address);
    std::vector<std::vector<std::string>> rows{{"USER", "NAME", "MAIL", "GROUPS"}};
    for (const auto& user : stored.accounts().all()) {
        std::string groups;
        for (const auto& group : stored.accounts().groups_of(user.username)) groups += (groups.empty() ? "" : ",") + group;
        rows.push_back(
            {user.username, user.name.value_or("-"), user.email.value_or("-"), groups.empty() ? "-" : groups});
    }
    cli::write_table(out, rows);
    return 0;
}

}  // namespace dandori
