#include "adapters/mail/imap_idle.h"

#include "adapters/mail/charset.h"

namespace dandori::mail {
namespace {

constexpr std::size_t answer_lines_max = 10'000;

/// `* 23 EXISTS`: the mailbox holds so many now. EXPUNGE and FETCH tell of what we and others did to mails seen before.
bool tells_of_mails(const std::string& line) { return line.starts_with("* ") && to_lower(line).ends_with(" exists"); }

std::string url_of(const ImapSettings& settings) {
    return (settings.security == Security::Tls ? "imaps://" : "imap://") + settings.host + ":" + std::to_string(settings.port);
}

}  // namespace

/// All lines up to the one that ends the last command; fails unless that says OK.
Result<std::string> ImapIdle::until_tag() {
    const auto tag = "D" + std::to_string(commands_) + " ";
    std::string answer;
    for (std::size_t count = 0; count < answer_lines_max; ++count) {
        const auto line = TRY(session_.line());
        if (!line.starts_with(tag)) {
            answer += line + "\n";
        } else if (line.compare(tag.size(), 2, "OK") == 0) {
            return answer;
        } else {
            return fail(Failure::Kind::Unspecified, "the server answers: " + line.substr(tag.size(), 200));
        }
    }
    return fail(Failure::Kind::Bounds, "an answer of the server has no end");
}

Result<std::string> ImapIdle::answer(const std::string& command) {
    TRY(session_.say("D" + std::to_string(++commands_) + " " + command));
    return until_tag();
}

Result<void> ImapIdle::ask_to_be_told() {
    TRY(session_.say("D" + std::to_string(++commands_) + " IDLE"));
    for (std::size_t count = 0; count < answer_lines_max; ++count) {
        const auto line = TRY(session_.line());
        if (line.starts_with('+')) return {};
        if (!line.starts_with('*')) return fail(Failure::Kind::Unspecified, "IDLE is refused: " + line.substr(0, 200));
    }
    return fail(Failure::Kind::Bounds, "the server doesn't answer to IDLE");
}

Result<void> ImapIdle::stop_being_told() {
    TRY(session_.say("DONE"));
    TRY(until_tag());
    return {};
}

Result<bool> ImapIdle::begin(const ImapSettings& settings) {
    TRY(session_.open("IMAP " + settings.host, url_of(settings), settings.security == Security::StartTls, settings.username, settings.password,
                      settings.certificate_authorities, settings.timeout_seconds));
    const auto capabilities = to_lower(TRY(answer("CAPABILITY"))) + " ";
    if (capabilities.find(" idle ") == std::string::npos && capabilities.find(" idle\n") == std::string::npos) return false;
    TRY(answer("EXAMINE " + quoted(settings.mailbox)));
    TRY(ask_to_be_told());
    return true;
}

Result<void> ImapIdle::wait(const Alarm& stop, std::int64_t milliseconds) {
    for (;;) {
        switch (TRY(session_.wait(stop, milliseconds))) {
            case LineSession::Heard::Stop: return {};
            case LineSession::Heard::Nothing: TRY(stop_being_told()); return ask_to_be_told();
            case LineSession::Heard::Line:
                if (const auto line = TRY(session_.line()); tells_of_mails(line)) return {};
                else if (line.starts_with("* BYE")) return fail(Failure::Kind::Unspecified, "the server says: " + line.substr(2, 200));
        }
    }
}

}  // namespace dandori::mail
