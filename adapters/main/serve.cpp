#include "adapters/main/serve.h"

#include <boost/algorithm/string/case_conv.hpp>
#include <pthread.h>
#include <signal.h>

#include <atomic>
#include <filesystem>
#include <ostream>

#include "adapters/cli/process_folder.h"
#include "adapters/figures/figures_worker.h"
#include "adapters/http/server.h"
#include "adapters/inbox/demo_users.h"
#include "adapters/inbox/inbox.h"
#include "adapters/main/addresses.h"
#include "adapters/main/clock.h"
#include "adapters/main/cluster_member.h"
#include "adapters/main/document_room.h"
#include "adapters/main/expressions.h"
#include "adapters/main/fetch.h"
#include "adapters/main/forms_door.h"
#include "adapters/main/forms_room.h"
#include "adapters/main/mail_door.h"
#include "adapters/main/mail_room.h"
#include "adapters/main/mail_settings.h"
#include "adapters/main/processes.h"
#include "adapters/main/secrets.h"
#include "adapters/metrics/health_routes.h"
#include "adapters/metrics/metrics_routes.h"
#include "adapters/openapi/openapi.h"
#include "adapters/people/routes.h"
#include "adapters/postgres/replica_reader.h"
#include "adapters/rest/change_events.h"
#include "adapters/rest/rest.h"
#include "adapters/tables/routes.h"
#include "adapters/tables/tables_worker.h"
#include "engine/feel/expression.h"
#include "engine/identity/defaults.h"

namespace dandori {
namespace {

/// Keeps SIGTERM and SIGINT from ending the program, in this thread and all that it starts, until somebody waits for
/// them.
class StopSignals {
  public:
    StopSignals() {
        ::signal(SIGPIPE, SIG_IGN);  // a client that goes away is no reason to end ...
        ::signal(SIGXFSZ, SIG_IGN);  // ... nor is a file that may not grow: the write says so
        ::sigemptyset(&signals_);
        ::sigaddset(&signals_, SIGTERM);
        ::sigaddset(&signals_, SIGINT);
        ::pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
    }

    /// A second signal then ends the program at once.
    void wait() {
        while (!came_within(std::chrono::hours(1))) {
        }
    }

    /// Whether one came within the time.
    bool came_within(std::chrono::milliseconds time) {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time);
        const timespec limit{seconds.count(), std::chrono::nanoseconds(time - seconds).count()};
        if (::sigtimedwait(&signals_, nullptr, &limit) < 0) return false;
        ::pthread_sigmask(SIG_UNBLOCK, &signals_, nullptr);
        return true;
    }

