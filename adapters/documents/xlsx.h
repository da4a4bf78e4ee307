#pragma once
#include "adapters/documents/pdf.h"

namespace dandori::documents {

/// The document as a workbook: each table a sheet of its own, named by its heading; all else (title, texts, facts, seals)
/// line by line on one sheet. Real numbers and dates, texts never formulas. The same content gives the same bytes.
Result<MadeFile> xlsx_of(const Content&);

}  // namespace dandori::documents
