#include "adapters/inbox/sessions.h"

#include <algorithm>

#include "adapters/inbox/password.h"

namespace dandori::inbox {
namespace {

using engine::Operator;
using engine::Query;
using engine::Session;

engine::RemoveRow removal_of(const std::string& token_hash) {
    return {.table = engine::RemoveRow::Table::Session, .id = token_hash};
}

}  // namespace

engine::Outcome<OpenedSession> Sessions::open(const std::string& username, const std::string& address,
                                              const std::string& user_agent, engine::Json claims) {
    remove_expired();
    const auto now = access_.clock->now();
    OpenedSession opened{random_text(), {}};
    opened.session = {sha256_hex(opened.token), username, random_text(), now,
                      now + std::min(settings_.idle_ms, settings_.total_ms), {}, {}, std::move(claims)};
    constexpr std::size_t text_bytes_max = 300;
    if (!address.empty()) opened.session.address = address.substr(0, text_bytes_max);
    if (!user_agent.empty()) opened.session.user_agent = user_agent.substr(0, text_bytes_max);
    auto written = access_.put_row({.row = opened.session});
    if (!written) return tl::unexpected(written.error());
    return opened;
}

std::optional<Session> Sessions::find(const std::string& token) {
    if (token.empty() || token.size() > 100) return std::nullopt;
    const auto now = access_.clock->now();
    const auto hash = sha256_hex(token);
    auto session = engine::get<Session>(*access_.reader, hash);
    if (!session || session->expires_at <= now) return std::nullopt;
    const auto end = std::min(now + settings_.idle_ms, session->created_at + settings_.total_ms);
    if (end - session->expires_at < settings_.renew_ms) return session;
    const std::lock_guard lock(writing_);
    session = engine::get<Session>(*access_.reader, hash);
    if (!session) return std::nullopt;
    session->expires_at = end;
    // Where it can't be renewed now it still lasts as long as it did.
    static_cast<void>(access_.put_row({.row = *session}));
    return session;
}

engine::Outcome<engine::Done> Sessions::close(const std::string& token_hash) {
    const std::lock_guard lock(writing_);
    auto removed = access_.remove_row(removal_of(token_hash));
    if (!removed && removed.error().code == engine::Rejection::Code::NotFound) return engine::Done{};
    return removed;
}

std::vector<Session> Sessions::of(const std::string& username) const {
    auto query = Query{}.where_equals("username", username).sorted_by("createdAt", true).first(1'000);
    query.where("expiresAt", Operator::Greater, {engine::to_cell(access_.clock->now())});
    return engine::find<Session>(*access_.reader, query).rows;
}

void Sessions::close_others(const std::string& username, const std::string& token_hash_kept) {
    const std::lock_guard lock(writing_);
    const auto found = engine::find<Session>(*access_.reader, Query{}.where_equals("username", username).first(10'000));
    for (const auto& session : found.rows) {
        if (session.token_hash != token_hash_kept)
            static_cast<void>(access_.remove_row(removal_of(session.token_hash)));
    }
}

void Sessions::remove_expired() {
    const auto query =
        Query{}.where("expiresAt", Operator::LessOrEqual, {engine::to_cell(access_.clock->now())}).first(100);
    for (const auto& session : engine::find<Session>(*access_.reader, query).rows)
        static_cast<void>(access_.remove_row(removal_of(session.token_hash)));
}

}  // namespace dandori::inbox
