#include <gtest/gtest.h>

#include "tests/fuzz/driver.h"
#include "tests/support/torture_mails.h"

namespace dandori {
namespace {

TEST(MimeFuzz, NoMailCanDoHarm) {
    std::vector<std::string> corpus{"From: =?iso-2022-jp?B?GyRCNEY7axsoQg==?= <zabbix@infra.example.jp>\r\nTo: a@b.jp, g: "
                "c@d.jp;\r\nMessage-ID: <a@b>\r\n"
                "References: <x@y> <z@y>\r\nReturn-Path: <>\r\nDate: Thu, 02 Apr 2026 10:00:00 +0900\r\nSubject: "
                "=?Shift_JIS?Q?=8F=E1=8AQ?=\r\n"
                " =?utf-8?B?6Zqc?=\r\nContent-Type: text/plain; charset=iso-2022-jp\r\n\r\nHost\x1B$B>c32\x1B(B\r\n",
                "From: a@b.jp\nContent-Type: multipart/mixed; boundary=out\n\n--out\nContent-Type: "
                "multipart/alternative; boundary=in\n\n"
                "--in\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n6Zqc5a6z\n"
                "--in\nContent-Type: text/html\nContent-Transfer-Encoding: "
                "quoted-printable\n\n<p>=E9=9A=9C&amp;&#x3042;<style>x</style>\n--in--\n"
                "--out\nContent-Type: application/pdf; name*0*=utf-8''%E8%A8%98; name*1=x\nContent-Disposition: "
                "attachment\n\nx\n"
                "--out\nContent-Type: message/rfc822\n\nSubject: inner\n\nwords\n--out--\n",
                "Subject: [{{= caseNo }}] {{= {a: {b: 1}} }}\nImportance: high\n\n{{= \"}}\" }} 様\n{{= x }}\n"};
    for (auto& mail : test::torture_mails()) {
        if (mail.raw.size() <= 16 * 1024) corpus.push_back(std::move(mail.raw));
    }
    test::fuzz(corpus, 20260402, 20'000);
}

}  // namespace
}  // namespace dandori
