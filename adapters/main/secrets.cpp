#include "adapters/main/secrets.h"

#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace dandori {
namespace {

Result<std::string> first_line(const std::string& path) {
    struct stat state {};
    if (::stat(path.c_str(), &state) != 0) {
        return fail(Failure::Kind::ResourceNotFound, "The secret in '" + path + "' can't be read.");
    }
    if ((state.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
        return fail(Failure::Kind::Unspecified,
                    "The secret in '" + path + "' may be read by others; 'chmod 600' takes that away.");
    }
    std::ifstream file(path);
    std::string line;
    if (!std::getline(file, line) || line.empty()) {
        return fail(Failure::Kind::Syntax, "'" + path + "' holds no secret; one line is expected.");
    }
    return line;
}

}  // namespace

std::string random_secret() {
    std::array<unsigned char, 32> bytes{};
    if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) {
        throw std::runtime_error("The system gives no random bytes.");
    }
    std::string text;
    for (const auto byte : bytes) {
        text += "0123456789abcdef"[byte >> 4];
        text += "0123456789abcdef"[byte & 15];
    }
    return text;
}

Result<std::string> secret_from(const char* environment_variable, const std::string& file) {
    const char* const value = std::getenv(environment_variable);
    if (value != nullptr && *value != '\0') return std::string(value);
    return file.empty() ? Result<std::string>(std::string()) : first_line(file);
}

Result<std::string> lasting_secret(const std::string& path) {
    const int made = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (made < 0 && errno == EEXIST) return first_line(path);
    const auto secret = random_secret();
    const auto line = secret + "\n";
    const bool written = made >= 0 && ::write(made, line.data(), line.size()) == static_cast<ssize_t>(line.size());
    if (made >= 0) ::close(made);
    if (!written) {
        if (made >= 0) ::unlink(path.c_str());
        return fail(Failure::Kind::Unspecified, "A secret can't be written to '" + path + "'.");
    }
    return secret;
}

}  // namespace dandori
