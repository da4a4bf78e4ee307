#include "tests/scenario/story.h"

#include <boost/json.hpp>
#include <cstdio>

namespace dandori::test {
namespace {

constexpr std::string_view verbs_known =
    "start, complete, return, pull-back, take-up, away, assign, work, answer, activate, fail, throw, publish, signal, evaluate, mail, wait, cancel, "
    "resolve, set, upload or show";

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// Takes the first word off `rest`.
std::string take_word(std::string_view& rest) {
    rest = trimmed(rest);
    const auto end = std::min(rest.find(' '), rest.size());
    const std::string word(rest.substr(0, end));
    rest = trimmed(rest.substr(end));
    return word;
}

std::optional<std::int64_t> zone_offset_ms(std::string_view zone) {
    if (zone == "Asia/Tokyo") return 9 * 3'600'000;
    if (zone == "UTC") return 0;
    return std::nullopt;
}

std::optional<Instant> read_local_time(std::string_view date, std::string_view time, std::string_view zone) {
    const auto offset = zone_offset_ms(zone);
    if (!offset) return std::nullopt;
    const auto instant =
        instant_from_iso8601(std::string(date) + "T" + std::string(time) + (time.size() == 5 ? ":00Z" : "Z"));
    if (!instant) return std::nullopt;
    return *instant + -*offset;
}

/// Reads one story; collects what is wrong instead of stopping at it.
class StoryReader {
  public:
    explicit StoryReader(std::string file) { read_.story.file = std::move(file); }

    ReadStory run(std::string_view text) {
        if (text.size() > story_size_max) {
            read_.problems.push_back(read_.story.file + ":1: the story is longer than 1 MiB.");
            return std::move(read_);
        }
        while (!text.empty()) {
            const auto end = std::min(text.find('\n'), text.size());
            ++line_;
            take_line(std::string(text.substr(0, end)));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        finish_step();
        check_head();
        return std::move(read_);
    }

  private:
    void problem(int line, const std::string& what) {
        read_.problems.push_back(read_.story.file + ":" + std::to_string(line) + ": " + what);
    }

    void take_line(std::string line) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        const bool is_step = line.starts_with('>');
        const bool continues = is_step && step_open_ && line.size() > 3 && trimmed(line.substr(1, 3)).empty();
        if (continues) {
            step_text_ += " " + std::string(trimmed(line.substr(1)));
            read_.story.steps.back().written.push_back(line);
        } else if (is_step) {
            finish_step();
            begin_step(line);
        } else if (line.starts_with('#') || trimmed(line).empty()) {
            finish_step();
            between_.push_back(line);
        } else if (read_.story.steps.empty() && !step_seen_) {
            for (auto& each : between_) read_.story.head.push_back(std::move(each));
            between_.clear();
            read_.story.head.push_back(line);
            take_head(line);
        } else {
            finish_step();
            between_.clear();  // blank lines between recorded ones are not kept
            read_.story.steps.back().recorded.emplace_back(trimmed(line));
        }
    }

    void begin_step(const std::string& line) {
        step_open_ = step_seen_ = true;
        step_text_ = std::string(trimmed(line.substr(1)));
        Step step;
        step.line = line_;
        if (read_.story.steps.empty()) {
            for (auto& each : between_) read_.story.head.push_back(std::move(each));
        } else {
            step.written = std::move(between_);
        }
        between_.clear();
        step.written.push_back(line);
        read_.story.steps.push_back(std::move(step));
    }

    void take_head(std::string_view rest) {
        const auto key = take_word(rest);
        if (key == "process" || key == "with") {
            read_.story.deploy.emplace_back(rest);
            if (rest.empty()) problem(line_, "'" + key + "' names a file or folder to deploy; found nothing.");
        } else if (key == "people") {
            read_.story.people = std::string(rest);
        } else if (key == "clock") {
            const auto date = take_word(rest), time = take_word(rest), zone = take_word(rest);
            const auto begins = read_local_time(date, time, zone);
            if (begins)
                read_.story.clock = *begins;
            else
                problem(
                    line_,
                    "'clock' is a date, a time and Asia/Tokyo or UTC, as 'clock 2026-04-02 10:00 Asia/Tokyo'; found '" +
                        date + " " + time + " " + zone + "'.");
            read_.story.zone = zone;
        } else {
            problem(line_, "a story begins with process, with, people and clock lines; found '" + key + "'.");
        }
    }

