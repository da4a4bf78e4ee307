#include "adapters/inbox/bearer_tokens.h"

namespace dandori::inbox {
namespace {

constexpr std::int64_t keys_ms_max = 60 * 60'000;
constexpr std::int64_t fetching_ms_min = 30'000;
constexpr std::size_t groups_max = 1'000;

std::string first_text(const boost::json::object& claims, const std::string& name) {
    const auto texts = name.empty() ? std::vector<std::string>{} : claim_texts(claims, name);
    return texts.empty() ? std::string() : texts.front();
}

/// A name goes into rows and answers: nothing that a name of ours couldn't be.
bool is_usable(const std::string& id) {
    constexpr std::size_t bytes_max = 256;
    if (id.empty() || id.size() > bytes_max) return false;
    for (const char c : id)
        if (static_cast<unsigned char>(c) <= ' ' || c == 0x7F) return false;
    return true;
}

}  // namespace

BearerTokens::BearerTokens(TokenSettings settings, Fetch fetch, const engine::Clock& clock,
                           std::function<std::shared_ptr<const engine::Directory>()> directory)
    : settings_(std::move(settings)), fetch_(std::move(fetch)), clock_(clock), directory_(std::move(directory)) {}

Result<void> BearerTokens::fetch_keys(Instant now) {
    tried_at_ = now;
    const auto text = TRY(fetch_(settings_.keys_url));
    keys_ = TRY(KeySet::read(text));
    fetched_at_ = now;
    return {};
}

Result<bool> BearerTokens::is_genuine(const UncheckedToken& token) {
    const std::lock_guard lock(fetching_);
    const auto now = clock_.now();
    const bool may_fetch = !tried_at_ || now - *tried_at_ >= fetching_ms_min || now < *tried_at_;
    const bool is_old = !fetched_at_ || now - *fetched_at_ >= keys_ms_max;
    const bool is_wanted = is_old || !keys_.find(token.key_id);
    if (is_wanted && may_fetch) {
        // Keys that we have still hold when the issuer can't be reached for a moment.
        if (auto fetched = fetch_keys(now); !fetched && !fetched_at_) return fail(fetched.error());
    }
    const auto* key = keys_.find(token.key_id);
    return key && is_signed_by(token, *key);
}

Result<engine::Actor> BearerTokens::actor_of(const boost::json::object& claims) const {
    const auto client = first_text(claims, settings_.client_id_claim);
    auto name = client.empty() ? first_text(claims, settings_.username_claim) : client;
    if (name.empty()) name = first_text(claims, "sub");
    if (!is_usable(name)) return fail(Failure::Kind::Syntax, "The token's claims name nobody.");
    std::vector<std::string> groups;
    if (!settings_.groups_claim.empty()) groups = claim_texts(claims, settings_.groups_claim);
    std::erase_if(groups, [](const auto& group) { return !is_usable(group); });
    if (groups.size() > groups_max) groups.resize(groups_max);
    return directory_()->actor(client.empty() ? engine::OwnerType::User : engine::OwnerType::Client, name, clock_.now(), flat_claims(claims),
                               std::move(groups));
}

Result<engine::Actor> BearerTokens::admit(std::string_view text) {
    const auto token = TRY(read_token(text));
    // The cheap checks first: a token of somebody else's makes nobody fetch keys.
    TRY(check_claims(token.claims, {settings_.issuer, settings_.audience}, clock_.now()));
    if (!TRY(is_genuine(token))) return fail(Failure::Kind::Syntax, "The token's signature is not the issuer's.");
    return actor_of(token.claims);
}

}  // namespace dandori::inbox
