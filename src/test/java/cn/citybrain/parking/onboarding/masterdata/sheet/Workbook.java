package cn.citybrain.parking.onboarding.masterdata.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written by hand: what each cell really holds, as Excel and WPS would write it. */
final class Workbook {

    /** Of a cell: see {@link #parts}. */
    static final int GENERAL = 0;

    static final int DAY = 1;
    static final int TEN_ZEROS = 2;
    static final int CHINESE_DAY = 3;

    private record Sheet(String name, String state, String rows) {}

    private final List<Sheet> sheets = new ArrayList<>();
    private boolean from1904;
    private String extraPart = "";
    private int extraTimes;

    Workbook sheet(String name, String... rows) {
        sheets.add(new Sheet(name, "visible", String.join("", rows)));
        return this;
    }

    Workbook hidden(String name, String... rows) {
        sheets.add(new Sheet(name, "hidden", String.join("", rows)));
        return this;
    }

    Workbook from1904() {
        from1904 = true;
        return this;
    }

    /** @param content of a part that nobody asks for, so many times */
    Workbook with(String content, int times) {
        extraPart = content;
        extraTimes = times;
        return this;
    }

    static String row(int number, String... cells) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (int i = 0; i < cells.length; i++) {
            row.append(cells[i].replace("@", (char) ('A' + i) + "" + number));
        }
        return row + "</row>";
    }

    static String text(String value) {
        return "<c r=\"@\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + value + "</t></is></c>";
    }

    static String number(String raw) {
        return number(raw, GENERAL);
    }

    static String number(String raw, int style) {
        return "<c r=\"@\" s=\"" + style + "\"><v>" + raw + "</v></c>";
    }

    static String formula(String formula, String result) {
        return "<c r=\"@\"><f>" + formula + "</f><v>" + result + "</v></c>";
    }

    static String error(String shown) {
        return "<c r=\"@\" t=\"e\"><v>" + shown + "</v></c>";
    }

    static String blank() {
        return "<c r=\"@\" s=\"1\"/>";
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            part(zip, "[Content_Types].xml", contentTypes());
            part(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                            + " Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
                            + " Target=\"xl/workbook.xml\"/></Relationships>");
            part(zip, "xl/workbook.xml", workbook());
            part(zip, "xl/_rels/workbook.xml.rels", relationships());
            part(zip, "xl/styles.xml", styles());
            for (int i = 0; i < sheets.size(); i++) {
                part(
                        zip,
                        "xl/worksheets/sheet" + (i + 1) + ".xml",
                        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                                + sheets.get(i).rows() + "</sheetData></worksheet>");
            }
            if (!extraPart.isEmpty()) {
                zip.putNextEntry(new ZipEntry("xl/media/extra.xml"));
                for (int i = 0; i < extraTimes; i++) {
                    zip.write(extraPart.getBytes(StandardCharsets.UTF_8));
                }
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private String contentTypes() {
        StringBuilder types = new StringBuilder(
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>");
        for (int i = 1; i <= sheets.size(); i++) {
            types.append(
                    "<Override PartName=\"/xl/worksheets/sheet" + i
                            + ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>");
        }
        return types + "</Types>";
    }

    private String workbook() {
        StringBuilder book =
                new StringBuilder("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                        + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                        + (from1904 ? "<workbookPr date1904=\"1\"/>" : "") + "<sheets>");
        for (int i = 0; i < sheets.size(); i++) {
            book.append("<sheet name=\"" + sheets.get(i).name() + "\" sheetId=\"" + (i + 1) + "\" state=\""
                    + sheets.get(i).state() + "\" r:id=\"rId" + (i + 1) + "\"/>");
        }
        return book + "</sheets></workbook>";
    }

    private String relationships() {
        StringBuilder all = new StringBuilder(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (int i = 1; i <= sheets.size(); i++) {
            all.append("<Relationship Id=\"rId" + i
                    + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet"
                    + i + ".xml\"/>");
        }
        return all
                + "<Relationship Id=\"rId99\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\""
                + " Target=\"styles.xml\"/></Relationships>";
    }

    private static String styles() {
        return "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts count=\"2\">"
                + "<numFmt numFmtId=\"176\" formatCode=\"0000000000\"/>"
                + "<numFmt numFmtId=\"177\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/></numFmts>"
                + "<cellXfs count=\"4\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"176\"/><xf numFmtId=\"177\"/></cellXfs>"
                + "</styleSheet>";
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((content.startsWith("<") ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + content : content)
                .getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
