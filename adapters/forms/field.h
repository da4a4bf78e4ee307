#pragma once
// One field of a form: a value as processes know it, made plain.

#include <optional>
#include <string>
#include <string_view>

#include "adapters/forms/template.h"
#include "adapters/spreadsheet/cell.h"

namespace dandori::forms {

/// A value as it stands in a process and in what is compared: a text (codes by their code, dates as 2026-04-01, truths as true and false, integers
/// in digits). Empty: nothing.
struct Field {
    std::string value;
    std::string fault;        ///< in Japanese, for whoever fills the form; empty: none
    bool is_changed = false;  ///< made plain: what was given looked different
};

/// Makes a value plain by its column's type, and says what is wrong with it: half-width kana become full-width, digits and ids plain, spaces at the
/// ends go. Doesn't look at patterns, nor at whether it is required.
Field read_field(const Column&, std::string_view given);

/// As it is written into a cell: a code by its label, a date as a date.
spreadsheet::CellValue cell_of(const Column&, const std::string& value);
/// As it is written into CSV: dates as 2026/04/01; a text that a spreadsheet would take for a formula gets a `'` in front.
std::string csv_text_of(const Column&, const std::string& value);

/// Texts that mean the same to a reader are equal: NFKC, without line breaks and blanks at the ends.
std::string comparable(std::string_view text);
/// Unicode's NFKC; invalid UTF-8 comes back as it is.
std::string to_nfkc(std::string_view text);
/// 2026-04-01 out of 2026-04-01, 2026/4/1, 2026年4月1日, 令和8年4月1日, R8.4.1, or a time that begins with such a date; none where it is no day.
std::optional<std::string> date_in(std::string_view text);

}  // namespace dandori::forms
