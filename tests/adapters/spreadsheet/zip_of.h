#pragma once
#include <zip.h>

#include <string>
#include <utility>
#include <vector>

namespace dandori::test {

using Parts = std::vector<std::pair<std::string, std::string>>;

/// A zip file in memory with these parts.
inline std::string zip_of(const Parts& parts) {
    zip_error_t error;
    ::zip_error_init(&error);
    auto* source = ::zip_source_buffer_create(nullptr, 0, 0, &error);
    ::zip_source_keep(source);
    auto* archive = ::zip_open_from_source(source, ZIP_TRUNCATE, &error);
    for (const auto& [name, content] : parts) {
        const auto index = ::zip_file_add(archive, name.c_str(), ::zip_source_buffer(archive, content.data(), content.size(), 0), ZIP_FL_ENC_UTF_8);
        ::zip_file_set_dostime(archive, static_cast<zip_uint64_t>(index), 0, 33, 0);
    }
    ::zip_close(archive);
    zip_stat_t stat;
    ::zip_stat_init(&stat);
    ::zip_source_stat(source, &stat);
    std::string bytes(stat.size, '\0');
    ::zip_source_open(source);
    ::zip_source_read(source, bytes.data(), bytes.size());
    ::zip_source_close(source);
    ::zip_source_free(source);
    ::zip_error_fini(&error);
    return bytes;
}

/// The parts of an .xlsx with one sheet 「申請」 (and what its workbook part says besides); `rows` is what stands in its sheetData.
inline Parts workbook_parts(const std::string& rows, const std::string& behind_rows = "", const std::string& properties = "",
                            const std::string& shared_strings = "", const std::string& before_rows = "") {
    const std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    const std::string main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    const std::string types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    Parts parts{
        {"[Content_Types].xml",
         xml + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
               "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
               "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
               "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
               "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>"
               "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/></Types>"},
        {"_rels/.rels", xml + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"" + types +
                            "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
        {"xl/workbook.xml", xml + "<workbook " + main + " xmlns:r=\"" + types + "\"><workbookPr" + properties +
                                "/><sheets><sheet name=\"申請\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         xml + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"" + types +
             "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" + types +
             "/styles\" Target=\"styles.xml\"/><Relationship Id=\"rId3\" Type=\"" + types + "/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/></Relationships>"},
        // Styles: 0 general, 1 yyyy/mm/dd, 2 text, 3 h:mm, 4 a Japanese date.
        {"xl/styles.xml",
         xml + "<styleSheet " + main +
             "><numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"yyyy/mm/dd\"/><numFmt numFmtId=\"165\" formatCode=\"[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/></numFmts>"
             "<fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
             "<fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills><borders count=\"1\"><border/></borders>"
             "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\"/></cellStyleXfs><cellXfs count=\"5\"><xf numFmtId=\"0\" xfId=\"0\"/>"
             "<xf numFmtId=\"164\" xfId=\"0\" applyNumberFormat=\"1\"/><xf numFmtId=\"49\" xfId=\"0\" applyNumberFormat=\"1\"/>"
             "<xf numFmtId=\"20\" xfId=\"0\" applyNumberFormat=\"1\"/><xf numFmtId=\"165\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"},
        {"xl/sharedStrings.xml", xml + "<sst " + main + ">" + shared_strings + "</sst>"},
        {"xl/worksheets/sheet1.xml", xml + "<worksheet " + main + ">" + before_rows + "<sheetData>" + rows + "</sheetData>" + behind_rows + "</worksheet>"},
    };
    return parts;
}

inline std::string workbook_of(const std::string& rows, const std::string& behind_rows = "", const std::string& properties = "",
                               const std::string& shared_strings = "", const std::string& before_rows = "") {
    return zip_of(workbook_parts(rows, behind_rows, properties, shared_strings, before_rows));
}

}  // namespace dandori::test
