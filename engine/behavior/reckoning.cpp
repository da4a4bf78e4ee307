#include "engine/behavior/reckoning.h"

#include <algorithm>

#include "engine/feel/json.h"

namespace dandori::engine {

// The notes of an element: those of its input mappings, a null, those of what came after.

Reckoning::Reckoning(const feel::Surroundings& surroundings)
    : notes_(surroundings.notes), begins_at_(surroundings.notes ? surroundings.notes->size() : 0), at_(surroundings.now) {}

void Reckoning::begin(const feel::Surroundings& surroundings) {
    if (surroundings.notes) surroundings.notes->clear();
}

void Reckoning::mappings_done(const feel::Surroundings& surroundings) {
    if (surroundings.notes && !surroundings.notes->empty()) surroundings.notes->push_back({});
}

Json Reckoning::json() const {
    feel::List periods;
    if (!notes_ || notes_->empty()) return {};
    const auto of_mappings = std::ranges::find_if(*notes_, [](const feel::Value& note) { return note.is_null(); });
    if (of_mappings != notes_->end()) periods.insert(periods.end(), notes_->begin(), of_mappings);
    for (std::size_t i = begins_at_; i < notes_->size(); ++i) periods.push_back((*notes_)[i]);
    if (periods.empty()) return {};
    feel::Context context;
    context.put("at", to_iso8601(at_));
    context.put("periods", std::move(periods));
    return {feel::to_json(feel::Value(std::move(context)))};
}

}  // namespace dandori::engine
