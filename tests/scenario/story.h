#pragma once
// A story: what people do, line by line after `>`, and what the engine records below. See README.md for the lines.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/instant.h"

namespace dandori::test {

/// What a line after `>` asks for. Which of the members are filled depends on the verb.
struct Step {
    int line = 0;             ///< of its first line in the file
    std::string verb;         ///< one of those in README.md
    std::string subject;      ///< process, element or message; of `wait` the ISO 8601 duration; of `show` the names
    std::size_t which = 1;    ///< the how many-th of several that wait at the element: `complete sign/2`
    std::string word;         ///< of `throw` the error code, of `fail` the retries left, of `assign` whom, of `publish` the key
    std::string who, principal;  ///< who does it, and for whom they type it; empty: nobody in particular
    std::string keep;         ///< of `publish` how long the message is kept, ISO 8601
    Instant until;            ///< of `wait until`
    std::string json = "{}";  ///< variables
    std::vector<std::string>
        written;  ///< as it stands in the file: comments and blank lines before it, then its own lines
    std::vector<std::string> recorded;  ///< what stands below it, trimmed
};

struct Story {
    std::string file;                 ///< path, for messages
    std::vector<std::string> head;    ///< as it stands in the file, up to the first step
    std::vector<std::string> deploy;  ///< files or folders to deploy, relative to the story's folder
    std::string people;               ///< a users.json, relative to the story's folder; may be empty
    std::string zone;                 ///< Asia/Tokyo or UTC: of all times that stand in the story
    Instant clock;                    ///< when it begins
    std::vector<Step> steps;
};

/// What came of reading a story: with any problem in it, it must not be run. Each problem is one line, `file:line:
/// ...`.
struct ReadStory {
    Story story;
    std::vector<std::string> problems;
};

inline constexpr std::size_t story_size_max = 1 << 20;  ///< bytes

ReadStory read_story(std::string_view text, std::string file);

/// The story's text with these lines below each step, in the order of its steps.
std::string write_story(const Story&, const std::vector<std::vector<std::string>>& recorded);

/// `2026-04-02 10:00`, with seconds or milliseconds where they are not zero.
std::string local_time(Instant, std::string_view zone);

/// Milliseconds of `PT90S`, `PT1H30M`, `P1DT2H`; none if it is anything else.
std::optional<std::int64_t> duration_ms(std::string_view iso);

/// The text with each run of blanks as one: how recorded lines are compared.
std::string with_single_blanks(std::string_view text);

}  // namespace dandori::test
