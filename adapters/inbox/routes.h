#pragma once
// The routes of this room, resource by resource; inbox.cpp adds them all.

#include "adapters/http/router.h"
#include "adapters/inbox/access_tokens.h"
#include "adapters/inbox/case_model.h"
#include "adapters/inbox/errands.h"
#include "adapters/inbox/form_answer_access.h"
#include "adapters/inbox/identity_provider.h"
#include "adapters/inbox/mail_access.h"
#include "adapters/inbox/session_guard.h"

namespace dandori::inbox {

/// What the routes work with; all of it outlives them.
struct RouteParts {
    const InboxAccess& access;
    Accounts& accounts;
    Sessions& sessions;
    AccessTokens& access_tokens;
    SessionGuard& guard;
    CaseModels& models;
    MailAccess* mails = nullptr;  ///< null: there are no mails
    bool is_behind_tls = false;
    BearerTokens& bearer_tokens;
    IdentityProvider& provider;
    Errands& errands;
    std::function<void(const std::string&)> log;  ///< for whoever runs the server; may be empty
    FormAnswerAccess* form_answers = nullptr;     ///< null: there are no request forms
};

/// Answers a request of somebody who was let in.
using Answering = std::function<http::Response(const http::Request&, const http::Caller&)>;

/// The handler that first asks the guard.
http::Handler guarded(SessionGuard&, Answering);

void add_session_routes(http::Router&, const RouteParts&);
void add_provider_routes(http::Router&, const RouteParts&);  ///< signing in at an identity provider
void add_access_routes(http::Router&, const RouteParts&);  ///< sessions and access tokens of one's own
void add_audit_routes(http::Router&, const RouteParts&);
void add_people_routes(http::Router&, const RouteParts&);
void add_draft_routes(http::Router&, const RouteParts&);
void add_start_routes(http::Router&, const RouteParts&);  ///< start forms, and starting a case
void add_case_routes(http::Router&, const RouteParts&);
void add_mail_routes(http::Router&, const RouteParts&);
void add_form_answer_routes(http::Router&, const RouteParts&);

}  // namespace dandori::inbox
