#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "adapters/mail/message.h"
#include "adapters/mail/transport.h"
#include "engine/identity/digest.h"

namespace dandori::mail {
namespace {

Sending try_again(const std::string& what) { return {Sending::Result::TryAgain, what + ": " + std::strerror(errno)}; }

class OpenFile {
  public:
    explicit OpenFile(int descriptor) : descriptor_(descriptor) {}
    ~OpenFile() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    bool is_open() const { return descriptor_ >= 0; }
    bool write(std::string_view bytes) {
        while (!bytes.empty()) {
            const auto written = ::write(descriptor_, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        return true;
    }
    bool flush() { return ::fsync(descriptor_) == 0; }

  private:
    int descriptor_;
};

}  // namespace

Sending FolderTransport::send(const std::string&, const std::vector<std::string>& recipients,
                              const std::string& message) {
    std::error_code error;
    std::filesystem::create_directories(folder_, error);
    if (error) return {Sending::Result::TryAgain, "The folder '" + folder_ + "' can't be made: " + error.message()};
    const auto name = std::filesystem::path(folder_) / (engine::sha256_hex(message).substr(0, 32) + ".eml");
    const auto unfinished = name.string() + ".part";
    std::string envelope = "X-Envelope-To:";
    for (const auto& recipient : recipients) envelope += " " + recipient;
    {
        OpenFile file{::open(unfinished.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0640)};
        if (!file.is_open()) return try_again("'" + unfinished + "' can't be opened");
        if (!file.write(envelope + "\r\n" + message) || !file.flush())
            return try_again("'" + unfinished + "' can't be written");
    }
    if (::rename(unfinished.c_str(), name.c_str()) != 0)
        return try_again("'" + name.string() + "' can't be put in place");
    OpenFile folder{::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (!folder.is_open() || !folder.flush()) return try_again("The folder '" + folder_ + "' can't be flushed");
    return {};
}

}  // namespace dandori::mail
