#pragma once
// The way in through a folder that another program, or a person, puts answers into.

#include <condition_variable>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <thread>

#include "adapters/forms/answers.h"

namespace dandori::forms {

/// Looks through one folder. A file is read once it has stood still from one look to the next, so that one that is written slowly isn't read by half; names
/// that begin with `.` or end in `.part`, `.tmp`, `.filepart`, `~` are still being written. What was read goes to `taken` inside the folder, what is no
/// answer, too large or no file to `rejected`, with the reason beside it in `NAME.reason.txt`; what can't be dealt with now stays and is tried again.
/// Nothing is deleted or overwritten. Links aren't followed. For one thread.
class InboxFolder {
  public:
    /// `answers` must outlive it.
    InboxFolder(std::filesystem::path folder, EngineAccess access, Answers& answers, worker::Log log)
        : folder_(std::move(folder)), access_(std::move(access)), answers_(answers), log_(std::move(log)) {}

    /// Looks once; at most a thousand files a look.
    void look();

  private:
    struct Stamp {
        std::int64_t size = 0, seconds = 0, nanoseconds = 0;
        std::uint64_t number = 0;
        bool operator==(const Stamp&) const = default;
    };
    void deal_with(const std::string& name, const Stamp&, bool is_file);
    void refuse(const std::string& name, const Stamp&, const std::string& why);
    void put_aside(const std::string& name, const std::filesystem::path& into);
    void complain(const std::string& name, const std::string& what);

    std::filesystem::path folder_;
    EngineAccess access_;
    Answers& answers_;
    worker::Log log_;
    std::map<std::string, Stamp> seen_;           ///< in the look before
    std::map<std::string, std::string> complaints_;  ///< said once, as long as they last
};

/// Looks through a folder again and again, in a thread of its own, until it is destroyed.
class InboxFolderPoller {
  public:
    InboxFolderPoller(std::filesystem::path folder, EngineAccess access, Answers& answers, worker::Log log, std::chrono::milliseconds every);
    ~InboxFolderPoller();
    InboxFolderPoller(const InboxFolderPoller&) = delete;
    InboxFolderPoller& operator=(const InboxFolderPoller&) = delete;

  private:
    InboxFolder folder_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool is_stopping_ = false;
    std::thread thread_;  // last: it uses the others
};

}  // namespace dandori::forms
