#pragma once
// What the fuzz targets of FEEL begin with: expressions that together use the whole grammar, and JSON.

#include <cstdlib>
#include <string>
#include <vector>

namespace dandori::test {

inline std::vector<std::string> feel_corpus() {
    return {
        "if x > 20 and name != null then \"a\" + name else order.items[price > 5].price[1]",
        "for i in 1..5, j in [1, 2] return if i = 1 then 1 else i * partial[-1] + j",
        "some f in flags satisfies f or every f in flags satisfies not(f)",
        "{f: function(n: number, m) if n < 1 then m else f(n - 1, m * 2), r: sort([3, 1, 2], function(a, b) a < b)}.r",
        "x in (< 5, [20..30), 7) or date(\"2026-04-01\") + @\"P1DT2H3.5S\" instance of date and time",
        "not(> 5, \"a\", [1..3], ]4..5[, null)",
        "replace(\"abracadabra\", \"(a)([b-z-[c]])\", \"$2$1\", \"i\") + upper case(\"ß青\\u00e9\\U01F40E\")",
        "split(\"a;b;;c\", \";\")[item != \"\"] = matches(name, \"^\\p{IsBasicLatin}+|\\S*$\", \"smx\")",
        "string join([string(1.50), string(@\"-P1Y2M\"), string(@\"2026-04-01T10:00:00@Asia/Tokyo\")], \", \")",
        "substring(name, -1, 1) = substring before(\"foobar\", \"bar\") or number(\"1 000,5\", \" \", \",\") ** -0.5 "
        ">= 1E-5",
        "context put({a: {b: 1}}, [\"a\", \"c\"], [1, 2][-1]) between 1 and sum(flatten([[1], [[2]]])) / 3 - "
        "modulo(-7, 2)",
        "[1, 2] instance of list<number> and {a: 1} instance of context<a: number> and f instance of function<number> "
        "-> Any",
        "overlaps([1..5], (3..8]) and week of year(@\"2026-12-31\") = 53 // done\n /* and */",
        "distinct values(concatenate([1, \"1\"], [1.0])) = union([null], partition([1, 2, 3], 2)) = mode([1, 1, 2])",
        "{\"a\": [1, -2.5e-3, 1E+40, \"\\ud83d\\udca9\\n\"], \"b\": {\"c\": null, \"\": true}, \"e+f\": [[]]}"};
}

/// DANDORI_FUZZ_ROUNDS asks for a longer run.
inline std::size_t feel_fuzz_rounds() {
    const char* asked = std::getenv("DANDORI_FUZZ_ROUNDS");
    return asked != nullptr ? std::strtoul(asked, nullptr, 10) : 20'000;
}

}  // namespace dandori::test
