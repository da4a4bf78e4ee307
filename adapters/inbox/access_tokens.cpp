#include "adapters/inbox/access_tokens.h"

#include "adapters/inbox/password.h"

namespace dandori::inbox {
namespace {

using engine::AccessToken;
using engine::Rejection;

constexpr std::size_t name_bytes_max = 200;
constexpr std::size_t text_bytes_max = 100;
constexpr std::size_t id_characters = 12;

tl::unexpected<Rejection> refuse(Rejection::Code code, std::string text) {
    return tl::unexpected(Rejection{code, std::move(text)});
}

}  // namespace

engine::Outcome<NewAccessToken> AccessTokens::create(const std::string& username, const std::string& name,
                                                     std::optional<Instant> expires_at) {
    const auto now = access_.clock->now();
    if (name.empty() || name.size() > name_bytes_max)
        return refuse(Rejection::Code::InvalidArgument, "The name of an access token has 1 to 200 bytes.");
    if (expires_at && *expires_at <= now)
        return refuse(Rejection::Code::InvalidArgument, "An access token must expire in the future.");
    if (of(username).size() >= access_tokens_max)
        return refuse(Rejection::Code::InvalidArgument, "There are 50 access tokens already; revoke one first.");
    NewAccessToken made;
    made.text = std::string(access_token_prefix) + random_text();
    made.row = {sha256_hex(made.text), random_text().substr(0, id_characters), username, name, now, expires_at};
    auto written = access_.put_row({.row = made.row, .only_if_absent = true});
    if (!written) return tl::unexpected(written.error());
    return made;
}

std::optional<std::string> AccessTokens::username_of(std::string_view text) const {
    if (!text.starts_with(access_token_prefix) || text.size() > text_bytes_max) return {};
    const auto row = engine::get<AccessToken>(*access_.reader, sha256_hex(text));
    if (!row || (row->expires_at && *row->expires_at <= access_.clock->now())) return {};
    return row->username;
}

std::vector<AccessToken> AccessTokens::of(const std::string& username) const {
    return engine::find<AccessToken>(*access_.reader, engine::Query{}.where_equals("username", username).first(1'000)).rows;
}

engine::Outcome<engine::Done> AccessTokens::revoke(const std::string& username, const std::string& id) {
    for (const auto& row : of(username)) {
        if (row.id == id) return access_.remove_row({.table = engine::RemoveRow::Table::AccessToken, .id = row.token_hash});
    }
    return refuse(Rejection::Code::NotFound, "There is no access token '" + id.substr(0, text_bytes_max) + "' of yours.");
}

}  // namespace dandori::inbox
