#pragma once
#include "adapters/documents/paper.h"

namespace dandori::documents {

/// Boxes at the right margin, each with its label and, where it is sealed, a date stamp (日付印): red, round, section, date
/// and name; a period that decided has a square one.
void draw_seals(Paper&, const Seals&);

}  // namespace dandori::documents