    void check_head() {
        if (read_.story.deploy.empty()) problem(1, "a line 'process FILE' is needed.");
        if (read_.story.zone.empty()) problem(1, "a line 'clock DATE TIME ZONE' is needed.");
        if (read_.story.steps.empty()) problem(1, "a story needs at least one step, a line that begins with '>'.");
    }

    void finish_step() {
        if (!step_open_) return;
        step_open_ = false;
        Step& step = read_.story.steps.back();
        std::string_view rest = step_text_;
        const auto brace = rest.find('{');
        if (brace != std::string_view::npos) {
            step.json = std::string(rest.substr(brace));
            rest = trimmed(rest.substr(0, brace));
            boost::system::error_code error;
            const auto value = boost::json::parse(step.json, error);
            if (error || !value.is_object()) problem(step.line, "variables are a JSON object; found " + step.json);
        }
        step.verb = take_word(rest);
        take_arguments(step, rest);
        if (!trimmed(rest).empty())
            problem(step.line, "'" + step.verb + "' has more words than it takes: '" + std::string(rest) + "'.");
    }

    void take_arguments(Step& step, std::string_view& rest) {
        take_people(step, rest);
        if (step.verb == "wait") return take_wait(step, rest);
        if (step.verb == "publish") return take_publish(step, rest);
        if (step.verb == "show") {
            step.subject = std::string(rest);
            rest = {};
            if (step.subject.empty()) problem(step.line, "'show' names variables, as 'show a b'; found none.");
            return;
        }
        if (step.verb == "set" || step.verb == "evaluate" || step.verb == "pull-back") return;
        const bool is_known = step.verb == "start" || step.verb == "complete" || step.verb == "return" || step.verb == "work" ||
                              step.verb == "fail" || step.verb == "throw" || step.verb == "mail" || step.verb == "upload" ||
                              step.verb == "cancel" || step.verb == "resolve" || step.verb == "assign" ||
                              step.verb == "answer" || step.verb == "activate" || step.verb == "signal" || step.verb == "take-up" ||
                              step.verb == "away";
        if (!is_known) {
            rest = {};
            return problem(step.line,
                           "a step begins with " + std::string(verbs_known) + "; found '" + step.verb + "'.");
        }
        step.subject = take_word(rest);
        if (step.subject.empty())
            return problem(step.line, "'" + step.verb + "' names a process or an element; found nothing.");
        if (step.verb == "mail" || step.verb == "upload") return;
        if (const auto slash = step.subject.find('/'); slash != std::string::npos) {
            const auto which = step.subject.substr(slash + 1);
            step.subject.resize(slash);
            step.which =
                which.size() == 1 && which[0] >= '1' && which[0] <= '9' ? static_cast<std::size_t>(which[0] - '0') : 0;
            if (step.which == 0)
                problem(step.line, "after '/' stands which of those that wait, 1 to 9; found '" + which + "'.");
        }
        if (step.verb == "throw" || step.verb == "fail" || step.verb == "assign" || step.verb == "return") step.word = take_word(rest);
        if (step.verb == "return" && step.word.empty())
            problem(step.line, "'return' names a user task and the step it goes back to; found no step.");
        if (step.verb == "assign" && step.word.empty())
            problem(step.line, "'assign' names a user task and whom it is for; found nobody.");
        if (step.verb == "throw" && step.word.empty())
            problem(step.line, "'throw' names an element and an error code; found no code.");
        if (step.verb == "fail" && step.word.find_first_not_of("0123456789") != std::string::npos)
            problem(step.line, "'fail' names an element and the number of retries left; found '" + step.word + "'.");
    }

    /// `by WHO`, and of what somebody types for another `for WHOM`, at the end.
    void take_people(Step& step, std::string_view& rest) {
        for (const auto& [word, person] : {std::pair{std::string_view(" for "), &step.principal}, {std::string_view(" by "), &step.who}}) {
            const auto at = rest.rfind(word);
            if (at == std::string_view::npos) continue;
            if (step.verb != "start" && step.verb != "complete" && step.verb != "return" && step.verb != "pull-back" && step.verb != "take-up") continue;
            std::string_view name = rest.substr(at + word.size());
            *person = take_word(name);
            if (!name.empty()) problem(step.line, "after '" + std::string(trimmed(word)) + "' stands one username; found '" + *person + " " + std::string(name) + "'.");
            rest = trimmed(rest.substr(0, at));
        }
        // The subject of `pull-back` is nobody: only who does it.
        if (step.verb == "pull-back" && rest.starts_with("by ")) {
            rest.remove_prefix(3);
            step.who = take_word(rest);
        }
        if (!step.principal.empty() && step.who.empty()) problem(step.line, "'for' says for whom somebody types, and needs 'by WHO'.");
    }

