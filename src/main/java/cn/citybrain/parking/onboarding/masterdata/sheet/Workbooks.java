package cn.citybrain.parking.onboarding.masterdata.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Looks into a packed file before anybody reads it: what it is, and how much it unfolds to. */
final class Workbooks {

    /** A workbook of 20,000 rows and 20 columns has about 30 MB. */
    private static final long LARGEST = 80L << 20;

    private static final int MOST_PARTS = 1000;

    private Workbooks() {}

    private static final Pattern FROM_1904 =
            Pattern.compile("<(\\w{1,20}:)?workbookPr\\b[^<>]{0,500}\\bdate1904=[\"'](1|true)[\"']");

    /**
     * Whether its days count from 1904. (The library that reads it knows {@code true} only; spreadsheets write {@code 1}.)
     *
     * @throws SheetRefused if it is no workbook, or one that would not fit into memory
     */
    static boolean countsFrom1904(byte[] content) {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            if (zip.getEntry("xl/workbook.bin") != null) {
                throw new SheetRefused("不支持 .xlsb 文件，请另存为 .xlsx 或 .csv 后重新上传");
            }
            if (zip.getEntry("xl/workbook.xml") == null) {
                throw new SheetRefused("这不是 Excel 工作簿（.xlsx），请另存为 .xlsx 或 .csv 后重新上传");
            }
            requireBounded(zip, Collections.list(zip.getEntries()));
            byte[] book = zip.getInputStream(zip.getEntry("xl/workbook.xml")).readAllBytes();
            return FROM_1904.matcher(new String(book, StandardCharsets.UTF_8)).find();
        } catch (IOException e) {
            throw new SheetRefused("文件已损坏，无法读取。请用表格软件打开，另存为 .xlsx 后重新上传", e);
        }
    }

    private static void requireBounded(ZipFile zip, List<ZipArchiveEntry> parts) throws IOException {
        long left = LARGEST;
        for (ZipArchiveEntry part : parts) {
            left -= parts.size() > MOST_PARTS ? LARGEST + 1 : unfolded(zip, part, left);
            if (left < 0) {
                throw new SheetRefused("文件解压后过大，系统没有读取。请删除多余的空行、空列、图片和工作表，另存后重新上传");
            }
        }
    }

    /** Read, not believed: what a packed file says of its size need not be true. */
    private static long unfolded(ZipFile zip, ZipArchiveEntry part, long atMost) throws IOException {
        try (InputStream in = zip.getInputStream(part)) {
            byte[] beginning = in.readNBytes(1024);
            if (new String(beginning, StandardCharsets.ISO_8859_1).contains("<!DOCTYPE")) {
                throw new SheetRefused("文件里有不允许的内容（DOCTYPE），系统没有读取。请用表格软件另存为 .xlsx 后重新上传");
            }
            long size = beginning.length;
            byte[] some = new byte[1 << 16];
            for (int read = in.read(some); read >= 0 && size <= atMost; read = in.read(some)) {
                size += read;
            }
            return size;
        }
    }
}
