#pragma once
#include "adapters/documents/pdf.h"

namespace dandori::documents {

/// The document as a workbook: each table a sheet of its own, with what stands before it (title, texts, facts, seals) above
/// it; real numbers and dates, texts never formulas. The same content gives the same bytes.
Result<MadeFile> xlsx_of(const Content&);

}  // namespace dandori::documents
