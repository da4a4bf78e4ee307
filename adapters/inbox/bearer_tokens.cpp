#include "adapters/inbox/bearer_tokens.h"

namespace dandori::inbox {
namespace {

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
    : settings_(std::move(settings)), clock_(clock), directory_(std::move(directory)), keys_(std::move(fetch), clock) {}

Result<std::string> BearerTokens::username_of(const boost::json::object& claims) const {
    auto name = first_text(claims, settings_.username_claim);
    if (name.empty()) name = first_text(claims, "sub");
    if (!is_usable(name)) return fail(Failure::Kind::Syntax, "The token's claims name nobody.");
    return name;
}

engine::Actor BearerTokens::actor_of(engine::OwnerType type, const std::string& id, const boost::json::object& claims) const {
    std::vector<std::string> groups;
    if (!settings_.groups_claim.empty()) groups = claim_texts(claims, settings_.groups_claim);
    std::erase_if(groups, [](const auto& group) { return !is_usable(group); });
    if (groups.size() > groups_max) groups.resize(groups_max);
    return directory_()->actor(type, id, clock_.now(), flat_claims(claims), std::move(groups));
}

engine::Actor BearerTokens::person(const std::string& username, const boost::json::object& claims) const {
    return actor_of(engine::OwnerType::User, username, claims);
}

Result<engine::Actor> BearerTokens::actor_of(const boost::json::object& claims) const {
    const auto client = first_text(claims, settings_.client_id_claim);
    if (client.empty()) return person(TRY(username_of(claims)), claims);
    if (!is_usable(client)) return fail(Failure::Kind::Syntax, "The token's claims name nobody.");
    return actor_of(engine::OwnerType::Client, client, claims);
}

Result<engine::Actor> BearerTokens::admit(std::string_view text) {
    const auto token = TRY(read_token(text));
    // The cheap checks first: a token of somebody else's makes nobody fetch keys.
    TRY(check_claims(token.claims, {settings_.issuer, settings_.audience}, clock_.now()));
    if (!TRY(keys_.have_signed(token, settings_.keys_url))) return fail(Failure::Kind::Syntax, "The token's signature is not the issuer's.");
    return actor_of(token.claims);
}

}  // namespace dandori::inbox
