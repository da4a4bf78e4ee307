#pragma once
// Personnel changes that were entered ahead: kept until their day, done then, also when the server was down at that moment.

#include <boost/json/value.hpp>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "adapters/people/personnel_change.h"

namespace dandori::people {

enum class ChangeState { Scheduled, Done, TakenBack };

/// A row in the store, until somebody removes it by hand.
struct KeptChange {
    std::string id;
    Instant effective_at, scheduled_at;
    std::string scheduled_by;  ///< empty: nobody was signed in
    std::string file_name;
    std::vector<ChangeRow> rows;
    std::map<std::string, std::string> password_hashes;  ///< of who joins; none once it is done
    ChangeState state = ChangeState::Scheduled;
    std::optional<Instant> ended_at;
    std::string ended_by;
    boost::json::value report;  ///< of one that was done: the rehearsal of that moment, and `refused`: what could not be done
};

struct ScheduledChange {
    KeptChange change;
    std::map<std::string, std::string> passwords;  ///< of who joins; told now and never again
};

/// May be used by several threads. What `access` points at must outlive it.
class PersonnelChanges {
  public:
    using Log = std::function<void(const std::string&)>;
    PersonnelChanges(const EngineAccess& access, Log log) : access_(access), log_(std::move(log)) {}
    ~PersonnelChanges() { close(); }
    PersonnelChanges(const PersonnelChanges&) = delete;
    PersonnelChanges& operator=(const PersonnelChanges&) = delete;

    /// From now on what is due is done: by one server of a store, the one that leads.
    void open();
    void close();

    /// Refused (InvalidArgument): what would remove whoever asks, or leave nobody in `administrators`.
    engine::Outcome<ScheduledChange> schedule(std::vector<ChangeRow>, std::string file_name, Instant at, const std::string& by);

    /// In the order of their days.
    std::vector<KeptChange> all() const;
    std::optional<KeptChange> find(const std::string& id) const;

    /// NotFound, or InvalidState of one that is no longer to come.
    engine::Outcome<engine::Done> take_back(const std::string& id, const std::string& by);

    /// Does what is due now; how many were done.
    std::size_t do_due();

  private:
    bool carry_out(KeptChange&);
    engine::Outcome<engine::Done> keep(const KeptChange&);
    const EngineAccess& access_;
    const Log log_;
    std::mutex changing_;  ///< held while a kept change is looked at and written anew
    std::mutex waking_;
    std::condition_variable woken_;
    bool is_stopping_ = false, is_due_ = false;
    std::thread thread_;
};

}  // namespace dandori::people
