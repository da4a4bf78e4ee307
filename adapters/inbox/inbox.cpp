#include "adapters/inbox/inbox.h"

#include "adapters/inbox/routes.h"
#include "adapters/inbox/static_files.h"

namespace dandori::inbox {

struct Inbox::Parts {
    Parts(InboxAccess given, const InboxSettings& settings, std::shared_ptr<MailAccess> given_mails,
          std::shared_ptr<FormAnswerAccess> given_form_answers)
        : access(std::move(given)),
          accounts(access, settings.accounts),
          sessions(access, settings.sessions),
          access_tokens(access),
          bearer_tokens(settings.tokens, settings.fetch, *access.clock, access.directory),
          provider(settings.provider, settings.fetch, *access.clock),
          guard(accounts, sessions, access_tokens, bearer_tokens, {settings.mail_token, settings.is_behind_tls, settings.admits_without_sign_in}),
          models(*access.reader),
          mails(std::move(given_mails)),
          form_answers(std::move(given_form_answers)),
          files(settings.page_folder),
          routes{access, accounts, sessions, access_tokens, guard, models, mails.get(), settings.is_behind_tls, bearer_tokens, provider, errands,
                 settings.log, form_answers.get()} {}

    InboxAccess access;
    Accounts accounts;
    Sessions sessions;
    AccessTokens access_tokens;
    BearerTokens bearer_tokens;
    IdentityProvider provider;
    SessionGuard guard;
    CaseModels models;
    std::shared_ptr<MailAccess> mails;
    std::shared_ptr<FormAnswerAccess> form_answers;
    StaticFiles files;
    Errands errands;  ///< the last that is made, since what it does needs the others
    RouteParts routes;
};

Inbox::Inbox(InboxAccess access, InboxSettings settings, std::shared_ptr<MailAccess> mails, std::shared_ptr<FormAnswerAccess> form_answers)
    : parts_(std::make_unique<Parts>(std::move(access), settings, std::move(mails), std::move(form_answers))) {}

Inbox::~Inbox() = default;

void Inbox::add_routes(http::Router& router) {
    add_session_routes(router, parts_->routes);
    add_provider_routes(router, parts_->routes);
    add_access_routes(router, parts_->routes);
    add_audit_routes(router, parts_->routes);
    add_people_routes(router, parts_->routes);
    add_draft_routes(router, parts_->routes);
    add_start_routes(router, parts_->routes);
    add_case_routes(router, parts_->routes);
    add_mail_routes(router, parts_->routes);
    add_form_answer_routes(router, parts_->routes);
    router.otherwise([files = &parts_->files](const http::Request& request, const http::Respond& respond) {
        respond(files->answer(request));
    });
}

http::Guard& Inbox::guard() { return parts_->guard; }

Accounts& Inbox::accounts() { return parts_->accounts; }

http::Handler guarded(SessionGuard& guard, Answering answer) {
    return [&guard, answer = std::move(answer)](const http::Request& request, const http::Respond& respond) {
        const auto caller = guard.admit(request);
        respond(caller ? answer(request, *caller) : caller.error());
    };
}

}  // namespace dandori::inbox
