#include "adapters/forms/outbox_folder.h"

#include <fcntl.h>
#include <unistd.h>

#include <boost/json.hpp>
#include <cerrno>
#include <cstring>
#include <fstream>

#include "adapters/forms/documents.h"
#include "adapters/forms/jobs.h"

namespace dandori::forms {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

class OpenFile {
  public:
    OpenFile(const fs::path& path, int flags) : descriptor_(::open(path.c_str(), flags | O_CLOEXEC, 0640)) {}
    ~OpenFile() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    bool is_open() const { return descriptor_ >= 0; }
    bool sync() const { return ::fsync(descriptor_) == 0; }
    bool write(std::string_view bytes) const {
        while (!bytes.empty()) {
            const auto written = ::write(descriptor_, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        return true;
    }

  private:
    int descriptor_;
};

std::string content_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

tl::unexpected<Failure> not_written(const fs::path& folder, const std::string& name) {
    return fail(Failure::Kind::Unspecified, "'" + name + "' can't be written into the folder '" + folder.string() + "': " + std::strerror(errno) + ". Nothing was left there.");
}

bool is_file_name(const std::string& name) {
    return !name.empty() && name.size() <= 200 && name.front() != '.' && name.find('/') == name.npos && name.find('\0') == name.npos;
}

}  // namespace

Result<void> put_into_folder(const fs::path& folder, const std::string& name, const std::string& bytes) {
    if (!is_file_name(name)) return fail(Failure::Kind::Unspecified, "'" + name.substr(0, 200) + "' is no name for a file in a folder.");
    std::error_code error;
    fs::create_directories(folder, error);
    const auto target = folder / name;
    if (fs::exists(target, error)) {
        if (content_of(target) == bytes) return {};
        return fail(Failure::Kind::Unspecified, "The folder '" + folder.string() + "' has another file named '" + name + "'; it was left as it is. Give the form another number.");
    }
    const auto beside = folder / ("." + name + ".part");
    {
        const OpenFile file(beside, O_WRONLY | O_CREAT | O_TRUNC);
        if (!file.is_open()) return not_written(folder, name);
        if (!file.write(bytes) || !file.sync()) {
            const auto why = errno;
            fs::remove(beside, error);
            errno = why;
            return not_written(folder, name);
        }
    }
    if (::rename(beside.c_str(), target.c_str()) != 0) {
        const auto why = errno;
        fs::remove(beside, error);
        errno = why;
        return not_written(folder, name);
    }
    const OpenFile entries(folder, O_RDONLY | O_DIRECTORY);
    if (!entries.is_open() || !entries.sync()) return fail(Failure::Kind::Unspecified, "The folder '" + folder.string() + "' can't be brought to disk: " + std::strerror(errno) + ".");
    return {};
}

void work_handoff_job(const engine::ActivatedJob& activated, const EngineAccess& access, const fs::path& folder, const worker::Evaluate& evaluate, const worker::Log& log) {
    const auto files = files_of_handoff(activated, access, evaluate);
    if (!files) return give_up(activated, access, files.error().text, log);
    json::array names;
    for (const auto& file : *files) {
        if (const auto put = put_into_folder(folder, file.name, file.bytes); !put) return try_again_later(activated, access, put.error().text, log);
        names.emplace_back(file.name);
    }
    complete(activated, access, {json::serialize(json::object{{"handedOff", std::move(names)}})}, log);
}

}  // namespace dandori::forms
