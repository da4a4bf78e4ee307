#include "adapters/inbox/issuer_keys.h"

namespace dandori::inbox {
namespace {

constexpr std::int64_t keys_ms_max = 60 * 60'000;
constexpr std::int64_t fetching_ms_min = 30'000;

}  // namespace

Result<void> IssuerKeys::fetch_keys(const std::string& keys_url, Instant now) {
    tried_at_ = now;
    const auto text = TRY(fetch_({keys_url, "", ""}));
    keys_ = TRY(KeySet::read(text));
    fetched_at_ = now;
    return {};
}

Result<bool> IssuerKeys::have_signed(const UncheckedToken& token, const std::string& keys_url) {
    const std::lock_guard lock(fetching_);
    const auto now = clock_.now();
    const bool may_fetch = !tried_at_ || now - *tried_at_ >= fetching_ms_min || now < *tried_at_;
    const bool is_old = !fetched_at_ || now - *fetched_at_ >= keys_ms_max;
    const bool is_wanted = is_old || !keys_.find(token.key_id);
    if (is_wanted && may_fetch) {
        // Keys that we have still hold when the issuer can't be reached for a moment.
        if (auto fetched = fetch_keys(keys_url, now); !fetched && !fetched_at_) return fail(fetched.error());
    }
    const auto* key = keys_.find(token.key_id);
    return key && is_signed_by(token, *key);
}

}  // namespace dandori::inbox
