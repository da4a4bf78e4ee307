#include "adapters/main/command_line.h"

#include <CLI/CLI.hpp>
#include <functional>
#include <iostream>

#include "adapters/cli/client_commands.h"
#include "adapters/cli/dmn_commands.h"
#include "adapters/cli/feel_commands.h"
#include "adapters/cli/notation_commands.h"
#include "adapters/cli/people_commands.h"
#include "adapters/mail/deliver.h"
#include "adapters/main/audit_commands.h"
#include "adapters/main/secrets.h"
#include "adapters/main/serve.h"
#include "adapters/main/user_commands.h"

namespace dandori {
namespace {

constexpr int misused = 2;

/// What the chosen command does; set while the command line is read, called once it is read whole.
using Chosen = std::function<int()>;

/// Adds a command and what it does.
CLI::App* add_command(CLI::App& program, Chosen& chosen, const std::string& name, const std::string& what,
                      std::function<int()> action) {
    auto* command = program.add_subcommand(name, what);
    command->callback([&chosen, action = std::move(action)] { chosen = action; });
    return command;
}

/// A command whose arguments its own room reads.
void add_passing_command(CLI::App& program, Chosen& chosen, const std::string& name, const std::string& what,
                         const std::string& usage, std::function<int(const std::vector<std::string>&)> action) {
    auto* command = program.add_subcommand(name, what);
    command->prefix_command();
    command->footer("dandori " + name + " " + usage);
    command->callback([&chosen, command, action = std::move(action)] {
        chosen = [arguments = command->remaining(), action] { return action(arguments); };
    });
}

void add_serve(CLI::App& program, Chosen& chosen) {
    const auto settings = std::make_shared<ServeSettings>();
    const auto auth = std::make_shared<std::string>("accounts");
    auto* command = add_command(program, chosen, "serve", "Runs the server until it is told to stop (Ctrl-C, SIGTERM)",
                                [settings, auth] {
                                    settings->is_open = *auth == "none";
                                    return serve(*settings, std::cout, std::cerr);
                                });
    command->fallthrough();  // --settings is the program's, which reads the file
    command->add_option("--listen", settings->listen, "Address to listen on; port 0 takes any that is free")
        ->type_name("HOST:PORT")
        ->capture_default_str();
    command
        ->add_option("--store", settings->store, "Where everything is kept: 'sqlite:PATH', 'postgres://USER@HOST/DATABASE', or 'memory:' for trying out")
        ->type_name("STORE")
        ->capture_default_str();
    command->add_option("--member", settings->member, "Name among the servers that share a PostgreSQL database; else host and port")->type_name("NAME");
    command->add_option("--member-url", settings->member_url, "Where those reach this server; else where it listens")->type_name("URL");
    command->add_option("--replica", settings->replica, "Streaming replica of the PostgreSQL store: what only reads is asked there, while this server follows another")
        ->type_name("postgres://USER@HOST/DATABASE");
    command->add_option("--auth", *auth, "'accounts': people sign in; 'none': nobody does, only on this machine")
        ->check(CLI::IsMember({"accounts", "none"}))
        ->type_name("WAY")
        ->capture_default_str();
    command->add_flag("--test-clock", settings->test_clock,
                      "The API may pin the clock (it always may with --auth none)");
    command->add_option("--clock-at", settings->clock_at, "With --test-clock: where the clock is pinned from the start, ISO 8601")
        ->needs("--test-clock")
        ->type_name("TIME");
    command
        ->add_option("--processes", settings->processes,
                     "Folder of process folders; what has changed is deployed at start")
        ->type_name("FOLDER");
    command
        ->add_option("--seed-users", settings->seed_users,
                     "File of people to add while there are no accounts; their password is DANDORI_SEED_PASSWORD, "
                     "or made and told once")
        ->type_name("FILE");
    command->add_option("--pages", settings->pages, "Folder of the built page for the browser")->type_name("FOLDER");
    command->add_option("--public-url", settings->public_url, "How people reach the server, for links in mails")
        ->type_name("URL");

    command->add_option("--tls-certificate", settings->tls_certificate, "Certificate in PEM, and those it was signed by: the server speaks TLS")
        ->type_name("FILE");
    command->add_option("--tls-key", settings->tls_key, "The certificate's private key in PEM")->type_name("FILE");
    command
        ->add_option("--trusted-proxy", settings->trusted_proxies,
                     "Address or network of a proxy that is believed whom it speaks for; may be given several times")
        ->type_name("ADDRESS");
    command->add_option("--metrics-from", settings->metrics_from, "Address or network that may ask for GET /metrics; may be given several times")
        ->type_name("ADDRESS")
        ->capture_default_str();
    command->add_option("--log-format", settings->log_format, "Text for people, or a JSON object a line")
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str();
    command->add_option("--log-requests", settings->log_requests, "Requests that are written to the log: those that failed by our fault, or all")
        ->check(CLI::IsMember({"failed", "all"}))
        ->capture_default_str();

    command->add_option("--audit", settings->audit, "What leaves a row in the audit log: 'people' leaves out what workers do with jobs")
        ->check(CLI::IsMember({"all", "people", "off"}))
        ->capture_default_str();
    command->add_option("--audit-days", settings->audit_days, "Audit rows older than this are removed; 0: none")
        ->check(CLI::Range(0, 36'500))
        ->capture_default_str();
    command->add_flag("--multi-tenancy", settings->multi_tenancy, "People see and change only what is of their tenants");
    auto* tokens = command->add_option_group("Bearer tokens of an identity provider");
    tokens->add_option("--token-issuer", settings->token_issuer, "Whose tokens are taken, as their claim 'iss' has it")->type_name("URL");
    tokens->add_option("--token-audience", settings->token_audience, "Whom they must be meant for, claim 'aud'");
    tokens->add_option("--token-keys", settings->token_keys_url, "Where the issuer's JWK set is")->type_name("URL");
    tokens->add_option("--token-username-claim", settings->token_username_claim, "Claim with a person's user name")->capture_default_str();
    tokens->add_option("--token-client-claim", settings->token_client_claim, "A token with this claim belongs to a program")
        ->capture_default_str();
    tokens->add_option("--token-groups-claim", settings->token_groups_claim, "Claim whose texts are groups; default: none");
    auto* sign_in = command->add_option_group("Signing in at an identity provider (OpenID Connect)");
    sign_in->add_option("--sign-in-issuer", settings->sign_in_issuer, "The provider, as its openid-configuration names it")->type_name("URL");
    sign_in->add_option("--sign-in-client", settings->sign_in_client, "As which the provider knows this server");
    sign_in->add_option("--sign-in-secret-file", settings->sign_in_secret_file, "With this secret; or DANDORI_SIGN_IN_SECRET. Without one: a public client")
        ->type_name("FILE");
    sign_in->add_option("--sign-in-scopes", settings->sign_in_scopes, "What is asked for")->capture_default_str();
    sign_in->add_option("--sign-in-name", settings->sign_in_name, "What people call it")->capture_default_str();
    auto* mails = command->add_option_group("Mail");
    mails
        ->add_option("--intake-rules", settings->intake_rules,
                     "Which mail becomes what; else intake/rules.json of the processes")
        ->type_name("FILE");
    mails
        ->add_option(
            "--mail-token-file", settings->mail_token_file,
            "Secret that 'dandori mail deliver' shows, or DANDORI_MAIL_TOKEN; else one is made beside the store")
        ->type_name("FILE");
    mails->add_option("--mail-from", settings->mail_from_address, "Address that mails come from")->type_name("ADDRESS");
    mails->add_option("--mail-from-name", settings->mail_from_name, "Name beside it")->type_name("NAME");
    mails
        ->add_option(
            "--outbox", settings->outbox,
            "Folder where mails are written as .eml files while --smtp-host isn't given; else beside the store")
        ->type_name("FOLDER");
    mails->add_option("--smtp-host", settings->smtp_host, "Mail server that mails are sent by")->type_name("HOST");
    mails->add_option("--smtp-port", settings->smtp_port)->capture_default_str();
    mails->add_option("--smtp-security", settings->smtp_security)
        ->check(CLI::IsMember({"none", "starttls", "tls"}))
        ->capture_default_str();
    mails->add_option("--smtp-user", settings->smtp_username, "The password is DANDORI_SMTP_PASSWORD, or in the file");
    mails->add_option("--smtp-password-file", settings->smtp_password_file)->type_name("FILE");
    mails->add_option("--imap-host", settings->imap_host, "Mail server with the mailbox that is looked through")
        ->type_name("HOST");
    mails->add_option("--imap-port", settings->imap_port)->capture_default_str();
    mails->add_option("--imap-security", settings->imap_security)
        ->check(CLI::IsMember({"none", "starttls", "tls"}))
        ->capture_default_str();
    mails->add_option("--imap-user", settings->imap_username, "The password is DANDORI_IMAP_PASSWORD, or in the file");
    mails->add_option("--imap-password-file", settings->imap_password_file)->type_name("FILE");
    mails->add_option("--imap-mailbox", settings->imap_mailbox)->capture_default_str();
    mails->add_option("--imap-taken-folder", settings->imap_taken_folder,
                      "Where taken mails are moved; else they are marked");
    mails->add_option("--imap-recipient", settings->imap_recipient, "Address that the mailbox stands for");
    mails->add_option("--imap-every", settings->imap_every_seconds, "How often it is looked through where the server can't tell of new mails (IDLE)")
        ->check(CLI::Range(1, 86'400))
        ->type_name("SECONDS")
        ->capture_default_str();
    mails->add_option("--pop3-host", settings->pop3_host, "Mail server with the mailbox that is emptied by POP3")->type_name("HOST");
    mails->add_option("--pop3-port", settings->pop3_port)->capture_default_str();
    mails->add_option("--pop3-security", settings->pop3_security)
        ->check(CLI::IsMember({"none", "starttls", "tls"}))
        ->capture_default_str();
    mails->add_option("--pop3-user", settings->pop3_username, "The password is DANDORI_POP3_PASSWORD, or in the file");
    mails->add_option("--pop3-password-file", settings->pop3_password_file)->type_name("FILE");
    mails->add_flag("--pop3-leave-mails", settings->pop3_leaves_mails, "Taken mails stay on the server; else they are deleted there");
    mails->add_option("--pop3-recipient", settings->pop3_recipient, "Address that the mailbox stands for");
    mails->add_option("--pop3-every", settings->pop3_every_seconds)
        ->check(CLI::Range(1, 86'400))
        ->type_name("SECONDS")
        ->capture_default_str();
    mails
        ->add_option("--forms-inbox", settings->forms_inbox,
                     "Folder that is looked through for answers to request forms (.xlsx, .csv); else beside the store")
        ->type_name("FOLDER");
    mails->add_option("--handoff-sftp", settings->handoff_sftp, "Folder that dandori:handoff-sftp sends files to: sftp://host:22/folder")->type_name("URL");
    mails->add_option("--handoff-sftp-user", settings->handoff_sftp_user, "As whom");
    mails->add_option("--handoff-sftp-key-file", settings->handoff_sftp_key_file, "The private key, without a pass phrase")->type_name("FILE");
    mails->add_option("--handoff-sftp-host-key", settings->handoff_sftp_host_key, "The server's key, as ssh-keygen -lf prints it")->type_name("SHA256:..");
    mails
        ->add_option("--trust-answers-from", settings->trusted_answers,
                     "Whose answers are told to their cases at once where every line is known: an address, or 'folder'; others wait for a person")
        ->type_name("ADDRESS|folder");
    mails
        ->add_option("--certificate-authorities", settings->certificate_authorities,
                     "File of those trusted; else the system's")
        ->type_name("FILE");
}

/// The options of every command that asks a server.
std::shared_ptr<cli::Connection> add_connection(CLI::App& command) {
    const auto connection = std::make_shared<cli::Connection>();
    command.add_option("--server", connection->server, "The server to ask")
        ->envname("DANDORI_SERVER")
        ->type_name("URL")
        ->capture_default_str();
    command.add_option("--user", connection->username, "Who asks; the password is DANDORI_PASSWORD")
        ->envname("DANDORI_USER")
        ->type_name("NAME");
    return connection;
}

cli::Connection with_password(cli::Connection connection) {
    connection.password = secret_from("DANDORI_PASSWORD", "").value_or("");
    return connection;
}

/// A command that asks a server: `ask(connection, arguments, out, errors)`.
template <class Arguments>
CLI::App* add_asking(CLI::App& program, Chosen& chosen, const std::string& name, const std::string& what,
                     std::shared_ptr<Arguments> arguments,
                     int (*ask)(const cli::Connection&, const Arguments&, std::ostream&, std::ostream&)) {
    auto* command = program.add_subcommand(name, what);
    const auto connection = add_connection(*command);
    command->callback([&chosen, arguments, connection, ask] {
        chosen = [=] { return ask(with_password(*connection), *arguments, std::cout, std::cerr); };
    });
    return command;
}

void add_client_commands(CLI::App& program, Chosen& chosen) {
    const auto paths = std::make_shared<std::vector<std::string>>();
    add_asking(program, chosen, "deploy", "Deploys files together, and each process folder as one", paths, cli::deploy)
        ->add_option("paths", *paths, "Files (.bpmn .dmn .form ...) and process folders")
        ->required();

    const auto start = std::make_shared<cli::StartArguments>();
    auto* command =
        add_asking(program, chosen, "start", "Starts a process and prints the instance's key", start, cli::start);
    command->add_option("process", start->process, "Id of the process")->required();
    command->add_option("--variables", start->variables, "JSON object")->type_name("JSON");
    command->add_option("--business-id", start->business_id, "The case's own number");
    command->add_flag("--await", start->await_completion, "Waits for its end and prints the variables");

    const auto tasks = std::make_shared<cli::TasksArguments>();
    command = add_asking(program, chosen, "tasks", "Lists the open user tasks", tasks, cli::tasks);
    command->add_option("--assignee", tasks->assignee, "Only of this person");
    command->add_option("--group", tasks->group, "Only for this candidate group");
    command->add_option("--process", tasks->process, "Only of this process");
    command->add_flag("--json", tasks->as_json, "As the API answers");

    const auto complete = std::make_shared<cli::CompleteArguments>();
    command = add_asking(program, chosen, "complete", "Completes a user task", complete, cli::complete);
    command->add_option("task", complete->task_key, "Key of the task")->required();
    command->add_option("--variables", complete->variables, "JSON object")->type_name("JSON");
    command->add_option("--action", complete->action, "What was chosen");

    const auto incidents = std::make_shared<cli::IncidentsArguments>();
    command = add_asking(program, chosen, "incidents", "Lists what can't go on, and lets it go on", incidents,
                         cli::incidents);
    command->add_option("--resolve", incidents->resolve_key, "Tries this one again")->type_name("KEY");
    command->add_option("--retries", incidents->retries, "Retries for its job, with --resolve");
    command->add_flag("--json", incidents->as_json, "As the API answers");
}

int deliver_mail(mail::DeliverSettings settings, const std::string& token_file) {
    auto token = secret_from("DANDORI_MAIL_TOKEN", token_file);
    if (!token) {
        std::cerr << "dandori: " << token.error().text << "\n";
        return static_cast<int>(mail::DeliverExit::TryAgain);
    }
    settings.token = std::move(*token);
    return static_cast<int>(mail::deliver(std::cin, std::cout, std::cerr, settings));
}

void add_mail_commands(CLI::App& program, Chosen& chosen) {
    auto* group = program.add_subcommand("mail", "Hands mails over");
    group->require_subcommand(1);
    const auto settings = std::make_shared<mail::DeliverSettings>();
    const auto token_file = std::make_shared<std::string>();
    auto* command =
        add_command(*group, chosen, "deliver", "Hands one mail (RFC 5322) from standard input to the server",
                    [settings, token_file] { return deliver_mail(*settings, *token_file); });
    command->add_option("--server", settings->server)
        ->envname("DANDORI_SERVER")
        ->type_name("URL")
        ->capture_default_str();
    command->add_option("--recipient", settings->recipient, "Of the envelope")->type_name("ADDRESS");
    command->add_option("--token-file", *token_file, "The server's mail token; or DANDORI_MAIL_TOKEN")
        ->type_name("FILE");
    command->footer(
        "Made for a mail server's pipe: exits 0 when taken, 75 when it should be tried again, 65 when not.");
}

void add_user_commands(CLI::App& program, Chosen& chosen) {
    auto* group = program.add_subcommand("user", "Local accounts, while the server is stopped");
    group->require_subcommand(1);
    const auto user = std::make_shared<UserArguments>();
    user->store = "sqlite:dandori.db";
    auto* add = add_command(*group, chosen, "add", "Adds a person; asks for the password",
                            [user] { return add_user(*user, std::cin, std::cout, std::cerr); });
    add->add_option("--name", user->name, "As it is shown");
    add->add_option("--mail", user->mail, "Address that mails go to");
    add->add_option("--post", user->post, "What the person is");
    add->add_option("--group", user->groups, "Candidate group; may be given several times");
    add->add_flag("--administrator", user->is_administrator, "May do everything");
    auto* password = add_command(*group, chosen, "password", "Sets a new password",
                                 [user] { return set_password(*user, std::cin, std::cout, std::cerr); });
    auto* list = add_command(*group, chosen, "list", "Lists the accounts",
                             [user] { return list_users(*user, std::cout, std::cerr); });
    for (auto* command : {add, password}) command->add_option("user", user->username, "Name to sign in by")->required();
    for (auto* command : {add, password, list}) {
        command->add_option("--store", user->store, "As for 'serve'")->type_name("STORE")->capture_default_str();
    }
}

void add_people_commands(CLI::App& program, Chosen& chosen) {
    auto* group = program.add_subcommand("people", "People from tables, at a server that runs");
    group->require_subcommand(1);
    const auto import = std::make_shared<cli::ImportArguments>();
    auto* command = add_asking(*group, chosen, "import", "Adds and changes people as a CSV file says; removes nobody", import, cli::import_people);
    command->add_option("file", import->file, "CSV: username, name, kana, mail, party, post, groups, from, until")->required()->type_name("FILE.csv");
    command->add_flag("--rehearse", import->is_rehearsal, "Tells what would be done, and does nothing");
    command->add_option("--password-file", import->password_file, "First password of everybody new; else each gets one, which is printed once")->type_name("FILE");

    const auto change = std::make_shared<cli::PersonnelChangeArguments>();
    command = add_asking(*group, chosen, "change", "Schedules who joins, moves and leaves at a date (人事異動)", change, cli::change_personnel);
    command->add_option("file", change->file, "CSV: username, change, from, to, name, mail, post, successor")->required()->type_name("FILE.csv");
    command->add_option("--at", change->at, "2027-04-01 (0:00 in Tokyo) or 2027-04-01T08:30:00+09:00")->required()->type_name("DAY");
    command->add_flag("--rehearse", change->is_rehearsal, "Tells what would be done, and schedules nothing");
}

void add_audit_commands(CLI::App& program, Chosen& chosen) {
    auto* group = program.add_subcommand("audit", "The audit log of a server that is stopped");
    group->require_subcommand(1);
    const auto store = std::make_shared<std::string>("sqlite:dandori.db");
    auto* verify = add_command(*group, chosen, "verify", "Tells whether anything in it was changed or taken out",
                               [store] { return verify_audit(*store, std::cout, std::cerr); });
    auto* exported = add_command(*group, chosen, "export", "Writes it as CSV",
                                 [store] { return export_audit(*store, std::cout, std::cerr); });
    for (auto* command : {verify, exported})
        command->add_option("--store", *store, "As for 'serve'")->type_name("STORE")->capture_default_str();
}

void add_model_commands(CLI::App& program, Chosen& chosen) {
    using Arguments = std::vector<std::string>;
    add_passing_command(program, chosen, "check", "Tells the faults of BPMN files, one a line",
                        "FILE... [--language en|ja]",
                        [](const Arguments& given) { return cli::check_files(given, std::cout, std::cerr); });
    add_passing_command(program, chosen, "draw", "Draws a BPMN file as SVG", "FILE -o OUT.svg [--diagram N]",
                        [](const Arguments& given) { return cli::draw_file(given, std::cout, std::cerr); });
    add_passing_command(program, chosen, "rewrite", "Writes a BPMN file anew from the model it was read into",
                        "FILE -o OUT.bpmn",
                        [](const Arguments& given) { return cli::rewrite_file(given, std::cout, std::cerr); });
    add_passing_command(program, chosen, "feel", "Evaluates FEEL expressions",
                        "eval EXPRESSION [--context JSON] [--unary-tests INPUT] [--calendars FOLDER]",
                        [](const Arguments& given) { return cli::feel(given, std::cin, std::cout, std::cerr); });
    add_passing_command(program, chosen, "dmn", "Checks and evaluates decisions",
                        "eval|explain FILE DECISION [--context JSON] [--calendars FOLDER] | check FILE | serve",
                        [](const Arguments& given) { return cli::dmn(given, std::cin, std::cout, std::cerr); });
}

constexpr const char* examples =
    "To try it out, in one terminal\n"
    "  dandori serve --store memory: --auth none\n"
    "and in another\n"
    "  dandori deploy leave.bpmn\n"
    "  dandori start leave --variables '{\"days\": 3}'\n"
    "  dandori tasks\n"
    "  dandori complete KEY\n"
    "'dandori COMMAND --help' tells more. Exit status: 0 done, 1 refused or failed, 2 misused.";

}  // namespace

int run_command_line(int count, const char* const* arguments) {
    CLI::App program("Dandori: runs business processes drawn in BPMN", "dandori");
    program.set_version_flag("--version", "dandori " DANDORI_VERSION);
    program.require_subcommand(1);
    program.set_config("--settings", "", "File with settings: [serve], then one 'name = value' a line");
    program.allow_config_extras(false);
    Chosen chosen;
    add_serve(program, chosen);
    add_client_commands(program, chosen);
    add_mail_commands(program, chosen);
    add_user_commands(program, chosen);
    add_people_commands(program, chosen);
    add_audit_commands(program, chosen);
    add_model_commands(program, chosen);
    program.footer(examples);  // only now: commands made later would take it over
    try {
        program.parse(count, arguments);
    } catch (const CLI::ParseError& error) {
        return program.exit(error) == 0 ? 0 : misused;
    }
    return chosen();
}

}  // namespace dandori
