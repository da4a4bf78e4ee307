#pragma once
#include "adapters/documents/paper.h"

namespace dandori::documents {

/// A grid with its column titles at its head and at the head of each further page. A row stays on one page; one higher
/// than a page is broken between lines.
void draw_table(Paper&, const Table&);

/// Labels with their values in a grid.
void draw_facts(Paper&, const Facts&);

}  // namespace dandori::documents
