#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "bpmn/model/element.h"

namespace dandori::bpmn {

/// The value of an element's `zeebe:property` of that name; empty where it has none.
inline std::string property_of(const Element& element, std::string_view name) {
    for (const auto& property : element.extension.properties) {
        if (property.name == name) return property.value;
    }
    return {};
}

/// The words of a text, between commas, without the blanks around them; none is empty.
inline std::vector<std::string> words_between_commas(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        const auto comma = text.find(',');
        std::string_view word = text.substr(0, comma);
        while (!word.empty() && word.front() == ' ') word.remove_prefix(1);
        while (!word.empty() && word.back() == ' ') word.remove_suffix(1);
        if (!word.empty()) words.emplace_back(word);
        text = comma == std::string_view::npos ? "" : text.substr(comma + 1);
    }
    return words;
}

}  // namespace dandori::bpmn
