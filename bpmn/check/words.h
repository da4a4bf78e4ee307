#pragma once
// How the checker's sentences call things, in both languages.

#include <string>
#include <string_view>
#include <vector>

#include "bpmn/model/process.h"

namespace dandori::bpmn::check_detail {

/// A piece of a sentence.
struct Words {
    std::string english, japanese;

    Words(std::string both) : english(both), japanese(std::move(both)) {}
    Words(const char* both) : Words(std::string(both)) {}
    Words(std::string in_english, std::string in_japanese)
        : english(std::move(in_english)), japanese(std::move(in_japanese)) {}
    Words(int number) : Words(std::to_string(number)) {}
};

/// "User task 'approve'": the kind in words and the id, to begin a sentence with.
Words titled(const FlowNode&);
/// "user task 'approve'", within a sentence.
Words named(const FlowNode&);
/// "process 'p'" or "sub-process 's'", within a sentence.
Words named(const Scope&);
/// "timer", "compensation" ...
std::string_view word(const EventDefinition&);
/// The same in both languages, in English with its article: "a timer", "an error".
Words with_article(const EventDefinition&);
/// "'a', 'b' and 'c'".
Words listed(const std::vector<const FlowNode*>&);
/// On one line, without white space around it.
std::string one_line(const std::string&);
/// Nothing but white space.
bool blank(std::string_view);

}  // namespace dandori::bpmn::check_detail
