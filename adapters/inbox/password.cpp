#include "adapters/inbox/password.h"

#include <sodium.h>

#include <array>
#include <new>
#include <stdexcept>

namespace dandori::inbox {
namespace {

void need_sodium() {
    static const bool is_ready = sodium_init() >= 0;
    if (!is_ready) throw std::runtime_error("libsodium can't be used: the system gives no random numbers.");
}

}  // namespace

std::string hash_password(std::string_view password, const PasswordCost& cost) {
    need_sodium();
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str(hash.data(), password.data(), password.size(), cost.passes, cost.memory_bytes) != 0)
        throw std::bad_alloc();
    return hash.data();
}

bool password_fits(const std::string& hash, std::string_view password) {
    need_sodium();
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

std::string random_text() {
    need_sodium();
    std::array<unsigned char, 32> random{};
    randombytes_buf(random.data(), random.size());
    std::array<char, sodium_base64_ENCODED_LEN(32, sodium_base64_VARIANT_URLSAFE_NO_PADDING)> text{};
    sodium_bin2base64(text.data(), text.size(), random.data(), random.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    return text.data();
}

std::string from_base64(std::string_view text) {
    need_sodium();
    std::string bytes(text.size(), '\0');
    std::size_t size = 0;
    const char* end = nullptr;
    const int result = sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                                         text.size(), nullptr, &size, &end, sodium_base64_VARIANT_ORIGINAL);
    if (result != 0 || end != text.data() + text.size()) return {};
    bytes.resize(size);
    return bytes;
}

}  // namespace dandori::inbox