    void take_wait(Step& step, std::string_view& rest) {
        const auto first = take_word(rest);
        if (first == "until") {
            const auto date = take_word(rest), time = take_word(rest);
            if (const auto until = read_local_time(date, time, read_.story.zone))
                step.until = *until;
            else
                problem(step.line, "'wait until' takes a date and a time, as 'wait until 2026-04-06 10:00'; found '" +
                                       date + " " + time + "'.");
        } else if (duration_ms(first)) {
            step.subject = first;
        } else {
            problem(step.line, "'wait' takes a duration or 'until' a time, as 'wait PT2H'; found '" + first + "'.");
        }
    }

    void take_publish(Step& step, std::string_view& rest) {
        step.subject = take_word(rest);
        if (step.subject.empty()) problem(step.line, "'publish' names a message; found nothing.");
        while (!rest.empty()) {
            const auto option = take_word(rest);
            if (option == "key")
                step.word = take_word(rest);
            else if (option == "keep")
                step.keep = take_word(rest);
            else
                return problem(step.line,
                               "after the message stand 'key TEXT' and 'keep DURATION'; found '" + option + "'.");
        }
        if (!step.keep.empty() && !duration_ms(step.keep))
            problem(step.line, "'keep' takes a duration, as 'keep PT1H'; found '" + step.keep + "'.");
    }

    ReadStory read_;
    std::vector<std::string> between_;  ///< comments and blank lines whose place is not known yet
    std::string step_text_;
    bool step_open_ = false, step_seen_ = false;
    int line_ = 0;
};

}  // namespace

ReadStory read_story(std::string_view text, std::string file) { return StoryReader(std::move(file)).run(text); }

std::string write_story(const Story& story, const std::vector<std::vector<std::string>>& recorded) {
    std::string text;
    const auto add = [&](const std::string& line) { text += line + "\n"; };
    for (const auto& line : story.head) add(line);
    for (std::size_t index = 0; index < story.steps.size(); ++index) {
        const auto& written = story.steps[index].written;
        if (index > 0 && !written.empty() && !trimmed(written.front()).empty()) add("");
        for (const auto& line : written) add(line);
        for (const auto& line : recorded.at(index)) add("  " + line);
    }
    return text;
}

std::string local_time(Instant instant, std::string_view zone) {
    auto text = to_iso8601(instant + zone_offset_ms(zone).value_or(0));  // 2026-04-02T10:00:00.000Z
    text[10] = ' ';
    if (text.substr(19, 4) != ".000") return text.substr(0, 23);
    return text.substr(0, text.substr(16, 3) == ":00" ? 16 : 19);
}

std::optional<std::int64_t> duration_ms(std::string_view iso) {
    if (!iso.starts_with('P') || iso.size() < 3 || iso.size() > 20) return std::nullopt;
    std::int64_t total = 0, number = -1;
    bool is_time = false;
    for (const char character : iso.substr(1)) {
        if (character >= '0' && character <= '9') {
            number = (number < 0 ? 0 : number) * 10 + (character - '0');
            if (number > 1'000'000) return std::nullopt;
            continue;
        }
        if (character == 'T' && !is_time && number < 0) {
            is_time = true;
            continue;
        }
        const std::int64_t unit = character == 'D' && !is_time  ? 86'400'000
                                  : character == 'H' && is_time ? 3'600'000
                                  : character == 'M' && is_time ? 60'000
                                  : character == 'S' && is_time ? 1'000
                                                                : 0;
        if (unit == 0 || number < 0) return std::nullopt;
        total += number * unit;
        number = -1;
    }
    if (number >= 0) return std::nullopt;
    return total;
}

std::string with_single_blanks(std::string_view text) {
    std::string out;
    for (const char character : trimmed(text)) {
        if (character != ' ' || out.back() != ' ') out += character;
    }
    return out;
}

}  // namespace dandori::test
