#include "adapters/inbox/guessable.h"

#include <algorithm>
#include <array>
#include <set>

namespace dandori::inbox {
namespace {

constexpr std::size_t letters_of_ones_own_min = 4;
constexpr std::size_t different_min = 5;
constexpr std::size_t run_min = 3;
constexpr std::size_t username_min = 3;

/// Longer ones first, so that none is broken by a shorter one within it.
constexpr std::array common_words{
    "administrator", "professional", "butterfly", "chocolate", "microsoft", "liverpool", "september", "password", "passwort", "pasuwado",
    "iloveyou",      "sunshine",     "princess",  "football",  "baseball",  "superman",  "computer",  "internet", "starwars", "whatever",
    "trustno",       "changeme",     "november",  "december",  "february",  "thursday",  "saturday",  "wednesday", "himitsu", "aishiteru",
    "dandori",       "welcome",      "letmein",   "charlie",   "michael",   "jessica",   "jennifer",  "ashley",   "freedom",  "mustang",
    "default",       "october",      "january",   "tuesday",   "company",   "manager",   "network",   "samsung",  "pokemon",  "arigato",
    "konnichiwa",    "passwd",       "dragon",    "master",    "monkey",    "shadow",    "jordan",    "harley",   "hunter",   "ranger",
    "batman",        "secret",       "summer",    "winter",    "spring",    "autumn",    "friday",    "monday",   "sunday",   "august",
    "server",        "google",       "sakura",    "nippon",    "naruto",    "doraemon",  "hello",     "world",    "admin",    "login",
    "guest",         "system",       "tokyo",     "osaka",     "japan",     "april",     "march",     "access",   "office",   "user",
    "root",          "test",         "love",      "pass",      "july",      "june",      "abc"};

/// Neighbours on a keyboard, besides those of the alphabet and of the digits.
constexpr std::array rows{"qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "1q2w3e4r5t6y7u8i9o0p", "qazwsxedcrfvtgbyhnujm"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// In small letters, without spaces and signs, and with so many of the signs and digits that stand for letters read as those.
std::string folded(std::string_view text, std::size_t signs_read) {
    const auto signs = std::string_view("@$!013457").substr(0, signs_read), letters = std::string_view("asioleast");
    std::string fold;
    for (char c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (const auto at = signs.find(c); at != std::string_view::npos) c = letters[at];
        if (is_letter(c) || is_digit(c)) fold += c;
    }
    return fold;
}

bool take_out(std::string& text, std::string_view piece) {
    bool any = false;
    for (auto at = text.find(piece); at != std::string::npos; at = text.find(piece, at)) {
        text.erase(at, piece.size());
        any = true;
    }
    return any;
}

bool are_neighbours(char a, char b, int step) {
    if (step == 0) return a == b;
    if ((is_letter(a) && is_letter(b)) || (is_digit(a) && is_digit(b))) return b - a == step || (is_digit(a) && (a - '0' + step + 10) % 10 == b - '0');
    return false;
}

/// Runs such as `1234`, `cba`, `aaaa`.
bool take_out_runs(std::string& text) {
    bool any = false;
    for (const int step : {1, -1, 0}) {
        for (std::size_t at = 0; at < text.size();) {
            std::size_t end = at + 1;
            while (end < text.size() && are_neighbours(text[end - 1], text[end], step)) ++end;
            if (end - at < run_min) {
                ++at;
                continue;
            }
            text.erase(at, end - at);
            any = true;
        }
    }
    return any;
}

/// Pieces of a keyboard's rows, either way.
bool take_out_rows(std::string& text) {
    bool any = false;
    for (std::string row : rows) {
        for (int way = 0; way < 2; ++way) {
            for (std::size_t at = 0; at + run_min < text.size() + 1;) {
                std::size_t size = 0;
                while (at + size < text.size() && row.find(text.substr(at, size + 1)) != std::string::npos) ++size;
                if (size > run_min) {
                    text.erase(at, size);
                    any = true;
                } else {
                    ++at;
                }
            }
            std::reverse(row.begin(), row.end());
        }
    }
    return any;
}

bool is_left_with_little(std::string text, std::string_view username) {
    bool any = false;
    const auto name = folded(username, 0);
    if (name.size() >= username_min) any = take_out(text, name);
    for (const std::string_view word : common_words) any = take_out(text, word) || any;
    any = take_out_rows(text) || any;
    any = take_out_runs(text) || any;
    return any && static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_letter)) < letters_of_ones_own_min;
}

}  // namespace

bool is_guessable(std::string_view password, std::string_view username) {
    const auto plain = folded(password, 0);
    if (std::set<char>(plain.begin(), plain.end()).size() < different_min) return true;
    // `P@ssw0rd345` ends with digits, `l3tm31n` has them for letters.
    constexpr std::size_t signs_and_zero = 4, all = 9;
    return is_left_with_little(plain, username) || is_left_with_little(folded(password, signs_and_zero), username) ||
           is_left_with_little(folded(password, all), username);
}

}  // namespace dandori::inbox