  private:
    sigset_t signals_{};
};

/// What was read of the settings, checked.
struct Plan {
    ListenAddress listen;
    StoreAddress store;
    std::optional<postgres::Address> replica;
    std::optional<Instant> clock_at;
    std::string mail_token;
    std::string sign_in_secret;
    MailSettings mail;
};

/// Where files of the server go that nobody named: beside the store.
std::string beside_store(const StoreAddress& store, const std::string& name) {
    return store.file.empty() ? name : store.file + "-" + name;
}

forms::SftpSettings sftp_settings(const ServeSettings& settings) {
    return {settings.handoff_sftp, settings.handoff_sftp_user, settings.handoff_sftp_key_file, settings.handoff_sftp_host_key};
}

Result<Plan> planned(const ServeSettings& settings) {
    Plan plan;
    plan.listen = TRY(read_listen_address(settings.listen));
    plan.store = TRY(read_store_address(settings.store));
    if (!settings.replica.empty()) {
        plan.replica = TRY(read_store_address(settings.replica)).postgres;
        if (!plan.store.postgres || !plan.replica)
            return fail(Failure::Kind::Unspecified, "--replica names a replica of a PostgreSQL store: both it and --store must be postgres://USER@HOST/DATABASE.");
    }
    if (!settings.clock_at.empty()) {
        plan.clock_at = instant_from_iso8601(settings.clock_at);
        if (!plan.clock_at)
            return fail(Failure::Kind::Unspecified, "--clock-at needs a time such as 2026-04-01T08:30:00+09:00, not '" + settings.clock_at + "'.");
    }
    if (settings.is_open && !is_loopback(plan.listen.host)) {
        return fail(Failure::Kind::Unspecified,
                    "--auth none lets everybody in, so it works only on this machine: "
                    "--listen 127.0.0.1:PORT is needed, not '" +
                        settings.listen + "'.");
    }
    if (settings.tls_certificate.empty() != settings.tls_key.empty()) {
        return fail(Failure::Kind::Unspecified, "TLS takes both --tls-certificate and --tls-key; one of them is missing.");
    }
    if (settings.is_open && settings.multi_tenancy)
        return fail(Failure::Kind::Unspecified, "--multi-tenancy needs people who sign in; it can't go with --auth none.");
    if (!settings.token_issuer.empty() && (settings.token_audience.empty() || settings.token_keys_url.empty()))
        return fail(Failure::Kind::Unspecified, "--token-issuer needs --token-audience and --token-keys, too.");
    if (!settings.sign_in_issuer.empty() && (settings.sign_in_client.empty() || settings.public_url.empty()))
        return fail(Failure::Kind::Unspecified, "--sign-in-issuer needs --sign-in-client and --public-url, too.");
    plan.sign_in_secret = TRY(secret_from("DANDORI_SIGN_IN_SECRET", settings.sign_in_secret_file));
    plan.mail = TRY(mail_settings(settings));
    TRY(forms::check(sftp_settings(settings)));
    if (plan.mail.outbox_folder.empty()) plan.mail.outbox_folder = beside_store(plan.store, "outbox");
    plan.mail_token = TRY(secret_from("DANDORI_MAIL_TOKEN", settings.mail_token_file));
    return plan;
}

/// Made only once the store is ours: another server may be using the one beside it.
Result<std::string> mail_token_of(const Plan& plan) {
    if (!plan.mail_token.empty() || plan.store.file.empty()) return plan.mail_token;
    return lasting_secret(beside_store(plan.store, "mail-token"));
}

FormsSettings forms_settings(const ServeSettings& settings, const Plan& plan) {
    FormsSettings forms;
    forms.outbox = beside_store(plan.store, "forms-outbox");
    forms.inbox = settings.forms_inbox.empty() ? beside_store(plan.store, "forms-inbox") : settings.forms_inbox;
    forms.sftp = sftp_settings(settings);
    for (const auto& source : settings.trusted_answers) forms.trusted.insert(boost::algorithm::to_lower_copy(source));
    return forms;
}

std::string without_slash(std::string url) {
    while (url.ends_with('/')) url.pop_back();
    return url;
}

/// A password for accounts that nobody chose one for, and what to tell of it.
std::pair<std::string, std::string> first_password() {
    const auto given = secret_from("DANDORI_SEED_PASSWORD", "").value_or("");
    if (!given.empty()) return {given, ""};
    const auto password = random_secret().substr(0, 20);
    return {password, " The password, told only now: " + password};
}

/// Where there is nobody yet, so that nobody else can be the first.
void make_first_administrator(inbox::Accounts& accounts, const Log& log) {
    if (!accounts.all().empty()) return;
    const auto [password, told] = first_password();
    engine::User user;
    user.username = "admin";
    const auto added = accounts.add(user, password, {engine::administrators_group});
    if (!added) throw std::runtime_error("The first account can't be added: " + added.error().text);
    log("There were no accounts: added 'admin', who may do everything." + told);
}

void seed(inbox::Accounts& accounts, const std::string& file, const Log& log) {
    if (!accounts.all().empty()) return;
    const auto people = cli::deployable_file(file);
    if (!people) return log(people.error().text);
    const auto [password, told] = first_password();
    const auto added = inbox::seed_users(accounts, people->content, password);
    if (!added) return log(file + ": " + added.error().text);
    log("Added " + std::to_string(*added) + " people of " + file + "." + told);
}

rest::RestSettings rest_settings(const ServeSettings& settings, engine::Engine& engine, PinnableClock& clock) {
    rest::RestSettings rest{.now = [&clock] { return clock.now(); }};
    rest.has_tenants = settings.multi_tenancy;
    rest.functions = std::make_shared<const feel::FunctionLibrary>(calendar::feel_functions(engine.calendars()));
    if (!settings.is_open && !settings.test_clock) return rest;
    rest.pin_clock = [&](Instant at) {
        clock.pin(at);
        engine.clock_moved();
    };
    rest.reset_clock = [&] {
        clock.reset();
        engine.clock_moved();
    };
    return rest;
}

/// What keeps the server from answering, if anything does.
std::optional<std::string> fault_of_store(engine::Reader& reader) {
    try {
        engine::find<engine::ProcessDefinition>(reader, engine::Query{}.first(1));
        return std::nullopt;
    } catch (const std::exception& fault) {
        return std::string("The store can't be read: ") + fault.what();
    }
}

engine::EngineSettings engine_settings_of(const ServeSettings& settings) {
    engine::EngineSettings engine;
    engine.has_tenants = settings.multi_tenancy;
    engine.audit = settings.audit == "all"      ? engine::AuditScope::Everything
                   : settings.audit == "people" ? engine::AuditScope::People
                                                : engine::AuditScope::Nothing;
    engine.audit_days_max = settings.audit_days;
    if (settings.processes.empty()) return engine;
    auto calendars = calendars_of(settings.processes);
    if (!calendars) throw std::runtime_error(calendars.error().text);
    engine.calendars = *calendars;
    return engine;
}

postgres::MemberSettings member_settings(const ServeSettings& settings, const http::Server& server) {
    postgres::MemberSettings member;
    member.url = settings.member_url.empty() ? server.url() : without_slash(settings.member_url);
    member.name = settings.member.empty() ? member.url.substr(member.url.find("://") + 3) : settings.member;
    member.version = DANDORI_VERSION;
    member.incarnation = random_secret().substr(0, 32);
    member.first_secret = random_secret();
    return member;
}

int run(const ServeSettings& settings, const Plan& plan, std::ostream& out, const Log& log, http::Observer requests) {
    StopSignals stop_signals;
    PinnableClock clock;
    if (plan.clock_at) clock.pin(*plan.clock_at);
    // A store that servers share is written to by the one that leads.
    const auto shared = plan.store.postgres ? std::make_shared<postgres::PostgresStore>(postgres::PostgresStore::Reading{}, *plan.store.postgres)
                                            : nullptr;
    const std::shared_ptr<engine::Store> store = shared ? shared : std::shared_ptr<engine::Store>(open_store(plan.store));
    const auto mail_token = mail_token_of(plan);
    if (!mail_token) throw std::runtime_error(mail_token.error().text);

    const auto engine_settings = engine_settings_of(settings);
    auto engine_owner = std::make_unique<engine::Engine>(engine::Engine::Following{}, *store, clock, engine_settings);
    auto& engine = *engine_owner;
    FormsRoom forms_room(engine, clock, expressions(clock, engine.calendars()), forms_settings(settings, plan), log);
    auto mail_room =
        std::make_unique<MailRoom>(engine, clock, expressions(clock, engine.calendars()), plan.mail, log, forms_room.keep_files_of_mails());
    DocumentRoom document_room(engine, expressions(clock, engine.calendars()), log);
    std::unique_ptr<figures::FiguresWorker> figures_worker;
    std::unique_ptr<tables::TablesWorker> tables_worker;

    http::Router router;
    inbox::InboxSettings inbox_settings;
    inbox_settings.page_folder = settings.pages;
    inbox_settings.mail_token = *mail_token;
    inbox_settings.admits_without_sign_in = settings.is_open;
    inbox_settings.tokens = {settings.token_issuer, settings.token_audience, settings.token_keys_url, settings.token_username_claim,
                             settings.token_client_claim, settings.token_groups_claim};
    inbox_settings.fetch = [file = settings.certificate_authorities](const inbox::Outgoing& asked) { return fetch(asked, file); };
    inbox_settings.log = log;
    inbox_settings.provider = {settings.sign_in_issuer, settings.sign_in_client, plan.sign_in_secret, settings.sign_in_scopes,
                               without_slash(settings.public_url) + "/api/session/provider/return", settings.sign_in_name};
    inbox_settings.is_behind_tls = settings.public_url.starts_with("https:");
    const auto inbox = inbox::add_routes(router, engine, clock, inbox_settings,
                                         mail_room->api() ? mail_door(*mail_room->api()) : nullptr, forms_door(forms_room.answers()));
    const auto people_access = people::access_to(engine, clock, [&inbox](const auto& password, const auto& username) {
        return inbox->accounts().hash_of(password, username);
    });
    people::PersonnelChanges personnel_changes(people_access, log);
    tables::add_routes(router, engine, inbox->guard());
    people::add_import_routes(router, people_access, inbox->guard());
    people::add_change_routes(router, people_access, personnel_changes, inbox->guard());
    std::atomic<std::uint16_t> port{0};
    auto rest = rest_settings(settings, engine, clock);
    std::unique_ptr<ClusterMember> member;
    rest.topology = [&] { return member ? member->topology() : rest::Topology{.brokers = {{.host = plan.listen.host, .port = port.load()}}}; };
    rest.hash_password = [&inbox](const std::string& password) { return inbox->accounts().hash_of(password); };
    std::unique_ptr<postgres::ReplicaReader> replica;
    if (plan.replica)
        replica = std::make_unique<postgres::ReplicaReader>(*plan.replica, engine.reader(), [&engine] { return engine.leads(); }, log);
    rest.reader = replica.get();
    rest::add_routes(router, engine, inbox->guard(), std::move(rest));
    const auto metrics = std::make_shared<metrics::Metrics>(engine.reader());
    const auto events = std::make_shared<rest::ChangeEvents>(engine.reader(), inbox->guard());
    events->add_routes(router);
    engine.on_committed([metrics, events, log](const engine::Committed& commit) {
        tell_of_deadlines(commit, log);
        metrics->count(commit);
        events->note(commit);
    });
    metrics::add_routes(router, metrics, http::Networks(settings.metrics_from));
    metrics::add_health_routes(router, [&engine] { return fault_of_store(engine.reader()); });
    router.observed_by([metrics](const http::Exchange& exchange) { metrics->count(exchange); });
    router.observed_by(std::move(requests));

    auto parts = rest::description_parts();
    parts.insert(parts.end(), inbox::openapi_parts.begin(), inbox::openapi_parts.end());
    parts.insert(parts.end(), people::openapi_parts.begin(), people::openapi_parts.end());
    parts.insert(parts.end(), tables::openapi_parts.begin(), tables::openapi_parts.end());
    openapi::add_routes(router, parts);

    const auto begin_leading = [&] {
        if (const auto made = engine.execute(engine::SetUpDirectory{}); !made) throw std::runtime_error(made.error().text);
        if (!settings.processes.empty()) {
            put_changed_calendars(engine, settings.processes, log);  // first: what is deployed may wait for dates at once
            define_changed_tables(engine, settings.processes, log);
            deploy_changed(engine, settings.processes, log);
        }
        if (!settings.seed_users.empty()) seed(inbox->accounts(), settings.seed_users, log);
        if (!settings.is_open) make_first_administrator(inbox->accounts(), log);
        personnel_changes.open();
        document_room.open();
        forms_room.open();
        figures_worker = std::make_unique<figures::FiguresWorker>(engine, expressions(clock, engine.calendars()), log);
        tables_worker = std::make_unique<tables::TablesWorker>(engine, expressions(clock, engine.calendars()), log);
        mail_room->open();  // last: what waits in a mailbox needs the processes it starts and the people who wrote it
    };
    if (shared) {
        member = std::make_unique<ClusterMember>(
            *shared, engine, router,
            ClusterSettings{*plan.store.postgres, settings.certificate_authorities, begin_leading, [&] { mail_room->close(); forms_room.close(); document_room.close(); figures_worker.reset(); tables_worker.reset(); personnel_changes.close(); }}, log);
    } else {
        engine.lead();
        begin_leading();
    }

    http::ServerSettings server_settings;
    server_settings.host = plan.listen.host;
    server_settings.port = plan.listen.port;
    if (!settings.tls_certificate.empty()) server_settings.tls = http::TlsSettings{settings.tls_certificate, settings.tls_key};
    server_settings.trusted_proxies = settings.trusted_proxies;
    http::Server server(router, server_settings);
    port = server.port();
    const bool has_joined = !member || member->join(member_settings(settings, server), [&](auto time) { return stop_signals.came_within(time); });
    if (has_joined) {
        out << server.url() << std::endl;
        stop_signals.wait();
    }
    log("Stopping.");
    server.stop();
    member.reset();
    mail_room.reset();
    forms_room.close();
    document_room.close();
    figures_worker.reset();
    tables_worker.reset();
    personnel_changes.close();
    engine_owner.reset();  // before the routes: what waits in the engine is answered through them
    return 0;
}

}  // namespace

int serve(const ServeSettings& settings, std::ostream& out, std::ostream& errors) {
    const auto plan = planned(settings);
    if (!plan) {
        errors << "dandori: " << plan.error().text << "\n";
        return 2;
    }
    const auto format = settings.log_format == "json" ? LogFormat::Json : LogFormat::Text;
    const auto requests = settings.log_requests == "all" ? LogRequests::All : LogRequests::Failed;
    return run(settings, *plan, out, log_to(errors, format), request_log_to(errors, format, requests));
}

}  // namespace dandori
