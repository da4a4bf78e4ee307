#pragma once
#include <fstream>
#include <string>

#include "adapters/forms/template.h"

namespace dandori::test {

inline std::string file_text(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// One of the templates that processes bring along.
inline std::string shipped_template(const std::string& id) {
    return file_text(std::string(DANDORI_SOURCE_DIR) + "/processes/gcas-request/request-forms/" + id + "-1.json");
}

/// A form with a column of every type.
inline const std::string every_type = R"json({"id": "every", "version": 1, "title": "すべての型", "naturalKey": ["mail"],
  "codeLists": {"size": {"small": "小", "large": "大（10人から）"}},
  "columns": [
    {"key": "request_no", "header": "依頼番号", "type": "id", "required": "must", "pattern": "^[A-Z]{3}-R[0-9]{2}-[0-9]{5}$", "from": "=caseNo"},
    {"key": "line_no", "header": "行番号", "type": "integer", "required": "must", "from": "=line"},
    {"key": "name", "header": "氏名", "type": "name", "required": "must", "maxLength": 10, "from": "=name"},
    {"key": "kana", "header": "カナ", "type": "kana", "from": "=kana"},
    {"key": "mail", "header": "メール", "type": "mail", "required": "must", "from": "=mail"},
    {"key": "account", "header": "環境ID", "type": "id", "patternBy": "size", "patterns": {"small": "^[0-9]{12}$"}, "from": "=account"},
    {"key": "cidr", "header": "CIDR", "type": "cidr", "from": "=cidr"},
    {"key": "size", "header": "規模", "type": "code", "codeList": "size", "from": "=size"},
    {"key": "until", "header": "終了日", "type": "date", "required": "if:size=large", "from": "=until"},
    {"key": "ok", "header": "同意", "type": "boolean", "from": "=ok"},
    {"key": "note", "header": "備考", "type": "text", "from": "=note"}],
  "rules": [{"when": "date(until) >= date(start)", "message": "開始より前です", "at": "until"},
            {"when": "size = \"small\"", "message": "大は珍しい", "at": "size", "level": "warning"},
            {"form": "count(distinct values(lines.mail)) = count(lines)", "message": "同じ方が二度あります", "at": "mail"}],
  "xlsx": {"sheet": "一覧", "cells": {"A1": "すべての型", "B2": "=formNumber"}, "table": {"firstRow": 5, "lastRow": 7}},
  "answer": {"columns": {"request_no": "依頼番号", "line_no": "行番号", "receipt_no": "受付番号", "result": "結果", "issued_id": "発行ID", "answered_on": "回答日", "message": "連絡事項"},
             "results": {"発行済": "issued", "完了": "issued", "却下": "rejected", "照会": "question"},
             "message": "every.answer", "earlierVariable": "results", "receiptVariable": "receiptNo"}})json";

}  // namespace dandori::test
