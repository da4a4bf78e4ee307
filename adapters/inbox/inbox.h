#pragma once
// The front door: everything the page asks of the server that the Camunda REST API doesn't have.

#include <filesystem>
#include <memory>

#include "adapters/http/guard.h"
#include "adapters/http/router.h"
#include "adapters/inbox/accounts.h"
#include "adapters/inbox/bearer_tokens.h"
#include "adapters/inbox/form_answer_access.h"
#include "adapters/inbox/identity_provider.h"
#include "adapters/inbox/inbox_access.h"
#include "adapters/inbox/mail_access.h"
#include "adapters/inbox/sessions.h"

namespace dandori::inbox {

struct InboxSettings {
    std::filesystem::path page_folder;    ///< the built page; may be absent
    std::string mail_token;               ///< lets `dandori mail deliver` hand in mails; empty: nobody but the desk
    bool admits_without_sign_in = false;  ///< `--auth none`: who isn't signed in is taken for the program itself
    bool is_behind_tls = false;           ///< the cookie is marked `Secure` also where a request came without TLS
    TokenSettings tokens;                 ///< of an identity provider, shown by programs
    ProviderSettings provider;            ///< at which people sign in
    Fetch fetch;                          ///< asks the provider; needed with an issuer
    std::function<void(const std::string&)> log{};  ///< for whoever runs the server: why a sign-in at the provider failed
    AccountSettings accounts;
    SessionSettings sessions;
};

/// The inbox's side of the wire that web/API.md describes. Makes its own accounts and sessions of the engine's rows.
class Inbox {
  public:
    /// What `access` points at, `mails` and `form_answers` must outlive it; either may be null: then no route about them is there.
    Inbox(InboxAccess access, InboxSettings settings, std::shared_ptr<MailAccess> mails, std::shared_ptr<FormAnswerAccess> form_answers = nullptr);
    ~Inbox();

    /// Adds the routes under /api and answers every other path with the page. The inbox must outlive the router.
    void add_routes(http::Router&);

    /// Admits requests for this room; rest asks the same one.
    http::Guard& guard();

    Accounts& accounts();

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

/// The inbox over an engine, with its routes; keep it as long as the router.
inline std::unique_ptr<Inbox> add_routes(http::Router& router, engine::Engine& engine, const engine::Clock& clock,
                                         InboxSettings settings, std::shared_ptr<MailAccess> mails,
                                         std::shared_ptr<FormAnswerAccess> form_answers = nullptr) {
    auto inbox = std::make_unique<Inbox>(access_to(engine, clock), std::move(settings), std::move(mails), std::move(form_answers));
    inbox->add_routes(router);
    return inbox;
}

/// What those routes are, in the parts of adapters/openapi.
extern const std::vector<std::string_view> openapi_parts;

}  // namespace dandori::inbox
