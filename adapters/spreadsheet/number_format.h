#pragma once
#include <string_view>

namespace dandori::spreadsheet {

/// What a number format shows of a number.
enum class NumberMeaning { Number, Date, Time };

/// Of a format that is built in (ECMA-376 part 1, 18.8.30, with the Japanese ones 27 to 36 and 50 to 58).
NumberMeaning meaning_of_format(unsigned id);
/// Of a format's code: `yyyy"年"m"月"d"日"` and `[$-411]ggge"年"` show a date, `[h]:mm` a time, `0.00E+00` and `[Red]General` a number.
NumberMeaning meaning_of_format(std::string_view code);

}  // namespace dandori::spreadsheet
