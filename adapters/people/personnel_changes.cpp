#include "adapters/people/personnel_changes.h"

#include <boost/json.hpp>
#include <random>

#include "adapters/people/kept_change.h"

namespace dandori::people {
namespace {

using engine::Rejection;

constexpr auto looking_every = std::chrono::seconds(5);
constexpr int passes_max = 3;  ///< work that comes to somebody while they are being taken out of it is found by looking again

std::string new_change_id(Instant at) {
    std::random_device random;  // the kernel's
    const char* digits = "0123456789abcdef";
    // 9 hours on: its day in Tokyo.
    std::string id = to_iso8601(at + 9 * 60 * 60'000).substr(0, 10) + "-";
    for (int i = 0; i < 8; ++i) id += digits[random() % 16];
    return id;
}

/// As whom it is done: whoever scheduled it, whatever has become of their rights since.
std::optional<engine::Actor> doer_of(const KeptChange& change) {
    if (change.scheduled_by.empty()) return std::nullopt;
    engine::Actor actor;
    actor.username = change.scheduled_by;
    actor.grants = engine::Grants::everything();
    return actor;
}

bool may_go_away(Rejection::Code code) {
    return code == Rejection::Code::Unavailable || code == Rejection::Code::ResourceExhausted || code == Rejection::Code::Timeout;
}

tl::unexpected<Rejection> rejected(Rejection::Code code, std::string text) { return tl::unexpected(Rejection{code, std::move(text)}); }

}  // namespace

void PersonnelChanges::open() {
    const std::lock_guard lock(waking_);
    if (thread_.joinable()) return;
    is_stopping_ = false;
    thread_ = std::thread([this] {
        for (;;) {
            try {
                do_due();
            } catch (const std::exception& fault) {
                log_(std::string("Personnel changes: ") + fault.what());
            }
            std::unique_lock waiting(waking_);
            woken_.wait_for(waiting, looking_every, [this] { return is_stopping_ || is_due_; });
            is_due_ = false;
            if (is_stopping_) return;
        }
    });
}

void PersonnelChanges::close() {
    {
        const std::lock_guard lock(waking_);
        is_stopping_ = true;
    }
    woken_.notify_all();
    if (thread_.joinable()) thread_.join();
}

engine::Outcome<engine::Done> PersonnelChanges::keep(const KeptChange& change) {
    return access_.execute(engine::PutRow{.row = row_of(change)}, {});
}

engine::Outcome<ScheduledChange> PersonnelChanges::schedule(std::vector<ChangeRow> rows, std::string file_name, Instant at, const std::string& by) {
    for (const auto& row : rows) {
        if (row.moving == Moving::Leaves && row.username == by)
            return rejected(Rejection::Code::InvalidArgument, "'" + by + "' would remove their own account: another administrator must schedule this.");
    }
    if (!rehearse(rows, *access_.reader, at).leaves_administrators)
        return rejected(Rejection::Code::InvalidArgument, "Nobody would be in the group administrators: leave it to at least one person.");
    ScheduledChange made;
    KeptChange& change = made.change;
    change.id = new_change_id(at);
    change.effective_at = at;
    change.scheduled_at = access_.clock->now();
    change.scheduled_by = by;
    change.file_name = std::move(file_name);
    change.rows = std::move(rows);
    for (const auto& row : change.rows) {
        if (row.moving != Moving::Joins) continue;
        const auto password = made_password();
        auto hash = access_.hash_password(password, row.username);
        if (!hash) return tl::unexpected(hash.error());
        change.password_hashes[row.username] = std::move(*hash);
        made.passwords[row.username] = password;
    }
    const std::lock_guard lock(changing_);
    if (const auto kept = keep(change); !kept) return tl::unexpected(kept.error());
    {
        const std::lock_guard waking(waking_);
        is_due_ = true;
    }
    woken_.notify_all();
    return made;
}

std::vector<KeptChange> PersonnelChanges::all() const {
    std::vector<KeptChange> changes;
    auto query = engine::Query{}.where("draftId", engine::Operator::Like, {engine::to_cell(kept_change_prefix + "*")}).sorted_by("draftId");
    for (const auto& row : all_rows<engine::Draft>(*access_.reader, std::move(query)))
        if (auto change = kept_change_of(row)) changes.push_back(std::move(*change));
    return changes;
}

std::optional<KeptChange> PersonnelChanges::find(const std::string& id) const {
    const auto row = engine::get<engine::Draft>(*access_.reader, kept_change_prefix + id);
    return row ? kept_change_of(*row) : std::nullopt;
}

engine::Outcome<engine::Done> PersonnelChanges::take_back(const std::string& id, const std::string& by) {
    const std::lock_guard lock(changing_);
    auto change = find(id);
    if (!change) return rejected(Rejection::Code::NotFound, "There is no personnel change '" + id.substr(0, 100) + "'.");
    if (change->state != ChangeState::Scheduled)
        return rejected(Rejection::Code::InvalidState, "The personnel change '" + id + "' is " + std::string(name_of(change->state)) + "; only one that is SCHEDULED can be taken back.");
    change->state = ChangeState::TakenBack;
    change->ended_at = access_.clock->now();
    change->ended_by = by;
    change->password_hashes.clear();
    return keep(*change);
}

std::size_t PersonnelChanges::do_due() {
    const std::lock_guard lock(changing_);
    std::size_t done = 0;
    for (auto& change : all()) {
        if (change.state != ChangeState::Scheduled || access_.clock->now() < change.effective_at) continue;
        if (!carry_out(change)) break;  // the next look goes on with it, before any later one
        ++done;
    }
    return done;
}

bool PersonnelChanges::carry_out(KeptChange& change) {
    const auto actor = doer_of(change);
    boost::json::object report;
    std::vector<std::string> refused;
    for (int pass = 0; pass < passes_max; ++pass) {
        const auto rehearsal = rehearse(change.rows, *access_.reader, change.effective_at);
        if (pass == 0) report = to_json(rehearsal);
        if (!rehearsal.leaves_administrators) {
            refused = {"Nothing was done: nobody would be in the group administrators any more."};
            break;
        }
        const auto commands = commands_of(rehearsal, change.password_hashes);
        if (commands.empty()) break;
        refused.clear();
        for (const auto& command : commands) {
            const auto done = access_.execute(command, actor);
            if (done) continue;
            if (may_go_away(done.error().code)) {
                log_("The personnel change '" + change.id + "' will go on: " + done.error().text);
                return false;
            }
            refused.push_back(done.error().text);
        }
    }
    report["refused"] = boost::json::value_from(refused);
    change.report = std::move(report);
    change.state = ChangeState::Done;
    change.ended_at = access_.clock->now();
    change.password_hashes.clear();
    if (!keep(change)) return false;
    log_("The personnel change '" + change.id + "' was done" + (refused.empty() ? "." : "; refused were " + std::to_string(refused.size()) + " steps of it."));
    return true;
}

}  // namespace dandori::people
