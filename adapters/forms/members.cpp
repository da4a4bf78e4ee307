#include "adapters/forms/members.h"

namespace dandori::forms {

tl::unexpected<Failure> unusable(const std::string& place, const std::string& what) {
    return fail(Failure::Kind::Syntax, "'" + place + "' of the request form " + what);
}

Result<Members> Members::of(const boost::json::value& value, std::string place) {
    if (value.is_object()) return Members(value.get_object(), std::move(place));
    return unusable(place, "is no object; one in {} is needed.");
}

const boost::json::value* Members::any(const char* name) {
    asked_.insert(name);
    return object_->if_contains(name);
}

Result<std::string> Members::text(const char* name) {
    const auto* value = any(name);
    if (!value || value->is_null()) return std::string();
    if (value->is_string()) return std::string(value->get_string());
    return unusable(place_of(name), "is no text; one in quotes is needed.");
}

Result<std::string> Members::needed_text(const char* name) {
    auto text = TRY(this->text(name));
    if (text.empty()) return unusable(place_of(name), "is missing; a text is needed.");
    return text;
}

Result<std::int64_t> Members::integer(const char* name, std::int64_t from, std::int64_t to, std::int64_t otherwise) {
    const auto* value = any(name);
    if (!value || value->is_null()) return otherwise;
    boost::system::error_code error;
    const auto number = value->to_number<std::int64_t>(error);
    if (!error && number >= from && number <= to) return number;
    return unusable(place_of(name), "must be a whole number from " + std::to_string(from) + " to " + std::to_string(to) + ".");
}

Result<std::vector<std::string>> Members::texts(const char* name) {
    std::vector<std::string> texts;
    const auto* value = any(name);
    if (!value || value->is_null()) return texts;
    if (!value->is_array()) return unusable(place_of(name), "is no list; one in [] is needed.");
    for (const auto& entry : value->get_array()) {
        if (!entry.is_string()) return unusable(place_of(name), "holds what is no text.");
        texts.emplace_back(entry.get_string());
    }
    return texts;
}

Result<std::vector<std::pair<std::string, std::string>>> Members::text_members(const char* name) {
    std::vector<std::pair<std::string, std::string>> members;
    const auto* value = any(name);
    if (!value || value->is_null()) return members;
    if (!value->is_object()) return unusable(place_of(name), "is no object; one in {} is needed.");
    for (const auto& [key, entry] : value->get_object()) {
        if (!entry.is_string()) return unusable(place_of(name) + "." + std::string(key), "is no text; one in quotes is needed.");
        members.emplace_back(key, std::string(entry.get_string()));
    }
    return members;
}

Result<void> Members::nothing_else() const {
    for (const auto& [key, value] : *object_) {
        if (!asked_.contains(std::string(key))) return unusable(place_of(std::string_view(key.data(), key.size())), "is not known; is it misspelt?");
    }
    return {};
}

}  // namespace dandori::forms
