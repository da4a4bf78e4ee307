#include "adapters/forms/inbox_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "adapters/forms/answer_notices.h"
#include "adapters/forms/outbox_folder.h"
#include "engine/identity/digest.h"

namespace dandori::forms {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t files_a_look_max = 1'000;
constexpr std::size_t name_bytes_max = 180;
constexpr int names_tried_max = 1'000;

bool is_being_written(const std::string& name) {
    return name.starts_with('.') || name.ends_with(".part") || name.ends_with(".tmp") || name.ends_with(".filepart") || name.ends_with('~');
}

/// None where it can't be read: errno says why. Not more than one byte above the limit, which is enough to see that it is too large.
std::optional<std::string> read_plain_file(const fs::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0) return std::nullopt;
    std::string bytes(answer_bytes_max + 1, '\0');
    std::size_t size = 0;
    while (size < bytes.size()) {
        const auto read = ::read(descriptor, bytes.data() + size, bytes.size() - size);
        if (read < 0 && errno == EINTR) continue;
        if (read < 0) {
            const auto why = errno;
            ::close(descriptor);
            errno = why;
            return std::nullopt;
        }
        if (read == 0) break;
        size += static_cast<std::size_t>(read);
    }
    ::close(descriptor);
    bytes.resize(size);
    return bytes;
}

/// A name that is free in the folder: the file's own, or with a number before its ending.
fs::path free_name(const fs::path& folder, const std::string& name) {
    std::error_code error;
    const fs::path plain(name);
    for (int number = 1; number <= names_tried_max; ++number) {
        auto path = folder / (number == 1 ? name : plain.stem().string() + "-" + std::to_string(number) + plain.extension().string());
        if (!fs::exists(fs::symlink_status(path, error)) && !fs::exists(path.string() + ".reason.txt", error)) return path;
    }
    return {};
}

}  // namespace

void InboxFolder::look() {
    std::error_code error;
    for (const auto& each : {folder_, folder_ / "taken", folder_ / "rejected"}) fs::create_directories(each, error);
    std::vector<std::string> names;
    for (fs::directory_iterator entry(folder_, error), end; !error && entry != end && names.size() < files_a_look_max; entry.increment(error)) names.push_back(entry->path().filename().string());
    if (error) return complain("", "The folder '" + folder_.string() + "' can't be looked through: " + error.message() + ".");
    complaints_.erase("");
    std::ranges::sort(names);
    std::map<std::string, Stamp> seen;
    for (const auto& name : names) {
        struct stat status {};
        if (is_being_written(name) || ::lstat((folder_ / name).c_str(), &status) != 0 || S_ISDIR(status.st_mode)) continue;
        const Stamp stamp{status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ino};
        const auto before = seen_.find(name);
        seen[name] = stamp;
        if (before != seen_.end() && before->second == stamp) deal_with(name, stamp, S_ISREG(status.st_mode));
    }
    seen_ = std::move(seen);
    std::erase_if(complaints_, [&](const auto& complaint) { return !complaint.first.empty() && !seen_.contains(complaint.first); });
}

void InboxFolder::deal_with(const std::string& name, const Stamp& stamp, bool is_file) {
    if (!is_file) return refuse(name, stamp, "It is no plain file; links and the like aren't followed.");
    if (name.size() > name_bytes_max) return refuse(name, stamp, "Its name has " + std::to_string(name.size()) + " bytes; at most " + std::to_string(name_bytes_max) + " are taken. Give it a shorter one.");
    const auto bytes = read_plain_file(folder_ / name);
    if (!bytes) return complain(name, "'" + name + "' can't be read: " + std::strerror(errno) + ". It stays in the folder.");
    if (bytes->empty()) return refuse(name, stamp, "The file is empty.");
    if (const auto known = answers_.recognise(*bytes); !known) return refuse(name, stamp, known.error().text);
    const auto taken = answers_.take(name, *bytes, {Arrival::Way::Folder, ""});
    if (!taken) return complain(name, "'" + name + "' can't be taken now, and stays in the folder: " + taken.error().text);
    log_("'" + name + "' of the folder for answers " + (taken->is_known ? "had been taken before." : "was taken."));
    put_aside(name, free_name(folder_ / "taken", name));
}

void InboxFolder::refuse(const std::string& name, const Stamp& stamp, const std::string& why) {
    const auto key = "folder-" + engine::sha256_hex(name + "/" + std::to_string(stamp.size) + "/" + std::to_string(stamp.seconds) + "." + std::to_string(stamp.nanoseconds) + "/" + std::to_string(stamp.number));
    if (const auto told = tell_that_it_was_refused(access_, key, name.substr(0, 200), {Arrival::Way::Folder, ""}, why); !told)
        return complain(name, "'" + name + "' can't be refused now, and stays in the folder: " + told.error().text);
    auto kept_name = name;
    if (kept_name.size() > name_bytes_max) kept_name = key.substr(0, 40) + fs::path(name).extension().string().substr(0, 10);
    const auto into = free_name(folder_ / "rejected", kept_name);
    if (const auto said = put_into_folder(folder_ / "rejected", into.filename().string() + ".reason.txt", why + "\n"); !said) return complain(name, said.error().text);
    log_("'" + name + "' of the folder for answers was refused: " + why);
    put_aside(name, into);
}

void InboxFolder::put_aside(const std::string& name, const fs::path& into) {
    if (into.empty() || ::rename((folder_ / name).c_str(), into.c_str()) != 0)
        complain(name, "'" + name + "' can't be moved to '" + into.parent_path().string() + "': " + std::strerror(into.empty() ? EEXIST : errno) + ".");
}

void InboxFolder::complain(const std::string& name, const std::string& what) {
    if (auto& said = complaints_[name]; said != what) log_(said = what);
}

InboxFolderPoller::InboxFolderPoller(fs::path folder, EngineAccess access, Answers& answers, worker::Log log, std::chrono::milliseconds every)
    : folder_(std::move(folder), std::move(access), answers, log), thread_([this, every, log] {
          std::unique_lock lock(mutex_);
          while (!is_stopping_) {
              lock.unlock();
              try {
                  folder_.look();
              } catch (const std::exception& fault) {
                  log(std::string("The folder for answers can't be looked through: ") + fault.what());
              }
              lock.lock();
              wake_.wait_for(lock, every, [this] { return is_stopping_; });
          }
      }) {}

InboxFolderPoller::~InboxFolderPoller() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    wake_.notify_all();
    thread_.join();
}

}  // namespace dandori::forms
