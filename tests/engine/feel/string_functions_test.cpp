#include "tests/engine/feel/table.h"

namespace dandori::feel::test {
namespace {

TEST(FeelStrings, CountCodePoints) {
    expect({{"string length(\"青木🐎\")", "3"},
            {"substring(\"青木太郎\", 3)", "\"太郎\""},
            {"substring(\"foobar\", 3, 3)", "\"oba\""},
            {"substring(\"foobar\", -2, 1)", "\"a\""},
            {"substring(\"foobar\", 4, 100)", "\"bar\""},
            {"substring(\"foobar\", 0)", "null"},
            {"substring(\"foobar\", 7)", "null"},
            {"substring(string: \"foobar\", start position: 2, length: 2)", "\"oo\""}});
}

TEST(FeelStrings, AreSearchedAndCut) {
    expect({{"substring before(\"foobar\", \"bar\")", "\"foo\""},
            {"substring before(\"foobar\", \"x\")", "\"\""},
            {"substring after(\"foobar\", \"ob\")", "\"ar\""},
            {"contains(\"foobar\", \"of\")", "false"},
            {"starts with(\"foobar\", \"fo\")", "true"},
            {"ends with(\"foobar\", \"ar\")", "true"},
            {"ends with(\"foobar\", null)", "null"},
            {"trim(\"  a b　\")", "\"a b\""},
            {"is blank(\" \\t\")", "true"},
            {"string join([\"a\", null, \"b\"], \", \")", "\"a, b\""},
            {"string join([\"a\", \"b\"], \"-\", \"<\", \">\")", "\"<a-b>\""},
            {"string join([\"a\", 1])", "null"},
            {"string join(\"a\")", "\"a\""}});
}

TEST(FeelStrings, ChangeCase) {
    expect(
        {{"upper case(\"aBc4é\")", "\"ABC4É\""}, {"lower case(\"ÀΩＡ\")", "\"àωａ\""}, {"upper case(\"\")", "\"\""}});
}

TEST(FeelStrings, HaveEscapes) {
    expect({{"\"\\u0041\\U01F40E\\ud83d\\udca9\"", "\"A🐎💩\""},
            {"\"a\\\"b\\\\c\\n\"", "\"a\\\"b\\\\c\\n\""},
            {"string length(\"\\d\")", "2"}});
}

TEST(FeelPatterns, Match) {
    expect({{"matches(\"foobar\", \"^fo*bar\")", "true"},
            {"matches(\"a\\nb\", \"a.b\")", "false"},
            {"matches(\"a\\nb\", \"a.b\", \"s\")", "true"},
            {"matches(\"Abc\", \"ABC\", \"i\")", "true"},
            {"matches(\"2026-04-01\", \"\\d{4}-\\d{2}-\\d{2}\")", "true"},
            {"matches(\"x\", \"[a-z-[x]]\")", "false"},
            {"matches(\"y\", \"[a-z-[x]]\")", "true"},
            {"matches(\"ひらがな\", \"^\\p{IsHiragana}+$\")", "true"},
            {"matches(\"a.b\", \"a.b\", \"q\")", "true"},
            {"matches(\"axb\", \"a.b\", \"q\")", "false"},
            {"matches(\"é\", \"\\w\")", "true"},
            {"matches(\"_\", \"\\w\")", "false"},
            {"matches(\"aa\", \"(a)\\1\")", "true"},
            {"matches(\"-\", \"[a-]\")", "true"},
            {"matches(\"1\", \"[\\D]\")", "false"},
            {"matches(\"1\", \"[^\\S5]\")", "false"},
            {"matches(\" \", \"[^\\S5]\")", "true"}});
}

TEST(FeelPatterns, ReplaceSplitAndExtract) {
    expect({{"replace(\"abracadabra\", \"bra\", \"*\")", "\"a*cada*\""},
            {"replace(\"abracadabra\", \"a(.)\", \"a$1$1\")", "\"abbraccaddabbra\""},
            {"replace(\"abcd\", \"(ab)|(a)\", \"[1=$1][2=$2]\")", "\"[1=ab][2=]cd\""},
            {"replace(\"darted\", \"^(.*?)d(.*)$\", \"$1c$2\")", "\"carted\""},
            {"replace(\"a1\", \"(a)\", \"$12\")", "\"a21\""},
            {"replace(\"1.5\", \"\\.\", \"\\$\")", "\"1$5\""},
            {"replace(\"abracadabra\", \".*?\", \"$1\")", "null"},
            {"replace(\"a\", \"a\", \"$\")", "null"},
            {"replace(\"a.b\", \".\", \"-\", \"q\")", "\"a-b\""},
            {"split(\"a;b;;c\", \";\")", "[\"a\", \"b\", \"\", \"c\"]"},
            {"split(\"John Doe\", \"\\s\")", "[\"John\", \"Doe\"]"},
            {"extract(\"references are 1234, 1256, 1378\", \"12[0-9]*\")", "[\"1234\", \"1256\"]"},
            {"extract(\"x\", \"y\")", "[]"}});
}

TEST(FeelPatterns, TellWhatIsWrongWithThem) {
    expect_warnings(
        {{"matches(\"a\", \"(.)\\3\")", "The pattern has \\3, but no such group before it (at character 6)."},
         {"matches(\"a\", \"[\")", "The pattern has a '[' without its ']' (at character 2)."},
         {"matches(\"a\", \"a**\")", "The pattern has a quantifier behind a quantifier (at character 3)."},
         {"matches(\"a\", \"(?<n>a)\")", "The pattern has a group of an unknown kind (at character 2)."},
         {"matches(\"a\", \"\\p{IsKlingon}\")", "The pattern has the unknown block 'IsKlingon' (at character 14)."},
         {"matches(\"a\", \"a\", \"p\")", "There is no flag 'p' of patterns; there are s, m, i, x and q."},
         {"matches(\"a\", \"*\")", "The pattern \"*\" can't be read: quantifier does not follow a repeatable item."},
         {"split(\"a\", \"x*\")",
          "The delimiter of 'split' is string \"x*\"; one that matches no empty text is needed."},
         {"replace(\"a\", \"a\", \"$x\")",
          "'replacement' of 'replace' is string \"$x\"; a text in which '$' stands before a digit and '\\' before '$' "
          "or '\\' is "
          "needed."}});
}

TEST(FeelConversion, MakesStringsAndNumbers) {
    expect({{"string(1.50)", "\"1.5\""},
            {"string(null)", "null"},
            {"string([1, \"a\", {b: \"c\"}, @\"2026-04-01\"])", "\"[1, \\\"a\\\", {b: \\\"c\\\"}, 2026-04-01]\""},
            {"string({\"a b\": 1, \"{\": 2})", "\"{a b: 1, \\\"{\\\": 2}\""},
            {"string([1..3)) + string(]\"a\"..\"b\"])", "\"[1..3)(\\\"a\\\"..\\\"b\\\"]\""},
            {"string(1E-50)", "\"0.00000000000000000000000000000000000000000000000001\""},
            {"string(1E+400)", "\"1E+400\""},
            {"number(\"1,234.5\", \",\", \".\")", "1234.5"},
            {"number(\"1 234,5\", \" \", \",\")", "1234.5"},
            {"number(\"1.234,5\", \".\", \",\")", "1234.5"},
            {"number(\"1,5\", null, \",\")", "1.5"},
            {"number(\"-0.50\")", "-0.5"},
            {"number(\"1,0\", \",\", \",\")", "null"},
            {"number(\"1\", \"'\")", "null"},
            {"number(\"x\")", "null"},
            {"range(\"[1..3)\") = [1..3)", "true"},
            {"range(\"(..3]\").end", "3"},
            {"range(\"]..3]\") = (<= 3)", "true"},
            {"range(\"[3..[\") = (>= 3)", "true"},
            {"range(\"[..3]\")", "null"},
            {"range(\"[..]\")", "null"},
            {"5 in range(\"[3..)\")", "true"},
            {"range(\"[a..3)\")", "null"}});
}

TEST(FeelCamunda, AddsItsFunctions) {
    expect({{"is defined(null)", "false"},
            {"get or else(null, 5)", "5"},
            {"get or else(1, 5)", "1"},
            {"assert(5, true)", "5"},
            {"to base64(\"FEEL\")", "\"RkVFTA==\""},
            {"from base64(\"RkVFTA==\")", "\"FEEL\""},
            {"to json({a: [1, null, \"x\"], d: @\"2026-04-01\"})",
             "\"{\\\"a\\\":[1,null,\\\"x\\\"],\\\"d\\\":\\\"2026-04-01\\\"}\""},
            {"from json(\"{\\\"a\\\": 1.10}\").a", "1.1"},
            {"from json(\"{\")", "null"},
            {"string length(uuid())", "36"},
            {"random number() < 1 and random number() >= 0", "true"},
            {"fromAi(5, \"how many\", \"number\")", "5"},
            {"is empty([])", "true"},
            {"duplicate values([1, 2, 3, 2, 1])", "[2, 1]"},
            {"partition([1, 2, 3, 4, 5], 2)", "[[1, 2], [3, 4], [5]]"},
            {"last day of month(@\"2028-02-10\")", "2028-02-29"},
            {"get value({a: {b: 1}}, [\"a\", \"b\"])", "1"}});
    expect_warnings({{"assert(5, false, \"too small\")", "too small"},
                     {"assert(5, false)", "The condition of 'assert' is boolean false; the value is number 5."}});
}

TEST(FeelCamunda, DrawsTheSameRandomNumbersFromTheSameSeed) {
    const auto parsed = Expression::parse("[random number(), uuid()]");
    Surroundings seeded = surroundings();
    seeded.seed = 7;
    const auto first = parsed->evaluate(ContextScope(Value()), seeded).value;
    EXPECT_EQ(parsed->evaluate(ContextScope(Value()), seeded).value, first);
    seeded.seed = 8;
    EXPECT_FALSE(parsed->evaluate(ContextScope(Value()), seeded).value == first);
}

}  // namespace
}  // namespace dandori::feel::test
