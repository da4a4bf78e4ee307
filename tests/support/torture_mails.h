#pragma once
// Mails as nobody should write them and somebody does.

#include <string>
#include <vector>

namespace dandori::test {

struct TortureMail {
    std::string name;
    std::string raw;
    std::string text;  ///< found in what is read as its text; empty: nothing is asked of it
    std::string note;  ///< found in the notes; empty: nothing is asked of them
};

namespace torture {

inline std::string repeated(const std::string& text, std::size_t count) {
    std::string all;
    all.reserve(text.size() * count);
    for (std::size_t at = 0; at < count; ++at) all += text;
    return all;
}

inline std::string headed(const std::string& id, const std::string& headers_and_body) {
    return "From: taro@vendor.example.jp\r\nTo: incident@desk.example.jp\r\nMessage-ID: <" + id + "@vendor.example.jp>\r\n" + headers_and_body;
}

inline std::string typed(const std::string& id, const std::string& type, const std::string& body, const std::string& encoding = "8bit") {
    return headed(id, "Subject: " + id + "\r\nMIME-Version: 1.0\r\nContent-Type: " + type + "\r\nContent-Transfer-Encoding: " + encoding + "\r\n\r\n" + body);
}

inline std::string deep(std::size_t levels) {
    std::string begin, end;
    for (std::size_t at = 0; at < levels; ++at) {
        const auto mark = "b" + std::to_string(at);
        begin += "Content-Type: multipart/mixed; boundary=" + mark + "\r\n\r\n--" + mark + "\r\n";
        end.insert(0, "\r\n--" + mark + "--\r\n");
    }
    return begin + "Content-Type: text/plain\r\n\r\nat the bottom" + end;
}

inline std::string letters_in_letters(std::size_t levels) {
    std::string text;
    for (std::size_t at = 0; at < levels; ++at) text += "Content-Type: message/rfc822\r\n\r\nSubject: " + std::to_string(at) + "\r\n";
    return text + "\r\nthe innermost";
}

/// A stored (not compressed) archive of one file; its sums are wrong on purpose.
inline std::string zip_of(const std::string& name, const std::string& content) {
    const auto number = [](std::size_t value, int bytes) {
        std::string text;
        for (int at = 0; at < bytes; ++at) text += static_cast<char>((value >> (8 * at)) & 0xFF);
        return text;
    };
    const auto sizes = number(0, 4) + number(content.size(), 4) + number(content.size(), 4) + number(name.size(), 2) + number(0, 2);
    const auto local = "PK\x03\x04" + number(20, 2) + number(0, 8) + sizes + name + content;
    const auto entry = "PK\x01\x02" + number(20, 2) + number(20, 2) + number(0, 8) + sizes + number(0, 14) + name;
    return local + entry + "PK\x05\x06" + number(0, 4) + number(1, 2) + number(1, 2) + number(entry.size(), 4) + number(local.size(), 4) + number(0, 2);
}

}  // namespace torture

inline std::vector<TortureMail> torture_mails() {
    using namespace torture;
    using namespace std::string_literals;
    const auto mixed = "multipart/mixed; boundary=b"s;
    const auto part = "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"s;
    return {
        {"a boundary that never comes", typed("t1", mixed, "words before\r\n--other\r\n\r\nwords\r\n"), "", "A multipart without parts"},
        {"no boundary parameter", typed("t2", "multipart/mixed", part + "words\r\n--b--\r\n"), "", "A multipart without parts"},
        {"an empty boundary", typed("t3", "multipart/mixed; boundary=\"\"", "--\r\n\r\nwords\r\n----\r\n"), "", ""},
        {"no end", typed("t4", mixed, part + "words without an end"), "words without an end", ""},
        {"an end in the middle", typed("t5", mixed, part + "first\r\n--b--\r\n" + part + "second\r\n--b--\r\n"), "first", ""},
        {"one boundary is the other's beginning", typed("t6", mixed, "--b\r\nContent-Type: multipart/mixed; boundary=bb\r\n\r\n--bb\r\n\r\ninner\r\n--bb--\r\n--b--\r\n"), "inner", ""},
        {"the same boundary in two levels", typed("t7", mixed, "--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nwhere am I\r\n--b--\r\n--b--\r\n"), "where am I", ""},
        {"a boundary of 5000 letters", typed("t8", "multipart/mixed; boundary=" + repeated("x", 5000), "--" + repeated("x", 5000) + "\r\n\r\nwords\r\n"), "", ""},
        {"line ends of all kinds", typed("t9", mixed, "--b\n\nunix\r--b\r\rmac\r\n--b--\n"), "", ""},
        {"says utf-8, is Shift_JIS", typed("t10", "text/plain; charset=utf-8", "\x8F\xE1\x8AQ\r\n"), "", ""},
        {"says us-ascii, is utf-8", typed("t11", "text/plain; charset=us-ascii", "障害です\r\n"), "障害です", ""},
        {"says an unknown charset", typed("t12", "text/plain; charset=x-klingon", "障害です\r\n"), "障害です", ""},
        {"says utf-7", typed("t13", "text/plain; charset=utf-7", "+lpxbsw-\r\n"), "", ""},
        {"iso-2022-jp with half-width kana", typed("t14", "text/plain; charset=iso-2022-jp", "\x1B(I\x4A\x5D\x36\x38\x1B(B\r\n", "7bit"), "ﾊﾝｶｸ", ""},
        {"iso-2022-jp with half-width kana by SO", typed("t15", "text/plain; charset=iso-2022-jp", "\x0E\x4A\x5D\x0F\r\n", "7bit"), "", ""},
        {"iso-2022-jp with a maker's characters", typed("t16", "text/plain; charset=iso-2022-jp", "\x1B$B-!-j\x1B(B\r\n", "7bit"), "①㈱", ""},
        {"iso-2022-jp cut in a character", typed("t17", "text/plain; charset=iso-2022-jp", "\x1B$B>", "7bit"), "", ""},
        {"iso-2022-jp that never goes back", typed("t18", "text/plain; charset=iso-2022-jp", "\x1B$B>c32\r\nplain again\r\n", "7bit"), "障害", ""},
        {"euc-jp labelled shift_jis", typed("t19", "text/plain; charset=shift_jis", "\xBE\xE3\xB3\xB2\r\n"), "", ""},
        {"broken base64", typed("t20", "text/plain; charset=utf-8", "6Zqc5a6z!!!???\r\n=\r\n===", "base64"), "障害", ""},
        {"base64 in one line of a megabyte", typed("t21", "text/plain", repeated("QUFB", 262'144), "base64"), "AAAAAA", ""},
        {"broken quoted-printable", typed("t22", "text/plain; charset=utf-8", "=E9=9A=9C=ZZ==\r\n=", "quoted-printable"), "障", ""},
        {"an encoding nobody knows", typed("t23", "text/plain", "words\r\n", "x-uuencode-of-my-own"), "words", ""},
        {"an encoded word cut in a character", headed("t24", "Subject: =?utf-8?B?6Zqc5a4=?= =?utf-8?B?sw==?=\r\n\r\nwords\r\n"), "words", ""},
        {"an encoded word without an end", headed("t25", "Subject: =?iso-2022-jp?B?GyRCPmMz\r\n\r\nwords\r\n"), "words", ""},
        {"an encoded word that breaks the line", headed("t26", "Subject: =?utf-8?Q?a=0D=0ABcc:_x=40y?=\r\n\r\nwords\r\n"), "words", ""},
        {"a file name in encoded words", typed("t27", mixed, "--b\r\nContent-Type: application/pdf; name=\"=?iso-2022-jp?B?GyRCPmMzMhsoQi5wZGY=?=\"\r\n\r\nx\r\n--b--\r\n"), "", ""},
        {"a file name in pieces that miss one", typed("t28", mixed, "--b\r\nContent-Type: application/pdf; name*0*=utf-8''%E9%9A; name*2*=%9C; name*99999999999=x\r\n\r\nx\r\n--b--\r\n"), "", ""},
        {"a file name that climbs", typed("t29", mixed, "--b\r\nContent-Disposition: attachment; filename=\"../../../../etc/passwd\"\r\n\r\nx\r\n--b--\r\n"), "", ""},
        {"10,000 parts", typed("t30", mixed, repeated(part + "words\r\n", 10'000) + "--b--\r\n"), "words", "Parts after the first"},
        {"1,000 levels", headed("t31", "Subject: t31\r\nMIME-Version: 1.0\r\n" + deep(1000)), "", "deeper than"},
        {"100 mails within one another", headed("t32", "Subject: t32\r\nMIME-Version: 1.0\r\n" + letters_in_letters(100)), "", ""},
        {"winmail.dat", typed("t33", mixed, part + "see the attachment\r\n--b\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\neJ8+IgAAAAABAAEA\r\n--b--\r\n"),
         "see the attachment", ""},
        {"a zip in a zip in a zip", typed("t34", mixed, part + "see the attachment\r\n--b\r\nContent-Type: application/zip; name=a.zip\r\n\r\n" +
                                                            zip_of("b.zip", zip_of("c.zip", zip_of("d.exe", "MZ"))) + "\r\n--b--\r\n"),
         "see the attachment", ""},
        {"a header of a megabyte", headed("t35", "Subject: " + repeated("x", 1 << 20) + "\r\n\r\nwords\r\n"), "words", "A header was cut"},
        {"a header folded 100,000 times", headed("t36", "Subject: x\r\n" + repeated(" y\r\n", 100'000) + "\r\nwords\r\n"), "words", "A header was cut"},
        {"20,000 headers", headed("t37", repeated("X-A: b\r\n", 20'000) + "Subject: late\r\n\r\nwords\r\n"), "words", "Headers after the first"},
        {"10,000 recipients", headed("t38", "Cc: " + repeated("a@b.jp, ", 10'000) + "a@b.jp\r\nSubject: t38\r\n\r\nwords\r\n"), "words", ""},
        {"addresses within groups within quotes", headed("t39", "Cc: \"a, <b@c>\" <d@e>, g: h@i, j:k@l;;, <<m@n>>, (((o@p\r\nSubject: t39\r\n\r\nwords\r\n"), "words", ""},
        {"NUL bytes", headed("t40", "Subject: a\0b\r\nX-\0: c\r\n\r\nwords\0 and more\r\n"s), "", ""},
        {"8-bit headers in Shift_JIS", headed("t41", "Subject: \x8F\xE1\x8AQ\r\n\r\nwords\r\n"), "words", ""},
        {"8-bit headers in UTF-8", headed("t42", "Subject: 障害です\r\n\r\nwords\r\n"), "words", ""},
        {"no Message-ID", "From: a@b.jp\r\nSubject: t43\r\n\r\nwords\r\n", "words", ""},
        {"an empty Message-ID", "From: a@b.jp\r\nMessage-ID: <>\r\nSubject: t44\r\n\r\nwords\r\n", "words", ""},
        {"a Message-ID of 10,000 letters", headed(repeated("x", 10'000), "Subject: t45\r\n\r\nwords\r\n"), "words", ""},
        {"two Message-IDs", headed("t46", "Message-ID: <second@x>\r\nSubject: t46\r\n\r\nwords\r\n"), "words", ""},
        {"no From", "Message-ID: <t47@x>\r\nSubject: t47\r\n\r\nwords\r\n", "words", ""},
        {"a From that is none", "From: ,;:<>@\r\nMessage-ID: <t48@x>\r\nSubject: t48\r\n\r\nwords\r\n", "words", ""},
        {"two Froms", "From: a@b.jp\r\nFrom: c@d.jp\r\nMessage-ID: <t49@x>\r\nSubject: t49\r\n\r\nwords\r\n", "words", ""},
        {"in the year 1900", headed("t50", "Date: Mon, 01 Jan 1900 00:00:00 +0900\r\nSubject: t50\r\n\r\nwords\r\n"), "words", ""},
        {"in the year 9999", headed("t51", "Date: Fri, 31 Dec 9999 23:59:59 +0900\r\nSubject: t51\r\n\r\nwords\r\n"), "words", ""},
        {"on a day that isn't", headed("t52", "Date: Xyz, 32 Foo 20266 99:99:99 +9999\r\nSubject: t52\r\n\r\nwords\r\n"), "words", ""},
        {"an mbox line", "From taro Thu Apr  2 10:00:00 2026\r\n" + headed("t53", "Subject: t53\r\n\r\nwords\r\n>From here\r\n"), "words", ""},
        {"an mbox line in the middle", headed("t54", "Subject: t54\r\n\r\nwords\r\nFrom here it goes on\r\n"), "From here it goes on", ""},
        {"no empty line", headed("t55", "Subject: t55\r\n"), "", ""},
        {"a line among the headers that is none", headed("t56", "this is no header\r\nSubject: t56\r\n\r\nwords\r\n"), "", ""},
        {"headers that begin with white space", "  From: a@b.jp\r\nMessage-ID: <t57@x>\r\n\r\nwords\r\n", "", ""},
        {"HTML that never closes", typed("t58", "text/html; charset=utf-8", repeated("<div><table><tr><td>", 20'000) + "words"), "words", ""},
        {"HTML with a script", typed("t59", "text/html; charset=utf-8", "<script>alert(1)</script><p>words</p>"), "words", ""},
        {"an external body", typed("t60", "message/external-body; access-type=local-file; name=\"/etc/passwd\"", "Content-Type: text/plain\r\n\r\n"), "", ""},
        {"a partial mail", typed("t61", "message/partial; id=x; number=1; total=3", "words\r\n"), "", ""},
        {"a signed mail", typed("t62", "multipart/signed; micalg=sha-256; protocol=\"application/pgp-signature\"; boundary=b", part + "words\r\n--b\r\nContent-Type: application/pgp-signature\r\n\r\nx\r\n--b--\r\n"), "words", ""},
        {"a report about nothing", typed("t63", "multipart/report; report-type=delivery-status; boundary=b", "--b\r\nContent-Type: message/delivery-status\r\n\r\n:::\r\n\r\n\r\n--b--\r\n"), "", ""},
        {"no header at all", "just words\r\nand more words\r\n", "", ""},
        {"bytes", std::string("\xFF\xFE\x00\x01\x80\x81 \r\n\r\n\xFF", 13), "", ""},
    };
}

}  // namespace dandori::test
